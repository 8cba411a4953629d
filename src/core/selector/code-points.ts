// UTF-16 units against Unicode code points. A surrogate pair is two units and one code point; an unpaired surrogate
// is one of each.

export interface CodePoints {
  /** How many code points stand before a unit. */
  readonly codePointsBefore: (unit: number) => number;
  /** The unit at which a code point starts; past the end, the length of the text. */
  readonly unitAt: (codePoint: number) => number;
}

/** Reads the text once; each conversion after that is a binary search over its pairs. */
export function countCodePoints(text: string): CodePoints {
  const pairs: number[] = [];
  for (let at = 0; at + 1 < text.length; at++)
    if (splitsCharacter(text, at + 1)) {
      pairs.push(at);
      at++;
    }
  const pairsWhere = (holds: (index: number) => boolean): number => {
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (holds(middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    codePointsBefore: (unit) => unit - pairsWhere((index) => pairs[index]! + 1 < unit),
    unitAt: (codePoint) =>
      Math.min(text.length, codePoint + pairsWhere((index) => pairs[index]! - index < codePoint)),
  };
}

/** True where a unit offset falls between the two halves of a pair. */
export const splitsCharacter = (text: string, at: number): boolean =>
  at > 0 &&
  at < text.length &&
  (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 &&
  (text.charCodeAt(at) & 0xfc00) === 0xdc00;
