// Where one span of the older text now stands: the run of newer words its words became, in pieces where something
// else has come between.
import type { Span } from '../span.js';
import { type Alignment, likenessOf } from './alignment.js';
import { tokensOf } from './tokens.js';

export interface Piece {
  /** Newer tokens [first, afterLast). */
  readonly first: number;
  readonly end: number;
  /** Weight of the span's words found here, and the same counting how sure each is. */
  readonly weight: number;
  readonly certain: number;
  /** The older sentences its words stood in, first and last. */
  readonly fromSentence: number;
  readonly toSentence: number;
}

export interface Whereabouts {
  readonly pieces: readonly Piece[];
  /** Weight of all the span's words. */
  readonly weight: number;
  /** Word for word the same, in one piece. */
  readonly same: boolean;
}

/** More words than this come in between, and the span is told as two pieces … */
const LONGEST_INSERTION = 3;
/** … unless both are a good part of what was found, and stand this near in one sentence. */
const LONGEST_INTERRUPTION = 14;
const GOOD_PART = 0.3;
/** A word found again counts as found if that is more likely than not; another word in its place must be sure. */
const LEAST_SURE = 0.5;
const LEAST_SURE_OTHER = 0.85;

export function locateSpan(alignment: Alignment, span: Span): Whereabouts {
  const { older, newer, became, sure, weights } = alignment;
  const [from, end] = tokensOf(older.tokens, span.start, span.end);
  const found: Found[] = [];
  let weight = 0;
  let same = end > from;
  for (let at = from; at < end; at++) {
    weight += weights[older.tokens.ids[at]!]!;
    const to = became[at]!;
    const shared = to < 0 ? 0 : likenessOf(alignment, at, to);
    if (to < 0 || sure[at]! < (shared > 0 ? LEAST_SURE : LEAST_SURE_OTHER) || isOddity(alignment, at, to)) {
      same = false;
      continue;
    }
    if (older.tokens.ids[at] !== newer.tokens.ids[to] || (at > from && to !== became[at - 1]! + 1))
      same = false;
    found.push({ at, to, weight: shared, certain: shared * sure[at]! });
  }
  return { pieces: gather(alignment, found, from, end), weight, same };
}

/** "said" where now "that" stands: a word that holds others together does not take the place of one that tells. */
function isOddity({ lexicon, older, newer }: Alignment, at: number, to: number): boolean {
  return lexicon.isFunction[older.tokens.ids[at]!] !== lexicon.isFunction[newer.tokens.ids[to]!];
}

interface Found {
  readonly at: number;
  readonly to: number;
  readonly weight: number;
  readonly certain: number;
}

/** Newer tokens that stand together, in their order; a word swapped with its neighbour stays in the piece. */
function gather(alignment: Alignment, found: readonly Found[], from: number, end: number): Piece[] {
  const pieces: { -readonly [Key in keyof Piece]: Piece[Key] }[] = [];
  let before: Found | undefined;
  for (const one of [...found].sort((a, b) => a.to - b.to)) {
    const piece = pieces.at(-1);
    const sentence = alignment.older.sentences.of[one.at]!;
    if (piece === undefined || before === undefined || isApart(alignment, before, one, from, end)) {
      const { to: first, weight, certain } = one;
      pieces.push({ first, end: first + 1, weight, certain, fromSentence: sentence, toSentence: sentence });
    } else {
      piece.end = one.to + 1;
      piece.fromSentence = Math.min(piece.fromSentence, sentence);
      piece.toSentence = Math.max(piece.toSentence, sentence);
      piece.weight += one.weight;
      piece.certain += one.certain;
    }
    before = one;
  }
  return joinInterrupted(alignment, pieces, from, end);
}

/** "The pier will open" is one piece also as "The pier, closed since the storm, will open". */
function joinInterrupted(
  { newer, was }: Alignment,
  pieces: readonly Piece[],
  from: number,
  end: number,
): Piece[] {
  const good = GOOD_PART * pieces.reduce((sum, piece) => sum + piece.weight, 0);
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const left = joined.at(-1);
    const isInterrupted =
      left !== undefined &&
      Math.min(left.weight, piece.weight) >= good &&
      piece.first - left.end <= LONGEST_INTERRUPTION &&
      newer.sentences.of[left.end - 1] === newer.sentences.of[piece.first] &&
      isFree(was, left.end, piece.first, from, end);
    if (!isInterrupted) joined.push(piece);
    else
      joined[joined.length - 1] = {
        first: left.first,
        end: piece.end,
        weight: left.weight + piece.weight,
        certain: left.certain + piece.certain,
        fromSentence: Math.min(left.fromSentence, piece.fromSentence),
        toSentence: Math.max(left.toSentence, piece.toSentence),
      };
  }
  return joined;
}

/** True if no newer word of the stretch came from outside the span. */
function isFree(was: Int32Array, first: number, afterLast: number, from: number, end: number): boolean {
  for (let to = first; to < afterLast; to++)
    if (was[to]! >= 0 && (was[to]! < from || was[to]! >= end)) return false;
  return true;
}

/**
 * Of the pieces one older sentence fell into, only the heaviest is to be trusted: in a list of like lines the rest is
 * oftener another line's words.
 */
export function heaviestOfEach(pieces: readonly Piece[]): Piece[] {
  return pieces.filter((piece) =>
    pieces.every(
      (other) =>
        other === piece ||
        other.fromSentence > piece.toSentence ||
        other.toSentence < piece.fromSentence ||
        other.weight < piece.weight ||
        (other.weight === piece.weight && other.first > piece.first),
    ),
  );
}

/** True if what stands between two newer words is more than an insertion into the span. */
function isApart(
  { was, newer, older }: Alignment,
  left: Found,
  right: Found,
  from: number,
  end: number,
): boolean {
  const between = right.to - left.to - 1;
  const lost = Math.max(0, right.at - left.at - 1);
  if (between > LONGEST_INSERTION + lost) return true;
  const split = newer.sentences.of[left.to] !== newer.sentences.of[right.to];
  if (between > 1 && split && older.sentences.of[left.at] === older.sentences.of[right.at]) return true;
  return !isFree(was, left.to + 1, right.to, from, end);
}

/**
 * The spans of the pieces in the newer text. An edge inside a word stays inside it when the word is the same; words lost
 * at an edge were exchanged for what now stands there, as far as that came from nowhere else.
 */
export function spansOf(alignment: Alignment, span: Span, whereabouts: Whereabouts): Span[] {
  const { older, newer, was } = alignment;
  const [from, end] = tokensOf(older.tokens, span.start, span.end);
  return whereabouts.pieces.map((found) => {
    const piece = withEdges(alignment, found, from, end);
    let start = newer.tokens.starts[piece.first]!;
    let stop = newer.tokens.ends[piece.end - 1]!;
    const length = (tokens: typeof older.tokens, at: number): number => tokens.ends[at]! - tokens.starts[at]!;
    if (was[piece.first] === from && length(older.tokens, from) === length(newer.tokens, piece.first))
      start += Math.max(0, span.start - older.tokens.starts[from]!);
    if (
      was[piece.end - 1] === end - 1 &&
      length(older.tokens, end - 1) === length(newer.tokens, piece.end - 1)
    )
      stop -= Math.max(0, older.tokens.ends[end - 1]! - span.end);
    return { start, end: stop };
  });
}

/** Of what is told as the span, at most this much may be words that came from nowhere. */
const LARGEST_EDGE = 0.25;

function withEdges(
  { newer, was }: Alignment,
  piece: Piece,
  from: number,
  end: number,
): Pick<Piece, 'first' | 'end'> {
  const of = newer.sentences.of;
  const froms = was.subarray(piece.first, piece.end).filter((at) => at >= from && at < end);
  const isFresh = (at: number, beside: number): boolean =>
    at >= 0 && at < was.length && was[at]! < 0 && of[at] === of[beside];
  let { first, end: last } = piece;
  let room = Math.floor(LARGEST_EDGE * (last - first));
  for (let lost = Math.min(...froms) - from; lost > 0 && room > 0; lost--, room--)
    if (isFresh(first - 1, piece.first)) first--;
  for (let lost = end - 1 - Math.max(...froms); lost > 0 && room > 0; lost--, room--)
    if (isFresh(last, piece.end - 1)) last++;
  return { first, end: last };
}
