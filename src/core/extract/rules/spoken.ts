// Quotations as ranges of tokens, with what a rule asks of them: whether they make up whole sentences.
import type { Quotation } from '../quotations.js';
import type { Reading } from '../reading.js';
import { tokenAt } from '../tokens.js';
import type { Window } from '../window.js';
import { isMark, SHAPE, type Words } from '../words.js';

export interface Spoken {
  readonly quotation: Quotation;
  /** The words between the marks, marks left out. */
  readonly inner: Window;
  /** Between the marks stand whole sentences and nothing else stands in them. */
  readonly sentences: boolean;
}

/** Outermost quotations in text order. */
export function spokenIn(reading: Reading, words: Words): Spoken[] {
  const spoken: Spoken[] = [];
  for (const quotation of reading.quotations) {
    if (quotation.depth > 0) continue;
    const inner = innerRange(reading, quotation);
    if (inner.first >= inner.last) continue;
    spoken.push({ quotation, inner, sentences: isWhole(reading, words, inner) });
  }
  return spoken;
}

function innerRange(reading: Reading, { inner }: Quotation): Window {
  const first = tokenAt(reading.tokens, inner.start);
  const last = tokenAt(reading.tokens, inner.end - 1);
  const end = last < reading.tokens.count && reading.tokens.starts[last]! < inner.end ? last + 1 : last;
  return { first, last: end };
}

function isWhole(reading: Reading, words: Words, { first, last }: Window): boolean {
  const opens = reading.sentences[words.sentence[first]!];
  const closes = reading.sentences[words.sentence[last - 1]!];
  if (opens === undefined || closes === undefined || first - opens.first > 1) return false;
  // «Words». The full stop may stand outside the mark.
  return closes.last - last <= 1 || (closes.last - last === 2 && words.shape[last + 1] === SHAPE.stop);
}

/** A range without the marks at its ends. */
export function trimmed(words: Words, { first, last }: Window): Window {
  let from = first;
  let to = last;
  while (from < to && isMark(words.shape[from]!)) from++;
  while (to > from && isMark(words.shape[to - 1]!)) to--;
  return { first: from, last: to };
}
