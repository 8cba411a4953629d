// Reviews and counts: derived from the log, written with it, rebuilt from it.
import type { Database } from 'better-sqlite3';
import { type ArticleReview, untouchedArticle } from '../core/article-review.js';
import { notFound } from '../core/errors.js';
import type { Rating } from '../core/rating.js';
import { type Phase, phaseOf, type Review } from '../core/review.js';
import type { Counts, Page, QueueCount, QueueFilter, QueueRow } from '../core/store.js';
import { decodeCursor, LAST, toPage } from './cursor.js';
import type { ArticleCountsRow, QueueCountsRow, ReviewsRow } from './rows.js';

export type ReviewTables = ReturnType<typeof reviewTables>;

type QueueDbRow = ReviewsRow & { readonly title: string; readonly ordinal: number };

export function reviewTables(db: Database) {
  const one = db.prepare<[string], ReviewsRow>('SELECT * FROM reviews WHERE statement_id = ?');
  const ofArticle = db.prepare<[string], ReviewsRow>(`
    SELECT reviews.* FROM statements JOIN reviews ON reviews.statement_id = statements.id
    WHERE statements.article_id = ? ORDER BY statements.ordinal, statements.id`);
  const put = db.prepare(`
    INSERT INTO reviews (statement_id, article_id, version, phase, attribution, rating, checkable, speaker_name,
                         speaker_id, assigned_to, rated_by, changed_at, state)
    VALUES (@statement_id, @article_id, @version, @phase, @attribution, @rating, @checkable, @speaker_name,
            @speaker_id, @assigned_to, @rated_by, @changed_at, @state)
    ON CONFLICT (statement_id) DO UPDATE SET
      version = excluded.version, phase = excluded.phase, attribution = excluded.attribution,
      rating = excluded.rating, checkable = excluded.checkable, speaker_name = excluded.speaker_name,
      speaker_id = excluded.speaker_id, assigned_to = excluded.assigned_to, rated_by = excluded.rated_by,
      changed_at = excluded.changed_at, state = excluded.state`);
  const oneArticle = db.prepare<[string], { state: string }>(
    'SELECT state FROM article_reviews WHERE article_id = ?',
  );
  const putArticle = db.prepare(`
    INSERT INTO article_reviews (article_id, version, superseded, assigned_to, due, published_at, changed_at, state)
    VALUES (@article_id, @version, @superseded, @assigned_to, @due, @published_at, @changed_at, @state)
    ON CONFLICT (article_id) DO UPDATE SET
      version = excluded.version, superseded = excluded.superseded, assigned_to = excluded.assigned_to,
      due = excluded.due, published_at = excluded.published_at, changed_at = excluded.changed_at,
      state = excluded.state`);
  const countArticle = db.prepare(`
    INSERT INTO article_counts (article_id, phase, rating, n) VALUES (?, ?, ?, 1)
    ON CONFLICT (article_id, phase, rating) DO UPDATE SET n = n + 1`);
  const uncountArticle = db.prepare(
    'UPDATE article_counts SET n = n - 1 WHERE article_id = ? AND phase = ? AND rating = ?',
  );
  const countQueue = db.prepare(`
    INSERT INTO queue_counts (phase, assigned_to, n) VALUES (?, ?, 1)
    ON CONFLICT (phase, assigned_to) DO UPDATE SET n = n + 1`);
  const uncountQueue = db.prepare('UPDATE queue_counts SET n = n - 1 WHERE phase = ? AND assigned_to = ?');
  const countsOf = db.prepare<[string], ArticleCountsRow>(
    'SELECT * FROM article_counts WHERE article_id = ? AND n > 0',
  );
  const queueCounts = db.prepare<[], QueueCountsRow>('SELECT * FROM queue_counts WHERE n > 0');
  const queue = queueStatements(db);

  const findReview = (id: string): Review | undefined => {
    const row = one.get(id);
    return row && (JSON.parse(row.state) as Review);
  };

  return {
    findReview,
    review(id: string): Review {
      const review = findReview(id);
      if (!review) throw notFound('There is no such statement. It may be a mistyped address.');
      return review;
    },
    reviews: (articleId: string): readonly Review[] =>
      ofArticle.all(articleId).map((row) => JSON.parse(row.state) as Review),
    putReview(review: Review, at: string): void {
      const before = findReview(review.statementId);
      if (before) {
        uncountArticle.run(before.articleId, phaseOf(before), before.rating);
        uncountQueue.run(phaseOf(before), before.assignedTo ?? '');
      }
      put.run(reviewRow(review, at));
      countArticle.run(review.articleId, phaseOf(review), review.rating);
      countQueue.run(phaseOf(review), review.assignedTo ?? '');
    },
    articleReview(articleId: string): ArticleReview {
      const row = oneArticle.get(articleId);
      return row ? (JSON.parse(row.state) as ArticleReview) : untouchedArticle(articleId);
    },
    putArticleReview(review: ArticleReview, at: string): void {
      putArticle.run({
        article_id: review.articleId,
        version: review.version,
        superseded: review.supersededBy ? 1 : 0,
        assigned_to: review.assignedTo,
        due: review.due,
        published_at: review.published?.at ?? null,
        changed_at: at,
        state: JSON.stringify(review),
      });
    },
    counts: (articleId: string): Counts => countsFrom(countsOf.all(articleId)),
    queueCounts: (): readonly QueueCount[] =>
      queueCounts.all().map((row) => ({
        phase: row.phase as Phase,
        assignedTo: row.assigned_to === '' ? null : row.assigned_to,
        n: row.n,
      })),
    queue(filter: QueueFilter): Page<QueueRow> {
      const [at = LAST, id = LAST] = filter.after ? decodeCursor(filter.after, 2) : [];
      const limit = filter.limit ?? 50;
      const rows = queue(filter, at, id, limit + 1);
      return toPage(
        rows,
        limit,
        (row) => [row.changed_at, row.statement_id],
        (row) => ({
          review: JSON.parse(row.state) as Review,
          articleTitle: row.title,
          ordinal: row.ordinal,
        }),
      );
    },
  };
}

/** One prepared statement a combination of filters, so that each uses the index made for it. */
function queueStatements(db: Database) {
  const conditions = {
    phase: 'reviews.phase = @phase',
    assignedTo: 'reviews.assigned_to = @assignedTo',
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
      WHERE ${[...used.map((name) => conditions[name]), '(reviews.changed_at, reviews.statement_id) < (@at, @id)'].join(' AND ')}
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

export function countsFrom(rows: readonly Pick<ArticleCountsRow, 'phase' | 'rating' | 'n'>[]): Counts {
  const byPhase: Partial<Record<Phase, number>> = {};
  const byRating: Partial<Record<Rating, number>> = {};
  let total = 0;
  for (const row of rows) {
    const phase = row.phase as Phase;
    const rating = row.rating as Rating;
    byPhase[phase] = (byPhase[phase] ?? 0) + row.n;
    if (phase === 'struck_out') continue;
    total += row.n;
    byRating[rating] = (byRating[rating] ?? 0) + row.n;
  }
  return { total, byPhase, byRating };
}

function reviewRow(review: Review, at: string) {
  return {
    statement_id: review.statementId,
    article_id: review.articleId,
    version: review.version,
    phase: phaseOf(review),
    attribution: review.attribution,
    rating: review.rating,
    checkable: review.checkable ? 1 : 0,
    speaker_name: review.provenance.speaker.name,
    speaker_id: review.provenance.speaker.speakerId ?? null,
    assigned_to: review.assignedTo,
    rated_by: review.ratedBy,
    changed_at: at,
    state: JSON.stringify(review),
  } satisfies ReviewsRow;
}
