// Weights of features for parts of speech: one byte a label, tags apart. The first label's weight is always nought.

export interface PartTable {
  /** Upper half of each slot's key; 0 for an empty slot. Their number is a power of two. */
  readonly tags: Uint16Array;
  readonly weights: Int8Array;
}

export const tagOf = (key: number): number => key >>> 16 || 1;

/** The slot that holds `key`, or -1. */
export function slotOf({ tags }: PartTable, key: number): number {
  const mask = tags.length - 1;
  const tag = tagOf(key);
  for (let slot = key & mask; ; slot = (slot + 1) & mask) {
    const found = tags[slot]!;
    if (found === tag) return slot;
    if (found === 0) return -1;
  }
}

/** An empty slot for `key`. */
export function freeSlot(tags: Uint16Array, key: number): number {
  let slot = key & (tags.length - 1);
  while (tags[slot] !== 0) slot = (slot + 1) & (tags.length - 1);
  return slot;
}
