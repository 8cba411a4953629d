// An alignment of two versions, word by word, and how a pair in it is made, undone and valued.
import { isNear, NEAR } from './fit.js';
import type { Lexicon } from './tokens.js';
import type { Reading } from './weights.js';

export interface Alignment {
  readonly lexicon: Lexicon;
  /** How much each form counts when it is asked whether a statement is still itself. */
  readonly weights: Float64Array;
  readonly older: Reading;
  readonly newer: Reading;
  /** For each older token the newer token it became (perhaps another word in its place), or -1. */
  readonly became: Int32Array;
  /** For each older token how sure that is. */
  readonly sure: Float64Array;
  /** For each newer token the older token it was, or -1. */
  readonly was: Int32Array;
  /** 1 for each older token that left its order. */
  readonly moved: Uint8Array;
}

export function link(alignment: Alignment, from: number, to: number, sure: number): void {
  alignment.became[from] = to;
  alignment.sure[from] = sure;
  alignment.was[to] = from;
}

export function unlink({ became, was }: Alignment, from: number, to: number): void {
  if (became[from]! >= 0) was[became[from]!] = -1;
  if (was[to]! >= 0) became[was[to]!] = -1;
}

/** The weight two aligned tokens share: all of it when equal, some of it when a slip apart. */
export function likenessOf(alignment: Alignment, from: number, to: number): number {
  const a = alignment.older.tokens.ids[from]!;
  const b = alignment.newer.tokens.ids[to]!;
  if (a === b) return alignment.weights[a]!;
  return isNear(alignment.lexicon.forms[a]!, alignment.lexicon.forms[b]!) ? NEAR * alignment.weights[a]! : 0;
}

/** True if the word was found again, not another in its place. */
export const isFaithful = (alignment: Alignment, at: number): boolean =>
  alignment.became[at]! >= 0 && likenessOf(alignment, at, alignment.became[at]!) > 0;
