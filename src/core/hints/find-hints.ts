// What gives pause in an article, from its own words: sums that do not come out, figures that differ between speakers,
// a claim that turns into the publisher's own voice. Says nothing it is not sure of; rates nothing.
import type { ArticleText } from '../article.js';
import type { Span } from '../span.js';
import type { ExtractedStatement } from '../statement.js';
import { checkConversions } from './conversion.js';
import { compareFigures } from './figures.js';
import type { Finding, Hint } from './hint.js';
import { checkLists } from './list.js';
import { checkChanges, checkRatios } from './ratio.js';
import { compareVoices } from './voice.js';

const CHECKS: readonly ((text: string, span: Span) => Finding[])[] = [
  checkConversions,
  checkRatios,
  checkChanges,
  checkLists,
];

/** No single content is read further than this. */
const READ = 4000;

/** Hints in the order of the words they are about. `statement` is an index into `statements`. */
export function findHints({ text }: ArticleText, statements: readonly ExtractedStatement[]): Hint[] {
  const sums = statements.flatMap(({ content }, statement) =>
    content.flatMap(({ start, end }) => {
      const span = { start, end: Math.min(end, start + READ) };
      return CHECKS.flatMap((check) => check(text, span)).map((finding) => ({ statement, ...finding }));
    }),
  );
  const hints = [
    ...withoutDoubles(sums),
    ...compareFigures(text, statements),
    ...compareVoices(text, statements),
  ];
  return hints.sort((a, b) => a.spans[0]!.start - b.spans[0]!.start);
}

/** A sum inside a statement within another is found twice; the later statement, the inner one, keeps it. */
const withoutDoubles = (hints: readonly Hint[]): Hint[] => [
  ...new Map(
    hints.map((hint) => [`${hint.kind} ${hint.spans[0]!.start} ${hint.spans[0]!.end}`, hint]),
  ).values(),
];
