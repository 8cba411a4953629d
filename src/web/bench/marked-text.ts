// The article's text as HTML with its marks, made once for each state of the article and each filter.
import type { Note, Review } from '../../core/review.js';
import { matrixOf, timelineOf } from '../pictures.js';
import { type Encoded, renderView, type SafeHtml } from '../render.js';
import type { T } from '../words/words.js';
import { hrefFromPage, hrefOf } from './addresses.js';
import { type Facets, type Filter, facetsOf } from './filter.js';
import { namesIn } from './known-names.js';
import type { LoadedArticle } from './loaded-article.js';
import { type Noted, type Numbered, showText } from './shown-text.js';
import { hatOf, statusOf } from './statement-line.js';

export interface MarkedText {
  /** The article's title with its marks, where the title is a block of the text. */
  readonly headline: SafeHtml | null;
  readonly body: Encoded;
}

interface Made {
  readonly text: KeptText;
  /** What the text can be narrowed to; empty where there is nothing to choose from. */
  readonly chips: SafeHtml;
  /** The whole article in pictures. */
  readonly glance: SafeHtml;
  /** The article's names, for completing what somebody types. */
  readonly names: Encoded;
}

/** Held by the loaded article itself: when that is read anew, these go with it. */
const made = new WeakMap<LoadedArticle, Map<string, Made>>();

/** Filters kept for one article. */
const KEPT = 12;

interface Wanted {
  readonly walk: readonly Numbered[];
  /** The statement at hand where the filter leaves it out: it is marked all the same. */
  readonly outside: Numbered | null;
  readonly filter: Filter;
  readonly view: string;
  /** Whether the page stands at the article's own address, so that its links can be short. */
  readonly isAtHome: boolean;
}

export function makeText(loaded: LoadedArticle, wanted: Wanted, t: T): Made {
  const byFilter = made.get(loaded) ?? new Map<string, Made>();
  made.set(loaded, byFilter);
  const key = `${t.language} ${wanted.isAtHome} ${wanted.outside?.review.statementId ?? ''} ${wanted.view}`;
  const known = byFilter.get(key);
  if (known) return known;
  if (byFilter.size >= KEPT) byFilter.clear();
  const fresh = render(loaded, wanted, t);
  byFilter.set(key, fresh);
  return fresh;
}

/** The text without a highlighter on it, and where each statement's would go. */
interface KeptText {
  readonly headline: SafeHtml | null;
  readonly body: Buffer;
  readonly places: ReadonlyMap<number, readonly Place[]>;
}

/** From byte `at` on, `length` bytes give way to `words` when the statement is at hand. */
interface Place {
  readonly at: number;
  readonly length: number;
  readonly words: Buffer;
}

function render(loaded: LoadedArticle, wanted: Wanted, t: T): Made {
  const { article, reviews, standing } = loaded;
  const { walk, outside, filter, view, isAtHome } = wanted;
  const marked = outside ? [...walk, outside] : walk;
  const href = (one: Numbered): string =>
    isAtHome ? hrefFromPage(one, view) : hrefOf(article.id, one, view);
  const { headline, groups, notes } = showText(article, marked, href, t, notedIn(standing.notes));
  const body = renderView('text', { groups, notes }, null);
  return {
    text: {
      headline: headline && (renderView('headline', { block: headline }, null) as SafeHtml),
      body: Buffer.from(body),
      places: placesIn(body),
    },
    chips: chipsOf(article.id, facetsOf(reviews, filter, t), t),
    glance: glanceOf(reviews, t),
    names: [Buffer.from(renderView('names', { names: namesIn(loaded) }, null))],
  };
}

/** The words that open threads stand on. Answers stand where their thread does. */
const notedIn = (notes: readonly Note[]): readonly Noted[] =>
  notes.flatMap(({ id, span, resolved, withdrawn, replyTo }) =>
    span && !resolved && !withdrawn && replyTo === null ? [{ id, span }] : [],
  );

const chipsOf = (articleId: string, facets: Facets, t: T): SafeHtml =>
  (facets.all.n > 0 || facets.status.length > 0
    ? renderView('chips', { articleId, facets }, null, t.language)
    : '') as SafeHtml;

const SPEAKERS = 14;

function glanceOf(reviews: readonly Review[], t: T): SafeHtml {
  const live = reviews
    .map((review, index) => ({ review, number: index + 1 }))
    .filter(({ review }) => !review.struckOut);
  if (live.length === 0) return '' as SafeHtml;
  const spoken = live.map(({ review: { provenance, rating } }) => ({
    speaker: provenance.speaker.name,
    hat: hatOf(provenance, t),
    rating,
  }));
  const said = live.map(({ review: { provenance, rating }, number }) => ({
    number,
    saidOn: provenance.saidOn,
    via: provenance.via,
    rating: statusOf(rating),
  }));
  const model = { matrix: matrixOf(spoken, SPEAKERS), timeline: timelineOf(said, t) };
  return renderView('glance', model, null, t.language) as SafeHtml;
}

/** The attributes are written by our own view, right before each class. */
const MARK = /(?: data-s="(\d+)"| id="n(\d+)") class="/g;
const ON = ' class="on ';
const HERE = ' aria-current="true" class="here ';
const CLASS = ' class="';

function placesIn(html: string): KeptText['places'] {
  const places = new Map<number, Place[]>();
  let [seen, bytes] = [0, 0];
  for (const match of html.matchAll(MARK)) {
    const from = match.index + match[0].length - CLASS.length;
    bytes += Buffer.byteLength(html.slice(seen, from));
    seen = from;
    const number = Number(match[1] ?? match[2]);
    const place = { at: bytes, length: CLASS.length, words: Buffer.from(match[1] ? ON : HERE) };
    places.set(number, [...(places.get(number) ?? []), place]);
  }
  return places;
}

/** Lays the highlighter on one statement. */
export function highlight({ headline, body, places }: KeptText, number: number | null): MarkedText {
  const pieces: Uint8Array[] = [];
  let from = 0;
  for (const { at, length, words } of places.get(number ?? -1) ?? []) {
    pieces.push(body.subarray(from, at), words);
    from = at + length;
  }
  const lay = (html: string): string =>
    html.replace(MARK, (mark, s?: string, n?: string) =>
      Number(s ?? n) === number ? mark.replace(CLASS, s ? ON : HERE) : mark,
    );
  return { headline: headline && (lay(headline) as SafeHtml), body: [...pieces, body.subarray(from)] };
}
