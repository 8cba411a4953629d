// A thread of `whosaid extract --jsonl --jobs N`: loads the engine once, then answers one line after another.
import { parentPort, workerData } from 'node:worker_threads';
import type { ExtractOptions } from './core/extract-statements.js';
import { loadEngine } from './engine.js';
import { extractLine } from './extract-line.js';

export interface LineMessage {
  readonly line: string;
  readonly number: number;
}

const port = parentPort!;
const engine = await loadEngine();
const options = workerData as ExtractOptions;
port.on('message', ({ line, number }: LineMessage) =>
  port.postMessage(extractLine(line, number, engine, options)),
);
