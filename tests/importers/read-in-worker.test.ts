import { afterAll, describe, expect, it } from 'vitest';
import { readDocument } from '../../src/importers/read-document.ts';
import { closeWorkers, readDocumentInWorker } from '../../src/importers/read-in-worker.ts';
import { busyMs } from '../busy.ts';
import { pages } from './pages.ts';

afterAll(closeWorkers);

const text = (words: string) => ({ bytes: Buffer.from(words), name: 'a.txt' });
const SAID = 'The harbour office said on Friday that the ferry would sail again.';

/** Nested emphasis that Markdown takes minutes to untangle. */
/** List items with nothing in them: some seconds of work. */
const ENDLESS = { bytes: Buffer.from('*\n'.repeat(1_500_000)), name: 'a.md' };

describe('reading a document in a thread', () => {
  it('gives what reading it here gives', async () => {
    const document = await readDocumentInWorker(text(SAID));
    expect(document).toMatchObject({ text: SAID, encoding: 'utf-8', mediaType: 'text/plain' });
  });

  it('gives every block and where each came from, as reading it here gives them', async () => {
    const page = pages(400).find(({ name }) => name.includes('share bar'))!.html;
    const input = { bytes: Buffer.from(page), name: 'a.html' };
    expect(await readDocumentInWorker(input)).toEqual(await readDocument(input));
    expect(await readDocumentInWorker(text(SAID))).toEqual(await readDocument(text(SAID)));
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

  it.each([
    ['a page', pages(400).find(({ name }) => name.includes('share bar'))!.html, 'a.html'],
    ['as many blocks as there may be', 'He said so.\n\n'.repeat(50_000), 'a.txt'],
  ])('keeps the server free to answer while it reads %s', async (_, words, name) => {
    expect(words.length).toBeGreaterThan(264_000);
    const input = { bytes: Buffer.from(words), name };
    await readDocumentInWorker(input);
    let longest = 0;
    let last = busyMs();
    const ticking = setInterval(() => {
      const now = busyMs();
      longest = Math.max(longest, now - last);
      last = now;
    }, 5);
    await Promise.all([
      readDocumentInWorker(input),
      readDocumentInWorker(input),
      readDocumentInWorker(input),
    ]);
    longest = Math.max(longest, busyMs() - last);
    clearInterval(ticking);
    expect(longest).toBeLessThan(100);
  });

  it.each([
    [
      'a lone surrogate in UTF-16',
      Buffer.from('\uFEFFHe said \uD800so.', 'utf16le'),
      'a.txt',
      'He said \uFFFDso.',
    ],
    [
      'half a last character in UTF-16',
      Buffer.concat([Buffer.from('\uFEFFHe said so.', 'utf16le'), Buffer.of(65)]),
      'a.txt',
      'He said so.\uFFFD',
    ],
    ['zero bytes among words', Buffer.from(`${SAID}\0 He\0 said.`), 'a.txt', `${SAID} He said.`],
  ])('says that it could not keep %s', async (_, bytes, name, kept) => {
    const document = await readDocumentInWorker({ bytes, name });
    expect(document.text).toBe(kept);
    expect(document.warnings).toHaveLength(1);
  });

  it.each([
    ...['[', '*', '>', '`'].flatMap((sign) => [
      [`1 MB of ${sign}`, `${SAID}\n\n${sign.repeat(1_000_000)}`, 'a.md'] as const,
      [`1 MB of ${sign}, a line each`, `${SAID}\n\n${`${sign}\n`.repeat(500_000)}`, 'a.md'] as const,
    ]),
    ...['<div>', '<p>', '<b>', '<table><tr><td>'].map(
      (tag) =>
        [`100,000 unclosed ${tag}`, `<html><body><p>${SAID}</p>${tag.repeat(100_000)}`, 'a.html'] as const,
    ),
  ])('reads or refuses with a sentence: %s', async (_, words, name) => {
    const end = await readDocumentInWorker({ bytes: Buffer.from(words), name }).then(
      ({ text }) => text,
      (error) => {
        expect(error).toMatchObject({ name: 'Refusal', message: expect.stringMatching(/\.$/) });
        return SAID;
      },
    );
    expect(end).toContain(SAID);
  });

  it('refuses more blocks than can be handed over while the server answers', async () => {
    await expect(readDocumentInWorker(text('He said so.\n\n'.repeat(50_001)))).rejects.toMatchObject({
      code: 'too_large',
      message: expect.stringContaining('50,000 paragraphs'),
    });
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
