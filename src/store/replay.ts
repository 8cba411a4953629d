// Proves the reviews: replays every article's events and compares.
import type { Database } from 'better-sqlite3';
import { applyEvent } from '../core/apply-event.js';
import { type ArticleReview, applyArticleEvent, untouchedArticle } from '../core/article-review.js';
import { canonicalJson } from '../core/digest.js';
import type { ArticleEvent, StatementEvent } from '../core/event.js';
import { type Review, untouched } from '../core/review.js';
import type { Mismatch } from '../core/store.js';
import { wordsOf } from '../core/words.js';
import type { ArticleTables } from './articles.js';
import type { LogTable } from './log.js';
import type { ReviewTables } from './reviews.js';

interface Replayed {
  readonly checked: number;
  readonly mismatches: readonly Mismatch[];
}

export function replayer(db: Database, articles: ArticleTables, reviews: ReviewTables, log: LogTable) {
  function replayArticle(articleId: string): { reviews: Map<string, Review>; article: ArticleReview } {
    const { text } = articles.article(articleId);
    const rebuilt = new Map<string, Review>();
    for (const statement of articles.statements(articleId))
      rebuilt.set(
        statement.id,
        untouched(statement.id, articleId, statement, wordsOf(text, statement.content)),
      );
    let article = untouchedArticle(articleId);
    for (const event of log.events(articleId)) {
      if (event.statementId === null) {
        article = applyArticleEvent(article, event as ArticleEvent);
        continue;
      }
      const before = rebuilt.get(event.statementId);
      if (before) rebuilt.set(event.statementId, applyEvent(before, event as StatementEvent));
    }
    return { reviews: rebuilt, article };
  }

  const replay = db.transaction((repair: boolean): Replayed => {
    const mismatches: Mismatch[] = [];
    let checked = 0;
    for (const articleId of articles.articleIds()) {
      const rebuilt = replayArticle(articleId);
      for (const [statementId, review] of rebuilt.reviews) {
        checked += 1;
        if (canonicalJson(reviews.findReview(statementId)) === canonicalJson(review)) continue;
        mismatches.push({ statementId, message: 'the stored review is not what its events make of it' });
        if (repair) reviews.putReview(review, review.changedAt ?? articles.article(articleId).importedAt);
      }
      if (canonicalJson(reviews.articleReview(articleId)) !== canonicalJson(rebuilt.article)) {
        mismatches.push({
          statementId: articleId,
          message: 'the stored standing of the article is not what its events make of it',
        });
        if (repair && rebuilt.article.changedAt)
          reviews.putArticleReview(rebuilt.article, rebuilt.article.changedAt);
      }
    }
    return { checked, mismatches };
  });

  return ({ repair }: { repair: boolean }): Replayed => replay.immediate(repair);
}
