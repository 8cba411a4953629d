// How probable each label of ROLE is at each position of a window: forward and backward, written out for these labels
// because most of its time goes into its steps. The same answers as `marginals`, which serves any labels.
import type { Marginals } from './marginals.js';
import { IMPOSSIBLE_UNITS, type RoleUnits } from './roles.js';

/** No score counts for less beside another than this, as a logarithm. */
const LOWEST = -80;

/** [d]: what a score counts for that is d units below another; the last stands for all further below. */
export const fallOf = (scale: number): Float64Array =>
  Float64Array.from({ length: Math.ceil(-LOWEST / scale) + 1 }, (_, units) => Math.exp(-units * scale));

/** position * 8 + label: what leads there, and what the label itself counts for. */
let forward = new Float64Array(1 << 12);
let emitted = new Float64Array(1 << 12);
let unary = new Float64Array(1 << 12);

/** Sums are taken into the logarithm before they leave these bounds. */
const SMALLEST = 1e-200;
const LARGEST = 1e200;

/** Good until the next call. The step into position t counts for `factors[context[t] * 64 + from * 8 + to]`. */
export function roleMarginals(
  length: number,
  scores: RoleUnits,
  fall: Float64Array,
  factors: Float64Array,
  context: Uint16Array,
): Marginals {
  if (unary.length < length * 8) {
    forward = new Float64Array(16 * length);
    emitted = new Float64Array(16 * length);
    unary = new Float64Array(16 * length);
  }
  const emission = emit(length * 8, scores, fall);
  const logPartition = emission + goForward(length, factors, context);
  goBackward(length, factors, context);
  return { length, unary, logPartition };
}

/** Each position's highest score counts for one; the sum of these scores is the answer. */
function emit(end: number, { units, scale }: RoleUnits, fall: Float64Array): number {
  const lowest = fall.length - 1;
  let sum = 0;
  for (let at = 0; at < end; at += 8) {
    let highest = units[at]!;
    for (let label = at + 1; label < at + 8; label++) if (units[label]! > highest) highest = units[label]!;
    sum += highest;
    for (let label = at; label < at + 8; label++) {
      const own = units[label]!;
      const below = highest - own;
      emitted[label] = own === IMPOSSIBLE_UNITS ? 0 : fall[Math.min(below, lowest)]!;
    }
  }
  return sum * scale;
}

function goForward(length: number, factors: Float64Array, context: Uint16Array): number {
  let f0 = emitted[0]!;
  let f1 = emitted[1]!;
  let f2 = 0;
  let f3 = 0;
  let f4 = emitted[4]!;
  let f5 = emitted[5]!;
  let f6 = 0;
  let f7 = emitted[7]!;
  forward.fill(0, 0, 8);
  forward[0] = f0;
  forward[1] = f1;
  forward[4] = f4;
  forward[5] = f5;
  forward[7] = f7;
  let logSum = 0;
  let product = 1;
  for (let t = 1; t < length; t++) {
    const at = t * 8;
    const k = context[t]! * 64;
    const g0 = f0 * factors[k]! + f3 * factors[k + 24]! + f4 * factors[k + 32]! + f7 * factors[k + 56]!;
    const g1 = f0 * factors[k + 1]! + f7 * factors[k + 57]!;
    const g2 = f1 * factors[k + 10]! + f2 * factors[k + 18]!;
    const g3 = f1 * factors[k + 11]! + f2 * factors[k + 19]!;
    const g4 = f0 * factors[k + 4]! + f7 * factors[k + 60]!;
    const g5 = f0 * factors[k + 5]! + f3 * factors[k + 29]! + f4 * factors[k + 37]! + f7 * factors[k + 61]!;
    const g6 = f5 * factors[k + 46]! + f6 * factors[k + 54]!;
    const a7 = f0 * factors[k + 7]! + f3 * factors[k + 31]! + f4 * factors[k + 39]!;
    const g7 = a7 + f5 * factors[k + 47]! + f6 * factors[k + 55]! + f7 * factors[k + 63]!;
    f0 = g0 * emitted[at]!;
    f1 = g1 * emitted[at + 1]!;
    f2 = g2 * emitted[at + 2]!;
    f3 = g3 * emitted[at + 3]!;
    f4 = g4 * emitted[at + 4]!;
    f5 = g5 * emitted[at + 5]!;
    f6 = g6 * emitted[at + 6]!;
    f7 = g7 * emitted[at + 7]!;
    const sum = f0 + f1 + f2 + f3 + f4 + f5 + f6 + f7;
    const share = 1 / sum;
    f0 *= share;
    f1 *= share;
    f2 *= share;
    f3 *= share;
    f4 *= share;
    f5 *= share;
    f6 *= share;
    f7 *= share;
    forward[at] = f0;
    forward[at + 1] = f1;
    forward[at + 2] = f2;
    forward[at + 3] = f3;
    forward[at + 4] = f4;
    forward[at + 5] = f5;
    forward[at + 6] = f6;
    forward[at + 7] = f7;
    product *= sum;
    if (product > SMALLEST && product < LARGEST) continue;
    logSum += Math.log(product);
    product = 1;
  }
  return logSum + Math.log(product) + Math.log(f0 + f3 + f4 + f7);
}

/** Goes back from the end, and writes what both ways give into `unary`. */
function goBackward(length: number, factors: Float64Array, context: Uint16Array): void {
  let b0 = 1;
  let b1 = 0;
  let b2 = 0;
  let b3 = 1;
  let b4 = 1;
  let b5 = 0;
  let b6 = 0;
  let b7 = 1;
  for (let t = length - 1; t >= 0; t--) {
    const at = t * 8;
    const u0 = forward[at]! * b0;
    const u1 = forward[at + 1]! * b1;
    const u2 = forward[at + 2]! * b2;
    const u3 = forward[at + 3]! * b3;
    const u4 = forward[at + 4]! * b4;
    const u5 = forward[at + 5]! * b5;
    const u6 = forward[at + 6]! * b6;
    const u7 = forward[at + 7]! * b7;
    const share = 1 / (u0 + u1 + u2 + u3 + u4 + u5 + u6 + u7);
    unary[at] = u0 * share;
    unary[at + 1] = u1 * share;
    unary[at + 2] = u2 * share;
    unary[at + 3] = u3 * share;
    unary[at + 4] = u4 * share;
    unary[at + 5] = u5 * share;
    unary[at + 6] = u6 * share;
    unary[at + 7] = u7 * share;
    const k = context[t]! * 64;
    const a0 = b0 * emitted[at]!;
    const a1 = b1 * emitted[at + 1]!;
    const a2 = b2 * emitted[at + 2]!;
    const a3 = b3 * emitted[at + 3]!;
    const a4 = b4 * emitted[at + 4]!;
    const a5 = b5 * emitted[at + 5]!;
    const a6 = b6 * emitted[at + 6]!;
    const a7 = b7 * emitted[at + 7]!;
    const h0 = factors[k]! * a0 + factors[k + 1]! * a1 + factors[k + 4]! * a4;
    b0 = h0 + factors[k + 5]! * a5 + factors[k + 7]! * a7;
    b1 = factors[k + 10]! * a2 + factors[k + 11]! * a3;
    b2 = factors[k + 18]! * a2 + factors[k + 19]! * a3;
    b3 = factors[k + 24]! * a0 + factors[k + 29]! * a5 + factors[k + 31]! * a7;
    b4 = factors[k + 32]! * a0 + factors[k + 37]! * a5 + factors[k + 39]! * a7;
    b5 = factors[k + 46]! * a6 + factors[k + 47]! * a7;
    b6 = factors[k + 54]! * a6 + factors[k + 55]! * a7;
    const h7 = factors[k + 56]! * a0 + factors[k + 57]! * a1 + factors[k + 60]! * a4;
    b7 = h7 + factors[k + 61]! * a5 + factors[k + 63]! * a7;
    const level = 1 / (b0 + b1 + b2 + b3 + b4 + b5 + b6 + b7);
    b0 *= level;
    b1 *= level;
    b2 *= level;
    b3 *= level;
    b4 *= level;
    b5 *= level;
    b6 *= level;
    b7 *= level;
  }
}
