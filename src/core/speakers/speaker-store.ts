// What the store keeps about speakers across articles.
import type { Rating } from '../rating.js';
import type { Review } from '../review.js';
import type { SpeakerType } from '../statement.js';
import type { RegisteredSpeaker } from './registered-speaker.js';
import type { SpeakerDraft, SpeakerEvent } from './speaker-event.js';

export interface SpeakerCount {
  readonly rating: Rating;
  readonly checkable: boolean;
  readonly n: number;
}

export interface SpeakerSummary {
  readonly id: string;
  readonly name: string;
  readonly type: SpeakerType;
  readonly statements: number;
  readonly found: boolean;
}

export interface SpokenRow {
  readonly review: Review;
  /** The day it was said, or the article's when the text gives none, or '' when neither is known. */
  readonly day: string;
  readonly articleTitle: string;
  readonly ordinal: number;
}

/** One act to record on a speaker; `seen` is the version the editor saw, null where there was none. */
export interface SpeakerEntry {
  readonly draft: SpeakerDraft;
  readonly seen: number | null;
}

export interface SpeakerStore {
  /** Throws not_found. Follows no merge: `mergedInto` says where to look. */
  speaker(id: string): Promise<RegisteredSpeaker>;
  /** In alphabetical order, merged ones left out; `search` finds by the beginning of any name. */
  speakers(filter: {
    after?: string;
    limit?: number;
    search?: string;
  }): Promise<{ rows: readonly SpeakerSummary[]; next: string | null }>;
  /** Everyone who has one of these keys (see `nameKeys`), merged ones left out. */
  findSpeakers(keys: readonly string[]): Promise<readonly RegisteredSpeaker[]>;
  /** Applies and chains the acts in one transaction. A stale `seen` throws conflict; nothing is written then. */
  recordSpeaker(acts: readonly SpeakerEntry[]): Promise<readonly SpeakerEvent[]>;
  speakerEvents(id: string): Promise<readonly SpeakerEvent[]>;
  /** How many acts on speakers there are, all together: while it stays the same, so does the registry. */
  speakerActs(): Promise<number>;
  /** Speakers merged into this one, directly or through another. */
  mergedSpeakers(id: string): Promise<readonly RegisteredSpeaker[]>;
  /** Counts over this speaker and those merged into it, struck-out statements left out. */
  speakerCounts(id: string): Promise<readonly SpeakerCount[]>;
  /** Newest day first, over this speaker and those merged into it. */
  spoken(
    id: string,
    filter: { rating?: Rating; after?: string; limit?: number },
  ): Promise<{ rows: readonly SpokenRow[]; next: string | null }>;
}
