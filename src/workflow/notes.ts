// Notes: on a statement, on a stretch of text, or on the article.
import type { Editor } from '../core/editor.js';
import type { NoteAct } from '../core/event.js';
import type { Span } from '../core/span.js';
import type { Recorded } from '../core/store.js';
import { type Desk, draftOf, permit, requestFor } from './desk.js';

export interface NewNote {
  readonly body: string;
  readonly confidential: boolean;
  readonly replyTo: string | null;
  readonly span: Span | null;
  readonly mentions: readonly string[];
}

/** Notes do not touch what others write, so they never collide: no version is asked for. */
export async function addNote(
  desk: Desk,
  editor: Editor,
  on: { articleId: string; statementId: string | null },
  note: NewNote,
  requestKey?: string,
): Promise<Recorded> {
  return onNote(desk, editor, on, { kind: 'noted', payload: { ...note, noteId: desk.newId() } }, requestKey);
}

export async function changeNote(
  desk: Desk,
  editor: Editor,
  on: { articleId: string; statementId: string | null },
  act: Exclude<NoteAct, { kind: 'noted' }>,
  requestKey?: string,
): Promise<Recorded> {
  return onNote(desk, editor, on, act, requestKey);
}

async function onNote(
  desk: Desk,
  editor: Editor,
  on: { articleId: string; statementId: string | null },
  act: NoteAct,
  requestKey: string | undefined,
): Promise<Recorded> {
  permit(editor, 'annotate');
  const confidential = await isConfidential(desk, on, act);
  const draft = { ...draftOf(desk, editor, on.articleId, on.statementId, act), confidential };
  return desk.store.record([{ draft, seen: null }], requestFor(editor, requestKey));
}

/** A reply to a confidential note, or new words for one, are confidential too. */
async function isConfidential(
  desk: Desk,
  on: { articleId: string; statementId: string | null },
  act: NoteAct,
): Promise<boolean> {
  if (act.kind === 'noted' && act.payload.confidential) return true;
  const parent = act.kind === 'noted' ? act.payload.replyTo : act.payload.noteId;
  if (parent === null) return false;
  const { notes } = on.statementId
    ? await desk.store.review(on.statementId)
    : await desk.store.articleReview(on.articleId);
  return notes.some((note) => note.id === parent && note.confidential);
}
