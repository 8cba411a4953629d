// The thread documents and feeds are read in.
import { tooLarge } from '../core/errors.js';
import type { FeedList } from './feed.js';
import { type PackedDocument, packDocument } from './packed-document.js';
import { type DocumentInput, readDocument } from './read-document.js';
import { answerQuestions } from './threads.js';

/** What a thread is asked: to read a document, or a feed for the list of what it holds. */
export interface WorkerJob {
  readonly as: 'document' | 'feed';
  readonly input: DocumentInput;
}

/** What more a server is handed, it takes time to receive, and answers nobody meanwhile. */
const MOST_BLOCKS = 50_000;

answerQuestions(async ({ as, input }: WorkerJob): Promise<PackedDocument | FeedList> => {
  if (as === 'feed') return (await import('./feed.js')).readFeedFile(input);
  const read = await readDocument(input);
  if (read.blocks.length > MOST_BLOCKS) throw tooManyBlocks();
  return packDocument(read);
});

const tooManyBlocks = () =>
  tooLarge(
    `This document has more than ${MOST_BLOCKS.toLocaleString('en')} paragraphs, which no article has. Import the part that matters.`,
  );
