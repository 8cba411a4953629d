// A thread of `whosaid import --jobs N`: reads one document after another and finds its statements.
import { parentPort } from 'node:worker_threads';
import { Refusal } from './core/errors.js';
import { extractStatements } from './core/extract-statements.js';
import type { ExtractedStatement } from './core/statement.js';
import { loadEngine } from './engine.js';
import type { ImportedDocument } from './importers/document.js';
import { looksLikeFeed } from './importers/feed.js';
import { type ArticleRecord, readRecord } from './importers/jsonl.js';
import { readDocument } from './importers/read-document.js';
import type { Said } from './workflow/articles.js';

export interface ImportJob {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly record: ArticleRecord | null;
  readonly said: Said;
}

export type ImportAnswer =
  | { readonly document: ImportedDocument; readonly found: readonly ExtractedStatement[] }
  | { readonly refused: string };

const engine = await loadEngine();

async function answer({ name, bytes, record, said }: ImportJob): Promise<ImportAnswer> {
  try {
    if (!record && looksLikeFeed(bytes))
      return { refused: 'It is a feed; import it by itself and pick from it.' };
    const document = record ? readRecord(record) : await readDocument({ bytes, name, url: said.url ?? null });
    const publishedOn = said.publishedOn ?? document.publishedOn;
    const publisher = said.publisher ?? document.publisher;
    return { document, found: extractStatements({ ...document, publishedOn, publisher }, engine) };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.message };
    return { refused: `Whosaid failed on this document: ${(error as Error).message}` };
  }
}

/** One after another: the answers come in the order of the questions. */
let last = Promise.resolve();

parentPort?.on('message', (job: ImportJob) => {
  last = last.then(async () => parentPort?.postMessage(await answer(job)));
});
