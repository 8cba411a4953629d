// Weights of features, one byte each, in a table of hashed keys. The first label's weight is always nought.
import type { Labels } from './chain.js';

export interface WeightTable {
  /** Upper half of each slot's key; 0 for an empty slot. Their number is a power of two. */
  readonly tags: Uint16Array;
  /** slot * (labels - 1) + label - 1, in units of `scale`. */
  readonly weights: Int8Array;
  readonly scale: number;
}

export const tagOf = (key: number): number => key >>> 16 || 1;

/** The slot that holds `key`, or -1. */
export function slotOf(table: WeightTable, key: number): number {
  const { tags } = table;
  const mask = tags.length - 1;
  const tag = tagOf(key);
  for (let slot = key & mask; ; slot = (slot + 1) & mask) {
    const found = tags[slot]!;
    if (found === tag) return slot;
    if (found === 0) return -1;
  }
}

/** Adds the weights of `length` rows of `width` keys to `scores`, `labels.count` values a position. */
export function addScores(
  table: WeightTable,
  labels: Labels,
  keys: Int32Array,
  width: number,
  length: number,
  scores: Float32Array,
): void {
  const { weights, scale } = table;
  const row = labels.count - 1;
  const sums = new Int32Array(row);
  for (let t = 0, key = 0; t < length; t++) {
    sums.fill(0);
    for (let f = 0; f < width; f++, key++) {
      const slot = slotOf(table, keys[key]!);
      if (slot < 0) continue;
      const from = slot * row;
      for (let label = 0; label < row; label++) sums[label]! += weights[from + label]!;
    }
    const at = t * labels.count + 1;
    for (let label = 0; label < row; label++) scores[at + label]! += sums[label]! * scale;
  }
}
