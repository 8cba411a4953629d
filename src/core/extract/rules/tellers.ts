// "…, Ann Lee, prosecuting, told magistrates": whoever stands before "told" tells, and whoever stands after it is told.
// "…, inquest told", "jurors were told", "the jury heard": nobody is named but those who were told.
import type { Draft } from '../draft.js';
import type { Window } from '../window.js';
import { SHAPE, type Words } from '../words.js';
import { phraseBefore, phraseFrom } from './noun-phrase.js';
import { HEARERS, hashes, isPassive, isSomebody, TO_HEARERS } from './saying.js';
import { trimmed } from './spoken.js';

const TOLD = hashes('told tells');
const HEARD = hashes('heard hears hear');
const [BY] = [...hashes('by')];

export const withTellers = (words: Words, drafts: readonly Draft[]): Draft[] =>
  drafts.map((draft) => told(words, draft));

function told(words: Words, draft: Draft): Draft {
  const { cue, source, content } = draft;
  const [given] = source;
  const start = content[0]!.first;
  if (!cue || !given || source.length > 1) return draft;
  if (isHearer(words, given, cue)) return { ...draft, source: tellerAfter(words, cue, start) };
  if (start >= cue.first || !TOLD.has(words.word[cue.last - 1]!)) return draft;
  if (isToldAlone(words, given, cue)) return { ...draft, source: [] };
  if (given.first !== cue.last) return draft;
  const teller = tellerBefore(words, cue.first, start);
  if (!teller || !isSomebody(words, teller)) return draft;
  const before = trimmed(words, { first: start, last: teller.first });
  const rest = content.slice(1).filter(({ first }) => first >= cue.last);
  return before.first < before.last ? { ...draft, source: [teller], content: [before, ...rest] } : draft;
}

/** "the inquest heard", "she was told": whoever stands before the verb listened. */
function isHearer(words: Words, { last }: Window, cue: Window): boolean {
  if (last !== cue.first) return false;
  const verb = words.word[cue.last - 1]!;
  if (HEARD.has(verb)) return HEARERS.has(words.word[last - 1]!);
  if (!TO_HEARERS.has(verb)) return false;
  return isPassive(words, cue);
}

/** "were told by the ministry that". */
function tellerAfter(words: Words, cue: Window, start: number): readonly Window[] {
  const phrase = words.word[cue.last] === BY ? phraseFrom(words, cue.last + 1, start) : undefined;
  return phrase ? [phrase] : [];
}

/** Those who are told stand right before the verb, and nobody after it. */
const isToldAlone = (words: Words, { first, last }: Window, cue: Window): boolean =>
  last === cue.first &&
  cue.last - cue.first === 1 &&
  last - first <= 2 &&
  HEARERS.has(words.word[last - 1]!) &&
  (cue.last >= words.count || words.sentence[cue.last] !== words.sentence[cue.first]);

const LONGEST_ASIDE = 12;

/** The phrase between a comma and the verb, with an aside in commas after it. */
function tellerBefore(words: Words, verb: number, start: number): Window | undefined {
  let end = verb;
  if (words.shape[verb - 1] === SHAPE.comma) {
    end = verb - 2;
    while (end > start && words.shape[end] !== SHAPE.comma && verb - end < LONGEST_ASIDE) end--;
    if (words.shape[end] !== SHAPE.comma) return undefined;
  }
  const phrase = phraseBefore(words, end, start);
  const isParted = phrase && phrase.first > start && words.shape[phrase.first - 1] === SHAPE.comma;
  return isParted ? { first: phrase.first, last: end === verb ? end : verb - 1 } : undefined;
}
