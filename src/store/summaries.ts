// Lists of articles with how far each one is. Counts come from the counters, never from counting.
import type { Database } from 'better-sqlite3';
import { notFound } from '../core/errors.js';
import type { ArticleSummary, Page } from '../core/store.js';
import { decodeCursor, LAST, toPage } from './cursor.js';
import type { ReviewTables } from './reviews.js';
import type { ArticleReviewsRow, ArticlesRow } from './rows.js';

type SummaryRow = Pick<
  ArticlesRow,
  'id' | 'story_id' | 'version' | 'title' | 'publisher' | 'published_on' | 'imported_at' | 'imported_by'
> &
  Pick<ArticleReviewsRow, 'superseded' | 'assigned_to' | 'due' | 'published_at' | 'changed_at'>;

const COLUMNS = `articles.id, articles.story_id, articles.version, articles.title, articles.publisher, articles.published_on,
  articles.imported_at, articles.imported_by, state.superseded, state.assigned_to, state.due, state.published_at,
  state.changed_at`;
const FROM = 'FROM article_reviews AS state JOIN articles ON articles.id = state.article_id';
const PAGE = `AND (state.changed_at, state.article_id) < (?, ?)
  ORDER BY state.changed_at DESC, state.article_id DESC LIMIT ?`;

export function summaryQueries(db: Database, { counts }: Pick<ReviewTables, 'counts'>) {
  const byId = db.prepare<[string], SummaryRow>(`SELECT ${COLUMNS} ${FROM} WHERE state.article_id = ?`);
  const current = db.prepare<[string, string, number], SummaryRow>(
    `SELECT ${COLUMNS} ${FROM} WHERE state.superseded = 0 ${PAGE}`,
  );
  const all = db.prepare<[string, string, number], SummaryRow>(
    `SELECT ${COLUMNS} ${FROM} WHERE TRUE ${PAGE}`,
  );
  const published = db.prepare<[string, string, number], SummaryRow>(`
    SELECT ${COLUMNS} ${FROM}
    WHERE state.published_at IS NOT NULL AND (state.published_at, state.article_id) < (?, ?)
    ORDER BY state.published_at DESC, state.article_id DESC LIMIT ?`);
  const bySource = db.prepare<[string], SummaryRow>(
    `SELECT ${COLUMNS} ${FROM} WHERE articles.source_sha256 = ? ORDER BY articles.imported_at DESC LIMIT 1`,
  );
  const byText = db.prepare<[string], SummaryRow>(
    `SELECT ${COLUMNS} ${FROM} WHERE articles.text_sha256 = ? ORDER BY articles.imported_at DESC LIMIT 1`,
  );
  const ofStory = db.prepare<[string], SummaryRow>(
    `SELECT ${COLUMNS} ${FROM} WHERE articles.story_id = ? ORDER BY articles.version`,
  );
  const summaryOf = (row: SummaryRow): ArticleSummary => ({
    id: row.id,
    storyId: row.story_id,
    version: row.version,
    title: row.title,
    publisher: row.publisher,
    publishedOn: row.published_on,
    importedAt: row.imported_at,
    importedBy: row.imported_by,
    superseded: row.superseded === 1,
    assignedTo: row.assigned_to,
    due: row.due,
    publishedAt: row.published_at,
    changedAt: row.changed_at,
    counts: counts(row.id),
  });

  return {
    articleSummary(id: string): ArticleSummary {
      const row = byId.get(id);
      if (!row) throw notFound('There is no such article. It may be a mistyped address.');
      return summaryOf(row);
    },
    articles(filter: {
      after?: string;
      limit?: number;
      superseded?: boolean;
      published?: boolean;
    }): Page<ArticleSummary> {
      const limit = filter.limit ?? 50;
      const [at = LAST, id = LAST] = filter.after ? decodeCursor(filter.after, 2) : [];
      const query = filter.published ? published : filter.superseded ? all : current;
      const key = (row: SummaryRow) => [
        (filter.published ? row.published_at : null) ?? row.changed_at,
        row.id,
      ];
      return toPage(query.all(at, id, limit + 1), limit, key, summaryOf);
    },
    findArticle(by: { sourceSha256: string } | { textSha256: string }): ArticleSummary | undefined {
      const row = 'sourceSha256' in by ? bySource.get(by.sourceSha256) : byText.get(by.textSha256);
      return row && summaryOf(row);
    },
    versions: (storyId: string): readonly ArticleSummary[] => ofStory.all(storyId).map(summaryOf),
  };
}
