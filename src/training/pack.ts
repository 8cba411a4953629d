// Packs a trained chain into a weight table: the heaviest features, one byte a weight.
import { tagOf, type WeightTable } from '../core/extract/weight-table.js';
import type { ChainModel } from './chain-trainer.js';
import type { FeatureIndex } from './feature-index.js';

const FULLEST = 0.75;

export function packChain({ labels, weights }: ChainModel, index: FeatureIndex, slots: number): WeightTable {
  const { count } = labels;
  const relative = (row: number, label: number): number => weights[row * count + label]! - weights[row * count]!;
  const heft = new Float32Array(index.rows);
  for (let row = 1; row < index.rows; row++) {
    for (let label = 1; label < count; label++) heft[row] = Math.max(heft[row]!, Math.abs(relative(row, label)));
  }
  const kept = heaviest(heft, Math.floor(slots * FULLEST));
  const scale = heftAt(heft, kept, 0.9995) / 127;
  const tags = new Uint16Array(slots);
  const packed = new Int8Array(slots * (count - 1));
  for (const row of kept) {
    const key = index.keys[row]!;
    let slot = key & (slots - 1);
    while (tags[slot] !== 0) slot = (slot + 1) & (slots - 1);
    tags[slot] = tagOf(key);
    for (let label = 1; label < count; label++) {
      const units = Math.round(relative(row, label) / scale);
      packed[slot * (count - 1) + label - 1] = Math.max(-127, Math.min(127, units));
    }
  }
  return { tags, weights: packed, scale };
}

function heaviest(heft: Float32Array, limit: number): number[] {
  const rows: number[] = [];
  for (let row = 1; row < heft.length; row++) if (heft[row]! > 0.02) rows.push(row);
  rows.sort((a, b) => heft[b]! - heft[a]! || a - b);
  return rows.slice(0, limit);
}

const heftAt = (heft: Float32Array, rows: readonly number[], share: number): number =>
  heft[rows[Math.floor((1 - share) * rows.length)]!]!;
