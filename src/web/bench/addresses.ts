// Where the bench is, for an article, a statement and a filter.
import type { Numbered } from './shown-text.js';

export const addressOf = (articleId: string, statementId: string | null, view: string): string => {
  const query = [statementId ? `statement=${statementId}` : '', view].filter((part) => part !== '').join('&');
  return `/articles/${articleId}${query === '' ? '' : `?${query}`}`;
};

/** A statement's address, at its number in the text. */
export const hrefOf = (articleId: string, { review, number }: Numbered, view: string): string =>
  `${addressOf(articleId, review.statementId, view)}#n${number}`;
