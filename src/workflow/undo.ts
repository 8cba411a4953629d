// Undo: an act is taken back by its opposite; the log keeps both.
import type { Editor } from '../core/editor.js';
import { conflict } from '../core/errors.js';
import type { Event, StatementAct } from '../core/event.js';
import type { Recorded, Statement } from '../core/store.js';
import { type Desk, onStatement, type Seen } from './desk.js';

/** Takes back the editor's own last act on a statement by its opposite; the log keeps both. */
export async function undo(desk: Desk, editor: Editor, id: string, seen: Seen): Promise<Recorded> {
  const events = await desk.store.statementEvents(id);
  const last = events.at(-1);
  if (!last || last.by !== editor.id) throw conflict('There is nothing of yours to undo here.');
  const act = opposite(last, events.slice(0, -1), await desk.store.statement(id));
  if (!act) throw conflict('That cannot be undone in one step. Change it by hand.');
  return onStatement(desk, editor, id, seen, act);
}

function opposite(event: Event, earlier: readonly Event[], statement: Statement): StatementAct | null {
  switch (event.kind) {
    case 'attribution_confirmed':
    case 'attribution_disputed':
      return { kind: 'attribution_reopened', payload: { reason: null } };
    case 'source_identified': {
      const before = earlier.findLast((other) => other.kind === 'source_identified');
      const payload =
        before?.kind === 'source_identified'
          ? before.payload
          : {
              speaker: statement.speaker,
              via: statement.via,
              channel: statement.channel,
              saidOn: statement.saidOn,
              reason: null,
            };
      return { kind: 'source_identified', payload };
    }
    case 'rated': {
      const before = earlier.findLast((other) => other.kind === 'rated');
      const { secondSignature } = event.payload;
      return before?.kind === 'rated'
        ? { kind: 'rated', payload: before.payload }
        : { kind: 'rated', payload: { rating: 'unchecked', reason: '', secondSignature } };
    }
    case 'signed_off':
      return { kind: 'sign_off_withdrawn', payload: { reason: 'Signed by mistake.' } };
    case 'evidence_added':
      return {
        kind: 'evidence_withdrawn',
        payload: { evidenceId: event.payload.id, reason: 'Added by mistake.' },
      };
    case 'struck_out':
      return { kind: 'restored', payload: { reason: null } };
    case 'restored':
      return { kind: 'struck_out', payload: { reason: 'Restored by mistake.' } };
    case 'statement_added':
      return { kind: 'struck_out', payload: { reason: 'Added by mistake.' } };
    case 'noted':
      return { kind: 'note_withdrawn', payload: { noteId: event.payload.noteId } };
    case 'note_resolved':
      return { kind: 'note_reopened', payload: event.payload };
    case 'note_reopened':
      return { kind: 'note_resolved', payload: event.payload };
    default:
      return null;
  }
}
