// The report: what we issue. Exporters write it down; nothing in it was decided by them.
import type { Placement } from '../event.js';
import type { AttributionStatus, Credibility, Rating, Reliability, Stance } from '../rating.js';
import type { Phase } from '../review.js';
import type { Selector } from '../selector.js';
import type { Span } from '../span.js';
import type { Anonymity, Channel, Kind, Polarity, SpeakerType } from '../statement.js';

export const REPORT_FORMAT = 'whosaid-report';
export const REPORT_VERSION = 1;

export interface Report {
  readonly format: typeof REPORT_FORMAT;
  readonly version: typeof REPORT_VERSION;
  readonly title: string;
  readonly desk: string;
  /** The finding in one or two sentences. */
  readonly finding: string;
  /** What a reader must know before trusting it: newer versions, unsigned ratings, a desk of one. */
  readonly cautions: readonly string[];
  /** Which statements are listed, in words; null when all are. */
  readonly selection: string | null;
  /** ISO-8601 UTC: the newest event of the articles' logs. No report says when it was printed. */
  readonly lastChangeAt: string;
  readonly counts: ReportCounts;
  readonly bySpeaker: readonly Tally[];
  readonly byParty: readonly Tally[];
  readonly sources: SourceSummary;
  readonly open: readonly OpenItem[];
  readonly withheld: Withheld;
  readonly method: readonly string[];
  readonly scale: readonly ScaleEntry[];
  readonly settings: { readonly secondSignature: boolean; readonly words: string };
  readonly articles: readonly ReportArticle[];
  /** SHA-256 of everything above, as `reportDigest` takes it. */
  readonly digest: string;
}

/** An article's statements in its order: of a long report they are read anew each time they are gone through. */
export type Statements = Iterable<ReportStatement> & { readonly length: number };

/** A report whose statements are all in memory. */
export interface WholeReport extends Report {
  readonly articles: readonly WholeArticle[];
}

export interface WholeArticle extends ReportArticle {
  readonly statements: readonly ReportStatement[];
}

export interface ReportArticle {
  readonly id: string;
  readonly storyId: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly publishedOn: string | null;
  readonly url: string | null;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly articleVersion: number;
  readonly supersedes: string | null;
  readonly supersededBy: string | null;
  readonly textSha256: string;
  readonly sourceSha256: string;
  readonly sourceMediaType: string;
  readonly sourceName: string | null;
  readonly importedAt: string;
  readonly importedBy: string;
  /** The engine that found the statements, as the log names it. */
  readonly engine: string | null;
  /** The head of the log this was built from. */
  readonly head: { readonly seq: number; readonly hash: string };
  readonly lastChangeAt: string;
  readonly publishedAt: string | null;
  readonly notes: readonly ReportNote[];
  readonly history: readonly HistoryLine[];
  readonly statements: Statements;
}

export interface ReportStatement {
  /** Position in the article, from 1; struck-out statements keep theirs. */
  readonly number: number;
  readonly id: string;
  readonly words: string;
  readonly kind: Kind;
  /** The words where they stand. Set side by side, the pieces are the article's own text, cuts marked. */
  readonly context: readonly Segment[];
  /** Spans in UTF-16 units of the article's text. */
  readonly content: readonly Span[];
  readonly cue: readonly Span[];
  readonly source: readonly Span[];
  /** One a span of the content, in its order. Positions count Unicode code points. */
  readonly selectors: readonly Selector[];
  readonly speaker: ReportSpeaker;
  readonly via: readonly string[];
  readonly channel: Channel | null;
  readonly saidOn: string | null;
  readonly polarity: Polarity;
  readonly checkable: boolean;
  readonly found: { readonly by: string; readonly automatically: boolean; readonly confidence: number };
  readonly attribution: {
    readonly status: AttributionStatus;
    readonly word: string;
    readonly reason: string | null;
    readonly by: string | null;
  };
  readonly rating: ReportRating;
  readonly phase: Phase;
  readonly evidence: readonly ReportEvidence[];
  /** Origins that are neither the speaker nor the body the speaker speaks for. */
  readonly independent: { readonly supporting: number; readonly contradicting: number };
  readonly notes: readonly ReportNote[];
  readonly corrections: readonly ReportCorrection[];
  readonly history: readonly HistoryLine[];
  readonly carried: {
    readonly from: string;
    readonly fromArticle: string;
    readonly placement: Placement;
    readonly changed: string;
  } | null;
  readonly struckOut: { readonly by: string; readonly at: string; readonly reason: string } | null;
  readonly withheld: Withheld;
}

/** A stretch of the excerpt. `cut` stands where text was left out. */
export interface Segment {
  readonly role: 'plain' | 'content' | 'cue' | 'source' | 'cut';
  readonly text: string;
}

export interface ReportSpeaker {
  readonly name: string;
  readonly type: SpeakerType;
  readonly role: string | null;
  readonly affiliation: string | null;
  readonly speakerId: string | null;
  readonly anonymity: Anonymity | null;
  readonly candidates: readonly string[];
  /** Whom the statement is counted under in the table by party. */
  readonly party: string;
}

export interface ReportRating {
  readonly code: Rating;
  readonly word: string;
  readonly glyph: string;
  /** False while a second signature is due or the rating fell back: a proposal, no verdict. */
  readonly final: boolean;
  readonly reason: string;
  readonly by: string | null;
  readonly at: string | null;
  /** Whether the desk asked for a second signature when the rating was given. */
  readonly secondSignature: boolean;
  readonly signedBy: string | null;
  readonly signedAt: string | null;
  readonly fellBack: { readonly at: string; readonly because: string } | null;
  /** Where it stands, in a phrase: "verified, signed off by …", "verified, proposed: …". */
  readonly standing: string;
}

export interface ReportEvidence {
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
  readonly archiveUrl: string | null;
  readonly fileSha256: string | null;
  readonly stance: Stance;
  readonly origin: string;
  readonly originSpeakerId: string | null;
  /** True where the origin is the speaker or the body the speaker speaks for. */
  readonly speakersOwn: boolean;
  /** Titles of the items that tell the same story, where there are any: with them it counts as one origin. */
  readonly sameStoryAs?: readonly string[];
  readonly method: string | null;
  readonly reliability: Reliability;
  readonly credibility: Credibility;
  readonly collectedBy: string;
  readonly collectedAt: string;
  readonly withdrawn: { readonly by: string; readonly at: string; readonly reason: string } | null;
}

export interface ReportNote {
  readonly by: string;
  readonly at: string;
  /** Markdown, as written. */
  readonly body: string;
  readonly resolved: boolean;
  readonly on: string | null;
}

export interface ReportCorrection {
  readonly at: string;
  readonly by: string;
  readonly what: string;
  readonly why: string;
  readonly before: string;
  readonly after: string;
}

export interface HistoryLine {
  readonly seq: number;
  readonly at: string;
  readonly sentence: string;
}

/** Counted, never shown. */
export interface Withheld {
  readonly notes: number;
  readonly identities: number;
  readonly events: number;
}

export interface ReportCounts {
  /** Without the struck-out ones. */
  readonly statements: number;
  readonly struckOut: number;
  readonly speakers: number;
  readonly rated: number;
  readonly final: number;
  readonly proposed: number;
  readonly byRating: readonly RatingCount[];
  readonly byAttribution: Readonly<Record<AttributionStatus, number>>;
}

export interface RatingCount {
  readonly rating: Rating;
  readonly word: string;
  readonly glyph: string;
  readonly total: number;
  readonly final: number;
}

export interface Tally {
  readonly name: string;
  readonly about: string | null;
  readonly total: number;
  readonly byRating: Readonly<Record<Rating, number>>;
}

export interface SourceSummary {
  readonly sentences: readonly string[];
  /** Statements on their speaker's word alone, by party, most first. */
  readonly oneWordByParty: readonly { readonly name: string; readonly count: number }[];
  readonly onOneWord: number;
  readonly ownVoiceAlone: number;
  readonly anonymous: number;
  readonly anonymousWithoutReason: number;
  readonly oneOrigin: number;
  readonly severalOrigins: number;
  readonly contradicted: number;
  readonly relayed: number;
  readonly origins: readonly OriginCount[];
}

export interface OriginCount {
  readonly name: string;
  readonly supports: number;
  readonly contradicts: number;
}

/** What was not reviewed, or not to the end. */
export interface OpenItem {
  readonly articleId: string;
  readonly number: number;
  readonly id: string;
  readonly words: string;
  readonly speaker: string;
  readonly lacks: string;
}

export interface ScaleEntry {
  readonly code: Rating;
  readonly glyph: string;
  readonly word: string;
  readonly meaning: string;
  readonly gate: string;
}
