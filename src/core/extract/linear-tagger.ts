// The linear tagger: two chains over hashed features, one for cues, one for the roles around a cue.
import { CUE_LABELS, type CueCandidate, proposeCues } from './cue-labels.js';
import { type CueMemory, learnNeighbours, makeCueMemory, scoreCues } from './cue-scores.js';
import { factorsOf, marginals } from './marginals.js';
import { type ModelFile, readModelFile } from './model-file.js';
import { makePartTable } from './part-table.js';
import type { Reading } from './reading.js';
import { fallOf, roleMarginals } from './role-marginals.js';
import { viewCue } from './role-places.js';
import { type Breadth, NARROW, readingsFrom } from './role-readings.js';
import {
  learnRoleNeighbours,
  makeRoleMemory,
  type RoleMemory,
  scoreRoles,
  sumTokens,
} from './role-scores.js';
import { searchRoles } from './role-search.js';
import { roleContexts } from './roles.js';
import { type ScoreTable, scoreOf } from './score-table.js';
import { blockTokens, LONGEST_SENTENCE } from './sentences.js';
import type { RoleReading, TaggedReading, Tagger } from './tagger.js';
import { type Hopes, hopesOf, logOdds, probabilityFrom, type Trees } from './trees.js';
import { type PairTable, SEVEN_SUMS, type SevenTable } from './weight-table.js';
import { overlapping, type Window } from './window.js';
import { describeWords, type Lexicon, makeWordMemory, type WordMemory, type Words } from './words.js';

interface LinearModel {
  readonly name: string;
  readonly lexicon: Lexicon;
  readonly cueTable: PairTable;
  /** Exponentials of the weights of its steps. */
  readonly cueFactors: Float64Array;
  readonly roleTable: SevenTable;
  readonly roleSteps: Float32Array;
  readonly roleFactors: Float64Array;
  /** What scores count for (see fallOf). */
  readonly roleFall: Float64Array;
  readonly hunches: ScoreTable;
  readonly trees: Trees;
  readonly hopes: Hopes;
  readonly cueTrees: Trees;
}

/** Candidates below this are never looked at. */
export const LEAST_CUE = 0.05;

/** `breadth` is for training: what confidence is learned from is wider than what is looked at later. */
export function loadLinearTagger(bytes: Uint8Array, breadth = NARROW): Tagger {
  const model = readLinearModel(bytes);
  let memory = makeMemory(model);
  return {
    name: model.name,
    read: (reading) => {
      if (memory.words.forms.count > MOST_FORMS) memory = makeMemory(model);
      return tag(model, memory, breadth, reading);
    },
    hunch: (keys) => scoreOf(model.hunches, keys),
    confidence: (evidence, least) => probabilityFrom(model.trees, model.hopes, evidence, least),
    fit: (evidence) => logOdds(model.cueTrees, evidence),
  };
}

function readLinearModel(bytes: Uint8Array): LinearModel {
  const file = readModelFile(bytes);
  const { name, facts, sections } = file;
  const trees = treesOf(file, 'tree');
  return {
    name,
    lexicon: lexiconOf(sections),
    cueTable: { rows: sections.cueRows as Int32Array, scale: facts.cueScale as number },
    cueFactors: factorsOf(sections.cueSteps as Float32Array),
    roleTable: { rows: sections.roleRows as Int32Array, scale: facts.roleScale as number },
    roleSteps: sections.roleSteps as Float32Array,
    roleFactors: factorsOf(sections.roleSteps as Float32Array),
    roleFall: fallOf(facts.roleScale as number),
    hunches: {
      rows: sections.hunchRows as Int32Array,
      scale: facts.hunchScale as number,
      bias: facts.hunchBias as number,
    },
    trees,
    hopes: hopesOf(trees),
    cueTrees: treesOf(file, 'cueTree'),
  };
}

const treesOf = ({ facts, sections }: ModelFile, name: string): Trees => ({
  depth: facts[`${name}Depth`] as number,
  bias: facts[`${name}Bias`] as number,
  features: sections[`${name}Features`] as Uint8Array,
  thresholds: Float64Array.from(sections[`${name}Thresholds`] as Float32Array),
  leaves: sections[`${name}Leaves`] as Float32Array,
});

export function lexiconOf(sections: ModelFile['sections']): Required<Lexicon> {
  return {
    classes: { keys: sections.classKeys as Int32Array, values: sections.classValues as Int32Array },
    parts: {
      certain: { tags: sections.certainTags as Uint16Array, parts: sections.certainParts as Int8Array },
      table: makePartTable(sections.partTags as Uint16Array, sections.partWeights as Int8Array),
    },
  };
}

/** What is remembered from text to text: it makes reading faster, and changes no answer. */
interface Memory {
  readonly words: WordMemory;
  readonly cues: CueMemory;
  readonly roles: RoleMemory;
}

const makeMemory = ({ lexicon }: LinearModel): Memory => ({
  words: makeWordMemory(lexicon),
  cues: makeCueMemory(),
  roles: makeRoleMemory(),
});

/** With more forms than this remembered, reading starts anew, so that memory stays flat however much is read. */
const MOST_FORMS = 1 << 16;

function tag(model: LinearModel, memory: Memory, breadth: Breadth, reading: Reading): TaggedReading {
  const words = describeWords(reading, model.lexicon, memory.words);
  const cueness = new Uint8Array(words.count);
  const cues = findCues(model, memory.cues, breadth, reading, words, cueness);
  learnRoleNeighbours(memory.roles, model.roleTable, words);
  const sums = tokenSums(model, memory.roles, reading, words, cueness);
  return {
    words,
    cues,
    rolesOf: (cue, window) => rolesOf(model, memory.roles, breadth, words, cueness, sums, cue, window),
  };
}

/** How sure the cue chain is of a token, in four grades. */
export const gradeOf = (probability: number): number => {
  if (probability < 0.1) return 0;
  if (probability < 0.3) return 1;
  return probability < 0.7 ? 2 : 3;
};

function findCues(
  model: LinearModel,
  memory: CueMemory,
  breadth: Breadth,
  reading: Reading,
  words: Words,
  cueness: Uint8Array,
): CueCandidate[] {
  const found: CueCandidate[] = [];
  learnNeighbours(memory, model.cueTable, words);
  const scores = new Float32Array(3 * LONGEST_SENTENCE);
  for (const { first, last, block } of reading.sentences) {
    const whole = blockTokens(reading, block);
    scoreCues(memory, model.cueTable, words, first, last, whole.first, whole.last, scores);
    if (isHopeless(scores, last - first)) continue;
    const likely = marginals(CUE_LABELS, last - first, scores, model.cueFactors, NO_CONTEXT);
    for (let at = first; at < last; at++) cueness[at] = gradeOf(1 - likely.unary[(at - first) * 3]!);
    const proposed = proposeCues(likely, model.cueFactors, NO_CONTEXT, first, LEAST_CUE);
    found.push(...likeliest(withoutOutshone(proposed, breadth.outshone)));
  }
  return found;
}

/** A candidate that overlaps one so many times as probable is that one, badly cut. */
const withoutOutshone = (cues: readonly CueCandidate[], times: number): readonly CueCandidate[] =>
  cues.filter(
    (cue) => !cues.some((other) => other.probability > times * cue.probability && overlapping(other, cue)),
  );

/** More in one sentence are not looked at, so that any text takes bounded time. In 19,000 sentences the most were 14. */
const MOST_CUES = 16;

function likeliest(cues: readonly CueCandidate[]): readonly CueCandidate[] {
  if (cues.length <= MOST_CUES) return cues;
  const least = cues.map(({ probability }) => probability).sort((a, b) => b - a)[MOST_CUES - 1]!;
  return cues.filter(({ probability }) => probability >= least).slice(0, MOST_CUES);
}

/** No token comes near being a cue: most sentences of most articles. */
function isHopeless(scores: Float32Array, length: number): boolean {
  for (let at = 1; at < 3 * length; at += 3) if (scores[at]! > HOPELESS) return false;
  return true;
}

const HOPELESS = -3.5;
const NO_CONTEXT = new Uint16Array(LONGEST_SENTENCE);

/** Sums of tokens that hold whatever the cue, worked out for the sentences of a window when first asked for. */
type TokenSums = (window: Window) => Int32Array;

function tokenSums(
  model: LinearModel,
  memory: RoleMemory,
  reading: Reading,
  words: Words,
  cueness: Uint8Array,
): TokenSums {
  const sums = new Int32Array(words.count * SEVEN_SUMS);
  const done = new Uint8Array(reading.sentences.length);
  return (window) => {
    for (let at = words.sentence[window.first]!; at <= words.sentence[window.last - 1]!; at++) {
      if (done[at]) continue;
      done[at] = 1;
      const { first, last, block } = reading.sentences[at]!;
      const whole = blockTokens(reading, block);
      sumTokens(memory, model.roleTable, words, cueness, first, last, whole.first, whole.last, sums);
    }
    return sums;
  };
}

function rolesOf(
  model: LinearModel,
  memory: RoleMemory,
  breadth: Breadth,
  words: Words,
  cueness: Uint8Array,
  sumsOf: TokenSums,
  cue: CueCandidate,
  window: Window,
): readonly RoleReading[] {
  const { first, last } = window;
  const length = last - first;
  if (roleUnits.length < length * 8) roleUnits = new Int32Array(2 * length * 8);
  const view = viewCue(words, cue.first, cue.last, first, last);
  scoreRoles(memory, model.roleTable, words, cueness, sumsOf(window), view, first, last, roleUnits);
  const contexts = roleContexts(words, first, last, cue.first, cue.last);
  const scores = { units: roleUnits, scale: model.roleTable.scale };
  const decoded = searchRoles(length, scores, model.roleSteps, contexts);
  return readingsFrom(decoded, cue.last - first, breadth, () =>
    roleMarginals(length, scores, model.roleFall, model.roleFactors, contexts),
  );
}

/** Room to work in, eight a token of the window at hand. */
let roleUnits = new Int32Array(1 << 12);
