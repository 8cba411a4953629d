// The linear tagger: two chains over hashed features, one for cues, one for the roles around a cue.
import { decode, IMPOSSIBLE } from './chain.js';
import { CUE_FEATURES, cueFeatures } from './cue-features.js';
import { CUE_LABELS, type CueCandidate, proposeCues } from './cue-labels.js';
import { marginals } from './marginals.js';
import { type ModelFile, readModelFile } from './model-file.js';
import type { Reading } from './reading.js';
import { PLACE_FEATURES, placeFeatures, TOKEN_FEATURES, tokenFeatures, viewCue } from './role-features.js';
import { readingsFrom } from './role-readings.js';
import { ROLE, ROLE_BITS, ROLE_LABELS, roleContexts } from './roles.js';
import { blockTokens } from './sentences.js';
import type { RoleReading, TaggedReading, Tagger } from './tagger.js';
import { probabilityOf, type Trees } from './trees.js';
import { addPairScores, addSevenScores, type PairTable, type SevenTable } from './weight-table.js';
import type { Window } from './window.js';
import { describeWords, type Lexicon, type Words } from './words.js';

interface LinearModel {
  readonly name: string;
  readonly lexicon: Lexicon;
  readonly cueTable: PairTable;
  readonly cueSteps: Float32Array;
  readonly roleTable: SevenTable;
  readonly roleSteps: Float32Array;
  readonly trees: Trees;
}

/** Candidates below this are never looked at. */
export const LEAST_CUE = 0.08;

export function loadLinearTagger(bytes: Uint8Array): Tagger {
  const model = readLinearModel(bytes);
  return {
    name: model.name,
    read: (reading) => tag(model, reading),
    confidence: (evidence) => probabilityOf(model.trees, evidence),
  };
}

function readLinearModel(bytes: Uint8Array): LinearModel {
  const { name, facts, sections } = readModelFile(bytes);
  return {
    name,
    lexicon: lexiconOf(sections),
    cueTable: { rows: sections.cueRows as Int32Array, scale: facts.cueScale as number },
    cueSteps: sections.cueSteps as Float32Array,
    roleTable: { rows: sections.roleRows as Int32Array, scale: facts.roleScale as number },
    roleSteps: sections.roleSteps as Float32Array,
    trees: {
      depth: facts.treeDepth as number,
      bias: facts.treeBias as number,
      features: sections.treeFeatures as Uint8Array,
      thresholds: sections.treeThresholds as Float32Array,
      leaves: sections.treeLeaves as Float32Array,
    },
  };
}

export function lexiconOf(sections: ModelFile['sections']): Required<Lexicon> {
  return {
    classes: { keys: sections.classKeys as Int32Array, values: sections.classValues as Int32Array },
    parts: {
      certain: { tags: sections.certainTags as Uint16Array, weights: sections.certainParts as Int8Array },
      table: { tags: sections.partTags as Uint16Array, weights: sections.partWeights as Int8Array },
    },
  };
}

function tag(model: LinearModel, reading: Reading): TaggedReading {
  const words = describeWords(reading, model.lexicon);
  const cueness = new Uint8Array(words.count);
  const cues = findCues(model, reading, words, cueness);
  const tokenScores = tokenScorer(model, reading, words, cueness);
  return { words, cues, rolesOf: (cue, window) => rolesOf(model, words, cueness, tokenScores, cue, window) };
}

/** How sure the cue chain is of a token, in four grades. */
export const gradeOf = (probability: number): number => {
  if (probability < 0.1) return 0;
  if (probability < 0.3) return 1;
  return probability < 0.7 ? 2 : 3;
};

function findCues(model: LinearModel, reading: Reading, words: Words, cueness: Uint8Array): CueCandidate[] {
  const found: CueCandidate[] = [];
  let keys = new Int32Array(64 * CUE_FEATURES);
  for (const sentence of reading.sentences) {
    const block = blockTokens(reading, sentence.block);
    const length = sentence.last - sentence.first;
    if (keys.length < length * CUE_FEATURES) keys = new Int32Array(length * CUE_FEATURES);
    for (let t = 0; t < length; t++) {
      cueFeatures(words, sentence.first + t, block.first, block.last, keys, t * CUE_FEATURES);
    }
    const scores = new Float32Array(length * 3);
    addPairScores(model.cueTable, keys, CUE_FEATURES, length, scores);
    if (isHopeless(scores)) continue;
    const likely = marginals(CUE_LABELS, length, scores, model.cueSteps, new Uint16Array(length));
    for (let t = 0; t < length; t++) cueness[sentence.first + t] = gradeOf(1 - likely.unary[t * 3]!);
    found.push(...proposeCues(likely, length, sentence.first, LEAST_CUE));
  }
  return found;
}

/** No token comes near being a cue: most sentences of most articles. */
function isHopeless(scores: Float32Array): boolean {
  for (let at = 1; at < scores.length; at += 3) if (scores[at]! > HOPELESS) return false;
  return true;
}

const HOPELESS = -3.5;

/** Scores of a sentence's tokens that hold whatever the cue, worked out when first asked for. */
function tokenScorer(
  model: LinearModel,
  reading: Reading,
  words: Words,
  cueness: Uint8Array,
): (at: number, into: Float32Array, from: number) => void {
  const scores = new Float32Array(words.count * ROLE_LABELS.count);
  const done = new Uint8Array(reading.sentences.length);
  return (at, into, from) => {
    const index = words.sentence[at]!;
    if (!done[index]) {
      done[index] = 1;
      const sentence = reading.sentences[index]!;
      const block = blockTokens(reading, sentence.block);
      const length = sentence.last - sentence.first;
      const keys = new Int32Array(length * TOKEN_FEATURES);
      for (let t = 0; t < length; t++) {
        tokenFeatures(words, cueness, sentence.first + t, block.first, block.last, keys, t * TOKEN_FEATURES);
      }
      const own = scores.subarray(sentence.first * ROLE_LABELS.count, sentence.last * ROLE_LABELS.count);
      addSevenScores(model.roleTable, keys, TOKEN_FEATURES, length, own);
    }
    for (let label = 0; label < ROLE_LABELS.count; label++) {
      into[from + label] = scores[at * ROLE_LABELS.count + label]!;
    }
  };
}

function rolesOf(
  model: LinearModel,
  words: Words,
  cueness: Uint8Array,
  tokenScores: (at: number, into: Float32Array, from: number) => void,
  cue: CueCandidate,
  window: Window,
): readonly RoleReading[] {
  const { count } = ROLE_LABELS;
  const length = window.last - window.first;
  const scores = new Float32Array(length * count);
  for (let t = 0; t < length; t++) tokenScores(window.first + t, scores, t * count);
  const keys = new Int32Array(length * PLACE_FEATURES);
  const view = viewCue(words, cue.first, cue.last, window.first, window.last);
  placeFeatures(words, cueness, view, window.first, window.last, keys);
  addSevenScores(model.roleTable, keys, PLACE_FEATURES, length, scores);
  for (let at = cue.first; at < cue.last; at++) {
    for (let label = 1; label < count; label++) scores[(at - window.first) * count + label] = IMPOSSIBLE;
  }
  const contexts = roleContexts(words, window.first, window.last, cue.first, cue.last);
  const decoded = decode(ROLE_LABELS, ROLE_BITS, ROLE.contentEnd, length, scores, model.roleSteps, contexts);
  return readingsFrom(decoded, cue.last - window.first);
}
