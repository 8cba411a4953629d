// One text under several mastheads: saying so, taking it back, and asking it of a link.
import type { Editor } from '../core/editor.js';
import { invalid } from '../core/errors.js';
import type { Recorded } from '../core/store.js';
import { articleIn, spellingsOf, wireKey } from '../core/wire.js';
import { type Desk, onArticle, permit } from './desk.js';

/** Records that `articleId` is the text of `of` under its own masthead: whatever rests on either has one origin. */
export async function recordRepublication(
  desk: Desk,
  editor: Editor,
  articleId: string,
  of: string,
): Promise<Recorded> {
  permit(editor, 'import');
  await mayRepublish(desk, articleId, of);
  return onArticle(desk, editor, articleId, { kind: 'republication_recorded', payload: { of } });
}

async function mayRepublish(desk: Desk, articleId: string, of: string): Promise<void> {
  const { storyId } = await desk.store.article(of);
  const wire = await desk.store.wireOf(articleId);
  const own = await desk.store.article(articleId);
  if (storyId === own.storyId)
    throw invalid('These are versions of one article, not two articles of one text.', 'of');
  if (wire.some(({ article }) => article.storyId === storyId))
    throw invalid('These two are recorded as one text already.', 'of');
}

export async function withdrawRepublication(
  desk: Desk,
  editor: Editor,
  articleId: string,
  reason: string,
): Promise<Recorded> {
  permit(editor, 'import');
  return onArticle(desk, editor, articleId, { kind: 'republication_withdrawn', payload: { reason } });
}

/**
 * The wire that a link leads to: of the article kept under that address, or shown on that page of this desk. The same
 * key for two links means one origin. Null where the desk has no such article.
 */
export async function wireOfLink(desk: Desk, address: string | null): Promise<string | null> {
  if (!address) return null;
  const found = await desk.store.findArticleAt(spellingsOf(address));
  const id = found?.id ?? (await articleHere(desk, address));
  return id === null ? null : wireKey(await desk.store.wireOf(id));
}

async function articleHere(desk: Desk, address: string): Promise<string | null> {
  const id = articleIn(address);
  if (id === null) return null;
  return desk.store.articleSummary(id).then(
    (article) => article.id,
    () => null,
  );
}
