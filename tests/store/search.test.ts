import { beforeEach, describe, expect, it } from 'vitest';
import type { SearchFilter } from '../../src/core/search.ts';
import type { Store } from '../../src/core/store.ts';
import { openDatabase } from '../../src/store/open.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { addEvidence, addNote, importVersion, strikeOut, withdrawEvidence } from '../../src/workflow.ts';
import { AMIRA, importedFrom, type TestDesk, testDesk } from './a-desk.ts';

let store: Store;
let desk: TestDesk;
let articleId: string;
let ids: string[];

beforeEach(async () => {
  store = sqliteStore(openDatabase(':memory:'));
  desk = await testDesk(store);
  const article = await desk.import('The ferry sank at noon. Nobody saw São Lino burn. The ferry was old.');
  articleId = article.id;
  ids = await desk.ids(articleId);
});

const ALL: SearchFilter = { withConfidential: true };
const refs = async (typed: string, filter = ALL) =>
  (await store.search(typed, filter, 20)).map((hit) => hit.ref);
const first = () => ids[0] ?? '';

describe('searching the desk', () => {
  it('finds statements and their article', async () => {
    expect(await refs('ferry')).toEqual(expect.arrayContaining([ids[0], ids[2], articleId]));
  });

  it.each([
    ['without its marks', 'sao lino', 1],
    ['as a phrase', '"sank at noon"', 0],
    ['by the beginning of the last word', 'noo', 0],
  ])('finds words %s', async (_how, typed, index) => {
    expect(await refs(typed)).toContain(ids[index]);
  });

  it('finds evidence that was carried over on both statements, each with its own link', async () => {
    const item = {
      title: 'Photograph of the wreck',
      url: null,
      archiveUrl: null,
      stance: 'supports' as const,
      origin: { name: 'Coast watch', speakerId: null },
      method: null,
      reliability: 'F' as const,
      credibility: 6 as const,
    };
    await addEvidence(desk, AMIRA, first(), await desk.seen(first()), item, null);
    const newer = await importVersion(
      desk,
      AMIRA,
      articleId,
      importedFrom('The ferry sank at noon. Nobody saw São Lino burn. It was raised today.'),
    );
    const carried = (await store.reviews(newer.id)).find(({ evidence }) => evidence.length > 0);
    expect(carried?.evidence[0]?.id).toBe((await store.review(first())).evidence[0]?.id);
    const on = async () => (await store.search('wreck', ALL, 5)).map((hit) => hit.statementId).sort();
    expect(await on()).toEqual([first(), carried?.statementId].sort());
    const id = carried?.statementId ?? '';
    const evidenceId = carried?.evidence[0]?.id ?? '';
    await withdrawEvidence(desk, AMIRA, id, await desk.seen(id), { evidenceId, reason: 'Another wreck.' });
    expect(await on()).toEqual([first()]);
  });

  it('finds notes and evidence, and forgets what was struck out or withdrawn', async () => {
    await addNote(desk, AMIRA, { articleId, statementId: first() }, noteOf('ask the harbourmaster'));
    const item = {
      title: 'Photograph of the wreck',
      url: null,
      archiveUrl: null,
      stance: 'supports' as const,
      origin: { name: 'Coast watch', speakerId: null },
      method: null,
      reliability: 'F' as const,
      credibility: 6 as const,
    };
    await addEvidence(desk, AMIRA, first(), await desk.seen(first()), item, null);
    expect(await store.search('harbourmaster', ALL, 5)).toMatchObject([
      { kind: 'note', statementId: first() },
    ]);
    expect(await store.search('wreck coast', ALL, 5)).toMatchObject([
      { kind: 'evidence', statementId: first() },
    ]);
    await strikeOut(desk, AMIRA, first(), await desk.seen(first()), 'no statement');
    expect(await refs('wreck')).toEqual([]);
  });

  it('shows confidential notes only to those who may read them', async () => {
    await addNote(
      desk,
      AMIRA,
      { articleId, statementId: first() },
      { ...noteOf('the source is Q'), confidential: true },
    );
    expect(await refs('source')).toHaveLength(1);
    expect(await refs('source', { withConfidential: false })).toEqual([]);
  });

  it('narrows by kind and rating', async () => {
    expect(await refs('ferry', { ...ALL, kind: 'article' })).toEqual([articleId]);
    expect(await refs('ferry', { ...ALL, rating: 'verified' })).toEqual([]);
  });

  it.each([
    '"',
    '*',
    'NEAR(a b)',
    'words:ferry',
    '-ferry OR',
    "'; DROP TABLE articles; --",
    '',
    '   ',
    '\u0000',
  ])('takes %j as words, never as syntax', async (typed) => {
    await expect(store.search(typed, ALL, 20)).resolves.toBeInstanceOf(Array);
  });

  it('marks the hits in a passage', async () => {
    const [hit] = await store.search('noon', { ...ALL, kind: 'statement' }, 1);
    expect(hit?.passage.filter((piece) => piece.hit).map((piece) => piece.text)).toEqual(['noon']);
    expect(hit?.passage.map((piece) => piece.text).join('')).toContain('The ferry sank at noon');
  });
});

const noteOf = (body: string) => ({ body, confidential: false, replyTo: null, span: null, mentions: [] });
