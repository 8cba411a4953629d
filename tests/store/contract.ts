// What any store must do, whatever it is made of. `make` gives an empty, migrated one.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Editor } from '../../src/core/editor.js';
import { Refusal } from '../../src/core/errors.js';
import { genesis, verifyChain } from '../../src/core/log.js';
import { RATINGS } from '../../src/core/rating.js';
import { phaseOf } from '../../src/core/review.js';
import { signOffDigest } from '../../src/core/sign-off.js';
import type { Page, Store } from '../../src/core/store.js';
import { verifyArticle } from '../../src/core/verify-article.js';
import { draftOf } from '../../src/workflow/desk.js';
import * as acts from '../../src/workflow.js';
import { AMIRA, importedFrom, JONAS, storyOf, type TestDesk, testDesk } from './a-desk.js';
import { webhookContract } from './webhook-contract.js';

export function storeContract(make: () => Promise<Store>): void {
  let store: Store;
  let desk: TestDesk;
  beforeEach(async () => {
    store = await make();
    desk = await testDesk(store);
  });
  afterEach(() => store.close());

  const on = (articleId: string, statementId: string | null = null) => ({ articleId, statementId });
  const note = (body: string, confidential = false) => ({
    body,
    confidential,
    replyTo: null,
    span: null,
    mentions: [],
  });

  describe('an article', () => {
    test('comes back as it went in, with its original bytes, and opens its own chain', async () => {
      const text = 'Naïve “quotes” 🙂 — and a tab\t here. A second line\nbroken.';
      const article = await desk.import(text, { name: 'story.txt', url: 'https://gazette.example/1' });
      expect(await store.article(article.id)).toEqual(article);
      const file = await store.file(article.sourceSha256);
      expect(new TextDecoder().decode(file.bytes)).toBe(text);
      expect(await store.articleIds()).toEqual([article.id]);
      const [first] = await store.events(article.id);
      expect(first).toMatchObject({ kind: 'imported', seq: 1, previous: genesis(article.id).hash });
      expect(await store.head(article.id)).toEqual({ seq: 1, hash: first?.hash });
    });

    test.each([
      ['a NUL', 'It \u0000 sank. It rose.'],
      ['a lone surrogate', 'It \ud83d sank. It rose \udc00.'],
      ['a byte order mark within', 'It \ufeffsank. It rose.'],
    ])('with %s in its text replays and verifies', async (_name, text) => {
      const { id } = await desk.import(text, { title: text, publisher: text });
      const article = await store.article(id);
      const [statements, events] = [await store.statements(id), await store.events(id)];
      const { statementId, provenance, version } = (await store.reviews(id))[0]!;
      const speaker = { ...provenance.speaker, name: text };
      await acts.identifySource(desk, AMIRA, statementId, { version }, { ...provenance, speaker }, text);
      expect(article.text).toHaveLength(text.length);
      expect(verifyArticle({ article, statements, events, printed: [] })).toBeNull();
      expect(await store.replay({ repair: false })).toEqual({ checked: 2, mismatches: [] });
    });

    test('keeps each statement exactly as it was extracted', async () => {
      const article = await desk.import('It sank. (An inner one.)', {
        blocks: [{ kind: 'paragraph', setAside: true, start: 0, end: 8 }],
      });
      const statements = await store.statements(article.id);
      expect(statements).toHaveLength(2);
      for (const statement of statements) expect(await store.statement(statement.id)).toEqual(statement);
      expect(statements[1]?.withinId).toBe(statements[0]?.id);
      expect((await store.reviews(article.id)).map((review) => review.words)).toEqual([
        'It sank.',
        '(An inner one.',
      ]);
    });

    test('with statements nested twice, the innermost first in the text, is kept', async () => {
      const [inner, middle, outer] = await desk.extract(importedFrom(storyOf(3)));
      const nested = {
        ...desk,
        extract: async () => [{ ...inner!, within: 1 }, { ...middle!, within: 2 }, outer!],
      };
      const { id } = await acts.importArticle(nested, AMIRA, importedFrom(storyOf(3)));
      const statements = await store.statements(id);
      expect(statements.map((each) => each.withinId)).toEqual([statements[1]!.id, statements[2]!.id, null]);
    });

    test('verifies from what is kept, and not from anything else', async () => {
      const article = await desk.import(storyOf(3));
      const kept = {
        article: await store.article(article.id),
        statements: await store.statements(article.id),
        events: await store.events(article.id),
        printed: [await store.head(article.id)],
      };
      expect(verifyArticle(kept)).toBeNull();
      const [first, ...rest] = kept.statements;
      expect(verifyArticle({ ...kept, statements: rest })).toMatch(/statements/);
      expect(verifyArticle({ ...kept, statements: [{ ...first!, saidOn: '2026-02-28' }, ...rest] })).toMatch(
        /statements/,
      );
      expect(verifyArticle({ ...kept, article: { ...kept.article, text: 'Else.' } })).toMatch(/text/);
      for (const altered of [{ publishedOn: '2026-02-01' }, { publisher: 'Somebody' }, { blocks: [] }])
        expect(verifyArticle({ ...kept, article: { ...kept.article, ...altered } })).toMatch(/kept about/);
    });

    test('is found again by its bytes and by its text', async () => {
      const article = await desk.import(storyOf(1));
      expect(await store.findArticle({ sourceSha256: article.sourceSha256 })).toMatchObject({
        id: article.id,
      });
      expect(await store.findArticle({ textSha256: article.textSha256 })).toMatchObject({ id: article.id });
      expect(await store.findArticle({ textSha256: 'f'.repeat(64) })).toBeUndefined();
    });

    test('that is refused leaves nothing behind', async () => {
      const article = await desk.import(storyOf(2));
      const [original, statements] = [
        await store.file(article.sourceSha256),
        await store.statements(article.id),
      ];
      await expect(store.addArticle({ article, original, statements, entries: [] })).rejects.toThrow();
      await expect(
        store.addArticle({
          article: { ...article, id: 'x', storyId: 'x' },
          original,
          statements,
          entries: [],
        }),
      ).rejects.toThrow();
      expect(await store.articleIds()).toEqual([article.id]);
      expect((await store.articleSummary(article.id)).counts.total).toBe(2);
    });

    test.each<[string, (id: string) => Promise<unknown>]>([
      ['article', (id) => store.article(id)],
      ['summary', (id) => store.articleSummary(id)],
      ['statement', (id) => store.statement(id)],
      ['review', (id) => store.review(id)],
      ['file', (id) => store.file(id)],
      ['report', (id) => store.report(id)],
      ['editor', (id) => store.editor(id)],
    ])('that is not there is not found: %s', async (_name, ask) => {
      await expect(ask('nowhere')).rejects.toMatchObject({ code: 'not_found' });
    });
  });

  describe('an act', () => {
    let articleId: string;
    let ids: string[];
    beforeEach(async () => {
      ({ id: articleId } = await desk.import(storyOf(4)));
      ids = await desk.ids(articleId);
    });
    const confirm = async (id: string, editor: Editor = AMIRA, more: object = {}) =>
      acts.confirmAttribution(desk, editor, id, { ...(await desk.seen(id)), ...more });

    test('changes the review, joins the chain and is counted', async () => {
      const { events, repeated } = await confirm(ids[0]!);
      expect(repeated).toBe(false);
      expect(events).toMatchObject([{ seq: 2, kind: 'attribution_confirmed', by: AMIRA.id }]);
      expect(await store.review(ids[0]!)).toMatchObject({ attribution: 'confirmed', version: 1 });
      expect(await store.head(articleId)).toEqual({ seq: 2, hash: events[0]?.hash });
      expect(await store.statementEvents(ids[0]!)).toEqual(events);
      expect((await store.articleSummary(articleId)).counts).toEqual({
        total: 4,
        byPhase: { untouched: 3, under_way: 1 },
        byRating: { unchecked: 4 },
      });
    });

    test('on what somebody else changed meanwhile is refused, and nothing is written', async () => {
      const stale = await desk.seen(ids[0]!);
      await confirm(ids[0]!, JONAS);
      const head = await store.head(articleId);
      await expect(acts.strikeOut(desk, AMIRA, ids[0]!, stale, 'A headline.')).rejects.toMatchObject({
        code: 'conflict',
      });
      expect(await store.head(articleId)).toEqual(head);
      expect((await store.review(ids[0]!)).struckOut).toBeNull();
    });

    test('refused by the rule takes its whole transaction with it', async () => {
      const good = draftOf(desk, AMIRA, articleId, ids[0]!, { kind: 'attribution_confirmed', payload: {} });
      const bad = draftOf(desk, AMIRA, articleId, ids[1]!, { kind: 'restored', payload: { reason: null } });
      await expect(
        store.record([
          { draft: good, seen: 0 },
          { draft: bad, seen: 0 },
        ]),
      ).rejects.toThrow(Refusal);
      expect(await store.review(ids[0]!)).toMatchObject({ attribution: 'unchecked', version: 0 });
      expect(await store.events(articleId)).toHaveLength(1);
    });

    test('posted twice with one key applies once and answers the same', async () => {
      const seen = await desk.seen(ids[0]!);
      const once = await acts.confirmAttribution(desk, AMIRA, ids[0]!, { ...seen, requestKey: 'form-1' });
      const twice = await acts.confirmAttribution(desk, AMIRA, ids[0]!, { ...seen, requestKey: 'form-1' });
      expect(twice.repeated).toBe(true);
      expect(twice.events).toEqual(once.events);
      expect(await store.statementEvents(ids[0]!)).toHaveLength(1);
      const others = await confirm(ids[1]!, JONAS, { requestKey: 'form-1' });
      expect(others.repeated).toBe(false);
    });

    test('that was refused may be tried again with its key', async () => {
      const again = { version: 0, requestKey: 'form-2' };
      await expect(acts.restore(desk, AMIRA, ids[0]!, again, null)).rejects.toThrow(Refusal);
      await expect(acts.strikeOut(desk, AMIRA, ids[0]!, again, 'A headline.')).resolves.toMatchObject({
        repeated: false,
      });
    });

    test('on a statement of another article is refused', async () => {
      const other = await desk.import(storyOf(1, 'The tram'));
      await expect(acts.addNote(desk, AMIRA, on(other.id, ids[0]), note('Where?'))).rejects.toMatchObject({
        code: 'not_found',
      });
      expect(await store.events(other.id)).toHaveLength(1);
    });

    test('by somebody who is not on the desk is refused', async () => {
      const stranger = { ...AMIRA, id: 'stranger' };
      await expect(confirm(ids[0]!, stranger)).rejects.toThrow();
      expect(await store.events(articleId)).toHaveLength(1);
    });

    test('that adds a statement puts it where it stands in the text', async () => {
      const [first] = await store.statements(articleId);
      const { speaker, content } = first!;
      const start = content[0]!.end + 1;
      const id = await acts.addStatement(desk, AMIRA, articleId, {
        kind: 'narration',
        content: [{ start, end: start + 9 }],
        cue: [],
        source: [],
        speaker,
        via: [],
        channel: null,
        saidOn: null,
        polarity: 'asserted',
        checkable: true,
      });
      const reviews = await store.reviews(articleId);
      expect(reviews.findIndex((review) => review.statementId === id)).toBe(2);
      expect(await store.statement(id)).toMatchObject({ origin: 'added', addedBy: AMIRA.id, engine: null });
      expect((await store.articleSummary(articleId)).counts.total).toBe(5);
      const kept = {
        article: await store.article(articleId),
        statements: await store.statements(articleId),
        events: await store.events(articleId),
        printed: [],
      };
      expect(verifyArticle(kept)).toBeNull();
      const altered = kept.statements.map((each) =>
        each.id === id ? { ...each, polarity: 'denied' as const } : each,
      );
      expect(verifyArticle({ ...kept, statements: altered })).toMatch(/added/);
      expect(await store.replay({ repair: false })).toEqual({ checked: 5, mismatches: [] });
    });

    test('on the article as a whole stands in its summary', async () => {
      await acts.assignArticle(desk, AMIRA, articleId, JONAS.id, 'Mind the second paragraph.');
      await acts.setDue(desk, AMIRA, articleId, '2026-03-02T17:00:00.000Z');
      await acts.addNote(desk, JONAS, on(articleId), note('Rang the harbour.'));
      expect(await store.articleSummary(articleId)).toMatchObject({
        assignedTo: JONAS.id,
        due: '2026-03-02T17:00:00.000Z',
      });
      expect((await store.articleReview(articleId)).notes).toHaveLength(1);
    });

    test('undone leaves a source as open as it was', async () => {
      const { provenance } = await store.review(ids[0]!);
      await acts.identifySource(
        desk,
        AMIRA,
        ids[0]!,
        await desk.seen(ids[0]!),
        { ...provenance, speaker: { ...provenance.speaker, name: 'Otto Reiss', type: 'person' } },
        'The recording.',
      );
      await acts.undo(desk, AMIRA, ids[0]!, await desk.seen(ids[0]!));
      expect(await store.review(ids[0]!)).toMatchObject({ attribution: 'unchecked', provenance });
      await expect(acts.undo(desk, JONAS, ids[0]!, await desk.seen(ids[0]!))).rejects.toThrow(
        /nothing of yours/,
      );
    });

    test('hands work to nobody who cannot do it', async () => {
      await store.changeEditor(JONAS.id, { disabledAt: desk.now() });
      await expect(
        acts.assign(desk, AMIRA, ids[0]!, await desk.seen(ids[0]!), JONAS.id, null),
      ).rejects.toMatchObject({ code: 'invalid' });
      await expect(acts.assignArticle(desk, AMIRA, articleId, 'nobody', null)).rejects.toMatchObject({
        code: 'not_found',
      });
    });
  });

  describe('lists', () => {
    const walk = async <T>(page: (after?: string) => Promise<Page<T>>): Promise<T[]> => {
      const rows: T[] = [];
      let after: string | undefined;
      do {
        const { rows: more, next } = await page(after);
        rows.push(...more);
        after = next ?? undefined;
      } while (after);
      return rows;
    };

    test('page through every article once, the last changed first', async () => {
      const made: string[] = [];
      for (let n = 0; n < 7; n++) made.push((await desk.import(storyOf(1, `Boat ${n}`))).id);
      const sized = (limit: number) => walk((after) => store.articles({ limit, after }));
      const expected = made.toReversed();
      for (const limit of [1, 2, 7, 50]) expect((await sized(limit)).map((row) => row.id)).toEqual(expected);
      await acts.addNote(desk, JONAS, on(made[0]!), note('Look.'));
      expect((await store.articles({ limit: 1 })).rows[0]?.id).toBe(made[0]);
    });

    test('page through the queue once under every filter', async () => {
      const first = await desk.import(`${storyOf(3)} It hopes to sail on.`);
      const second = await desk.import(storyOf(3, 'The tram'));
      const ids = [...(await desk.ids(first.id)), ...(await desk.ids(second.id))];
      for (const id of ids.slice(0, 3))
        await acts.assign(desk, AMIRA, id, await desk.seen(id), JONAS.id, null);
      for (const id of ids.slice(2, 5)) await acts.confirmAttribution(desk, AMIRA, id, await desk.seen(id));
      const queue = async (filter: object) =>
        (await walk((after) => store.queue({ ...filter, limit: 2, after }))).map(
          (row) => row.review.statementId,
        );
      const reviews = await Promise.all(ids.map((id) => store.review(id)));
      const matching = (test: (review: (typeof reviews)[number]) => boolean) =>
        reviews.filter(test).map((review) => review.statementId);
      const cases: [object, string[]][] = [
        [{}, ids],
        [{ phase: 'untouched' }, matching((review) => phaseOf(review) === 'untouched')],
        [{ assignedTo: JONAS.id }, ids.slice(0, 3)],
        [{ assignedTo: JONAS.id, phase: 'under_way' }, ids.slice(2, 3)],
        [{ articleId: second.id }, await desk.ids(second.id)],
        [{ checkable: false }, matching((review) => !review.checkable)],
        [{ checkable: true, articleId: first.id }, ids.slice(0, 3)],
        [{ speakerId: 'nobody' }, []],
      ];
      for (const [filter, expected] of cases) {
        const found = await queue(filter);
        expect(found.toSorted(), JSON.stringify(filter)).toEqual(expected.toSorted());
      }
      expect((await store.queue({ limit: 1 })).rows).toMatchObject([
        { articleTitle: second.title, ordinal: 1, review: { statementId: ids[4] } },
      ]);
    });

    test('carry an editor’s words over, not the engine’s', async () => {
      const older = await desk.import(storyOf(3));
      const [first] = await desk.ids(older.id);
      const selection = { kind: 'narration', content: [{ start: 4, end: 27 }], cue: [], source: [] } as const;
      await acts.correctWords(desk, AMIRA, first!, await desk.seen(first!), selection);
      await acts.confirmAttribution(desk, AMIRA, first!, await desk.seen(first!));
      const { id } = await acts.importVersion(desk, AMIRA, older.id, importedFrom(`${storyOf(3)} It sank.`));
      const [carried] = await store.reviews(id);
      expect(carried).toMatchObject({ words: 'ferry made trip number', attribution: 'confirmed' });
      expect((await store.replay({ repair: false })).mismatches).toEqual([]);
      const [article, statements, events] = [
        await store.article(id),
        await store.statements(id),
        await store.events(id),
      ];
      expect(verifyArticle({ article, statements, events, printed: [] })).toBeNull();
    });

    test('do not take an editor’s correction of the speaker for a change of the article', async () => {
      const older = await desk.import(storyOf(3));
      const [first] = await desk.ids(older.id);
      const speaker = { name: 'Ida Holm', type: 'person', role: null, affiliation: null } as const;
      const provenance = { speaker, via: [], channel: null, saidOn: null };
      await acts.identifySource(desk, AMIRA, first!, await desk.seen(first!), provenance, null);
      const { id } = await acts.importVersion(desk, AMIRA, older.id, importedFrom(`${storyOf(3)} It sank.`));
      const [carried] = await store.reviews(id);
      expect(carried).toMatchObject({ attribution: 'confirmed', carried: { placement: 'kept' } });
      expect(carried?.provenance.speaker.name).toBe('Ida Holm');
    });

    test('hold nothing of a superseded text', async () => {
      const older = await desk.import(storyOf(3));
      const [first] = await desk.ids(older.id);
      await acts.assign(desk, AMIRA, first!, await desk.seen(first!), JONAS.id, null);
      const newer = await acts.importVersion(desk, AMIRA, older.id, importedFrom(`${storyOf(3)} It sank.`));
      const queued = (await store.queue({})).rows.map((row) => row.review.articleId);
      expect(new Set(queued)).toEqual(new Set([newer.id]));
      const sum = (await store.queueCounts()).reduce((total, row) => total + row.n, 0);
      expect(sum).toBe((await store.statements(newer.id)).length);
      await acts.addNote(desk, JONAS, on(older.id, first), note('Said on the old text.'));
      expect((await store.queue({ assignedTo: JONAS.id })).rows).toEqual([]);
      expect((await store.replay({ repair: false })).mismatches).toEqual([]);
      const listed = async (superseded: boolean) =>
        (await store.articles({ superseded })).rows.map((row) => row.id);
      expect(await listed(false)).toEqual([newer.id]);
      expect(new Set(await listed(true))).toEqual(new Set([newer.id, older.id]));
      expect((await store.versions(older.storyId)).map((row) => row.version)).toEqual([1, 2]);
    });

    test('page through the events of the desk, newest first', async () => {
      const { id } = await desk.import(storyOf(1));
      for (let n = 0; n < 5; n++) await acts.addNote(desk, AMIRA, on(id), note(`Note ${n}`));
      const all = await walk((before) => store.recentEvents({ limit: 4, before }));
      expect(all).toEqual((await store.events(id)).toReversed());
    });

    test('refuse a cursor that is none of theirs', async () => {
      for (const after of ['x', 'W10', Buffer.from('[1,2]').toString('base64url')]) {
        await expect(store.articles({ after })).rejects.toMatchObject({ code: 'invalid' });
        await expect(store.queue({ after })).rejects.toMatchObject({ code: 'invalid' });
      }
    });
  });

  describe('the record a report is read from', () => {
    const pages = async (articleId: string, upTo: number, between: () => Promise<unknown>) => {
      const rows = [];
      for (let after: string | null | undefined; after !== null; await between()) {
        const page = await store.statementRecords(articleId, { upTo, after, limit: 2 });
        expect(page.rows.length).toBeLessThanOrEqual(2);
        rows.push(...page.rows);
        after = page.next;
      }
      return rows;
    };

    test('is of one moment, page after page, whoever acts meanwhile', async () => {
      const { id } = await desk.import(storyOf(5));
      const ids = await desk.ids(id);
      await acts.confirmAttribution(desk, AMIRA, ids[1]!, await desk.seen(ids[1]!));
      await acts.addNote(desk, JONAS, on(id), note('Ask the harbour.'));
      const [statements, reviews, events] = [
        await store.statements(id),
        await store.reviews(id),
        await store.events(id),
      ];
      const record = await store.articleRecord(id);
      expect(record).toEqual({
        article: await store.article(id),
        articleReview: await store.articleReview(id),
        events: events.filter(({ statementId }) => statementId === null),
        head: await store.head(id),
        lastChangeAt: events.at(-1)?.at,
      });
      let added = 0;
      const meddle = async () => {
        for (const each of ids) await acts.addNote(desk, AMIRA, on(id, each), note('Meanwhile.'));
        if (added++ > 0) return;
        const { kind, speaker, via, channel, saidOn, polarity, checkable } = statements[4]!;
        const words = { kind, content: [{ start: 0, end: 9 }], cue: [], source: [] };
        await acts.addStatement(desk, AMIRA, id, {
          ...words,
          speaker,
          via,
          channel,
          saidOn,
          polarity,
          checkable,
        });
      };
      await meddle();
      expect(await pages(id, record.head.seq, meddle)).toEqual(
        statements.map((statement, index) => ({
          statement,
          review: reviews[index],
          events: events.filter(({ statementId }) => statementId === statement.id),
        })),
      );
      const now = await pages(id, (await store.head(id)).seq, async () => undefined);
      expect(now.map(({ review }) => review)).toEqual(await store.reviews(id));
      expect(now).toHaveLength(6);
    });

    test('is refused where there is no such article', async () => {
      await expect(store.articleRecord('nowhere')).rejects.toMatchObject({ code: 'not_found' });
      expect(await store.statementRecords('nowhere', { upTo: 9, limit: 5 })).toEqual({
        rows: [],
        next: null,
      });
    });
  });

  webhookContract(() => store);

  describe('replay', () => {
    test('finds nothing after any acts, and every counter equals a recount', async () => {
      const { id: articleId } = await desk.import(`${storyOf(3)} It hopes to sail on.`);
      const ids = await desk.ids(articleId);
      const who = fc.constantFrom(AMIRA, JONAS);
      const step = fc.record({
        what: fc.constantFrom(...STEPS),
        who,
        statement: fc.nat(ids.length - 1),
        rating: fc.constantFrom(...RATINGS),
        stance: fc.constantFrom('supports', 'contradicts'),
        origin: fc.constantFrom('Kestrel', 'Harbour Watch', 'Harbour Gazette'),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
          for (const each of steps) await attempt(desk, ids[each.statement]!, each);
          const reviews = await store.reviews(articleId);
          const counted = (keyOf: (review: (typeof reviews)[number]) => string) => {
            const counts: Record<string, number> = {};
            for (const key of reviews.map(keyOf)) counts[key] = (counts[key] ?? 0) + 1;
            return counts;
          };
          const { counts } = await store.articleSummary(articleId);
          expect(counts.byPhase).toEqual(counted(phaseOf));
          expect(counts.total).toBe(reviews.filter((review) => !review.struckOut).length);
          expect(Object.values(counts.byRating).reduce((sum, n) => sum + n, 0)).toBe(counts.total);
          const queue = Object.fromEntries(
            (await store.queueCounts()).map((row) => [`${row.phase} ${row.assignedTo}`, row.n]),
          );
          expect(queue).toEqual(counted((review) => `${phaseOf(review)} ${review.assignedTo}`));
          expect(await store.replay({ repair: false })).toEqual({ checked: ids.length, mismatches: [] });
          expect(verifyChain(articleId, await store.events(articleId))).toBeNull();
        }),
        { numRuns: 40 },
      );
    });
  });

  describe('eight editors at once', () => {
    test('two hundred edits of forty statements: no lost update, every loser told', async () => {
      const editors = Array.from(
        { length: 8 },
        (_, n): Editor => ({ ...JONAS, id: `e${n}`, login: `e${n}` }),
      );
      for (const editor of editors)
        await store.addEditor({ ...editor, passwordHash: null, createdAt: desk.now() });
      const { id: articleId } = await desk.import(storyOf(40));
      const ids = await desk.ids(articleId);
      const edits = Array.from({ length: 200 }, (_, n) => ({
        editor: editors[n % 8]!,
        id: ids[(n * 7) % 40]!,
      }));
      const seen = new Map(ids.map((id) => [id, 0]));
      let told = 0;
      let waiting = edits;
      const won: string[] = [];
      // Every round all editors post at once what they saw; losers read again and try once more.
      for (let round = 0; waiting.length > 0; round++) {
        expect(round).toBeLessThan(10);
        const results = await Promise.allSettled(
          waiting.map(async ({ editor, id }, n) => {
            const checkable = (round + n) % 2 === 0;
            const payload = { checkable, polarity: 'asserted' } as const;
            const { events } = await acts.reclassify(
              desk,
              editor,
              id,
              { version: seen.get(id) ?? 0 },
              payload,
            );
            won.push(events[0]!.id);
          }),
        );
        const losers = waiting.filter((_, n) => results[n]?.status === 'rejected');
        for (const result of results)
          if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'conflict' });
        told += losers.length;
        for (const id of ids) seen.set(id, (await store.review(id)).version);
        waiting = losers;
      }
      expect(won).toHaveLength(200);
      expect(told).toBeGreaterThan(0);
      const events = await store.events(articleId);
      expect(new Set(events.slice(1).map((event) => event.id))).toEqual(new Set(won));
      expect((await store.reviews(articleId)).map((review) => review.version)).toEqual(ids.map(() => 5));
      expect(verifyChain(articleId, events)).toBeNull();
      expect(await store.replay({ repair: false })).toMatchObject({ mismatches: [] });
    });
  });

  describe('people and settings', () => {
    test('an account is found by its sign-in name, changed, disabled, and not made twice', async () => {
      expect(await store.findAccount('amira')).toMatchObject({
        id: AMIRA.id,
        passwordHash: null,
        disabled: false,
      });
      expect(await store.findAccount('nobody')).toBeUndefined();
      await store.changeEditor(JONAS.id, { role: 'lead', passwordHash: 'hash', disabledAt: desk.now() });
      expect(await store.findAccount('jonas')).toMatchObject({
        role: 'lead',
        passwordHash: 'hash',
        disabled: true,
      });
      await store.changeEditor(JONAS.id, { disabledAt: null });
      expect(await store.editor(JONAS.id)).toEqual({ ...JONAS, role: 'lead' });
      await expect(
        store.addEditor({ ...JONAS, id: 'x', passwordHash: null, createdAt: desk.now() }),
      ).rejects.toMatchObject({ code: 'conflict' });
      expect((await store.editors()).map((editor) => editor.name)).toEqual(['Amira Haddad', 'Jonas Weber']);
    });

    test('a desk of one may switch the second signature off', async () => {
      expect(await store.settings()).toMatchObject({ secondSignature: true });
      await store.changeSettings({ secondSignature: false });
      expect(await store.settings()).toMatchObject({ secondSignature: false, deskName: 'The desk' });
      const { id } = await desk.import(storyOf(1));
      const [statement] = await desk.ids(id);
      await acts.confirmAttribution(desk, AMIRA, statement!, await desk.seen(statement!));
      await acts.rate(desk, AMIRA, statement!, await desk.seen(statement!), 'not_checkable', 'A hope.');
      expect(phaseOf(await store.review(statement!))).toBe('done');
    });
  });

  describe('tokens', () => {
    const token = (id: string, editorId: string, createdAt: string) => ({
      id,
      digest: id.repeat(64).slice(0, 64),
      editorId,
      name: `the script ${id}`,
      scope: 'read' as const,
      createdAt,
      usedAt: null,
    });

    test('are found with their person, newest first, and revoked by nobody else', async () => {
      const older = token('a', AMIRA.id, '2026-03-01T08:00:00.000Z');
      const newer = token('b', AMIRA.id, '2026-03-02T08:00:00.000Z');
      const other = token('c', JONAS.id, '2026-03-02T08:00:00.000Z');
      for (const one of [older, newer, other]) await store.addToken(one);
      expect(await store.tokens(AMIRA.id)).toEqual([newer, older]);
      expect(await store.findToken(other.digest)).toEqual({
        token: other,
        editor: await store.editor(JONAS.id),
      });
      expect(await store.findToken('d'.repeat(64))).toBeUndefined();
      await store.touchToken(newer.id, '2026-03-03T08:00:00.000Z');
      expect((await store.findToken(newer.digest))?.token.usedAt).toBe('2026-03-03T08:00:00.000Z');
      expect(await store.revokeToken(JONAS.id, newer.id)).toBe(false);
      expect(await store.revokeToken(AMIRA.id, newer.id)).toBe(true);
      expect(await store.tokens(AMIRA.id)).toEqual([older]);
      await store.revokeTokens(AMIRA.id);
      expect(await store.tokens(AMIRA.id)).toEqual([]);
      expect(await store.tokens(JONAS.id)).toEqual([other]);
    });

    test('are kept by digest, each once', async () => {
      await store.addToken(token('a', AMIRA.id, '2026-03-01T08:00:00.000Z'));
      const again = { ...token('b', JONAS.id, '2026-03-01T08:00:00.000Z'), digest: 'a'.repeat(64) };
      await expect(store.addToken(again)).rejects.toThrow();
      expect((await store.findToken('a'.repeat(64)))?.editor.id).toBe(AMIRA.id);
    });
  });

  describe('mentions', () => {
    const waiting = async (editorId: string) =>
      (await store.mentions(editorId, 10)).map(({ noteId }) => noteId);
    const idOf = ({ events }: { events: readonly { payload: object }[] }): string =>
      (events[0]?.payload as { noteId?: string } | undefined)?.noteId ?? '';

    test('wait for whoever a note calls on, newest first, until read, answered, closed or taken back', async () => {
      const { id: articleId } = await desk.import(storyOf(1));
      const write = (by: Editor, body: string, replyTo: string | null = null) =>
        acts.addNote(desk, by, on(articleId), { body, confidential: false, replyTo, span: null });
      const change = (by: Editor, kind: 'note_resolved' | 'note_withdrawn', noteId: string) =>
        acts.changeNote(desk, by, on(articleId), { kind, payload: { noteId } });
      const first = idOf(await write(AMIRA, 'For @jonas, and for @amira herself.'));
      const second = idOf(await write(AMIRA, '@jonas, too'));
      expect(await waiting(JONAS.id)).toEqual([second, first]);
      expect(await waiting(AMIRA.id)).toEqual([]);
      expect((await store.mentions(JONAS.id, 1))[0]).toMatchObject({
        articleId,
        statementId: null,
        by: AMIRA.id,
      });
      expect(await store.readMention(AMIRA.id, first, desk.now())).toBe(false);
      expect(await store.readMention(JONAS.id, first, desk.now())).toBe(true);
      expect(await store.readMention(JONAS.id, first, desk.now())).toBe(false);
      const reply = idOf(await write(AMIRA, 'Still, @jonas?', second));
      expect(await waiting(JONAS.id)).toEqual([reply, second]);
      await write(JONAS, 'Here.', reply);
      expect(await waiting(JONAS.id)).toEqual([]);
      const third = idOf(await write(AMIRA, '@jonas'));
      await change(AMIRA, 'note_withdrawn', third);
      expect(await waiting(JONAS.id)).toEqual([]);
      const fourth = idOf(await write(AMIRA, '@jonas'));
      await change(JONAS, 'note_resolved', fourth);
      expect(await waiting(JONAS.id)).toEqual([]);
      const fifth = idOf(await write(AMIRA, '@jonas, who reads this and says nothing'));
      await store.readMention(JONAS.id, fifth, desk.now());
      expect(await store.replay({ repair: false })).toMatchObject({ mismatches: [] });
    });
  });

  describe('drafts', () => {
    const draft = (key: string, at = '2026-03-02T09:00:00.000Z') => ({ key, fields: { body: key }, at });

    test('are one person’s, one form’s, found by what they stand on, and replaced', async () => {
      for (const key of ['s1:rated', 's1:noted', 's10:rated', 's:rated'])
        await store.saveDraft(AMIRA.id, draft(key));
      await store.saveDraft(JONAS.id, draft('s1:rated'));
      expect((await store.drafts(AMIRA.id, 's1')).map(({ key }) => key)).toEqual(['s1:noted', 's1:rated']);
      await store.saveDraft(AMIRA.id, { ...draft('s1:rated'), fields: { reason: 'newer' } });
      expect((await store.drafts(AMIRA.id, 's1'))[1]?.fields).toEqual({ reason: 'newer' });
      await store.clearDraft(AMIRA.id, 's1:rated');
      expect(await store.drafts(AMIRA.id, 's1')).toHaveLength(1);
      expect(await store.drafts(JONAS.id, 's1')).toHaveLength(1);
    });

    test('that come after their form was answered are not kept', async () => {
      const { id: articleId } = await desk.import(storyOf(1));
      await acts.addNote(desk, AMIRA, on(articleId), note('sent'), 'key-1');
      await store.saveDraft(AMIRA.id, draft('a:noted'), 'key-1');
      expect(await store.drafts(AMIRA.id, 'a')).toEqual([]);
      await store.saveDraft(JONAS.id, draft('a:noted'), 'key-1');
      expect(await store.drafts(JONAS.id, 'a')).toHaveLength(1);
    });
  });

  describe('codes', () => {
    const LATER = '2100-01-01T00:00:00.000Z';

    test('are voided for one person, whatever was given before', async () => {
      for (const [digest, editorId] of [
        ['a', AMIRA.id],
        ['b', AMIRA.id],
        ['c', JONAS.id],
      ] as const)
        await store.addCode({ digest: digest.repeat(64), editorId, expiresAt: LATER });
      await store.voidCodes(AMIRA.id, desk.now());
      expect(await store.findCode('a'.repeat(64), desk.now(), false)).toBeUndefined();
      expect(await store.findCode('b'.repeat(64), desk.now(), true)).toBeUndefined();
      expect(await store.findCode('c'.repeat(64), desk.now(), true)).toBe(JONAS.id);
      expect(await store.findCode('c'.repeat(64), desk.now(), true)).toBeUndefined();
    });
  });

  describe('one request key', () => {
    test('names one thing: used for another it is refused, and nothing of it is lost in silence', async () => {
      const { id: articleId } = await desk.import(storyOf(2));
      const [one, two] = await desk.ids(articleId);
      await acts.addNote(desk, AMIRA, on(articleId, one), note('first'), 'k');
      const again = await acts.addNote(desk, AMIRA, on(articleId, one), note('first'), 'k');
      expect(again.repeated).toBe(true);
      await expect(acts.addNote(desk, AMIRA, on(articleId, two), note('second'), 'k')).rejects.toMatchObject({
        code: 'invalid',
      });
      await expect(acts.importArticle(desk, AMIRA, importedFrom('It sank.'), 'k')).rejects.toMatchObject({
        code: 'invalid',
      });
      expect((await store.review(one ?? '')).notes).toHaveLength(1);
      expect(await store.articleIds()).toEqual([articleId]);
    });
  });

  describe('reports and files', () => {
    test('a report is kept byte for byte with the head it was built from, and stands in the log', async () => {
      const { id: articleId } = await desk.import(storyOf(1));
      const head = await store.head(articleId);
      const bytes = new Uint8Array([0, 255, 10, 13]);
      const report = {
        id: 'r1',
        articleId,
        format: 'md',
        head,
        sha256: 'a'.repeat(64),
        bytes,
        issuedAt: desk.now(),
        issuedBy: AMIRA.id,
      };
      const draft = draftOf(desk, AMIRA, articleId, null, {
        kind: 'report_issued',
        payload: { reportId: 'r1', format: 'md', sha256: report.sha256, head: head.hash },
      });
      await store.addReport(report, { draft, seen: null });
      const kept = await store.report('r1');
      expect({ ...kept, bytes: new Uint8Array(kept.bytes) }).toEqual(report);
      const { bytes: _bytes, ...summary } = report;
      expect(await store.reports(articleId)).toEqual([summary]);
      expect((await store.events(articleId)).at(-1)).toMatchObject({ kind: 'report_issued' });
    });

    test('the same bytes are kept once', async () => {
      const file = {
        sha256: 'b'.repeat(64),
        size: 1,
        mediaType: 'text/plain',
        bytes: new Uint8Array([1]),
        addedAt: desk.now(),
      };
      await store.addFile(file);
      await store.addFile({ ...file, addedAt: desk.now() });
      expect((await store.file(file.sha256)).addedAt).toBe(file.addedAt);
    });
  });
}

const STEPS = [
  'confirm',
  'dispute',
  'reopen',
  'strike',
  'restore',
  'evidence',
  'withdraw',
  'rate',
  'sign',
  'sendBack',
  'assign',
  'note',
  'reclassify',
  'undo',
] as const;

interface Step {
  readonly what: (typeof STEPS)[number];
  readonly who: Editor;
  readonly rating: (typeof RATINGS)[number];
  readonly stance: 'supports' | 'contradicts';
  readonly origin: string;
}

/** One act, allowed or refused: only a Refusal may come out of it. */
async function attempt(desk: TestDesk, id: string, step: Step): Promise<void> {
  try {
    await perform(desk, id, step);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

async function perform(
  desk: TestDesk,
  id: string,
  { what, who, rating, stance, origin }: Step,
): Promise<unknown> {
  const review = await desk.store.review(id);
  const seen = { version: review.version };
  switch (what) {
    case 'confirm':
      return acts.confirmAttribution(desk, who, id, seen);
    case 'dispute':
      return acts.disputeAttribution(desk, who, id, seen, 'A copy.');
    case 'reopen':
      return acts.reopenAttribution(desk, who, id, seen, null);
    case 'strike':
      return acts.strikeOut(desk, who, id, seen, 'A headline.');
    case 'restore':
      return acts.restore(desk, who, id, seen, null);
    case 'evidence':
      return acts.addEvidence(
        desk,
        who,
        id,
        seen,
        {
          title: 'A log',
          url: null,
          archiveUrl: null,
          stance,
          origin: { name: origin, speakerId: null },
          method: null,
          reliability: 'B',
          credibility: 2,
        },
        null,
      );
    case 'withdraw': {
      const evidenceId = review.evidence.find((item) => !item.withdrawn)?.id ?? 'none';
      return acts.withdrawEvidence(desk, who, id, seen, { evidenceId, reason: 'Forged.' });
    }
    case 'rate':
      return acts.rate(desk, who, id, seen, rating, 'Seen.');
    case 'sign':
      return acts.signOff(desk, who, id, seen, signOffDigest(review));
    case 'sendBack':
      return acts.sendBack(desk, who, id, seen, 'Look again.');
    case 'assign':
      return acts.assign(desk, AMIRA, id, seen, who.id, null);
    case 'note':
      return acts.addNote(
        desk,
        who,
        { articleId: review.articleId, statementId: id },
        { body: 'Hm.', confidential: false, replyTo: null, span: null, mentions: [] },
      );
    case 'reclassify':
      return acts.reclassify(desk, who, id, seen, { checkable: !review.checkable, polarity: 'asserted' });
    case 'undo':
      return acts.undo(desk, who, id, seen);
  }
}
