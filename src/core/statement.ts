// A statement: someone said something. A source, a cue and a content, each a span of the article's text.
import type { Span } from './span.js';

export const KINDS = ['direct', 'indirect', 'mixed', 'narration'] as const;
export type Kind = (typeof KINDS)[number];

export const SPEAKER_TYPES = [
  'person',
  'organization',
  'group',
  'anonymous',
  'document',
  'publisher',
] as const;
export type SpeakerType = (typeof SPEAKER_TYPES)[number];

export const CHANNELS = [
  'tweet',
  'telegram',
  'post',
  'statement',
  'press conference',
  'interview',
  'phone',
  'broadcast',
  'document',
  'meeting',
] as const;
export type Channel = (typeof CHANNELS)[number];

export type Polarity = 'asserted' | 'denied';

/** Why a source is not named, as far as the article tells. Only on speakers of type `anonymous`. */
export interface Anonymity {
  /** The reason the article gives, in its own words; null when it gives none. */
  readonly reason: string | null;
  readonly number: 'single' | 'several' | 'unknown';
}

/** Whom a source names, as resolved: name, hat and body as they were at the time of the statement. */
export interface Speaker {
  readonly name: string;
  readonly type: SpeakerType;
  readonly role: string | null;
  readonly affiliation: string | null;
  /** The registry's speaker this is, once matched. Never set by the extractor. */
  readonly speakerId?: string | null;
  readonly anonymity?: Anonymity;
  /** Other readings of the source when resolution is unsure, best first. */
  readonly candidates?: readonly string[];
}

/** What a tagger finds, in the corpora's shape: spans only, nobody resolved yet. */
export interface Attribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  /** 0 to 1, calibrated: the share of findings like this that are right. */
  readonly confidence: number;
  /** Index (in the same list) of the attribution inside whose content this one stands. */
  readonly within?: number;
}

/** How a statement reads after extraction; the editor's later corrections are events, not changes here. */
export interface ExtractedStatement {
  readonly kind: Kind;
  readonly content: readonly Span[];
  readonly cue: readonly Span[];
  readonly source: readonly Span[];
  readonly speaker: Speaker;
  /** Who passed the words on, nearest the speaker first; the publisher itself is never a relay. */
  readonly via: readonly string[];
  readonly channel: Channel | null;
  /** `YYYY-MM-DD`: the day of saying, never the day of the event spoken of. */
  readonly saidOn: string | null;
  readonly polarity: Polarity;
  readonly checkable: boolean;
  readonly confidence: number;
  /** Index (in the same list) of the statement inside whose content this one stands. */
  readonly within?: number;
}
