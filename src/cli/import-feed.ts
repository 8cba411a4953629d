// `whosaid import FEED`: what a feed lists, numbered, to pick from. Nothing it names is fetched unless the desk may fetch.
import { readFile, stat } from 'node:fs/promises';
import { MAX_BYTES } from '../importers/document.js';
import type { FeedItem } from '../importers/feed.js';
import { looksLikeFeed, readFeedFile } from '../importers/feed.js';
import { fetchPage } from '../importers/fetch-page.js';
import { type CliIo, say, UsageError } from './io.js';

/** The articles a file lists, where it is a feed; null for any other file or folder. */
export async function feedItems(path: string): Promise<readonly FeedItem[] | null> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile() || found.size > MAX_BYTES) return null;
  const bytes = new Uint8Array(await readFile(path));
  return looksLikeFeed(bytes) ? readFeedFile({ bytes }).items : null;
}

export function tellItems(io: CliIo, items: readonly FeedItem[]): true {
  for (const [index, { title, url, publishedOn }] of items.entries())
    say(io, `${String(index + 1).padStart(4)}  ${publishedOn ?? '          '}  ${title}  ${url}`);
  say(io, 'Pick with --pick 1,3-5 or --pick all, where WHOSAID_FETCH=1 lets this desk fetch pages.');
  return true;
}

/** `1,3-5` or `all`, of `items`. */
export function picked(items: readonly FeedItem[], text: string): readonly FeedItem[] {
  if (text === 'all') return items;
  const numbers = text.split(',').flatMap((part) => {
    const [from, to] = /^(\d+)(?:-(\d+))?$/.exec(part.trim())?.slice(1).map(Number) ?? [];
    const last = Number.isNaN(to) ? from : to;
    if (!from || !last || last < from || last > items.length)
      throw new UsageError(`--pick takes numbers from 1 to ${items.length}, such as 1,3-5, or all`);
    return Array.from({ length: last - from + 1 }, (_, at) => from + at);
  });
  return items.filter((_, index) => numbers.includes(index + 1));
}

/** One article after another, each fetched only when it is its turn. */
export async function* fetched(items: readonly FeedItem[]) {
  for (const { url } of items)
    yield await fetchPage(url).then(
      ({ bytes }) => ({ name: url, bytes, record: null, refused: null }) as const,
      (error: Error) => ({ name: url, bytes: null, record: null, refused: error.message }) as const,
    );
}
