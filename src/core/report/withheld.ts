// What is confidential: recognised here once, so that the rest of the report never holds it.
import type { Event } from '../event.js';
import type { Note, Review } from '../review.js';
import type { Withheld } from './model.js';

/** Notes that may be shown: not confidential, not in answer to a confidential one, not withdrawn. */
export function openNotes(notes: readonly Note[]): readonly Note[] {
  const hidden = hiddenNotes(notes);
  return notes.filter((note) => !hidden.has(note.id) && !note.withdrawn);
}

export function hiddenNotes(notes: readonly Note[]): ReadonlySet<string> {
  const hidden = new Set<string>();
  for (const note of notes)
    if (note.confidential || (note.replyTo !== null && hidden.has(note.replyTo))) hidden.add(note.id);
  return hidden;
}

export function openEvents(events: readonly Event[], notes: readonly Note[]): readonly Event[] {
  const hidden = hiddenNotes(notes);
  return events.filter((event) => !isHidden(event, hidden));
}

function isHidden(event: Event, hidden: ReadonlySet<string>): boolean {
  if (event.confidential || event.kind === 'identity_recorded') return true;
  switch (event.kind) {
    case 'noted':
      return event.payload.confidential || hidden.has(event.payload.noteId);
    case 'note_edited':
    case 'note_resolved':
    case 'note_reopened':
    case 'note_withdrawn':
      return hidden.has(event.payload.noteId);
    default:
      return false;
  }
}

export const withheldOf = (
  review: Pick<Review, 'notes'> & { readonly identity?: string | null },
  events: readonly Event[],
): Withheld => ({
  notes: hiddenNotes(review.notes).size,
  identities: review.identity ? 1 : 0,
  events: events.length - openEvents(events, review.notes).length,
});

export const addWithheld = (all: readonly Withheld[]): Withheld =>
  all.reduce(
    (sum, one) => ({
      notes: sum.notes + one.notes,
      identities: sum.identities + one.identities,
      events: sum.events + one.events,
    }),
    { notes: 0, identities: 0, events: 0 },
  );
