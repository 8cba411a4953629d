// How words end: whether a noun is a plural, and which form a verb is in.
import type { Words } from '../words.js';
import { hashes, ING } from './saying.js';

const S = 115;
const E = 101;
const D = 100;

/** The letter so many before the last, 0 where the word is shorter. */
function letterOf({ forms, brinked }: Words, at: number, back: number): number {
  const form = brinked.form[at]!;
  const length = forms.length[form]!;
  return back < length ? forms.written[forms.start[form]! + length - 1 - back]! : 0;
}

const PLURALS = hashes('police people troops men women media');

export const isPlural = (words: Words, at: number): boolean =>
  PLURALS.has(words.word[at]!) || letterOf(words, at, 0) === S;

/** Forms of a verb, by how it is written. */
export const FORM = { base: 0, third: 1, past: 2, gerund: 3 } as const;

const PAST = hashes(
  'said told wrote gave took made went came left held put began saw found stood sent won thought felt met spoke led kept ' +
    'brought heard knew paid sold lost set called',
);

export function formOf(words: Words, verb: number): number {
  if (words.suffix[verb] === ING) return FORM.gerund;
  if (PAST.has(words.word[verb]!)) return FORM.past;
  const last = letterOf(words, verb, 0);
  if (last === D && letterOf(words, verb, 1) === E) return FORM.past;
  return last === S && letterOf(words, verb, 1) !== S ? FORM.third : FORM.base;
}
