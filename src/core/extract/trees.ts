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

export function probabilityOf(trees: Trees, values: Float64Array): number {
  return 1 / (1 + Math.exp(-logOdds(trees, values)));
}

/** Two trees are gone down side by side, without a branch in the code: neither waits for the other. */
export function logOdds({ depth, bias, features, thresholds, leaves }: Trees, values: Float64Array): number {
  const inner = (1 << depth) - 1;
  const leavesEach = inner + 1;
  let sum = bias;
  for (let base = 0, leaf = 0; base < features.length; base += 2 * inner, leaf += 2 * leavesEach) {
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
