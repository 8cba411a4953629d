// Carries the statements of one version of an article over to the next. Never moves a finding onto words it was not
// made about: what cannot be placed with certainty is orphaned.
import type { Span } from '../span.js';
import { alignTexts } from './align-texts.js';
import type { Alignment } from './alignment.js';
import { changedAttribution, correspondences } from './correspondence.js';
import { findWords } from './find-words.js';
import { findLeftovers, type LikenessFound, type LikenessLeft } from './leftovers.js';
import { type Located, locateContent, type Run, withinReach } from './locate-content.js';
import { hasOtherNumbers } from './numbers.js';
import { locateSpan, spansOf, type Whereabouts } from './pieces.js';
import { changedAround } from './surroundings.js';
import { tokensOf } from './tokens.js';
import { findLonelyTwins, findTwins } from './twins.js';
import type { CarriedStatement, Part, Placement, Version } from './version.js';

// Set on bench/anchor.ts: wrong placements must be none over all its seeds.
/** Of the content's weight, this much must be found again for the statement to be the same one. */
const LEAST_LIKENESS = 0.42;
/** A line of a list has few words to be known by: half of them may as well be its neighbour's. */
const LEAST_LIKENESS_LINE = 0.58;
/** In words and marks. */
const LONGEST_LINE = 15;
/** A statement alone in a new place has no neighbours to vouch for it. */
const LEAST_LIKENESS_MOVED = 0.55;
/** With a number exchanged a line of a list is oftener its neighbour than itself. */
const LEAST_LIKENESS_OTHER_NUMBERS = 0.7;
/** Where an untaken sentence is this much as like, which of the two it became cannot be told; beside it, sooner. */
const CLOSE_RIVAL = 0.92;
const CLOSE_RIVAL_BESIDE = 0.65;
/** Below this nothing like it is left, and it is said to be gone. */
const SOME_LIKENESS = 0.3;

/**
 * One placement for each older statement, in their order, and then one of status `new` for each newer statement
 * nothing maps to. Offsets are UTF-16 units, as everywhere. Time is bounded for any input; a stretch too long to be
 * weighed leaves its statements orphaned.
 */
export function carryOver(older: Version, newer: Version): Placement[] {
  const alignment = alignTexts(older.text, newer.text);
  const evidence = {
    likenessLeft: findLeftovers(alignment),
    twins: findTwins(alignment),
    lonely: findLonelyTwins(alignment),
    standsElsewhere: findWords(alignment),
  };
  const found = older.statements.map((statement) => place(alignment, statement, evidence));
  const partners = correspondences(alignment, found, newer.statements);
  const placements = found.map((placement, index) =>
    withPartner(alignment, older.statements[index]!, placement, partners[index]),
  );
  const taken = new Set(partners.map((partner) => partner?.id));
  const added = newer.statements.filter((statement) => !taken.has(statement.id));
  return [...placements, ...added.map(asNew)];
}

/** What else in the two texts speaks against a placement. */
interface Evidence {
  readonly likenessLeft: LikenessLeft;
  readonly twins: ReadonlySet<number>;
  readonly lonely: ReadonlySet<number>;
  readonly standsElsewhere: (statement: CarriedStatement) => boolean;
}

function place(
  alignment: Alignment,
  statement: CarriedStatement,
  { likenessLeft, twins, lonely, standsElsewhere }: Evidence,
): Placement {
  if (sentencesOf(alignment, statement).some((sentence) => lonely.has(sentence)))
    return notPlaced(statement, 1);
  const located = locateContent(alignment, statement, twins);
  const { main, kept, likeness, moved, edited } = located;
  const left = edited ? likenessAround(alignment, statement, main, likenessLeft) : undefined;
  const least = leastLikeness(alignment, statement, located);
  if (main === undefined || likeness < least || (left !== undefined && hasRival(left, likeness, moved)))
    return notPlaced(statement, Math.max(located.anywhere, left?.unsure ?? 0));

  const near = (spans: readonly Span[]): Whereabouts[] =>
    spans.map((span) => withinReach(locateSpan(alignment, span), main));
  const cue = near(statement.cue);
  const source = near(statement.source);
  if (edited && (standsElsewhere(statement) || isAnother(moved, source)))
    return notPlaced(statement, likeness);
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

function leastLikeness(
  alignment: Alignment,
  statement: CarriedStatement,
  { main, moved, edited }: Located,
): number {
  const least = moved ? LEAST_LIKENESS_MOVED : LEAST_LIKENESS;
  if (main === undefined || !edited || !isLine(alignment, statement)) return least;
  return hasOtherNumbers(alignment, statement, main)
    ? LEAST_LIKENESS_OTHER_NUMBERS
    : Math.max(least, LEAST_LIKENESS_LINE);
}

const sentencesOf = ({ older }: Alignment, { content }: CarriedStatement): number[] =>
  content.flatMap((span) => {
    const [from, end] = tokensOf(older.tokens, span.start, span.end);
    return end > from ? [older.sentences.of[from]!, older.sentences.of[end - 1]!] : [];
  });

/** A few words that nobody is said to have said: a line of a list, a score, a row. */
const isLine = ({ older }: Alignment, { content, cue, source }: CarriedStatement): boolean =>
  cue.length + source.length === 0 &&
  content.reduce((sum, span) => {
    const [from, end] = tokensOf(older.tokens, span.start, span.end);
    return sum + end - from;
  }, 0) <= LONGEST_LINE;

function likenessAround(
  { newer }: Alignment,
  statement: CarriedStatement,
  main: Run | undefined,
  likenessLeft: LikenessLeft,
): LikenessFound {
  if (main === undefined) return likenessLeft(statement.content, -1, -1);
  const { of } = newer.sentences;
  return likenessLeft(statement.content, of[main.first]!, of[main.end - 1]!);
}

const hasRival = (left: LikenessFound, likeness: number, moved: boolean): boolean =>
  (moved && left.free > CLOSE_RIVAL * likeness) || left.freeBeside > CLOSE_RIVAL_BESIDE * likeness;

/** Edited, moved and nothing left of its source: then nothing says that these words are the statement's. */
const isAnother = (moved: boolean, source: readonly Whereabouts[]): boolean =>
  moved && source.length > 0 && source.every((part) => part.pieces.every((piece) => piece.weight === 0));

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
