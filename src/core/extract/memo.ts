// A memo: whole numbers worked out before, by two whole numbers they depend on. Every pair has one place, which a
// newcomer takes over, so memory is bounded; a pair is found only when both its numbers agree, so answers never
// depend on what was asked before.

export interface Memo {
  /** How many numbers are kept for a pair. */
  readonly width: number;
  /** The pair, then what is kept for it, place by place. */
  readonly cells: Int32Array;
  readonly stride: number;
  readonly mask: number;
}

/** The second number of a pair must be nought or more. `places` is a power of two. */
export function makeMemo(width: number, places: number): Memo {
  let stride = 4;
  while (stride < width + 2) stride *= 2;
  return { width, stride, mask: places - 1, cells: new Int32Array(places * stride).fill(-1) };
}

/** Where in `cells` the pair (a, b) has its place. */
export function placeOf({ mask, stride }: Memo, a: number, b: number): number {
  const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  return ((mixed ^ (mixed >>> 15)) & mask) * stride;
}

/** Whether what is kept at a place is this pair's; if not, the place becomes its own, to be filled in. */
export function isKept({ cells }: Memo, place: number, a: number, b: number): boolean {
  if (cells[place] === a && cells[place + 1] === b) return true;
  cells[place] = a;
  cells[place + 1] = b;
  return false;
}
