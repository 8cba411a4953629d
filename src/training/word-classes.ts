// Builds the table of word classes from GloVe vectors (PDDL) and WordNet's lexicographer files (WordNet licence).
// Run once; the table ships with the weights as hashes, so training on a corpus does not need either again.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashWord } from '../core/extract/hash.js';
import { TRAIT, type WordClasses } from '../core/extract/word-classes.js';
import { baseForms } from './base-forms.js';

const VOCABULARY = 75_000;
const CLUSTERED = 36_000;
const FINE = 1023;
const COARSE = 120;
const DIMENSIONS = 100;
const SLOTS = 1 << 17;

export function buildWordClasses(embeddingsFile: string, wordNetFolder: string): WordClasses {
  const { words, vectors } = readVectors(embeddingsFile);
  const wordNet = readWordNet(wordNetFolder);
  const fine = cluster(vectors, Math.min(CLUSTERED, words.length), FINE, 12);
  const coarse = cluster(fine.centroids, FINE, COARSE, 20);
  const keys = new Int32Array(SLOTS);
  const values = new Int32Array(SLOTS);
  words.forEach((word, index) => {
    const group = fine.nearest[index]!;
    const value = (group + 1) | ((coarse.nearest[group]! + 1) << 10) | wordNet(word);
    insert(keys, values, hashWord(word, 0, word.length), value);
  });
  return { keys, values };
}

function insert(keys: Int32Array, values: Int32Array, key: number, value: number): void {
  let slot = key & (SLOTS - 1);
  while (values[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & (SLOTS - 1);
  keys[slot] = key;
  values[slot] = value;
}

interface VectorFile {
  readonly words: readonly string[];
  readonly vectors: Record<string, readonly number[]>;
}

function readVectors(file: string): { words: string[]; vectors: Float32Array } {
  const parsed = JSON.parse(readFileSync(file, 'utf8')) as VectorFile;
  const words = parsed.words.slice(0, VOCABULARY);
  const vectors = new Float32Array(words.length * DIMENSIONS);
  words.forEach((word, index) => {
    const vector = parsed.vectors[word]!;
    const length = Math.hypot(...vector.slice(0, DIMENSIONS)) || 1;
    for (let d = 0; d < DIMENSIONS; d++) vectors[index * DIMENSIONS + d] = vector[d]! / length;
  });
  return { words, vectors };
}

interface Clustering {
  readonly nearest: Int32Array;
  readonly centroids: Float32Array;
}

/** Spherical k-means on the first `sample` vectors; then every vector gets its nearest centre. */
function cluster(vectors: Float32Array, sample: number, count: number, rounds: number): Clustering {
  const total = vectors.length / DIMENSIONS;
  const centroids = new Float32Array(count * DIMENSIONS);
  for (let c = 0; c < count; c++) {
    const at = Math.floor((c * sample) / count);
    centroids.set(vectors.subarray(at * DIMENSIONS, (at + 1) * DIMENSIONS), c * DIMENSIONS);
  }
  const nearest = new Int32Array(total);
  for (let round = 0; round < rounds; round++) {
    assign(vectors, 0, sample, centroids, nearest);
    moveCentroids(vectors, sample, nearest, centroids);
  }
  assign(vectors, 0, total, centroids, nearest);
  return { nearest, centroids };
}

function assign(
  vectors: Float32Array,
  from: number,
  to: number,
  centroids: Float32Array,
  nearest: Int32Array,
): void {
  const count = centroids.length / DIMENSIONS;
  for (let v = from; v < to; v++) {
    const base = v * DIMENSIONS;
    let best = Number.NEGATIVE_INFINITY;
    for (let c = 0; c < count; c++) {
      let dot = 0;
      for (let d = 0, at = c * DIMENSIONS; d < DIMENSIONS; d++, at++)
        dot += vectors[base + d]! * centroids[at]!;
      if (dot > best) {
        best = dot;
        nearest[v] = c;
      }
    }
  }
}

function moveCentroids(
  vectors: Float32Array,
  sample: number,
  nearest: Int32Array,
  centroids: Float32Array,
): void {
  const sums = new Float64Array(centroids.length);
  for (let v = 0; v < sample; v++) {
    const at = nearest[v]! * DIMENSIONS;
    for (let d = 0; d < DIMENSIONS; d++) sums[at + d]! += vectors[v * DIMENSIONS + d]!;
  }
  for (let c = 0; c < centroids.length; c += DIMENSIONS) {
    let length = 0;
    for (let d = 0; d < DIMENSIONS; d++) length += sums[c + d]! ** 2;
    if (length === 0) continue;
    for (let d = 0; d < DIMENSIONS; d++) centroids[c + d] = sums[c + d]! / Math.sqrt(length);
  }
}

const FILES = { communication: 32, cognition: 31, emotion: 37, person: 18, group: 14, message: 10 };

/** Reads which lexicographer files a lemma's first senses are in, and answers with the trait bits of a word. */
function readWordNet(folder: string): (word: string) => number {
  const [verbs, nouns, adjectives, adverbs] = ['verb', 'noun', 'adj', 'adv'].map((part) =>
    readPart(folder, part),
  );
  return (word) => {
    let bits = 0;
    for (const lemma of [word, ...baseForms(word)]) {
      const verb = verbs!.get(lemma);
      if (verb) {
        bits |= TRAIT.verb;
        if (verb[0] === FILES.communication) bits |= TRAIT.saying;
        if (verb.includes(FILES.communication)) bits |= TRAIT.sayingToo;
        if (verb[0] === FILES.cognition) bits |= TRAIT.thinking;
        if (verb[0] === FILES.emotion) bits |= TRAIT.feeling;
      }
      const noun = nouns!.get(lemma);
      if (noun && (lemma === word || word.endsWith('s'))) {
        bits |= TRAIT.noun;
        if (noun[0] === FILES.person) bits |= TRAIT.person;
        if (noun[0] === FILES.group) bits |= TRAIT.group;
        if (noun[0] === FILES.message) bits |= TRAIT.message;
      }
    }
    if (adjectives!.has(word)) bits |= TRAIT.adjective;
    if (adverbs!.has(word)) bits |= TRAIT.adverb;
    return bits;
  };
}

/** Lemma → lexicographer file numbers of its first three senses. */
function readPart(folder: string, part: string): Map<string, number[]> {
  const files = new Map<string, number>();
  for (const line of readFileSync(join(folder, `data.${part}`), 'utf8').split('\n')) {
    if (/^\d{8} /.test(line)) files.set(line.slice(0, 8), Number(line.slice(9, 11)));
  }
  const senses = new Map<string, number[]>();
  for (const line of readFileSync(join(folder, `index.${part}`), 'utf8').split('\n')) {
    if (line.startsWith(' ')) continue;
    const [lemma] = line.split(' ', 1);
    const offsets = line.match(/\b\d{8}\b/g) ?? [];
    if (lemma)
      senses.set(
        lemma,
        offsets.slice(0, 3).map((offset) => files.get(offset) ?? -1),
      );
  }
  return senses;
}
