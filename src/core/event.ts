// Events: one act by one editor, on one statement or on an article as a whole. Names are never changed once released.
import type { EvidenceItem, Origin } from './evidence.js';
import type { AttributionStatus, Credibility, Rating, Reliability, Stance } from './rating.js';
import type { Review } from './review.js';
import type { Span } from './span.js';
import type { Channel, ExtractedStatement, Kind, Polarity, Speaker } from './statement.js';

/** How a statement of an older version stands in the newer one. */
export type Placement = 'kept' | 'moved' | 'reworded' | 'dropped' | 'orphaned';

/** Who said it and how it reached us, as an editor settled it. */
export interface Provenance {
  readonly speaker: Speaker;
  readonly via: readonly string[];
  readonly channel: Channel | null;
  readonly saidOn: string | null;
}

/** Which words were said, by what source and cue, as spans of one text. */
export interface Selected {
  readonly kind: Kind;
  readonly content: readonly Span[];
  readonly cue: readonly Span[];
  readonly source: readonly Span[];
  readonly words: string;
}

/** Acts on one statement. */
export type StatementAct =
  | { kind: 'statement_added'; payload: { statement: ExtractedStatement } }
  | { kind: 'attribution_confirmed'; payload: Record<string, never> }
  | { kind: 'attribution_disputed'; payload: { reason: string } }
  | { kind: 'attribution_reopened'; payload: { reason: string | null } }
  | { kind: 'source_identified'; payload: Provenance & { reason: string | null } }
  | {
      kind: 'words_corrected';
      payload: Selected;
    }
  | { kind: 'reclassified'; payload: { checkable: boolean; polarity: Polarity } }
  | { kind: 'struck_out'; payload: { reason: string } }
  | { kind: 'restored'; payload: { reason: string | null } }
  | { kind: 'evidence_added'; payload: EvidenceItem }
  | { kind: 'evidence_stance_changed'; payload: { evidenceId: string; stance: Stance; reason: string } }
  | { kind: 'evidence_origin_changed'; payload: { evidenceId: string; origin: Origin; reason: string } }
  | { kind: 'origins_merged'; payload: { evidenceId: string; sameAs: string } }
  | { kind: 'origins_parted'; payload: { evidenceId: string } }
  | { kind: 'reliability_graded'; payload: { evidenceId: string; reliability: Reliability } }
  | { kind: 'credibility_graded'; payload: { evidenceId: string; credibility: Credibility } }
  | { kind: 'evidence_withdrawn'; payload: { evidenceId: string; reason: string } }
  | { kind: 'rated'; payload: { rating: Rating; reason: string; secondSignature: boolean } }
  | { kind: 'signed_off'; payload: { digest: string } }
  | { kind: 'sign_off_withdrawn'; payload: { reason: string } }
  | { kind: 'returned'; payload: { reason: string } }
  | { kind: 'identity_recorded'; payload: { identity: string } }
  | {
      kind: 'carried_over';
      payload: {
        from: string;
        fromArticle: string;
        placement: Placement;
        changed: string;
        /** The statement as the desk left it, where its words stand in the newer text. */
        placed: Selected;
        review: CarriedReview;
        /** Where the engine did not find the words again: the statement that was made anew from them. */
        statement?: ExtractedStatement;
      };
    }
  | { kind: 'assigned'; payload: { to: string | null; note: string | null } }
  | NoteAct;

/** Notes stand on a statement, on a stretch of text, or on the article. */
export type NoteAct =
  | {
      kind: 'noted';
      payload: {
        noteId: string;
        replyTo: string | null;
        body: string;
        confidential: boolean;
        span: Span | null;
        mentions: readonly string[];
      };
    }
  | { kind: 'note_edited'; payload: { noteId: string; body: string; mentions?: readonly string[] } }
  | { kind: 'note_resolved'; payload: { noteId: string } }
  | { kind: 'note_reopened'; payload: { noteId: string } }
  | { kind: 'note_withdrawn'; payload: { noteId: string } };

/** Acts on an article as a whole. */
export type ArticleAct =
  | {
      kind: 'imported';
      payload: {
        title: string;
        textSha256: string;
        sourceSha256: string;
        statementsDigest: string;
        articleDigest: string;
        statements: number;
        engine: string;
        supersedes: { article: string; head: string } | null;
      };
    }
  | {
      kind: 'superseded';
      /** `dropped`: gone from the newer text. `orphaned`: perhaps there, but where cannot be told. Statement ids. */
      payload: { by: string; dropped: readonly string[]; orphaned: readonly string[] };
    }
  | { kind: 'due_set'; payload: { due: string | null } }
  | { kind: 'article_assigned'; payload: { to: string | null; note: string | null } }
  | {
      kind: 'published';
      /** What readers may see: statement ids, and for each the digest of the finding as it was signed. */
      payload: { statements: readonly string[]; digests: readonly string[] };
    }
  | { kind: 'unpublished'; payload: { reason: string } }
  | {
      kind: 'correction_published';
      payload: {
        statementId: string;
        /** The digest of the finding readers see from now on; null while there is none that is final. */
        digest: string | null;
        what: string;
        why: string;
        before: string;
        after: string;
      };
    }
  /** Readers of the findings on this text may see how the newer one differs from it; `newer` is its article. */
  | { kind: 'edit_shown'; payload: { newer: string } }
  | { kind: 'edit_hidden'; payload: { reason: string } }
  /** This article is another's text under its own masthead; `of` is that other article. */
  | { kind: 'republication_recorded'; payload: { of: string } }
  | { kind: 'republication_withdrawn'; payload: { reason: string } }
  | { kind: 'report_issued'; payload: { reportId: string; format: string; sha256: string; head: string } }
  | NoteAct;

export type Act = StatementAct | ArticleAct;
export type EventKind = Act['kind'];

interface Envelope {
  readonly id: string;
  readonly articleId: string;
  /** Null for an act on the article as a whole. */
  readonly statementId: string | null;
  /** 1, 2, 3 … within the article's chain. */
  readonly seq: number;
  /** ISO-8601 UTC. */
  readonly at: string;
  /** Editor id. */
  readonly by: string;
  /** True where the payload leaves the desk in nothing. */
  readonly confidential: boolean;
  /** Random text mixed into the payload's digest, so that a withheld payload cannot be guessed from it. */
  readonly salt: string;
  readonly payloadDigest: string;
  readonly previous: string;
  readonly hash: string;
}

export type Event = Act & Envelope;
export type StatementEvent = StatementAct & Envelope;
export type ArticleEvent = ArticleAct & Envelope;

/** What a carried-over statement brings along from the version before. */
export interface CarriedReview {
  readonly attribution: AttributionStatus;
  readonly provenance: Provenance;
  readonly checkable: boolean;
  readonly polarity: Polarity;
  readonly rating: Rating;
  readonly reason: string;
  readonly ratedBy: string | null;
  readonly ratedAt: string | null;
  readonly secondSignature: boolean;
  readonly signOff: Review['signOff'];
  readonly fellBack: Review['fellBack'];
  readonly evidence: Review['evidence'];
}
