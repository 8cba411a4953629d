// One act, whole or not at all: checked, applied, chained, and what it changed written, inside one transaction.
import type { Database } from 'better-sqlite3';
import { applyEvent } from '../core/apply-event.js';
import { applyArticleEvent } from '../core/article-review.js';
import { conflict, invalid, notFound } from '../core/errors.js';
import type { ArticleEvent, Event, StatementEvent } from '../core/event.js';
import { untouched } from '../core/review.js';
import type { SpeakerEntry } from '../core/speakers/speaker-store.js';
import type { Entry, Recorded, RequestKey } from '../core/store.js';
import { wordsOf } from '../core/words.js';
import type { ArticleTables } from './articles.js';
import type { LogTable } from './log.js';
import type { MentionTable } from './mentions.js';
import type { ReviewTables } from './reviews.js';
import type { WebhookTables } from './webhooks.js';

export function recorder(
  db: Database,
  articles: ArticleTables,
  reviews: ReviewTables,
  log: LogTable,
  mentions: MentionTable,
  webhooks: WebhookTables,
  keepSpeakers: (acts: readonly SpeakerEntry[]) => void,
) {
  const earlier = db.prepare<[string, string], { answer: string }>(
    'SELECT answer FROM requests WHERE editor_id = ? AND key = ?',
  );
  const remember = db.prepare('INSERT INTO requests (editor_id, key, at, answer) VALUES (?, ?, ?, ?)');
  const forget = db.prepare('DELETE FROM requests WHERE at < ?');

  /** To be called inside a transaction. */
  function apply(entry: Entry): Event {
    const { draft, seen } = entry;
    if (draft.statementId === null) {
      const before = reviews.articleReview(draft.articleId);
      checkSeen(seen, before.version);
      const event = log.append(draft) as ArticleEvent;
      const after = applyArticleEvent(before, event);
      reviews.putArticleReview(after, event.at);
      mentions.follow(event, after.notes);
      webhooks.tellOfArticle(event, after);
      return event;
    }
    if (entry.statement) {
      const { statement } = entry;
      articles.insertStatement(statement);
      const text = articles.text(statement.articleId);
      reviews.putReview(
        untouched(statement.id, statement.articleId, statement, wordsOf(text, statement.content)),
        draft.at,
      );
    }
    const before = reviews.review(draft.statementId);
    if (before.articleId !== draft.articleId) throw notFound('There is no such statement in that article.');
    checkSeen(seen, before.version);
    if (entry.speakers?.length) keepSpeakers(entry.speakers);
    const event = log.append(draft) as StatementEvent;
    const after = applyEvent(before, event);
    reviews.putReview(after, event.at);
    mentions.follow(event, after.notes);
    webhooks.tellOfStatement(event, before, after);
    reviews.touchArticle(draft.articleId, event.at);
    return event;
  }

  /** What a request was answered before, if it was. */
  const answered = (request: RequestKey): unknown => {
    const found = earlier.get(request.editorId, request.key);
    return found && JSON.parse(found.answer);
  };

  function answer(request: RequestKey, at: string, value: unknown): void {
    forget.run(new Date(Date.parse(at) - KEPT_FOR).toISOString());
    remember.run(request.editorId, request.key, at, JSON.stringify(value));
  }

  const record = db.transaction((entries: readonly Entry[], request?: RequestKey): Recorded => {
    const before = request && answered(request);
    if (before !== undefined) return { events: sameDeeds(before, entries), repeated: true };
    const events = entries.map(apply);
    const at = events[0]?.at;
    if (request && at !== undefined) answer(request, at, events);
    return { events, repeated: false };
  });

  return {
    apply,
    answered,
    answer,
    record: (entries: readonly Entry[], request?: RequestKey) => record.immediate(entries, request),
  };
}

/** What a request was answered before; refused where its key named something else, which must not be lost in silence. */
function sameDeeds(before: unknown, [first]: readonly Entry[]): readonly Event[] {
  const events = Array.isArray(before) ? (before as readonly Event[]) : [];
  const on = events[0];
  const isSame = on?.articleId === first?.draft.articleId && on?.statementId === first?.draft.statementId;
  if (first && !isSame) throw keyTaken();
  return events;
}

export const keyTaken = () =>
  invalid('This key named another request of yours. Reload the page and send it again.');

/** A day: long enough for any retry, short enough that the table stays small. */
const KEPT_FOR = 86_400_000;

function checkSeen(seen: number | null, version: number): void {
  if (seen !== null && seen !== version)
    throw conflict('Somebody changed this after you opened it. Your text is still in the form below.');
}
