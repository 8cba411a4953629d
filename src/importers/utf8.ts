// Whether bytes are UTF-8, and if not, whether they are UTF-8 that was damaged rather than something else.

export interface Utf8Check {
  /** Valid characters of two bytes or more. */
  readonly multibyte: number;
  /** Places where the bytes are no UTF-8. */
  readonly invalid: number;
  /** Lone surrogates, a cut-off last character, or ten good characters for each bad place. */
  readonly looksDamaged: boolean;
}

export function checkUtf8(bytes: Uint8Array): Utf8Check {
  let multibyte = 0;
  let invalid = 0;
  let surrogates = 0;
  let lastInvalid = 0;
  let i = 0;
  while (i < bytes.length) {
    const byte = bytes[i]!;
    if (byte < 0x80) {
      i++;
      continue;
    }
    const length = sequenceLength(bytes, i);
    if (length > 0) {
      multibyte++;
      i += length;
      continue;
    }
    const surrogate = isSurrogate(bytes, i);
    if (surrogate) surrogates++;
    invalid++;
    lastInvalid = i;
    i += surrogate ? 3 : 1;
  }
  const cutOff = invalid === 1 && lastInvalid >= bytes.length - 3 && bytes[lastInvalid]! >= 0xc2;
  const looksDamaged =
    invalid > 0 && (surrogates === invalid || multibyte >= invalid * 10 || (cutOff && multibyte > 0));
  return { multibyte, invalid, looksDamaged };
}

/** The length of the valid sequence at `i` (Unicode table 3-7), or 0. */
function sequenceLength(bytes: Uint8Array, i: number): number {
  const first = bytes[i]!;
  const second = bytes[i + 1] ?? 0;
  if (first >= 0xc2 && first <= 0xdf) return continues(second) ? 2 : 0;
  if (first >= 0xe0 && first <= 0xef) {
    const low = first === 0xe0 ? 0xa0 : 0x80;
    const high = first === 0xed ? 0x9f : 0xbf;
    return second >= low && second <= high && continues(bytes[i + 2]) ? 3 : 0;
  }
  if (first >= 0xf0 && first <= 0xf4) {
    const low = first === 0xf0 ? 0x90 : 0x80;
    const high = first === 0xf4 ? 0x8f : 0xbf;
    return second >= low && second <= high && continues(bytes[i + 2]) && continues(bytes[i + 3]) ? 4 : 0;
  }
  return 0;
}

const continues = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x80 && byte <= 0xbf;

const isSurrogate = (bytes: Uint8Array, i: number): boolean =>
  bytes[i] === 0xed && (bytes[i + 1] ?? 0) >= 0xa0 && continues(bytes[i + 1]) && continues(bytes[i + 2]);
