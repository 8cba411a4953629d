// Opens the embedded database with the settings that keep what was acknowledged.
import Sqlite, { type Database } from 'better-sqlite3';
import { migrate } from './migrate.js';

/** `path` may be ':memory:'. WAL for readers beside the writer; synchronous=FULL, so a power cut loses nothing committed. */
export function openDatabase(path: string): Database {
  const db = new Sqlite(path);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('busy_timeout = 5000');
  // 64 MB: a batch of imported articles touches more pages than the 2 MB SQLite keeps by itself.
  db.pragma('cache_size = -65536');
  migrate(db);
  return db;
}

/** Brings the database at `path` to today's schema without opening it for work; the names of what was applied. */
export function migrateFile(path: string): readonly string[] {
  const db = new Sqlite(path);
  try {
    return migrate(db);
  } finally {
    db.close();
  }
}
