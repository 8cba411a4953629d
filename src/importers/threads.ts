// A few threads that answer one question each at a time, with a limit on time, on memory and on how many may wait. A
// question that overruns costs its thread, which is replaced when it is next needed.
import { availableParallelism } from 'node:os';
import { parentPort, type TransferListItem, Worker } from 'node:worker_threads';
import { invalid, Refusal, type RefusalCode, throttled } from '../core/errors.js';

export interface Threads<Question, Answer> {
  /** `timeoutMs` counts from the moment a thread takes the question up; waiting for one does not. */
  ask(question: Question, timeoutMs: number, moved?: readonly TransferListItem[]): Promise<Answer>;
  /** Ends the threads: what they were at is refused. */
  close(): Promise<void>;
}

/** Why a question was not answered, in sentences. */
export interface Reasons {
  readonly tooManyWaiting: string;
  readonly tooLong: (seconds: number) => string;
  readonly tooMuchMemory: string;
  readonly stopped: string;
}

type Reply<Answer> =
  | { readonly answer: Answer }
  | { readonly refusal: { readonly code: RefusalCode; readonly message: string; readonly field?: string } }
  | { readonly failure: string; readonly code?: string };

/** What a thread may take, how many there may be, and how many questions may wait for one. */
interface Bounds {
  readonly memoryMb?: number;
  readonly mostThreads?: number;
  readonly mostWaiting?: number;
}

/** Never one alone: a question that runs to its time limit would keep everybody else's waiting. */
const MOST_THREADS = Math.max(2, Math.min(4, availableParallelism() - 1));

/** `file` is the thread's, as built: it calls `answerQuestions`. */
export function threads<Question, Answer>(
  file: URL,
  reasons: Reasons,
  { memoryMb = 512, mostThreads = MOST_THREADS, mostWaiting = 100 }: Bounds = {},
): Threads<Question, Answer> {
  interface Job {
    readonly question: Question;
    readonly timeoutMs: number;
    readonly moved: readonly TransferListItem[];
    readonly resolve: (answer: Answer) => void;
    readonly reject: (error: Error) => void;
  }
  const waiting: Job[] = [];
  const idle: Worker[] = [];
  const busy = new Set<Worker>();

  function startNext(): void {
    const thread = idle.pop() ?? (busy.size < mostThreads ? startThread(file, memoryMb) : undefined);
    if (thread === undefined) return;
    const job = waiting.shift();
    if (job === undefined) keepIdle(thread);
    else run(thread, job);
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
    const refuse = (sentence: string): void => finish(false, () => job.reject(invalid(sentence)));
    const deadline = setTimeout(() => refuse(reasons.tooLong(job.timeoutMs / 1000)), job.timeoutMs);
    thread.once('message', (reply: Reply<Answer>) => finish(true, () => settleWith(job, reply)));
    thread.once('error', (error) => {
      if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') refuse(reasons.tooMuchMemory);
      else finish(false, () => job.reject(error));
    });
    thread.once('exit', () => refuse(reasons.stopped));
    thread.postMessage(job.question, job.moved);
  }

  return {
    ask(question, timeoutMs, moved = []) {
      if (waiting.length >= mostWaiting) return Promise.reject(throttled(reasons.tooManyWaiting));
      return new Promise((resolve, reject) => {
        waiting.push({ question, timeoutMs, moved, resolve, reject });
        startNext();
      });
    },
    async close() {
      const all = [...idle.splice(0), ...busy];
      await Promise.all(all.map((thread) => thread.terminate()));
    },
  };
}

function startThread(file: URL, memoryMb: number): Worker {
  const thread = new Worker(file, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
  thread.unref();
  return thread;
}

function settleWith<Answer>(
  job: { resolve: (answer: Answer) => void; reject: (error: Error) => void },
  reply: Reply<Answer>,
): void {
  if ('answer' in reply) job.resolve(reply.answer);
  else if ('refusal' in reply) {
    const { code, message, field } = reply.refusal;
    job.reject(new Refusal(code, message, field));
  } else job.reject(Object.assign(new Error(reply.failure), { code: reply.code }));
}

/** The other end, called in the thread. What goes wrong in there costs it and nothing else. */
export function answerQuestions<Question, Answer>(answer: (question: Question) => Promise<Answer>): void {
  parentPort?.on('message', async (question: Question) => parentPort?.postMessage(await reply(question)));

  async function reply(question: Question): Promise<Reply<Answer>> {
    try {
      return { answer: await answer(question) };
    } catch (error) {
      if (error instanceof Refusal) {
        const { code, message, field } = error;
        return { refusal: { code, message, field } };
      }
      const failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return { failure, code: (error as { code?: string } | null)?.code };
    }
  }
}
