// "It is alleged that", "the ship is said to have sunk": nobody is named, whatever stands before the verb.
import type { Draft } from '../draft.js';
import { ADV, AUX, NOUN, PRON, PROPN, SCONJ, VERB } from '../parts-of-speech.js';
import type { Window } from '../window.js';
import { QUOTE, SHAPE, type Words } from '../words.js';
import { mainVerb } from './named-sayings.js';
import {
  hashes,
  hasVerb,
  isPassive,
  isPlainlySaying,
  isSomebody,
  isVerbLike,
  subjectOf,
  THAT,
  verbGroup,
} from './saying.js';
import { trimmed } from './spoken.js';

const [IT] = [...hashes('it')];

/** What these say of somebody has that somebody for its subject: "is thought to have fled". */
const REPUTED = hashes(
  'believed thought expected said reported understood alleged feared presumed assumed rumoured rumored reputed estimated ' +
    'considered supposed',
);
const [TO] = [...hashes('to')];

/** "His injuries are not thought to be serious": whoever it is said of belongs to what is said, and says nothing. */
function aboutSubject(words: Words, draft: Draft): Draft {
  const { cue, source, content } = draft;
  const [said] = content;
  if (!cue || content.length > 1 || said!.first !== cue.last || !isPassive(words, cue)) return draft;
  const isCharged = holds(words, cue, CHARGED);
  const isReputed = REPUTED.has(words.word[cue.last - 1]!) && words.word[said!.first] === TO;
  if (!isCharged && !isReputed) return draft;
  const given = source.find(({ last }) => last <= cue.first);
  const subject = given ?? subjectOf(words, cue.first, Math.max(0, cue.first - FARTHEST_SUBJECT));
  if (!subject || words.sentence[subject.first] !== words.sentence[cue.first]) return draft;
  return { ...draft, source: source.filter((range) => range !== given), content: [subject, said!] };
}

/** "has not been accused of wrongdoing": by somebody, of whom nothing is told. */
const CHARGED = hashes('accused suspected blamed criticised criticized');

function holds({ word }: Words, { first, last }: Window, some: ReadonlySet<number>): boolean {
  for (let at = first; at < last; at++) if (some.has(word[at]!)) return true;
  return false;
}

const FARTHEST_SUBJECT = 40;

const HEARSAY = hashes(
  'believed thought said reported understood alleged feared presumed rumoured rumored reputed',
);

/** "The ship is believed to have sunk". */
export function hearsay(
  words: Words,
  verb: number,
  first: number,
  last: number,
  confidence: number,
): Draft | undefined {
  if (!HEARSAY.has(words.word[verb]!) || words.word[verb + 1] !== TO || verb + 3 >= last) return undefined;
  if (words.part[verb + 2] !== VERB && words.part[verb + 2] !== AUX) return undefined;
  const cue = verbGroup(words, verb, first);
  if (!isPassive(words, cue) || words.quote[verb] !== QUOTE.outside) return undefined;
  const subject = subjectOf(words, cue.first, first);
  if (!subject || !isSomebody(words, subject)) return undefined;
  const said = trimmed(words, { first: verb + 1, last: mainVerb(words, verb + 2, last) });
  return { cue, source: [], content: [subject, said], confidence };
}

/** What is done to words when nobody is named: "it is feared", "it was gathered". */
const SAID_OF_ALL = hashes(
  'alleged announced argued assumed believed claimed disclosed estimated expected feared gathered hoped learned learnt ' +
    'noted presumed reported revealed rumoured rumored said speculated stated suggested thought understood',
);
const COMES_OUT = hashes('emerged transpired');
const LONGEST_GROUP = 5;

/** "Six have fled, it is alleged", "The troops, it was claimed, had fired": nobody is named. */
export function itIsSaid(
  words: Words,
  it: number,
  first: number,
  last: number,
  confidence: number,
): Draft | undefined {
  if (words.word[it] !== IT || it < first + 2 || words.shape[it - 1] !== SHAPE.comma) return undefined;
  if (words.quote[it] !== QUOTE.outside || words.quote[first] !== QUOTE.outside) return undefined;
  let verb = it + 1;
  while (verb < it + LONGEST_GROUP && (words.part[verb] === AUX || words.part[verb] === ADV)) verb++;
  const isPassiveVerb = SAID_OF_ALL.has(words.word[verb]!) && words.part[it + 1] === AUX;
  if (!isPassiveVerb && !COMES_OUT.has(words.word[verb]!)) return undefined;
  const end = verb + 1;
  const cue = { first: it, last: end };
  const before = trimmed(words, { first, last: it - 1 });
  if (words.shape[end] === SHAPE.comma) {
    const after = trimmed(words, { first: end + 1, last });
    return after.first < after.last ? { cue, source: [], content: [before, after], confidence } : undefined;
  }
  const isWhole = hasVerb(words, before) && words.part[first] !== SCONJ;
  const goesOn = hasVerb(words, { first: end, last }) || words.word[end] === THAT || words.word[end] === TO;
  return isWhole && !goesOn ? { cue, source: [], content: [before], confidence } : undefined;
}

export const withoutMockSources = (words: Words, drafts: readonly Draft[]): Draft[] =>
  drafts.map((draft) =>
    withSubject(words, aboutSubject(words, isMock(words, draft) ? { ...draft, source: [] } : draft)),
  );

/** "It is calling for a vote": who stands right before a verb of saying that nobody was given says it. */
function withSubject(words: Words, draft: Draft): Draft {
  const { cue, source, content } = draft;
  if (!cue || source.length > 0 || content[0]!.first < cue.last || isPassive(words, cue)) return draft;
  const verb = verbIn(words, cue);
  if (verb < 0 || !(isPlainlySaying(words, verb) || CALLING.has(words.word[verb]!))) return draft;
  const { first } = verbGroup(words, verb, cue.first);
  if (first !== cue.first || words.quotation[first]! >= 0) return draft;
  const subject = subjectOf(words, first, Math.max(0, first - FARTHEST_SUBJECT));
  const isOwn = subject && subject.last === first && words.sentence[subject.first] === words.sentence[first];
  const isIt = isOwn && words.word[subject.first] === IT && !CALLING.has(words.word[verb]!);
  return isOwn && !isIt && isSomebody(words, subject) ? { ...draft, source: [subject] } : draft;
}

const CALLING = hashes('called calls calling');

function verbIn(words: Words, { first, last }: Window): number {
  for (let at = first; at < last; at++) if (words.part[at] === VERB && isVerbLike(words, at)) return at;
  return -1;
}

/** "18.22 Unconfirmed reports of gunfire": what runs into the cue and names nobody before it. */
function isNameless({ part }: Words, given: Window, cue: Window): boolean {
  if (given.first >= cue.first || cue.first >= given.last) return false;
  for (let at = given.first; at < cue.first; at++)
    if (part[at] === NOUN || part[at] === PROPN || part[at] === PRON) return false;
  return true;
}

function isMock(words: Words, { cue, source, content }: Draft): boolean {
  const [given] = source;
  if (cue && given && source.length === 1 && isNameless(words, given, cue)) return true;
  if (!cue || !given || source.length > 1 || !isPassive(words, cue)) return false;
  const isFiller = given.last - given.first === 1 && words.word[given.first] === IT;
  if (isFiller && content[0]!.last <= given.first) return SAID_OF_ALL.has(words.word[cue.last - 1]!);
  if (isFiller) return content[0]!.first >= cue.last && words.word[content[0]!.first] === THAT;
  return content.length > 1 && content.some(({ first, last }) => first <= given.first && given.last <= last);
}
