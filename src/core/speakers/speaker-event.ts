// Acts on the registry of speakers: added, renamed, merged, split again. Each speaker's acts are a chain of their own.
import type { LoggedEvent } from '../log.js';
import type { SpeakerType } from '../statement.js';

/** A hat somebody wore, and from when to when as far as it is known (days, or months as `YYYY-MM`, or years). */
export interface Membership {
  readonly id: string;
  readonly role: string | null;
  readonly body: string | null;
  readonly from: string | null;
  readonly until: string | null;
}

export type SpeakerAct =
  | {
      kind: 'speaker_added';
      payload: { name: string; type: SpeakerType; aliases: readonly string[]; found: boolean };
    }
  | { kind: 'speaker_renamed'; payload: { name: string } }
  | { kind: 'speaker_type_changed'; payload: { type: SpeakerType } }
  | { kind: 'alias_added'; payload: { alias: string } }
  | { kind: 'alias_removed'; payload: { alias: string } }
  | { kind: 'membership_added'; payload: Membership }
  | { kind: 'membership_dated'; payload: { membershipId: string; from: string | null; until: string | null } }
  | { kind: 'membership_removed'; payload: { membershipId: string } }
  | { kind: 'links_set'; payload: { wikidata: string | null; website: string | null } }
  | { kind: 'public_note_set'; payload: { note: string } }
  | { kind: 'confidential_note_set'; payload: { note: string } }
  | { kind: 'merged_into'; payload: { into: string; reason: string } }
  | { kind: 'merge_undone'; payload: { from: string; reason: string } };

export type SpeakerDraft = SpeakerAct & {
  readonly id: string;
  readonly speakerId: string;
  readonly at: string;
  readonly by: string;
  readonly confidential: boolean;
  readonly salt: string;
};

/** In the chain a speaker's id stands where an article's does. */
export type SpeakerEvent = SpeakerDraft & Pick<LoggedEvent, 'seq' | 'payloadDigest' | 'previous' | 'hash'>;
