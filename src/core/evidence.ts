// Evidence, and the origin it finally rests on. Corroboration counts origins, not outlets.
import type { Credibility, Reliability, Stance } from './rating.js';
import type { Speaker } from './statement.js';

/** The person or body whose knowledge an item finally rests on. */
export interface Origin {
  readonly name: string;
  /** The registry's speaker, once matched. */
  readonly speakerId: string | null;
}

export interface EvidenceItem {
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
  readonly archiveUrl: string | null;
  /** SHA-256 of the kept file, hex. */
  readonly fileSha256: string | null;
  readonly stance: Stance;
  readonly origin: Origin;
  /** How it was come by, in words. */
  readonly method: string | null;
  readonly reliability: Reliability;
  readonly credibility: Credibility;
}

/** An item as a review holds it: who added it and when, and whether it was withdrawn since. */
export interface Evidence extends EvidenceItem {
  readonly collectedBy: string;
  readonly collectedAt: string;
  /** Items with the same mark are one story told several times: their origins count as one. Its first item's id. */
  readonly story?: string;
  readonly withdrawn: { readonly by: string; readonly at: string; readonly reason: string } | null;
}

const nameKey = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^\s*(?:the|an?) /, '')
    .trim();

/** Two names, or two registry entries, of one origin have one key. */
export const originKey = (origin: Origin): string =>
  origin.speakerId ? `id:${origin.speakerId}` : `name:${nameKey(origin.name)}`;

/**
 * Whether an origin is the speaker or the body the speaker speaks for: a ministry's document does not
 * make its own spokesman's words independent.
 */
export function isSpeakersOwn(origin: Origin, speaker: Speaker): boolean {
  if (origin.speakerId && speaker.speakerId) {
    if (origin.speakerId === speaker.speakerId) return true;
  }
  const key = nameKey(origin.name);
  return (
    key === nameKey(speaker.name) || (speaker.affiliation !== null && key === nameKey(speaker.affiliation))
  );
}

export const standing = (evidence: readonly Evidence[]): readonly Evidence[] =>
  evidence.filter((item) => item.withdrawn === null);

/** The standing items counted as one story with `item`, itself among them. */
export const sameStory = (evidence: readonly Evidence[], item: Evidence): readonly Evidence[] =>
  item.story === undefined
    ? [item]
    : standing(evidence).filter((other) => other.id === item.id || other.story === item.story);

/**
 * The origin each standing item counts under. A name without a registry entry is the entry of that name, where another
 * item has one; the origins of one story are one origin, for every item that rests on any of them.
 */
export function originKeys(evidence: readonly Evidence[]): ReadonlyMap<string, string> {
  const items = standing(evidence);
  const registered = new Map<string, string>();
  for (const { origin } of items)
    if (origin.speakerId && !registered.has(nameKey(origin.name)))
      registered.set(nameKey(origin.name), originKey(origin));
  const own = (item: Evidence): string =>
    item.origin.speakerId
      ? originKey(item.origin)
      : (registered.get(nameKey(item.origin.name)) ?? originKey(item.origin));
  const mergedInto = new Map<string, string>();
  const rootOf = (key: string): string => {
    let at = key;
    for (let up = mergedInto.get(at); up !== undefined; up = mergedInto.get(at)) at = up;
    return at;
  };
  const firstOf = new Map<string, string>();
  for (const item of items) {
    if (item.story === undefined) continue;
    const first = firstOf.get(item.story);
    const [into, from] = [rootOf(first ?? own(item)), rootOf(own(item))];
    if (into !== from) mergedInto.set(from, into);
    if (first === undefined) firstOf.set(item.story, own(item));
  }
  return new Map(items.map((item) => [item.id, rootOf(own(item))]));
}

/** Whether an item rests on the speaker, or on a story that another item traces to the speaker. */
export const restsOnSpeaker = (evidence: readonly Evidence[], item: Evidence, speaker: Speaker): boolean =>
  sameStory(evidence, item).some(({ origin }) => isSpeakersOwn(origin, speaker));

/** Distinct origins of a stance; `independentOf` leaves out those that are that speaker's own. */
export function originsFor(
  evidence: readonly Evidence[],
  stance: Stance,
  independentOf: Speaker | null,
): ReadonlySet<string> {
  const keyOf = originKeys(evidence);
  const keys = new Set<string>();
  for (const item of standing(evidence)) {
    if (item.stance !== stance) continue;
    if (independentOf && restsOnSpeaker(evidence, item, independentOf)) continue;
    keys.add(keyOf.get(item.id) ?? '');
  }
  return keys;
}
