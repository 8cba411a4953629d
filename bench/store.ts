// One annotation posted, beside a bare insert in the same database and the same run, with sixteen writers at once.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { openDatabase } from '../src/store/open.js';
import { sqliteStore } from '../src/store/sqlite-store.js';
import { addNote } from '../src/workflow.js';
import { aNote, benchDesk, EDITOR, statementsOf } from './a-desk.ts';

const WRITERS = 16;
const ROUNDS = 250;
const STATEMENTS = 40;
const ARTICLES = 10;

const folder = mkdtempSync(join(tmpdir(), 'whosaid-bench-'));
try {
  const db = openDatabase(join(folder, 'desk.db'));
  const store = sqliteStore(db);
  const desk = await benchDesk(store);
  const targets = await statementsOf(desk, ARTICLES, STATEMENTS);
  db.exec('CREATE TABLE bare (id TEXT PRIMARY KEY NOT NULL, body TEXT NOT NULL) STRICT');
  const insert = db.prepare('INSERT INTO bare (id, body) VALUES (?, ?)');

  const note = (n: number) => addNote(desk, EDITOR, targets[n % targets.length]!, aNote(n), `form-${n}`);
  const bare = async (n: number) => insert.run(uuidv7(), aNote(n).body);

  const times: Record<'note' | 'bare', number[]> = { note: [], bare: [] };
  for (let round = 0; round < ROUNDS + 20; round++)
    for (const [name, post] of [
      ['note', note],
      ['bare', bare],
    ] as const) {
      const taken = await together(round, post);
      if (round >= 20) times[name].push(...taken);
    }
  const rows = (['note', 'bare'] as const).map((name) => ({
    name,
    p50: at(times[name], 0.5),
    p99: at(times[name], 0.99),
  }));
  for (const { name, p50, p99 } of rows)
    console.log(
      `${name}: p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms (${WRITERS} at once, ${times[name].length} posts)`,
    );
  const [annotation, insertAlone] = rows;
  console.log(
    `ratio to a bare insert: p50 ${(annotation!.p50 / insertAlone!.p50).toFixed(2)}, p99 ${(annotation!.p99 / insertAlone!.p99).toFixed(2)}`,
  );
  await store.close();
} finally {
  rmSync(folder, { recursive: true });
}

/** Sixteen posts that arrive at one moment; each one's time runs from that moment, so waiting for the others counts. */
async function together(round: number, post: (n: number) => Promise<unknown>): Promise<number[]> {
  const arrived = performance.now();
  return Promise.all(
    Array.from({ length: WRITERS }, async (_, writer) => {
      await new Promise((resolve) => setImmediate(resolve));
      await post(round * WRITERS + writer);
      return performance.now() - arrived;
    }),
  );
}

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
