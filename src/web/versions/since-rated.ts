// "What changed since I rated this": what a statement brought along from the version before, and what it became after.
import { changedParagraphs } from '../../core/anchor/changed-paragraphs.js';
import type { PlacementStatus } from '../../core/anchor/version.js';
import type { Rating } from '../../core/rating.js';
import type { Review } from '../../core/review.js';
import type { Store } from '../../core/store.js';
import { type LoadedArticle, loadArticle } from '../bench/loaded-article.js';
import { toldOf } from './shown-fates.js';

export interface SinceRated {
  readonly placement: PlacementStatus;
  /** In sentences; empty where it was kept. */
  readonly changed: string;
  /** The words then and now, as pieces. */
  readonly pieces: ReturnType<typeof changedParagraphs>[number]['pieces'];
  readonly rating: Rating;
  readonly ratedBy: string | null;
  readonly ratedAt: string | null;
  /** The statement in the version before. */
  readonly was: string;
  readonly href: string;
}

export interface Later {
  readonly status: PlacementStatus;
  readonly href: string;
}

export async function sinceRated(
  store: Store,
  review: Review,
  nameOf: (id: string) => string,
): Promise<SinceRated | null> {
  const { carried } = review;
  if (!carried) return null;
  const older = await loadArticle(store, carried.fromArticle);
  const was = older.reviews.find(({ statementId }) => statementId === carried.from);
  if (!was) return null;
  return {
    placement: carried.placement,
    changed: carried.changed,
    pieces: changedParagraphs(was.words, review.words).flatMap(({ pieces }) => pieces),
    rating: was.rating,
    ratedBy: was.ratedBy && nameOf(was.ratedBy),
    ratedAt: was.ratedAt,
    was: `/articles/${carried.fromArticle}?statement=${carried.from}`,
    href: `/articles/${review.articleId}/changes?since=${carried.fromArticle}`,
  };
}

/** How many statements of the version before this article could not be carried over, and where they stand. */
export async function lostBefore(
  store: Store,
  { article }: LoadedArticle,
): Promise<{ readonly n: number; readonly href: string } | null> {
  if (!article.supersedes) return null;
  const { dropped, orphaned } = await toldOf(store, await loadArticle(store, article.supersedes));
  const n = dropped.length + orphaned.length;
  return n === 0 ? null : { n, href: `/articles/${article.id}/changes#lost` };
}

/** What became of a statement in the version after its own; null where there is none, or the statement came later. */
export async function laterFate(store: Store, loaded: LoadedArticle, id: string): Promise<Later | null> {
  const { supersededBy } = loaded.standing;
  if (!supersededBy) return null;
  const { dropped, orphaned } = await toldOf(store, loaded);
  const changes = `/articles/${supersededBy}/changes?since=${loaded.article.id}`;
  if (dropped.includes(id)) return { status: 'dropped', href: changes };
  if (orphaned.includes(id)) return { status: 'orphaned', href: changes };
  const newer = await loadArticle(store, supersededBy);
  const heir = newer.reviews.find(({ carried }) => carried?.from === id);
  if (!heir?.carried) return null;
  return {
    status: heir.carried.placement,
    href: `/articles/${supersededBy}?statement=${heir.statementId}`,
  };
}
