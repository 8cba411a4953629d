// What a page says of its article: JSON-LD first, then OpenGraph, then other meta elements, then the page itself.
import { Parser } from 'htmlparser2';
import type { Metadata } from '../document.js';
import { publicationDay } from '../publication-day.js';
import type { PageHead } from './flow.js';
import type { JsonLd } from './json-ld.js';

export function pageMetadata(head: PageHead, fetchedFrom: string | null): Metadata {
  const ld = articleDescribed(head, fetchedFrom);
  const meta = (...names: string[]): string | null => {
    for (const name of names) {
      const value = head.meta.get(name)?.trim();
      if (value) return value;
    }
    return null;
  };
  const site =
    ld?.publisher ??
    meta('og:site_name', 'dc.publisher', 'dcterms.publisher', 'publisher', 'application-name');
  const url = ld?.url ?? null;
  return {
    title: plain(
      ld?.headline ??
        meta('og:title', 'dc.title', 'parsely-title', 'twitter:title') ??
        withoutSite(head.title, site),
    ),
    byline: plain(ld?.authors.length ? ld.authors.join(', ') : authorIn(meta)),
    publisher: plain(site),
    publishedOn: firstDay([
      ld?.datePublished,
      meta(
        'article:published_time',
        'og:published_time',
        'datepublished',
        'parsely-pub-date',
        'sailthru.date',
      ),
      meta(
        'dc.date.issued',
        'dcterms.issued',
        'dc.date',
        'dcterms.date',
        'dcterms.created',
        'pubdate',
        'publish-date',
        'date',
      ),
      ...head.times.slice(0, 1),
    ]),
    language: languageCode(head.language ?? ld?.language ?? meta('og:locale', 'dc.language', 'language')),
    url:
      webAddress(head.canonical, fetchedFrom) ??
      webAddress(meta('og:url'), fetchedFrom) ??
      webAddress(url, fetchedFrom),
    section: plain(ld?.section ?? meta('article:section', 'parsely-section', 'section')),
  };
}

/** A page may describe other stories too, those of its boxes: its own is the one at its address, or with its title. */
export function articleDescribed(head: PageHead, fetchedFrom: string | null): JsonLd | undefined {
  const [first, ...others] = head.jsonLd;
  if (others.length === 0) return first;
  const named = head.jsonLd.filter(({ headline }) => headline !== null);
  const address = webAddress(head.canonical ?? head.meta.get('og:url') ?? fetchedFrom, fetchedFrom);
  const titles = [head.title, head.meta.get('og:title')].map((title) => letters(plain(title) ?? ''));
  return (
    named.find(({ url }) => address !== null && url !== null && webAddress(url, fetchedFrom) === address) ??
    named.find(({ headline }) => titles.some((title) => title.includes(letters(plain(headline) ?? '\0')))) ??
    named[0] ??
    first
  );
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** An author given as the address of a profile names nobody. */
function authorIn(meta: (...names: string[]) => string | null): string | null {
  const names = ['author', 'article:author', 'dc.creator', 'dcterms.creator', 'parsely-author', 'byl'];
  const found = names.map((name) => meta(name)).find((value) => value !== null && !/^https?:/i.test(value));
  return found?.replace(/^by\s+/i, '') ?? null;
}

const firstDay = (values: readonly (string | null | undefined)[]): string | null => {
  for (const value of values) {
    const day = value ? publicationDay(value) : null;
    if (day !== null) return day;
  }
  return null;
};

/** "Bridge opens | The Daily": what follows the last bar or dash goes when it is the site's name. */
function withoutSite(title: string, site: string | null): string | null {
  if (title === '') return null;
  const parts = title.split(/\s+[|–—»-]\s+/);
  if (parts.length < 2) return title;
  const last = parts.at(-1)!;
  const isSite = site !== null && last.toLowerCase() === site.toLowerCase();
  if (!isSite && last.split(/\s+/).length > 4) return title;
  return title.slice(0, title.length - last.length).replace(/\s+[|–—»-]\s+$/, '');
}

/** Content systems escape twice: `&#8217;` and tags turn up inside values that were text already. */
export function plain(value: string | null | undefined): string | null {
  if (!value) return null;
  let words = '';
  if (/[&<]/.test(value)) new Parser({ ontext: (text) => (words += text) }).end(value);
  else words = value;
  const line = words.replace(/\s+/g, ' ').trim();
  return line === '' ? null : line.slice(0, 500);
}

/** `en-GB`, `en_GB` and `English` are all `en`; null when it is no language. */
export function languageCode(value: string | null | undefined): string | null {
  if (!value) return null;
  const code = /^\s*([a-z]{2,3})(?:[-_][a-z0-9-_]*)?\s*$/i.exec(value)?.[1]?.toLowerCase();
  if (code !== undefined) return code;
  return LANGUAGE_NAMES[value.trim().toLowerCase()] ?? null;
}

const LANGUAGE_NAMES: Readonly<Record<string, string>> = {
  english: 'en',
  french: 'fr',
  german: 'de',
  spanish: 'es',
  arabic: 'ar',
};

function webAddress(value: string | null, base: string | null): string | null {
  if (value === null) return null;
  const url = URL.canParse(value, base ?? undefined) ? new URL(value, base ?? undefined) : null;
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null;
}
