// A sum of small decision trees, all of one depth, laid out level by level; the answer is a probability.

export interface Trees {
  readonly depth: number;
  readonly bias: number;
  /** Inner nodes, (2^depth - 1) a tree: which value is compared, and with what; not above goes left. */
  readonly features: Uint8Array;
  readonly thresholds: Float64Array;
  /** 2^depth a tree. */
  readonly leaves: Float32Array;
}

/** A bound on the leaves still to come, by pairs of trees, so that a sum without hope is not finished. */
export type Hopes = Float64Array;

/** What the leaves of each pair of trees and of those after it add at most, and a little more for rounding. */
export function hopesOf({ depth, leaves }: Trees): Hopes {
  const pair = 2 << depth;
  const hopes = new Float64Array(Math.ceil(leaves.length / pair) + 1);
  hopes[hopes.length - 1] = 1e-6;
  for (let at = hopes.length - 2; at >= 0; at--) {
    let most = 0;
    for (let from = at * pair; from < Math.min((at + 1) * pair, leaves.length); from += pair / 2)
      most += leaves.subarray(from, from + pair / 2).reduce((a, b) => Math.max(a, b));
    hopes[at] = hopes[at + 1]! + most;
  }
  return hopes;
}

/** The probability, or 0 where it cannot reach `least`. */
export function probabilityFrom(trees: Trees, hopes: Hopes, values: Float64Array, least: number): number {
  const odds = logOdds(trees, values, hopes, Math.log(least / (1 - least)));
  return 1 / (1 + Math.exp(-odds));
}

const NO_HOPES: Hopes = new Float64Array(0);

/**
 * Two trees are gone down side by side, without a branch in the code: neither waits for the other. The answer is
 * -Infinity where it cannot reach `enough`.
 */
export function logOdds(
  { depth, bias, features, thresholds, leaves }: Trees,
  values: Float64Array,
  hopes: Hopes = NO_HOPES,
  enough = Number.NEGATIVE_INFINITY,
): number {
  const inner = (1 << depth) - 1;
  const leavesEach = inner + 1;
  let sum = bias;
  const mayStop = enough > Number.NEGATIVE_INFINITY;
  for (let base = 0, leaf = 0, pair = 0; base < features.length; base += 2 * inner, leaf += 2 * leavesEach) {
    if (mayStop && sum + hopes[pair++]! < enough) return Number.NEGATIVE_INFINITY;
    const other = base + inner < features.length ? inner : 0;
    let node = 0;
    let second = 0;
    for (let level = 0; level < depth; level++) {
      const at = base + node;
      const beside = base + other + second;
      node = 2 * node + 1 + Number(values[features[at]!]! > thresholds[at]!);
      second = 2 * second + 1 + Number(values[features[beside]!]! > thresholds[beside]!);
    }
    sum += leaves[leaf + node - inner]!;
    if (other > 0) sum += leaves[leaf + leavesEach + second - inner]!;
  }
  return sum;
}
