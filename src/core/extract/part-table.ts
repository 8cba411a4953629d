// Weights of features for parts of speech, tags apart. The first label's weight is always nought.

/** What open addressing needs: the upper half of each slot's key, 0 for an empty slot. Their number is a power of two. */
export interface Tags {
  readonly tags: Uint16Array;
}

/** Words that are always one part: its number. */
export interface CertainParts extends Tags {
  readonly parts: Int8Array;
}

export interface PartTable extends Tags {
  /** One byte a label but the first. */
  readonly weights: Int8Array;
  /** The same, two labels a number, so that two are added at once: the former times 65,536. */
  readonly pairs: Int32Array;
}

export const makePartTable = (tags: Uint16Array, weights: Int8Array): PartTable => ({
  tags,
  weights,
  pairs: Int32Array.from(
    { length: weights.length / 2 },
    (_, at) => weights[2 * at]! * 0x10000 + weights[2 * at + 1]!,
  ),
});

/** Of two numbers in one, the latter and the former. */
export const latterOf = (pair: number): number => (pair << 16) >> 16;
export const formerOf = (pair: number): number => (pair - latterOf(pair)) >> 16;

export const tagOf = (key: number): number => key >>> 16 || 1;

/** The slot that holds `key`, or -1. */
export function slotOf({ tags }: Tags, key: number): number {
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
