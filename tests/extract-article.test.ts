// The statements of long articles are found in threads: the same as here, a few at a time, the rest waiting their turn.
import { Worker } from 'node:worker_threads';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { findBlocks } from '../src/core/blocks/find-blocks.ts';
import { extractStatements } from '../src/core/extract-statements.ts';
import { loadEngine } from '../src/engine.ts';
import { closeFinders, extractArticle } from '../src/extract-article.ts';
import { busyMs } from './busy.ts';

afterAll(closeFinders);

const engine = await loadEngine();
const articleOf = (paragraphs: number) => {
  const text = Array.from(
    { length: paragraphs },
    (_, at) => `Ida Holm said that lamp ${at} was out. “We will mend it on day ${at},” she told reporters.`,
  ).join('\n\n');
  return { text, blocks: findBlocks(text), publishedOn: '2026-03-02', publisher: 'Quay Wire' };
};

describe('finding the statements of a long article', () => {
  it('gives what finding them here gives', async () => {
    const article = articleOf(300);
    expect(await extractArticle(article, engine)).toEqual(extractStatements(article, engine));
  });

  it('keeps the server free, and as many editors as paste at once wait for few threads', async () => {
    const started = vi.spyOn(Worker.prototype, 'postMessage');
    const article = articleOf(250);
    let longest = 0;
    let last = busyMs();
    const ticking = setInterval(() => {
      const now = busyMs();
      longest = Math.max(longest, now - last);
      last = now;
    }, 5);
    const answers = await Promise.all(Array.from({ length: 10 }, () => extractArticle(article, engine)));
    clearInterval(ticking);
    const threads = new Set(started.mock.contexts.map((thread) => (thread as Worker).threadId));
    started.mockRestore();
    expect(new Set(answers.map((found) => found.length)).size).toBe(1);
    expect(threads.size).toBeLessThanOrEqual(4);
    expect(longest).toBeLessThan(100);
  }, 60_000);

  it('is stopped at its time limit with a sentence, and refused where too many wait', async () => {
    await expect(extractArticle(articleOf(4_000), engine, 50)).rejects.toMatchObject({
      code: 'invalid',
      message:
        'Finding the statements of this article took longer than 0.05 s and was stopped. Nothing was stored. Import the part that matters.',
    });
    const asked = Array.from({ length: 30 }, () => extractArticle(articleOf(140), engine));
    const outcomes = await Promise.allSettled(asked);
    const refused = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refused.length).toBeGreaterThan(0);
    for (const reason of refused) expect(reason).toMatchObject({ code: 'throttled' });
    expect(outcomes.filter((one) => one.status === 'fulfilled').length).toBeGreaterThanOrEqual(20);
  }, 60_000);
});
