// Weights of features by hashed key, packed so that one look-up touches one place in memory. The first label's
// weight is always nought. Rows are found by open addressing: a row whose first number is 0 is empty.

/** Two labels' weights, eight bits each, under a tag of sixteen: one number a row. */
export interface PairTable {
  readonly rows: Int32Array;
  readonly scale: number;
}

/** Seven labels' weights, seven bits each: a tag of eleven bits and three weights, then the other four. */
export interface SevenTable {
  readonly rows: Int32Array;
  readonly scale: number;
}

const pairTag = (key: number): number => key >>> 16 || 1;
const sevenTag = (key: number): number => key >>> 21 || 1;

const PAIR_MIDDLE = 128;
const SEVEN_MIDDLE = 64;
export const PAIR_MOST = 127;
export const SEVEN_MOST = 63;

/** Adds the weights of `length` rows of `width` keys to `scores`, three values a position. */
export function addPairScores(
  { rows, scale }: PairTable,
  keys: Int32Array,
  width: number,
  length: number,
  scores: Float32Array,
): void {
  const mask = rows.length - 1;
  for (let t = 0, k = 0; t < length; t++) {
    let a = 0;
    let b = 0;
    let found = 0;
    for (const end = k + width; k < end; k++) {
      const key = keys[k]!;
      const tag = key >>> 16 || 1;
      for (let slot = key & mask; ; slot = (slot + 1) & mask) {
        const row = rows[slot]!;
        if (row === 0) break;
        if (row >>> 16 !== tag) continue;
        a += (row >>> 8) & 255;
        b += row & 255;
        found++;
        break;
      }
    }
    scores[t * 3 + 1]! += (a - found * PAIR_MIDDLE) * scale;
    scores[t * 3 + 2]! += (b - found * PAIR_MIDDLE) * scale;
  }
}

/** The same for eight values a position. */
export function addSevenScores(
  { rows, scale }: SevenTable,
  keys: Int32Array,
  width: number,
  length: number,
  scores: Float32Array,
): void {
  const mask = rows.length / 2 - 1;
  for (let t = 0, k = 0; t < length; t++) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let e = 0;
    let f = 0;
    let g = 0;
    let found = 0;
    for (const end = k + width; k < end; k++) {
      const key = keys[k]!;
      const tag = key >>> 21 || 1;
      for (let slot = key & mask; ; slot = (slot + 1) & mask) {
        const low = rows[2 * slot]!;
        if (low === 0) break;
        if (low >>> 21 !== tag) continue;
        const high = rows[2 * slot + 1]!;
        a += (low >>> 14) & 127;
        b += (low >>> 7) & 127;
        c += low & 127;
        d += (high >>> 21) & 127;
        e += (high >>> 14) & 127;
        f += (high >>> 7) & 127;
        g += high & 127;
        found++;
        break;
      }
    }
    const nought = found * SEVEN_MIDDLE;
    const at = t * 8;
    scores[at + 1]! += (a - nought) * scale;
    scores[at + 2]! += (b - nought) * scale;
    scores[at + 3]! += (c - nought) * scale;
    scores[at + 4]! += (d - nought) * scale;
    scores[at + 5]! += (e - nought) * scale;
    scores[at + 6]! += (f - nought) * scale;
    scores[at + 7]! += (g - nought) * scale;
  }
}

/** Writes a row for `key`, whose weights are whole units within ±PAIR_MOST. */
export function putPair(rows: Int32Array, key: number, units: readonly number[]): void {
  const mask = rows.length - 1;
  let slot = key & mask;
  while (rows[slot] !== 0) slot = (slot + 1) & mask;
  rows[slot] = (pairTag(key) << 16) | ((units[0]! + PAIR_MIDDLE) << 8) | (units[1]! + PAIR_MIDDLE);
}

/** Writes a row for `key`, whose weights are whole units within ±SEVEN_MOST. */
export function putSeven(rows: Int32Array, key: number, units: readonly number[]): void {
  const mask = rows.length / 2 - 1;
  let slot = key & mask;
  while (rows[2 * slot] !== 0) slot = (slot + 1) & mask;
  const raised = units.map((unit) => unit + SEVEN_MIDDLE);
  rows[2 * slot] = (sevenTag(key) << 21) | (raised[0]! << 14) | (raised[1]! << 7) | raised[2]!;
  rows[2 * slot + 1] = (raised[3]! << 21) | (raised[4]! << 14) | (raised[5]! << 7) | raised[6]!;
}
