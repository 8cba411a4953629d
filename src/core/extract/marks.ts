// From ranges of words to spans of text: quotation marks belong to what they hold, stops and commas outside do not.
import type { Span } from '../span.js';
import type { Draft } from './draft.js';
import type { Reading } from './reading.js';
import type { Window } from './window.js';
import { QUOTE, SHAPE, type Words } from './words.js';

export function spanOf({ tokens }: Reading, { first, last }: Window): Span {
  return { start: tokens.starts[first]!, end: tokens.ends[last - 1]! };
}

/** A name without the bullet or dash before it, and with the bracket that closes an age: "Ann Lee (46)". */
export function wholeName({ shape, count }: Words, { first, last }: Window): Window {
  let from = first;
  while (from < last - 1 && (shape[from] === SHAPE.dash || shape[from] === SHAPE.other)) from++;
  let brackets = 0;
  for (let at = from; at < last; at++) if (shape[at] === SHAPE.bracket) brackets++;
  const closes = brackets % 2 === 1 && last < count && shape[last] === SHAPE.bracket;
  return { first: from, last: closes ? last + 1 : last };
}

/** The span of content: with the opening mark before it and the closing one after it where it reaches both. */
export function contentSpan(reading: Reading, words: Words, range: Window): Span {
  let { first, last } = range;
  const close = closingAfter(words, last);
  const opening = first > 0 && words.quote[first - 1] === QUOTE.opening ? first - 1 : first;
  const owner = words.quotation[last - 1]!;
  const opensInside = owner >= 0 && reading.quotations[owner]!.start >= reading.tokens.starts[opening]!;
  if (close > last && opensInside) last = close;
  const begun = words.quotation[first]!;
  if (opening < first && begun >= 0) {
    const quotation = reading.quotations[begun]!;
    if (!quotation.closed || quotation.end <= reading.tokens.ends[last - 1]!) first = opening;
  }
  const { start, end } = spanOf(reading, { first, last });
  return { start: isCurrency(reading.tokens.text.charAt(start - 1)) ? start - 1 : start, end };
}

/** "$6 million": a mark to whoever counts words, a part of the figure to whoever reads it. */
const isCurrency = (mark: string): boolean => /^\p{Sc}$/u.test(mark);

const FARTHEST_MARK = 4;

/** Where no word says that somebody said it, what stands for one: the colon after a name, the dash before a signature. */
export function attributingMark(words: Words, { source, content }: Draft): Window | null {
  const [name] = source;
  const begins = content[0]!.first;
  const ends = content.at(-1)!.last;
  if (!name) return null;
  const isSigned = name.first >= ends;
  const shape = isSigned ? SHAPE.dash : SHAPE.colon;
  const nearest = isSigned ? name.first - 1 : begins - 1;
  const bound = Math.max(isSigned ? ends : name.last, nearest - FARTHEST_MARK);
  for (let at = nearest; at >= bound; at--) if (words.shape[at] === shape) return { first: at, last: at + 1 };
  return null;
}

/** The token after a closing mark that follows `at` with only stops and commas between; `at` when there is none. */
function closingAfter(words: Words, at: number): number {
  let next = at;
  while (
    next < words.count &&
    next - at < 4 &&
    words.quote[next] === QUOTE.inside &&
    isStop(words.shape[next]!)
  )
    next++;
  return next < words.count && words.quote[next] === QUOTE.closing ? next + 1 : at;
}

const isStop = (shape: number): boolean =>
  shape === SHAPE.comma ||
  shape === SHAPE.stop ||
  shape === SHAPE.dash ||
  shape === SHAPE.colon ||
  shape === SHAPE.quoteMark;
