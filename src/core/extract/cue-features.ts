// Features by which a token is taken for part of a cue. Fixed in number; each is a 32-bit key.
import { hashWord, mix } from './hash.js';
import { ADV, AUX, VERB } from './parts-of-speech.js';
import { coarseCluster, fineCluster } from './word-classes.js';
import { isMark, QUOTE, type Words } from './words.js';

export const CUE_FEATURES = 34;

const BEFORE = 0x1234567;
const AFTER = 0x7654321;

/** Writes the keys of token `at` into `out` from `offset`; the block's tokens are [first, last). */
export function cueFeatures(
  words: Words,
  at: number,
  first: number,
  last: number,
  out: Int32Array,
  offset: number,
): void {
  const { word, grammar, value, suffix, shape, quote } = words;
  const p1 = at > first ? at - 1 : -1;
  const p2 = at > first + 1 ? at - 2 : -1;
  const n1 = at + 1 < last ? at + 1 : -1;
  const n2 = at + 2 < last ? at + 2 : -1;
  const w0 = word[at]!;
  const wp1 = p1 < 0 ? BEFORE : word[p1]!;
  const wp2 = p2 < 0 ? BEFORE : word[p2]!;
  const wn1 = n1 < 0 ? AFTER : word[n1]!;
  const wn2 = n2 < 0 ? AFTER : word[n2]!;
  const c0 = fineCluster(value[at]!);
  const cp1 = p1 < 0 ? 1024 : fineCluster(value[p1]!);
  const cn1 = n1 < 0 ? 1025 : fineCluster(value[n1]!);
  const g0 = grammar[at]!;
  const gp1 = p1 < 0 ? BEFORE : grammar[p1]!;
  const gn1 = n1 < 0 ? AFTER : grammar[n1]!;
  const gn2 = n2 < 0 ? AFTER : grammar[n2]!;
  const near = nearness(words, at, first, last);
  const that = hasThat(words, at, last);
  const lead = leadingWord(words, at, first);
  const q = quote[at]!;

  let i = offset;
  out[i++] = mix(1, w0);
  out[i++] = mix(2, wp1);
  out[i++] = mix(3, wn1);
  out[i++] = mix(4, wp2);
  out[i++] = mix(5, wn2);
  out[i++] = mix(mix(6, wp1), w0);
  out[i++] = mix(mix(7, w0), wn1);
  out[i++] = mix(11, c0);
  out[i++] = mix(12, cp1);
  out[i++] = mix(13, cn1);
  out[i++] = mix(mix(14, cp1), c0);
  out[i++] = mix(mix(15, c0), cn1);
  out[i++] = mix(18, g0);
  out[i++] = mix(mix(19, gp1), g0);
  out[i++] = mix(mix(20, g0), gn1);
  out[i++] = mix(mix(mix(22, g0), gn1), gn2);
  out[i++] = mix(mix(mix(23, gp1), g0), gn1);
  out[i++] = mix(mix(24, gp1), gn1);
  out[i++] = mix(25, suffix[at]!);
  out[i++] = mix(mix(27, shape[at]!), mix(p1 < 0 ? 15 : shape[p1]!, n1 < 0 ? 15 : shape[n1]!));
  out[i++] = mix(mix(28, q), c0);
  out[i++] = mix(mix(29, q), g0);
  out[i++] = mix(mix(30, near), c0);
  out[i++] = mix(mix(31, near), g0);
  out[i++] = mix(mix(32, near), w0);
  out[i++] = mix(mix(33, that), c0);
  out[i++] = mix(mix(34, that), g0);
  out[i++] = mix(mix(35, lead), c0);
  out[i++] = mix(mix(36, lead), g0);
  out[i++] = mix(mix(37, w0), gn1);
  out[i++] = mix(mix(38, w0), cp1);
  out[i++] = mix(mix(39, c0), gn1);
  out[i++] = mix(mix(40, c0), gp1);
  out[i++] = mix(mix(52, g0), cn1);
}

const REACH = 6;

/** How near a quotation ends on the left and begins on the right, and whether the token is in one. */
function nearness(words: Words, at: number, first: number, last: number): number {
  const { quote, sentence } = words;
  let left = 0;
  for (let step = 1; step <= REACH && at - step >= first; step++) {
    if (quote[at - step] === QUOTE.closing) {
      left = step <= 2 ? step : 3;
      break;
    }
  }
  let right = 0;
  for (let step = 1; step <= REACH && at + step < last; step++) {
    if (quote[at + step] === QUOTE.opening) {
      right = step <= 2 ? step : 3;
      break;
    }
  }
  const inside = quote[at] === QUOTE.outside ? 0 : 1;
  const opens = at === first || sentence[at] !== sentence[at - 1] ? 1 : 0;
  return left | (right << 2) | (inside << 4) | (opens << 5);
}

const THAT = hashWord('that', 0, 4);

/** Where "that" follows: right after, within five words, or not. */
function hasThat(words: Words, at: number, last: number): number {
  for (let step = 1; step <= 5 && at + step < last; step++) {
    if (words.word[at + step] === THAT) return step === 1 ? 1 : 2;
  }
  return 0;
}

/** The word on the left that is neither adverb nor auxiliary stands for the subject: its shape and coarse cluster. */
function leadingWord(words: Words, at: number, first: number): number {
  for (let back = at - 1; back >= first && at - back <= 4; back--) {
    const shape = words.shape[back]!;
    if (isMark(shape)) return 1000 + shape;
    const part = words.part[back]!;
    if (part !== ADV && part !== AUX && part !== VERB)
      return (coarseCluster(words.value[back]!) << 4) | shape;
  }
  return 999;
}
