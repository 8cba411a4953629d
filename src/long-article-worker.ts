// A thread that finds the statements of one long article, so that the desk goes on answering meanwhile.
import { parentPort, workerData } from 'node:worker_threads';
import type { ArticleText } from './core/article.js';
import { extractStatements } from './core/extract-statements.js';
import { loadEngine } from './engine.js';

parentPort?.postMessage(extractStatements(workerData as ArticleText, await loadEngine()));
