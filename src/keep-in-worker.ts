// Keeps articles with many statements: their one transaction takes long, so a thread with a connection of its own
// writes it, and the desk goes on reading meanwhile. Short ones are written on the spot.

import type { Store } from './core/store.js';
import { threads } from './importers/threads.js';
import type { KeepJob } from './keep-worker.js';

/** Statements written on the spot: some tens of milliseconds. */
const FEW = 400;
/** Fifty times what 20,000 statements take; one writer waits for another. */
const TIMEOUT_MS = 60_000;

/** Run from its sources, as tests do, the thread is the built one: Node 20 reads no TypeScript. */
const WORKER_FILE = import.meta.url.endsWith('.ts')
  ? new URL('../dist/keep-worker.js', import.meta.url)
  : new URL('./keep-worker.js', import.meta.url);

const INSTEAD = 'Look among the articles whether it is there; if not, import the part that matters.';

const keepers = threads<KeepJob, string>(
  WORKER_FILE,
  {
    tooManyWaiting: 'Too many long articles are being stored at once. Try again in a minute.',
    tooLong: (seconds) => `Storing this article took longer than ${seconds} s and was stopped. ${INSTEAD}`,
    tooMuchMemory: `Storing this article takes more memory than it may have. ${INSTEAD}`,
    stopped: `Storing this article was stopped before it was done. ${INSTEAD}`,
  },
  { memoryMb: 1024, mostWaiting: 20, mostThreads: 1 },
);

/** `store`, with long articles written by a thread over the database at `path`. */
export const keepingInThread = (store: Store, path: string): Store => ({
  ...store,
  addArticle: (entry) =>
    entry.statements.length <= FEW ? store.addArticle(entry) : keepers.ask({ path, entry }, TIMEOUT_MS),
});

/** Ends the thread: for a server that shuts down, and for tests. */
export const closeKeepers = (): Promise<void> => keepers.close();
