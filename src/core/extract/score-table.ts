// Weights of features by hashed key, one a key: a number holds a tag of 24 bits and eight bits of weight. Rows are
// found by open addressing; a row that is 0 is empty.

export interface ScoreTable {
  readonly rows: Int32Array;
  readonly scale: number;
  readonly bias: number;
}

const MIDDLE = 128;
export const SCORE_MOST = 127;

const tagOf = (key: number): number => key >>> 8 || 1;

/** The weights of `keys` summed. */
export function scoreOf({ rows, scale, bias }: ScoreTable, keys: Int32Array): number {
  const mask = rows.length - 1;
  let units = 0;
  for (let k = 0; k < keys.length; k++) {
    const key = keys[k]!;
    const tag = tagOf(key);
    let slot = key & mask;
    let row = rows[slot]!;
    while (row !== 0 && row >>> 8 !== tag) {
      slot = (slot + 1) & mask;
      row = rows[slot]!;
    }
    if (row !== 0) units += (row & 255) - MIDDLE;
  }
  return bias + units * scale;
}

/** Writes a row for `key`, whose weight is whole units within ±SCORE_MOST. */
export function putScore(rows: Int32Array, key: number, units: number): void {
  const mask = rows.length - 1;
  let slot = key & mask;
  while (rows[slot] !== 0) slot = (slot + 1) & mask;
  rows[slot] = (tagOf(key) << 8) | (units + MIDDLE);
}
