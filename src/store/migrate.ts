// Brings a database to today's schema: numbered .sql files, forward only, each in one transaction.
import { readdirSync, readFileSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { sha256 } from '../core/digest.js';
import { conflict } from '../core/errors.js';

const FOLDER = new URL('../../db/migrations/', import.meta.url);

export interface Migration {
  readonly name: string;
  readonly sql: string;
}

export const migrations = (): readonly Migration[] =>
  readdirSync(FOLDER)
    .filter((name) => /^\d{3}-[a-z0-9-]+\.sql$/.test(name))
    .sort()
    .map((name) => ({ name, sql: readFileSync(new URL(name, FOLDER), 'utf8') }));

/** Applies what is missing and returns the names of what was applied. Refuses a database newer than this program. */
export function migrate(db: Database): readonly string[] {
  db.exec(
    'CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY NOT NULL, sha256 TEXT NOT NULL) STRICT',
  );
  const known = migrations();
  const applied = new Map(
    (db.prepare('SELECT name, sha256 FROM migrations').all() as { name: string; sha256: string }[]).map(
      (row) => [row.name, row.sha256],
    ),
  );
  for (const name of applied.keys())
    if (!known.some((migration) => migration.name === name))
      throw conflict(
        `This data was written by a newer Whosaid (it has ${name}). Install that version to open it.`,
      );
  const missing = known.flatMap(({ name, sql }) => {
    const digest = sha256(sql);
    const before = applied.get(name);
    if (before !== undefined && before !== digest)
      throw conflict(`Migration ${name} was edited after it was applied. Restore the file.`);
    return before === digest ? [] : [{ name, sql, digest }];
  });
  if (missing.length === 0) return [];
  const enforced = db.pragma('foreign_keys', { simple: true });
  // A table that others refer to can only be rebuilt with foreign keys off; each migration is checked before it is kept.
  db.pragma('foreign_keys = OFF');
  try {
    return missing
      .filter(({ name, sql, digest }) => applyOnce(db, name, sql, digest))
      .map(({ name }) => name);
  } finally {
    db.pragma(`foreign_keys = ${enforced}`);
  }
}

/** Two programs may open a fresh folder at once: the second finds the first one's work done. */
function applyOnce(db: Database, name: string, sql: string, digest: string): boolean {
  return db
    .transaction(() => {
      if (db.prepare('SELECT 1 FROM migrations WHERE name = ?').get(name)) return false;
      db.exec(sql);
      const [dangling] = db.pragma('foreign_key_check') as { table: string }[];
      if (dangling)
        throw conflict(
          `Migration ${name} found a row of “${dangling.table}” that refers to one that is gone. Nothing was changed; restore a backup.`,
        );
      db.prepare('INSERT INTO migrations (name, sha256) VALUES (?, ?)').run(name, digest);
      return true;
    })
    .immediate();
}
