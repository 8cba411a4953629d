// What others may take from the readers' pages by machine: an Atom feed of findings and corrections, and oEmbed.
import { z } from 'zod';
import { invalid, notFound } from '../core/errors.js';
import { RATING_WORDS } from '../core/rating.js';
import { signOffDigest } from '../core/sign-off.js';
import type { Store } from '../core/store.js';
import { readQuery } from './form.js';
import type { Route, Visit, Web } from './route.js';

const ARTICLES = 30;

export const feedRoutes: readonly Route[] = [
  { method: 'get', path: '/feed.atom', needs: 'read_published', handle: feed },
  { method: 'get', path: '/oembed', needs: 'read_published', handle: oembed },
];

interface Entry {
  readonly id: string;
  readonly updated: string;
  readonly title: string;
  readonly href: string;
  readonly words: string;
}

async function feed(visit: Visit, web: Web): Promise<void> {
  const { store } = web.desk;
  const base = baseOf(visit, web);
  const { deskName } = await store.settings();
  const page = await store.articles({ published: true, limit: ARTICLES });
  const entries = (
    await Promise.all(page.rows.map(({ id, title }) => entriesOf(store, base, id, title)))
  ).flat();
  entries.sort((a, b) => (a.updated < b.updated ? 1 : -1));
  const updated = entries[0]?.updated ?? '1970-01-01T00:00:00.000Z';
  const document = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${xml(`${base}/feed.atom`)}</id><title>${xml(`${deskName}: who said what`)}</title><updated>${updated}</updated>
<author><name>${xml(deskName)}</name></author>
<link rel="self" href="${xml(`${base}/feed.atom`)}"/><link href="${xml(`${base}/read`)}"/>
${entries.map(entryXml).join('\n')}
</feed>
`;
  visit.response.type('application/atom+xml; charset=utf-8').send(document);
}

/** One entry for what was published, and one for each correction since. */
async function entriesOf(
  store: Store,
  base: string,
  articleId: string,
  title: string,
): Promise<readonly Entry[]> {
  const { published, corrections } = await store.articleReview(articleId);
  if (!published) return [];
  const reviews = await store.reviews(articleId);
  const shown = reviews.filter((review) => published.digests[review.statementId] === signOffDigest(review));
  const href = `${base}/read/${articleId}`;
  const findings = shown.map(
    ({ words, rating, provenance }) =>
      `${provenance.speaker.name}: “${words}” — ${RATING_WORDS[rating].word}.`,
  );
  return [
    { id: `urn:uuid:${articleId}`, updated: published.at, title, href, words: findings.join('\n\n') },
    ...corrections.map((correction, index) => ({
      id: `urn:uuid:${articleId}#correction-${index + 1}`,
      updated: correction.at,
      title: `Correction: ${title}`,
      href: `${href}#s-${correction.statementId}`,
      words: `${correction.what}\n\nBefore: ${correction.before}\nNow: ${correction.after}\nWhy: ${correction.why}`,
    })),
  ];
}

const entryXml = ({ id, updated, title, href, words }: Entry): string =>
  `<entry><id>${xml(id)}</id><title>${xml(title)}</title><updated>${updated}</updated><link href="${xml(href)}"/><content type="text">${xml(words)}</content></entry>`;

/** Text for XML: markup escaped, characters that XML 1.0 does not have left out. */
const xml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);

const WIDTH = 600;
const HEIGHT = 320;

/** https://oembed.com: a statement's readers' page or embed in, an iframe that shows later corrections by itself out. */
async function oembed(visit: Visit, web: Web): Promise<void> {
  const query = readQuery(visit, {
    url: z.string().max(2000),
    format: z.enum(['json'], 'This desk answers oEmbed in JSON only.').optional(),
    maxwidth: z.coerce.number().int().min(100).optional(),
    maxheight: z.coerce.number().int().min(100).optional(),
  });
  const base = baseOf(visit, web);
  const id = statementIn(query.url, base);
  if (!id) throw invalid('Give the address of a statement on this desk’s readers’ pages.', 'url');
  const { store } = web.desk;
  const { articleId } = await store.review(id);
  const { published } = await store.articleReview(articleId);
  if (!published?.statements.includes(id)) throw notFound('This statement is not published.');
  const { title } = await store.articleSummary(articleId);
  const width = Math.min(WIDTH, query.maxwidth ?? WIDTH);
  const height = Math.min(HEIGHT, query.maxheight ?? HEIGHT);
  const src = `${base}/embed/statements/${id}`;
  visit.response.json({
    version: '1.0',
    type: 'rich',
    title,
    provider_name: (await store.settings()).deskName,
    provider_url: base,
    width,
    height,
    html: `<iframe src="${xml(src)}" width="${width}" height="${height}" title="${xml(title)}" sandbox="allow-popups" loading="lazy"></iframe>`,
  });
}

/** Where others reach the desk: as whoever runs it said, else as this request did. */
const baseOf = ({ request }: Visit, { desk }: Web): string =>
  desk.publicUrl ?? `${request.protocol}://${request.get('host') ?? 'localhost'}`;

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function statementIn(address: string, base: string): string | null {
  if (!URL.canParse(address)) return null;
  const { origin, pathname, hash } = new URL(address);
  if (origin !== new URL(base).origin) return null;
  const id = pathname.startsWith('/embed/statements/')
    ? pathname.slice('/embed/statements/'.length)
    : hash.replace(/^#(?:s-)?/, '');
  return ID.test(id) ? id : null;
}
