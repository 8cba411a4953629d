// npm run train -- --corpus FILE [--model model/whosaid-linear.bin] [--word-classes EMBEDDINGS WORDNET]
// Trains the linear tagger from a corpus of attributions. The same corpus and seed give the same file.
// Confidence is learned on articles that neither chain has seen.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { weigh } from '../core/extract/evidence.js';
import { findingsOf } from '../core/extract/finding.js';
import { loadLinearTagger } from '../core/extract/linear-tagger.js';
import { readModelFile } from '../core/extract/model-file.js';
import type { WordClasses } from '../core/extract/word-classes.js';
import { readCorpus } from './corpus.js';
import { applyCues, type CueModel, cueKeys, trainCues } from './cue-training.js';
import { type Example, exampleOf } from './example.js';
import { judge } from './judge.js';
import { modelBytes, type TrainedParts } from './model-bytes.js';
import { packChain } from './pack.js';
import { type CuedExample, trainRoles } from './role-training.js';
import { growTrees, type Judged, lossOf } from './tree-training.js';
import { CUE_SETTINGS, ROLE_SETTINGS, SLOTS, TREE_SETTINGS, FOLDS, PROPOSED } from './settings.js';
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

const started = performance.now();
const log = (line: string): void => {
  console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${line}`);
};

const classes = wordClasses();
const examples = readCorpus(values.corpus).map((document) => exampleOf(document, classes));
log(`${examples.length} articles`);
writeFileSync(values.model, train(examples));
log(`written to ${values.model}`);

/** From the vectors and WordNet where given, else those in the model that is there. */
function wordClasses(): WordClasses {
  if (values.embeddings && values.wordnet) return buildWordClasses(values.embeddings, values.wordnet);
  if (!existsSync(values.model)) {
    throw new Error('No model to take word classes from: give --embeddings FILE and --wordnet FOLDER.');
  }
  const { sections } = readModelFile(readFileSync(values.model));
  return { keys: sections.classKeys as Int32Array, values: sections.classValues as Int32Array };
}

function train(all: readonly Example[]): Uint8Array {
  const keys = all.map(cueKeys);
  const cued: CuedExample[] = [];
  let first: CueModel | undefined;
  for (let fold = 0; fold < FOLDS; fold++) {
    const seen = all.map((_, at) => at).filter((at) => at % FOLDS !== fold);
    const model = trainCues(seen.map((at) => all[at]!), seen.map((at) => keys[at]!), CUE_SETTINGS);
    all.forEach((example, at) => {
      if (at % FOLDS === fold) cued[at] = { example, ...applyCues(model, example, keys[at]!, PROPOSED) };
    });
    first ??= model;
    log(`cues proposed for fold ${fold + 1} of ${FOLDS}`);
  }
  const trees = growConfidence(all, cued, first!);
  const cueModel = trainCues(all, keys, CUE_SETTINGS);
  log('cues trained on everything');
  const roleModel = trainRoles(cued, { ...ROLE_SETTINGS, log });
  return modelBytes({ ...parts(cueModel, roleModel), classes, trees });
}

/** Trees from findings in the first fold, by chains trained on the other folds. */
function growConfidence(all: readonly Example[], cued: readonly CuedExample[], cueModel: CueModel) {
  const roleModel = trainRoles(cued.filter((_, at) => at % FOLDS !== 0), { ...ROLE_SETTINGS, log });
  const none = { depth: 1, bias: 0, features: new Uint8Array(1), thresholds: new Float32Array(1), leaves: new Float32Array(2) };
  const tagger = loadLinearTagger(modelBytes({ ...parts(cueModel, roleModel), classes, trees: none }));
  const judged: Judged[] = [];
  all.forEach(({ reading, gold }, at) => {
    if (at % FOLDS !== 0) return;
    const tagged = tagger.read(reading);
    const findings = findingsOf(reading, tagged);
    const right = judge(findings, gold);
    weigh(tagged.words, findings).forEach((evidence, f) => judged.push({ evidence, right: right[f]! }));
  });
  const trees = growTrees(judged, TREE_SETTINGS);
  log(`confidence from ${judged.length} findings, loss ${lossOf(trees, judged).toFixed(4)}`);
  return trees;
}

function parts(cueModel: CueModel, roleModel: ReturnType<typeof trainRoles>): Omit<TrainedParts, 'classes' | 'trees'> {
  return {
    cueTable: packChain(cueModel.chain, cueModel.index, SLOTS.cue),
    cueSteps: cueModel.chain.steps,
    roleTable: packChain(roleModel.chain, roleModel.index, SLOTS.role),
    roleSteps: roleModel.chain.steps,
  };
}
