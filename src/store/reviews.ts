// Reviews: derived from the log, written with it, rebuilt from it.
import type { Database } from 'better-sqlite3';
import { type ArticleReview, untouchedArticle } from '../core/article-review.js';
import { canonicalJson } from '../core/digest.js';
import { notFound } from '../core/errors.js';
import { type Phase, phaseOf, type Review, untouched } from '../core/review.js';
import type { StoredArticle } from '../core/store.js';
import { wellFormed } from '../core/well-formed.js';
import { wordsOf } from '../core/words.js';
import type { ArticleTables } from './articles.js';
import { countTables } from './counts.js';
import { queueQuery } from './queue.js';
import type { ArticleReviewsRow, ReviewsRow } from './rows.js';

export type ReviewTables = ReturnType<typeof reviewTables>;

export function reviewTables(db: Database, articles: ArticleTables) {
  const one = db.prepare<[string], ReviewsRow>('SELECT * FROM reviews WHERE statement_id = ?');
  const ofArticle = db.prepare<[string], ReviewsRow>(`
    SELECT reviews.* FROM statements JOIN reviews ON reviews.statement_id = statements.id
    WHERE statements.article_id = ? ORDER BY statements.ordinal, statements.id`);
  const standings = db.prepare<[string], Pick<ReviewsRow, 'phase' | 'assigned_to'>>(`
    SELECT reviews.phase, reviews.assigned_to FROM statements JOIN reviews ON reviews.statement_id = statements.id
    WHERE statements.article_id = ?`);
  const INSERT = `
    INSERT INTO reviews (statement_id, article_id, version, phase, attribution, rating, checkable, speaker_name,
                         speaker_id, assigned_to, rated_by, day, superseded, changed_at, state)
    VALUES (@statement_id, @article_id, @version, @phase, @attribution, @rating, @checkable, @speaker_name,
            @speaker_id, @assigned_to, @rated_by, @day, @superseded, @changed_at, @state)`;
  const addUntouched = db.prepare(`
    INSERT INTO reviews (statement_id, article_id, version, phase, attribution, rating, checkable, speaker_name,
                         speaker_id, assigned_to, rated_by, day, superseded, changed_at, state)
    SELECT id, article_id, 0, 'untouched', 'unchecked', 'unchecked', checkable, speaker_name,
           speaker_id, NULL, NULL, coalesce(said_on, ?), 0, ?, NULL
    FROM statements WHERE article_id = ?`);
  const put = db.prepare(`${INSERT}
    ON CONFLICT (statement_id) DO UPDATE SET
      version = excluded.version, phase = excluded.phase, attribution = excluded.attribution,
      rating = excluded.rating, checkable = excluded.checkable, speaker_name = excluded.speaker_name,
      speaker_id = excluded.speaker_id, assigned_to = excluded.assigned_to, rated_by = excluded.rated_by,
      day = excluded.day, superseded = excluded.superseded, changed_at = excluded.changed_at, state = excluded.state`);
  const oneArticle = db.prepare<[string], ArticleReviewsRow>(
    'SELECT * FROM article_reviews WHERE article_id = ?',
  );
  const putArticle = db.prepare(`
    INSERT INTO article_reviews (article_id, version, superseded, assigned_to, due, published_at, changed_at, state,
                                 republishes)
    VALUES (@article_id, @version, @superseded, @assigned_to, @due, @published_at, @changed_at, @state, @republishes)
    ON CONFLICT (article_id) DO UPDATE SET
      version = excluded.version, superseded = excluded.superseded, assigned_to = excluded.assigned_to,
      due = excluded.due, published_at = excluded.published_at, changed_at = excluded.changed_at,
      state = excluded.state, republishes = excluded.republishes`);
  const touch = db.prepare('UPDATE article_reviews SET changed_at = ? WHERE article_id = ?');
  const story = db.prepare<[string], { story_id: string }>('SELECT story_id FROM articles WHERE id = ?');
  const publication = db.prepare<[string], { published_on: string | null }>(
    'SELECT published_on FROM articles WHERE id = ?',
  );
  const counts = countTables(db);

  const supersede = db.prepare(`
    UPDATE reviews SET superseded = 1
    WHERE superseded = 0 AND statement_id IN (SELECT id FROM statements WHERE article_id = ?)`);

  const rowOf = (review: Review, superseded: boolean, at: string): ReviewsRow => {
    const day = review.provenance.saidOn ?? publication.get(review.articleId)?.published_on ?? '';
    return reviewRow(review, day, superseded, at);
  };
  const articleRowOf = (review: ArticleReview, at: string): ArticleReviewsRow => {
    const of = review.republicationOf?.articleId;
    return articleReviewRow(review, of === undefined ? null : (story.get(of)?.story_id ?? null), at);
  };
  const isSuperseded = (articleId: string): boolean => oneArticle.get(articleId)?.superseded === 1;

  /** What the row says; of a statement nobody has touched, what the statement says. */
  const reviewOf = (row: Pick<ReviewsRow, 'statement_id' | 'state'>): Review => {
    if (row.state !== null) return JSON.parse(row.state) as Review;
    const statement = articles.statement(row.statement_id);
    const { articleId, content } = statement;
    return untouched(statement.id, articleId, statement, wordsOf(articles.text(articleId), content));
  };
  const findReview = (id: string): Review | undefined => {
    const row = one.get(id);
    return row && reviewOf(row);
  };

  return {
    findReview,
    reviewOf,
    review(id: string): Review {
      const review = findReview(id);
      if (!review) throw notFound('There is no such statement. It may be a mistyped address.');
      return review;
    },
    reviews: (articleId: string): readonly Review[] => ofArticle.all(articleId).map(reviewOf),
    putReview(review: Review, at: string): void {
      const before = findReview(review.statementId);
      const superseded = isSuperseded(review.articleId);
      if (before) counts.remove(before);
      if (before && !superseded) counts.dequeue(phaseOf(before), before.assignedTo);
      put.run(rowOf(review, superseded, at));
      counts.add(review);
      if (!superseded) counts.enqueue(review);
    },
    /** The reviews of an article's statements, inserted just now and all untouched; the article is no older version. */
    addReviews(article: StoredArticle): void {
      const { changes } = addUntouched.run(article.publishedOn ?? '', article.importedAt, article.id);
      if (changes > 0) counts.addUntouched(article.id, changes);
    },
    /** For repairs: writes the row alone; `recount` follows. */
    writeReview(review: Review, superseded: boolean, at: string): void {
      put.run(rowOf(review, superseded, at));
    },
    holdsReview: (review: Review, superseded: boolean, at: string): boolean =>
      sameRow(one.get(review.statementId), rowOf(review, superseded, at)),
    articleReview(articleId: string): ArticleReview {
      const row = oneArticle.get(articleId);
      return row ? (JSON.parse(row.state) as ArticleReview) : untouchedArticle(articleId);
    },
    putArticleReview(review: ArticleReview, at: string): void {
      if (review.supersededBy && !isSuperseded(review.articleId)) {
        for (const row of standings.all(review.articleId))
          counts.dequeue(row.phase as Phase, row.assigned_to);
        supersede.run(review.articleId);
      }
      putArticle.run(articleRowOf(review, at));
    },
    /** A statement of it changed: the article moves up in its list. */
    touchArticle(articleId: string, at: string): void {
      touch.run(at, articleId);
    },
    holdsArticleReview: (review: ArticleReview, at: string): boolean =>
      sameRow(oneArticle.get(review.articleId), articleRowOf(review, at)),
    counts: counts.ofArticle,
    queueCounts: counts.ofQueue,
    miscounts: counts.miscounts,
    recount: counts.recount,
    queue: queueQuery(db, reviewOf),
  };
}

/** Whether a row says the same as another; the order of keys inside `state` says nothing. */
function sameRow<Row extends { readonly state: string | null }>(
  row: Row | undefined,
  expected: Row,
): boolean {
  if (!row) return false;
  const { state, ...columns } = row;
  const { state: expectedState, ...expectedColumns } = expected;
  return canonicalJson(columns) === canonicalJson(expectedColumns) && sameJson(state, expectedState);
}

function sameJson(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b;
  try {
    return canonicalJson(JSON.parse(a)) === canonicalJson(JSON.parse(b));
  } catch {
    return false;
  }
}

function reviewRow(review: Review, day: string, superseded: boolean, at: string): ReviewsRow {
  return {
    statement_id: review.statementId,
    article_id: review.articleId,
    version: review.version,
    phase: phaseOf(review),
    attribution: review.attribution,
    rating: review.rating,
    checkable: review.checkable ? 1 : 0,
    speaker_name: wellFormed(review.provenance.speaker.name),
    speaker_id: review.provenance.speaker.speakerId ?? null,
    assigned_to: review.assignedTo,
    rated_by: review.ratedBy,
    day,
    superseded: superseded ? 1 : 0,
    changed_at: at,
    state: review.version === 0 ? null : JSON.stringify(review),
  };
}

function articleReviewRow(review: ArticleReview, republishes: string | null, at: string) {
  return {
    article_id: review.articleId,
    version: review.version,
    superseded: review.supersededBy ? 1 : 0,
    assigned_to: review.assignedTo,
    due: review.due,
    published_at: review.published?.at ?? null,
    changed_at: at,
    state: JSON.stringify(review),
    republishes,
  } satisfies ArticleReviewsRow;
}
