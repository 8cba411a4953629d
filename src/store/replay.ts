// Proves what was derived: replays every article's events, recounts the counters, and compares.
import type { Database } from 'better-sqlite3';
import { applyEvent } from '../core/apply-event.js';
import { type ArticleReview, applyArticleEvent, untouchedArticle } from '../core/article-review.js';
import type { ArticleEvent, Event, StatementEvent } from '../core/event.js';
import { mentionsAfter } from '../core/mention.js';
import { type Note, type Review, untouched } from '../core/review.js';
import type { Mismatch } from '../core/store.js';
import { wordsOf } from '../core/words.js';
import type { ArticleTables } from './articles.js';
import type { LogTable } from './log.js';
import { keyOf, type MentionTable, type ReplayedMention } from './mentions.js';
import type { ReviewTables } from './reviews.js';

interface Replayed {
  readonly checked: number;
  readonly mismatches: readonly Mismatch[];
}

/** Reviews with the time of what last changed them; `at` is of the article's last event. */
interface ReplayedArticle {
  readonly reviews: ReadonlyMap<string, { readonly review: Review; readonly at: string }>;
  readonly article: ArticleReview;
  readonly at: string | null;
  readonly mentions: readonly ReplayedMention[];
}

export function replayer(
  db: Database,
  articles: ArticleTables,
  reviews: ReviewTables,
  log: LogTable,
  mentions: MentionTable,
) {
  function replayArticle(articleId: string): ReplayedArticle {
    const { text, importedAt } = articles.article(articleId);
    const rebuilt = new Map<string, { review: Review; at: string }>();
    for (const statement of articles.statements(articleId)) {
      const words = wordsOf(text, statement.content);
      const review = untouched(statement.id, articleId, statement, words);
      rebuilt.set(statement.id, { review, at: importedAt });
    }
    let article = untouchedArticle(articleId);
    let at: string | null = null;
    const called = replayedMentions();
    for (const event of log.events(articleId)) {
      at = event.at;
      if (event.statementId === null) {
        article = applyArticleEvent(article, event as ArticleEvent);
        called.follow(event, article.notes);
        continue;
      }
      const before = rebuilt.get(event.statementId);
      if (!before) continue;
      const review = applyEvent(before.review, event as StatementEvent);
      rebuilt.set(event.statementId, { review, at });
      called.follow(event, review.notes);
    }
    return { reviews: rebuilt, article, at, mentions: called.all() };
  }

  const replay = db.transaction((repair: boolean): Replayed => {
    const mismatches: Mismatch[] = [];
    let checked = 0;
    for (const articleId of articles.articleIds()) {
      const rebuilt = replayArticle(articleId);
      const superseded = rebuilt.article.supersededBy !== null;
      for (const [statementId, { review, at }] of rebuilt.reviews) {
        checked += 1;
        if (reviews.holdsReview(review, superseded, at)) continue;
        mismatches.push({ statementId, message: 'the stored review is not what its events make of it' });
        if (repair) reviews.writeReview(review, superseded, at);
      }
      if (!mentions.holdsMentions(articleId, rebuilt.mentions)) {
        mismatches.push({
          statementId: articleId,
          message: 'the mentions kept for the article are not those its notes make',
        });
        if (repair) mentions.writeMentions(articleId, rebuilt.mentions);
      }
      const { article, at } = rebuilt;
      if (at === null || reviews.holdsArticleReview(article, at)) continue;
      mismatches.push({
        statementId: articleId,
        message: 'the stored standing of the article is not what its events make of it',
      });
      if (repair) reviews.putArticleReview(article, at);
    }
    for (const message of reviews.miscounts()) mismatches.push({ statementId: 'counts', message });
    if (repair && mismatches.length > 0) reviews.recount();
    return { checked, mismatches };
  });

  return ({ repair }: { repair: boolean }): Replayed => replay.immediate(repair);
}

/** An article's mentions, as the log alone makes and settles them. */
function replayedMentions() {
  const all = new Map<string, ReplayedMention>();
  const waitingIn = (threadId: string) =>
    [...all.values()].filter((one) => one.threadId === threadId && one.settledAt === null);
  return {
    follow(event: Event, notes: readonly Note[]): void {
      const { called, settled } = mentionsAfter(event, notes, waitingIn);
      for (const mention of called) {
        const key = keyOf(mention.editorId, mention.noteId);
        if (!all.has(key)) all.set(key, { ...mention, settledAt: null });
      }
      for (const { editorId, noteId } of settled) {
        const key = keyOf(editorId, noteId);
        const mention = all.get(key);
        if (mention) all.set(key, { ...mention, settledAt: event.at });
      }
    },
    all: (): readonly ReplayedMention[] => [...all.values()],
  };
}
