// How well one word stands for another: the same word as much as it tells, a misspelling or another capital less,
// a different word hardly, and a number never for another number.

import type { Fit } from './posterior.js';
import type { Lexicon } from './tokens.js';

const MOST_NATS = 6;
const UNRELATED_WORDS = Math.exp(-1.6);
const WORD_FOR_MARK = Math.exp(-5);
const WORD_FOR_FUNCTION_WORD = Math.exp(-4);
const SAME_MARK = Math.exp(0.5);
const OTHER_MARK = Math.exp(-0.7);
/** What a misspelt word counts of the weight of the word. */
export const NEAR = 0.6;

/** How much each form, met again, speaks for a pairing. */
export const fitOfForms = (lexicon: Lexicon, weights: Float64Array): Float64Array =>
  weights.map((weight, id) => (lexicon.isWord[id] === 1 ? Math.exp(Math.min(MOST_NATS, weight)) : SAME_MARK));

/** The fit of rows of older tokens to columns of newer ones, both given as form numbers. */
export function fitWords(lexicon: Lexicon, fits: Float64Array, rows: Int32Array, columns: Int32Array): Fit {
  const { isWord, isFunction, forms } = lexicon;
  return (row, column) => {
    const a = rows[row]!;
    const b = columns[column]!;
    if (a === b) return fits[a]!;
    if (isWord[a] !== isWord[b]) return WORD_FOR_MARK;
    if (isWord[a] === 0) return OTHER_MARK;
    if (!isNear(forms[a]!, forms[b]!))
      return isFunction[a] === isFunction[b] ? UNRELATED_WORDS : WORD_FOR_FUNCTION_WORD;
    return Math.min(fits[a]!, fits[b]!) ** NEAR;
  };
}

const HAS_DIGIT = /\p{N}/u;
const LONGEST_COMPARED = 40;

/** One slip of the pen apart: the words differ only within two letters, or only in capitals. */
export function isNear(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  const longer = Math.max(a.length, b.length);
  if (longer - shorter > 2 || longer > LONGEST_COMPARED) return false;
  const edge = a[0] === b[0] || a[a.length - 1] === b[b.length - 1];
  if (longer >= 4 && !edge && a[0]!.toLowerCase() !== b[0]!.toLowerCase()) return false;
  if (longer < 4) return longer === shorter && a.toLowerCase() === b.toLowerCase();
  let before = 0;
  while (before < shorter && a[before] === b[before]) before++;
  let after = 0;
  while (after < shorter - before && a[a.length - 1 - after] === b[b.length - 1 - after]) after++;
  if (longer - before - after > 2) return a.length === b.length && a.toLowerCase() === b.toLowerCase();
  return !HAS_DIGIT.test(a) && !HAS_DIGIT.test(b);
}
