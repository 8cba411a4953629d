// Forward and backward over a chain: how probable each label is at each position, and each step between two.
import type { Labels } from './chain.js';

export interface Marginals {
  /** position * count + label. */
  readonly unary: Float64Array;
  /** (position * count + from) * count + to: the step from position to position + 1; only where asked for. */
  readonly pairwise: Float64Array;
  readonly logPartition: number;
}

export function marginals(
  labels: Labels,
  length: number,
  scores: Float32Array,
  steps: Float32Array,
  context: Uint16Array,
): Marginals {
  const { count, pairs } = labels;
  const square = count * count;
  const emitted = new Float64Array(length * count);
  const stepped = new Float64Array(length * square);
  const forward = new Float64Array(length * count);
  const backward = new Float64Array(length * count);
  const pairwise = new Float64Array(length * square);
  let logPartition = 0;
  for (let t = 0; t < length; t++) {
    let highest = Number.NEGATIVE_INFINITY;
    for (let label = 0; label < count; label++) highest = Math.max(highest, scores[t * count + label]!);
    logPartition += highest;
    for (let label = 0; label < count; label++) {
      emitted[t * count + label] = Math.exp(scores[t * count + label]! - highest);
    }
    if (t === 0) continue;
    for (let p = 0; p < pairs.length; p += 2) {
      const step = pairs[p]! * count + pairs[p + 1]!;
      stepped[t * square + step] = Math.exp(steps[context[t]! * square + step]!);
    }
  }
  for (let label = 0; label < count; label++) forward[label] = labels.mayStart[label] ? emitted[label]! : 0;
  logPartition += Math.log(normalise(forward, 0, count));
  for (let t = 1; t < length; t++) {
    const row = t * count;
    for (let p = 0; p < pairs.length; p += 2) {
      const from = pairs[p]!;
      const to = pairs[p + 1]!;
      forward[row + to]! += forward[row - count + from]! * stepped[t * square + from * count + to]!;
    }
    for (let label = 0; label < count; label++) forward[row + label]! *= emitted[row + label]!;
    logPartition += Math.log(normalise(forward, row, count));
  }
  const end = (length - 1) * count;
  let ending = 0;
  for (let label = 0; label < count; label++) {
    backward[end + label] = labels.mayEnd[label] ? 1 : 0;
    ending += forward[end + label]! * backward[end + label]!;
  }
  logPartition += Math.log(ending);
  for (let t = length - 2; t >= 0; t--) {
    const row = t * count;
    for (let p = 0; p < pairs.length; p += 2) {
      const from = pairs[p]!;
      const to = pairs[p + 1]!;
      const after = backward[row + count + to]! * emitted[row + count + to]!;
      backward[row + from]! += stepped[(t + 1) * square + from * count + to]! * after;
    }
    normalise(backward, row, count);
  }
  return {
    unary: combine(labels, length, forward, backward, emitted, stepped, pairwise),
    pairwise,
    logPartition,
  };
}

function combine(
  labels: Labels,
  length: number,
  forward: Float64Array,
  backward: Float64Array,
  emitted: Float64Array,
  stepped: Float64Array,
  pairwise: Float64Array,
): Float64Array {
  const { count, pairs } = labels;
  const square = count * count;
  const unary = new Float64Array(length * count);
  for (let t = 0; t < length; t++) {
    const row = t * count;
    for (let label = 0; label < count; label++)
      unary[row + label] = forward[row + label]! * backward[row + label]!;
    normalise(unary, row, count);
    if (t + 1 === length) continue;
    let sum = 0;
    for (let p = 0; p < pairs.length; p += 2) {
      const step = pairs[p]! * count + pairs[p + 1]!;
      const value =
        forward[row + pairs[p]!]! *
        stepped[(t + 1) * square + step]! *
        emitted[row + count + pairs[p + 1]!]! *
        backward[row + count + pairs[p + 1]!]!;
      pairwise[t * square + step] = value;
      sum += value;
    }
    for (let p = 0; p < pairs.length; p += 2)
      pairwise[t * square + pairs[p]! * count + pairs[p + 1]!]! /= sum;
  }
  return unary;
}

function normalise(values: Float64Array, from: number, count: number): number {
  let sum = 0;
  for (let at = from; at < from + count; at++) sum += values[at]!;
  if (sum > 0) for (let at = from; at < from + count; at++) values[at]! /= sum;
  return sum;
}
