// What a report is read from: an article, and its statements a page at a time, all as they stood at one event of its log.
import type { Database } from 'better-sqlite3';
import type { Event } from '../core/event.js';
import { reviewAfter } from '../core/review-after.js';
import type { ArticleRecord, Page, Statement, StatementRecord } from '../core/store.js';
import type { ArticleTables } from './articles.js';
import type { LogTable } from './log.js';
import type { ReviewTables } from './reviews.js';

interface Options {
  /** The event of the article's log after which nothing is told. */
  readonly upTo: number;
  readonly after?: string;
  readonly limit: number;
}

export function recordReader(db: Database, articles: ArticleTables, reviews: ReviewTables, log: LogTable) {
  const articleRecord = db.transaction((articleId: string): ArticleRecord => {
    const article = articles.article(articleId);
    return {
      article,
      articleReview: reviews.articleReview(articleId),
      events: log.articleEvents(articleId),
      head: log.head(articleId),
      lastChangeAt: log.lastChangeAt(articleId) ?? article.importedAt,
    };
  });

  function statementRecord(statement: Statement, upTo: number): StatementRecord[] {
    const all = log.statementEvents(statement.id);
    const events = all.filter(({ seq }) => seq <= upTo);
    if (events.length === all.length) return [{ statement, review: reviews.review(statement.id), events }];
    if (events.length === 0 && broughtIn(all[0])) return [];
    const { text } = articles.article(statement.articleId);
    return [{ statement, review: reviewAfter(statement, text, events), events }];
  }

  const statementRecords = db.transaction(
    (articleId: string, { upTo, after, limit }: Options): Page<StatementRecord> => {
      const { rows, next } = articles.statementsAfter(articleId, after, limit);
      return { rows: rows.flatMap((statement) => statementRecord(statement, upTo)), next };
    },
  );

  return {
    articleRecord: (articleId: string): ArticleRecord => articleRecord(articleId),
    statementRecords: (articleId: string, options: Options): Page<StatementRecord> =>
      statementRecords(articleId, options),
  };
}

/** Whether the statement came with its first event, not with the article. */
const broughtIn = (first: Event | undefined): boolean =>
  first?.kind === 'statement_added' ||
  (first?.kind === 'carried_over' && first.payload.statement !== undefined);
