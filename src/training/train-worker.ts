// A thread of the trainer: reads the corpus once, then does one piece of work after another.
import { parentPort, workerData } from 'node:worker_threads';
import type { Lexicon } from '../core/extract/words.js';
import { makeTrainee, type Task, work } from './folds.js';

const { corpus, lexicon } = workerData as { corpus: string; lexicon: Required<Lexicon> };
const trainee = makeTrainee(corpus, lexicon);
parentPort!.on('message', (task: Task) => parentPort!.postMessage(work(trainee, task)));
