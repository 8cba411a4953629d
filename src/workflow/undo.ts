// Undo: an act is taken back by its opposite; the log keeps both.
import type { Editor } from '../core/editor.js';
import { conflict } from '../core/errors.js';
import type { Event, StatementAct } from '../core/event.js';
import { sameStory } from '../core/evidence.js';
import type { Review } from '../core/review.js';
import { reviewAfter } from '../core/review-after.js';
import type { Recorded } from '../core/store.js';
import { type Desk, draftOf, permit, requestFor, type Seen } from './desk.js';

/** Takes back the editor's own last act on a statement by its opposite; the log keeps both. */
export async function undo(desk: Desk, editor: Editor, id: string, seen: Seen): Promise<Recorded> {
  permit(editor, 'review');
  const events = await desk.store.statementEvents(id);
  const last = events.at(-1);
  const acts = last?.by === editor.id ? opposite(last, await stoodAfter(desk, id, events.slice(0, -1))) : [];
  const request = requestFor(editor, seen.requestKey);
  if (!last || acts.length === 0) {
    const before = await desk.store.record([], request);
    if (before.repeated) return before;
    throw conflict(
      last?.by === editor.id
        ? 'That cannot be undone in one step. Change it by hand.'
        : 'There is nothing of yours to undo here.',
    );
  }
  const entries = acts.map((act, index) => ({
    draft: draftOf(desk, editor, last.articleId, id, act),
    seen: seen.version + index,
  }));
  return desk.store.record(entries, request);
}

async function stoodAfter(desk: Desk, id: string, events: readonly Event[]): Promise<Review> {
  const statement = await desk.store.statement(id);
  const { text } = await desk.store.article(statement.articleId);
  return reviewAfter(statement, text, events);
}

/** What takes `event` back to where the review stood before it; nothing where one step cannot. */
function opposite(event: Event, before: Review): readonly StatementAct[] {
  switch (event.kind) {
    case 'attribution_confirmed':
    case 'attribution_disputed':
      return [{ kind: 'attribution_reopened', payload: { reason: null } }];
    case 'source_identified': {
      const { provenance, attributionReason: reason } = before;
      const back: StatementAct = { kind: 'source_identified', payload: { ...provenance, reason } };
      // Naming a source confirms it; what was open before is open again.
      return before.attribution === 'confirmed'
        ? [back]
        : [back, { kind: 'attribution_reopened', payload: { reason } }];
    }
    case 'rated': {
      const { rating, reason, secondSignature } = before;
      return [{ kind: 'rated', payload: { rating, reason, secondSignature } }];
    }
    case 'signed_off':
      return [{ kind: 'sign_off_withdrawn', payload: { reason: 'Signed by mistake.' } }];
    case 'evidence_added':
      return [
        {
          kind: 'evidence_withdrawn',
          payload: { evidenceId: event.payload.id, reason: 'Added by mistake.' },
        },
      ];
    case 'origins_merged':
      return unmerge(before, event.payload.evidenceId, event.payload.sameAs);
    case 'origins_parted':
      return remerge(before, event.payload.evidenceId);
    case 'struck_out':
      return [{ kind: 'restored', payload: { reason: null } }];
    case 'restored':
      return [{ kind: 'struck_out', payload: { reason: 'Restored by mistake.' } }];
    case 'statement_added':
      return [{ kind: 'struck_out', payload: { reason: 'Added by mistake.' } }];
    case 'noted':
      return [{ kind: 'note_withdrawn', payload: { noteId: event.payload.noteId } }];
    case 'note_resolved':
      return [{ kind: 'note_reopened', payload: event.payload }];
    case 'note_reopened':
      return [{ kind: 'note_resolved', payload: event.payload }];
    default:
      return [];
  }
}

/** The smaller of the two stories is taken out again, item by item, and made one story as it was. */
function unmerge(before: Review, evidenceId: string, sameAs: string): readonly StatementAct[] {
  const [first, second] = [evidenceId, sameAs].map((id) => storyOf(before, id));
  if (!first || !second) return [];
  const [one = '', ...rest] = first.length <= second.length ? first : second;
  return [
    ...[one, ...rest].map((id): StatementAct => ({ kind: 'origins_parted', payload: { evidenceId: id } })),
    ...rest.map((id): StatementAct => ({ kind: 'origins_merged', payload: { evidenceId: id, sameAs: one } })),
  ];
}

function remerge(before: Review, evidenceId: string): readonly StatementAct[] {
  const sameAs = storyOf(before, evidenceId)?.find((id) => id !== evidenceId);
  return sameAs === undefined ? [] : [{ kind: 'origins_merged', payload: { evidenceId, sameAs } }];
}

function storyOf({ evidence }: Review, id: string): readonly string[] | null {
  const item = evidence.find((one) => one.id === id);
  return item ? sameStory(evidence, item).map((one) => one.id) : null;
}
