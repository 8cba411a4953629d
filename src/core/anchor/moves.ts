// Which words left their order.
import type { Alignment } from './alignment.js';
import { inOrder } from './order.js';

/** Runs of words that went forward together are weighed as one; the heaviest order is the text's own. */
export function markMoved(alignment: Alignment): void {
  const { became, older, weights, moved } = alignment;
  const runs: { older: number; newer: number; weight: number; end: number }[] = [];
  let previous = -2;
  for (let at = 0; at < became.length; at++) {
    const to = became[at]!;
    if (to < 0) continue;
    const run = runs.at(-1);
    const weight = weights[older.tokens.ids[at]!]!;
    if (run !== undefined && to === previous + 1) {
      run.weight += weight;
      run.end = at + 1;
    } else runs.push({ older: at, newer: to, weight, end: at + 1 });
    previous = to;
  }
  const ordered = inOrder(runs);
  for (const [index, run] of runs.entries())
    if (!ordered[index]) for (let at = run.older; at < run.end; at++) if (became[at]! >= 0) moved[at] = 1;
}
