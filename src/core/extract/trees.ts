// A sum of small decision trees, all of one depth, laid out level by level; the answer is a probability.

export interface Trees {
  readonly depth: number;
  readonly bias: number;
  /** Inner nodes, (2^depth - 1) a tree: which value is compared, and with what; not above goes left. */
  readonly features: Uint8Array;
  readonly thresholds: Float32Array;
  /** 2^depth a tree. */
  readonly leaves: Float32Array;
}

export function probabilityOf(trees: Trees, values: Float64Array): number {
  return 1 / (1 + Math.exp(-logOdds(trees, values)));
}

export function logOdds({ depth, bias, features, thresholds, leaves }: Trees, values: Float64Array): number {
  const inner = (1 << depth) - 1;
  const count = leaves.length >> depth;
  let sum = bias;
  for (let tree = 0; tree < count; tree++) {
    const base = tree * inner;
    let node = 0;
    for (let level = 0; level < depth; level++) {
      node = 2 * node + (values[features[base + node]!]! > thresholds[base + node]! ? 2 : 1);
    }
    sum += leaves[(tree << depth) + node - inner]!;
  }
  return sum;
}
