// Long versions are compared in a thread: the same answer, within a time limit, and the server free meanwhile.
import { afterAll, describe, expect, it } from 'vitest';
import { closeComparers, compareInWorker } from '../src/compare-in-worker.ts';
import { compareHere } from '../src/core/compare-versions.ts';
import { busyMs } from './busy.ts';
import { type Edits, makeCase } from './core/anchor/edits.ts';

afterAll(closeComparers);

const EDITS: Edits = { words: 0.03, moves: 3, sentences: 0.02, paragraphs: 2 };
const { older, newer } = makeCase('news', 7, EDITS, 42_000);
const long = makeCase('news', 8, EDITS, 300_000, 1_000);
const comparer = compareInWorker();

describe('comparing two versions in a thread', () => {
  it('gives what comparing them here gives', async () => {
    expect(await comparer.carry(older, newer)).toEqual(await compareHere.carry(older, newer));
    expect(await comparer.differ(older.text, newer.text)).toEqual(
      await compareHere.differ(older.text, newer.text),
    );
  });

  it('stops at the time limit with a sentence, and compares the next two', async () => {
    const hurried = compareInWorker(30);
    for (const asked of [
      hurried.carry(long.older, long.newer),
      hurried.differ(long.older.text, long.newer.text),
    ])
      await expect(asked).rejects.toMatchObject({
        code: 'invalid',
        message: expect.stringMatching(
          /took longer than 0\.03 s and was stopped; nothing was changed\. Import/,
        ),
      });
    expect(await comparer.carry(older, newer)).toHaveLength(older.statements.length);
  });

  it('keeps the server free to answer while it compares texts of 300 kB', async () => {
    await comparer.carry(older, newer);
    let longest = 0;
    let last = busyMs();
    const ticking = setInterval(() => {
      const now = busyMs();
      longest = Math.max(longest, now - last);
      last = now;
    }, 5);
    await Promise.all([
      comparer.carry(long.older, long.newer),
      comparer.differ(long.older.text, long.newer.text),
    ]);
    longest = Math.max(longest, busyMs() - last);
    clearInterval(ticking);
    expect(longest).toBeLessThan(100);
  }, 30_000);
});
