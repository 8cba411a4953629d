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

/** More keys than are ever summed at once. */
const MOST_KEYS = 64;
const met = new Int32Array(MOST_KEYS);

/** Both weights of `count` keys summed, in whole units: the first's sum times 65,536, and the second's. */
export function sumPairs({ rows }: PairTable, keys: Int32Array, count: number): number {
  const mask = rows.length - 1;
  for (let k = 0; k < count; k++) met[k] = rows[keys[k]! & mask]!;
  let sum = 0;
  for (let k = 0; k < count; k++) {
    let row = met[k]!;
    const key = keys[k]!;
    const tag = key >>> 16 || 1;
    let slot = key & mask;
    while (row !== 0 && row >>> 16 !== tag) {
      slot = (slot + 1) & mask;
      row = rows[slot]!;
    }
    if (row !== 0) sum += ((row & 0xff00) << 8) + (row & 0xff) - PAIR_RAISED;
  }
  return sum;
}

const PAIR_RAISED = PAIR_MIDDLE * 0x10000 + PAIR_MIDDLE;

export const secondOf = (sum: number): number => (sum << 16) >> 16;
export const firstOf = (sum: number): number => (sum - secondOf(sum)) >> 16;

/** Numbers that hold a sum of seven weights: two in each but the second. */
export const SEVEN_SUMS = 4;

/**
 * Adds the weights of `count` keys, in whole units, to the four numbers of `sums` from `at`: the first and third
 * weight, the second, the fifth and seventh, the fourth and sixth; the former of two times 16,384.
 */
export function addSevens(
  { rows }: SevenTable,
  keys: Int32Array,
  count: number,
  sums: Int32Array,
  at: number,
): void {
  const mask = rows.length / 2 - 1;
  for (let k = 0; k < count; k++) met[k] = rows[2 * (keys[k]! & mask)]!;
  let ac = 0;
  let b = 0;
  let eg = 0;
  let df = 0;
  let found = 0;
  for (let k = 0; k < count; k++) {
    let low = met[k]!;
    const key = keys[k]!;
    const tag = key >>> 21 || 1;
    let slot = key & mask;
    while (low !== 0 && low >>> 21 !== tag) {
      slot = (slot + 1) & mask;
      low = rows[2 * slot]!;
    }
    if (low === 0) continue;
    const high = rows[2 * slot + 1]!;
    ac += low & 0x1fc07f;
    b += (low >>> 7) & 127;
    eg += high & 0x1fc07f;
    df += (high >>> 7) & 0x1fc07f;
    found++;
  }
  const two = found * (SEVEN_MIDDLE * 0x4000 + SEVEN_MIDDLE);
  sums[at]! += ac - two;
  sums[at + 1]! += b - found * SEVEN_MIDDLE;
  sums[at + 2]! += eg - two;
  sums[at + 3]! += df - two;
}

/** Writes the units of labels 0, which is nought, to 7 from a sum of seven weights. */
export function writeUnits(sums: Int32Array, from: number, units: Int32Array, at: number): void {
  const ac = sums[from]!;
  const eg = sums[from + 2]!;
  const df = sums[from + 3]!;
  const c = latter(ac);
  const g = latter(eg);
  const f = latter(df);
  units[at] = 0;
  units[at + 1] = (ac - c) >> 14;
  units[at + 2] = sums[from + 1]!;
  units[at + 3] = c;
  units[at + 4] = (df - f) >> 14;
  units[at + 5] = (eg - g) >> 14;
  units[at + 6] = f;
  units[at + 7] = g;
}

const latter = (sum: number): number => (sum << 18) >> 18;

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
