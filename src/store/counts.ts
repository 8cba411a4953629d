// Counters kept with every change of a review, so that no page counts rows; recounted only when they are proven.
import type { Database } from 'better-sqlite3';
import type { Rating } from '../core/rating.js';
import { type Phase, phaseOf, type Review } from '../core/review.js';
import type { Counts, QueueCount } from '../core/store.js';
import type { ArticleCountsRow, QueueCountsRow } from './rows.js';

export function countTables(db: Database) {
  const countArticle = db.prepare(`
    INSERT INTO article_counts (article_id, phase, rating, n) VALUES (?, ?, ?, ?)
    ON CONFLICT (article_id, phase, rating) DO UPDATE SET n = n + excluded.n`);
  const uncountArticle = db.prepare(
    'UPDATE article_counts SET n = n - 1 WHERE article_id = ? AND phase = ? AND rating = ?',
  );
  const countQueue = db.prepare(`
    INSERT INTO queue_counts (phase, assigned_to, n) VALUES (?, ?, ?)
    ON CONFLICT (phase, assigned_to) DO UPDATE SET n = n + excluded.n`);
  const uncountQueue = db.prepare('UPDATE queue_counts SET n = n - 1 WHERE phase = ? AND assigned_to = ?');
  const ofArticle = db.prepare<[string], ArticleCountsRow>(
    'SELECT * FROM article_counts WHERE article_id = ? AND n > 0',
  );
  const ofQueue = db.prepare<[], QueueCountsRow>('SELECT * FROM queue_counts WHERE n > 0');
  const miscountedArticles = db.prepare<[], { article_id: string }>(`
    SELECT DISTINCT article_id FROM (
      SELECT article_id, phase, rating, n, 0 AS counted FROM article_counts WHERE n > 0
      UNION ALL
      SELECT article_id, phase, rating, 0, count(*) FROM reviews GROUP BY article_id, phase, rating)
    GROUP BY article_id, phase, rating HAVING sum(n) <> sum(counted) ORDER BY article_id`);
  const miscountedQueue = db.prepare<[], { phase: string; assigned_to: string }>(`
    SELECT phase, assigned_to FROM (
      SELECT phase, assigned_to, n, 0 AS counted FROM queue_counts WHERE n > 0
      UNION ALL
      SELECT phase, coalesce(assigned_to, ''), 0, count(*) FROM reviews WHERE superseded = 0
      GROUP BY phase, coalesce(assigned_to, ''))
    GROUP BY phase, assigned_to HAVING sum(n) <> sum(counted) ORDER BY phase, assigned_to`);
  const clearArticles = db.prepare('DELETE FROM article_counts');
  const clearQueue = db.prepare('DELETE FROM queue_counts');
  const recountArticles = db.prepare(`
    INSERT INTO article_counts (article_id, phase, rating, n)
    SELECT article_id, phase, rating, count(*) FROM reviews GROUP BY article_id, phase, rating`);
  const recountQueue = db.prepare(`
    INSERT INTO queue_counts (phase, assigned_to, n)
    SELECT phase, coalesce(assigned_to, ''), count(*) FROM reviews WHERE superseded = 0
    GROUP BY phase, coalesce(assigned_to, '')`);

  return {
    /** `n` reviews nobody has touched, of a current text. */
    addUntouched(articleId: string, n: number): void {
      countArticle.run(articleId, 'untouched', 'unchecked', n);
      countQueue.run('untouched', '', n);
    },
    add(review: Review): void {
      countArticle.run(review.articleId, phaseOf(review), review.rating, 1);
    },
    remove(review: Review): void {
      uncountArticle.run(review.articleId, phaseOf(review), review.rating);
    },
    enqueue(review: Review): void {
      countQueue.run(phaseOf(review), review.assignedTo ?? '', 1);
    },
    dequeue(phase: Phase, assignedTo: string | null): void {
      uncountQueue.run(phase, assignedTo ?? '');
    },
    ofArticle: (articleId: string): Counts => countsFrom(ofArticle.all(articleId)),
    ofQueue: (): readonly QueueCount[] =>
      ofQueue.all().map((row) => ({
        phase: row.phase as Phase,
        assignedTo: row.assigned_to === '' ? null : row.assigned_to,
        n: row.n,
      })),
    /** A sentence for every counter that is not what counting the reviews gives. */
    miscounts: (): readonly string[] => [
      ...miscountedArticles.all().map((row) => `the counters of article ${row.article_id} do not add up`),
      ...miscountedQueue
        .all()
        .map((row) => `the counter of the queue “${row.phase}” of ${row.assigned_to || 'nobody'} is wrong`),
    ],
    recount(): void {
      clearArticles.run();
      clearQueue.run();
      recountArticles.run();
      recountQueue.run();
    },
  };
}

function countsFrom(rows: readonly Pick<ArticleCountsRow, 'phase' | 'rating' | 'n'>[]): Counts {
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
