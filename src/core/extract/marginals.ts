// Forward and backward over a chain: how probable each label is at each position, and each step between two.
import type { Labels } from './chain.js';

/** Good until the next call: the arrays are used again. */
export interface Marginals {
  readonly length: number;
  /** position * count + label. */
  readonly unary: Float64Array;
  readonly logPartition: number;
}

/** The exponentials of weights of steps. */
export const factorsOf = (steps: Float32Array): Float64Array => Float64Array.from(steps, Math.exp);

/** position * count + label: what leads there, what follows from there, and what the label itself counts for. */
let forward = new Float64Array(1 << 12);
let backward = new Float64Array(1 << 12);
let emitted = new Float64Array(1 << 12);
let unary = new Float64Array(1 << 12);

/**
 * `scores` holds `labels.count` values a position; the step into position t counts for
 * `factors[context[t] * count² + from * count + to]`, the exponential of its weight.
 */
export function marginals(
  labels: Labels,
  length: number,
  scores: Float32Array,
  factors: Float64Array,
  context: Uint16Array,
): Marginals {
  const { count } = labels;
  if (unary.length < length * count) {
    const room = 2 * length * count;
    forward = new Float64Array(room);
    backward = new Float64Array(room);
    emitted = new Float64Array(room);
    unary = new Float64Array(room);
  }
  let logPartition = emit(length * count, count, scores);
  logPartition += goForward(labels, length, factors, context);
  goBackward(labels, length, factors, context);
  for (let at = 0; at < length * count; at += count) {
    for (let label = at; label < at + count; label++) unary[label] = forward[label]! * backward[label]!;
    normalise(unary, at, count);
  }
  return { length, unary, logPartition };
}

/** Each position's highest score counts for one; the sum of these scores is the answer. */
function emit(end: number, count: number, scores: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < end; at += count) {
    let highest = scores[at]!;
    for (let label = at + 1; label < at + count; label++)
      if (scores[label]! > highest) highest = scores[label]!;
    sum += highest;
    for (let label = at; label < at + count; label++) emitted[label] = Math.exp(scores[label]! - highest);
  }
  return sum;
}

function goForward(
  { count, pairs, mayStart, mayEnd }: Labels,
  length: number,
  factors: Float64Array,
  context: Uint16Array,
): number {
  for (let label = 0; label < count; label++) forward[label] = mayStart[label] ? emitted[label]! : 0;
  let logSum = Math.log(normalise(forward, 0, count));
  for (let t = 1; t < length; t++) {
    const row = t * count;
    const step = context[t]! * count * count;
    for (let label = row; label < row + count; label++) forward[label] = 0;
    for (let p = 0; p < pairs.length; p += 2) {
      const from = pairs[p]!;
      const to = pairs[p + 1]!;
      forward[row + to]! += forward[row - count + from]! * factors[step + from * count + to]!;
    }
    for (let label = row; label < row + count; label++) forward[label]! *= emitted[label]!;
    logSum += Math.log(normalise(forward, row, count));
  }
  let ending = 0;
  for (let label = 0; label < count; label++)
    if (mayEnd[label]) ending += forward[(length - 1) * count + label]!;
  return logSum + Math.log(ending);
}

function goBackward(
  { count, pairs, mayEnd }: Labels,
  length: number,
  factors: Float64Array,
  context: Uint16Array,
): void {
  const end = (length - 1) * count;
  for (let label = 0; label < count; label++) backward[end + label] = mayEnd[label] ? 1 : 0;
  for (let t = length - 2; t >= 0; t--) {
    const row = t * count;
    const step = context[t + 1]! * count * count;
    for (let label = row; label < row + count; label++) backward[label] = 0;
    for (let p = 0; p < pairs.length; p += 2) {
      const from = pairs[p]!;
      const to = pairs[p + 1]!;
      const after = backward[row + count + to]! * emitted[row + count + to]!;
      backward[row + from]! += factors[step + from * count + to]! * after;
    }
    normalise(backward, row, count);
  }
}

/**
 * Of the chain last gone over: how probable each allowed step from position t to the next is, into `steps`, by
 * from * count + to.
 */
export function stepMarginals(
  { count, pairs }: Labels,
  t: number,
  factors: Float64Array,
  context: Uint16Array,
  steps: Float64Array,
): void {
  const row = t * count;
  const base = context[t + 1]! * count * count;
  let sum = 0;
  for (let p = 0; p < pairs.length; p += 2) {
    const from = pairs[p]!;
    const to = pairs[p + 1]!;
    const next = row + count + to;
    const value =
      forward[row + from]! * factors[base + from * count + to]! * emitted[next]! * backward[next]!;
    steps[from * count + to] = value;
    sum += value;
  }
  for (let p = 0; p < pairs.length; p += 2) steps[pairs[p]! * count + pairs[p + 1]!]! /= sum;
}

/** Divides `count` values by their sum, which is the answer. */
function normalise(values: Float64Array, from: number, count: number): number {
  let sum = 0;
  for (let at = from; at < from + count; at++) sum += values[at]!;
  const share = sum > 0 ? 1 / sum : 1;
  for (let at = from; at < from + count; at++) values[at]! *= share;
  return sum;
}
