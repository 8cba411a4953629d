// A thread of the trainer: does one piece of work after another.
import { parentPort, workerData } from 'node:worker_threads';
import type { Lexicon } from '../core/extract/words.js';
import type { GoldDocument } from './corpus.js';
import { makeTrainee, type Task, work } from './folds.js';

const { documents, lexicon } = workerData as {
  documents: readonly GoldDocument[];
  lexicon: Required<Lexicon>;
};
const trainee = makeTrainee(documents, lexicon);
parentPort!.on('message', (task: Task) => parentPort!.postMessage(work(trainee, task)));
