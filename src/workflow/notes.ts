// Notes: on a statement, on a stretch of text, or on the article.
import type { Editor } from '../core/editor.js';
import type { NoteAct } from '../core/event.js';
import { mentionsIn } from '../core/mention.js';
import type { Span } from '../core/span.js';
import type { Recorded } from '../core/store.js';
import { type Desk, draftOf, permit, requestFor } from './desk.js';

export interface NewNote {
  readonly body: string;
  readonly confidential: boolean;
  readonly replyTo: string | null;
  readonly span: Span | null;
  /** Whom it calls on, where that is not to be read out of its words. */
  readonly mentions?: readonly string[];
}

/** Notes do not touch what others write, so they never collide: a version is checked only where one is given. */
export async function addNote(
  desk: Desk,
  editor: Editor,
  on: { articleId: string; statementId: string | null },
  note: NewNote,
  requestKey?: string,
  seen: number | null = null,
): Promise<Recorded> {
  const mentions = note.mentions ?? mentionsIn(note.body, await desk.store.editors());
  const act: NoteAct = { kind: 'noted', payload: { ...note, mentions, noteId: desk.newId() } };
  return onNote(desk, editor, on, act, requestKey, seen);
}

export async function changeNote(
  desk: Desk,
  editor: Editor,
  on: { articleId: string; statementId: string | null },
  act: Exclude<NoteAct, { kind: 'noted' }>,
  requestKey?: string,
): Promise<Recorded> {
  if (act.kind !== 'note_edited') return onNote(desk, editor, on, act, requestKey);
  const mentions = mentionsIn(act.payload.body, await desk.store.editors());
  return onNote(desk, editor, on, { ...act, payload: { ...act.payload, mentions } }, requestKey);
}

async function onNote(
  desk: Desk,
  editor: Editor,
  on: { articleId: string; statementId: string | null },
  act: NoteAct,
  requestKey: string | undefined,
  seen: number | null = null,
): Promise<Recorded> {
  permit(editor, 'annotate');
  const confidential = await isConfidential(desk, on, act);
  const draft = { ...draftOf(desk, editor, on.articleId, on.statementId, act), confidential };
  return desk.store.record([{ draft, seen }], requestFor(editor, requestKey));
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
