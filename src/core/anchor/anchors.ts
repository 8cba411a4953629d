// Anchors: pairs of sentences to rely on when everything else is placed between them. The bounds were set on
// bench/anchor.ts: no wrong placement over its seeds, and few orphans.
import { inOrder } from './order.js';
import type { Pair } from './pairs.js';

const CLEAR_MARGIN = 0.12;
const LONE_LIKENESS = 0.7;
const LONE_MARGIN = 0.25;
const LONE_WEIGHT = 20;
/** In a short text no word weighs much; so many unchanged are enough. */
const LONE_WORDS = 6;
const NEIGHBOURHOOD = 4;

/** Pairs to rely on, and the settled ones: clear ones with a neighbour that agrees, and lone ones that leave no doubt. */
export function anchorSentences(found: readonly Pair[], settled: readonly Pair[]): Pair[] {
  if (found.length === 0) return [...settled];
  const trusted = new Set(settled);
  const pairs = [...found, ...settled].sort((a, b) => a.older - b.older);
  const ordered = inOrder(pairs);
  const backed = backedByNeighbours(pairs);
  return pairs.filter((pair, at) => {
    if (trusted.has(pair)) return true;
    if (backed[at]! && (pair.margin >= CLEAR_MARGIN || pair.same)) return true;
    if (ordered[at] ? pair.margin < CLEAR_MARGIN : pair.marginWithin < LONE_MARGIN) return false;
    if (pair.likeness < LONE_LIKENESS) return false;
    return ordered[at]! || pair.weight >= LONE_WEIGHT || (pair.same && pair.words >= LONE_WORDS);
  });
}

function backedByNeighbours(pairs: readonly Pair[]): boolean[] {
  const backed = pairs.map(() => false);
  for (const [at, pair] of pairs.entries()) {
    for (let next = at + 1; next < pairs.length; next++) {
      const ahead = pairs[next]!.older - pair.older;
      if (ahead > NEIGHBOURHOOD) break;
      const step = pairs[next]!.newer - pair.newer;
      if (step < 1 || step > ahead + 3) continue;
      if (pair.margin < CLEAR_MARGIN && pairs[next]!.margin < CLEAR_MARGIN) continue;
      backed[at] = true;
      backed[next] = true;
    }
  }
  return backed;
}
