// Teaches our own small tagger of parts of speech from wink-nlp's answers (MIT) on the training texts.

import {
  type CertainParts,
  freeSlot,
  makePartTable,
  type PartTable,
  tagOf,
} from '../core/extract/part-table.js';
import {
  NO_PART,
  PART_FEATURES,
  PARTS,
  type Part,
  type PartModel,
  partKeys,
  partNumber,
} from '../core/extract/parts-of-speech.js';
import type { Tokens } from '../core/extract/tokens.js';
import type { Words } from '../core/extract/words.js';
import { isMark } from '../core/extract/words.js';
import { indexFeatures } from './feature-index.js';

export interface PartExample {
  readonly tokens: Tokens;
  readonly words: Words;
  readonly parts: Uint8Array;
}

interface WinkNlp {
  readDoc(text: string): { tokens(): { out(type: unknown): string[] } };
}

const MARK = partNumber('PUNCT');
const UNKNOWN = partNumber('X');

/** Asks wink-nlp for the part of each of our tokens: that of its first piece. */
export async function winkParts(): Promise<(tokens: Tokens, words: Words) => Uint8Array> {
  const { default: winkNLP } = await import('wink-nlp');
  const { default: model } = await import('wink-eng-lite-web-model');
  const nlp = winkNLP(model, ['sbd', 'pos']);
  const wink = nlp as unknown as WinkNlp;
  return (tokens, words) => {
    const read = wink.readDoc(tokens.text);
    const values = read.tokens().out(nlp.its.value);
    const tags = read.tokens().out(nlp.its.pos);
    const parts = new Uint8Array(tokens.count).fill(UNKNOWN);
    let offset = 0;
    let at = 0;
    values.forEach((value, index) => {
      const start = tokens.text.indexOf(value, offset);
      if (start < 0) return;
      offset = start + value.length;
      while (at < tokens.count && tokens.ends[at]! <= start) at++;
      if (at >= tokens.count || tokens.starts[at]! < start) return;
      const part = PARTS.indexOf(tags[index] as Part);
      parts[at] = part < 0 ? UNKNOWN : part;
    });
    for (let t = 0; t < tokens.count; t++) if (isMark(words.shape[t]!)) parts[t] = MARK;
    return parts;
  };
}

const EPOCHS = 4;
const CERTAIN_SHARE = 0.995;
const CERTAIN_COUNT = 8;

/** Averaged perceptron, greedy from the left; the parts to the left are its own guesses. */
export function trainParts(examples: readonly PartExample[], slots: number): PartModel {
  const certain = certainWords(examples);
  const keys = new Int32Array(PART_FEATURES);
  const index = indexFeatures(
    (see) => {
      for (const { words, parts } of examples) {
        for (let at = 0; at < words.count; at++) {
          if (isMark(words.shape[at]!)) continue;
          keysAt(words, at, at > 0 ? parts[at - 1]! : NO_PART, at > 1 ? parts[at - 2]! : NO_PART, keys);
          for (const key of keys) see(key);
        }
      }
    },
    3,
    23,
  );
  const count = PARTS.length;
  const weights = new Float32Array(index.rows * count);
  const sums = new Float64Array(index.rows * count);
  let clock = 1;
  const sums2 = new Float64Array(count);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const { words, parts } of examples) {
      let previous = NO_PART;
      let before = NO_PART;
      for (let at = 0; at < words.count; at++) {
        let guess = MARK;
        if (!isMark(words.shape[at]!)) {
          const known = certain.get(words.word[at]!);
          if (known !== undefined) guess = known;
          else {
            keysAt(words, at, previous, before, keys);
            sums2.fill(0);
            const rows = Array.from(keys, (key) => index.rowOf(key));
            for (const row of rows) {
              if (row !== 0)
                for (let label = 0; label < count; label++) sums2[label]! += weights[row * count + label]!;
            }
            guess = 0;
            for (let label = 1; label < count; label++) if (sums2[label]! > sums2[guess]!) guess = label;
            const right = parts[at]!;
            if (guess !== right) {
              for (const row of rows) {
                if (row === 0) continue;
                weights[row * count + right]! += 1;
                sums[row * count + right]! += clock;
                weights[row * count + guess]! -= 1;
                sums[row * count + guess]! -= clock;
              }
            }
            clock++;
          }
        }
        before = previous;
        previous = guess;
      }
    }
  }
  for (let at = 0; at < weights.length; at++) weights[at]! -= sums[at]! / clock;
  return { certain: packCertain(certain), table: packParts(weights, index, slots) };
}

const keysAt = (
  { forms, brinked, count }: Words,
  at: number,
  previous: number,
  before: number,
  keys: Int32Array,
): void => partKeys(forms, brinked.form, count, at, previous, before, keys);

function certainWords(examples: readonly PartExample[]): Map<number, number> {
  const seen = new Map<number, Int32Array>();
  for (const { words, parts } of examples) {
    for (let at = 0; at < words.count; at++) {
      if (isMark(words.shape[at]!)) continue;
      const counts = seen.get(words.word[at]!) ?? new Int32Array(PARTS.length);
      counts[parts[at]!]!++;
      seen.set(words.word[at]!, counts);
    }
  }
  const certain = new Map<number, number>();
  for (const [word, counts] of seen) {
    const total = counts.reduce((a, b) => a + b, 0);
    const most = counts.indexOf(Math.max(...counts));
    if (total >= CERTAIN_COUNT && counts[most]! >= CERTAIN_SHARE * total) certain.set(word, most);
  }
  return certain;
}

function packCertain(certain: ReadonlyMap<number, number>): CertainParts {
  const slots = 1 << Math.ceil(Math.log2(certain.size * 1.5));
  const tags = new Uint16Array(slots);
  const parts = new Int8Array(slots);
  for (const [word, part] of certain) {
    const slot = freeSlot(tags, word);
    tags[slot] = tagOf(word);
    parts[slot] = part;
  }
  return { tags, parts };
}

const FULLEST = 0.75;

function packParts(
  weights: Float32Array,
  index: { rows: number; keys: Int32Array },
  slots: number,
): PartTable {
  const count = PARTS.length;
  const heft = (row: number): number => {
    let most = 0;
    for (let label = 1; label < count; label++) {
      most = Math.max(most, Math.abs(weights[row * count + label]! - weights[row * count]!));
    }
    return most;
  };
  const rows: [number, number][] = [];
  for (let row = 1; row < index.rows; row++) rows.push([row, heft(row)]);
  rows.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const kept = rows.slice(0, Math.floor(slots * FULLEST));
  const scale = kept[Math.floor(kept.length * 0.001)]![1] / 127;
  const tags = new Uint16Array(slots);
  const packed = new Int8Array(slots * (count - 1));
  for (const [row] of kept) {
    const slot = freeSlot(tags, index.keys[row]!);
    tags[slot] = tagOf(index.keys[row]!);
    for (let label = 1; label < count; label++) {
      const units = Math.round((weights[row * count + label]! - weights[row * count]!) / scale);
      packed[slot * (count - 1) + label - 1] = Math.max(-127, Math.min(127, units));
    }
  }
  return makePartTable(tags, packed);
}
