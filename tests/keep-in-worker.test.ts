// Articles with many statements are written by a thread: the same rows, the same refusals, and the server free meanwhile.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBlocks } from '../src/core/blocks/find-blocks.ts';
import type { ExtractedStatement } from '../src/core/statement.ts';
import type { NewArticle } from '../src/core/store.ts';
import { closeKeepers, keepingInThread } from '../src/keep-in-worker.ts';
import { openDatabase } from '../src/store/open.ts';
import { sqliteStore } from '../src/store/sqlite-store.ts';
import { type Desk, importArticle } from '../src/workflow.ts';
import { busyMs } from './busy.ts';

const folder = mkdtempSync(join(tmpdir(), 'whosaid-keep-'));
const path = join(folder, 'whosaid.db');
const store = sqliteStore(openDatabase(path));
const keeping = keepingInThread(store, path);
const editor = { id: uuidv7(), login: 'ed', name: 'Ed', role: 'editor', disabled: false } as const;

beforeAll(() => store.addEditor({ ...editor, passwordHash: 'x', createdAt: new Date().toISOString() }));
afterAll(async () => {
  await closeKeepers();
  await store.close();
  rmSync(folder, { recursive: true });
});

/** Every line is one statement of Ida Holm's. */
const everyLine = (text: string): ExtractedStatement[] =>
  [...text.matchAll(/[^\n]+/g)].map(({ index, 0: line }) => ({
    kind: 'indirect',
    content: [{ start: index, end: index + line.length }],
    cue: [],
    source: [],
    speaker: { name: 'Ida Holm', type: 'person', role: 'harbour master', affiliation: null },
    via: [],
    channel: null,
    saidOn: null,
    polarity: 'asserted',
    checkable: true,
    confidence: 0.9,
  }));

const deskWith = (kept: (entry: NewArticle) => void): Desk => ({
  store: {
    ...keeping,
    addArticle: (entry) => {
      kept(entry);
      return keeping.addArticle(entry);
    },
  },
  engine: 'test',
  extract: async ({ text }) => everyLine(text),
  now: () => '2026-11-23T06:00:00.000Z',
  newId: uuidv7,
  newSalt: uuidv7,
});

const storyOf = (lines: number, about: string) => {
  const text = Array.from({ length: lines }, (_, at) => `Lamp ${at} of ${about} was out.`).join('\n');
  return {
    text,
    blocks: findBlocks(text),
    title: about,
    publisher: null,
    publishedOn: null,
    url: null,
    language: 'en',
    bytes: new TextEncoder().encode(text),
    mediaType: 'text/plain',
    name: null,
  };
};

describe('an article with many statements, kept by a thread', () => {
  it('stands in the store as it was handed over, once however often its form is sent', async () => {
    const entries: NewArticle[] = [];
    const desk = deskWith((entry) => entries.push(entry));
    const story = storyOf(1_200, 'the north quay');
    const article = await importArticle(desk, editor, story, 'key');
    const [entry] = entries;
    expect(await store.article(article.id)).toEqual(entry?.article);
    expect(await store.statements(article.id)).toEqual(entry?.statements);
    expect((await store.reviews(article.id)).map((review) => review.rating)).toEqual(
      Array(1_200).fill('unchecked'),
    );
    expect((await importArticle(desk, editor, story, 'key')).id).toBe(article.id);
    expect(await store.replay({ repair: false })).toMatchObject({ mismatches: [] });
  });

  it('is refused with the store’s own sentence', async () => {
    const desk = deskWith(() => {});
    const article = await importArticle(desk, editor, storyOf(500, 'the east quay'));
    const bad = deskWith(() => {});
    const again = importArticle({ ...bad, newId: () => article.id }, editor, storyOf(500, 'the west quay'));
    await expect(again).rejects.toMatchObject({ code: expect.stringMatching(/^SQLITE_CONSTRAINT/) });
  });

  it('leaves the server free to answer', async () => {
    const desk = deskWith(() => {});
    await importArticle(desk, editor, storyOf(500, 'the south quay'));
    let longest = 0;
    let last = busyMs();
    const ticking = setInterval(() => {
      const now = busyMs();
      longest = Math.max(longest, now - last);
      last = now;
    }, 5);
    await importArticle(desk, editor, storyOf(3_000, 'the long pier'));
    clearInterval(ticking);
    expect(longest).toBeLessThan(100);
  }, 30_000);
});
