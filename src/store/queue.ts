// The queue: what waits on the newest texts, newest change first, under any combination of filters.
import type { Database } from 'better-sqlite3';
import type { Review } from '../core/review.js';
import type { Page, QueueFilter, QueueRow } from '../core/store.js';
import { decodeCursor, LAST, toPage } from './cursor.js';
import type { ReviewsRow } from './rows.js';

type QueueDbRow = ReviewsRow & { readonly title: string; readonly ordinal: number };

export function queueQuery(db: Database) {
  const queue = queueStatements(db);
  return (filter: QueueFilter): Page<QueueRow> => {
    const [at = filter.unchangedSince ?? LAST, id = LAST] = filter.after ? decodeCursor(filter.after, 2) : [];
    const limit = filter.limit ?? 50;
    return toPage(
      queue(filter, at, id, limit + 1),
      limit,
      (row) => [row.changed_at, row.statement_id],
      (row) => ({
        review: JSON.parse(row.state) as Review,
        articleTitle: row.title,
        ordinal: row.ordinal,
      }),
    );
  };
}

/** One prepared statement a combination of filters, so that each uses the index made for it. */
function queueStatements(db: Database) {
  const conditions = {
    phase: 'reviews.phase = @phase',
    assignedTo: 'reviews.assigned_to = @assignedTo',
    nobodys: 'reviews.assigned_to IS NULL',
    articleId: 'reviews.article_id = @articleId',
    speakerId: 'reviews.speaker_id = @speakerId',
    checkable: 'reviews.checkable = @checkable',
  } as const;
  type Condition = keyof typeof conditions;
  const names = Object.keys(conditions) as Condition[];
  const prepareFor = (used: readonly Condition[]) =>
    db.prepare<[Record<string, string | number>], QueueDbRow>(`
      SELECT reviews.*, articles.title, statements.ordinal FROM reviews
      JOIN statements ON statements.id = reviews.statement_id
      JOIN articles ON articles.id = reviews.article_id
      WHERE ${['reviews.superseded = 0', ...used.map((name) => conditions[name]), '(reviews.changed_at, reviews.statement_id) < (@at, @id)'].join(' AND ')}
      ORDER BY reviews.changed_at DESC, reviews.statement_id DESC LIMIT @limit`);
  const prepared = new Map<string, ReturnType<typeof prepareFor>>();
  for (let bits = 0; bits < 1 << names.length; bits++) {
    const used = names.filter((_, index) => bits & (1 << index));
    prepared.set(used.join(), prepareFor(used));
  }
  return (filter: QueueFilter, at: string, id: string, limit: number): readonly QueueDbRow[] => {
    const used = names.filter((name) => filter[name] !== undefined);
    const values: Record<string, string | number> = { at, id, limit };
    for (const name of used) {
      const value = filter[name];
      if (value !== undefined) values[name] = typeof value === 'boolean' ? Number(value) : value;
    }
    return prepared.get(used.join())?.all(values) ?? [];
  };
}
