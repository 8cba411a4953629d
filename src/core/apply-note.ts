// Notes: threads, mentions, edits that keep the earlier words. The same on a statement and on an article.
import { conflict, forbidden, invalid, notFound } from './errors.js';
import type { ArticleEvent, NoteAct, StatementEvent } from './event.js';
import type { Note } from './review.js';

/** Characters of Markdown in one note. */
export const NOTE_LIMIT = 10_000;

type AnyEvent = StatementEvent | ArticleEvent;
export type NoteEvent = Extract<AnyEvent, { kind: NoteAct['kind'] }>;

const NOTE_KINDS: ReadonlySet<string> = new Set<NoteAct['kind']>([
  'noted',
  'note_edited',
  'note_resolved',
  'note_reopened',
  'note_withdrawn',
]);

export const isNoteEvent = (event: AnyEvent): event is NoteEvent => NOTE_KINDS.has(event.kind);

export function applyNote(notes: readonly Note[], event: NoteEvent): readonly Note[] {
  if (event.kind === 'noted') {
    const { noteId, replyTo, body, confidential, span, mentions } = event.payload;
    checkBody(body);
    if (notes.some((note) => note.id === noteId)) throw conflict('That note was written already.');
    const parent = replyTo ? find(notes, replyTo) : null;
    const note: Note = {
      id: noteId,
      replyTo,
      by: event.by,
      at: event.at,
      body,
      confidential: confidential || (parent?.confidential ?? false),
      span,
      mentions,
      earlier: [],
      resolved: false,
      withdrawn: false,
    };
    return [...notes, note];
  }
  const note = find(notes, event.payload.noteId);
  const put = (next: Note): readonly Note[] => notes.map((other) => (other.id === note.id ? next : other));
  switch (event.kind) {
    case 'note_edited':
      if (note.by !== event.by) throw forbidden('Only its author can reword a note. Reply to it instead.');
      checkBody(event.payload.body);
      return put({
        ...note,
        body: event.payload.body,
        mentions: event.payload.mentions ?? note.mentions,
        earlier: [...note.earlier, { body: note.body, until: event.at }],
      });
    case 'note_resolved':
      if (note.resolved) throw conflict('That thread is resolved already.');
      return put({ ...note, resolved: true });
    case 'note_reopened':
      if (!note.resolved) throw conflict('That thread is open already.');
      return put({ ...note, resolved: false });
    case 'note_withdrawn':
      if (note.by !== event.by) throw forbidden('Only its author can withdraw a note.');
      return put({ ...note, withdrawn: true });
  }
}

function find(notes: readonly Note[], id: string): Note {
  const note = notes.find((candidate) => candidate.id === id && !candidate.withdrawn);
  if (!note) throw notFound('That note is not here, or was withdrawn. Reload the page.');
  return note;
}

function checkBody(body: string): void {
  if (body.trim() === '') throw invalid('The note is empty. Write something, or leave it.', 'body');
  if (body.length > NOTE_LIMIT)
    throw invalid(
      `A note holds ${NOTE_LIMIT.toLocaleString('en')} characters; this one has ${body.length.toLocaleString('en')}. Split it, or attach a file as evidence.`,
      'body',
    );
}
