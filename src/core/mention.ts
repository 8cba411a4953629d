// A mention: a note that calls on somebody by name. It waits for them until they have read it or its thread is closed.
import { type Editor, may } from './editor.js';
import type { Event } from './event.js';
import type { Note } from './review.js';

export interface Mention {
  readonly noteId: string;
  readonly articleId: string;
  /** Null where the note stands on the article or on a stretch of its text. */
  readonly statementId: string | null;
  readonly by: string;
  readonly at: string;
}

export interface MentionStore {
  /** What waits for an editor, newest first. */
  mentions(editorId: string, limit: number): Promise<readonly Mention[]>;
  /** Whether there was such a mention, unread. */
  readMention(editorId: string, noteId: string, at: string): Promise<boolean>;
}

/** A mention as it is kept: with the note that opened its thread, and whom it calls on. */
export interface KeptMention extends Mention {
  readonly editorId: string;
  readonly threadId: string;
}

export interface MentionChange {
  /** Written once: a note that calls on somebody again says nothing new. */
  readonly called: readonly KeptMention[];
  /** These wait no longer. */
  readonly settled: readonly Pick<KeptMention, 'editorId' | 'noteId'>[];
}

/** What an event does to mentions; `notes` are as it left them, `waitingIn` gives those of a thread that wait. */
export function mentionsAfter(
  event: Event,
  notes: readonly Note[],
  waitingIn: (threadId: string) => readonly Pick<KeptMention, 'editorId' | 'noteId'>[],
): MentionChange {
  switch (event.kind) {
    case 'noted':
    case 'note_edited':
    case 'note_resolved':
    case 'note_withdrawn': {
      const note = notes.find(({ id }) => id === event.payload.noteId);
      if (!note) return NOTHING;
      const threadId = threadOf(note.id, notes);
      const waiting = waitingIn(threadId);
      if (event.kind === 'note_resolved') return { called: [], settled: waiting };
      const own = waiting.filter(({ noteId }) => noteId === note.id);
      if (event.kind === 'note_withdrawn') return { called: [], settled: own };
      const answered = waiting.filter(({ editorId }) => editorId === event.by);
      const noLonger = own.filter(({ editorId }) => !note.mentions.includes(editorId));
      return { called: callsIn(event, note, threadId), settled: [...answered, ...noLonger] };
    }
    default:
      return NOTHING;
  }
}

const NOTHING: MentionChange = { called: [], settled: [] };

const callsIn = (event: Event, note: Note, threadId: string): readonly KeptMention[] =>
  note.mentions
    .filter((editorId) => editorId !== note.by)
    .map((editorId) => ({
      editorId,
      noteId: note.id,
      threadId,
      articleId: event.articleId,
      statementId: event.statementId,
      by: note.by,
      at: event.at,
    }));

/** The id of the note that opened the thread this one belongs to. */
function threadOf(id: string, notes: readonly Note[]): string {
  const byId = new Map(notes.map((note) => [note.id, note]));
  let at = id;
  for (let up = byId.get(at)?.replyTo; up; up = byId.get(up)?.replyTo) at = up;
  return at;
}

/** Whom a note calls on: `@` and the name they sign in with. Ids, each once; who cannot read the note is nobody. */
export function mentionsIn(body: string, editors: readonly Editor[]): readonly string[] {
  const called = new Set<string>();
  for (const [, login = ''] of body.matchAll(CALL)) {
    called.add(login.toLowerCase());
    called.add(login.toLowerCase().replace(/[._@+-]+$/, ''));
  }
  return editors.filter((editor) => may(editor, 'annotate') && called.has(editor.login)).map(({ id }) => id);
}

/** Not the `@` inside an address: `desk@quay.example` calls on nobody named quay. */
const CALL = /(?<![\p{L}\p{N}._+-])@([\p{L}\p{N}][\p{L}\p{N}._@+-]{0,99})/gu;

/** How the others are called on, as far as a line holds them: `@amira, @jonas`. */
export const callsFor = (editors: readonly Editor[], own: string): string =>
  editors
    .filter((editor) => editor.id !== own && may(editor, 'annotate'))
    .slice(0, 12)
    .map(({ login }) => `@${login}`)
    .join(', ');
