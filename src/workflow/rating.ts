// Is what was said true? Rating, the second signature, sending back, handing over.
import type { Editor } from '../core/editor.js';
import type { Rating } from '../core/rating.js';
import type { Recorded } from '../core/store.js';
import { type Desk, mayTake, onStatement, permit, type Seen } from './desk.js';

export async function rate(
  desk: Desk,
  editor: Editor,
  id: string,
  seen: Seen,
  rating: Rating,
  reason: string,
): Promise<Recorded> {
  const { secondSignature } = await desk.store.settings();
  return onStatement(desk, editor, id, seen, { kind: 'rated', payload: { rating, reason, secondSignature } });
}

/** `digest` is of what the second editor saw; the rule refuses it when anything changed since. */
export const signOff = (
  desk: Desk,
  editor: Editor,
  id: string,
  seen: Seen,
  digest: string,
): Promise<Recorded> => onStatement(desk, editor, id, seen, { kind: 'signed_off', payload: { digest } });

export const withdrawSignOff = (
  desk: Desk,
  editor: Editor,
  id: string,
  seen: Seen,
  reason: string,
): Promise<Recorded> =>
  onStatement(desk, editor, id, seen, { kind: 'sign_off_withdrawn', payload: { reason } });

export const sendBack = (
  desk: Desk,
  editor: Editor,
  id: string,
  seen: Seen,
  reason: string,
): Promise<Recorded> => onStatement(desk, editor, id, seen, { kind: 'returned', payload: { reason } });

export async function assign(
  desk: Desk,
  editor: Editor,
  id: string,
  seen: Seen,
  to: string | null,
  note: string | null,
): Promise<Recorded> {
  permit(editor, to === editor.id ? 'review' : 'assign');
  await mayTake(desk, to);
  return onStatement(desk, editor, id, seen, { kind: 'assigned', payload: { to, note } });
}
