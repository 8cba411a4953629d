// Threads that train side by side. Answers come in the order of the tasks, whoever did them.
import { Worker } from 'node:worker_threads';
import type { Lexicon } from '../core/extract/words.js';
import type { GoldDocument } from './corpus.js';
import type { Proposal, Task, Trained } from './folds.js';

export interface Crew {
  /** Shares the tasks out; `done` hears of each that is finished. */
  doAll(tasks: readonly Task[], done: (task: Task) => void): Promise<Trained[]>;
  tellAll(proposals: readonly Proposal[]): Promise<void>;
  dismiss(): Promise<void>;
}

const MEMORY_MB = 8000;

export function gatherCrew(
  size: number,
  documents: readonly GoldDocument[],
  lexicon: Required<Lexicon>,
): Crew {
  const workers = Array.from(
    { length: size },
    () =>
      new Worker(new URL('./train-worker.js', import.meta.url), {
        workerData: { documents, lexicon },
        resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
      }),
  );
  return {
    doAll: async (tasks, done) => {
      const answers: Trained[] = [];
      let next = 0;
      const busy = workers.map(async (worker) => {
        while (next < tasks.length) {
          const at = next++;
          answers[at] = (await ask(worker, tasks[at]!))!;
          done(tasks[at]!);
        }
      });
      await Promise.all(busy);
      return answers;
    },
    tellAll: async (proposals) => {
      await Promise.all(workers.map((worker) => ask(worker, { kind: 'proposals', proposals })));
    },
    dismiss: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

const ask = (worker: Worker, task: Task): Promise<Trained | null> =>
  new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (answer: Trained | null) => {
      worker.off('error', reject);
      resolve(answer);
    });
    worker.postMessage(task);
  });
