// Notes as threads, for whoever may read them.
import type { Note } from '../../core/review.js';
import { exact } from '../../core/span.js';
import { renderMarkdown } from '../markdown.js';
import type { SafeHtml } from '../render.js';

export interface ShownNote {
  readonly id: string;
  readonly by: string;
  readonly at: string;
  readonly html: SafeHtml;
  /** The words of the article it stands on. */
  readonly quote: string | null;
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

/** `text` is the article's, where the notes may stand on stretches of it. */
export function threadsOf(
  notes: readonly Note[],
  reader: NoteReader,
  text: string | null = null,
): readonly ShownNote[] {
  const readable = notes.filter((note) => !note.withdrawn && (reader.seesConfidential || !note.confidential));
  const known = new Set(readable.map((note) => note.id));
  const show = (note: Note): ShownNote => ({
    id: note.id,
    by: reader.nameOf(note.by),
    at: note.at,
    html: renderMarkdown(note.body),
    quote: text !== null && note.span ? shorten(exact(text, note.span)) : null,
    body: note.body,
    confidential: note.confidential,
    resolved: note.resolved,
    own: note.by === reader.id,
    earlier: note.earlier.map(({ until, body }) => ({ until, html: renderMarkdown(body) })),
    replies: readable.filter((reply) => reply.replyTo === note.id).map(show),
  });
  return readable.filter((note) => note.replyTo === null || !known.has(note.replyTo)).map(show);
}

const shorten = (words: string): string => {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > 160 ? `${line.slice(0, 157).trimEnd()}…` : line;
};
