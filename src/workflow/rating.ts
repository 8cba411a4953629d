// Is what was said true? Rating, the second signature, sending back, handing over.
import type { Editor } from '../core/editor.js';
import { invalid, Refusal } from '../core/errors.js';
import type { StatementAct } from '../core/event.js';
import { type Evidence, standing } from '../core/evidence.js';
import type { Rating } from '../core/rating.js';
import type { Recorded } from '../core/store.js';
import { type Desk, draftOf, mayTake, onStatement, permit, requestFor, type Seen } from './desk.js';
import { type Merge, mergesDue } from './known-origins.js';

export async function rate(
  desk: Desk,
  editor: Editor,
  id: string,
  seen: Seen,
  rating: Rating,
  reason: string,
): Promise<Recorded> {
  permit(editor, 'review');
  const { secondSignature } = await desk.store.settings();
  const { articleId, evidence } = await desk.store.review(id);
  const merges = rating === 'unchecked' ? [] : await mergesDue(desk, standing(evidence));
  const acts: StatementAct[] = [
    ...merges.map((payload): StatementAct => ({ kind: 'origins_merged', payload })),
    { kind: 'rated', payload: { rating, reason, secondSignature } },
  ];
  const entries = acts.map((act, index) => ({
    draft: draftOf(desk, editor, articleId, id, act),
    seen: seen.version + index,
  }));
  return desk.store.record(entries, requestFor(editor, seen.requestKey)).catch((error: unknown) => {
    throw merges.length > 0 ? sayingWhy(error, merges, evidence) : error;
  });
}

/** Where the gate counts fewer origins than the page shows, the refusal says which ones are one. */
function sayingWhy(error: unknown, merges: readonly Merge[], evidence: readonly Evidence[]): unknown {
  if (!(error instanceof Refusal) || error.code !== 'invalid') return error;
  const title = (id: string): string => `“${evidence.find((item) => item.id === id)?.title ?? ''}”`;
  const known = merges.map(
    ({ evidenceId, sameAs }) =>
      `${title(evidenceId)} and ${title(sameAs)} rest on one origin, as the desk knows by now.`,
  );
  return invalid([error.message, ...known].join(' '), error.field);
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
