// Where the bench is, for an article, a statement and a filter.
import type { Numbered } from './shown-text.js';

export const addressOf = (articleId: string, statementId: string | null, view: string): string => {
  const query = queryOf(statementId, view);
  return `/articles/${articleId}${query === '' ? '' : `?${query}`}`;
};

/** A statement's address, at its number in the text. */
export const hrefOf = (articleId: string, { review, number }: Numbered, view: string): string =>
  `${addressOf(articleId, review.statementId, view)}#n${number}`;

/** The same as seen from the article's own page: short, because a long article holds hundreds. */
export const hrefFromPage = ({ review, number }: Numbered, view: string): string =>
  `?${queryOf(review.statementId, view)}#n${number}`;

const queryOf = (statementId: string | null, view: string): string =>
  [statementId ? `statement=${statementId}` : '', view].filter((part) => part !== '').join('&');
