// npm run train -- --corpus FILE [--model model/whosaid-linear.bin] [--word-classes EMBEDDINGS WORDNET]
// Trains the linear tagger from a corpus of attributions. The same corpus and seed give the same file.
// Confidence is learned on articles that neither chain has seen.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { findingsOf } from '../core/extract/finding.js';
import { loadLinearTagger } from '../core/extract/linear-tagger.js';
import { readModelFile } from '../core/extract/model-file.js';
import { readArticle } from '../core/extract/reading.js';
import type { Trees } from '../core/extract/trees.js';
import type { WordClasses } from '../core/extract/word-classes.js';
import { describeWords, type Lexicon, makeWordMemory } from '../core/extract/words.js';
import { type Confidence, type FoundArticle, trainConfidence } from './confidence-training.js';
import { articleOf, type GoldDocument, readCorpus } from './corpus.js';
import { allCueKeys, applyCues, trainCues } from './cue-training.js';
import { type Example, exampleOf } from './example.js';
import { modelBytes } from './model-bytes.js';
import { type Packed, packPairs, packSevens } from './pack.js';
import { trainParts, winkParts } from './part-training.js';
import { type CuedExample, trainRoles } from './role-training.js';
import { CUE_SETTINGS, FOLDS, PROPOSED, ROLE_SETTINGS, SLOTS } from './settings.js';
import { buildWordClasses } from './word-classes.js';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    model: { type: 'string', default: 'model/whosaid-linear.bin' },
    embeddings: { type: 'string' },
    wordnet: { type: 'string' },
  },
});
if (!values.corpus) throw new Error('Say which corpus to train on: --corpus FILE.jsonl');

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

const started = performance.now();
const log = (line: string): void => {
  console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${line}`);
};

const documents = readCorpus(values.corpus);
const lexicon = await lexiconFor(documents);
const memory = makeWordMemory(lexicon);
const examples = documents.map((document) => exampleOf(document, lexicon, memory));
log(`${examples.length} articles`);
writeFileSync(values.model, train(examples));
log(`written to ${values.model}`);

/** Word classes come from the vectors and WordNet where given, else from the model that is there. */
async function lexiconFor(texts: readonly GoldDocument[]): Promise<Required<Lexicon>> {
  const classes = wordClasses();
  const partsOf = await winkParts();
  const bare = makeWordMemory({ classes });
  const learned = texts.map(({ text }) => {
    const reading = readArticle(articleOf(text));
    const words = describeWords(reading, { classes }, bare);
    return { tokens: reading.tokens, words, parts: partsOf(reading.tokens, words) };
  });
  return { classes, parts: trainParts(learned, SLOTS.part) };
}

function wordClasses(): WordClasses {
  if (values.embeddings && values.wordnet) return buildWordClasses(values.embeddings, values.wordnet);
  if (!existsSync(values.model)) {
    throw new Error('No model to take word classes from: give --embeddings FILE and --wordnet FOLDER.');
  }
  const { sections } = readModelFile(readFileSync(values.model));
  return { keys: sections.classKeys as Int32Array, values: sections.classValues as Int32Array };
}

interface Fold {
  readonly number: number;
  readonly cue: Packed;
  readonly cueSteps: Float32Array;
}

function inFold(at: number, fold: number): boolean {
  return at % FOLDS === fold;
}

function train(all: readonly Example[]): Uint8Array {
  const keys = all.map(allCueKeys);
  const cued: CuedExample[] = [];
  const folds: Fold[] = [];
  for (let number = 0; number < FOLDS; number++) {
    const others = all.map((_, at) => at).filter((at) => !inFold(at, number));
    const model = trainCues(
      others.map((at) => all[at]!),
      others.map((at) => keys[at]!),
      CUE_SETTINGS,
    );
    all.forEach((example, at) => {
      if (inFold(at, number)) cued[at] = { example, ...applyCues(model, example, keys[at]!, PROPOSED) };
    });
    folds.push({ number, cue: packPairs(model.chain, model.index, SLOTS.cue), cueSteps: model.chain.steps });
    log(`cues proposed for fold ${number + 1} of ${FOLDS}`);
  }
  const found = folds.flatMap((fold) => findInFold(fold, cued));
  const confidence = trainConfidence(found, log);
  const cues = trainCues(all, keys, CUE_SETTINGS);
  log('cues trained on everything');
  const roles = trainRoles(cued, ROLE_SETTINGS);
  log('roles trained on everything');
  return modelBytes({
    lexicon,
    cueTable: packPairs(cues.chain, cues.index, SLOTS.cue),
    cueSteps: cues.chain.steps,
    roleTable: packSevens(roles.chain, roles.index, SLOTS.role),
    roleSteps: roles.chain.steps,
    ...confidence,
  });
}

/** Findings in a fold, by chains trained on the others. */
function findInFold({ number, cue, cueSteps }: Fold, cued: readonly CuedExample[]): FoundArticle[] {
  const roles = trainRoles(
    cued.filter((_, at) => !inFold(at, number)),
    ROLE_SETTINGS,
  );
  const tagger = loadLinearTagger(
    modelBytes({
      lexicon,
      cueTable: cue,
      cueSteps,
      roleTable: packSevens(roles.chain, roles.index, SLOTS.role),
      roleSteps: roles.chain.steps,
      ...NO_CONFIDENCE,
    }),
  );
  log(`roles trained for fold ${number + 1} of ${FOLDS}`);
  return cued.flatMap(({ example: { reading, gold } }, at) => {
    if (!inFold(at, number)) return [];
    const tagged = tagger.read(reading);
    return [{ words: tagged.words, gold, findings: findingsOf(reading, tagged), fold: number }];
  });
}
