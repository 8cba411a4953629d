// Where a statement's words stand, as W3C selectors, for the forms that leave in that language.

import { type CodePoints, splitsCharacter } from '../selector/code-points.js';
import { describeSpan, type Selector } from '../selector.js';
import { exact, type Span } from '../span.js';

const CONTEXT = 32;

/** Above this length, a longer context for words that occur often costs more than it helps: the position says where. */
const LONG_TEXT = 200_000;

export const selectorsOf = (
  text: string,
  spans: readonly Span[],
  codePoints: CodePoints,
): readonly Selector[] =>
  spans.map((span) => {
    const whole = wholeCharacters(text, span);
    const selector = plainly(text, whole, codePoints);
    return text.length > LONG_TEXT || standsOut(text, selector)
      ? selector
      : describeSpan(text, whole, codePoints);
  });

/** Whether words and context are found once: mostly so, and then found out fast. */
function standsOut(text: string, [{ prefix, exact: words, suffix }]: Selector): boolean {
  const quotation = `${prefix}${words}${suffix}`;
  return text.indexOf(quotation) === text.lastIndexOf(quotation);
}

/** A selection made by hand may end inside an emoji; a selector may not. */
function wholeCharacters(text: string, { start, end }: Span): Span {
  return {
    start: splitsCharacter(text, start) ? start - 1 : start,
    end: splitsCharacter(text, end) ? end + 1 : end,
  };
}

function plainly(text: string, span: Span, codePoints: CodePoints): Selector {
  const before = wholeCharacters(text, { start: Math.max(0, span.start - CONTEXT), end: span.start });
  const after = wholeCharacters(text, { start: span.end, end: Math.min(text.length, span.end + CONTEXT) });
  return [
    {
      type: 'TextQuoteSelector',
      exact: exact(text, span),
      prefix: exact(text, before),
      suffix: exact(text, after),
    },
    {
      type: 'TextPositionSelector',
      start: codePoints.codePointsBefore(span.start),
      end: codePoints.codePointsBefore(span.end),
    },
  ];
}
