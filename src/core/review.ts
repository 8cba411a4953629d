// Where a statement stands: its events, replayed. `applyEvent` is the only thing that makes a new one.
import type { Placement, Provenance } from './event.js';
import type { Evidence } from './evidence.js';
import type { AttributionStatus, Rating } from './rating.js';
import type { Span } from './span.js';
import type { ExtractedStatement, Kind, Polarity } from './statement.js';

export interface Note {
  readonly id: string;
  readonly replyTo: string | null;
  readonly by: string;
  readonly at: string;
  readonly body: string;
  readonly confidential: boolean;
  readonly span: Span | null;
  readonly mentions: readonly string[];
  /** Earlier words, oldest first. */
  readonly earlier: readonly { readonly body: string; readonly until: string }[];
  readonly resolved: boolean;
  readonly withdrawn: boolean;
}

/** What the queue sorts by. */
export const PHASES = [
  'untouched',
  'under_way',
  'awaiting_second',
  'fell_back',
  'done',
  'struck_out',
] as const;
export type Phase = (typeof PHASES)[number];

export interface Review {
  readonly statementId: string;
  readonly articleId: string;
  /** How many events made it. A form carries the version its reader saw. */
  readonly version: number;
  readonly words: string;
  readonly kind: Kind;
  readonly content: readonly Span[];
  readonly cue: readonly Span[];
  readonly source: readonly Span[];
  readonly provenance: Provenance;
  readonly checkable: boolean;
  readonly polarity: Polarity;
  readonly attribution: AttributionStatus;
  readonly attributionReason: string | null;
  readonly attributedBy: string | null;
  readonly rating: Rating;
  readonly reason: string;
  readonly ratedBy: string | null;
  readonly ratedAt: string | null;
  /** Whether the desk asked for a second signature when the rating was given. */
  readonly secondSignature: boolean;
  readonly signOff: { readonly by: string; readonly at: string; readonly digest: string } | null;
  /** Set when a sign-off fell or a rating was sent back; says why, in a sentence. Cleared by the next rating or sign-off. */
  readonly fellBack: { readonly at: string; readonly because: string } | null;
  readonly evidence: readonly Evidence[];
  readonly notes: readonly Note[];
  /** An anonymous source's identity, for the desk alone. */
  readonly identity: string | null;
  readonly assignedTo: string | null;
  readonly struckOut: { readonly by: string; readonly at: string; readonly reason: string } | null;
  readonly carried: {
    readonly from: string;
    readonly fromArticle: string;
    readonly placement: Placement;
    readonly changed: string;
  } | null;
  readonly changedAt: string | null;
}

/** The review of a statement nobody has touched. `words` is its content as printed, pieces joined by " … ". */
export function untouched(
  id: string,
  articleId: string,
  statement: ExtractedStatement,
  words: string,
): Review {
  return {
    statementId: id,
    articleId,
    version: 0,
    words,
    kind: statement.kind,
    content: statement.content,
    cue: statement.cue,
    source: statement.source,
    provenance: {
      speaker: statement.speaker,
      via: statement.via,
      channel: statement.channel,
      saidOn: statement.saidOn,
    },
    checkable: statement.checkable,
    polarity: statement.polarity,
    attribution: 'unchecked',
    attributionReason: null,
    attributedBy: null,
    rating: 'unchecked',
    reason: '',
    ratedBy: null,
    ratedAt: null,
    secondSignature: true,
    signOff: null,
    fellBack: null,
    evidence: [],
    notes: [],
    identity: null,
    assignedTo: null,
    struckOut: null,
    carried: null,
    changedAt: null,
  };
}

export function phaseOf(review: Review): Phase {
  if (review.struckOut) return 'struck_out';
  if (review.fellBack) return 'fell_back';
  if (review.rating !== 'unchecked')
    return review.signOff || !review.secondSignature ? 'done' : 'awaiting_second';
  const touched = review.attribution !== 'unchecked' || review.evidence.length > 0 || review.notes.length > 0;
  return touched ? 'under_way' : 'untouched';
}
