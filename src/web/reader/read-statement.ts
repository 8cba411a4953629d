// One statement as readers see it: with its finding where that is published, else as the article gives it.
import type { ArticleReview } from '../../core/article-review.js';
import { isSpeakersOwn, standing } from '../../core/evidence.js';
import type { Rating } from '../../core/rating.js';
import type { Review } from '../../core/review.js';
import { signOffDigest } from '../../core/sign-off.js';
import type { StoredArticle } from '../../core/store.js';
import { isFinal } from '../../workflow.js';
import { hatOf, type Status, statusOf, wayOf } from '../bench/statement-line.js';
import type { T } from '../words/words.js';
import type { Published } from './read-model.js';

export interface ReadStatement {
  readonly id: string;
  readonly number: number;
  readonly who: string;
  readonly line: string;
  readonly speaker: string;
  readonly hat: string;
  readonly words: string;
  readonly saidOn: string | null;
  readonly via: readonly string[];
  readonly status: Status;
  /** What the status means for this statement, in a sentence. */
  readonly means: string;
  readonly reason: string;
  readonly evidence: readonly {
    readonly title: string;
    readonly url: string | null;
    readonly stance: string;
    readonly origin: string;
    readonly speakersOwn: boolean;
  }[];
  readonly signatures: string;
  readonly correction: { readonly at: string; readonly what: string } | null;
}

/** Readers see a finding as it was signed when it was published or corrected; one that changed since waits for its correction. */
const isShown = (review: Review, { published }: ArticleReview): boolean =>
  published !== null && isFinal(review) && published.digests[review.statementId] === signOffDigest(review);

/**
 * Published statements with their finding; all others as the article gives them, said to be unchecked: how far the desk
 * has come with them is not for readers yet.
 */
export function shownStatements(
  { article, standing: state, reviews, nameOf }: Published,
  t: T,
): ReadStatement[] {
  return reviews.flatMap((review, index) => {
    if (review.struckOut) return [];
    const isPublished = isShown(review, state);
    const shown = isPublished
      ? review
      : { ...review, rating: 'unchecked' as Rating, reason: '', evidence: [] };
    return [readStatement(article, shown, index + 1, isPublished, state, nameOf, t)];
  });
}

function readStatement(
  article: StoredArticle,
  review: Review,
  number: number,
  isPublished: boolean,
  state: ArticleReview,
  nameOf: (id: string) => string,
  t: T,
): ReadStatement {
  const { speaker } = review.provenance;
  const signed = [review.ratedBy, review.signOff?.by ?? null].filter((id) => id !== null).map(nameOf);
  const correction = state.corrections.findLast((one) => one.statementId === review.statementId);
  const hat = hatOf(review.provenance, t);
  return {
    id: review.statementId,
    number,
    speaker: speaker.name,
    hat,
    who: hat === '' ? speaker.name : `${speaker.name}, ${hat}`,
    line: wayOf(review.provenance, t),
    words: review.words,
    saidOn: review.provenance.saidOn,
    via: review.provenance.via,
    status: statusOf(review.rating),
    means: meansFor(review, article, t),
    reason: review.reason,
    evidence: standing(review.evidence).map((item) => ({
      title: item.title,
      url: item.url,
      stance: item.stance,
      origin: item.origin.name,
      speakersOwn: isSpeakersOwn(item.origin, speaker),
    })),
    signatures:
      isPublished && signed.length > 0
        ? t('read.signed', { n: signed.length, names: signed.join(', ') })
        : '',
    correction: correction ? { at: correction.at, what: correction.what } : null,
  };
}

function meansFor(review: Review, article: StoredArticle, t: T): string {
  const speaker = review.provenance.speaker.name;
  if (review.rating === 'unchecked')
    return review.kind === 'narration'
      ? t('read.unchecked_own_voice', { publisher: article.publisher ?? t('read.the_publisher') })
      : t('read.unchecked', { speaker });
  if (review.rating === 'unverifiable' && review.kind !== 'narration') return t('read.one_word', { speaker });
  return t(`meaning.${review.rating}`);
}
