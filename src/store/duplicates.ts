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
  const insertBand = db.prepare('INSERT INTO fingerprint_bands (band, article_id) VALUES (?, ?)');
  const ofBand = db.prepare<[number], { article_id: string }>(
    `SELECT article_id FROM fingerprint_bands WHERE band = ? ORDER BY article_id DESC LIMIT ${MOST_OF_BAND}`,
  );
  const one = db.prepare<[string], FingerprintsRow>('SELECT * FROM fingerprints WHERE article_id = ?');

  return {
    put(articleId: string, text: string): void {
      const print = fingerprint(text);
      insert.run(articleId, encodeFingerprint(print));
      for (const band of new Set(bandsOf(print))) insertBand.run(band, articleId);
    },
    /** The ids of texts like this one, the most alike first. */
    alike(text: string): readonly { readonly articleId: string; readonly how: Duplicate }[] {
      const print = fingerprint(text);
      const ids = new Set<string>();
      for (const band of bandsOf(print)) {
        for (const row of ofBand.all(band)) ids.add(row.article_id);
        if (ids.size >= MOST_COMPARED) break;
      }
      return [...ids]
        .flatMap((articleId) => {
          const row = one.get(articleId);
          const how = row ? duplicateOf(print, decodeFingerprint(row.bytes)) : null;
          return how ? [{ articleId, how }] : [];
        })
        .sort((a, b) => ORDER.indexOf(a.how) - ORDER.indexOf(b.how));
    },
  };
}
