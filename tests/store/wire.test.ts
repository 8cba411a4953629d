// One text under several mastheads: which articles those are, and what rests on them.
import { beforeEach, describe, expect, it, test } from 'vitest';
import { articleIn, spellingsOf, wireKey } from '../../src/core/wire.ts';
import { openDatabase } from '../../src/store/open.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import * as acts from '../../src/workflow.ts';
import { AMIRA, importedFrom, type TestDesk, testDesk } from './a-desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await testDesk(sqliteStore(openDatabase(':memory:')));
});

const titles = async (id: string) => (await desk.store.wireOf(id)).map(({ article }) => article.title);
const keyOf = async (id: string) => wireKey(await desk.store.wireOf(id));

describe('the wire of an article', () => {
  it('is the article alone until somebody says otherwise', async () => {
    const one = await desk.import('The ferry sank.');
    expect(await titles(one.id)).toEqual(['The ferry sank.']);
  });

  it('holds every masthead, however they were recorded, with the origin first', async () => {
    const wire = await desk.import('The ferry sank.', { title: 'Quay Wire' });
    const first = await desk.import('The ferry sank!', { title: 'Gazette', republicationOf: wire.id });
    const second = await desk.import('The ferry sank …', { title: 'Courier' });
    await acts.recordRepublication(desk, AMIRA, second.id, first.id);
    for (const { id } of [wire, first, second])
      expect(await titles(id)).toEqual(['Quay Wire', 'Gazette', 'Courier']);
    expect(new Set([await keyOf(wire.id), await keyOf(first.id), await keyOf(second.id)]).size).toBe(1);
    expect((await desk.store.replay({ repair: false })).mismatches).toEqual([]);
  });

  it('goes with the story, whatever version it was recorded on', async () => {
    const wire = await desk.import('The ferry sank.', { title: 'Quay Wire' });
    const copy = await desk.import('The ferry sank!', { title: 'Gazette', republicationOf: wire.id });
    const newer = { ...importedFrom('The ferry sank at noon.'), title: 'Gazette 2' };
    const { id } = await acts.importVersion(desk, AMIRA, copy.id, newer);
    expect(await titles(id)).toEqual(['Quay Wire', 'Gazette 2']);
    expect(await titles(wire.id)).toEqual(['Quay Wire', 'Gazette 2']);
  });

  it('ends when that is withdrawn', async () => {
    const wire = await desk.import('The ferry sank.');
    const copy = await desk.import('The ferry sank!', { republicationOf: wire.id });
    await acts.withdrawRepublication(desk, AMIRA, copy.id, 'They had their own reporter there.');
    expect(await titles(wire.id)).toHaveLength(1);
    expect(await keyOf(wire.id)).not.toBe(await keyOf(copy.id));
    expect((await desk.store.replay({ repair: false })).mismatches).toEqual([]);
  });

  it('is never said of two versions of one article, nor twice', async () => {
    const older = await desk.import('The ferry sank.');
    const newer = await acts.importVersion(desk, AMIRA, older.id, importedFrom('The ferry sank at noon.'));
    await expect(acts.recordRepublication(desk, AMIRA, newer.id, older.id)).rejects.toMatchObject({
      code: 'invalid',
    });
    const copy = await desk.import('The ferry sank!', { republicationOf: older.id });
    await expect(acts.recordRepublication(desk, AMIRA, older.id, copy.id)).rejects.toMatchObject({
      code: 'invalid',
    });
  });

  it('is no evidence for or against itself, under whatever masthead', async () => {
    const wire = await desk.import('The ferry sank.', { url: 'https://example.org/ferry' });
    const copy = await desk.import('The ferry sank today.', { republicationOf: wire.id });
    const [id] = await desk.ids(copy.id);
    const add = async (stance: 'supports' | 'context', url: string) =>
      acts.addEvidence(
        desk,
        AMIRA,
        id!,
        await desk.seen(id!),
        {
          title: 'The same story',
          url,
          archiveUrl: null,
          stance,
          origin: { name: 'Quay Wire', speakerId: null },
          method: null,
          reliability: 'F',
          credibility: 6,
        },
        null,
      );
    await expect(add('supports', 'https://www.example.org/ferry/')).rejects.toMatchObject({
      code: 'invalid',
      field: 'stance',
    });
    await add('context', 'https://example.org/ferry');
    await add('supports', 'https://example.org/another');
  });

  it('is found by a link to any of its articles', async () => {
    const wire = await desk.import('The ferry sank.', { url: 'https://www.example.org/ferry/' });
    const copy = await desk.import('The ferry sank!', { republicationOf: wire.id });
    const key = await keyOf(wire.id);
    for (const link of [
      'http://example.org/ferry?utm_source=x#top',
      `/articles/${copy.id}`,
      `https://desk.example/read/${copy.id}?by=speaker`,
    ])
      expect(await acts.wireOfLink(desk, link), link).toBe(key);
    for (const link of [
      'https://example.org/other',
      '/articles/00000000-0000-7000-8000-000000000999',
      'no link',
      null,
    ])
      expect(await acts.wireOfLink(desk, link), String(link)).toBeNull();
  });
});

describe('an address', () => {
  test.each([
    ['https://example.org/a/', 'http://www.example.org/a'],
    ['https://example.org/a?fbclid=1&id=2', 'https://example.org/a?id=2'],
    ['https://example.org', 'http://www.example.org/'],
  ])('%s may also be written %s', (one, other) => {
    expect(spellingsOf(one)).toContain(other);
  });

  it('of anything but a page has no spelling', () => {
    for (const none of ['', 'ftp://example.org/a', 'javascript:alert(1)', 'a b'])
      expect(spellingsOf(none)).toEqual([]);
  });

  it('of this desk names its article', () => {
    expect(articleIn('/articles/00000000-0000-7000-8000-000000000001/report')).toBe(
      '00000000-0000-7000-8000-000000000001',
    );
    expect(articleIn('/articles/new')).toBeNull();
  });
});
