// Somebody was faster: what this editor saw, what stands now, and who did what in between.
import type { Event } from '../../core/event.js';
import { reviewAfter } from '../../core/review-after.js';
import type { Statement } from '../../core/store.js';
import { type Asker, type Difference, reviewDifferences } from '../differences.js';
import { sentenceFor } from '../event-sentence.js';

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
  asker: Asker,
): Conflict {
  const before = reviewAfter(statement, text, events.slice(0, seen));
  const now = reviewAfter(statement, text, events);
  return {
    deeds: events.slice(seen).map((event) => ({ at: event.at, sentence: sentenceFor(event, asker.nameOf) })),
    differences: reviewDifferences(before, now, asker),
  };
}
