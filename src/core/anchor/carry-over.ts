// Carries the statements of one version of an article over to the next. Never moves a finding onto words it was not
// made about: what cannot be placed with certainty is orphaned.
import type { Span } from '../span.js';
import { type Alignment, alignTexts } from './alignment.js';
import { changedAttribution, correspondences } from './correspondence.js';
import { findLeftovers, type LikenessFound, type LikenessLeft } from './leftovers.js';
import { heaviestOfEach, locateSpan, type Piece, spansOf, type Whereabouts } from './pieces.js';
import { changedAround } from './surroundings.js';
import { tokensOf } from './tokens.js';
import { findTwins } from './twins.js';
import type { CarriedStatement, Part, Placement, Version } from './version.js';

// Set on bench/anchor.ts: wrong placements must be none over all its seeds.
/** Of the content's weight, this much must be found again for the statement to be the same one. */
const LEAST_LIKENESS = 0.42;
/** A statement alone in a new place has no neighbours to vouch for it. */
const LEAST_LIKENESS_MOVED = 0.55;
/** Of what was found, this much must be certain; more where the same sentence stands beside it. */
const LEAST_CERTAINTY = 0.75;
const LEAST_CERTAINTY_OF_TWIN = 0.98;
/** Where an untaken sentence is this much as like, which of the two it became cannot be told; beside it, sooner. */
const CLOSE_RIVAL = 0.92;
const CLOSE_RIVAL_BESIDE = 0.65;
const BESIDE = 2;
/** A cue or source found further from its content than this, in words, was not carried with it. */
const FURTHEST_PART = 60;
/** Below this nothing like it is left, and it is said to be gone. */
const SOME_LIKENESS = 0.3;

/**
 * One placement for each older statement, in their order, and then one of status `new` for each newer statement
 * nothing maps to. Offsets are UTF-16 units, as everywhere. Time is bounded for any input; a stretch too long to be
 * weighed leaves its statements orphaned.
 */
export function carryOver(older: Version, newer: Version): Placement[] {
  const alignment = alignTexts(older.text, newer.text);
  const likenessLeft = findLeftovers(alignment);
  const twins = findTwins(alignment);
  const found = older.statements.map((statement) => place(alignment, statement, likenessLeft, twins));
  const partners = correspondences(alignment, found, newer.statements);
  const placements = found.map((placement, index) =>
    withPartner(alignment, older.statements[index]!, placement, partners[index]),
  );
  const taken = new Set(partners.map((partner) => partner?.id));
  const added = newer.statements.filter((statement) => !taken.has(statement.id));
  return [...placements, ...added.map(asNew)];
}

function place(
  alignment: Alignment,
  statement: CarriedStatement,
  likenessLeft: LikenessLeft,
  twins: ReadonlySet<number>,
): Placement {
  const everywhere = statement.content.map((span) => locateSpan(alignment, span));
  const weight = everywhere.reduce((sum, part) => sum + part.weight, 0);
  const main = mainRun(
    everywhere.flatMap((part) => part.pieces),
    twins,
  );
  const kept = main === undefined ? [] : everywhere.map((part) => within(part, main));
  const likeness = weight > 0 ? foundWeight(kept) / weight : 0;
  const moved = weight > 0 && movedShare(alignment, statement) > 0.5;
  const least = moved ? LEAST_LIKENESS_MOVED : LEAST_LIKENESS;
  const edited = main === undefined || !kept.every((part) => part.same);
  const left = edited ? likenessAround(alignment, statement, main, likenessLeft) : undefined;
  if (main === undefined || likeness < least || (left !== undefined && hasRival(left, likeness, moved)))
    return notPlaced(
      statement,
      Math.max(weight > 0 ? foundWeight(everywhere) / weight : 0, left?.unsure ?? 0),
    );

  const near = (spans: readonly Span[]): Whereabouts[] =>
    spans.map((span) => withinReach(locateSpan(alignment, span), main));
  const cue = near(statement.cue);
  const source = near(statement.source);
  const changed: Part[] = [];
  if (!kept.every((part) => part.same)) changed.push('content');
  if (!cue.every((part) => part.same)) changed.push('cue');
  if (!source.every((part) => part.same)) changed.push('source');
  if (changed.length === 0) changed.push(...changedAround(alignment, statement));

  const spans = (from: readonly Span[], whereabouts: readonly Whereabouts[]): Span[] =>
    from.flatMap((span, index) => spansOf(alignment, span, whereabouts[index]!));
  return {
    status: changed.length > 0 ? 'reworded' : moved ? 'moved' : 'kept',
    older: statement.id,
    newer: null,
    content: spans(statement.content, kept),
    cue: spans(statement.cue, cue),
    source: spans(statement.source, source),
    changed,
    moved,
    likeness,
  };
}

function likenessAround(
  { newer }: Alignment,
  statement: CarriedStatement,
  main: Run | undefined,
  likenessLeft: LikenessLeft,
): LikenessFound {
  const first = main === undefined ? 0 : newer.sentences.of[main.first]! - BESIDE;
  const last = main === undefined ? -1 : newer.sentences.of[main.end - 1]! + BESIDE;
  return likenessLeft(statement.content, first, last);
}

const hasRival = (left: LikenessFound, likeness: number, moved: boolean): boolean =>
  (moved && left.free > CLOSE_RIVAL * likeness) || left.freeBeside > CLOSE_RIVAL_BESIDE * likeness;

const foundWeight = (parts: readonly Whereabouts[]): number =>
  parts.reduce((sum, part) => sum + part.pieces.reduce((all, piece) => all + piece.weight, 0), 0);

interface Run {
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

function withinReach(part: Whereabouts, run: Run): Whereabouts {
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

function notPlaced(statement: CarriedStatement, likeness: number): Placement {
  return {
    status: likeness >= SOME_LIKENESS ? 'orphaned' : 'dropped',
    older: statement.id,
    newer: null,
    content: [],
    cue: [],
    source: [],
    changed: [],
    moved: false,
    likeness,
  };
}

/** The newer version's own statement says whether the attribution around the words stayed. */
function withPartner(
  alignment: Alignment,
  statement: CarriedStatement,
  placement: Placement,
  partner: CarriedStatement | undefined,
): Placement {
  if (partner === undefined) return placement;
  const other = changedAttribution(alignment, statement, partner);
  const changed = [...new Set([...placement.changed, ...other])];
  return {
    ...placement,
    newer: partner.id,
    changed,
    status: changed.length > 0 ? 'reworded' : placement.status,
  };
}

const asNew = (statement: CarriedStatement): Placement => ({
  status: 'new',
  older: null,
  newer: statement.id,
  content: statement.content,
  cue: statement.cue,
  source: statement.source,
  changed: [],
  moved: false,
  likeness: 0,
});
