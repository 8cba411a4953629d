// The publisher's own voice, confirmed at one stroke: its sentences have nobody else to be mistaken for.
import type { Editor } from '../core/editor.js';
import { invalid } from '../core/errors.js';
import type { Review } from '../core/review.js';
import type { Recorded } from '../core/store.js';
import { type Desk, draftOf, permit, requestFor } from './desk.js';

export const isOwnVoiceOpen = (review: Review): boolean =>
  review.struckOut === null && review.kind === 'narration' && review.attribution === 'unchecked';

/** One event for each statement, all in one transaction: the log says the same as if they had been confirmed one by one. */
export async function confirmOwnVoice(
  desk: Desk,
  editor: Editor,
  articleId: string,
  requestKey?: string,
): Promise<Recorded> {
  permit(editor, 'review');
  const open = (await desk.store.reviews(articleId)).filter(isOwnVoiceOpen);
  if (open.length === 0) throw invalid('Everything in the publisher’s own voice is confirmed already.');
  const entries = open.map((review) => ({
    draft: draftOf(desk, editor, articleId, review.statementId, {
      kind: 'attribution_confirmed',
      payload: {},
    }),
    seen: review.version,
  }));
  return desk.store.record(entries, requestFor(editor, requestKey));
}
