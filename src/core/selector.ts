// Spans as W3C Web Annotation selectors and back. Positions there count Unicode code points, ours UTF-16 units; the
// conversion lives here and nowhere else.
import { invalid } from './errors.js';
import { type CodePoints, countCodePoints, splitsCharacter } from './selector/code-points.js';
import { occurrences } from './selector/occurrences.js';
import { exact, type Span } from './span.js';

/** https://www.w3.org/TR/annotation-model/#text-quote-selector */
export interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

/** https://www.w3.org/TR/annotation-model/#text-position-selector: code points, `end` not included. */
export interface TextPositionSelector {
  readonly type: 'TextPositionSelector';
  readonly start: number;
  readonly end: number;
}

/** Both, each enough by itself in the text they were made from: https://www.w3.org/TR/annotation-model/#selectors */
export type Selector = readonly [TextQuoteSelector, TextPositionSelector];

const SHORTEST_CONTEXT = 32;
const LONGEST_CONTEXT = 512;

/**
 * Prefix and suffix grow until the words stand out in the text, or to 512 units a side.
 * Give `codePoints` when describing many spans of one text.
 */
export function describeSpan(
  text: string,
  span: Span,
  codePoints: CodePoints = countCodePoints(text),
): Selector {
  const { start, end } = span;
  if (!(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= text.length))
    throw invalid(`The span ${start}–${end} is not in the text, which has ${text.length} units.`);
  if (splitsCharacter(text, start) || splitsCharacter(text, end))
    throw invalid(`The span ${start}–${end} begins or ends inside a character.`);
  return [
    { type: 'TextQuoteSelector', exact: exact(text, span), ...contextOf(text, span) },
    {
      type: 'TextPositionSelector',
      start: codePoints.codePointsBefore(start),
      end: codePoints.codePointsBefore(end),
    },
  ];
}

/**
 * The span in `text`, or undefined when the quotation with its context is not there, or there more than once and not
 * at the position given. Words found in another context are not the words described.
 */
export function locateSelector(text: string, selector: Selector): Span | undefined {
  const [quote, position] = selector;
  const { prefix = '', suffix = '' } = quote;
  const starts = occurrences(text, prefix + quote.exact + suffix);
  const fits = starts
    .map((at) => ({ start: at + prefix.length, end: at + prefix.length + quote.exact.length }))
    .filter((span) => !splitsCharacter(text, span.start) && !splitsCharacter(text, span.end));
  if (fits.length <= 1) return fits[0];
  const start = countCodePoints(text).unitAt(position.start);
  return fits.find((span) => span.start === start);
}

function contextOf(text: string, { start, end }: Span): { prefix: string; suffix: string } {
  let length = SHORTEST_CONTEXT;
  for (;;) {
    const before = wholeCharacter(text, Math.max(0, start - length), 1);
    const after = wholeCharacter(text, Math.min(text.length, end + length), -1);
    const isAll = before === 0 && after === text.length;
    if (length >= LONGEST_CONTEXT || isAll || isOnly(text, before, after))
      return { prefix: text.slice(before, start), suffix: text.slice(end, after) };
    length *= 2;
  }
}

const isOnly = (text: string, start: number, end: number): boolean =>
  occurrences(text, text.slice(start, end), 2).length === 1;

const wholeCharacter = (text: string, at: number, step: 1 | -1): number =>
  splitsCharacter(text, at) ? at + step : at;
