// Verbs and nouns of saying, wherever the text is from: by what WordNet knows of them, not by a list of ours.
import { hashWord } from '../hash.js';
import { ADJ, ADV, AUX, NOUN, VERB } from '../parts-of-speech.js';
import type { Window } from '../window.js';
import { TRAIT } from '../word-classes.js';
import { SHAPE, type Words } from '../words.js';
import { phraseBefore } from './noun-phrase.js';

const hashes = (list: string): ReadonlySet<number> =>
  new Set(list.split(' ').map((word) => hashWord(word, 0, word.length)));

const ING = hashWord('ing', 0, 3);
const HEARD = hashes('heard told');
const HEARERS = hashes('court jury inquest tribunal hearing inquiry panel committee judge jurors');
const RELATIVE = hashes('who which whose whom speaking asked asking citing quoting');
export const CERTAIN_WORDS = hashes(
  'adamant confident certain convinced insistent sure unequivocal emphatic',
);

const says = (words: Words, at: number): boolean =>
  (words.value[at]! & (TRAIT.saying | TRAIT.sayingToo)) !== 0 && words.word[at] !== 0;

/** Participles are often taken for adjectives: "the command alleged". */
export const isVerbLike = (words: Words, at: number): boolean =>
  words.shape[at] === SHAPE.lower &&
  (words.part[at] === VERB || (words.part[at] === ADJ && (words.value[at]! & TRAIT.verb) !== 0));

/** A finite-looking verb of saying at `at`. */
export const isSaying = (words: Words, at: number): boolean =>
  isVerbLike(words, at) && says(words, at) && words.suffix[at] !== ING;

export const isSayingNoun = (words: Words, at: number): boolean =>
  words.part[at] === NOUN && (words.value[at]! & TRAIT.message) !== 0;

export const isHeard = (words: Words, at: number, subject: Window): boolean =>
  HEARD.has(words.word[at]!) && HEARERS.has(words.word[subject.last - 1]!);

/** The verb with the auxiliaries and adverbs on its left, not before `first`. */
export function verbGroup(words: Words, verb: number, first: number): Window {
  let from = verb;
  while (from > first && (words.part[from - 1] === AUX || words.part[from - 1] === ADV)) from--;
  while (from < verb && words.part[from] === ADV) from++;
  return { first: from, last: verb + 1 };
}

/** The subject of a verb group: the phrase before it, or before the clause between commas that parts them. */
export function subjectOf(words: Words, group: number, first: number): Window | undefined {
  let end = group;
  while (end > first && words.part[end - 1] === ADV) end--;
  if (words.shape[end - 1] !== SHAPE.comma) return phraseBefore(words, end, first);
  let comma = end - 2;
  while (comma > first && words.shape[comma] !== SHAPE.comma && end - comma < 24) comma--;
  if (comma <= first || words.shape[comma] !== SHAPE.comma) return undefined;
  return RELATIVE.has(words.word[comma + 1]!) || words.part[comma + 1] !== VERB
    ? phraseBefore(words, comma, first)
    : undefined;
}
