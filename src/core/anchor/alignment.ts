// Which word of the newer version each word of the older one became. Sentences that can only be each other come
// first, wherever they stand; what lies between them is paired word for word by its place among them.
import { fitOfForms, fitWords, isNear, NEAR } from './fit.js';
import { inOrder } from './order.js';
import { type Pair, pairSentences, sameWords } from './pairs.js';
import { pairByPosterior } from './posterior.js';
import { findSentences } from './sentences.js';
import { emptyLexicon, type Lexicon, tokenise } from './tokens.js';
import { type Reading, weighForms } from './weights.js';

export interface Alignment {
  readonly lexicon: Lexicon;
  /** How much each form counts when it is asked whether a statement is still itself. */
  readonly weights: Float64Array;
  readonly older: Reading;
  readonly newer: Reading;
  /** For each older token the newer token it became (perhaps another word in its place), or -1. */
  readonly became: Int32Array;
  /** For each older token how sure that is. */
  readonly sure: Float64Array;
  /** For each newer token the older token it was, or -1. */
  readonly was: Int32Array;
  /** 1 for each older token that left its order. */
  readonly moved: Uint8Array;
}

/** Above 1, so that the words of a pattern many sentences share do not outweigh the ones that fill it. */
const TELLING = 1.5;

export function alignTexts(olderText: string, newerText: string): Alignment {
  const lexicon = emptyLexicon();
  const older = read(olderText, lexicon);
  const newer = read(newerText, lexicon);
  const nats = weighForms(lexicon, older, newer);
  const weights = nats.map((each) => each ** TELLING);
  const became = new Int32Array(older.tokens.count).fill(-1);
  const sure = new Float64Array(older.tokens.count);
  const was = new Int32Array(newer.tokens.count).fill(-1);
  const moved = new Uint8Array(older.tokens.count);
  const alignment = { lexicon, weights, older, newer, became, sure, was, moved };
  if (isSameText(older, newer)) {
    for (let at = 0; at < became.length; at++) link(alignment, at, at, 1);
    return alignment;
  }
  const first = anchorSentences(pairSentences(older, newer, nats), []);
  const second = anchorSentences(pairSentences(older, newer, nats, first), first);
  pairWords(alignment, second, fitOfForms(lexicon, nats));
  followSwaps(alignment);
  markMoved(alignment);
  return alignment;
}

function read(text: string, lexicon: Lexicon): Reading {
  const tokens = tokenise(text, lexicon);
  return { tokens, sentences: findSentences(tokens, lexicon) };
}

function isSameText(older: Reading, newer: Reading): boolean {
  return (
    older.tokens.count === newer.tokens.count &&
    older.tokens.ids.every((id, at) => id === newer.tokens.ids[at])
  );
}

function link(alignment: Alignment, from: number, to: number, sure: number): void {
  alignment.became[from] = to;
  alignment.sure[from] = sure;
  alignment.was[to] = from;
}

// Anchors. The bounds were set on bench/anchor.ts: no wrong placement over its seeds, and few orphans.
const CLEAR_MARGIN = 0.12;
const LONE_LIKENESS = 0.7;
const LONE_MARGIN = 0.25;
const LONE_WEIGHT = 20;
/** In a short text no word weighs much; so many unchanged are enough. */
const LONE_WORDS = 6;
const NEIGHBOURHOOD = 4;

/** Pairs to rely on, and the settled ones: clear ones with a neighbour that agrees, and lone ones that leave no doubt. */
function anchorSentences(found: readonly Pair[], settled: readonly Pair[]): Pair[] {
  if (found.length === 0) return [...settled];
  const trusted = new Set(settled);
  const pairs = [...found, ...settled].sort((a, b) => a.older - b.older);
  const ordered = inOrder(pairs);
  const backed = backedByNeighbours(pairs);
  return pairs.filter((pair, at) => {
    if (trusted.has(pair)) return true;
    if (backed[at]! && (pair.margin >= CLEAR_MARGIN || pair.same)) return true;
    if (ordered[at] ? pair.margin < CLEAR_MARGIN : pair.marginWithin < LONE_MARGIN) return false;
    if (pair.likeness < LONE_LIKENESS) return false;
    return ordered[at]! || pair.weight >= LONE_WEIGHT || (pair.same && pair.words >= LONE_WORDS);
  });
}

function backedByNeighbours(pairs: readonly Pair[]): boolean[] {
  const backed = pairs.map(() => false);
  for (const [at, pair] of pairs.entries()) {
    for (let next = at + 1; next < pairs.length; next++) {
      const ahead = pairs[next]!.older - pair.older;
      if (ahead > NEIGHBOURHOOD) break;
      const step = pairs[next]!.newer - pair.newer;
      if (step < 1 || step > ahead + 3) continue;
      if (pair.margin < CLEAR_MARGIN && pairs[next]!.margin < CLEAR_MARGIN) continue;
      backed[at] = true;
      backed[next] = true;
    }
  }
  return backed;
}

// Regions. Between two anchors that hold the same words, everything is weighed together.
const MOST_CELLS_IN_ONE = 2_500_000;
const CELLS_TO_CLOSE_AT = 60_000;
const MOST_CELLS_IN_ALL = 80_000_000;

interface Region {
  readonly older: readonly number[];
  readonly newer: readonly number[];
}

function pairWords(alignment: Alignment, anchors: readonly Pair[], fits: Float64Array): void {
  const claims = new Map<number, { from: number; sure: number }[]>();
  let cells = 0;
  for (const region of regionsBetween(alignment, anchors)) {
    const rows = tokensIn(alignment.older, region.older);
    const columns = tokensIn(alignment.newer, region.newer);
    if (rows.length === 0 || columns.length === 0) continue;
    if (isSameRun(alignment, rows, columns)) {
      for (const [at, from] of rows.entries()) claim(claims, columns[at]!, from, 1);
      continue;
    }
    const size = rows.length * columns.length;
    if (size > MOST_CELLS_IN_ONE || cells + size > MOST_CELLS_IN_ALL) continue;
    cells += size;
    const fit = fitWords(
      alignment.lexicon,
      fits,
      idsAt(alignment.older, rows),
      idsAt(alignment.newer, columns),
    );
    const pairing = pairByPosterior(rows.length, columns.length, fit, {
      rows: seamsAt(alignment.older, rows),
      columns: seamsAt(alignment.newer, columns),
    });
    for (const [at, from] of rows.entries())
      if (pairing.column[at]! >= 0 && pairing.sure[at]! > 0.05)
        claim(claims, columns[pairing.column[at]!]!, from, pairing.sure[at]!);
  }
  settleClaims(alignment, claims);
}

function claim(
  claims: Map<number, { from: number; sure: number }[]>,
  to: number,
  from: number,
  sure: number,
): void {
  const others = claims.get(to);
  if (others === undefined) claims.set(to, [{ from, sure }]);
  else others.push({ from, sure });
}

/** A newer sentence beside the seam of a moved block may be claimed from both sides; neither gets it unless one clearly fits. */
function settleClaims(alignment: Alignment, claims: Map<number, { from: number; sure: number }[]>): void {
  const strength = new Map<number, number>();
  const of = (from: number, to: number): number =>
    alignment.older.sentences.of[from]! * alignment.newer.sentences.count + alignment.newer.sentences.of[to]!;
  for (const [to, all] of claims)
    for (const { from, sure } of all)
      strength.set(of(from, to), (strength.get(of(from, to)) ?? 0) + sure * likenessOf(alignment, from, to));
  for (const [to, all] of claims) {
    const ranked = [...all].sort((a, b) => strength.get(of(b.from, to))! - strength.get(of(a.from, to))!);
    const [first, second] = ranked;
    if (second !== undefined && strength.get(of(second.from, to))! > 0.5 * strength.get(of(first!.from, to))!)
      continue;
    link(alignment, first!.from, to, first!.sure);
  }
}

/** The weight two aligned tokens share: all of it when equal, some of it when a slip apart. */
export function likenessOf(alignment: Alignment, from: number, to: number): number {
  const a = alignment.older.tokens.ids[from]!;
  const b = alignment.newer.tokens.ids[to]!;
  if (a === b) return alignment.weights[a]!;
  return isNear(alignment.lexicon.forms[a]!, alignment.lexicon.forms[b]!) ? NEAR * alignment.weights[a]! : 0;
}

function tokensIn(reading: Reading, sentences: readonly number[]): Int32Array {
  const tokens: number[] = [];
  for (const sentence of sentences)
    for (let at = reading.sentences.first[sentence]!; at < reading.sentences.first[sentence + 1]!; at++)
      tokens.push(at);
  return Int32Array.from(tokens);
}

const idsAt = (reading: Reading, tokens: Int32Array): Int32Array =>
  tokens.map((at) => reading.tokens.ids[at]!);

const seamsAt = (reading: Reading, tokens: Int32Array): Uint8Array =>
  Uint8Array.from(tokens, (at) => (reading.sentences.first[reading.sentences.of[at]!] === at ? 1 : 0));

function isSameRun(alignment: Alignment, rows: Int32Array, columns: Int32Array): boolean {
  return (
    rows.length === columns.length &&
    rows.every((from, at) => alignment.older.tokens.ids[from] === alignment.newer.tokens.ids[columns[at]!])
  );
}

/**
 * Walks the older sentences. A region runs from one anchor to the next; an anchor between two open stretches belongs
 * to both, since a sentence may have been split or joined beside it.
 */
function regionsBetween(alignment: Alignment, anchors: readonly Pair[]): Region[] {
  const { older, newer } = alignment;
  const partner = new Int32Array(older.sentences.count).fill(-1);
  const anchored = new Uint8Array(newer.sentences.count);
  for (const pair of anchors) {
    partner[pair.older] = pair.newer;
    anchored[pair.newer] = 1;
  }
  const after = (newerAt: number): number[] => {
    const run: number[] = [];
    for (let at = newerAt + 1; at < anchored.length && anchored[at] === 0; at++) run.push(at);
    return run;
  };
  const before = (newerAt: number): number[] => {
    const run: number[] = [];
    for (let at = newerAt - 1; at >= 0 && anchored[at] === 0; at--) run.unshift(at);
    return run;
  };

  const regions: Region[] = [];
  let olderRun: number[] = [];
  let newerRun: number[] = [];
  let cellsOpen = 0;
  const close = (): void => {
    if (olderRun.length > 0 && newerRun.length > 0) regions.push({ older: olderRun, newer: newerRun });
    olderRun = [];
    newerRun = [];
    cellsOpen = 0;
  };
  let left = -1;
  for (let right = 0; right <= older.sentences.count; right++) {
    const atEnd = right === older.sentences.count;
    if (!atEnd && partner[right] === -1) continue;
    const leftPartner = left === -1 ? -1 : partner[left]!;
    const rightPartner = atEnd ? newer.sentences.count : partner[right]!;
    const gap: number[] = [];
    for (let at = left + 1; at < right; at++) gap.push(at);
    const ahead = after(leftPartner);
    const collinear = leftPartner + ahead.length + 1 === rightPartner;
    const across = collinear ? ahead : [...ahead, ...before(rightPartner)];
    const open = gap.length > 0 || across.length > 0;
    if (!open) close();
    olderRun.push(...gap);
    newerRun.push(...across);
    if (!atEnd) {
      const same = sameWords(older, right, newer, rightPartner);
      if (same) close();
      olderRun.push(right);
      newerRun.push(rightPartner);
      cellsOpen = olderRun.length * newerRun.length * 600;
      if (same || cellsOpen > CELLS_TO_CLOSE_AT) close();
    }
    left = right;
  }
  close();
  return regions;
}

/** A swapped word may be this far from where the alignment, which only runs forward, looked for it. */
const SWAP_REACH = 4;

/** "Petrova said" became "said Petrova": the alignment lost one of the two words, or took them for each other. */
function followSwaps(alignment: Alignment): void {
  const { became, was, older, newer, lexicon } = alignment;
  for (let at = 0; at < became.length; at++) {
    const id = older.tokens.ids[at]!;
    if (lexicon.isWord[id] === 0 || isFaithful(alignment, at)) continue;
    const near = neighbourPlace(alignment, at);
    if (near < 0) continue;
    const first = Math.max(0, near - SWAP_REACH);
    const end = Math.min(newer.tokens.count, near + SWAP_REACH + 1);
    for (let to = first; to < end; to++) {
      if (newer.tokens.ids[to] !== id || newer.sentences.of[to] !== newer.sentences.of[near]) continue;
      if (was[to]! >= 0 && isFaithful(alignment, was[to]!)) continue;
      unlink(alignment, at, to);
      link(alignment, at, to, 1);
      break;
    }
  }
}

/** Where the nearest faithful word of the same sentence went, or -1. */
function neighbourPlace(alignment: Alignment, at: number): number {
  const { of } = alignment.older.sentences;
  for (let step = 1; step <= SWAP_REACH; step++)
    for (const beside of [at - step, at + step])
      if (of[beside] === of[at] && isFaithful(alignment, beside)) return alignment.became[beside]!;
  return -1;
}

const isFaithful = (alignment: Alignment, at: number): boolean =>
  alignment.became[at]! >= 0 && likenessOf(alignment, at, alignment.became[at]!) > 0;

function unlink({ became, was }: Alignment, from: number, to: number): void {
  if (became[from]! >= 0) was[became[from]!] = -1;
  if (was[to]! >= 0) became[was[to]!] = -1;
}

/** Runs of words that went forward together are weighed as one; the heaviest order is the text's own. */
function markMoved(alignment: Alignment): void {
  const { became, older, weights, moved } = alignment;
  const runs: { older: number; newer: number; weight: number; end: number }[] = [];
  let previous = -2;
  for (let at = 0; at < became.length; at++) {
    const to = became[at]!;
    if (to < 0) continue;
    const run = runs.at(-1);
    const weight = weights[older.tokens.ids[at]!]!;
    if (run !== undefined && to === previous + 1) {
      run.weight += weight;
      run.end = at + 1;
    } else runs.push({ older: at, newer: to, weight, end: at + 1 });
    previous = to;
  }
  const ordered = inOrder(runs);
  for (const [index, run] of runs.entries())
    if (!ordered[index]) for (let at = run.older; at < run.end; at++) if (became[at]! >= 0) moved[at] = 1;
}
