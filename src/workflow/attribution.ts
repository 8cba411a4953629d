// Did this source say this? Confirming, correcting, doubting it.
import type { Editor } from '../core/editor.js';
import type { Provenance } from '../core/event.js';
import type { Recorded } from '../core/store.js';
import { type Desk, onStatement, type Seen } from './desk.js';

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

export const identifySource = (
  desk: Desk,
  editor: Editor,
  id: string,
  seen: Seen,
  provenance: Provenance,
  reason: string | null,
): Promise<Recorded> =>
  onStatement(desk, editor, id, seen, { kind: 'source_identified', payload: { ...provenance, reason } });

export const recordIdentity = (
  desk: Desk,
  editor: Editor,
  id: string,
  seen: Seen,
  identity: string,
): Promise<Recorded> =>
  onStatement(desk, editor, id, seen, { kind: 'identity_recorded', payload: { identity } });
