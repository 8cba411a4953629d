// Trains what the words of a finding speak for it: logistic regression over its keys, by AdaGrad in a seeded order.
import { putScore, SCORE_MOST, type ScoreTable } from '../core/extract/score-table.js';
import { randomFrom } from './chain-trainer.js';
import type { FeatureIndex } from './feature-index.js';

export interface HunchOptions {
  readonly epochs: number;
  readonly rate: number;
  readonly seed: number;
}

/** A finding as rows of an index, and whether it is right. */
export interface HunchExample {
  readonly rows: Int32Array;
  readonly right: boolean;
}

export interface HunchModel {
  readonly weights: Float32Array;
  readonly bias: number;
}

/** Lets the first looks at a rare feature move it little. */
const CAUTION = 0.1;
const BIAS_RATE = 0.002;
const FIRST_BIAS = -2;
const NEGLIGIBLE = 0.01;
/** Weights are averaged over this many looks an epoch, from the second on. */
const LOOKS = 4;

export function trainHunches(
  examples: readonly HunchExample[],
  rows: number,
  { epochs, rate, seed }: HunchOptions,
): HunchModel {
  const weights = new Float32Array(rows);
  const squares = new Float32Array(rows).fill(CAUTION);
  const sums = new Float32Array(rows);
  let bias = FIRST_BIAS;
  let biasSum = 0;
  let looks = 0;
  const random = randomFrom(seed);
  const order = Int32Array.from(examples, (_, at) => at);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      [order[at], order[other]] = [order[other]!, order[at]!];
    }
    order.forEach((index, done) => {
      const { rows: own, right } = examples[index]!;
      let odds = bias;
      for (const row of own) odds += weights[row]!;
      const slope = 1 / (1 + Math.exp(-odds)) - (right ? 1 : 0);
      bias -= BIAS_RATE * slope;
      if (Math.abs(slope) >= NEGLIGIBLE) {
        for (const row of own) {
          if (row === 0) continue;
          squares[row]! += slope * slope;
          weights[row]! -= (rate * slope) / Math.sqrt(squares[row]!);
        }
      }
      if (epoch === 0 || done % Math.ceil(order.length / LOOKS) !== 0) return;
      for (let row = 0; row < rows; row++) sums[row]! += weights[row]!;
      biasSum += bias;
      looks++;
    });
  }
  return { weights: sums.map((sum) => sum / looks), bias: biasSum / looks };
}

export function hunchOf({ weights, bias }: HunchModel, rows: Int32Array): number {
  let odds = bias;
  for (const row of rows) odds += weights[row]!;
  return odds;
}

/** Fuller, and a look-up that finds nothing takes long. */
const FULLEST = 0.5;

/** The weights that matter most, in eight bits each. */
export function packHunches({ weights, bias }: HunchModel, index: FeatureIndex, slots: number): ScoreTable {
  const worth = weights.map((weight, row) => Math.abs(weight) * index.counts[row]! ** 0.35);
  const kept = [...weights.keys()]
    .filter((row) => row > 0 && weights[row] !== 0)
    .sort((a, b) => worth[b]! - worth[a]! || a - b)
    .slice(0, Math.floor(slots * FULLEST));
  const heaviest = kept.map((row) => Math.abs(weights[row]!)).sort((a, b) => b - a);
  const scale = heaviest[Math.floor(heaviest.length / 2000)]! / SCORE_MOST;
  const rows = new Int32Array(slots);
  for (const row of kept) {
    const units = Math.max(-SCORE_MOST, Math.min(SCORE_MOST, Math.round(weights[row]! / scale)));
    if (units !== 0) putScore(rows, index.keys[row]!, units);
  }
  return { rows, scale, bias };
}
