// One text under several mastheads: articles that are the same wire. Corroboration counts origins, not outlets.
import type { ArticleSummary } from './store.js';

/** One article of a wire, as its newest version stands. */
export interface Outlet {
  readonly article: ArticleSummary;
  /** The version whose log records that it is another's text; null for the one the others took theirs from. */
  readonly recordedOn: string | null;
}

/** The same for every article of one wire, and for no other; `outlets` is the whole wire, or one article alone. */
export function wireKey(outlets: readonly Outlet[]): string {
  const stories = (of: readonly Outlet[]): string[] => of.map(({ article }) => article.storyId).sort();
  const origins = stories(outlets.filter(({ recordedOn }) => recordedOn === null));
  return origins[0] ?? stories(outlets)[0] ?? '';
}

const TRACKING = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|cmpid|ref|ref_src|smid|share|s_cid)$/i;

/**
 * How an address of the same page may be written: with or without `www.`, the last slash, what follows `#` and what
 * only says where a reader came from; as http or https. The address as given comes first; empty where it is none.
 */
export function spellingsOf(address: string): readonly string[] {
  if (!URL.canParse(address)) return [];
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol)) return [];
  url.hash = '';
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  const bare = url.pathname.replace(/\/+$/, '');
  const host = url.host.replace(/^www\./, '');
  const spellings = new Set([address, url.href]);
  for (const protocol of ['https:', 'http:'])
    for (const name of [host, `www.${host}`])
      for (const path of [bare, `${bare}/`]) spellings.add(`${protocol}//${name}${path}${url.search}`);
  return [...spellings];
}

/** The article of this desk that an address of one of its own pages shows, or null. */
export const articleIn = (address: string): string | null =>
  /^(?:https?:\/\/[^/]+)?\/(?:articles|read)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:[/?#]|$)/i.exec(
    address,
  )?.[1] ?? null;
