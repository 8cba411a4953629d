import { beforeEach, describe, expect, it } from 'vitest';
import { verifyChain } from '../../src/core/log.ts';
import type { ExtractedStatement } from '../../src/core/statement.ts';
import type { Store } from '../../src/core/store.ts';
import { openDatabase } from '../../src/store/open.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import {
  addMembership,
  addSpeaker,
  changeSpeaker,
  confirmAttribution,
  type Desk,
  identifySource,
  importArticle,
  importArticles,
  mergeSpeakers,
  rate,
  registryOf,
  undoMerge,
} from '../../src/workflow.ts';
import { AMIRA, importedFrom, testDesk } from './a-desk.ts';

let store: Store;
let desk: Desk;

/** An engine that finds one statement by whoever the text begins with: "Name (role, body): words". */
const spokenBy = (
  speaker: Partial<ExtractedStatement['speaker']> & { name: string },
  text: string,
): ExtractedStatement => ({
  kind: 'indirect',
  content: [{ start: 0, end: text.length }],
  cue: [],
  source: [{ start: 0, end: Math.min(text.length, speaker.name.length) }],
  speaker: { type: 'person', role: null, affiliation: null, ...speaker },
  via: [],
  channel: null,
  saidOn: null,
  polarity: 'asserted',
  checkable: true,
  confidence: 1,
});

async function importSaid(
  speaker: Parameters<typeof spokenBy>[0],
  text = `${speaker.name} spoke.`,
): Promise<string> {
  const article = await importArticle(
    { ...desk, extract: async () => [spokenBy(speaker, text)] },
    AMIRA,
    importedFrom(text),
  );
  const [statement] = await store.statements(article.id);
  return statement?.id ?? '';
}

const speakerIdOf = async (statementId: string) =>
  (await store.review(statementId)).provenance.speaker.speakerId ?? null;
const seenSpeaker = async (id: string) => (await store.speaker(id)).version;
const seen = async (id: string) => ({ version: (await store.review(id)).version });

beforeEach(async () => {
  store = sqliteStore(openDatabase(':memory:'));
  desk = await testDesk(store);
});

describe('linking a new article’s speakers', () => {
  it('adds a name nobody knows, marked as found, and links the next one to it', async () => {
    const first = await speakerIdOf(await importSaid({ name: 'Ida Holm', role: 'harbour master' }));
    expect(first).not.toBeNull();
    expect(await store.speaker(first ?? '')).toMatchObject({ name: 'Ida Holm', found: true });
    expect(await speakerIdOf(await importSaid({ name: 'Ida Holm' }))).toBe(first);
  });

  it('leaves a surname alone open for an editor', async () => {
    await importSaid({ name: 'Ida Holm' });
    expect(await speakerIdOf(await importSaid({ name: 'Holm' }))).toBeNull();
  });

  it('never links anonymous sources, nor keeps them in the registry', async () => {
    expect(await speakerIdOf(await importSaid({ name: 'sources', type: 'anonymous' }))).toBeNull();
    expect((await store.speakers({})).rows).toEqual([]);
  });

  it('never links where the engine offers several readings', async () => {
    expect(
      await speakerIdOf(await importSaid({ name: 'Ida Holm', candidates: ['Ida Holm', 'Per Holm'] })),
    ).toBeNull();
  });
});

describe('an editor’s correction', () => {
  it('becomes an alias the next import knows', async () => {
    const provenance = { via: [], channel: null, saidOn: null };
    const statement = await importSaid({ name: 'The Harbour Fox', type: 'group' }, 'Harbour Fox spoke.');
    const speaker = { name: 'Ida Holm', type: 'person' as const, role: null, affiliation: 'Quay Council' };
    await identifySource(desk, AMIRA, statement, await seen(statement), { ...provenance, speaker }, null);
    const id = await speakerIdOf(statement);
    expect(await store.speaker(id ?? '')).toMatchObject({ name: 'Ida Holm', found: false });
    expect((await store.speaker(id ?? '')).aliases).toHaveLength(1);
  });
});

describe('a correction that is refused', () => {
  const settled = (name: string) => ({
    speaker: { name, type: 'person' as const, role: null, affiliation: null },
    via: [],
    channel: null,
    saidOn: null,
  });

  it('as stale leaves no speaker behind', async () => {
    const id = await importSaid({ name: 'the warden', type: 'group' });
    const stale = await seen(id);
    await confirmAttribution(desk, AMIRA, id, stale);
    await expect(identifySource(desk, AMIRA, id, stale, settled('Orla Quist'), null)).rejects.toMatchObject({
      code: 'conflict',
    });
    expect((await store.speakers({ search: 'orla' })).rows).toEqual([]);
  });

  it('as stale leaves no alias behind', async () => {
    const known = await speakerIdOf(await importSaid({ name: 'Orla Quist' }));
    const id = await importSaid({ name: 'Warden Quist', candidates: ['Orla Quist', 'Ola Quist'] });
    const stale = await seen(id);
    await confirmAttribution(desk, AMIRA, id, stale);
    await expect(identifySource(desk, AMIRA, id, stale, settled('Orla Quist'), null)).rejects.toThrow();
    expect((await store.speaker(known ?? '')).aliases).toEqual([]);
  });

  it('twice with one key adds one speaker', async () => {
    const id = await importSaid({ name: 'the warden', type: 'group' });
    const once = { ...(await seen(id)), requestKey: desk.newId() };
    await identifySource(desk, AMIRA, id, once, settled('Orla Quist'), null);
    await identifySource(desk, AMIRA, id, once, settled('Orla Quist'), null);
    expect((await store.speakers({ search: 'orla' })).rows).toHaveLength(1);
  });
});

describe('importing batch after batch', () => {
  const batch = (...names: readonly string[]) =>
    names.map((name) => ({
      ...importedFrom(`${name} spoke.`),
      found: [spokenBy({ name }, `${name} spoke.`)],
    }));
  const speakersOf = (articles: readonly { id: string }[]) =>
    Promise.all(articles.map(async ({ id }) => (await store.statements(id))[0]?.speaker.speakerId ?? null));

  it('knows in a later batch whom an earlier one added', async () => {
    const registry = registryOf(desk);
    const [first, twice] = await speakersOf(
      await importArticles(desk, AMIRA, batch('Ida Holm', 'Ida Holm'), registry),
    );
    const [again] = await speakersOf(await importArticles(desk, AMIRA, batch('Ida Holm'), registry));
    expect(first).not.toBeNull();
    expect([twice, again]).toEqual([first, first]);
  });

  it('sees what an editor did to the registry in between', async () => {
    const registry = registryOf(desk);
    const [ida] = await speakersOf(await importArticles(desk, AMIRA, batch('Ida Holm'), registry));
    const orla = await addSpeaker(desk, AMIRA, { name: 'Orla Quist', type: 'person', aliases: [] });
    await mergeSpeakers(desk, AMIRA, ida ?? '', await seenSpeaker(ida ?? ''), orla, 'one woman');
    const later = await speakersOf(
      await importArticles(desk, AMIRA, batch('Ida Holm', 'Orla Quist'), registry),
    );
    expect(later).not.toContain(ida);
    expect(later[1]).toBe(orla);
  });

  it('forgets the speakers of a batch that was not kept', async () => {
    const registry = registryOf(desk);
    const failing = {
      ...desk,
      store: { ...store, addArticles: () => Promise.reject(new Error('disk full')) },
    };
    await expect(importArticles(failing, AMIRA, batch('Ida Holm'), registry)).rejects.toThrow('disk full');
    const [ida] = await speakersOf(await importArticles(desk, AMIRA, batch('Ida Holm'), registry));
    expect(await store.speaker(ida ?? '')).toMatchObject({ name: 'Ida Holm' });
  });

  it('counts every act on a speaker', async () => {
    expect(await store.speakerActs()).toBe(0);
    const id = await addSpeaker(desk, AMIRA, { name: 'Ida Holm', type: 'person', aliases: [] });
    expect(await store.speakerActs()).toBe(1);
    await changeSpeaker(desk, AMIRA, id, 1, { kind: 'alias_added', payload: { alias: 'I. Holm' } });
    expect(await store.speakerActs()).toBe(2);
  });
});

describe('the registry', () => {
  it('keeps a chain for each speaker that proves itself', async () => {
    const id = await addSpeaker(desk, AMIRA, { name: 'Ida Holm', type: 'person', aliases: [] });
    await changeSpeaker(desk, AMIRA, id, 1, { kind: 'speaker_renamed', payload: { name: 'Ida Holm Berg' } });
    await changeSpeaker(desk, AMIRA, id, 2, { kind: 'confidential_note_set', payload: { note: 'moved' } });
    const events = await store.speakerEvents(id);
    const logged = events.map(({ speakerId, ...event }) => ({
      ...event,
      articleId: speakerId,
      statementId: null,
    }));
    expect(verifyChain(id, logged)).toBeNull();
    expect(events.at(-1)?.confidential).toBe(true);
    expect(await store.speaker(id)).toMatchObject({
      name: 'Ida Holm Berg',
      aliases: ['Ida Holm'],
      version: 3,
    });
  });

  it('refuses a change of what somebody else changed meanwhile', async () => {
    const id = await addSpeaker(desk, AMIRA, { name: 'Ida Holm', type: 'person', aliases: [] });
    await changeSpeaker(desk, AMIRA, id, 1, { kind: 'alias_added', payload: { alias: 'I. Holm' } });
    const stale = changeSpeaker(desk, AMIRA, id, 1, { kind: 'alias_added', payload: { alias: 'Holm' } });
    await expect(stale).rejects.toMatchObject({ code: 'conflict' });
  });

  it.each([
    ['a date that is none', { from: 'last year', until: null }, 'Write a day as'],
    ['an end before the beginning', { from: '2026-03', until: '2025' }, 'before the beginning'],
  ])('refuses %s', async (_what, dates, message) => {
    const id = await addSpeaker(desk, AMIRA, { name: 'Ida Holm', type: 'person', aliases: [] });
    const membership = { role: 'mayor', body: null, ...dates };
    await expect(addMembership(desk, AMIRA, id, 1, membership)).rejects.toThrow(message);
  });

  it('shows merged speakers as one, and two again when the merge is undone', async () => {
    const one = await importSaid({ name: 'Ida Holm' });
    const other = await importSaid({ name: 'Ingrid Berg' });
    const [a, b] = [(await speakerIdOf(one)) ?? '', (await speakerIdOf(other)) ?? ''];
    await mergeSpeakers(desk, AMIRA, b, await seenSpeaker(b), a, 'married name');
    expect((await store.spoken(a, {})).rows.map((row) => row.review.statementId).sort()).toEqual(
      [one, other].sort(),
    );
    expect((await store.speakers({})).rows.map((row) => row.id)).toEqual([a]);
    await expect(mergeSpeakers(desk, AMIRA, a, await seenSpeaker(a), b, 'back')).rejects.toThrow(
      'merged into another',
    );
    await undoMerge(desk, AMIRA, b, await seenSpeaker(b), 'two people after all');
    expect((await store.spoken(a, {})).rows.map((row) => row.review.statementId)).toEqual([one]);
    expect((await store.spoken(b, {})).rows.map((row) => row.review.statementId)).toEqual([other]);
  });

  it('undoes a merge in the middle of a chain of merges', async () => {
    const [a, b, c] = await Promise.all(
      ['Ida Holm', 'Ingrid Berg', 'Una Strand'].map((name) =>
        addSpeaker(desk, AMIRA, { name, type: 'person', aliases: [] }),
      ),
    );
    await mergeSpeakers(desk, AMIRA, c ?? '', 1, b ?? '', 'same');
    await mergeSpeakers(desk, AMIRA, b ?? '', 1, a ?? '', 'same');
    expect((await store.mergedSpeakers(a ?? '')).map((row) => row.id).sort()).toEqual([b, c].sort());
    await undoMerge(desk, AMIRA, b ?? '', 2, 'not the same');
    expect(await store.mergedSpeakers(a ?? '')).toEqual([]);
    expect((await store.mergedSpeakers(b ?? '')).map((row) => row.id)).toEqual([c]);
  });

  it('counts what stands how', async () => {
    const statement = await importSaid({ name: 'Ida Holm' });
    const id = (await speakerIdOf(statement)) ?? '';
    expect(await store.speakerCounts(id)).toEqual([{ rating: 'unchecked', checkable: true, n: 1 }]);
    await confirmAttribution(desk, AMIRA, statement, await seen(statement));
    await rate(desk, AMIRA, statement, await seen(statement), 'unverifiable', 'asked, no answer');
    expect(await store.speakerCounts(id)).toEqual([{ rating: 'unverifiable', checkable: true, n: 1 }]);
  });

  it('finds by the beginning of a name, without marks', async () => {
    await addSpeaker(desk, AMIRA, { name: 'Núñez Órla', type: 'person', aliases: [] });
    expect((await store.speakers({ search: 'nunez' })).rows).toHaveLength(1);
    expect((await store.speakers({ search: 'orla' })).rows).toHaveLength(0);
  });
});
