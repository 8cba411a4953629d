// Where a statement stood at any moment: its events replayed up to there.
import { applyEvent } from './apply-event.js';
import type { Event, StatementEvent } from './event.js';
import { type Review, untouched } from './review.js';
import type { ExtractedStatement } from './statement.js';
import { wordsOf } from './words.js';

/** `text` is the article's; `events` the statement's own, in order. */
export const reviewAfter = (
  statement: ExtractedStatement & { readonly id: string; readonly articleId: string },
  text: string,
  events: readonly Event[],
): Review =>
  events.reduce<Review>(
    (review, event) => applyEvent(review, event as StatementEvent),
    untouched(statement.id, statement.articleId, statement, wordsOf(text, statement.content)),
  );
