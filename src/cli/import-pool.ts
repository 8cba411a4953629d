// Threads that read documents and find their statements, as many at a time as asked for; answers come in order.
import { Worker } from 'node:worker_threads';
import type { ImportAnswer, ImportJob } from '../import-worker.js';

/** A document may not keep a thread longer than this. */
const DEADLINE = 120_000;

export interface ImportPool {
  run(job: ImportJob): Promise<ImportAnswer>;
  close(): Promise<void>;
}

export function importPool(jobs: number): ImportPool {
  const idle: Worker[] = [];
  const waiting: ((worker: Worker) => void)[] = [];
  const all = new Set<Worker>();

  const start = (): Worker => {
    const worker = new Worker(new URL('../import-worker.js', import.meta.url));
    all.add(worker);
    return worker;
  };
  const release = (worker: Worker): void => {
    const next = waiting.shift();
    if (next) next(worker);
    else idle.push(worker);
  };
  const take = (): Promise<Worker> => {
    const free = idle.pop() ?? (all.size < jobs ? start() : undefined);
    return free ? Promise.resolve(free) : new Promise((resolve) => waiting.push(resolve));
  };

  return {
    async run(job) {
      const worker = await take();
      const { answer, alive } = await ask(worker, job);
      if (alive) release(worker);
      else {
        all.delete(worker);
        void worker.terminate();
        if (waiting.length > 0) release(start());
      }
      return answer;
    },
    async close() {
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}

function ask(worker: Worker, job: ImportJob): Promise<{ answer: ImportAnswer; alive: boolean }> {
  return new Promise((resolve) => {
    const settle = (answer: ImportAnswer, alive: boolean): void => {
      clearTimeout(deadline);
      // Only ours: the thread keeps listeners of its own, and stops being heard without them.
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      resolve({ answer, alive });
    };
    const refuse = (refused: string): void => settle({ refused }, false);
    const onMessage = (answer: ImportAnswer): void => settle(answer, true);
    const onError = (error: Error): void => refuse(`Whosaid failed on this document: ${error.message}`);
    const onExit = (): void => refuse('Whosaid ran out of memory on this document.');
    const deadline = setTimeout(() => refuse('Reading this document took too long.'), DEADLINE);
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(job);
  });
}
