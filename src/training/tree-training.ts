// Grows the trees that turn evidence into a probability: gradient boosting on logistic loss over binned values.
import { logOdds, type Trees } from '../core/extract/trees.js';

export interface TreeOptions {
  readonly trees: number;
  readonly depth: number;
  readonly rate: number;
  readonly leastInLeaf: number;
  readonly shrink: number;
}

export interface Judged {
  readonly evidence: Float64Array;
  readonly right: boolean;
}

const BINS = 64;

export function growTrees(judged: readonly Judged[], options: TreeOptions): Trees {
  const width = judged[0]!.evidence.length;
  const cuts = Array.from({ length: width }, (_, feature) =>
    cutsOf(judged.map(({ evidence }) => evidence[feature]!)),
  );
  const bins = binned(judged, cuts);
  const positives = judged.filter(({ right }) => right).length;
  const bias = Math.log(positives / (judged.length - positives));
  const odds = new Float64Array(judged.length).fill(bias);
  const inner = (1 << options.depth) - 1;
  const features = new Uint8Array(inner * options.trees);
  const thresholds = new Float64Array(inner * options.trees);
  const leaves = new Float32Array((inner + 1) * options.trees);
  const gradient = new Float64Array(judged.length);
  const hessian = new Float64Array(judged.length);
  const node = new Int32Array(judged.length);
  for (let tree = 0; tree < options.trees; tree++) {
    judged.forEach(({ right }, at) => {
      const p = 1 / (1 + Math.exp(-odds[at]!));
      gradient[at] = (right ? 1 : 0) - p;
      hessian[at] = Math.max(p * (1 - p), 1e-6);
      node[at] = 0;
    });
    for (let level = 0; level < options.depth; level++) {
      splitLevel(level, tree * inner, bins, cuts, gradient, hessian, node, features, thresholds, options);
    }
    fillLeaves(tree, inner, gradient, hessian, node, leaves, odds, options);
  }
  return { depth: options.depth, bias, features, thresholds, leaves };
}

/** Values between which a feature may be cut, at most BINS - 1, as single-precision numbers. */
function cutsOf(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const cuts: number[] = [];
  for (let bin = 1; bin < BINS; bin++) {
    const cut = Math.fround(sorted[Math.floor((bin * sorted.length) / BINS)]!);
    if (cut > (cuts.at(-1) ?? Number.NEGATIVE_INFINITY)) cuts.push(cut);
  }
  return cuts;
}

function binned(judged: readonly Judged[], cuts: readonly (readonly number[])[]): Uint8Array[] {
  return cuts.map((own, feature) =>
    Uint8Array.from(judged, ({ evidence }) => {
      let bin = 0;
      while (bin < own.length && evidence[feature]! > own[bin]!) bin++;
      return bin;
    }),
  );
}

function splitLevel(
  level: number,
  base: number,
  bins: readonly Uint8Array[],
  cuts: readonly (readonly number[])[],
  gradient: Float64Array,
  hessian: Float64Array,
  node: Int32Array,
  features: Uint8Array,
  thresholds: Float64Array,
  options: TreeOptions,
): void {
  const width = 1 << level;
  const firstNode = width - 1;
  const best = Array.from({ length: width }, () => ({ gain: 1e-6, feature: 0, bin: -1 }));
  bins.forEach((own, feature) => {
    const sums = new Float64Array(width * BINS * 3);
    for (let at = 0; at < own.length; at++) {
      const cell = ((node[at]! - firstNode) * BINS + own[at]!) * 3;
      sums[cell]! += gradient[at]!;
      sums[cell + 1]! += hessian[at]!;
      sums[cell + 2]!++;
    }
    for (let n = 0; n < width; n++) {
      const found = bestCut(sums.subarray(n * BINS * 3, (n + 1) * BINS * 3), options);
      if (found.gain > best[n]!.gain) best[n] = { ...found, feature };
    }
  });
  best.forEach(({ feature, bin }, n) => {
    features[base + firstNode + n] = feature;
    thresholds[base + firstNode + n] = bin < 0 ? Number.POSITIVE_INFINITY : cuts[feature]![bin]!;
  });
  for (let at = 0; at < node.length; at++) {
    const { feature, bin } = best[node[at]! - firstNode]!;
    node[at] = 2 * node[at]! + (bin >= 0 && bins[feature]![at]! > bin ? 2 : 1);
  }
}

function bestCut(sums: Float64Array, { leastInLeaf, shrink }: TreeOptions): { gain: number; bin: number } {
  let g = 0;
  let h = 0;
  let n = 0;
  for (let bin = 0; bin < BINS; bin++) {
    g += sums[bin * 3]!;
    h += sums[bin * 3 + 1]!;
    n += sums[bin * 3 + 2]!;
  }
  let best = { gain: 0, bin: -1 };
  let gl = 0;
  let hl = 0;
  let nl = 0;
  for (let bin = 0; bin + 1 < BINS; bin++) {
    gl += sums[bin * 3]!;
    hl += sums[bin * 3 + 1]!;
    nl += sums[bin * 3 + 2]!;
    if (nl < leastInLeaf || n - nl < leastInLeaf) continue;
    const gain = (gl * gl) / (hl + shrink) + (g - gl) ** 2 / (h - hl + shrink) - (g * g) / (h + shrink);
    if (gain > best.gain) best = { gain, bin };
  }
  return best;
}

function fillLeaves(
  tree: number,
  inner: number,
  gradient: Float64Array,
  hessian: Float64Array,
  node: Int32Array,
  leaves: Float32Array,
  odds: Float64Array,
  { rate, shrink }: TreeOptions,
): void {
  const g = new Float64Array(inner + 1);
  const h = new Float64Array(inner + 1);
  for (let at = 0; at < node.length; at++) {
    g[node[at]! - inner]! += gradient[at]!;
    h[node[at]! - inner]! += hessian[at]!;
  }
  for (let leaf = 0; leaf <= inner; leaf++) {
    leaves[tree * (inner + 1) + leaf] = (rate * g[leaf]!) / (h[leaf]! + shrink);
  }
  for (let at = 0; at < node.length; at++) odds[at]! += leaves[tree * (inner + 1) + node[at]! - inner]!;
}

/** Mean logistic loss, for comparing evidence. */
export function lossOf(trees: Trees, judged: readonly Judged[]): number {
  let loss = 0;
  for (const { evidence, right } of judged) {
    const odds = logOdds(trees, evidence);
    loss += Math.log1p(Math.exp(right ? -odds : odds));
  }
  return loss / judged.length;
}
