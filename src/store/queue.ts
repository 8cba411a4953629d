// The queue: what waits on the newest texts, newest change first, under any combination of filters.
import type { Database } from 'better-sqlite3';
import { PHASES, type Phase, type Review } from '../core/review.js';
import type { Page, QueueFilter, QueueRow } from '../core/store.js';
import { decodeCursor, LAST, toPage } from './cursor.js';
import type { ReviewsRow } from './rows.js';

type Place = Pick<ReviewsRow, 'statement_id' | 'changed_at'>;
type OfArticle = Place & Pick<ReviewsRow, 'phase' | 'checkable' | 'assigned_to' | 'speaker_id'>;
type QueueDbRow = Pick<ReviewsRow, 'statement_id' | 'state'> & {
  readonly title: string;
  readonly ordinal: number;
};

/** One index serves many filters: each phase is read in its order, and the first of them all are the page. */
export function queueQuery(db: Database, reviewOf: (row: QueueDbRow) => Review) {
  const placesOf = placeStatements(db);
  const ofArticle = db.prepare<[string, string, string], OfArticle>(`
    SELECT reviews.statement_id, reviews.changed_at, reviews.phase, reviews.checkable, reviews.assigned_to,
           reviews.speaker_id
    FROM statements JOIN reviews ON reviews.statement_id = statements.id
    WHERE statements.article_id = ? AND reviews.superseded = 0 AND (reviews.changed_at, reviews.statement_id) < (?, ?)`);
  const one = db.prepare<[string], QueueDbRow>(`
    SELECT reviews.statement_id, reviews.state, articles.title, statements.ordinal FROM reviews
    JOIN statements ON statements.id = reviews.statement_id
    JOIN articles ON articles.id = reviews.article_id
    WHERE reviews.statement_id = ?`);

  return (filter: QueueFilter): Page<QueueRow> => {
    const [at = filter.unchangedSince ?? LAST, id = LAST] = filter.after ? decodeCursor(filter.after, 2) : [];
    const limit = filter.limit ?? 50;
    const { articleId } = filter;
    const places =
      articleId === undefined
        ? placesOf(filter, at, id, limit + 1)
        : ofArticle.all(articleId, at, id).filter((row) => isMeant(row, filter));
    const { rows, next } = toPage(
      places.toSorted(newestFirst).slice(0, limit + 1),
      limit,
      (place) => [place.changed_at, place.statement_id],
      ({ statement_id }) => one.get(statement_id),
    );
    const found = rows.filter((row) => row !== undefined);
    return {
      rows: found.map((row) => ({
        review: reviewOf(row),
        articleTitle: row.title,
        ordinal: row.ordinal,
      })),
      next,
    };
  };
}

const newestFirst = (a: Place, b: Place): number =>
  a.changed_at < b.changed_at || (a.changed_at === b.changed_at && a.statement_id < b.statement_id) ? 1 : -1;

const isMeant = (
  row: OfArticle,
  { phase, assignedTo, nobodys, speakerId, checkable }: QueueFilter,
): boolean =>
  (phase === undefined || row.phase === phase) &&
  (assignedTo === undefined || row.assigned_to === assignedTo) &&
  (nobodys === undefined || row.assigned_to === null) &&
  (speakerId === undefined || row.speaker_id === speakerId) &&
  (checkable === undefined || row.checkable === Number(checkable));

/** One prepared statement a combination of filters, so that each uses the index made for it. */
function placeStatements(db: Database) {
  const conditions = {
    assignedTo: 'reviews.assigned_to = @assignedTo',
    nobodys: 'reviews.assigned_to IS NULL',
    speakerId: 'reviews.speaker_id = @speakerId',
    checkable: 'reviews.checkable = @checkable',
  } as const;
  type Condition = keyof typeof conditions;
  const names = Object.keys(conditions) as Condition[];
  const prepareFor = (used: readonly Condition[]) =>
    db.prepare<[Record<string, string | number>], Place>(`
      SELECT reviews.statement_id, reviews.changed_at FROM reviews
      WHERE ${['reviews.superseded = 0', 'reviews.phase = @phase', ...used.map((name) => conditions[name]), '(reviews.changed_at, reviews.statement_id) < (@at, @id)'].join(' AND ')}
      ORDER BY reviews.changed_at DESC, reviews.statement_id DESC LIMIT @limit`);
  const prepared = new Map<string, ReturnType<typeof prepareFor>>();
  for (let bits = 0; bits < 1 << names.length; bits++) {
    const used = names.filter((_, index) => bits & (1 << index));
    if (!used.some((name) => ORDERED.includes(name))) continue;
    prepared.set(used.join(), prepareFor(used));
  }
  return (filter: QueueFilter, at: string, id: string, limit: number): readonly Place[] =>
    armsOf(filter).flatMap((arm) => {
      const used = names.filter((name) => arm[name] !== undefined);
      const values: Record<string, string | number> = { at, id, limit, phase: arm.phase };
      for (const name of used) {
        const value = arm[name];
        if (value !== undefined) values[name] = typeof value === 'boolean' ? Number(value) : value;
      }
      return prepared.get(used.join())?.all(values) ?? [];
    });
}

/** With a phase and one of these, an index has the rows in their order. */
const ORDERED: readonly string[] = ['assignedTo', 'speakerId', 'checkable'];

/** What was asked for, as questions that each have an index in their order. */
function armsOf(filter: QueueFilter): readonly (QueueFilter & { readonly phase: Phase })[] {
  const phases = filter.phase === undefined ? PHASES : [filter.phase];
  const byOthers = filter.assignedTo !== undefined || filter.speakerId !== undefined;
  const checkables = byOthers || filter.checkable !== undefined ? [filter.checkable] : [true, false];
  return phases.flatMap((phase) => checkables.map((checkable) => ({ ...filter, phase, checkable })));
}
