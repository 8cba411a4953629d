// Words that changed places with a neighbour. An alignment only runs forward, and loses one of the two.
import { type Alignment, isFaithful, link, unlink } from './alignment.js';

/** A swapped word may be this far from where the alignment, which only runs forward, looked for it. */
const SWAP_REACH = 4;

/** "Petrova said" became "said Petrova": the alignment lost one of the two words, or took them for each other. */
export function followSwaps(alignment: Alignment): void {
  const { became, was, older, newer, lexicon } = alignment;
  for (let at = 0; at < became.length; at++) {
    const id = older.tokens.ids[at]!;
    if (lexicon.isWord[id] === 0 || isFaithful(alignment, at)) continue;
    const near = neighbourPlace(alignment, at);
    if (near < 0) continue;
    const first = Math.max(0, near - SWAP_REACH);
    const end = Math.min(newer.tokens.count, near + SWAP_REACH + 1);
    for (let to = first; to < end; to++) {
      if (newer.tokens.ids[to] !== id || newer.sentences.of[to] !== newer.sentences.of[near]) continue;
      if (was[to]! >= 0 && isFaithful(alignment, was[to]!)) continue;
      unlink(alignment, at, to);
      link(alignment, at, to, 1);
      break;
    }
  }
}

/** Where the nearest faithful word of the same sentence went, or -1. */
function neighbourPlace(alignment: Alignment, at: number): number {
  const { of } = alignment.older.sentences;
  for (let step = 1; step <= SWAP_REACH; step++)
    for (const beside of [at - step, at + step])
      if (of[beside] === of[at] && isFaithful(alignment, beside)) return alignment.became[beside]!;
  return -1;
}
