// A feed (RSS, Atom, RDF or JSON Feed) as a list of articles to pick from. Nothing it names is fetched here.
import { parseFeed } from 'feedsmith';
import { invalid } from '../core/errors.js';
import { decodeText } from './encoding.js';
import { plain } from './html/page-metadata.js';
import { publicationDay } from './publication-day.js';
import { charsetOf, type DocumentInput } from './read-document.js';

export interface FeedItem {
  readonly title: string;
  /** http or https, absolute. */
  readonly url: string;
  /** `YYYY-MM-DD` as the feed wrote it, or null. */
  readonly publishedOn: string | null;
  /** Its words alone, without markup. */
  readonly summary: string | null;
}

export interface FeedList {
  readonly title: string | null;
  readonly items: readonly FeedItem[];
  readonly warnings: readonly string[];
}

const MAX_FEED = 5_000_000;
const MAX_ITEMS = 500;

const FEED_START =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*|<\?[^>]*>\s*)*<(?:\w+:)?(?:rss|feed|RDF)[\s>]/;
const JSON_FEED = /^\s*\{[\s\S]{0,2000}"version"\s*:\s*"https:\/\/jsonfeed\.org\/version\//;

/** Whether these bytes are a feed, by how they begin; a page that only links to one is none. */
export function looksLikeFeed(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 4096))
    .toString('latin1')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '');
  return FEED_START.test(head) || JSON_FEED.test(head);
}

/** A feed as it came, in whatever encoding it declares. */
export function readFeedFile({ bytes, mediaType, encoding, url }: DocumentInput): FeedList {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const declared = /^\s*<\?xml[^>]{0,100}\sencoding\s*=\s*["']([\w-]+)["']/i.exec(head)?.[1];
  return readFeed(decodeText(bytes, [encoding, charsetOf(mediaType), declared]).text, url ?? null);
}

/** `base` is where the feed came from, for links that are not absolute. */
export function readFeed(text: string, base: string | null = null): FeedList {
  if (text.length > MAX_FEED)
    throw invalid('This feed is larger than a feed can be. Give the address of the article itself.');
  if (/<!(?:doctype|entity)/i.test(text.slice(0, 100_000)))
    throw invalid('This feed declares a document type, which no feed needs; it was not read.');
  const raw = parsed(text);
  const items = raw.items.map((item) => itemOf(item, base)).filter((item): item is FeedItem => item !== null);
  if (items.length === 0) throw invalid('There is no article in this feed.');
  const warnings: string[] = [];
  const without = raw.items.length - items.length;
  if (without > 0)
    warnings.push(
      `${without === 1 ? 'One entry has' : `${without} entries have`} no web address and cannot be picked.`,
    );
  if (items.length > MAX_ITEMS)
    warnings.push(`The feed lists ${items.length} articles; the first ${MAX_ITEMS} are shown.`);
  return { title: plain(raw.title), items: items.slice(0, MAX_ITEMS), warnings };
}

interface RawItem {
  readonly title?: string;
  readonly url?: string;
  readonly date?: string;
  readonly summary?: string;
}

interface RawFeed {
  readonly title?: string;
  readonly items: readonly RawItem[];
}

function parsed(text: string): RawFeed {
  try {
    return rawFeed(parseFeed(text));
  } catch {
    throw invalid(
      'This is no feed that can be read (RSS, Atom, RDF or JSON Feed). Give the address of the article itself.',
    );
  }
}

/** Each format has its own words for the same four things. */
function rawFeed(found: ReturnType<typeof parseFeed>): RawFeed {
  switch (found.format) {
    case 'rss':
      return {
        title: found.feed.title,
        items: (found.feed.items ?? []).map((item) => ({
          title: item.title,
          url: item.link ?? (item.guid?.isPermaLink === false ? undefined : item.guid?.value),
          date: item.pubDate ?? item.dc?.dates?.[0],
          summary: item.description,
        })),
      };
    case 'atom':
      return {
        title: found.feed.title,
        items: (found.feed.entries ?? []).map((entry) => ({
          title: entry.title,
          url: (entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? entry.links?.[0])
            ?.href,
          date: entry.published ?? entry.updated,
          summary: entry.summary ?? entry.content,
        })),
      };
    case 'rdf':
      return {
        title: found.feed.title,
        items: (found.feed.items ?? []).map((item) => ({
          title: item.title,
          url: item.link,
          date: item.dc?.dates?.[0],
          summary: item.description,
        })),
      };
    case 'json':
      return {
        title: found.feed.title,
        items: (found.feed.items ?? []).map((item) => ({
          title: item.title,
          url: item.url ?? item.external_url,
          date: item.date_published,
          summary: item.summary ?? item.content_text,
        })),
      };
  }
}

function itemOf({ title, url, date, summary }: RawItem, base: string | null): FeedItem | null {
  if (!url || !URL.canParse(url.trim(), base ?? undefined)) return null;
  const address = new URL(url.trim(), base ?? undefined);
  if (!/^https?:$/.test(address.protocol)) return null;
  return {
    title: plain(title) ?? address.href,
    url: address.href,
    publishedOn: date ? publicationDay(date) : null,
    summary: plain(summary?.slice(0, 5_000)),
  };
}
