// Trains the chain that finds cues.
import { CUE_FEATURES, cueKeys } from '../core/extract/cue-features.js';
import { CUE_CONTEXTS, CUE_LABELS, type CueCandidate, proposeCues } from '../core/extract/cue-labels.js';
import { gradeOf } from '../core/extract/linear-tagger.js';
import { factorsOf, marginals } from '../core/extract/marginals.js';
import { blockTokens } from '../core/extract/sentences.js';
import { type ChainModel, type Sequence, scoreSequence, trainChain } from './chain-trainer.js';
import type { Example } from './example.js';
import { type FeatureIndex, indexFeatures } from './feature-index.js';

export interface CueModel {
  readonly index: FeatureIndex;
  readonly chain: ChainModel;
}

export interface CueOptions {
  readonly epochs: number;
  readonly rate: number;
  readonly l2: number;
  readonly dropout: number;
  readonly leastCount: number;
  readonly seed: number;
  readonly log?: (line: string) => void;
}

export function allCueKeys({ reading, words }: Example): Int32Array {
  const keys = new Int32Array(words.count * CUE_FEATURES);
  for (const sentence of reading.sentences) {
    const block = blockTokens(reading, sentence.block);
    for (let at = sentence.first; at < sentence.last; at++) {
      cueKeys(words, at, block.first, block.last, keys, at * CUE_FEATURES);
    }
  }
  return keys;
}

export function trainCues(
  examples: readonly Example[],
  keys: readonly Int32Array[],
  options: CueOptions,
): CueModel {
  const index = indexFeatures((see) => {
    for (const own of keys) for (const key of own) see(key);
  }, options.leastCount);
  const sequences = examples.flatMap((example, at) => sequencesOf(example, rowsOf(keys[at]!, index)));
  const chain = trainChain(CUE_LABELS, sequences, { ...options, rows: index.rows, contexts: CUE_CONTEXTS });
  return { index, chain };
}

function rowsOf(keys: Int32Array, index: FeatureIndex): Int32Array {
  return keys.map((key) => index.rowOf(key));
}

function sequencesOf({ reading, cueLabels }: Example, rows: Int32Array): Sequence[] {
  return reading.sentences.map(({ first, last }) => ({
    length: last - first,
    groups: [{ rows, width: CUE_FEATURES, start: first }],
    context: new Uint16Array(last - first),
    gold: cueLabels.subarray(first, last),
    weight: 1,
  }));
}

/** What the tagger would make of an example it was not trained on. */
export function applyCues(
  model: CueModel,
  example: Example,
  keys: Int32Array,
  threshold: number,
): { cues: CueCandidate[]; cueness: Uint8Array } {
  const rows = rowsOf(keys, model.index);
  const factors = factorsOf(model.chain.steps);
  const cueness = new Uint8Array(example.words.count);
  const cues: CueCandidate[] = [];
  sequencesOf(example, rows).forEach((sequence, at) => {
    const { first } = example.reading.sentences[at]!;
    const scores = scoreSequence(model.chain, sequence);
    const found = marginals(CUE_LABELS, sequence.length, scores, factors, sequence.context);
    for (let t = 0; t < sequence.length; t++) cueness[first + t] = gradeOf(1 - found.unary[t * 3]!);
    cues.push(...proposeCues(found, factors, sequence.context, first, threshold));
  });
  return { cues, cueness };
}
