// What a second signature is bound to: change any of it and the sign-off falls.
import { digestOf } from './digest.js';
import { standing } from './evidence.js';
import type { Review } from './review.js';

/** Digest of the statement's text, attribution, rating, reason and standing evidence. */
export const signOffDigest = (review: Review): string =>
  digestOf('sign-off', {
    words: review.words,
    kind: review.kind,
    content: review.content,
    provenance: review.provenance,
    polarity: review.polarity,
    checkable: review.checkable,
    attribution: review.attribution,
    rating: review.rating,
    reason: review.reason,
    evidence: standing(review.evidence),
  });
