// Hashes of words and of features: 32 bits, the same on every machine, so that a model needs no word list.

/** Folds one more number into a hash. */
export function mix(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

const lowered = new Uint16Array(0x10000);

/** Lower case of one UTF-16 unit where that is again one unit; curly apostrophes become straight ones. */
export function lowerUnit(code: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code;
  const known = lowered[code]!;
  if (known !== 0) return known;
  const lower = code === 0x2019 ? "'" : String.fromCharCode(code).toLowerCase();
  const unit = lower.length === 1 ? lower.charCodeAt(0) : code;
  lowered[code] = unit;
  return unit;
}

/** Hash of text[start, end), letter case aside. */
export function hashWord(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ lowerUnit(text.charCodeAt(at)), 0x01000193);
  hash ^= hash >>> 13;
  return Math.imul(hash, 0x5bd1e995) ^ (hash >>> 16);
}
