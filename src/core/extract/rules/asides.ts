// Readings that are no statements, and no rivals to one: they only say why a source has no name, or that nobody spoke.
import type { Draft } from '../draft.js';
import type { Finding } from '../finding.js';
import { ADP, AUX, CCONJ, PRON } from '../parts-of-speech.js';
import type { Window } from '../window.js';
import { QUOTE, SHAPE, type Words } from '../words.js';
import { mayTell } from './headlines.js';
import { isManner } from './named-sayings.js';
import { hashes, hasVerb, isPassive, isSaying, isSayingNoun, THAT } from './saying.js';
import { namesItself, takesLives } from './shows.js';

const [NOT, TO, BE, ONE] = [...hashes('not to be one')];
const NAMED = hashes('named identified quoted');
const ANONYMITY = hashes('anonymity');

const LONGEST_REASON = 8;
const LONGEST_CONDITION = 4;
const [BECAUSE, OF] = [...hashes('because of')];
const CONDITIONS = hashes('condition conditions promise guarantee assurance');

export const isNoStatement = (words: Words, finding: Finding): boolean =>
  explainsNoName(words, finding) ||
  isSaidByNobody(words, finding) ||
  namesItself(words, finding.head) ||
  isManner(words, finding) ||
  isAskedOf(words, finding) ||
  isAskedFirst(words, finding) ||
  isInPassing(words, finding) ||
  isSeeming(words, finding) ||
  isUncharged(words, finding) ||
  isUnmentioned(words, finding) ||
  isSeizure(words, finding) ||
  isReminder(words, finding) ||
  isOnlySecond(words, finding) ||
  isConveyance(words, finding) ||
  isOfStates(words, finding) ||
  isCompound(words, finding) ||
  takesLives(words, finding);

/** "asking not to be named", "on condition of anonymity", and why: "to discuss the talks", "because she feared for her job". */
function explainsNoName(words: Words, { content, cue }: Finding): boolean {
  const { first, last } = content[0]!;
  const from = words.word[first] === NOT ? first + 1 : first;
  if (words.word[from] === TO && words.word[from + 1] === BE && NAMED.has(words.word[from + 2]!)) return true;
  if (isNameKept(words, cue, content[0]!) || isReasonFor(words, cue, first)) return true;
  if (last - first <= LONGEST_CONDITION && ANONYMITY.has(words.word[last - 1]!)) return true;
  for (let at = first; at < Math.min(last, first + LONGEST_CONDITION); at++)
    if (ANONYMITY.has(words.word[at]!) && words.word[at - 1] === OF && CONDITIONS.has(words.word[at - 2]!))
      return true;
  return false;
}

/** What stands after "anonymity" with "to" or "because" between. */
function isReasonFor({ word, shape }: Words, cue: Window, content: number): boolean {
  if (ANONYMITY.has(word[content - 1]!) && word[content] === TO) return true;
  let isLinked = word[cue.first] === TO;
  for (let at = cue.first - 1; at >= Math.max(0, cue.first - LONGEST_REASON); at--) {
    if (shape[at]! >= SHAPE.comma) return false;
    if (word[at] === BECAUSE) isLinked = true;
    if (ANONYMITY.has(word[at]!)) return isLinked;
  }
  return false;
}

const NAMES = hashes('name names surname surnames identity');
const KEPT = hashes('withheld changed concealed protected omitted');
const ASKED = hashes('asked asks asking requested requests');

/** "asked us not to use her surname". */
function isNameKept({ word }: Words, cue: Window, { first, last }: Window): boolean {
  const isAsked = ASKED.has(word[cue.last - 1]!) || ASKED.has(word[cue.last - 2] ?? 0);
  for (let at = first; isAsked && at < Math.min(last, first + LONGEST_REASON); at++)
    if (KEPT.has(word[at]!)) return [first, first + 1, first + 2].some((name) => NAMES.has(word[name]!));
  if (last - first > LONGEST_REASON || !ASKED.has(word[cue.last - 1]!)) return false;
  for (let at = first; at < last - 1; at++)
    if (word[at] === NOT && word[at + 1] === TO) return NAMES.has(word[last - 1]!);
  return false;
}

const NO = hashes('no nobody none neither noone');

/** "No group has claimed …", "not one of them denied …": the publisher tells that nobody did. "No 10" is an address. */
export function isSaidByNobody({ word, shape }: Words, { source }: Pick<Finding, 'source'>): boolean {
  const [speaker] = source;
  if (!speaker) return false;
  const { first } = speaker;
  return NO.has(word[first]!)
    ? shape[first + 1] !== SHAPE.number
    : word[first] === NOT && word[first + 1] === ONE;
}

const ASKING = hashes('when whether');

/** "He laughed when asked whether it was true": a question put, not a thing said. */
const isAskedOf = ({ word }: Words, { cue, content }: Finding): boolean =>
  [cue.last - 1, content[0]!.first + 1].some(
    (at) => at > 0 && ASKED.has(word[at]!) && ASKING.has(word[at - 1]!),
  );

const PUT = hashes('asked pressed questioned quizzed challenged');
const LONGEST_QUESTION = 40;

/** "Asked whether he would run, Lee said no", "Pressed on the deaths, the general said": what was put before an answer. */
function isAskedFirst(words: Words, { content: [said], source: [name], cue }: Finding): boolean {
  const { first } = said!;
  if (name && name.first < first) return false;
  let opening = first;
  while (
    opening > 0 &&
    first - opening < LONGEST_QUESTION &&
    words.sentence[opening - 1] === words.sentence[first]
  )
    opening--;
  if (!PUT.has(words.word[opening]!) || words.quote[opening] !== QUOTE.outside) return false;
  for (let at = opening; at < first; at++) if (words.shape[at] === SHAPE.comma) return false;
  return cue.first === opening || cue.first >= said!.last;
}

const SEEMING = hashes('appear appears appeared seem seems seemed');

/** "It appeared to help": how it looked to whoever writes; who "appeared to imply that" said something. */
const isSeeming = (words: Words, { head, cue, content }: Finding): boolean =>
  SEEMING.has(words.word[head]!) &&
  content.some(({ first }) => first >= cue.last && words.word[first] === TO && !isSaying(words, first + 1));

const CHARGED = hashes('accused charged suspected convicted');

/** "has not been accused of wrongdoing": nobody said a thing. */
function isUncharged(words: Words, { cue }: Finding): boolean {
  let isNot = false;
  let first = cue.first;
  while (words.part[first - 1] === AUX || words.word[first - 1] === NOT) first--;
  for (let at = first; at < cue.last; at++) {
    if (words.word[at] === NOT) isNot = true;
    if (isNot && CHARGED.has(words.word[at]!)) return isPassive(words, { first, last: at + 1 });
  }
  return false;
}

const AWAITED = hashes('expected due scheduled set slated');

/** "The inquest, expected to last two weeks, continues": told in passing, of nobody's expectation. */
const isInPassing = ({ word, shape }: Words, { cue, source }: Finding): boolean =>
  source.length === 0 &&
  cue.last - cue.first === 1 &&
  AWAITED.has(word[cue.first]!) &&
  shape[cue.first - 1] === SHAPE.comma;

const [STATES] = [...hashes('states')];
const PLURAL_HELPERS = hashes('have are were had do');

/** "Member states that have signed": no verb. */
const isOfStates = ({ word }: Words, { cue, content: [said] }: Finding): boolean =>
  word[cue.last - 1] === STATES &&
  said!.first === cue.last &&
  word[cue.last] === THAT &&
  PLURAL_HELPERS.has(word[cue.last + 1] ?? 0);

const CLAIMS = hashes('claims reports demands charges promises');

/** "Storm wrecks the harbour, insurance claims": of these claims nobody says a thing. */
const isCompound = (words: Words, { cue, source: [name], content: [said] }: Finding): boolean =>
  name !== undefined &&
  name.last - name.first === 1 &&
  name.last === cue.first &&
  said!.last <= name.first &&
  words.shape[name.first - 1] === SHAPE.comma &&
  words.shape[name.first] === SHAPE.lower &&
  CLAIMS.has(words.word[cue.first]!) &&
  words.part[name.first] !== PRON &&
  !mayTell(words, name);

const CONVEYED = hashes(
  'read carried posted sent published issued released broadcast aired shared addressed emailed distributed given',
);

/** "in a statement read to the court": how and to whom it came. */
function isConveyance(words: Words, { cue, content }: Finding): boolean {
  const [object] = content;
  if (content.length > 1 || object!.first < cue.last || hasVerb(words, object!)) return false;
  const link = words.part[cue.last - 1] === ADP ? cue.last - 1 : cue.last;
  const isObject = words.part[link] === ADP && object!.first === link + 1;
  return isObject && CONVEYED.has(words.word[link - 1]!) && isSayingNoun(words, link - 2);
}

const MENTIONS = hashes('mention reference comment');
const REFERS = hashes('refer mention elaborate address');

/** "made no mention of the village": what was not said. */
function isUnmentioned({ word }: Words, { cue }: Finding): boolean {
  for (let at = cue.first; at < cue.last - 1; at++) {
    if (NO.has(word[at]!) && MENTIONS.has(word[at + 1]!)) return true;
    if (word[at] === NOT && REFERS.has(word[at + 1]!)) return true;
  }
  return false;
}

const SEIZED = hashes(
  'arrested arrests detained detains jailed jails fined fines deported extradited sacked sacks',
);

/** "arrested a lawmaker on allegations that …": what was done, whoever alleges it. */
const isSeizure = ({ word }: Words, { head }: Finding): boolean => SEIZED.has(word[head]!);

const [IT] = [...hashes('it')];
const RECALLED = hashes('recalled remembered noted');
const SHOULD = hashes('would will should must may can could');

/** "It would be recalled that twelve were killed": what the writer recalls. */
export const isReminder = ({ word }: Words, { cue }: Pick<Draft, 'cue'>): boolean =>
  cue !== null &&
  RECALLED.has(word[cue.last - 1]!) &&
  word[cue.last - 2] === BE &&
  SHOULD.has(word[cue.last - 3] ?? 0) &&
  word[cue.last - 4] === IT;

const LATER = hashes('last in on earlier later then');

/** "agreed – but said", "told us in 2012 and last week": what is agreed to, or told, stands elsewhere. */
const isOnlySecond = (words: Words, { cue, content }: Finding): boolean =>
  content[0]!.first >= cue.last &&
  words.part[content[0]!.first] === CCONJ &&
  words.quotation[content[0]!.first]! < 0 &&
  (isSaying(words, content[0]!.first + 1) || LATER.has(words.word[content[0]!.first + 1]!));
