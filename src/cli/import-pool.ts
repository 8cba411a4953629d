// Threads that read documents and find their statements, as many at a time as asked for. Each has documents in hand ahead,
// so that none waits while the desk keeps what was found.
import { Worker } from 'node:worker_threads';
import type { ImportAnswer, ImportJob } from '../import-worker.js';

/** A document may not keep a thread longer than this. */
const DEADLINE = 120_000;

export interface ImportPool {
  run(job: ImportJob): Promise<ImportAnswer>;
  close(): Promise<void>;
}

interface Asked {
  readonly job: ImportJob;
  readonly settle: (answer: ImportAnswer) => void;
}

interface Thread {
  readonly worker: Worker;
  /** In the order they are answered in: the first is being read. */
  readonly asked: Asked[];
  deadline?: NodeJS.Timeout;
}

export function importPool(jobs: number): ImportPool {
  const threads: Thread[] = [];

  const start = (asked: Asked[]): void => {
    const thread: Thread = { worker: new Worker(new URL('../import-worker.js', import.meta.url)), asked };
    threads.push(thread);
    thread.worker.on('message', (answer: ImportAnswer) => {
      const [first] = asked.splice(0, 1);
      watch(thread);
      first?.settle(answer);
    });
    let why = 'Whosaid ran out of memory on this document.';
    thread.worker.on('error', ({ message }) => {
      why = `Whosaid failed on this document: ${message}`;
    });
    // Its error may be heard before answers it sent earlier; by its end all of them are.
    thread.worker.on('exit', () => replace(thread, why));
    for (const { job } of asked) thread.worker.postMessage(job);
    watch(thread);
  };

  const watch = (thread: Thread): void => {
    clearTimeout(thread.deadline);
    if (thread.asked.length === 0) return;
    thread.deadline = setTimeout(() => replace(thread, 'Reading this document took too long.'), DEADLINE);
  };

  /** The document a thread was at is refused; those after it are another thread's. */
  const replace = (thread: Thread, why: string): void => {
    const at = threads.indexOf(thread);
    if (at < 0) return;
    threads.splice(at, 1);
    clearTimeout(thread.deadline);
    void thread.worker.terminate();
    const [first, ...rest] = thread.asked;
    if (rest.length > 0) start(rest);
    first?.settle({ refused: why });
  };

  return {
    run: (job) =>
      new Promise((settle) => {
        const least = threads.reduce((a, b) => (b.asked.length < a.asked.length ? b : a), threads[0]!);
        if (threads.length < jobs && (least === undefined || least.asked.length > 0)) {
          start([{ job, settle }]);
          return;
        }
        least.asked.push({ job, settle });
        least.worker.postMessage(job);
        if (least.asked.length === 1) watch(least);
      }),
    close: async () => {
      const all = threads.splice(0);
      for (const { deadline } of all) clearTimeout(deadline);
      await Promise.all(all.map(({ worker }) => worker.terminate()));
    },
  };
}
