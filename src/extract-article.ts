// Finds an article's statements: here when it is short, in a thread when it would keep others waiting.
import type { ArticleText } from './core/article.js';
import { type Engine, extractStatements } from './core/extract-statements.js';
import type { ExtractedStatement } from './core/statement.js';
import { threads } from './importers/threads.js';

/** UTF-16 units read on the spot: a few tens of milliseconds, even the first time. */
const SHORT = 12_000;
/** Four times what 3 MB of one-line paragraphs take on a busy machine. */
const TIMEOUT_MS = 120_000;

/** Run from its sources, as tests do, the thread is the built one: Node 20 reads no TypeScript. */
const WORKER_FILE = import.meta.url.endsWith('.ts')
  ? new URL('../dist/long-article-worker.js', import.meta.url)
  : new URL('./long-article-worker.js', import.meta.url);

const INSTEAD = 'Nothing was stored. Import the part that matters.';

const finders = threads<ArticleText, readonly ExtractedStatement[]>(
  WORKER_FILE,
  {
    tooManyWaiting:
      'Statements are being looked for in too many long articles at once. Try again in a minute.',
    tooLong: (seconds) =>
      `Finding the statements of this article took longer than ${seconds} s and was stopped. ${INSTEAD}`,
    tooMuchMemory: `Finding the statements of this article takes more memory than it may have. ${INSTEAD}`,
    stopped: 'Finding the statements of this article was stopped before it was done. Import it again.',
  },
  { memoryMb: 1024, mostWaiting: 20 },
);

/** Refuses with `invalid` what takes too long or too much memory, with `throttled` when too many wait. */
export async function extractArticle(
  article: ArticleText,
  engine: Engine,
  timeoutMs = TIMEOUT_MS,
): Promise<readonly ExtractedStatement[]> {
  const { text, blocks, publishedOn, publisher } = article;
  if (text.length <= SHORT) return extractStatements(article, engine);
  return finders.ask({ text, blocks, publishedOn, publisher }, timeoutMs);
}

/** Ends the threads: for a server that shuts down, and for tests. */
export const closeFinders = (): Promise<void> => finders.close();
