// Reads documents and feeds off the request path, in threads of their own.
import type { ImportedDocument } from './document.js';
import type { FeedList } from './feed.js';
import { type PackedDocument, unpackDocument } from './packed-document.js';
import type { DocumentInput } from './read-document.js';
import { threads } from './threads.js';
import type { WorkerJob } from './worker.js';

export interface ReadingLimits {
  /** From the moment a thread takes the document up; waiting for one does not count. */
  readonly timeoutMs?: number;
}

/** Ten times what the largest honest document we know of takes. */
const TIMEOUT_MS = 10_000;

/** Run from its sources, as tests do, the thread is the built one: Node 20 reads no TypeScript. */
const WORKER_FILE = import.meta.url.endsWith('.ts')
  ? new URL('../../dist/importers/worker.js', import.meta.url)
  : new URL('./worker.js', import.meta.url);

const INSTEAD = 'Import the text of the article alone, or paste it.';

const readers = threads<WorkerJob, PackedDocument | FeedList>(WORKER_FILE, {
  tooManyWaiting: 'Too many documents are being read at once. Try again in a minute.',
  tooLong: (seconds) => `Reading this document took longer than ${seconds} s and was stopped. ${INSTEAD}`,
  tooMuchMemory: `Reading this document takes more memory than it may have. ${INSTEAD}`,
  stopped: 'Reading this document was stopped before it was done. Import it again.',
});

/** Like `readDocument`, in a thread. Refuses with `invalid` what takes too long or too much memory, with `throttled` when too many wait. */
export async function readDocumentInWorker(
  input: DocumentInput,
  limits: ReadingLimits = {},
): Promise<ImportedDocument> {
  return unpackDocument((await read({ as: 'document', input }, limits)) as PackedDocument);
}

/** Like `readFeedFile`, in a thread, with the same refusals. */
export const readFeedInWorker = (input: DocumentInput, limits: ReadingLimits = {}): Promise<FeedList> =>
  read({ as: 'feed', input }, limits) as Promise<FeedList>;

function read(
  { as, input }: WorkerJob,
  { timeoutMs = TIMEOUT_MS }: ReadingLimits,
): Promise<PackedDocument | FeedList> {
  const bytes = new Uint8Array(input.bytes);
  return readers.ask({ as, input: { ...input, bytes } }, timeoutMs, [bytes.buffer]);
}

/** Ends the threads: what they were reading is refused. For a server that shuts down, and for tests. */
export const closeWorkers = (): Promise<void> => readers.close();
