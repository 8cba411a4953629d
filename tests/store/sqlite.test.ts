// What the embedded store must do beyond the contract: settings that survive a power cut, guards in the database itself,
// proofs against tampering, and query plans that stay flat.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '../../src/core/digest.js';
import { chain } from '../../src/core/log.js';
import { verifyArticle } from '../../src/core/verify-article.js';
import { migrate, migrations } from '../../src/store/migrate.js';
import { openDatabase } from '../../src/store/open.js';
import { rowTypes, schemaSql } from '../../src/store/schema.js';
import { sqliteStore } from '../../src/store/sqlite-store.js';
import { draftOf } from '../../src/workflow/desk.js';
import { addNote, confirmAttribution } from '../../src/workflow.js';
import { AMIRA, JONAS, storyOf, type TestDesk, testDesk } from './a-desk.js';
import { storeContract } from './contract.js';

describe('the SQLite store', () => {
  storeContract(async () => sqliteStore(openDatabase(':memory:')));
});

describe('a database file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'whosaid-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('is opened with WAL, full synchronisation and foreign keys', () => {
    const db = openDatabase(join(folder, 'desk.db'));
    const pragma = (name: string) => db.pragma(name, { simple: true });
    expect(pragma('journal_mode')).toBe('wal');
    expect(pragma('synchronous')).toBe(2);
    expect(pragma('foreign_keys')).toBe(1);
    expect(pragma('busy_timeout')).toBe(5000);
    db.close();
  });

  test('is migrated once: a second opening does nothing', () => {
    const path = join(folder, 'desk.db');
    const first = new Sqlite(path);
    expect(migrate(first)).toEqual(migrations().map((migration) => migration.name));
    const before = schemaSql(first);
    expect(migrate(first)).toEqual([]);
    const second = new Sqlite(path);
    expect(migrate(second)).toEqual([]);
    expect(schemaSql(second)).toBe(before);
    first.close();
    second.close();
  });

  test('refuses a migration that was edited after it was applied', () => {
    const db = openDatabase(join(folder, 'desk.db'));
    db.prepare('UPDATE migrations SET sha256 = ? WHERE name = ?').run('0'.repeat(64), migrations()[0]?.name);
    expect(() => migrate(db)).toThrow(/001-foundation\.sql was edited/);
    db.close();
  });

  test('refuses data of a newer Whosaid', () => {
    const db = openDatabase(join(folder, 'desk.db'));
    db.prepare('INSERT INTO migrations (name, sha256) VALUES (?, ?)').run('999-later.sql', 'x');
    expect(() => migrate(db)).toThrow(/newer Whosaid.*999-later/);
    db.close();
  });

  test('may be open twice: the terminal and the server never overtake each other', async () => {
    const path = join(folder, 'desk.db');
    const [server, terminal] = [sqliteStore(openDatabase(path)), sqliteStore(openDatabase(path))];
    const desk = await testDesk(server);
    const other = { ...desk, store: terminal };
    const { id } = await desk.import(storyOf(2));
    const [first] = await desk.ids(id);
    const stale = await desk.seen(first!);
    await confirmAttribution(other, AMIRA, first!, stale);
    await expect(confirmAttribution(desk, AMIRA, first!, stale)).rejects.toMatchObject({ code: 'conflict' });
    await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        addNote(n % 2 ? desk : other, AMIRA, { articleId: id, statementId: first! }, aNote(`Note ${n}`)),
      ),
    );
    expect((await server.review(first!)).notes).toHaveLength(40);
    const [article, statements, events] = [
      await server.article(id),
      await server.statements(id),
      await terminal.events(id),
    ];
    expect(verifyArticle({ article, statements, events, printed: [] })).toBeNull();
    expect((await terminal.replay({ repair: false })).mismatches).toEqual([]);
    await terminal.close();
    await server.close();
  });

  test('is copied whole while it is written to', async () => {
    const store = sqliteStore(openDatabase(join(folder, 'desk.db')));
    const desk = await testDesk(store);
    const { id } = await desk.import(storyOf(5));
    const copying = store.backup(join(folder, 'copy.db'));
    await addNote(desk, AMIRA, { articleId: id, statementId: null }, aNote('During the copy.'));
    await copying;
    const copy = sqliteStore(openDatabase(join(folder, 'copy.db')));
    expect(await copy.statements(id)).toEqual(await store.statements(id));
    expect(await copy.replay({ repair: false })).toMatchObject({ checked: 5, mismatches: [] });
    await copy.close();
    await store.close();
  });
});

const aNote = (body: string) => ({ body, confidential: false, replyTo: null, span: null, mentions: [] });

/** Calls on whom its words name. */
const calling = (body: string) => ({ body, confidential: false, replyTo: null, span: null });

describe('in the database itself', () => {
  let db: Database;
  let desk: TestDesk;
  let articleId: string;
  beforeEach(async () => {
    db = openDatabase(':memory:');
    desk = await testDesk(sqliteStore(db));
    ({ id: articleId } = await desk.import(storyOf(3)));
    const report = {
      id: 'r1',
      articleId,
      format: 'md',
      head: await desk.store.head(articleId),
      sha256: 'a'.repeat(64),
    };
    const draft = draftOf(desk, AMIRA, articleId, null, {
      kind: 'report_issued',
      payload: { reportId: 'r1', format: 'md', sha256: report.sha256, head: report.head.hash },
    });
    const issued = { bytes: new Uint8Array([1]), issuedAt: desk.now(), issuedBy: AMIRA.id };
    await desk.store.addReport({ ...report, ...issued }, { draft, seen: null });
  });
  afterEach(() => db.close());

  const APPEND_ONLY = ['files', 'articles', 'blocks', 'statements', 'events', 'reports'];

  describe.each(APPEND_ONLY)('%s are append-only', (table) => {
    const refusal = new RegExp(`${table} are append-only`);
    const columnsOf = () =>
      (db.pragma(`table_info(${table})`) as { name: string; pk: number }[]).map((column) => ({
        ...column,
        quoted: `"${column.name}"`,
      }));
    const snapshot = () => db.prepare(`SELECT * FROM ${table}`).all();

    test('against update, delete and replacing by key', () => {
      const before = snapshot();
      expect(before.length).toBeGreaterThan(0);
      const columns = columnsOf();
      const [first] = columns;
      const list = columns.map((column) => column.quoted).join();
      for (const sql of [
        `UPDATE ${table} SET ${first?.quoted} = ${first?.quoted}`,
        `UPDATE OR REPLACE ${table} SET ${first?.quoted} = ${first?.quoted}`,
        `DELETE FROM ${table}`,
        `INSERT OR REPLACE INTO ${table} (${list}) SELECT ${list} FROM ${table} LIMIT 1`,
        `REPLACE INTO ${table} (${list}) SELECT ${list} FROM ${table} LIMIT 1`,
      ])
        expect(() => db.prepare(sql).run(), sql).toThrow(refusal);
      expect(snapshot()).toEqual(before);
    });

    test('against replacing by the hidden row number, or by another unique key', () => {
      const before = snapshot();
      const columns = columnsOf();
      const key = columns.find((column) => column.pk === 1)?.name;
      const withoutRowid = ['blocks', 'statements'].includes(table);
      const list = columns.map((column) => column.quoted).join();
      const fresh = columns
        .map((column) => (column.name === key ? `'f' || ${column.quoted}` : column.quoted))
        .join();
      if (!withoutRowid)
        expect(() =>
          db
            .prepare(
              `INSERT OR REPLACE INTO ${table} (rowid, ${list}) SELECT rowid, ${fresh} FROM ${table} LIMIT 1`,
            )
            .run(),
        ).toThrow(refusal);
      const uniqueElsewhere = ['articles', 'events'].includes(table);
      if (uniqueElsewhere)
        expect(() =>
          db.prepare(`INSERT OR REPLACE INTO ${table} (${list}) SELECT ${fresh} FROM ${table} LIMIT 1`).run(),
        ).toThrow(refusal);
      expect(snapshot()).toEqual(before);
    });
  });

  const tampered: [string, string][] = [
    [
      'what a review says',
      `UPDATE reviews SET state = replace(state, '"rating":"unchecked"', '"rating":"verified"')`,
    ],
    ['a review that is no JSON any more', `UPDATE reviews SET state = '{' WHERE version > 0`],
    ['the column a queue is sorted by', `UPDATE reviews SET phase = 'done'`],
    ['that a text is superseded', `UPDATE reviews SET superseded = 1`],
    ['the time of a change', `UPDATE reviews SET changed_at = '2020-01-01'`],
    ['a review that is gone', `DELETE FROM reviews`],
    ['an article’s standing', `UPDATE article_reviews SET superseded = 1`],
    ['an article’s counters', `UPDATE article_counts SET n = n + 1`],
    ['a queue’s counters', `DELETE FROM queue_counts`],
    ['a mention that is gone', `DELETE FROM mentions WHERE read_at IS NULL`],
    ['whom a mention calls on', `UPDATE mentions SET editor_id = 'editor-amira' WHERE read_at IS NULL`],
    ['where a mention stands', `UPDATE mentions SET statement_id = NULL WHERE statement_id IS NOT NULL`],
    ['the thread of a mention', `UPDATE mentions SET thread_id = note_id || 'x'`],
    ['an answered mention that waits again', `UPDATE mentions SET read_at = NULL WHERE read_at IS NOT NULL`],
    [
      'a mention that no note makes',
      `INSERT INTO mentions SELECT editor_id, 'made up', 'made up', article_id, statement_id, by, at, NULL FROM mentions LIMIT 1`,
    ],
  ];
  test.each(tampered)('replay finds and repairs %s', async (_name, sql) => {
    const [first] = await desk.ids(articleId);
    await confirmAttribution(desk, AMIRA, first!, await desk.seen(first!));
    await addNote(desk, AMIRA, { articleId, statementId: null }, calling('@jonas, the port?'));
    const asked = await addNote(
      desk,
      AMIRA,
      { articleId, statementId: first! },
      calling('@jonas, the crane?'),
    );
    const { noteId } = asked.events[0]!.payload as { noteId: string };
    const answer = { ...aNote('It stands.'), replyTo: noteId };
    await addNote(desk, JONAS, { articleId, statementId: first! }, answer);
    const tables = ['reviews', 'article_reviews', 'mentions', 'article_counts', 'queue_counts'];
    const state = () => tables.map((table) => db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2, 3`).all());
    await desk.store.replay({ repair: true });
    const before = state();
    expect(db.prepare(sql).run().changes).toBeGreaterThan(0);
    const found = await desk.store.replay({ repair: false });
    expect(found.mismatches.length).toBeGreaterThan(0);
    expect(state()).not.toEqual(before);
    expect((await desk.store.replay({ repair: true })).mismatches.length).toBeGreaterThan(0);
    expect(await desk.store.replay({ repair: false })).toEqual({ checked: 3, mismatches: [] });
    expect(state().slice(0, 3)).toEqual(before.slice(0, 3));
  });

  test('whoever drops the guards and alters the log is found by its chain', async () => {
    const [first] = await desk.ids(articleId);
    await addNote(desk, AMIRA, { articleId, statementId: first! }, aNote('He never rang.'));
    const verify = async () =>
      verifyArticle({
        article: await desk.store.article(articleId),
        statements: await desk.store.statements(articleId),
        events: await desk.store.events(articleId),
        printed: (await desk.store.reports(articleId)).map((report) => report.head),
      });
    expect(await verify()).toBeNull();
    db.exec('DROP TRIGGER events_no_update; DROP TRIGGER events_no_delete');
    db.exec('SAVEPOINT honest');
    const alterations = [
      [
        `UPDATE events SET payload = replace(payload, 'never rang', 'rang') WHERE kind = 'noted'`,
        /was altered/,
      ],
      [`UPDATE events SET by = '${'editor-jonas'}' WHERE kind = 'noted'`, /was altered/],
      [`UPDATE events SET at = '2020-01-01' WHERE seq = 2`, /event 2 was altered/],
      ['DELETE FROM events WHERE seq = 2', /event 2 is missing/],
      ['DELETE FROM events WHERE seq >= 1', /cut off/],
    ] as const;
    for (const [sql, sentence] of alterations) {
      expect(db.prepare(sql).run().changes, sql).toBeGreaterThan(0);
      expect(await verify(), sql).toMatch(sentence);
      db.exec('ROLLBACK TO honest');
    }
    expect(await verify()).toBeNull();
  });

  test('a forged event cannot take a place in the chain that is taken', async () => {
    const [first] = await desk.store.events(articleId);
    const forged = chain({ seq: 0, hash: first!.previous }, { ...first!, id: 'forged', by: 'editor-jonas' });
    expect(() =>
      db
        .prepare(
          `INSERT OR REPLACE INTO events (id, article_id, seq, statement_id, at, by, kind, confidential, payload, salt,
             payload_digest, previous, hash)
           VALUES ('forged', ?, 1, NULL, ?, 'editor-jonas', 'imported', 0, '{}', '', ?, ?, ?)`,
        )
        .run(articleId, first!.at, forged.payloadDigest, forged.previous, forged.hash),
    ).toThrow(/append-only/);
  });

  test('a word the domain does not know is refused', () => {
    for (const sql of [
      `UPDATE reviews SET phase = 'somewhere'`,
      `UPDATE reviews SET rating = 'true'`,
      `UPDATE editors SET role = 'owner'`,
      `UPDATE article_counts SET n = -1`,
      `UPDATE reviews SET state = '{}' WHERE version = 0`,
    ])
      expect(() => db.prepare(sql).run(), sql).toThrow(/CHECK/);
  });
});

describe('what is generated is fresh', () => {
  const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  const unspaced = (text: string) => text.replace(/\s+/g, ' ');

  test('db/schema.sql and src/store/rows.ts are what `npm run schema` writes', () => {
    const db = openDatabase(':memory:');
    expect(read('db/schema.sql')).toBe(schemaSql(db));
    expect(unspaced(read('src/store/rows.ts'))).toBe(unspaced(rowTypes(db)));
    db.close();
  });
});

describe('query plans', () => {
  /** Every statement the store prepares, as it opens. */
  function preparedBy(db: Database): string[] {
    const prepared: string[] = [];
    const prepare = db.prepare.bind(db);
    db.prepare = ((sql: string) => {
      prepared.push(sql);
      return prepare(sql);
    }) as Database['prepare'];
    sqliteStore(db);
    db.prepare = prepare as Database['prepare'];
    return prepared;
  }

  const planOf = (db: Database, sql: string): string[] => {
    const names = [...sql.matchAll(/@(\w+)/g)].map((match) => [match[1], null]);
    const values =
      names.length > 0 ? [Object.fromEntries(names)] : Array(sql.split('?').length - 1).fill(null);
    const rows = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[];
    return rows.map((row) => row.detail);
  };

  // Tables whose size does not grow with articles, and the proofs, which read everything on purpose.
  // SQLite calls every visit to a full-text index a scan; what follows the colon says that it is a look-up by row or word.
  const SMALL =
    /^SCAN (?:settings|editors|webhooks|queue_counts|sessions|codes|tries|CONSTANT ROW|(?:search|fingerprint)_index VIRTUAL TABLE INDEX \d+:[=M])/;
  const PROOF =
    /FROM reviews(?: WHERE superseded = 0)?\s+GROUP BY|SELECT id FROM articles ORDER BY|^\s*DELETE FROM (?:article|queue)_counts/;

  // One person's sessions and drafts, one name's speakers, and one speaker's tally over the index made for it.
  const OF_ONE =
    /FROM (?:editors|sessions|drafts|speakers|speaker_keys)\b|count\(\*\) AS n FROM reviews\s+WHERE speaker_id = \?/;

  test('neither scan nor sort what grows, whatever the filter', () => {
    const db = openDatabase(':memory:');
    const sqls = preparedBy(db).filter((sql) => !PROOF.test(sql));
    expect(sqls.filter((sql) => sql.includes('ORDER BY reviews.changed_at')).length).toBe(14);
    const bad = sqls.flatMap((sql) =>
      planOf(db, sql)
        .filter((line) => (line.startsWith('SCAN') && !SMALL.test(line)) || line.includes('TEMP B-TREE'))
        .filter(() => !OF_ONE.test(sql))
        .map((line) => `${line}: ${sql.replace(/\s+/g, ' ').trim()}`),
    );
    expect(bad).toEqual([]);
    db.close();
  });
});

test('a migration’s digest is of its file', () => {
  const db = openDatabase(':memory:');
  const kept = db.prepare('SELECT name, sha256 FROM migrations ORDER BY name').all();
  expect(kept).toEqual(migrations().map(({ name, sql }) => ({ name, sha256: sha256(sql) })));
  db.close();
});
