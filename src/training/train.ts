// npm run train -- --corpus FILE [--stories model/stories] [--model model/whosaid-linear.bin] [--embeddings FILE --wordnet FOLDER] [--jobs 2]
// Trains the linear tagger from a corpus of attributions and our own stories. The same texts and seed give the same file, on however many
// threads. Confidence is learned on articles that neither chain has seen.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readModelFile } from '../core/extract/model-file.js';
import { readArticle } from '../core/extract/reading.js';
import type { WordClasses } from '../core/extract/word-classes.js';
import { describeWords, type Lexicon, makeWordMemory } from '../core/extract/words.js';
import { trainConfidence } from './confidence-training.js';
import { articleOf, type GoldDocument } from './corpus.js';
import { type Crew, gatherCrew } from './crew.js';
import { examplesOf, type FoldNumber, type Task } from './folds.js';
import { modelBytes } from './model-bytes.js';
import { trainParts, winkParts } from './part-training.js';
import { FOLDS, SLOTS } from './settings.js';
import { readLessons } from './stories.js';
import { buildWordClasses } from './word-classes.js';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    stories: { type: 'string', default: 'model/stories' },
    model: { type: 'string', default: 'model/whosaid-linear.bin' },
    embeddings: { type: 'string' },
    wordnet: { type: 'string' },
    jobs: { type: 'string', default: '2' },
  },
});
if (!values.corpus) throw new Error('Say which corpus to train on: --corpus FILE.jsonl');

const started = performance.now();
const log = (line: string): void => {
  console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${line}`);
};

const documents = readLessons(values.corpus, values.stories);
const lexicon = await lexiconFor(documents);
log('parts of speech trained');
const crew = gatherCrew(Number(values.jobs), documents, lexicon);
writeFileSync(values.model, await train(crew));
await crew.dismiss();
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

async function train({ doAll, tellAll }: Crew): Promise<Uint8Array> {
  const folds: FoldNumber[] = [...Array(FOLDS).keys(), null];
  const done = ({ kind, ...task }: Task): void => {
    const fold = 'fold' in task && task.fold !== null ? `but fold ${task.fold + 1} of ${FOLDS}` : '';
    log(`${kind} trained on everything ${fold}`);
  };
  const cueTasks = folds.map((fold): Task => ({ kind: 'cues', fold }));
  const cues = await doAll(cueTasks, done);
  await tellAll(cues.flatMap(({ proposals }) => proposals));
  const roleTasks = folds.map(
    (fold, at): Task => ({ kind: 'roles', fold, cues: cues[at]!.table, cueSteps: cues[at]!.steps }),
  );
  const roles = await doAll(roleTasks, done);
  const examples = examplesOf(documents, lexicon);
  const found = roles.flatMap((own, fold) =>
    own.found.map(({ article, findings }) => {
      const { words, gold, looks } = examples[article]!;
      return { words, gold, looks, findings, fold };
    }),
  );
  const confidence = trainConfidence(found, log);
  return modelBytes({
    lexicon,
    cueTable: cues.at(-1)!.table,
    cueSteps: cues.at(-1)!.steps,
    roleTable: roles.at(-1)!.table,
    roleSteps: roles.at(-1)!.steps,
    ...confidence,
  });
}
