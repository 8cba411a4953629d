// Looking spans up by halving, in lists sorted by start.
import type { Span } from './span.js';

/** Index of the first span that ends after `offset`, in spans that do not overlap; the length when there is none. */
export const firstEndingAfter = (spans: readonly Span[], offset: number): number =>
  firstThat(spans, ({ end }) => end > offset);

/** Index of the first span that starts at `offset` or later; the length when there is none. */
export const firstStartingFrom = (spans: readonly Span[], offset: number): number =>
  firstThat(spans, ({ start }) => start >= offset);

/** `holds` is false up to some span and true from there on. */
function firstThat(spans: readonly Span[], holds: (span: Span) => boolean): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(spans[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
