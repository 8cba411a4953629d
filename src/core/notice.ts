// What others are told when readers see something new. Pure: made of the event and of what readers saw before and after
// it, so nothing unpublished and nothing confidential can be in it.
import type { ArticleReview } from './article-review.js';
import type { ArticleEvent, StatementEvent } from './event.js';
import { RATING_WORDS, type Rating } from './rating.js';
import { phaseOf, type Review } from './review.js';
import { signOffDigest } from './sign-off.js';
import type { StoredArticle } from './store.js';

export const NOTICES = [
  'article.published',
  'article.withdrawn',
  'correction.published',
  'rating.changed',
  'ping',
] as const;
export type NoticeKind = (typeof NOTICES)[number];

export interface Notice {
  /** The event's id: the same however often the notice is sent. */
  readonly id: string;
  readonly kind: NoticeKind;
  /** ISO-8601 UTC. */
  readonly at: string;
  readonly article: {
    readonly id: string;
    readonly title: string;
    readonly publisher: string | null;
    /** The readers' page, below the desk's address. */
    readonly path: string;
  } | null;
  /** How many published findings have each rating; on `article.published` alone. */
  readonly ratings?: Readonly<Partial<Record<Rating, number>>>;
  readonly statement?: NoticedStatement;
  readonly correction?: {
    readonly what: string;
    readonly why: string;
    readonly before: string;
    readonly after: string;
  };
}

export interface NoticedStatement {
  readonly id: string;
  readonly path: string;
  /** What readers see now; null while a finding that changed waits for its correction. */
  readonly finding: {
    readonly words: string;
    readonly speaker: string;
    readonly rating: Rating;
    readonly word: string;
    readonly reason: string;
  } | null;
}

type Told = Pick<StoredArticle, 'id' | 'title' | 'publisher'>;

const articleOf = ({ id, title, publisher }: Told): Notice['article'] => ({
  id,
  title,
  publisher,
  path: `/read/${id}`,
});

/** Readers see a finding as it was signed when it was published or corrected, and no other. */
export const isShown = (review: Review, { published }: Pick<ArticleReview, 'published'>): boolean =>
  published !== null &&
  phaseOf(review) === 'done' &&
  published.digests[review.statementId] === signOffDigest(review);

/** Null where readers see nothing new. `reviews` are asked for only where the notice is about their statements. */
export function noticeOfArticle(
  event: ArticleEvent,
  after: ArticleReview,
  article: Told,
  reviewOf: (statementId: string) => Review,
): Notice | null {
  const notice = { id: event.id, at: event.at, article: articleOf(article) };
  switch (event.kind) {
    case 'published': {
      const ratings: Partial<Record<Rating, number>> = {};
      for (const id of event.payload.statements) {
        const review = reviewOf(id);
        if (isShown(review, after)) ratings[review.rating] = (ratings[review.rating] ?? 0) + 1;
      }
      return { ...notice, kind: 'article.published', ratings };
    }
    case 'unpublished':
      return { ...notice, kind: 'article.withdrawn' };
    case 'correction_published': {
      const { statementId, what, why, before, after: now } = event.payload;
      const statement = noticedStatement(reviewOf(statementId), after);
      return {
        ...notice,
        kind: 'correction.published',
        statement,
        correction: { what, why, before, after: now },
      };
    }
    default:
      return null;
  }
}

/** Null where readers see of the statement what they saw before. */
export function noticeOfStatement(
  event: StatementEvent,
  before: Review,
  after: Review,
  standing: ArticleReview,
  articleOfIt: () => Told,
): Notice | null {
  if (standing.published === null || isShown(before, standing) === isShown(after, standing)) return null;
  return {
    id: event.id,
    kind: 'rating.changed',
    at: event.at,
    article: articleOf(articleOfIt()),
    statement: noticedStatement(after, standing),
  };
}

function noticedStatement(review: Review, standing: ArticleReview): NoticedStatement {
  const { statementId, articleId, words, rating, reason, provenance } = review;
  return {
    id: statementId,
    path: `/read/${articleId}#s-${statementId}`,
    finding: isShown(review, standing)
      ? { words, speaker: provenance.speaker.name, rating, word: RATING_WORDS[rating].word, reason }
      : null,
  };
}
