// Packs a trained chain into its table: the features that matter most, seven or eight bits a weight.
import { PAIR_MOST, putPair, putSeven, SEVEN_MOST } from '../core/extract/weight-table.js';
import type { ChainModel } from './chain-trainer.js';
import type { FeatureIndex } from './feature-index.js';

/** Fuller, and a look-up that finds nothing takes long. */
const FULLEST = 0.375;

export interface Packed {
  readonly rows: Int32Array;
  readonly scale: number;
}

export const packPairs = (chain: ChainModel, index: FeatureIndex, slots: number): Packed =>
  pack(chain, index, slots, new Int32Array(slots), PAIR_MOST, putPair);

export const packSevens = (chain: ChainModel, index: FeatureIndex, slots: number): Packed =>
  pack(chain, index, slots, new Int32Array(2 * slots), SEVEN_MOST, putSeven);

function pack(
  { labels, weights }: ChainModel,
  index: FeatureIndex,
  slots: number,
  rows: Int32Array,
  most: number,
  put: (rows: Int32Array, key: number, units: readonly number[]) => void,
): Packed {
  const { count } = labels;
  const relative = (row: number, label: number): number =>
    weights[row * count + label]! - weights[row * count]!;
  const heft = new Float32Array(index.rows);
  for (let row = 1; row < index.rows; row++) {
    for (let label = 1; label < count; label++)
      heft[row] = Math.max(heft[row]!, Math.abs(relative(row, label)));
  }
  const kept = foremost(heft, index, Math.floor(slots * FULLEST));
  const scale = largest(heft, kept) / most;
  for (const row of kept) {
    const units: number[] = [];
    for (let label = 1; label < count; label++) {
      units.push(Math.max(-most, Math.min(most, Math.round(relative(row, label) / scale))));
    }
    put(rows, index.keys[row]!, units);
  }
  return { rows, scale };
}

/** Weight counts, and so, less, does how often the feature was seen. */
function foremost(heft: Float32Array, { counts }: FeatureIndex, limit: number): number[] {
  const worth = heft.map((weight, row) => weight * counts[row]! ** 0.35);
  const rows: number[] = [];
  for (let row = 1; row < heft.length; row++) if (heft[row]! > 0.02) rows.push(row);
  rows.sort((a, b) => worth[b]! - worth[a]! || a - b);
  return rows.slice(0, limit);
}

/** All but one weight in five hundred fit; those are cut. */
function largest(heft: Float32Array, kept: readonly number[]): number {
  const sorted = kept.map((row) => heft[row]!).sort((a, b) => b - a);
  return sorted[Math.floor(sorted.length / 500)]!;
}
