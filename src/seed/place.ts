// Where words of a story stand, and which statement holds them, wherever the engine drew its edges.
import type { Review } from '../core/review.js';
import { contains, type Span } from '../core/span.js';
import type { Store } from '../core/store.js';

export interface Place {
  readonly span: Span;
  /** The innermost statement whose content holds the words. */
  readonly review: Review | undefined;
}

/** Throws where the words do not stand in the text exactly once. */
export async function find(store: Store, articleId: string, words: string): Promise<Place> {
  const { text } = await store.article(articleId);
  const start = text.indexOf(words);
  if (start === -1) throw new Error(`“${words}” is not in the text.`);
  if (text.indexOf(words, start + 1) !== -1) throw new Error(`“${words}” stands in the text more than once.`);
  const span = { start, end: start + words.length };
  const holding = (await store.reviews(articleId)).filter((review) =>
    review.content.some((content) => contains(content, span)),
  );
  const [review] = holding.sort((one, other) => lengthOf(one) - lengthOf(other));
  return { span, review };
}

const lengthOf = (review: Review): number =>
  review.content.reduce((sum, span) => sum + span.end - span.start, 0);
