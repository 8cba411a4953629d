// What gives pause in an article, each beside the statement it is about. Worked out once for each state of the article.

import { findHints } from '../../core/hints/find-hints.js';
import type { Hint } from '../../core/hints/hint.js';
import type { Review } from '../../core/review.js';
import type { ExtractedStatement } from '../../core/statement.js';
import type { LoadedArticle } from './loaded-article.js';

export interface ShownHint {
  readonly kind: Hint['kind'];
  readonly finding: Hint['finding'];
  readonly text: string;
  /** The statement it is about, and its number; null for the article at large. */
  readonly about: { readonly id: string; readonly number: number } | null;
}

const found = new WeakMap<LoadedArticle, readonly ShownHint[]>();

export function hintsFor(loaded: LoadedArticle): readonly ShownHint[] {
  const known = found.get(loaded);
  if (known) return known;
  const live = loaded.reviews
    .map((review, index) => ({ review, number: index + 1 }))
    .filter(({ review }) => review.struckOut === null);
  const hints = findHints(
    loaded.article,
    live.map(({ review }) => asFound(review)),
  ).map(({ kind, finding, text, statement }): ShownHint => {
    const one = statement === null ? undefined : live[statement];
    return { kind, finding, text, about: one ? { id: one.review.statementId, number: one.number } : null };
  });
  found.set(loaded, hints);
  return hints;
}

/** A statement as its editors left it, in the shape in which one is found. */
const asFound = ({ provenance, ...review }: Review): ExtractedStatement => ({
  ...review,
  ...provenance,
  confidence: 1,
});
