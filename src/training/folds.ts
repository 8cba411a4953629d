// The work of training that can be shared out: chains for all but one fold of the articles, or for all of them. What
// each piece of work answers depends on the corpus and the seed alone, never on who else works.

import type { CueCandidate } from '../core/extract/cue-labels.js';
import { type Finding, findingsOf } from '../core/extract/finding.js';
import { loadLinearTagger } from '../core/extract/linear-tagger.js';
import { WIDE } from '../core/extract/role-readings.js';
import type { Trees } from '../core/extract/trees.js';
import { type Lexicon, makeWordMemory } from '../core/extract/words.js';
import type { Confidence } from './confidence-training.js';
import type { GoldDocument } from './corpus.js';
import { allCueKeys, applyCues, trainCues } from './cue-training.js';
import { type Example, exampleOf } from './example.js';
import { modelBytes } from './model-bytes.js';
import { type Packed, packPairs, packSevens } from './pack.js';
import { type CuedExample, type RoleTasks, roleTasksOf, trainRoles } from './role-training.js';
import { CUE_SETTINGS, FOLDS, PROPOSED, ROLE_SETTINGS, SLOTS } from './settings.js';

/** A fold's number; null for a chain trained on everything. */
export type FoldNumber = number | null;

/** What the cue chain not trained on an article proposed there. */
export interface Proposal {
  readonly article: number;
  readonly cues: readonly CueCandidate[];
  readonly cueness: Uint8Array;
}

export type Task =
  | { readonly kind: 'cues'; readonly fold: FoldNumber }
  | { readonly kind: 'proposals'; readonly proposals: readonly Proposal[] }
  | {
      readonly kind: 'roles';
      readonly fold: FoldNumber;
      readonly cues: Packed;
      readonly cueSteps: Float32Array;
    };

export interface Trained {
  readonly table: Packed;
  readonly steps: Float32Array;
  /** Of a cue chain: what it proposed in its fold. */
  readonly proposals: readonly Proposal[];
  /** Of a role chain: what is found in its fold. */
  readonly found: readonly { readonly article: number; readonly findings: readonly Finding[] }[];
}

export interface Trainee {
  readonly lexicon: Required<Lexicon>;
  readonly examples: readonly Example[];
  readonly cueKeys: readonly Int32Array[];
  cued: readonly CuedExample[];
  roleTasks: readonly RoleTasks[];
}

export function makeTrainee(documents: readonly GoldDocument[], lexicon: Required<Lexicon>): Trainee {
  const examples = examplesOf(documents, lexicon);
  return { lexicon, examples, cueKeys: examples.map(allCueKeys), cued: [], roleTasks: [] };
}

export function examplesOf(documents: readonly GoldDocument[], lexicon: Lexicon): Example[] {
  const memory = makeWordMemory(lexicon);
  return documents.map((document) => exampleOf(document, lexicon, memory));
}

export function work(trainee: Trainee, task: Task): Trained | null {
  switch (task.kind) {
    case 'cues':
      return learnCues(trainee, task.fold);
    case 'proposals':
      return takeUp(trainee, task.proposals);
    case 'roles':
      return learnRoles(trainee, task.fold, task.cues, task.cueSteps);
  }
}

const isIn = (article: number, fold: FoldNumber): boolean => article % FOLDS === fold;

/** What a chain learns from, each as often as its article is looked at. */
const learnedFrom = <T>(examples: readonly Example[], all: readonly T[], fold: FoldNumber): T[] =>
  all.flatMap((one, article) => (isIn(article, fold) ? [] : Array<T>(examples[article]!.looks).fill(one)));

function learnCues({ examples, cueKeys }: Trainee, fold: FoldNumber): Trained {
  const model = trainCues(
    learnedFrom(examples, examples, fold),
    learnedFrom(examples, cueKeys, fold),
    CUE_SETTINGS,
  );
  const proposals = examples.flatMap((example, article) =>
    isIn(article, fold) ? [{ article, ...applyCues(model, example, cueKeys[article]!, PROPOSED) }] : [],
  );
  const table = packPairs(model.chain, model.index, SLOTS.cue);
  return { table, steps: model.chain.steps, proposals, found: [] };
}

function takeUp(trainee: Trainee, proposals: readonly Proposal[]): null {
  const cued: CuedExample[] = [];
  for (const { article, cues, cueness } of proposals)
    cued[article] = { example: trainee.examples[article]!, cues, cueness };
  trainee.cued = cued;
  trainee.roleTasks = cued.map(roleTasksOf);
  return null;
}

function learnRoles(
  { lexicon, examples, cued, roleTasks }: Trainee,
  fold: FoldNumber,
  cueTable: Packed,
  cueSteps: Float32Array,
): Trained {
  const model = trainRoles(learnedFrom(examples, roleTasks, fold), ROLE_SETTINGS);
  const table = packSevens(model.chain, model.index, SLOTS.role);
  const { steps } = model.chain;
  if (fold === null) return { table, steps, proposals: [], found: [] };
  const tagger = loadLinearTagger(
    modelBytes({ lexicon, cueTable, cueSteps, roleTable: table, roleSteps: steps, ...NO_CONFIDENCE }),
    WIDE,
  );
  const found = cued.flatMap(({ example: { reading } }, article) =>
    isIn(article, fold) ? [{ article, findings: findingsOf(reading, tagger.read(reading)) }] : [],
  );
  return { table, steps, proposals: [], found };
}

const NO_TREES: Trees = {
  depth: 1,
  bias: 0,
  features: new Uint8Array(1),
  thresholds: new Float64Array(1),
  leaves: new Float32Array(2),
};
/** What stands in the model while confidence is still to be learned. */
const NO_CONFIDENCE: Confidence = {
  hunches: { rows: new Int32Array(1), scale: 1, bias: 0 },
  trees: NO_TREES,
  cueTrees: NO_TREES,
};
