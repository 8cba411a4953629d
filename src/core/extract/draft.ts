// A draft: an attribution in ranges of tokens, on its way from the tagger through the rules.
import type { Window } from './window.js';

export interface Draft {
  /** Null where no word says that somebody said it: a turn, a signed quotation, a quotation that goes on. */
  readonly cue: Window | null;
  readonly source: readonly Window[];
  readonly content: readonly Window[];
  readonly confidence: number;
}

export const length = (ranges: readonly Window[]): number =>
  ranges.reduce((sum, r) => sum + r.last - r.first, 0);

export const touches = (ranges: readonly Window[], range: Window): boolean =>
  ranges.some(({ first, last }) => first < range.last && range.first < last);

/** Ranges in order, joined where they meet. */
export function joined(ranges: readonly Window[]): Window[] {
  const sorted = [...ranges].sort((a, b) => a.first - b.first);
  const found: Window[] = [];
  for (const range of sorted) {
    const before = found.at(-1);
    if (before && range.first <= before.last) {
      found[found.length - 1] = { first: before.first, last: Math.max(before.last, range.last) };
    } else found.push(range);
  }
  return found;
}
