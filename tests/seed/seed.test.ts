import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { phaseOf, type Review } from '../../src/core/review.js';
import type { Store } from '../../src/core/store.js';
import { verifyArticle } from '../../src/core/verify-article.js';
import { loadEngine } from '../../src/engine.js';
import { extractArticle } from '../../src/extract-article.js';
import { performStory } from '../../src/seed/perform.js';
import { readStory } from '../../src/seed/story.js';
import { seedDesk } from '../../src/seed.js';
import { openDatabase } from '../../src/store/open.js';
import { sqliteStore } from '../../src/store/sqlite-store.js';
import type { Desk } from '../../src/workflow.js';

const ACCOUNTS = [
  { login: 'amira', name: 'Amira Haddad', role: 'lead', passwordHash: null },
  { login: 'jonas', name: 'Jonas Weber', role: 'editor', passwordHash: null },
  { login: 'ines', name: 'Inês Duarte', role: 'editor', passwordHash: null },
  { login: 'reader', name: 'A reader', role: 'reader', passwordHash: null },
] as const;

async function seeded(): Promise<Store> {
  const store = sqliteStore(openDatabase(':memory:'));
  const engine = await loadEngine();
  let minted = 0;
  const desk: Desk = {
    store,
    extract: (article) => extractArticle(article, engine),
    engine: 'whosaid test',
    now: () => '2026-03-04T08:00:00.000Z',
    newId: () => `00000000-0000-7000-8000-${String(++minted).padStart(12, '0')}`,
    newSalt: () => `salt-${++minted}`,
  };
  await seedDesk(desk, ACCOUNTS);
  await seedDesk(desk, ACCOUNTS);
  return store;
}

describe('the demo', () => {
  let store: Store;
  let reviews: Map<string, readonly Review[]>;
  beforeAll(async () => {
    store = await seeded();
    const { rows } = await store.articles({ superseded: true });
    const entries = rows.map(async ({ id, title }) => [title, await store.reviews(id)] as const);
    reviews = new Map(await Promise.all(entries));
  });

  test('holds four stories, one of them in two versions, and is loaded once', async () => {
    expect([...reviews.keys()].toSorted()).toEqual([
      'Engineers ordered out of Osterby dam after seepage, agency says',
      'Nine hurt as ferry strikes pier at Ansel',
      'Quarry and villagers at odds over stones in a school yard',
      'Seven hurt as ferry strikes pier at Ansel',
      'With fall of Logar, Taliban close in on Afghanistan’s capital',
    ]);
    const { rows } = await store.articles({});
    expect(rows).toHaveLength(4);
  });

  test('opens the real article on top, byte for byte, unchecked, with nothing but its import in the log', async () => {
    const { rows } = await store.articles({ limit: 1 });
    const [top] = rows;
    expect(top).toMatchObject({ publisher: 'Anadolu Agency', publishedOn: '2021-08-13', assignedTo: null });
    const article = await store.article(top!.id);
    expect(article.url).toBeNull();
    const { bytes } = await store.file(article.sourceSha256);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(
      '05fc7d15514000eedd9abc2f1cd00416f2224631c4d367ce2a47b33d92f596cf',
    );
    expect((await store.events(top!.id)).map((event) => event.kind)).toEqual(['imported']);
    const own = await store.reviews(top!.id);
    expect(own.length).toBeGreaterThan(10);
    for (const review of own) expect(phaseOf(review)).toBe('untouched');
  });

  test('shows a desk at work: every kind of standing, and most statements untouched', () => {
    const all = [...reviews.values()].flat();
    const phases = all.map(phaseOf);
    for (const phase of ['untouched', 'under_way', 'awaiting_second', 'fell_back', 'done'] as const)
      expect(phases, phase).toContain(phase);
    expect(phases.filter((phase) => phase === 'untouched').length).toBeGreaterThan(all.length / 2);
    const ratings = new Set(all.map((review) => review.rating));
    for (const rating of [
      'verified',
      'corroborated',
      'disputed',
      'misleading',
      'false',
      'not_checkable',
    ] as const)
      expect(ratings).toContain(rating);
    expect(all.some((review) => review.attribution === 'disputed')).toBe(true);
    expect(all.some((review) => review.notes.some((note) => note.replyTo !== null))).toBe(true);
    expect(all.some((review) => review.identity !== null)).toBe(true);
  });

  test('carries the ferry story over: what was reworded fell back, what was kept stays signed', () => {
    const newer = reviews.get('Nine hurt as ferry strikes pier at Ansel') ?? [];
    const saying = (words: string) => newer.find((review) => review.words.includes(words));
    expect(saying('Nine passengers were injured')).toMatchObject({
      rating: 'unchecked',
      carried: { placement: 'reworded' },
      fellBack: { because: expect.stringMatching(/newer version/) },
    });
    expect(phaseOf(saying('passed its yearly survey')!)).toBe('done');
  });

  test('rates both parties of the quarry story by the same gates', () => {
    const quarry = reviews.get('Quarry and villagers at odds over stones in a school yard') ?? [];
    const rated = (words: string) => quarry.find((review) => review.words.includes(words))?.rating;
    expect(rated('has ever crossed the road')).toBe('false');
    expect(rated('had heard a siren')).toBe('misleading');
  });

  test('needs an editor to add no more than one statement by hand: the engine finds what the desk works on', async () => {
    const events = (await Promise.all((await store.articleIds()).map((id) => store.events(id)))).flat();
    const added = events.flatMap((event) =>
      event.kind === 'statement_added' ? [event.payload.statement.content] : [],
    );
    expect(added.length).toBeLessThan(2);
  });

  test('verifies, replays, and keeps its times within one working day', async () => {
    for (const id of await store.articleIds()) {
      const [article, statements, events] = [
        await store.article(id),
        await store.statements(id),
        await store.events(id),
      ];
      expect(verifyArticle({ article, statements, events, printed: [] })).toBeNull();
      const times = events.map((event) => event.at);
      expect(times).toEqual(times.toSorted());
      for (const at of times) expect(at).toMatch(/^2026-03-03T(?:08|09|1[0-7]):/);
    }
    expect((await store.replay({ repair: false })).mismatches).toEqual([]);
  });

  test('is the same every time', async () => {
    const again = await seeded();
    const heads = async (each: Store) => Promise.all((await each.articleIds()).map((id) => each.head(id)));
    expect(await heads(again)).toEqual(await heads(store));
  });
});

describe('an act of the demo', () => {
  const AMIRA = { id: 'amira', login: 'amira', name: 'Amira Haddad', role: 'lead', disabled: false } as const;
  const speaker = { name: 'Edda Marrow', type: 'person', role: null, affiliation: null } as const;

  /** The quarry story with one act, on a desk whose engine finds nothing. */
  async function performed(on: string): Promise<Store> {
    const store = sqliteStore(openDatabase(':memory:'));
    let minted = 0;
    const desk: Desk = {
      store,
      extract: async () => [],
      engine: 'none',
      now: () => '2026-03-03T13:00:00.000Z',
      newId: () => `id-${String(++minted).padStart(6, '0')}`,
      newSalt: () => 'salt',
    };
    await store.addEditor({ ...AMIRA, passwordHash: null, createdAt: desk.now() });
    const acts = [{ act: 'attribution_settled', at: '13:10', by: 'amira', on, speaker }] as const;
    const cast = { editorOf: () => AMIRA, setClock: () => {} };
    await performStory(desk, { ...readStory('hallin-quarry'), acts }, cast, 'amira', '13:05');
    return store;
  }

  test.each([
    ['that are not there', 'It never happened', /hallin-quarry: attribution_settled at 13:10: “It never/],
    ['that stand there twice', 'Greywell', /more than once/],
  ])('on words %s fails loudly, and says which', async (_name, on, sentence) => {
    await expect(performed(on)).rejects.toThrow(sentence);
  });

  test('adds the statement where the engine missed it', async () => {
    const store = await performed('the biggest was the size of a loaf');
    const [id = ''] = await store.articleIds();
    expect(await store.reviews(id)).toMatchObject([
      { words: 'the biggest was the size of a loaf', attribution: 'confirmed', provenance: { speaker } },
    ]);
  });
});

test('no act was ever written for the real article', () => {
  const folder = new URL('../../seeds/logar/', import.meta.url);
  expect(readdirSync(folder).toSorted()).toEqual(['acts.json', 'article.txt', 'meta.json']);
  expect(JSON.parse(readFileSync(new URL('acts.json', folder), 'utf8'))).toEqual([]);
});
