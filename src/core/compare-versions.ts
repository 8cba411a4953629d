// What comparing two versions answers: where each statement went, with what changed of it in sentences; and how the
// texts differ. Pure, and heavy for long texts: a served desk does it in a thread.
import { carryOver } from './anchor/carry-over.js';
import { type ChangedParagraph, changedParagraphs } from './anchor/changed-paragraphs.js';
import type { Placement, Version } from './anchor/version.js';
import { changesSince } from './changes-since.js';

export interface Carried {
  readonly placement: Placement;
  /** In sentences; empty where it was kept. */
  readonly changed: string;
}

export interface Comparer {
  readonly carry: (older: Version, newer: Version) => Promise<readonly Carried[]>;
  readonly differ: (older: string, newer: string) => Promise<readonly ChangedParagraph[]>;
}

export const carry = (older: Version, newer: Version): readonly Carried[] =>
  carryOver(older, newer).map((placement) => ({
    placement,
    changed: changesSince(older, newer, placement).join(' '),
  }));

export const compareHere: Comparer = {
  carry: async (older, newer) => carry(older, newer),
  differ: async (older, newer) => changedParagraphs(older, newer),
};
