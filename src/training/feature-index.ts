// Gives every feature seen often enough a row; row 0 is for all others.

export interface FeatureIndex {
  readonly rows: number;
  rowOf(key: number): number;
  /** Key of each row; [0] is unused. */
  readonly keys: Int32Array;
  /** How often each row's feature was seen. */
  readonly counts: Int32Array;
}

/** `each` must call its argument with every key of the training data. */
export function indexFeatures(
  each: (see: (key: number) => void) => void,
  leastCount: number,
  bits = 25,
): FeatureIndex {
  const size = 1 << bits;
  const mask = size - 1;
  const keys = new Int32Array(size);
  const counts = new Int32Array(size);
  const slotOf = (key: number): number => {
    let slot = key & mask;
    while (counts[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  };
  let distinct = 0;
  each((key) => {
    const slot = slotOf(key);
    if (counts[slot]!++ > 0) return;
    keys[slot] = key;
    if (++distinct > size * 0.8) throw new Error('More features than the index holds.');
  });
  const rowKeys: number[] = [0];
  const rowCounts: number[] = [0];
  const rowAt = new Int32Array(size);
  for (let slot = 0; slot < size; slot++) {
    if (counts[slot]! < leastCount) continue;
    rowAt[slot] = rowKeys.length;
    rowKeys.push(keys[slot]!);
    rowCounts.push(counts[slot]!);
  }
  return {
    rows: rowKeys.length,
    rowOf: (key) => rowAt[slotOf(key)]!,
    keys: Int32Array.from(rowKeys),
    counts: Int32Array.from(rowCounts),
  };
}
