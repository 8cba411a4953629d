// A thread of `whosaid extract --jsonl --jobs N`: loads the engine once, then answers one batch of lines after another.
// Batches and answers change hands: their memory is passed on, not copied.
import { parentPort, workerData } from 'node:worker_threads';
import { answerBatch } from './answer-batch.js';
import type { LineBatch } from './cli/line-batches.js';
import type { ExtractOptions } from './core/extract-statements.js';
import { loadEngine } from './engine.js';

const port = parentPort!;
const engine = await loadEngine();
const options = workerData as ExtractOptions;
port.on('message', (batch: LineBatch) => {
  const answer = answerBatch(batch, engine, options);
  port.postMessage(answer, [answer.bytes.buffer]);
});
