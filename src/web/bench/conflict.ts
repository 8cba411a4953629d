// Somebody was faster: what this editor saw, what stands now, and who did what in between.
import { applyEvent } from '../../core/apply-event.js';
import type { Event, StatementEvent } from '../../core/event.js';
import { type Review, untouched } from '../../core/review.js';
import type { Statement } from '../../core/store.js';
import { wordsOf } from '../../core/words.js';
import { sentenceFor } from '../event-sentence.js';
import type { T } from '../words/words.js';
import { lineOf } from './statement-line.js';

export interface Difference {
  readonly what: string;
  readonly before: string;
  readonly now: string;
}

export interface Conflict {
  readonly deeds: readonly { readonly at: string; readonly sentence: string }[];
  readonly differences: readonly Difference[];
}

/** `seen` is the version the form was made from: the number of events its reader knew of. */
export function conflictOf(
  text: string,
  statement: Statement,
  events: readonly Event[],
  seen: number,
  nameOf: (id: string) => string,
  t: T,
): Conflict {
  const replay = (some: readonly Event[]): Review =>
    some.reduce<Review>(
      (review, event) => applyEvent(review, event as StatementEvent),
      untouched(statement.id, statement.articleId, statement, wordsOf(text, statement.content)),
    );
  const before = replay(events.slice(0, seen));
  const now = replay(events);
  const both = (what: string, say: (review: Review) => string): Difference => ({
    what,
    before: say(before),
    now: say(now),
  });
  return {
    deeds: events.slice(seen).map((event) => ({ at: event.at, sentence: sentenceFor(event, nameOf) })),
    differences: [
      both(t('panel.words'), (review) => review.words),
      both(t('panel.who'), (review) => lineOf(review.provenance, t)),
      both(t('panel.attribution'), (review) => t(`attribution.${review.attribution}`)),
      both(t('panel.rating'), (review) => t(`rating.${review.rating}`)),
      both(t('panel.reason'), (review) => review.reason),
      both(t('panel.evidence'), (review) =>
        t('evidence.count', { n: review.evidence.filter((item) => item.withdrawn === null).length }),
      ),
      both(t('panel.notes'), (review) =>
        t('notes.count', { n: review.notes.filter((note) => !note.withdrawn).length }),
      ),
    ].filter((one) => one.before !== one.now),
  };
}
