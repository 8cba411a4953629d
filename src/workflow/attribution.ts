// Did this source say this? Confirming, correcting, doubting it.
import type { Editor } from '../core/editor.js';
import type { Provenance } from '../core/event.js';
import type { Recorded } from '../core/store.js';
import { wordsOf } from '../core/words.js';
import { type Desk, onStatement, permit, type Seen } from './desk.js';
import { chosenFromRegistry, namedInRegistry } from './speakers.js';

export const confirmAttribution = (desk: Desk, editor: Editor, id: string, seen: Seen): Promise<Recorded> =>
  onStatement(desk, editor, id, seen, { kind: 'attribution_confirmed', payload: {} });

export const disputeAttribution = (
  desk: Desk,
  editor: Editor,
  id: string,
  seen: Seen,
  reason: string,
): Promise<Recorded> =>
  onStatement(desk, editor, id, seen, { kind: 'attribution_disputed', payload: { reason } });

export const reopenAttribution = (
  desk: Desk,
  editor: Editor,
  id: string,
  seen: Seen,
  reason: string | null,
): Promise<Recorded> =>
  onStatement(desk, editor, id, seen, { kind: 'attribution_reopened', payload: { reason } });

/** Settles who said it. The name is linked to the registry; what the article called them becomes an alias there. */
export async function identifySource(
  desk: Desk,
  editor: Editor,
  id: string,
  seen: Seen,
  provenance: Provenance,
  reason: string | null,
): Promise<Recorded> {
  permit(editor, 'review');
  const speaker = { ...provenance.speaker, candidates: undefined };
  const { provenance: before } = await desk.store.review(id);
  const isChosen = speaker.speakerId && speaker.speakerId !== before.speaker.speakerId;
  const called = await calledInText(desk, id);
  const named = isChosen
    ? await chosenFromRegistry(desk, editor, speaker.speakerId ?? '', called)
    : speaker.speakerId || speaker.name.trim() === ''
      ? { id: speaker.speakerId ?? null, entries: [] }
      : await namedInRegistry(desk, editor, speaker, called);
  const payload = { ...provenance, speaker: { ...speaker, speakerId: named.id }, reason };
  return onStatement(desk, editor, id, seen, { kind: 'source_identified', payload }, named.entries);
}

async function calledInText(desk: Desk, statementId: string): Promise<string> {
  const { articleId, source } = await desk.store.review(statementId);
  return wordsOf((await desk.store.article(articleId)).text, source);
}

export const recordIdentity = (
  desk: Desk,
  editor: Editor,
  id: string,
  seen: Seen,
  identity: string,
): Promise<Recorded> =>
  onStatement(desk, editor, id, seen, { kind: 'identity_recorded', payload: { identity } });
