// How far an article is: counts for the sentence, and widths for the bar.
import { RATINGS } from '../../core/rating.js';
import type { Counts } from '../../core/store.js';
import { type Status, statusOf } from './statement-line.js';

export interface ProgressPart extends Status {
  readonly n: number;
  /** Where this part begins and how wide it is, of 100. */
  readonly from: number;
  readonly width: number;
}

export interface Progress {
  readonly total: number;
  readonly rated: number;
  readonly waiting: number;
  readonly fellBack: number;
  readonly struckOut: number;
  readonly parts: readonly ProgressPart[];
}

export function progressOf(counts: Counts): Progress {
  let from = 0;
  const parts: ProgressPart[] = [];
  for (const rating of RATINGS) {
    const n = counts.byRating[rating] ?? 0;
    if (n === 0) continue;
    const width = (100 * n) / counts.total;
    parts.push({ ...statusOf(rating), n, from: round(from), width: round(width) });
    from += width;
  }
  return {
    total: counts.total,
    rated: counts.total - (counts.byRating.unchecked ?? 0),
    waiting: counts.byPhase.awaiting_second ?? 0,
    fellBack: counts.byPhase.fell_back ?? 0,
    struckOut: counts.byPhase.struck_out ?? 0,
    parts,
  };
}

const round = (value: number): number => Math.round(value * 100) / 100;
