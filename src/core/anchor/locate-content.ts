// Where a statement's content stands in the newer text, and how much of it.
import type { Alignment } from './alignment.js';
import { heaviestOfEach, locateSpan, type Piece, type Whereabouts } from './pieces.js';
import { tokensOf } from './tokens.js';
import type { CarriedStatement } from './version.js';

/** Of what was found, this much must be certain; more where the same sentence stands beside it. */
const LEAST_CERTAINTY = 0.75;
const LEAST_CERTAINTY_OF_TWIN = 0.98;
/** A cue or source found further from its content than this, in words, was not carried with it. */
const FURTHEST_PART = 60;
export interface Located {
  /** The stretch of the newer text that holds the content, if one does, and what of each span lies in it. */
  readonly main: Run | undefined;
  readonly kept: readonly Whereabouts[];
  /** The share of the content's weight found there, and found at all. */
  readonly likeness: number;
  readonly anywhere: number;
  readonly moved: boolean;
  readonly edited: boolean;
}

export function locateContent(
  alignment: Alignment,
  statement: CarriedStatement,
  twins: ReadonlySet<number>,
): Located {
  const everywhere = statement.content.map((span) => locateSpan(alignment, span));
  const weight = everywhere.reduce((sum, part) => sum + part.weight, 0);
  const main = mainRun(
    everywhere.flatMap((part) => part.pieces),
    twins,
  );
  const kept = main === undefined ? [] : everywhere.map((part) => within(part, main));
  return {
    main,
    kept,
    likeness: weight > 0 ? foundWeight(kept) / weight : 0,
    anywhere: weight > 0 ? foundWeight(everywhere) / weight : 0,
    moved: movedShare(alignment, statement) > 0.5,
    edited: main === undefined || !kept.every((part) => part.same),
  };
}

const foundWeight = (parts: readonly Whereabouts[]): number =>
  parts.reduce((sum, part) => sum + part.pieces.reduce((all, piece) => all + piece.weight, 0), 0);

export interface Run {
  readonly first: number;
  readonly end: number;
}

/** A piece apart from the heaviest is still the statement's only if it holds this share of what was found. */
const LEAST_PIECE = 0.25;

/** The stretch of the newer text that holds the content: its pieces run forward, or one far outweighs the rest. */
function mainRun(pieces: readonly Piece[], twins: ReadonlySet<number>): Run | undefined {
  const weight = pieces.reduce((sum, piece) => sum + piece.weight, 0);
  const large = heaviestOfEach(pieces)
    .filter((piece) => piece.weight >= LEAST_PIECE * weight && isCertain(piece, twins))
    .sort((a, b) => a.first - b.first);
  if (large.length === 0) return undefined;
  const first = large[0]!.first;
  const end = large.at(-1)!.end;
  const own = large.reduce((sum, piece) => sum + piece.end - piece.first, 0);
  if (end - first <= 3 * own + 60) return { first, end };
  const heaviest = large.reduce((best, piece) => (piece.weight > best.weight ? piece : best));
  return heaviest.weight >= 0.75 * weight ? heaviest : undefined;
}

function isCertain(piece: Piece, twins: ReadonlySet<number>): boolean {
  let least = LEAST_CERTAINTY;
  for (let sentence = piece.fromSentence; sentence <= piece.toSentence; sentence++)
    if (twins.has(sentence)) least = LEAST_CERTAINTY_OF_TWIN;
  return piece.certain >= least * piece.weight;
}

/** What of a part lies in a stretch; if anything lies outside, it is no longer all there. */
function within(part: Whereabouts, run: Run): Whereabouts {
  const pieces = heaviestOfEach(
    part.pieces.filter((piece) => piece.first >= run.first && piece.end <= run.end),
  );
  return pieces.length === part.pieces.length ? part : { ...part, pieces, same: false };
}

export function withinReach(part: Whereabouts, run: Run): Whereabouts {
  return within(part, { first: run.first - FURTHEST_PART, end: run.end + FURTHEST_PART });
}

function movedShare(alignment: Alignment, statement: CarriedStatement): number {
  let moved = 0;
  let all = 0;
  for (const span of statement.content) {
    const [from, end] = tokensOf(alignment.older.tokens, span.start, span.end);
    for (let at = from; at < end; at++) {
      if (alignment.became[at]! < 0) continue;
      all++;
      moved += alignment.moved[at]!;
    }
  }
  return all === 0 ? 0 : moved / all;
}
