// Finds an article's statements: here when it is short, in a thread of its own when it would keep others waiting.
import { Worker } from 'node:worker_threads';
import type { ArticleText } from './core/article.js';
import { invalid } from './core/errors.js';
import { type Engine, extractStatements } from './core/extract-statements.js';
import type { ExtractedStatement } from './core/statement.js';

/** UTF-16 units read on the spot: some tens of milliseconds. */
const SHORT = 30_000;
const DEADLINE = 120_000;

export async function extractArticle(
  article: ArticleText,
  engine: Engine,
): Promise<readonly ExtractedStatement[]> {
  const { text, blocks, publishedOn, publisher } = article;
  if (text.length <= SHORT) return extractStatements(article, engine);
  return inThread({ text, blocks, publishedOn, publisher });
}

function inThread(article: ArticleText): Promise<readonly ExtractedStatement[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./long-article-worker.js', import.meta.url), {
      workerData: article,
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    });
    const deadline = setTimeout(() => {
      void worker.terminate();
      reject(invalid('Finding the statements of this article took too long. Import the part that matters.'));
    }, DEADLINE);
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => clearTimeout(deadline));
  });
}
