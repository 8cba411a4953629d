// Readings that are no statements, and no rivals to one: they only say why a source has no name, or that nobody spoke.
import type { Finding } from '../finding.js';
import { ADP } from '../parts-of-speech.js';
import type { Window } from '../window.js';
import { SHAPE, type Words } from '../words.js';
import { hashes, hasVerb, isSayingNoun } from './saying.js';

const [NOT, TO, BE, ONE] = [...hashes('not to be one')];
const NAMED = hashes('named identified quoted');
const ANONYMITY = hashes('anonymity');

const LONGEST_REASON = 8;
const LONGEST_CONDITION = 4;
const [BECAUSE, OF] = [...hashes('because of')];

/** "asking not to be named", "on condition of anonymity", and why: "to discuss the talks", "because she feared for her job". */
export function explainsNoName(words: Words, { content, cue }: Finding): boolean {
  const { first, last } = content[0]!;
  const from = words.word[first] === NOT ? first + 1 : first;
  if (words.word[from] === TO && words.word[from + 1] === BE && NAMED.has(words.word[from + 2]!)) return true;
  if (isNameKept(words, first, last) || isReasonFor(words, cue, first)) return true;
  if (last - first <= LONGEST_CONDITION && ANONYMITY.has(words.word[last - 1]!)) return true;
  for (let at = first; at < Math.min(last, first + LONGEST_CONDITION); at++)
    if (ANONYMITY.has(words.word[at]!) && words.word[at - 1] === OF) return true;
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

/** "asked us not to use her surname". */
function isNameKept({ word }: Words, first: number, last: number): boolean {
  if (last - first > LONGEST_REASON) return false;
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

const ASKED = hashes('asked');
const ASKING = hashes('when whether');

/** "He laughed when asked whether it was true": a question put, not a thing said. */
export const isAskedOf = ({ word }: Words, { cue, content }: Finding): boolean =>
  [cue.last - 1, content[0]!.first + 1].some(
    (at) => at > 0 && ASKED.has(word[at]!) && ASKING.has(word[at - 1]!),
  );

const SEEMING = hashes('appear appears appeared seem seems seemed');

/** "It appeared to help": how it looked to whoever writes. */
export const isSeeming = ({ word }: Words, { head, cue, content }: Finding): boolean =>
  SEEMING.has(word[head]!) && content.some(({ first }) => first >= cue.last && word[first] === TO);

const CHARGED = hashes('accused charged suspected convicted');

/** "has not been accused of wrongdoing": nobody said a thing. */
export function isUncharged({ word }: Words, { cue }: Finding): boolean {
  let isNot = false;
  for (let at = cue.first; at < cue.last; at++) {
    if (word[at] === NOT) isNot = true;
    if (isNot && CHARGED.has(word[at]!)) return true;
  }
  return false;
}

const AWAITED = hashes('expected due scheduled set slated');

/** "The inquest, expected to last two weeks, continues": told in passing, of nobody's expectation. */
export const isInPassing = ({ word, shape }: Words, { cue, source }: Finding): boolean =>
  source.length === 0 &&
  cue.last - cue.first === 1 &&
  AWAITED.has(word[cue.first]!) &&
  shape[cue.first - 1] === SHAPE.comma;

const CONVEYED = hashes(
  'read carried posted sent published issued released broadcast aired shared addressed emailed distributed given',
);

/** "in a statement read to the court": how and to whom it came. */
export function isConveyance(words: Words, { cue, content }: Finding): boolean {
  const [object] = content;
  if (content.length > 1 || object!.first < cue.last || hasVerb(words, object!)) return false;
  const link = words.part[cue.last - 1] === ADP ? cue.last - 1 : cue.last;
  return words.part[link] === ADP && CONVEYED.has(words.word[link - 1]!) && isSayingNoun(words, link - 2);
}

const MENTIONS = hashes('mention reference comment');

/** "made no mention of the village": what was not said. */
export function isUnmentioned({ word }: Words, { cue }: Finding): boolean {
  for (let at = cue.first; at < cue.last - 1; at++)
    if (NO.has(word[at]!) && MENTIONS.has(word[at + 1]!)) return true;
  return false;
}

const SEIZED = hashes(
  'arrested arrests detained detains jailed jails fined fines deported extradited sacked sacks',
);

/** "arrested a lawmaker on allegations that …": what was done, whoever alleges it. */
export const isSeizure = ({ word }: Words, { head }: Finding): boolean => SEIZED.has(word[head]!);
