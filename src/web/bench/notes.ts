// Notes as threads, for whoever may read them.
import type { Note } from '../../core/review.js';
import { renderMarkdown } from '../markdown.js';
import type { SafeHtml } from '../render.js';

export interface ShownNote {
  readonly id: string;
  readonly by: string;
  readonly at: string;
  readonly html: SafeHtml;
  readonly body: string;
  readonly confidential: boolean;
  readonly resolved: boolean;
  readonly own: boolean;
  readonly earlier: readonly { readonly until: string; readonly html: SafeHtml }[];
  readonly replies: readonly ShownNote[];
}

export interface NoteReader {
  readonly id: string;
  readonly seesConfidential: boolean;
  readonly nameOf: (id: string) => string;
}

export function threadsOf(notes: readonly Note[], reader: NoteReader): readonly ShownNote[] {
  const readable = notes.filter((note) => !note.withdrawn && (reader.seesConfidential || !note.confidential));
  const known = new Set(readable.map((note) => note.id));
  const show = (note: Note): ShownNote => ({
    id: note.id,
    by: reader.nameOf(note.by),
    at: note.at,
    html: renderMarkdown(note.body),
    body: note.body,
    confidential: note.confidential,
    resolved: note.resolved,
    own: note.by === reader.id,
    earlier: note.earlier.map(({ until, body }) => ({ until, html: renderMarkdown(body) })),
    replies: readable.filter((reply) => reply.replyTo === note.id).map(show),
  });
  return readable.filter((note) => note.replyTo === null || !known.has(note.replyTo)).map(show);
}
