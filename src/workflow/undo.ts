// Undo: an act is taken back by its opposite; the log keeps both.
import type { Editor } from '../core/editor.js';
import { conflict } from '../core/errors.js';
import { takesBack } from '../core/opposite.js';
import type { Recorded } from '../core/store.js';
import { type Desk, draftOf, mayTake, permit, requestFor, type Seen } from './desk.js';

/** Takes back the editor's own last act on a statement by its opposite; the log keeps both. */
export async function undo(desk: Desk, editor: Editor, id: string, seen: Seen): Promise<Recorded> {
  permit(editor, 'review');
  const [events, statement] = await Promise.all([desk.store.statementEvents(id), desk.store.statement(id)]);
  const { text } = await desk.store.article(statement.articleId);
  const acts = takesBack(statement, text, events, editor.id);
  const request = requestFor(editor, seen.requestKey);
  if (acts.length === 0) {
    const before = await desk.store.record([], request);
    if (before.repeated) return before;
    throw conflict(
      events.at(-1)?.by === editor.id
        ? 'That cannot be undone in one step. Change it by hand.'
        : 'There is nothing of yours to undo here.',
    );
  }
  for (const act of acts) if (act.kind === 'assigned') await mayTake(desk, act.payload.to);
  const entries = acts.map((act, index) => ({
    draft: draftOf(desk, editor, statement.articleId, id, act),
    seen: seen.version + index,
  }));
  return desk.store.record(entries, request);
}
