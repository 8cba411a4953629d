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

/** A name without a registry entry is the entry of that name, where another item has one: never two origins out of one. */
function sameOriginKey(origin: Origin, all: readonly Evidence[]): string {
  if (origin.speakerId) return originKey(origin);
  const registered = all.find(
    (item) => item.origin.speakerId && nameKey(item.origin.name) === nameKey(origin.name),
  );
  return originKey(registered?.origin ?? origin);
}

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

/** Distinct origins of a stance; `independentOf` leaves out those that are that speaker's own. */
export function originsFor(
  evidence: readonly Evidence[],
  stance: Stance,
  independentOf: Speaker | null,
): ReadonlySet<string> {
  const keys = new Set<string>();
  const items = standing(evidence);
  for (const item of items) {
    if (item.stance !== stance) continue;
    if (independentOf && isSpeakersOwn(item.origin, independentOf)) continue;
    keys.add(sameOriginKey(item.origin, items));
  }
  return keys;
}
