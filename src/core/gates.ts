// What each rating asks for, the same for every party. The sentences are shown before anyone clicks.
import { originKeys, originsFor, standing } from './evidence.js';
import type { Credibility, Rating } from './rating.js';
import type { Review } from './review.js';

const NO_WORDS = /^\s*$/;

/** What is still missing before `rating` can be given with `reason`; empty when nothing is. */
export function missingFor(review: Review, rating: Rating, reason: string): readonly string[] {
  if (rating === 'unchecked') return [];
  const missing: string[] = [];
  if (review.struckOut) missing.push('This was struck out as no statement. Restore it before rating it.');
  if (review.attribution === 'unchecked') missing.push('Confirm who said it before rating what was said.');
  if (review.attribution === 'disputed')
    missing.push('Who said it is disputed. Settle that before rating what was said.');
  missing.push(...gate(review, rating, NO_WORDS.test(reason)));
  return missing;
}

function gate(review: Review, rating: Exclude<Rating, 'unchecked'>, noReason: boolean): string[] {
  const speaker = review.provenance.speaker;
  const items = standing(review.evidence);
  const independent = originsFor(items, 'supports', speaker).size;
  switch (rating) {
    case 'verified':
      return independent >= 1
        ? []
        : ['“Verified” needs one supporting item whose origin is not the speaker. There is none yet.'];
    case 'corroborated':
      if (independent >= 2) return [];
      return [
        `“Corroborated” needs supporting items from two different origins, neither of them the speaker. There ${independent === 1 ? 'is one' : 'are none'} yet.`,
      ];
    case 'disputed': {
      const missing: string[] = [];
      if (originsFor(items, 'supports', null).size < 1)
        missing.push('“Disputed” needs a supporting item; its origin may be the speaker. There is none yet.');
      if (originsFor(items, 'contradicts', null).size < 1)
        missing.push('“Disputed” needs a contradicting item. There is none yet.');
      return missing;
    }
    case 'misleading': {
      const missing: string[] = [];
      if (items.length < 1) missing.push('“Misleading” needs one item of evidence. There is none yet.');
      if (noReason)
        missing.push('“Misleading” needs the reason in words: what impression is false, and why.');
      return missing;
    }
    case 'false':
      return originsFor(items, 'contradicts', speaker).size >= 1
        ? []
        : ['“False” needs one contradicting item whose origin is not the speaker. There is none yet.'];
    case 'unverifiable':
      return noReason ? ['“Unverifiable” needs words: what was tried, and why it settles nothing.'] : [];
    case 'not_checkable':
      return noReason
        ? ['“Not checkable” needs the reason in words: opinion, promise, prediction or question, and why.']
        : [];
  }
}

/** Why an item may not be graded "1, confirmed by others", or null when it may. */
export function refusesCredibility(
  review: Review,
  evidenceId: string,
  credibility: Credibility,
): string | null {
  if (credibility !== 1) return null;
  const { evidence, provenance } = review;
  const item = standing(evidence).find((candidate) => candidate.id === evidenceId);
  if (!item) return 'There is no such item of evidence on this statement.';
  const own = originKeys(evidence).get(item.id) ?? '';
  const independent = [...originsFor(evidence, item.stance, provenance.speaker)].some((key) => key !== own);
  return independent
    ? null
    : 'Credibility 1 means confirmed by others: it needs another item, from an independent origin, that says the same.';
}
