// An article with all its reviews, kept in memory as long as the head of its log stays the same.
import type { ArticleReview } from '../../core/article-review.js';
import { conflict } from '../../core/errors.js';
import type { Review } from '../../core/review.js';
import type { ArticleSummary, Store, StoredArticle } from '../../core/store.js';

export interface LoadedArticle {
  readonly article: StoredArticle;
  readonly summary: ArticleSummary;
  readonly standing: ArticleReview;
  readonly reviews: readonly Review[];
}

interface Kept {
  readonly head: string;
  readonly loaded: LoadedArticle;
}

/** Articles kept for each store; the one longest unused goes first. */
const KEPT = 40;
const keptBy = new WeakMap<Store, Map<string, Kept>>();

/** Reads nothing but the head where nothing was done since: five hundred reviews take five milliseconds to read. */
export async function loadArticle(store: Store, id: string): Promise<LoadedArticle> {
  const kept = keptBy.get(store) ?? new Map<string, Kept>();
  keptBy.set(store, kept);
  for (let attempt = 0; attempt < 20; attempt++) {
    const { hash: head } = await store.head(id);
    const known = kept.get(id);
    if (known?.head === head) {
      kept.delete(id);
      kept.set(id, known);
      return known.loaded;
    }
    const loaded = await read(store, id);
    if ((await store.head(id)).hash !== head) continue;
    kept.delete(id);
    if (kept.size >= KEPT) kept.delete(kept.keys().next().value ?? '');
    kept.set(id, { head, loaded });
    return loaded;
  }
  throw conflict('This article is being changed just now. Try again in a moment.');
}

async function read(store: Store, id: string): Promise<LoadedArticle> {
  const [article, summary, standing, reviews] = await Promise.all([
    store.article(id),
    store.articleSummary(id),
    store.articleReview(id),
    store.reviews(id),
  ]);
  return { article, summary, standing, reviews };
}
