// Verbs and nouns of saying, wherever the text is from: by what WordNet knows of them, not by a list of ours.
import { hashWord } from '../hash.js';
import { ADJ, ADP, ADV, AUX, CCONJ, DET, NOUN, NUM, PRON, PROPN, VERB } from '../parts-of-speech.js';
import type { Window } from '../window.js';
import { TRAIT } from '../word-classes.js';
import { QUOTE, SHAPE, type Words } from '../words.js';
import { POSSESSIVES, phraseBefore } from './noun-phrase.js';

export const hashes = (list: string): ReadonlySet<number> =>
  new Set(list.split(' ').map((word) => hashWord(word, 0, word.length)));

export const ING = hashWord('ing', 0, 3);
const HEARD = hashes('heard hears hear told');
export const HEARERS = hashes(
  'court jury inquest tribunal hearing inquiry panel committee commission judge jurors magistrates trial mps',
);
const NOBODY = hashes('i we you who which that there it’s what this');
const RELATIVE = hashes('who which whose whom speaking asked asking citing quoting');
/** What follows these is who hears it, never who speaks. */
export const TO_HEARERS = hashes(
  'told tells tell informed informs assured assures reminded reminds warned warns notified',
);
export const CERTAIN_WORDS = hashes(
  'adamant confident certain convinced insistent sure unequivocal emphatic',
);
export const THAT = hashWord('that', 0, 4);
export const SEMICOLON = hashWord(';', 0, 1);

/** "point out", "shoot back", "let on": together they say. */
const PHRASAL = new Map(
  [
    ['pointed points point', 'out'],
    ['shot shoots hit hits fired fires snapped snaps bit countered came', 'back'],
    ['let lets', 'on'],
    ['chimed chimes cut', 'in'],
    ['spelled spelt', 'out'],
  ].flatMap(([verbs = '', particle = '']) => [...hashes(verbs)].map((verb) => [verb, particle] as const)),
);
const PARTICLES = new Map(['out', 'back', 'on', 'in'].map((word) => [word, hashWord(word, 0, word.length)]));
const ALWAYS = hashes(
  'informed informs inform assured assures specified specifies averred avers aver opined opines opine related relates ' +
    'tweeted tweets',
);

const says = (words: Words, at: number): boolean =>
  ((words.value[at]! & (TRAIT.saying | TRAIT.sayingToo)) !== 0 && words.word[at] !== 0) ||
  ALWAYS.has(words.word[at]!) ||
  isPhrasal(words, at);

const isPhrasal = (words: Words, at: number): boolean => {
  const particle = PHRASAL.get(words.word[at]!);
  return particle !== undefined && words.word[at + 1] === PARTICLES.get(particle);
};

/** Participles are often taken for adjectives: "the command alleged". */
export const isVerbLike = (words: Words, at: number): boolean =>
  words.shape[at] === SHAPE.lower &&
  (words.part[at] === VERB ||
    (words.part[at] === ADJ && ((words.value[at]! & TRAIT.verb) !== 0 || ALWAYS.has(words.word[at]!))));

/** A finite-looking verb of saying at `at`. */
export const isSaying = (words: Words, at: number): boolean =>
  isVerbLike(words, at) && says(words, at) && words.suffix[at] !== ING;

/** Said only with "out". */
const POINTING = hashes('pointed points point');

/** A verb whose first sense is saying. */
export const isPlainlySaying = (words: Words, at: number): boolean =>
  isSaying(words, at) &&
  !(POINTING.has(words.word[at]!) && !isPhrasal(words, at)) &&
  ((words.value[at]! & TRAIT.saying) !== 0 || ALWAYS.has(words.word[at]!) || isPhrasal(words, at));

const RECKONING = hashes(
  'estimated estimates reckoned reckons calculated calculates predicted predicts believed believes thinks feared fears',
);

/** A verb of one who reckons: what it follows is a view. */
export const isReckoning = (words: Words, at: number): boolean =>
  RECKONING.has(words.word[at]!) && isVerbLike(words, at);

/** A word that may be a verb, though it was taken for a noun: "laughs Ann Lee". */
export const mayBeVerb = (words: Words, at: number): boolean =>
  isVerbLike(words, at) ||
  (words.shape[at] === SHAPE.lower && words.part[at] === NOUN && (words.value[at]! & TRAIT.verb) !== 0);

/** People, bodies and documents. */
const SPEAKS = TRAIT.person | TRAIT.group | TRAIT.message;

/** A verb of saying taken for a noun, after a name or a comma: "Lee cautions", "the report states", "the fishermen, complain". */
export const isSayingAfterName = (words: Words, at: number, first: number): boolean => {
  if (at <= first || words.part[at] !== NOUN || !mayBeVerb(words, at) || !says(words, at)) return false;
  const before = at - 1;
  if (words.shape[before] === SHAPE.comma || words.part[before] === PROPN) return true;
  if (words.part[before] === PRON) return !POSSESSIVES.has(words.word[before]!);
  const isNoNoun = (words.value[at]! & TRAIT.noun) === 0;
  return words.part[before] === NOUN && (isNoNoun || (words.value[before]! & SPEAKS) !== 0);
};

const SAYINGS = hashes(
  'assurance assurances warning warnings claim claims promise promises suggestion suggestions contention statement ' +
    'statements announcement allegation allegations assertion assertions denial denials accusation accusations complaint ' +
    'complaints admission finding findings theory conclusion view belief rumour rumours rumor rumors reminder insistence ' +
    'argument prediction forecast hint threat pledge vow confession declaration remark testimony report reports hope fear',
);

export const isSayingNoun = (words: Words, at: number): boolean =>
  (words.part[at] === NOUN && (words.value[at]! & TRAIT.message) !== 0) ||
  (SAYINGS.has(words.word[at]!) &&
    words.part[at] !== VERB &&
    (words.part[at - 1] === DET || words.part[at - 1] === ADJ || words.part[at - 1] === PRON));

export const isHeard = (words: Words, at: number, subject: Window): boolean =>
  HEARD.has(words.word[at]!) && HEARERS.has(words.word[subject.last - 1]!);

const BEING = hashes("is are was were be been being 's");

const BEING_ING = hashWord('being', 0, 5);

/** "was told", "is alleged", but not "is calling": a form of "be" before the last word. */
export function isPassive({ word, suffix }: Words, { first, last }: Window): boolean {
  for (let at = first; at < last; at++) if (suffix[at] === ING && word[at] !== BEING_ING) return false;
  for (let at = first; at < last - 1; at++) if (BEING.has(word[at]!)) return true;
  return false;
}

/** The verb with the auxiliaries and adverbs on its left, not before `first`. */
export function verbGroup(words: Words, verb: number, first: number): Window {
  let from = verb;
  while (from > first && (words.part[from - 1] === AUX || words.part[from - 1] === ADV)) from--;
  while (from < verb && words.part[from] === ADV) from++;
  return { first: from, last: verb + 1 };
}

const HAVE = hashes("has have had ’ve 've ’d 'd");

/** "told", "has told", but not "was told" or "would tell": no helping verb but "have". */
export const isPlainlyFinite = ({ part, word }: Words, verb: number): boolean =>
  part[verb - 1] !== AUX || HAVE.has(word[verb - 1]!);

/** The first semicolon outside quotations, or `last`. */
export function semicolonIn({ word, quote }: Words, first: number, last: number): number {
  for (let at = first; at < last; at++) if (word[at] === SEMICOLON && quote[at] === QUOTE.outside) return at;
  return last;
}

const DAYS = hashes(
  'monday tuesday wednesday thursday friday saturday sunday yesterday today tonight january february march april june july ' +
    'august september october november december',
);

/** "the union here on Sunday": the day is no part of who speaks. */
function withoutDay(words: Words, end: number, first: number): number {
  let at = end;
  while (
    at > first + 1 &&
    (DAYS.has(words.word[at - 1]!) || (words.part[at - 1] === NUM && DAYS.has(words.word[at]!)))
  )
    at--;
  if (at === end) return end;
  if (words.part[at - 1] === ADP) at--;
  while (at > first + 1 && words.part[at - 1] === ADV) at--;
  return at;
}

const LONGEST_ASIDE = 24;
const LONGEST_JOINED = 60;

/** A verb with what helps it, and somebody who is its subject. */
export function actIn(
  words: Words,
  verb: number,
  first: number,
): { readonly cue: Window; readonly source: readonly [Window] } | undefined {
  const cue = verbGroup(words, verb, first);
  const subject = subjectOf(words, cue.first, first);
  return subject && isSomebody(words, subject) ? { cue, source: [subject] } : undefined;
}

/** No rule looks further on, so that any input takes bounded time. */
export const FARTHEST = 240;

/** Whether a phrase can be somebody who is reported: not the writer, the reader or a relative pronoun. */
export const isSomebody = (words: Words, { first, last }: Window): boolean =>
  last - first > 1 || !NOBODY.has(words.word[first]!);

/** The subject of a verb group: the phrase before it, before what commas part, or before the verb it is joined to. */
export function subjectOf(words: Words, group: number, first: number): Window | undefined {
  let end = group;
  while (end > first && words.part[end - 1] === ADV) end--;
  if (end > first && words.part[end - 1] === CCONJ) return subjectOfJoined(words, end - 1, first);
  end = withoutDay(words, end, first);
  if (words.part[end - 1] === NUM && words.part[end - 2] === ADP) end -= 2;
  end = beforeReason(words, end, first);
  const mark = words.shape[end - 1]!;
  if (mark !== SHAPE.comma && mark !== SHAPE.dash)
    return withOwner(words, phraseBefore(words, end, first), first);
  let comma = end - 2;
  while (comma > first && words.shape[comma] !== mark && end - comma < LONGEST_ASIDE) comma--;
  if (comma <= first || words.shape[comma] !== mark) return undefined;
  const aside = comma + 1;
  if (words.part[aside] === VERB && !RELATIVE.has(words.word[aside]!) && words.suffix[aside] !== ING)
    return undefined;
  return withOwner(words, phraseBefore(words, comma, first), first);
}

const UNNAMED = hashes('named identified quoted anonymity');
const [WHO] = [...hashes('who')];
const LONGEST_REASON = 12;

/** "a man who asked not to be named told": where the clause begins that says why he has no name. */
function beforeReason(words: Words, end: number, first: number): number {
  if (!UNNAMED.has(words.word[end - 1]!)) return end;
  for (let at = end - 2; at > first && end - at < LONGEST_REASON && words.shape[at]! < SHAPE.comma; at--)
    if (words.word[at] === WHO) return at;
  return end;
}

/** "Lee thanked them all and said": the subject of the first verb before that has one. */
function subjectOfJoined(words: Words, joint: number, first: number): Window | undefined {
  let subject: Window | undefined;
  for (let at = joint - 1; at > first && joint - at < LONGEST_JOINED; at--) {
    if (words.quote[at] !== QUOTE.outside) continue;
    if (words.shape[at]! > SHAPE.comma) break;
    if (words.part[at] !== VERB || words.shape[at] !== SHAPE.lower || words.suffix[at] === ING) continue;
    subject = phraseBefore(words, verbGroup(words, at, first).first, first) ?? subject;
  }
  return withoutDayBefore(words, subject);
}

/** "on Sunday President Roe": the day is no part of who speaks. */
function withoutDayBefore(words: Words, phrase: Window | undefined): Window | undefined {
  const isDay = phrase && phrase.last - phrase.first > 1 && DAYS.has(words.word[phrase.first]!);
  return isDay && words.part[phrase.first - 1] === ADP ? { ...phrase, first: phrase.first + 1 } : phrase;
}

/** "the mayor of Lorn", "a source at the firm": the phrase that this one goes on from. */
function withOwner(words: Words, phrase: Window | undefined, first: number): Window | undefined {
  if (!phrase) return undefined;
  let from = phrase.first;
  for (let steps = 0; steps < 2 && from > first + 1; steps++) {
    const link = from - 1;
    if (words.part[link] !== ADP || words.quote[link] !== QUOTE.outside) break;
    const head = phraseBefore(words, link, first);
    if (!head || words.part[head.last - 1] === PRON) break;
    const opener = words.part[head.first];
    const isNamed = opener === DET || opener === NUM || words.shape[head.first] !== SHAPE.lower;
    if (!isNamed) break;
    from = head.first;
  }
  return { first: from, last: phrase.last };
}

export function hasVerb(words: Words, { first, last }: Window): boolean {
  for (let at = first; at < last; at++) if (words.part[at] === VERB || words.part[at] === AUX) return true;
  return false;
}
