// Reads documents off the request path: a few threads, one document each at a time, with a limit on time, on memory and
// on how many may wait. A document that overruns costs its thread, which is replaced when it is next needed.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { invalid, Refusal, throttled } from '../core/errors.js';
import type { ImportedDocument } from './document.js';
import type { FeedList } from './feed.js';
import type { DocumentInput } from './read-document.js';
import type { WorkerAnswer, WorkerJob } from './worker.js';

export interface ReadingLimits {
  /** From the moment a thread takes the document up; waiting for one does not count. */
  readonly timeoutMs?: number;
}

/** Ten times what the largest honest document we know of takes. */
const TIMEOUT_MS = 10_000;
const MEMORY_MB = 512;
const MOST_WAITING = 100;
/** Never one alone: a document that runs to its time limit would keep everybody else's waiting. */
const MOST_THREADS = Math.max(2, Math.min(4, availableParallelism() - 1));

interface Job extends WorkerJob {
  readonly timeoutMs: number;
  resolve(read: ImportedDocument | FeedList): void;
  reject(error: Error): void;
}

const waiting: Job[] = [];
const idle: Worker[] = [];
const busy = new Set<Worker>();

/** Like `readDocument`, in a thread. Refuses with `invalid` what takes too long or too much memory, with `throttled` when too many wait. */
export const readDocumentInWorker = (
  input: DocumentInput,
  limits: ReadingLimits = {},
): Promise<ImportedDocument> => readInWorker({ as: 'document', input }, limits) as Promise<ImportedDocument>;

/** Like `readFeedFile`, in a thread, with the same refusals. */
export const readFeedInWorker = (input: DocumentInput, limits: ReadingLimits = {}): Promise<FeedList> =>
  readInWorker({ as: 'feed', input }, limits) as Promise<FeedList>;

function readInWorker(job: WorkerJob, limits: ReadingLimits): Promise<ImportedDocument | FeedList> {
  if (waiting.length >= MOST_WAITING)
    return Promise.reject(throttled('Too many documents are being read at once. Try again in a minute.'));
  return new Promise((resolve, reject) => {
    waiting.push({ ...job, timeoutMs: limits.timeoutMs ?? TIMEOUT_MS, resolve, reject });
    startNext();
  });
}

/** Ends the threads: what they were reading is refused. For a server that shuts down, and for tests. */
export async function closeWorkers(): Promise<void> {
  const threads = [...idle.splice(0), ...busy];
  await Promise.all(threads.map((thread) => thread.terminate()));
}

function startNext(): void {
  const thread = idle.pop() ?? (busy.size < MOST_THREADS ? startThread() : undefined);
  if (thread === undefined) return;
  const job = waiting.shift();
  if (job === undefined) keepIdle(thread);
  else run(thread, job);
}

/** Run from its sources, as tests do, the thread is the built one: Node 20 reads no TypeScript. */
const WORKER_FILE = import.meta.url.endsWith('.ts')
  ? new URL('../../dist/importers/worker.js', import.meta.url)
  : new URL('./worker.js', import.meta.url);

function startThread(): Worker {
  const thread = new Worker(WORKER_FILE, {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  thread.unref();
  return thread;
}

function keepIdle(thread: Worker): void {
  idle.push(thread);
  const forget = (): void => {
    const at = idle.indexOf(thread);
    if (at >= 0) idle.splice(at, 1);
  };
  thread.once('error', forget);
  thread.once('exit', forget);
}

function run(thread: Worker, job: Job): void {
  busy.add(thread);
  thread.removeAllListeners('error');
  thread.removeAllListeners('exit');
  thread.ref();
  const finish = (isReusable: boolean, settle: () => void): void => {
    clearTimeout(deadline);
    for (const event of ['message', 'error', 'exit'] as const) thread.removeAllListeners(event);
    busy.delete(thread);
    thread.unref();
    if (isReusable) keepIdle(thread);
    else void thread.terminate();
    settle();
    startNext();
  };
  const deadline = setTimeout(
    () => finish(false, () => job.reject(tookTooLong(job.timeoutMs))),
    job.timeoutMs,
  );
  thread.once('message', (answer: WorkerAnswer) => finish(true, () => settleWith(job, answer)));
  thread.once('error', (error) => finish(false, () => job.reject(refusalFor(error))));
  thread.once('exit', () => finish(false, () => job.reject(stopped())));
  const bytes = new Uint8Array(job.input.bytes);
  thread.postMessage({ as: job.as, input: { ...job.input, bytes } } satisfies WorkerJob, [bytes.buffer]);
}

function settleWith(job: Job, answer: WorkerAnswer): void {
  if ('read' in answer) job.resolve(answer.read);
  else if ('refusal' in answer) {
    const { code, message, field } = answer.refusal;
    job.reject(new Refusal(code, message, field));
  } else job.reject(new Error(answer.failure));
}

const tookTooLong = (timeoutMs: number): Refusal =>
  invalid(
    `Reading this document took longer than ${timeoutMs / 1000} s and was stopped. Import the text of the article alone, or paste it.`,
  );

const stopped = (): Refusal =>
  invalid('Reading this document was stopped before it was done. Import it again.');

function refusalFor(error: Error): Error {
  if ((error as NodeJS.ErrnoException).code !== 'ERR_WORKER_OUT_OF_MEMORY') return error;
  return invalid(
    'Reading this document takes more memory than it may have. Import the text of the article alone, or paste it.',
  );
}
