// The article's text as HTML with its marks, made once for each state of the article and each filter.
import type { Note } from '../../core/review.js';
import { renderView, type SafeHtml } from '../render.js';
import type { T } from '../words/words.js';
import { hrefOf } from './addresses.js';
import { type Facets, type Filter, facetsOf } from './filter.js';
import type { LoadedArticle } from './loaded-article.js';
import { type Noted, type Numbered, showText } from './shown-text.js';

export interface MarkedText {
  /** The article's title with its marks, where the title is a block of the text. */
  readonly headline: SafeHtml | null;
  readonly body: SafeHtml;
}

interface Made {
  readonly text: MarkedText;
  readonly facets: Facets;
}

/** Held by the loaded article itself: when that is read anew, these go with it. */
const made = new WeakMap<LoadedArticle, Map<string, Promise<Made>>>();

/** Filters kept for one article. */
const KEPT = 12;

interface Wanted {
  readonly walk: readonly Numbered[];
  /** The statement at hand where the filter leaves it out: it is marked all the same. */
  readonly outside: Numbered | null;
  readonly filter: Filter;
  readonly view: string;
}

export function makeText(loaded: LoadedArticle, wanted: Wanted, t: T): Promise<Made> {
  const byFilter = made.get(loaded) ?? new Map<string, Promise<Made>>();
  made.set(loaded, byFilter);
  const key = `${t('nav.language')} ${wanted.outside?.review.statementId ?? ''} ${wanted.view}`;
  const known = byFilter.get(key);
  if (known) return known;
  if (byFilter.size >= KEPT) byFilter.clear();
  const fresh = render(loaded, wanted, t);
  byFilter.set(key, fresh);
  return fresh;
}

async function render({ article, reviews, standing }: LoadedArticle, wanted: Wanted, t: T): Promise<Made> {
  const { walk, outside, filter, view } = wanted;
  const marked = outside ? [...walk, outside] : walk;
  const href = (one: Numbered): string => hrefOf(article.id, one, view);
  const { headline, groups, notes } = showText(article, marked, href, t, notedIn(standing.notes));
  const html = headline && (await renderView('headline', { block: headline }, null));
  return {
    text: {
      headline: html as SafeHtml | null,
      body: (await renderView('text', { groups, notes }, null)) as SafeHtml,
    },
    facets: facetsOf(reviews, filter, t),
  };
}

/** The words that open threads stand on. Answers stand where their thread does. */
const notedIn = (notes: readonly Note[]): readonly Noted[] =>
  notes.flatMap(({ id, span, resolved, withdrawn, replyTo }) =>
    span && !resolved && !withdrawn && replyTo === null ? [{ id, span }] : [],
  );

/** Lays the highlighter on one statement. The attributes are written by our own view, right before each class. */
export function highlight(text: MarkedText, number: number | null): MarkedText {
  if (number === null) return text;
  const lay = (html: SafeHtml): SafeHtml =>
    html
      .replaceAll(`data-s="${number}" class="`, `data-s="${number}" class="on `)
      .replaceAll(`id="n${number}" class="`, `id="n${number}" aria-current="true" class="here `) as SafeHtml;
  return { headline: text.headline && lay(text.headline), body: lay(text.body) };
}
