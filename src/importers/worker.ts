// The thread documents are read in. What goes wrong in here costs this thread and nothing else.
import { parentPort } from 'node:worker_threads';
import { Refusal, type RefusalCode } from '../core/errors.js';
import type { ImportedDocument } from './document.js';
import { type DocumentInput, readDocument } from './read-document.js';

export type WorkerAnswer =
  | { readonly document: ImportedDocument }
  | { readonly refusal: { readonly code: RefusalCode; readonly message: string } }
  | { readonly failure: string };

parentPort?.on('message', async (input: DocumentInput) => parentPort?.postMessage(await answer(input)));

async function answer(input: DocumentInput): Promise<WorkerAnswer> {
  try {
    return { document: await readDocument(input) };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: { code: error.code, message: error.message } };
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
