// Trains a linear-chain conditional random field by AdaGrad, one sequence at a time, in a seeded order.
import type { Labels } from '../core/extract/chain.js';
import { factorsOf, marginals, stepMarginals } from '../core/extract/marginals.js';

/** Rows of features, `width` of them a position; position 0 of the sequence is `start` positions in. */
export interface RowGroup {
  readonly rows: Int32Array;
  readonly width: number;
  readonly start: number;
}

export interface Sequence {
  readonly length: number;
  readonly groups: readonly RowGroup[];
  readonly context: Uint16Array;
  readonly gold: Uint8Array;
  readonly weight: number;
}

export interface ChainModel {
  readonly labels: Labels;
  /** row * labels.count + label. */
  readonly weights: Float32Array;
  /** context * count² + from * count + to. */
  readonly steps: Float32Array;
}

export interface TrainingOptions {
  readonly rows: number;
  readonly contexts: number;
  readonly epochs: number;
  readonly rate: number;
  readonly l2: number;
  readonly seed: number;
  /** Share of features hidden at each look, so that none is leant on alone. */
  readonly dropout: number;
  readonly log?: (line: string) => void;
}

interface Learning {
  readonly model: ChainModel;
  /** Exponentials of the steps' weights. */
  readonly factors: Float64Array;
  readonly weightSquares: Float32Array;
  readonly stepSquares: Float32Array;
  /** By label, and by from * count + to: room to work in. */
  readonly slopes: Float64Array;
  readonly probable: Float64Array;
}

export function trainChain(
  labels: Labels,
  sequences: readonly Sequence[],
  options: TrainingOptions,
): ChainModel {
  const { count } = labels;
  const weights = new Float32Array(options.rows * count);
  const steps = new Float32Array(options.contexts * count * count);
  const model = { labels, weights, steps };
  const state: Learning = {
    model,
    factors: factorsOf(steps),
    weightSquares: new Float32Array(weights.length).fill(1e-2),
    stepSquares: new Float32Array(steps.length).fill(1e-2),
    slopes: new Float64Array(count),
    probable: new Float64Array(count * count),
  };
  const sums = { weights: new Float32Array(weights.length), steps: new Float32Array(steps.length), times: 0 };
  const order = Array.from({ length: sequences.length }, (_, index) => index);
  const random = randomFrom(options.seed);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    const rate = options.rate * (1 - (0.8 * epoch) / options.epochs);
    let loss = 0;
    order.forEach((index, done) => {
      const seen = withoutSome(sequences[index]!, options.dropout, random);
      loss += learn(state, seen, rate, options.l2);
      if (epoch > 0 && done % Math.ceil(order.length / LOOKS) === 0) addTo(sums, model);
    });
    options.log?.(`epoch ${epoch + 1}: loss ${(loss / sequences.length).toFixed(4)}`);
  }
  for (let at = 0; at < weights.length; at++)
    weights[at] = (sums.weights[at]! / sums.times) * (1 - options.dropout);
  for (let at = 0; at < steps.length; at++) steps[at] = sums.steps[at]! / sums.times;
  return model;
}

/** Weights are averaged over this many looks an epoch, from the second on. */
const LOOKS = 8;

function addTo(sums: { weights: Float32Array; steps: Float32Array; times: number }, model: ChainModel): void {
  for (let at = 0; at < sums.weights.length; at++) sums.weights[at]! += model.weights[at]!;
  for (let at = 0; at < sums.steps.length; at++) sums.steps[at]! += model.steps[at]!;
  sums.times++;
}

function withoutSome(sequence: Sequence, dropout: number, random: () => number): Sequence {
  if (dropout === 0) return sequence;
  const groups = sequence.groups.map(({ rows, width, start }) => {
    const kept = rows.slice(start * width, (start + sequence.length) * width);
    for (let at = 0; at < kept.length; at++) if (random() < dropout) kept[at] = 0;
    return { rows: kept, width, start: 0 };
  });
  return { ...sequence, groups };
}

export function scoreSequence(model: ChainModel, sequence: Sequence): Float32Array {
  const { count } = model.labels;
  const scores = new Float32Array(sequence.length * count);
  for (const { rows, width, start } of sequence.groups) {
    for (let t = 0; t < sequence.length; t++) {
      const from = (start + t) * width;
      for (let f = from; f < from + width; f++) {
        const row = rows[f]! * count;
        if (row === 0) continue;
        for (let label = 0; label < count; label++) scores[t * count + label]! += model.weights[row + label]!;
      }
    }
  }
  return scores;
}

const NEGLIGIBLE = 0.002;

function learn(state: Learning, sequence: Sequence, rate: number, l2: number): number {
  const { labels, steps } = state.model;
  const { count } = labels;
  const { length, gold, context } = sequence;
  const scores = scoreSequence(state.model, sequence);
  const { unary, logPartition } = marginals(labels, length, scores, state.factors, context);
  let loss = logPartition;
  for (let t = 0; t < length; t++) {
    loss -= scores[t * count + gold[t]!]!;
    if (t > 0) loss -= steps[context[t]! * count * count + gold[t - 1]! * count + gold[t]!]!;
  }
  const moves = stepSlopes(state, sequence);
  for (let t = 0; t < length; t++) {
    for (let label = 0; label < count; label++) {
      state.slopes[label] = sequence.weight * (unary[t * count + label]! - (gold[t] === label ? 1 : 0));
    }
    learnRows(state, sequence, t, rate, l2);
  }
  learnSteps(state, sequence, moves, rate);
  return loss;
}

/** Moves the weights of the features at position t against their slopes. */
function learnRows(
  { model, slopes, weightSquares }: Learning,
  { groups }: Sequence,
  t: number,
  rate: number,
  l2: number,
): void {
  const { count } = model.labels;
  const { weights } = model;
  let most = 0;
  for (let label = 0; label < count; label++) most = Math.max(most, Math.abs(slopes[label]!));
  if (most < NEGLIGIBLE) return;
  for (const { rows, width, start } of groups) {
    const from = (start + t) * width;
    for (let f = from; f < from + width; f++) {
      if (rows[f] === 0) continue;
      const row = rows[f]! * count;
      for (let label = 0; label < count; label++) {
        if (Math.abs(slopes[label]!) < NEGLIGIBLE) continue;
        const at = row + label;
        const slope = slopes[label]! + l2 * weights[at]!;
        const square = weightSquares[at]! + slope * slope;
        weightSquares[at] = square;
        weights[at]! -= (rate * slope) / Math.sqrt(square);
      }
    }
  }
}

/** How probable each step was, less whether it was taken, by position * pairs + pair. */
function stepSlopes({ model, factors, probable }: Learning, sequence: Sequence): Float64Array {
  const { count, pairs } = model.labels;
  const { length, gold, context, weight } = sequence;
  const slopes = new Float64Array((length * pairs.length) / 2);
  for (let t = 1; t < length; t++) {
    stepMarginals(model.labels, t - 1, factors, context, probable);
    for (let p = 0; p < pairs.length; p += 2) {
      const taken = gold[t - 1] === pairs[p] && gold[t] === pairs[p + 1] ? 1 : 0;
      slopes[(t * pairs.length + p) / 2] = weight * (probable[pairs[p]! * count + pairs[p + 1]!]! - taken);
    }
  }
  return slopes;
}

function learnSteps(
  { model, factors, stepSquares }: Learning,
  { length, context }: Sequence,
  slopes: Float64Array,
  rate: number,
): void {
  const { count, pairs } = model.labels;
  for (let t = 1; t < length; t++) {
    for (let p = 0; p < pairs.length; p += 2) {
      const slope = slopes[(t * pairs.length + p) / 2]!;
      if (Math.abs(slope) < NEGLIGIBLE) continue;
      const at = context[t]! * count * count + pairs[p]! * count + pairs[p + 1]!;
      stepSquares[at]! += slope * slope;
      model.steps[at]! -= (rate * slope) / Math.sqrt(stepSquares[at]!);
      factors[at] = Math.exp(model.steps[at]!);
    }
  }
}

/** Mulberry32: the same order from the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
}
