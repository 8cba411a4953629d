// `whosaid extract --jsonl`: articles in on one stream, answers out on another, in the same order, on one thread or
// several. No more articles are held than are being worked on, however fast they come or slowly they are taken.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { ExtractOptions } from '../core/extract-statements.js';
import { refusedLine } from '../extract-line.js';
import type { LineMessage } from '../extract-worker.js';
import { type InputLine, inputLines } from './input-lines.js';
import type { CliIo } from './io.js';

/** Answers a line; several may be asked before the first is done. */
interface Answerer {
  readonly answer: (line: string, number: number) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** Lines in hand per thread: one being worked on, the rest waiting so that no thread ever does. */
const IN_HAND = 4;

export interface StreamCount {
  readonly lines: number;
  readonly refused: number;
}

export async function extractStream(io: CliIo, jobs: number, options: ExtractOptions): Promise<StreamCount> {
  const answerer = jobs > 1 ? await inThreads(jobs, options) : await inThisThread(options);
  let taken = true;
  const stop = (): void => {
    taken = false;
  };
  io.stdout.once('error', stop);
  let lines = 0;
  let refused = 0;
  const inHand: Promise<string>[] = [];
  const putOut = async (): Promise<void> => {
    const answer = await inHand.shift()!;
    lines++;
    if (REFUSED.test(answer)) refused++;
    if (!io.stdout.write(`${answer}\n`) && taken)
      await Promise.race([once(io.stdout, 'drain'), once(io.stdout, 'close')]);
  };
  try {
    for await (const line of inputLines(io.stdin)) {
      inHand.push(answerTo(line, answerer));
      if (inHand.length >= jobs * IN_HAND) await putOut();
      if (!taken) break;
    }
    while (inHand.length > 0 && taken) await putOut();
  } finally {
    io.stdout.off('error', stop);
    await answerer.close();
  }
  return { lines, refused };
}

/** The refusals of `extractLine` open with these keys; a contract's second key is its text. */
const REFUSED = /^\{"id":(?:null|"(?:[^"\\]|\\.){0,1000}"),"error":/;

function answerTo({ text, number, refusal }: InputLine, answerer: Answerer): Promise<string> {
  if (text === null) return Promise.resolve(refusedLine(null, refusal!, number));
  return answerer.answer(text, number);
}

async function inThisThread(options: ExtractOptions): Promise<Answerer> {
  const [{ loadEngine }, { extractLine }] = await Promise.all([
    import('../engine.js'),
    import('../extract-line.js'),
  ]);
  const engine = await loadEngine();
  return {
    answer: async (line, number) => extractLine(line, number, engine, options),
    close: async () => {},
  };
}

interface Thread {
  readonly worker: Worker;
  /** Waiting for answers, which come in the order of the questions. */
  readonly waiting: { resolve: (answer: string) => void; reject: (error: Error) => void }[];
}

async function inThreads(jobs: number, options: ExtractOptions): Promise<Answerer> {
  const threads = Array.from({ length: jobs }, () => startThread(options));
  return {
    answer: (line, number) => {
      const thread = threads.reduce((a, b) => (b.waiting.length < a.waiting.length ? b : a));
      return new Promise((resolve, reject) => {
        thread.waiting.push({ resolve, reject });
        thread.worker.postMessage({ line, number } satisfies LineMessage);
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
  worker.on('message', (answer: string) => thread.waiting.shift()?.resolve(answer));
  worker.on('error', (error: Error) => {
    for (const { reject } of thread.waiting.splice(0)) reject(error);
  });
  return thread;
}
