// Which pairs keep their order: the heaviest set of pairs that runs forward in both versions. The others were moved.

export interface Placed {
  readonly older: number;
  readonly newer: number;
  readonly weight: number;
}

/** For pairs sorted by `older`: true for each that stands in the heaviest forward-running set. */
export function inOrder(pairs: readonly Placed[]): boolean[] {
  const most = pairs.reduce((top, pair) => Math.max(top, pair.newer), -1) + 2;
  // A Fenwick tree over the newer positions: the best chain that ends before one of them, and its last pair.
  const best = new Float64Array(most + 1);
  const last = new Int32Array(most + 1).fill(-1);
  const previous = new Int32Array(pairs.length).fill(-1);
  let end = -1;
  let heaviest = -1;
  for (const [index, pair] of pairs.entries()) {
    let weight = 0;
    for (let at = pair.newer; at > 0; at -= at & -at)
      if (best[at]! > weight) {
        weight = best[at]!;
        previous[index] = last[at]!;
      }
    weight += pair.weight;
    for (let at = pair.newer + 1; at <= most; at += at & -at)
      if (best[at]! < weight) {
        best[at] = weight;
        last[at] = index;
      }
    if (weight > heaviest) {
      heaviest = weight;
      end = index;
    }
  }
  const kept = pairs.map(() => false);
  for (let at = end; at >= 0; at = previous[at]!) kept[at] = true;
  return kept;
}
