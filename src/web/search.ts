// The search page: statements, articles, evidence and notes by the words in them.
import { z } from 'zod';
import { may } from '../core/editor.js';
import { RATING_WORDS, RATINGS, type Rating } from '../core/rating.js';
import { type Hit, SEARCH_KINDS, type SearchKind } from '../core/search.js';
import { readQuery } from './form.js';
import { wordsFor } from './language.js';
import { render } from './render.js';
import type { Route, Visit, Web } from './route.js';
import { shellFor } from './shell.js';
import { present } from './visit.js';

const SHOWN = 50;

export interface SearchModel {
  readonly typed: string;
  readonly kind: SearchKind | '';
  readonly rating: Rating | '';
  readonly kinds: readonly SearchKind[];
  readonly ratings: readonly { readonly code: Rating; readonly word: string }[];
  readonly hits: readonly (Hit & {
    readonly href: string;
    readonly mark: { glyph: string; word: string } | null;
  })[];
  /** True where there may be more than is shown. */
  readonly full: boolean;
}

export const searchRoutes: readonly Route[] = [
  { method: 'get', path: '/search', needs: 'read_desk', handle: search },
];

async function search(visit: Visit, web: Web): Promise<void> {
  const signed = present(visit);
  const query = readQuery(visit, {
    q: z.string().max(500, 'Search for fewer words.').optional(),
    kind: z.enum(['', ...SEARCH_KINDS]).optional(),
    rating: z.enum(['', ...RATINGS]).optional(),
  });
  const typed = query.q?.trim() ?? '';
  const filter = {
    kind: query.kind || undefined,
    rating: query.rating || undefined,
    withConfidential: may(signed.editor, 'read_confidential'),
  };
  const hits = typed === '' ? [] : await web.desk.store.search(typed, filter, SHOWN);
  const model: SearchModel = {
    typed,
    kind: query.kind ?? '',
    rating: query.rating ?? '',
    kinds: SEARCH_KINDS,
    ratings: RATINGS.map((code) => ({ code, word: RATING_WORDS[code].word })),
    hits: hits.map((hit) => ({ ...hit, href: hrefOf(hit), mark: hit.rating && RATING_WORDS[hit.rating] })),
    full: hits.length === SHOWN,
  };
  const title = wordsFor(visit)('search.title');
  await render(visit.response, 'search', model, shellFor({ title, signed, web, section: 'search' }));
}

const hrefOf = (hit: Hit): string =>
  hit.statementId ? `/statements/${hit.statementId}` : `/articles/${hit.articleId}`;
