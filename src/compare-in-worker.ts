// Compares the versions of an article: here when they are short, in a thread when it would keep others waiting.

import type { CompareJob } from './compare-worker.js';
import type { ChangedParagraph } from './core/anchor/changed-paragraphs.js';
import { type Carried, type Comparer, compareHere } from './core/compare-versions.js';
import { threads } from './importers/threads.js';

/** UTF-16 units of both texts compared on the spot: some tens of milliseconds. */
const SHORT = 24_000;
/** Ten times what two versions of 400 kB take. */
const TIMEOUT_MS = 20_000;

/** Run from its sources, as tests do, the thread is the built one: Node 20 reads no TypeScript. */
const WORKER_FILE = import.meta.url.endsWith('.ts')
  ? new URL('../dist/compare-worker.js', import.meta.url)
  : new URL('./compare-worker.js', import.meta.url);

const comparers = threads<CompareJob, readonly Carried[] | readonly ChangedParagraph[]>(WORKER_FILE, {
  tooManyWaiting: 'Too many texts are being compared at once. Try again in a minute.',
  tooLong: (seconds) =>
    `Comparing these two texts took longer than ${seconds} s and was stopped; nothing was changed. Import the newer text as an article of its own, or the part that matters.`,
  tooMuchMemory:
    'Comparing these two texts takes more memory than it may have; nothing was changed. Import the newer text as an article of its own, or the part that matters.',
  stopped: 'Comparing these two texts was stopped before it was done; nothing was changed. Try again.',
});

/** Refuses with `invalid` what takes too long or too much memory, with `throttled` when too many wait. */
export const compareInWorker = (timeoutMs = TIMEOUT_MS): Comparer => ({
  carry(older, newer) {
    if (older.text.length + newer.text.length <= SHORT) return compareHere.carry(older, newer);
    return comparers.ask({ as: 'carry', older, newer }, timeoutMs) as Promise<readonly Carried[]>;
  },
  differ(older, newer) {
    if (older.length + newer.length <= SHORT) return compareHere.differ(older, newer);
    return comparers.ask({ as: 'differ', older, newer }, timeoutMs) as Promise<readonly ChangedParagraph[]>;
  },
});

/** Ends the threads: for a server that shuts down, and for tests. */
export const closeComparers = (): Promise<void> => comparers.close();
