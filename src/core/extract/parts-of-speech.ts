// Parts of speech, left to right: a word that is always the same is looked up, any other is weighed in its context.
import { mix } from './hash.js';
import { type PartTable, slotOf } from './part-table.js';
import { fineCluster, traits } from './word-classes.js';

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
  /** Words that are always one part: tag of the hash as in a weight table, and the part's number. */
  readonly certain: PartTable;
  readonly table: PartTable;
}

export interface PartInput {
  readonly count: number;
  readonly word: Int32Array;
  readonly suffix: Int32Array;
  readonly value: Int32Array;
  readonly shape: Uint8Array;
}

export const PART_FEATURES = 15;
const EDGE = 0x2468ace;
/** Shapes from the comma on are marks. */
const FIRST_MARK = 5;

/** Keys for token `at`; `previous` and `before` are the parts of the two tokens to its left, 31 at the start. */
export function partFeatures(
  input: PartInput,
  at: number,
  previous: number,
  before: number,
  out: Int32Array,
): void {
  const { count, word, suffix, value, shape } = input;
  const w0 = word[at]!;
  const wp = at > 0 ? word[at - 1]! : EDGE;
  const wn = at + 1 < count ? word[at + 1]! : EDGE;
  const cn = at + 1 < count ? fineCluster(value[at + 1]!) : 1025;
  const tn = at + 1 < count ? traits(value[at + 1]!) & 15 : 31;
  const t0 = traits(value[at]!) & 15;
  const c0 = fineCluster(value[at]!);
  let i = 0;
  out[i++] = mix(301, w0);
  out[i++] = mix(mix(302, suffix[at]!), t0);
  out[i++] = mix(mix(303, shape[at]!), previous);
  out[i++] = mix(mix(304, c0), previous);
  out[i++] = mix(mix(305, previous), before);
  out[i++] = mix(mix(306, w0), previous);
  out[i++] = mix(mix(307, wp), t0);
  out[i++] = mix(mix(308, wn), t0);
  out[i++] = mix(mix(309, w0), wn);
  out[i++] = mix(mix(310, cn), c0);
  out[i++] = mix(mix(311, tn), mix(t0, previous));
  out[i++] = mix(mix(312, suffix[at]!), previous);
  out[i++] = mix(313, c0);
  out[i++] = mix(mix(314, wp), w0);
  out[i++] = mix(mix(315, shape[at]!), mix(at + 1 < count ? shape[at + 1]! : 15, t0));
}

export function tagParts(model: PartModel, input: PartInput): Uint8Array {
  const parts = new Uint8Array(input.count);
  const keys = new Int32Array(PART_FEATURES);
  const row = PARTS.length - 1;
  const sums = new Int32Array(PARTS.length);
  const { weights } = model.table;
  let previous = 31;
  let before = 31;
  for (let at = 0; at < input.count; at++) {
    let part = PUNCT;
    if (input.shape[at]! < FIRST_MARK) {
      const known = slotOf(model.certain, input.word[at]!);
      if (known >= 0) part = model.certain.weights[known]!;
      else {
        sums.fill(0);
        partFeatures(input, at, previous, before, keys);
        for (let f = 0; f < PART_FEATURES; f++) {
          const slot = slotOf(model.table, keys[f]!);
          if (slot < 0) continue;
          const from = slot * row;
          for (let label = 0; label < row; label++) sums[label + 1]! += weights[from + label]!;
        }
        part = 0;
        for (let label = 1; label < PARTS.length; label++) if (sums[label]! > sums[part]!) part = label;
      }
    }
    parts[at] = part;
    before = previous;
    previous = part;
  }
  return parts;
}
