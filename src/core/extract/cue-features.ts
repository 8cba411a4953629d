// Features by which a token is taken for part of a cue, in groups by what they depend on, so that sums of weights
// can be kept for the group. Each feature is a 32-bit key.
import type { Forms } from './forms.js';
import { hashWord, mix } from './hash.js';
import { ADV, AUX, VERB } from './parts-of-speech.js';
import { coarseCluster } from './word-classes.js';
import { isMark, QUOTE, type Words } from './words.js';

export const CUE_FEATURES = 34;

/** What a token's keys are made from: its surroundings in its block, as indices in `words.brinked`, and its state. */
export interface CuePlace {
  at: number;
  left: number;
  left2: number;
  right: number;
  right2: number;
  /** Its quotation state, how near quotations are, whether "that" follows: one number below 1,024. */
  state: number;
  /** The word that stands for its subject. */
  lead: number;
}

export const makeCuePlace = (): CuePlace => ({
  at: 0,
  left: 0,
  left2: 0,
  right: 0,
  right2: 0,
  state: 0,
  lead: 0,
});

/** Moves a place to token `at`; the block's tokens are [first, last). */
export function moveTo(place: CuePlace, words: Words, at: number, first: number, last: number): void {
  const { count } = words;
  const near = nearness(words, at, first, last);
  place.at = at;
  place.left = at > first ? at - 1 : count;
  place.left2 = at > first + 1 ? at - 2 : count;
  place.right = at + 1 < last ? at + 1 : count + 1;
  place.right2 = at + 2 < last ? at + 2 : count + 1;
  place.state = words.quote[at]! | (near << 2) | (hasThat(words, at, last) << 8);
  place.lead = leadingWord(words, at, first);
}

/** Keys of the token's form, part of speech and state. */
export function ownCueKeys(
  { forms, brinked }: Words,
  { at, state }: CuePlace,
  out: Int32Array,
  from: number,
): number {
  const form = brinked.form[at]!;
  const word = brinked.word[at]!;
  const cluster = brinked.cluster[at]!;
  const grammar = brinked.grammar[at]!;
  const quote = state & 3;
  const near = (state >> 2) & 63;
  const that = state >> 8;
  let i = from;
  out[i++] = mix(1, word);
  out[i++] = mix(11, cluster);
  out[i++] = mix(18, grammar);
  out[i++] = mix(25, forms.suffix[form]!);
  out[i++] = mix(mix(28, quote), cluster);
  out[i++] = mix(mix(29, quote), grammar);
  out[i++] = mix(mix(30, near), cluster);
  out[i++] = mix(mix(31, near), grammar);
  out[i++] = mix(mix(32, near), word);
  out[i++] = mix(mix(33, that), cluster);
  out[i++] = mix(mix(34, that), grammar);
  return i;
}

/** Keys of a form at each place near a token: two to the left, one to the left, one to the right, two to the right. */
export const CUE_NEIGHBOURS: readonly ((
  forms: Forms,
  form: number,
  out: Int32Array,
  from: number,
) => number)[] = [
  ({ word }, form, out, from) => {
    out[from] = mix(4, word[form]!);
    return from + 1;
  },
  ({ word, cluster }, form, out, from) => {
    out[from] = mix(2, word[form]!);
    out[from + 1] = mix(12, cluster[form]!);
    return from + 2;
  },
  ({ word, cluster }, form, out, from) => {
    out[from] = mix(3, word[form]!);
    out[from + 1] = mix(13, cluster[form]!);
    return from + 2;
  },
  ({ word }, form, out, from) => {
    out[from] = mix(5, word[form]!);
    return from + 1;
  },
];

/** Keys of the token together with what is around it. */
export function jointCueKeys({ brinked }: Words, place: CuePlace, out: Int32Array, from: number): number {
  const { word, cluster, grammar, shape } = brinked;
  const { at, left, right, right2, lead } = place;
  const w0 = word[at]!;
  const c0 = cluster[at]!;
  const cp = cluster[left]!;
  const cn = cluster[right]!;
  const g0 = grammar[at]!;
  const gp = grammar[left]!;
  const gn = grammar[right]!;
  let i = from;
  out[i++] = mix(mix(6, word[left]!), w0);
  out[i++] = mix(mix(7, w0), word[right]!);
  out[i++] = mix(mix(14, cp), c0);
  out[i++] = mix(mix(15, c0), cn);
  out[i++] = mix(mix(19, gp), g0);
  out[i++] = mix(mix(20, g0), gn);
  out[i++] = mix(mix(mix(22, g0), gn), grammar[right2]!);
  out[i++] = mix(mix(mix(23, gp), g0), gn);
  out[i++] = mix(mix(24, gp), gn);
  out[i++] = mix(mix(27, shape[at]!), mix(shape[left]!, shape[right]!));
  out[i++] = mix(mix(35, lead), c0);
  out[i++] = mix(mix(36, lead), g0);
  out[i++] = mix(mix(37, w0), gn);
  out[i++] = mix(mix(38, w0), cp);
  out[i++] = mix(mix(39, c0), gn);
  out[i++] = mix(mix(40, c0), gp);
  out[i++] = mix(mix(52, g0), cn);
  return i;
}

/** All keys of token `at`, `CUE_FEATURES` of them. */
export function cueKeys(
  words: Words,
  at: number,
  first: number,
  last: number,
  out: Int32Array,
  from: number,
): void {
  const place = makeCuePlace();
  moveTo(place, words, at, first, last);
  const { form } = words.brinked;
  let i = ownCueKeys(words, place, out, from);
  [place.left2, place.left, place.right, place.right2].forEach((near, side) => {
    i = CUE_NEIGHBOURS[side]!(words.forms, form[near]!, out, i);
  });
  jointCueKeys(words, place, out, i);
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
