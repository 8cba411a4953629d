// Fingerprints of the texts the desk has, and which of them a new one is like.
import type { Database } from 'better-sqlite3';
import { bandsOf } from '../core/duplicates/bands.js';
import { type Duplicate, duplicateOf } from '../core/duplicates/duplicate-of.js';
import { fingerprint } from '../core/duplicates/fingerprint.js';
import { decodeFingerprint, encodeFingerprint } from '../core/duplicates/fingerprint-bytes.js';
import type { FingerprintsRow } from './rows.js';

/** Texts of one band that are compared: boilerplate shared by thousands would otherwise be read each time. */
const MOST_OF_BAND = 50;
const MOST_COMPARED = 200;

const ORDER: readonly Duplicate[] = ['identical', 'same_copy', 'edited'];

export function duplicateTables(db: Database) {
  const insert = db.prepare('INSERT INTO fingerprints (article_id, bytes) VALUES (?, ?)');
  const insertBands = db.prepare('INSERT INTO fingerprint_index (rowid, bands) VALUES (?, ?)');
  const ofBand = db.prepare<[string], { number: number }>(`
    SELECT rowid AS number FROM fingerprint_index WHERE fingerprint_index MATCH ?
    ORDER BY rowid DESC LIMIT ${MOST_OF_BAND}`);
  const one = db.prepare<[number], FingerprintsRow>('SELECT * FROM fingerprints WHERE number = ?');

  return {
    put(articleId: string, text: string): void {
      const print = fingerprint(text);
      const { lastInsertRowid: number } = insert.run(articleId, encodeFingerprint(print));
      const bands = bandsOf(print);
      if (bands.length > 0) insertBands.run(number, bands.join(' '));
    },
    /** The ids of texts like this one, the most alike first. */
    alike(text: string): readonly { readonly articleId: string; readonly how: Duplicate }[] {
      const print = fingerprint(text);
      const numbers = new Set<number>();
      for (const band of bandsOf(print)) {
        for (const row of ofBand.all(String(band))) numbers.add(row.number);
        if (numbers.size >= MOST_COMPARED) break;
      }
      return [...numbers]
        .flatMap((number) => {
          const row = one.get(number);
          const how = row ? duplicateOf(print, decodeFingerprint(row.bytes)) : null;
          return row && how ? [{ articleId: row.article_id, how }] : [];
        })
        .sort((a, b) => ORDER.indexOf(a.how) - ORDER.indexOf(b.how));
    },
  };
}
