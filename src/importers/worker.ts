// The thread documents and feeds are read in. What goes wrong in here costs this thread and nothing else.
import { parentPort } from 'node:worker_threads';
import { Refusal, type RefusalCode, tooLarge } from '../core/errors.js';
import type { ImportedDocument } from './document.js';
import type { FeedList } from './feed.js';
import { type DocumentInput, readDocument } from './read-document.js';

/** What a thread is asked: to read a document, or a feed for the list of what it holds. */
export interface WorkerJob {
  readonly as: 'document' | 'feed';
  readonly input: DocumentInput;
}

export type WorkerAnswer =
  | { readonly read: ImportedDocument | FeedList }
  | { readonly refusal: { readonly code: RefusalCode; readonly message: string; readonly field?: string } }
  | { readonly failure: string };

/** A server that is handed 100,000 blocks takes 90 ms to receive them, and answers nobody meanwhile. */
const MOST_BLOCKS = 50_000;

parentPort?.on('message', async (job: WorkerJob) => parentPort?.postMessage(await answer(job)));

async function answer({ as, input }: WorkerJob): Promise<WorkerAnswer> {
  try {
    if (as === 'feed') return { read: (await import('./feed.js')).readFeedFile(input) };
    const read = await readDocument(input);
    if (read.blocks.length > MOST_BLOCKS) throw tooManyBlocks();
    return { read };
  } catch (error) {
    if (error instanceof Refusal) {
      const { code, message, field } = error;
      return { refusal: { code, message, field } };
    }
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

const tooManyBlocks = (): Refusal =>
  tooLarge(
    `This document has more than ${MOST_BLOCKS.toLocaleString('en')} paragraphs, which no article has. Import the part that matters.`,
  );
