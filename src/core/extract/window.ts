// The stretch of text one cue may reach: its sentence, and the neighbours a quotation ties to it.
import type { Reading } from './reading.js';
import { QUOTE, SHAPE, type Words } from './words.js';

/** Tokens [first, last). */
export interface Window {
  readonly first: number;
  readonly last: number;
}

export const overlapping = (a: Window, b: Window): boolean => a.first < b.last && b.first < a.last;

/** Beyond these many tokens a quotation is cut, so that any input takes bounded time. */
const REACH_BACK = 160;
const REACH_ON = 220;

export function windowOf(reading: Reading, words: Words, cueFirst: number, cueLast: number): Window {
  const { sentences } = reading;
  const own = words.sentence[cueFirst]!;
  const end = words.sentence[cueLast - 1]!;
  let from = own;
  while (from > 0 && tiedBack(reading, words, from) && cueFirst - sentences[from]!.first < REACH_BACK) from--;
  let to = end;
  while (to + 1 < sentences.length && tiedOn(reading, words, to) && sentences[to]!.last - cueLast < REACH_ON)
    to++;
  return {
    first: Math.max(sentences[from]!.first, cueFirst - REACH_BACK),
    last: Math.min(sentences[to]!.last, cueLast + REACH_ON),
  };
}

/** Whether the sentence before belongs with sentence `index`: a quotation spans the break or closes right before it. */
function tiedBack(reading: Reading, words: Words, index: number): boolean {
  const sentence = reading.sentences[index]!;
  const before = reading.sentences[index - 1]!;
  if (before.block !== sentence.block) return false;
  return words.quote[before.last - 1] === QUOTE.closing || spansBreak(words, before.last - 1, sentence.first);
}

/** Whether the next sentence belongs with sentence `index`: it opens with a quotation or goes on in one. */
function tiedOn(reading: Reading, words: Words, index: number): boolean {
  const sentence = reading.sentences[index]!;
  const next = reading.sentences[index + 1]!;
  if (next.block !== sentence.block) {
    return next.block === sentence.block + 1 && words.shape[sentence.last - 1] === SHAPE.colon;
  }
  return words.quote[next.first] === QUOTE.opening || spansBreak(words, sentence.last - 1, next.first);
}

const spansBreak = (words: Words, left: number, right: number): boolean =>
  words.quotation[left]! >= 0 && words.quotation[left] === words.quotation[right];
