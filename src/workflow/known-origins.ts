// What the desk has come to know of origins since evidence was recorded: entries of the registry that were merged, links
// that lead to one wire. Items that rest on one origin after all are counted as one story, by an event like any other.
import { type EvidenceItem, type Origin, originKey } from '../core/evidence.js';
import type { RegisteredSpeaker } from '../core/speakers/registered-speaker.js';
import type { Desk } from './desk.js';
import { wireOfLink } from './republications.js';

export interface Merge {
  readonly evidenceId: string;
  readonly sameAs: string;
}

type Item = Pick<EvidenceItem, 'id' | 'url' | 'origin'> & { readonly story?: string };

/** The merges that are due among standing items, each with the first item it is one with. */
export async function mergesDue(desk: Desk, items: readonly Item[]): Promise<readonly Merge[]> {
  const firsts = new Map<string, Item>();
  const due: Merge[] = [];
  for (const item of items) {
    const keys = [await entryOf(desk, item.origin), await wireKeyOf(desk, item.url)];
    for (const key of keys) {
      if (key === null) continue;
      const first = firsts.get(key);
      if (!first) firsts.set(key, item);
      else if (!areOne(first, item) && !due.some(({ evidenceId }) => evidenceId === item.id))
        due.push({ evidenceId: item.id, sameAs: first.id });
    }
  }
  return due;
}

/** The same by the rule already: of one story, or of one recorded origin. */
const areOne = (a: Item, b: Item): boolean =>
  (a.story !== undefined && a.story === b.story) || originKey(a.origin) === originKey(b.origin);

const entryOf = async (desk: Desk, { speakerId }: Origin): Promise<string | null> =>
  speakerId === null ? null : `entry:${(await survivor(desk, await desk.store.speaker(speakerId))).id}`;

async function wireKeyOf(desk: Desk, url: string | null): Promise<string | null> {
  const wire = await wireOfLink(desk, url);
  return wire === null ? null : `wire:${wire}`;
}

/** The entry that stands for this one: itself, or what it was merged into, however often. */
export async function survivor(desk: Desk, entry: RegisteredSpeaker): Promise<RegisteredSpeaker> {
  let at = entry;
  while (at.mergedInto !== null) at = await desk.store.speaker(at.mergedInto);
  return at;
}
