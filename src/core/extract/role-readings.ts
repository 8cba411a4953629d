// The readings of one cue worth weighing: the best with and without a source, and others that end elsewhere.
import { beliefsIn } from './beliefs.js';
import type { Marginals } from './marginals.js';
import type { Decoded } from './role-search.js';
import { isContent } from './roles.js';
import type { RoleReading } from './tagger.js';

/** Which cues and readings are looked at: more take longer, and bring more that only look right. */
export interface Breadth {
  /** No cue that overlaps one so many times as probable. */
  readonly outshone: number;
  /** None so far behind the best. */
  readonly furthest: number;
  /** None without a source where one with a source leads by so much. */
  readonly clearLead: number;
  readonly otherEnds: number;
  /** None that beats "no statement here" by so little. */
  readonly leastMargin: number;
}

export const NARROW: Breadth = { outshone: 6, furthest: 3, clearLead: 0.5, otherEnds: 2, leastMargin: -4 };
/** Confidence is learned from these: it meets more ways to be wrong than it will be asked about. */
export const WIDE: Breadth = {
  outshone: Number.POSITIVE_INFINITY,
  furthest: 9,
  clearLead: 3,
  otherEnds: 5,
  leastMargin: -12,
};

/** Other ends are worth a look only where they change this share of the content. */
const CHANGED = 0.2;

/** The best first. What is `likely` is worked out only where a reading is worth it. */
export function readingsFrom(
  decoded: Decoded,
  afterCue: number,
  { furthest, clearLead, otherEnds, leastMargin }: Breadth,
  likely: () => Marginals,
): RoleReading[] {
  const { nothing, unsourced, sourced } = decoded;
  const best = Math.max(sourced, unsourced);
  const least = Math.max(nothing + leastMargin, best - furthest);
  if (best <= least) return [];
  const chances = likely();
  const read = (labels: Uint8Array, score: number): RoleReading => ({
    labels,
    margin: score - nothing,
    behind: best - score,
    beliefs: beliefsIn(labels, score, chances),
  });
  const readings: RoleReading[] = [];
  const foremost = sourced > least ? decoded.sourcedLabels() : null;
  if (foremost) readings.push(read(foremost, sourced));
  if (unsourced > least && sourced - unsourced < clearLead)
    readings.push(read(decoded.unsourcedLabels(), unsourced));
  if (!foremost || otherEnds === 0) return readings;
  const endingScores = decoded.endingScores();
  const furthestOff = sourced - furthest;
  for (const end of endsElsewhere(endingScores, foremost, furthestOff, afterCue, otherEnds)) {
    if (endingScores[end]! > least) readings.push(read(decoded.labelsEndingAt(end), endingScores[end]!));
  }
  return readings;
}

/** Where else the content after the cue may end, best first, each far enough from those before it. */
function endsElsewhere(
  endingScores: Float64Array,
  labels: Uint8Array,
  least: number,
  afterCue: number,
  most: number,
): number[] {
  let begin = afterCue;
  while (begin < labels.length && !isContent(labels[begin]!)) begin++;
  if (begin === labels.length) return [];
  let end = begin;
  while (end + 1 < labels.length && isContent(labels[end + 1]!)) end++;
  const ends = [end];
  for (let round = 0; round < most; round++) {
    let next = -1;
    for (let at = begin; at < endingScores.length; at++) {
      if (next >= 0 && endingScores[at]! <= endingScores[next]!) continue;
      if (differsFromAll(begin, ends, at)) next = at;
    }
    if (next < 0 || endingScores[next]! <= least) break;
    ends.push(next);
  }
  return ends.slice(1);
}

function differsFromAll(begin: number, ends: readonly number[], at: number): boolean {
  for (const end of ends) if (!differs(begin, end, at)) return false;
  return true;
}

function differs(begin: number, a: number, b: number): boolean {
  const short = Math.min(a, b) - begin + 1;
  const long = Math.max(a, b) - begin + 1;
  return long - short > CHANGED * long;
}
