// Parts of speech, left to right: a word that is always the same is looked up, any other is weighed in its context.
import { BRINK, type Forms } from './forms.js';
import { mix } from './hash.js';
import { isKept, type Memo, makeMemo, placeOf } from './memo.js';
import { type CertainParts, formerOf, latterOf, type PartTable, slotOf } from './part-table.js';

export const PARTS = [
  'NOUN',
  'PROPN',
  'VERB',
  'AUX',
  'ADJ',
  'ADV',
  'PRON',
  'DET',
  'ADP',
  'PART',
  'CCONJ',
  'SCONJ',
  'NUM',
  'INTJ',
  'PUNCT',
  'SYM',
  'X',
] as const;
export type Part = (typeof PARTS)[number];

export const partNumber = (part: Part): number => PARTS.indexOf(part);
export const VERB = partNumber('VERB');
export const AUX = partNumber('AUX');
export const NOUN = partNumber('NOUN');
export const PROPN = partNumber('PROPN');
export const ADV = partNumber('ADV');
export const ADP = partNumber('ADP');
export const ADJ = partNumber('ADJ');
export const DET = partNumber('DET');
export const NUM = partNumber('NUM');
export const PART = partNumber('PART');
export const CCONJ = partNumber('CCONJ');
export const SCONJ = partNumber('SCONJ');
export const PRON = partNumber('PRON');
const PUNCT = partNumber('PUNCT');

export interface PartModel {
  /** By the hash of the word. */
  readonly certain: CertainParts;
  readonly table: PartTable;
}

/** Sums of weights by what they depend on. */
export interface PartMemory {
  readonly own: Memo;
  readonly around: Memo;
}

const OTHERS = PARTS.length - 1;
/** Sums of two labels stand in one number. */
const PAIRS = OTHERS / 2;
export const makePartMemory = (): PartMemory => ({
  own: makeMemo(PAIRS, 1 << 13),
  around: makeMemo(PAIRS, 1 << 12),
});

export const PART_FEATURES = 15;
/** The part of what is before the first token. */
export const NO_PART = 31;
/** Shapes from the comma on are marks. */
const FIRST_MARK = 5;

/** A token to be read: its form and its neighbours', and the parts of the two tokens to its left. */
interface Place {
  readonly forms: Forms;
  own: number;
  left: number;
  right: number;
  previous: number;
  before: number;
}

/** Keys of the token's own form and the part to its left. */
function ownKeys({ forms, own, previous }: Place, out: Int32Array): number {
  const word = forms.word[own]!;
  const suffix = forms.suffix[own]!;
  const cluster = forms.cluster[own]!;
  out[0] = mix(301, word);
  out[1] = mix(mix(302, suffix), forms.can[own]!);
  out[2] = mix(mix(303, forms.shape[own]!), previous);
  out[3] = mix(mix(304, cluster), previous);
  out[4] = mix(mix(306, word), previous);
  out[5] = mix(mix(312, suffix), previous);
  out[6] = mix(313, cluster);
  return 7;
}

/** Keys of the parts to the left, and of what the token and the next can be and look like. */
function aroundKeys({ forms, own, right, previous, before }: Place, out: Int32Array, from: number): number {
  const can = forms.can[own]!;
  out[from] = mix(mix(305, previous), before);
  out[from + 1] = mix(mix(311, forms.can[right]!), mix(can, previous));
  out[from + 2] = mix(mix(315, forms.shape[own]!), mix(forms.shape[right]!, can));
  return from + 3;
}

/** Keys of the token's form together with its neighbours'. */
function jointKeys({ forms, own, left, right }: Place, out: Int32Array, from: number): number {
  const word = forms.word[own]!;
  const can = forms.can[own]!;
  out[from] = mix(mix(307, forms.word[left]!), can);
  out[from + 1] = mix(mix(308, forms.word[right]!), can);
  out[from + 2] = mix(mix(309, word), forms.word[right]!);
  out[from + 3] = mix(mix(310, forms.cluster[right]!), forms.cluster[own]!);
  out[from + 4] = mix(mix(314, forms.word[left]!), word);
  return from + 5;
}

/** Keys of token `at`; `previous` and `before` are the parts of the two tokens to its left. */
export function partKeys(
  forms: Forms,
  form: Int32Array,
  count: number,
  at: number,
  previous: number,
  before: number,
  out: Int32Array,
): void {
  const place = placeAt(forms, form, count, at, previous, before);
  jointKeys(place, out, aroundKeys(place, out, ownKeys(place, out)));
}

const placeAt = (
  forms: Forms,
  form: Int32Array,
  count: number,
  at: number,
  previous: number,
  before: number,
): Place => ({
  forms,
  own: form[at]!,
  left: at > 0 ? form[at - 1]! : BRINK.beyond,
  right: at + 1 < count ? form[at + 1]! : BRINK.beyond,
  previous,
  before,
});

/** Fills in the part of each of `parts.length` tokens. */
export function tagParts(
  model: PartModel,
  memory: PartMemory,
  forms: Forms,
  form: Int32Array,
  parts: Uint8Array,
): void {
  const sums = new Int32Array(PAIRS);
  let previous = NO_PART;
  let before = NO_PART;
  for (let at = 0; at < parts.length; at++) {
    const own = form[at]!;
    let part = PUNCT;
    if (forms.shape[own]! < FIRST_MARK) {
      const known = slotOf(model.certain, forms.word[own]!);
      if (known >= 0) part = model.certain.parts[known]!;
      else {
        const place = placeAt(forms, form, parts.length, at, previous, before);
        part = likeliest(model.table, memory, place, sums);
      }
    }
    parts[at] = part;
    before = previous;
    previous = part;
  }
}

const keys = new Int32Array(PART_FEATURES);

function likeliest(table: PartTable, { own, around }: PartMemory, place: Place, sums: Int32Array): number {
  const { forms, previous, before, right } = place;
  const ownPlace = placeOf(own, place.own, previous);
  if (!isKept(own, ownPlace, place.own, previous))
    sumParts(table, ownKeys(place, keys), own.cells, ownPlace + 2);
  const parts = previous * 32 + before;
  const shapes = (forms.shape[place.own]! * 16 + forms.shape[right]!) * 1024;
  const looks = shapes + forms.can[place.own]! * 32 + forms.can[right]!;
  const aroundPlace = placeOf(around, parts, looks);
  if (!isKept(around, aroundPlace, parts, looks))
    sumParts(table, aroundKeys(place, keys, 0), around.cells, aroundPlace + 2);
  sumParts(table, jointKeys(place, keys, 0), sums, 0);
  let best = 0;
  let most = 0;
  for (let pair = 0; pair < PAIRS; pair++) {
    const sum = sums[pair]! + own.cells[ownPlace + 2 + pair]! + around.cells[aroundPlace + 2 + pair]!;
    const former = formerOf(sum);
    const latter = latterOf(sum);
    if (former > most) {
      most = former;
      best = 2 * pair + 1;
    }
    if (latter > most) {
      most = latter;
      best = 2 * pair + 2;
    }
  }
  return best;
}

/** The weights of the first `count` keys together, from `at` in `sums`. */
function sumParts(table: PartTable, count: number, sums: Int32Array, at: number): void {
  sums.fill(0, at, at + PAIRS);
  const { pairs } = table;
  for (let f = 0; f < count; f++) {
    const slot = slotOf(table, keys[f]!);
    if (slot < 0) continue;
    const from = slot * PAIRS;
    for (let pair = 0; pair < PAIRS; pair++) sums[at + pair]! += pairs[from + pair]!;
  }
}
