// What takes an act back: its opposite, as acts of its own. Nothing where one step cannot bring back what was.
import { applyEvent } from './apply-event.js';
import type { EvidenceEvent } from './apply-evidence.js';
import type { Event, StatementAct, StatementEvent } from './event.js';
import { type Evidence, sameStory } from './evidence.js';
import type { Review } from './review.js';
import { reviewAfter } from './review-after.js';
import type { ExtractedStatement } from './statement.js';

/** What takes back the last of a statement's `events` where it was `by`'s own; empty where nothing does. */
export function takesBack(
  statement: ExtractedStatement & { readonly id: string; readonly articleId: string },
  text: string,
  events: readonly Event[],
  by: string,
): readonly StatementAct[] {
  const last = events.at(-1);
  if (last?.by !== by) return [];
  const before = reviewAfter(statement, text, events.slice(0, -1));
  const event = last as StatementEvent;
  return [...opposite(event, before), ...gradesBack(before, applyEvent(before, event))];
}

/** What takes `event` back to where the review stood `before` it. What fell with it, a signature say, stays fallen. */
function opposite(event: StatementEvent, before: Review): readonly StatementAct[] {
  switch (event.kind) {
    case 'statement_added':
      return [{ kind: 'struck_out', payload: { reason: 'Added by mistake.' } }];
    case 'attribution_confirmed':
    case 'attribution_disputed':
      return attributionBack(before, event.by);
    case 'source_identified': {
      const { provenance, attributionReason: reason } = before;
      const back: StatementAct = { kind: 'source_identified', payload: { ...provenance, reason } };
      // Naming a source confirms it; what was open before is open again.
      return before.attribution === 'confirmed' ? [back] : [back, ...attributionBack(before, event.by)];
    }
    case 'words_corrected': {
      const { kind, content, cue, source, words } = before;
      return [{ kind: 'words_corrected', payload: { kind, content, cue, source, words } }];
    }
    case 'reclassified': {
      const { checkable, polarity } = before;
      return [{ kind: 'reclassified', payload: { checkable, polarity } }];
    }
    case 'struck_out':
      return [{ kind: 'restored', payload: { reason: null } }];
    case 'restored':
      return [
        { kind: 'struck_out', payload: { reason: before.struckOut?.reason ?? 'Restored by mistake.' } },
      ];
    case 'rated': {
      const { rating, reason, secondSignature } = before;
      return [{ kind: 'rated', payload: { rating, reason, secondSignature } }];
    }
    case 'signed_off':
      return [{ kind: 'sign_off_withdrawn', payload: { reason: 'Signed by mistake.' } }];
    case 'identity_recorded':
      return [{ kind: 'identity_recorded', payload: { identity: before.identity ?? '' } }];
    case 'assigned':
      return [{ kind: 'assigned', payload: { to: before.assignedTo, note: null } }];
    case 'evidence_added':
    case 'evidence_stance_changed':
    case 'evidence_origin_changed':
    case 'origins_merged':
    case 'origins_parted':
    case 'reliability_graded':
    case 'credibility_graded':
      return evidenceBack(event, before);
    case 'noted':
    case 'note_edited':
    case 'note_resolved':
    case 'note_reopened':
      return noteBack(event, before);
    // What was withdrawn, sent back or opened again is added, signed or settled anew, by whoever answers for it now.
    case 'attribution_reopened':
    case 'sign_off_withdrawn':
    case 'returned':
    case 'evidence_withdrawn':
    case 'note_withdrawn':
    case 'carried_over':
      return [];
  }
}

/** A doubt comes back whoever had it; a confirmation only where the same editor gave it. */
function attributionBack(before: Review, by: string): readonly StatementAct[] {
  const { attribution, attributionReason: reason, attributedBy } = before;
  if (attribution === 'disputed')
    return [{ kind: 'attribution_disputed', payload: { reason: reason ?? '' } }];
  return attribution === 'confirmed' && attributedBy === by
    ? [{ kind: 'attribution_confirmed', payload: {} }]
    : [{ kind: 'attribution_reopened', payload: { reason } }];
}

type Of<Kind extends StatementAct['kind']> = Extract<StatementEvent, { kind: Kind }>;

function evidenceBack(
  event: Exclude<EvidenceEvent, { kind: 'evidence_withdrawn' }>,
  before: Review,
): readonly StatementAct[] {
  if (event.kind === 'evidence_added')
    return [
      { kind: 'evidence_withdrawn', payload: { evidenceId: event.payload.id, reason: 'Added by mistake.' } },
    ];
  const { evidenceId } = event.payload;
  const item = before.evidence.find(({ id }) => id === evidenceId);
  if (!item) return [];
  const { stance, origin, reliability, credibility } = item;
  switch (event.kind) {
    case 'evidence_stance_changed':
      return [{ kind: event.kind, payload: { evidenceId, stance, reason: '' } }];
    case 'evidence_origin_changed':
      return [{ kind: event.kind, payload: { evidenceId, origin, reason: '' } }];
    case 'origins_merged':
      return unmerge(before, evidenceId, event.payload.sameAs);
    case 'origins_parted':
      return remerge(before, evidenceId);
    case 'reliability_graded':
      return [{ kind: event.kind, payload: { evidenceId, reliability } }];
    case 'credibility_graded':
      return [{ kind: event.kind, payload: { evidenceId, credibility } }];
  }
}

/** "1, confirmed by others" falls when the others go; it comes back with them. */
const gradesBack = (before: Review, after: Review): readonly StatementAct[] =>
  before.evidence
    .filter(({ id, credibility }) => {
      const now = after.evidence.find((item) => item.id === id);
      return credibility === 1 && now?.credibility === 6 && now.withdrawn === null;
    })
    .map(({ id: evidenceId }) => ({ kind: 'credibility_graded', payload: { evidenceId, credibility: 1 } }));

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

function storyOf({ evidence }: { readonly evidence: readonly Evidence[] }, id: string) {
  const item = evidence.find((one) => one.id === id);
  return item ? sameStory(evidence, item).map((one) => one.id) : null;
}

function noteBack(
  event: Of<'noted' | 'note_edited' | 'note_resolved' | 'note_reopened'>,
  before: Review,
): readonly StatementAct[] {
  const { noteId } = event.payload;
  switch (event.kind) {
    case 'noted':
      return [{ kind: 'note_withdrawn', payload: { noteId } }];
    case 'note_edited': {
      const note = before.notes.find(({ id }) => id === noteId);
      return note
        ? [{ kind: 'note_edited', payload: { noteId, body: note.body, mentions: note.mentions } }]
        : [];
    }
    case 'note_resolved':
      return [{ kind: 'note_reopened', payload: { noteId } }];
    case 'note_reopened':
      return [{ kind: 'note_resolved', payload: { noteId } }];
  }
}
