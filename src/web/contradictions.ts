// What contradicts what in the articles under way, and nobody has rated yet: evidence against evidence, figure against
// figure, a sum that does not come out.
import { standing } from '../core/evidence.js';
import type { Review } from '../core/review.js';
import type { Store } from '../core/store.js';
import { hintsFor } from './bench/hints.js';
import { loadArticle } from './bench/loaded-article.js';
import type { T } from './words/words.js';

export interface Contradiction {
  readonly id: string;
  readonly words: string;
  readonly article: string;
  /** What stands against what, in a sentence. */
  readonly because: string;
  /** When it came up: the evidence's time, or the article's last change. */
  readonly at: string;
}

interface UnderWay {
  readonly id: string;
  readonly title: string;
  readonly changedAt: string;
}

/** The newest first. Rated statements are left out: somebody has weighed it there. */
export async function contradictionsIn(
  store: Store,
  articles: readonly UnderWay[],
  t: T,
): Promise<readonly Contradiction[]> {
  const found = await Promise.all(articles.map((article) => inArticle(store, article, t)));
  return found.flat().toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

async function inArticle(store: Store, article: UnderWay, t: T): Promise<readonly Contradiction[]> {
  const loaded = await loadArticle(store, article.id);
  const open = new Map(loaded.reviews.filter(isOpen).map((review) => [review.statementId, review] as const));
  const against = [...open.values()].flatMap((review) => inEvidence(review, article.title, t));
  const hints = hintsFor(loaded).flatMap(({ kind, finding, about, text }) => {
    const review = about && open.get(about.id);
    if (!review || (finding !== 'inconsistent' && kind !== 'figures')) return [];
    const { statementId: id, words } = review;
    return [{ id, words, article: article.title, because: text, at: article.changedAt }];
  });
  return [...against, ...hints];
}

const isOpen = ({ rating, struckOut }: Review): boolean => rating === 'unchecked' && struckOut === null;

function inEvidence(review: Review, article: string, t: T): readonly Contradiction[] {
  const items = standing(review.evidence);
  const contra = items.findLast(({ stance }) => stance === 'contradicts');
  if (!contra) return [];
  const pro = items.findLast(({ stance }) => stance === 'supports');
  const names = { against: contra.origin.name, by: pro?.origin.name ?? review.provenance.speaker.name };
  const because = t(pro ? 'desk.origins_differ' : 'desk.evidence_against', names);
  return [{ id: review.statementId, words: review.words, article, because, at: contra.collectedAt }];
}
