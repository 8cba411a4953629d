// `whosaid extract --jsonl`: articles in on one stream, answers out on another, in the same order, on one thread or
// several. No more articles are held than are being worked on, however fast they come or slowly they are taken.
import { Worker } from 'node:worker_threads';
import type { BatchAnswer } from '../answer-batch.js';
import type { ExtractOptions } from '../core/extract-statements.js';
import type { CliIo } from './io.js';
import { type LineBatch, lineBatches } from './line-batches.js';

/** Answers a batch; several may be asked before the first is done. */
interface Answerer {
  readonly answer: (batch: LineBatch) => Promise<BatchAnswer>;
  readonly close: () => Promise<void>;
}

/** Batches in hand per thread: one being worked on, the rest waiting so that no thread ever does. */
const IN_HAND = 4;

export interface StreamCount {
  readonly lines: number;
  readonly refused: number;
}

export async function extractStream(io: CliIo, jobs: number, options: ExtractOptions): Promise<StreamCount> {
  const answerer = jobs > 1 ? inThreads(jobs, options) : await inThisThread(options);
  const count = { lines: 0, refused: 0 };
  let taken = true;
  const stop = (): void => {
    taken = false;
  };
  io.stdout.once('error', stop);
  const closed = new Promise<void>((resolve) => io.stdout.once('close', resolve));
  const putOut = async (answer: Promise<BatchAnswer>): Promise<void> => {
    const { bytes, lines, refused } = await answer;
    if (!taken) return;
    count.lines += lines;
    count.refused += refused;
    if (bytes.length > 0 && !io.stdout.write(bytes) && taken)
      await Promise.race([new Promise<void>((resolve) => io.stdout.once('drain', resolve)), closed]);
  };
  const inHand: Promise<void>[] = [];
  let last = Promise.resolve();
  try {
    for await (const batch of lineBatches(io.stdin)) {
      const answer = answerer.answer(batch);
      const before = last;
      last = heard(before.then(() => putOut(heard(answer))));
      inHand.push(last);
      if (inHand.length >= jobs * IN_HAND || jobs === 1) await inHand.shift();
      if (!taken) break;
    }
    await last;
  } finally {
    io.stdout.off('error', stop);
    await answerer.close();
  }
  return count;
}

/** A promise whose failure somebody will hear of later: when the answers before it are out. */
function heard<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}

async function inThisThread(options: ExtractOptions): Promise<Answerer> {
  const [{ loadEngine }, { answerBatch }] = await Promise.all([
    import('../engine.js'),
    import('../answer-batch.js'),
  ]);
  const engine = await loadEngine();
  return { answer: async (batch) => answerBatch(batch, engine, options), close: async () => {} };
}

interface Thread {
  readonly worker: Worker;
  /** Waiting for answers, which come in the order of the questions. */
  readonly waiting: { resolve: (answer: BatchAnswer) => void; reject: (error: Error) => void }[];
}

function inThreads(jobs: number, options: ExtractOptions): Answerer {
  const threads = Array.from({ length: jobs }, () => startThread(options));
  return {
    answer: (batch) => {
      const thread = threads.reduce((a, b) => (b.waiting.length < a.waiting.length ? b : a));
      return new Promise((resolve, reject) => {
        thread.waiting.push({ resolve, reject });
        thread.worker.postMessage(batch, batch.bytes ? [batch.bytes.buffer] : []);
      });
    },
    close: async () => {
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}

function startThread(options: ExtractOptions): Thread {
  const worker = new Worker(new URL('../extract-worker.js', import.meta.url), { workerData: options });
  const thread: Thread = { worker, waiting: [] };
  worker.on('message', (answer: BatchAnswer) => thread.waiting.shift()?.resolve(answer));
  worker.on('error', (error: Error) => {
    for (const { reject } of thread.waiting.splice(0)) reject(error);
  });
  return thread;
}
