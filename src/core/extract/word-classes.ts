// What is known of a word whatever the text: its cluster among words used alike, and what it can be in a sentence.
// A table of hashes, open addressing; built by src/training/word-classes.ts.
import { hashWord } from './hash.js';

export interface WordClasses {
  readonly keys: Int32Array;
  readonly values: Int32Array;
}

/** Bits of a value, above ten bits of fine cluster and seven of coarse cluster. */
export const TRAIT = {
  verb: 1 << 17,
  noun: 1 << 18,
  adjective: 1 << 19,
  adverb: 1 << 20,
  /** First among its senses as a verb is one of communication. */
  saying: 1 << 21,
  /** Communication is among its first three senses as a verb. */
  sayingToo: 1 << 22,
  thinking: 1 << 23,
  feeling: 1 << 24,
  person: 1 << 25,
  group: 1 << 26,
  message: 1 << 27,
} as const;

export const fineCluster = (value: number): number => value & 1023;
export const coarseCluster = (value: number): number => (value >>> 10) & 127;
export const traits = (value: number): number => value >>> 17;

/** The value for text[start, end), 0 for an unknown word. A possessive ending is looked through. */
export function classOfWord(classes: WordClasses, text: string, start: number, end: number): number {
  const found = lookUp(classes, hashWord(text, start, end));
  if (found !== 0 || end - start < 3) return found;
  const apostrophe = text.charCodeAt(end - 2);
  const isPossessive = apostrophe === 39 || apostrophe === 0x2019;
  return isPossessive ? lookUp(classes, hashWord(text, start, end - 2)) : 0;
}

function lookUp(classes: WordClasses, key: number): number {
  const mask = classes.keys.length - 1;
  for (let slot = key & mask; classes.values[slot] !== 0; slot = (slot + 1) & mask) {
    if (classes.keys[slot] === key) return classes.values[slot]!;
  }
  return 0;
}
