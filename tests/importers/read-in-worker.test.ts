import { afterAll, describe, expect, it } from 'vitest';
import { closeWorkers, readDocumentInWorker } from '../../src/importers/read-in-worker.ts';
import { pages } from './pages.ts';

afterAll(closeWorkers);

const text = (words: string) => ({ bytes: Buffer.from(words), name: 'a.txt' });
const SAID = 'The harbour office said on Friday that the ferry would sail again.';

/** Nested emphasis that Markdown takes minutes to untangle. */
const ENDLESS = { bytes: Buffer.from(`${'*a_ '.repeat(20_000)}\n`.repeat(30)), name: 'a.md' };

describe('reading a document in a thread', () => {
  it('gives what reading it here gives', async () => {
    const document = await readDocumentInWorker(text(SAID));
    expect(document).toMatchObject({ text: SAID, encoding: 'utf-8', mediaType: 'text/plain' });
  });

  it('leaves the caller’s bytes as they were', async () => {
    const input = text(SAID);
    await readDocumentInWorker(input);
    expect(input.bytes.toString()).toBe(SAID);
  });

  it('refuses as reading it here refuses', async () => {
    await expect(readDocumentInWorker(text(''))).rejects.toMatchObject({
      name: 'Refusal',
      code: 'invalid',
      message: expect.stringContaining('empty'),
    });
  });

  it('stops at the time limit with a sentence, and reads the next document', async () => {
    const started = performance.now();
    await expect(readDocumentInWorker(ENDLESS, { timeoutMs: 300 })).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('took longer than 0.3 s'),
    });
    expect(performance.now() - started).toBeLessThan(3_000);
    expect((await readDocumentInWorker(text(SAID))).text).toBe(SAID);
  });

  it('keeps the server free to answer while it reads', async () => {
    const html = pages(400).find(({ name }) => name.includes('share bar'))!.html;
    expect(html.length).toBeGreaterThan(264_000);
    const page = { bytes: Buffer.from(html), name: 'a.html' };
    await readDocumentInWorker(page);
    let longest = 0;
    let last = performance.now();
    const ticking = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    await Promise.all([readDocumentInWorker(page), readDocumentInWorker(page), readDocumentInWorker(page)]);
    clearInterval(ticking);
    expect(longest).toBeLessThan(100);
  });

  it('lets no more wait than it will get to', async () => {
    const many = Array.from({ length: 120 }, () =>
      readDocumentInWorker(text(SAID)).then(
        () => 'read',
        (error) => error.code,
      ),
    );
    const ends = await Promise.all(many);
    expect(ends.filter((end) => end === 'throttled').length).toBeGreaterThan(0);
    expect(ends.filter((end) => end === 'read').length).toBeGreaterThanOrEqual(100);
  });
});
