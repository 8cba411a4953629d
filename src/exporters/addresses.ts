// Names for things in linked data. A statement has a web address only where the desk told us its own.
import type { ReportArticle } from '../core/report/model.js';
import { linkable } from './markup.js';

export const VOCABULARY = 'urn:whosaid:vocab:';

/** Ids are UUIDs as a rule; whatever else comes in from elsewhere must not break out of a name. */
export const safe = (id: string): string =>
  id.replace(/[^A-Za-z0-9-]/g, (c) => `_${c.charCodeAt(0).toString(16)}`);

export const articleUrn = (id: string): string => `urn:whosaid:article:${safe(id)}`;
export const statementUrn = (id: string): string => `urn:whosaid:statement:${safe(id)}`;
export const localName = (kind: string, id: string): string => `${kind}-${safe(id)}`;

/** Where readers find the article: its own address, else a name. */
export const articleAddress = (article: Pick<ReportArticle, 'id' | 'url'>): string =>
  linkable(article.url) ?? articleUrn(article.id);

/** Where readers find the desk's page on a statement: under the desk's own address, else a name. */
export const statementAddress = (site: string | undefined, articleId: string, statementId: string): string =>
  site === undefined
    ? statementUrn(statementId)
    : `${site.replace(/\/+$/, '')}/read/${encodeURIComponent(articleId)}#s-${encodeURIComponent(statementId)}`;
