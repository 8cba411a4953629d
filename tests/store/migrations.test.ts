// Data written by earlier versions: what an older schema held is put into it, brought to today's, and must be what it was.
import type { Database } from 'better-sqlite3';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '../../src/core/digest.js';
import { bandsOf } from '../../src/core/duplicates/bands.js';
import { decodeFingerprint } from '../../src/core/duplicates/fingerprint-bytes.js';
import type { Span } from '../../src/core/span.js';
import type { ExtractedStatement } from '../../src/core/statement.js';
import { migrate, migrations } from '../../src/store/migrate.js';
import { openDatabase } from '../../src/store/open.js';
import { sqliteStore } from '../../src/store/sqlite-store.js';
import {
  addEvidence,
  addNote,
  assign,
  confirmAttribution,
  importVersion,
  strikeOut,
} from '../../src/workflow.js';
import { AMIRA, importedFrom, JONAS, type TestDesk, testDesk } from './a-desk.js';

type Row = Record<string, unknown>;

const OF_014 = ['statements', 'reviews', 'search_rows', 'fingerprints'];

describe('a desk kept before rows became leaner', () => {
  let now: Database;
  let before: Database;
  let desk: TestDesk;

  beforeEach(async () => {
    now = openDatabase(':memory:');
    desk = await aBusyDesk(now);
    before = await olderCopy(now);
  });
  afterEach(() => {
    now.close();
    before.close();
  });

  test('has the same rows afterwards', () => {
    expect(migrate(before)).toContain('014-leaner-rows.sql');
    for (const table of tablesOf(now)) expect(rowsOf(before, table), table).toEqual(rowsOf(now, table));
    expect(before.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  test('is read, searched, recognised and proven as before', async () => {
    migrate(before);
    const store = sqliteStore(before);
    const kept = desk.store;
    for (const id of await kept.articleIds()) {
      expect(await store.statements(id)).toEqual(await kept.statements(id));
      expect(await store.reviews(id)).toEqual(await kept.reviews(id));
      const { text } = await kept.article(id);
      expect((await store.alikeArticles(text)).map(({ article }) => article.id)).toContain(id);
    }
    const hits = await store.search('ferry', { withConfidential: true }, 50);
    expect(hits.length).toBeGreaterThan(4);
    expect(hits).toEqual(await kept.search('ferry', { withConfidential: true }, 50));
    expect(await store.queue({})).toEqual(await kept.queue({}));
    expect((await store.replay({ repair: false })).mismatches).toEqual([]);
  });

  test('is left as it was where a row refers to nothing', () => {
    before.pragma('foreign_keys = OFF');
    before.prepare('DELETE FROM article_counts').run();
    before.prepare(`INSERT INTO article_counts VALUES ('nobody’s', 'untouched', 'unchecked', 1)`).run();
    before.pragma('foreign_keys = ON');
    expect(() => migrate(before)).toThrow(/refers to one that is gone.*restore a backup/);
    expect(tablesOf(before)).toContain('spans');
    expect(before.pragma('foreign_keys', { simple: true })).toBe(1);
  });
});

/** Two articles, a newer version, and something of everything an editor leaves behind. */
async function aBusyDesk(db: Database): Promise<TestDesk> {
  const desk = await testDesk(sqliteStore(db));
  const text =
    '“The ferry sank,” said Ana Moreno. (It was old.) The mayor hopes for a new one. Nobody was hurt.';
  const quoted = await desk.extract({ text, blocks: [], publishedOn: null, publisher: null });
  const found: ExtractedStatement[] = quoted.map((one, index) => (index === 0 ? ofMoreno(text, one) : one));
  const { id } = await desk.import(text, { found });
  const [first, second, third] = await desk.ids(id);
  const on = { articleId: id, statementId: first! };
  await confirmAttribution(desk, AMIRA, first!, await desk.seen(first!));
  await addNote(desk, AMIRA, on, aNote('@jonas, who owns the ferry?'));
  await addNote(
    desk,
    AMIRA,
    { articleId: id, statementId: null },
    { ...aNote('A ferry again.'), confidential: true },
  );
  const item = {
    title: 'The ferry’s log',
    url: null,
    archiveUrl: null,
    stance: 'supports' as const,
    origin: { name: 'Harbour office', speakerId: null },
    method: null,
    reliability: 'B' as const,
    credibility: 2 as const,
  };
  await addEvidence(desk, JONAS, first!, await desk.seen(first!), item, null);
  await assign(desk, AMIRA, second!, await desk.seen(second!), JONAS.id, null);
  await strikeOut(desk, AMIRA, third!, await desk.seen(third!), 'An opinion.');
  await importVersion(desk, AMIRA, id, importedFrom(`${text} The ferry will be raised.`));
  await desk.import('The ferry of another harbour was on time. The weather was fair.');
  return desk;
}

const aNote = (body: string) => ({ body, confidential: false, replyTo: null, span: null });

const spanOf = (text: string, exact: string): Span => {
  const start = text.indexOf(exact);
  return { start, end: start + exact.length };
};

const ofMoreno = (text: string, statement: ExtractedStatement): ExtractedStatement => ({
  ...statement,
  kind: 'direct',
  content: [spanOf(text, 'The ferry'), spanOf(text, 'sank')],
  cue: [spanOf(text, 'said')],
  source: [spanOf(text, 'Ana Moreno')],
  speaker: { name: 'Ana Moreno', type: 'person', role: 'mayor', affiliation: null },
});

/** The same desk as migrations 1 to 13 kept it: spans and every review's state in rows of their own, bands one a row. */
async function olderCopy(now: Database): Promise<Database> {
  const before = new Sqlite(':memory:');
  before.exec('CREATE TABLE migrations (name TEXT PRIMARY KEY NOT NULL, sha256 TEXT NOT NULL) STRICT');
  for (const { name, sql } of migrations().filter(({ name }) => name < '014')) {
    before.exec(sql);
    before.prepare('INSERT INTO migrations VALUES (?, ?)').run(name, sha256(sql));
  }
  before.pragma('foreign_keys = OFF');
  for (const table of tablesOf(now))
    if (!OF_014.includes(table) && table !== 'migrations') insertAll(before, table, rowsOf(now, table));
  const store = sqliteStore(now);
  for (const { spans, ...row } of rowsOf(now, 'statements')) {
    insertAll(before, 'statements', [row]);
    for (const [part, pairs] of Object.entries(
      JSON.parse(String(spans)) as Record<string, [number, number][]>,
    ))
      insertAll(
        before,
        'spans',
        pairs.map(([start, end], ordinal) => ({ statement_id: row.id, part, ordinal, start, end })),
      );
  }
  const articleOf = new Map<unknown, unknown>();
  for (const row of rowsOf(now, 'reviews')) {
    articleOf.set(row.statement_id, row.article_id);
    insertAll(before, 'reviews', [
      { ...row, state: JSON.stringify(await store.review(String(row.statement_id))) },
    ]);
  }
  for (const row of rowsOf(now, 'search_rows')) {
    const statement = row.kind === 'statement' ? row.ref : row.statement_id;
    const article = row.kind === 'article' ? row.ref : (row.article_id ?? articleOf.get(statement));
    insertAll(before, 'search_rows', [{ ...row, statement_id: statement, article_id: article }]);
  }
  const words = now.prepare('SELECT rowid, words FROM search_index').all() as Row[];
  insertAll(before, 'search_index', words);
  for (const { article_id, bytes } of rowsOf(now, 'fingerprints')) {
    insertAll(before, 'fingerprints', [{ article_id, bytes }]);
    for (const band of new Set(bandsOf(decodeFingerprint(bytes as Uint8Array))))
      insertAll(before, 'fingerprint_bands', [{ band, article_id }]);
  }
  before.pragma('foreign_keys = ON');
  expect(before.pragma('foreign_key_check')).toEqual([]);
  return before;
}

const tablesOf = (db: Database): string[] =>
  (
    db
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT%' ORDER BY name`)
      .all() as { name: string }[]
  ).map(({ name }) => name);

const rowsOf = (db: Database, table: string): Row[] =>
  db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all() as Row[];

function insertAll(db: Database, table: string, rows: readonly Row[]): void {
  for (const row of rows) {
    const columns = Object.keys(row);
    db.prepare(
      `INSERT INTO ${table} (${columns.map((name) => `"${name}"`).join()}) VALUES (${columns.map(() => '?').join()})`,
    ).run(...Object.values(row));
  }
}
