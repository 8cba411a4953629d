// Does a page of the queue cost the same on a desk of a thousand statements and of a million? Rows are written straight
// into a database of that size; what is timed is the store.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { untouched } from '../src/core/review.js';
import { openDatabase } from '../src/store/open.js';
import { sqliteStore } from '../src/store/sqlite-store.js';
import { addNote, type Desk } from '../src/workflow.js';
import { aNote, benchDesk, EDITOR, statementsOf, type Target } from './a-desk.ts';

const SIZES = [1_000, 10_000, 100_000, 1_000_000];
const PER_ARTICLE = 40;
const TIMES = 300;
/** Rows asked for: few enough that a desk of a thousand statements fills the page under every filter. */
const PAGE = 25;

const folder = mkdtempSync(join(tmpdir(), 'whosaid-bench-'));
try {
  const db = openDatabase(join(folder, 'desk.db'));
  const store = sqliteStore(db);
  const desk = await benchDesk(store);
  const targets = await statementsOf(desk, 10, PER_ARTICLE);
  let first: Map<string, number> | undefined;
  let filled = 0;
  for (const size of SIZES) {
    fill(db, filled, size);
    filled = size;
    const medians = await measure(desk, targets, size);
    first ??= medians;
    console.log(`${size.toLocaleString('en')} statements`);
    for (const [name, median] of medians) {
      const ratio = median / (first.get(name) ?? median);
      console.log(
        `  ${name}: ${median.toFixed(3)} ms, ${ratio.toFixed(2)} times that of ${SIZES[0]?.toLocaleString('en')}`,
      );
    }
  }
  await store.close();
} finally {
  rmSync(folder, { recursive: true });
}

async function measure(desk: Desk, targets: readonly Target[], size: number): Promise<Map<string, number>> {
  const { store } = desk;
  let posted = 0;
  const post = () => {
    const n = posted++;
    return addNote(desk, EDITOR, targets[n % targets.length]!, aNote(n));
  };
  const middle = Buffer.from(JSON.stringify([timeOf(size / 2), 's'])).toString('base64url');
  const asked: [string, () => Promise<unknown>][] = [
    ['queue, first page', () => store.queue({ limit: PAGE })],
    ['queue, a page in the middle', () => store.queue({ limit: PAGE, after: middle })],
    ['queue, waiting for a second signature', () => store.queue({ limit: PAGE, phase: 'awaiting_second' })],
    ['queue, one editor', () => store.queue({ limit: PAGE, assignedTo: 'e' })],
    ['queue, one editor and phase', () => store.queue({ limit: PAGE, assignedTo: 'e', phase: 'fell_back' })],
    ['queue, not checkable', () => store.queue({ limit: PAGE, checkable: false })],
    [
      'queue, untouched and not checkable',
      () => store.queue({ limit: PAGE, phase: 'untouched', checkable: false }),
    ],
    ['queue, one speaker', () => store.queue({ limit: PAGE, speakerId: 'r7' })],
    ['queue counts', () => store.queueCounts()],
    ['list of articles', () => store.articles({ limit: 20 })],
    ['a note posted', post],
    ['one article’s summary', () => store.articleSummary('a0000003')],
  ];
  const medians = new Map<string, number>();
  for (const [name, ask] of asked) {
    for (let n = 0; n < 20; n++) await ask();
    const times: number[] = [];
    for (let n = 0; n < TIMES; n++) {
      const start = performance.now();
      await ask();
      times.push(performance.now() - start);
    }
    medians.set(name, times.toSorted((a, b) => a - b)[TIMES / 2] ?? 0);
  }
  return medians;
}

function timeOf(n: number): string {
  return new Date(Date.UTC(2026, 0, 1) + n * 1000).toISOString();
}

/** Adds statements `from` to `to`, forty an article, in every phase. */
function fill(db: Database, from: number, to: number): void {
  db.pragma('synchronous = OFF');
  const digest = 'a'.repeat(64);
  const article = db.prepare(`
    INSERT INTO articles (id, story_id, version, title, language, text, text_sha256, source_sha256, source_media_type,
                          imported_at, imported_by)
    VALUES (?, ?, 1, 'A story', 'en', 'It sank.', ?, ?, 'text/plain', ?, 'e')`);
  const standing = db.prepare(`
    INSERT INTO article_reviews (article_id, version, superseded, changed_at, state) VALUES (?, 1, 0, ?, '{}')`);
  const statement = db.prepare(`
    INSERT INTO statements (id, article_id, ordinal, origin, engine, kind, spans, speaker_name, speaker_type, speaker_more,
                            via, polarity, checkable, confidence)
    VALUES (?, ?, ?, 'extracted', 'bench 1', 'narration', '{"source":[],"cue":[],"content":[[0,8]]}', 'Gazette',
            'publisher', '{}', '[]', 'asserted', ?, 1)`);
  const review = db.prepare(`
    INSERT INTO reviews (statement_id, article_id, version, phase, attribution, rating, checkable, speaker_name,
                         speaker_id, assigned_to, changed_at, day, superseded, state)
    VALUES (?, ?, ?, ?, 'unchecked', 'unchecked', ?, 'Gazette', ?, ?, ?, '', 0, ?)`);
  db.transaction(() => {
    if (from === 0) db.prepare(`INSERT INTO files VALUES (?, 1, 'text/plain', x'00', '')`).run(digest);
    for (let n = from; n < to; n++) {
      const at = timeOf(n);
      const articleId = `a${String(Math.floor(n / PER_ARTICLE)).padStart(7, '0')}`;
      if (n % PER_ARTICLE === 0) {
        article.run(articleId, articleId, digest, digest, at);
        standing.run(articleId, at);
      }
      const id = `s${String(n).padStart(8, '0')}`;
      const checkable = n % 25 === 0 ? 0 : 1;
      statement.run(id, articleId, (n % PER_ARTICLE) + 1, checkable);
      const phase = phaseOf(n);
      review.run(
        id,
        articleId,
        phase === 'untouched' ? 0 : 1,
        phase,
        checkable,
        `r${n % 10}`,
        n % 2 === 0 ? 'e' : null,
        at,
        phase === 'untouched' ? null : stateOf(id, articleId),
      );
    }
    db.exec(`
      DELETE FROM article_counts;
      DELETE FROM queue_counts;
      INSERT INTO article_counts SELECT article_id, phase, rating, count(*) FROM reviews GROUP BY 1, 2, 3;
      INSERT INTO queue_counts SELECT phase, coalesce(assigned_to, ''), count(*) FROM reviews GROUP BY 1, 2;`);
  })();
  db.pragma('synchronous = FULL');
}

function phaseOf(n: number): string {
  return n % 100 < 70
    ? 'untouched'
    : (['under_way', 'awaiting_second', 'fell_back', 'done'][n % 4] ?? 'done');
}

function stateOf(id: string, articleId: string): string {
  return JSON.stringify(
    untouched(
      id,
      articleId,
      {
        kind: 'narration',
        content: [{ start: 0, end: 8 }],
        cue: [],
        source: [],
        speaker: { name: 'Gazette', type: 'publisher', role: null, affiliation: null },
        via: [],
        channel: null,
        saidOn: null,
        polarity: 'asserted',
        checkable: true,
        confidence: 1,
      },
      'It sank.',
    ),
  );
}
