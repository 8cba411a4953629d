// The readings of one cue worth weighing: the best with and without a source, and others that end elsewhere.
import { beliefsIn } from './beliefs.js';
import type { Decoded, Path } from './chain.js';
import type { Marginals } from './marginals.js';
import { isContent } from './roles.js';
import type { RoleReading } from './tagger.js';

/** Readings so far behind the best are never right. */
const FURTHEST = 9;
/** A reading without a source so far behind has no chance. */
const CLEAR_LEAD = 3;
/** Other ends are worth a look only where they change this share of the content. */
const CHANGED = 0.2;
const OTHER_ENDS = 5;

export function readingsFrom(decoded: Decoded, afterCue: number, likely: Marginals): RoleReading[] {
  const [nothing, , unsourced, sourced] = decoded.byBits;
  const reading = ({ labels, score }: Path): RoleReading => ({
    labels,
    margin: score - nothing!.score,
    behind: Math.max(sourced!.score, unsourced!.score) - score,
    beliefs: beliefsIn(labels, score, likely),
  });
  const readings = [reading(sourced!)];
  if (sourced!.score - unsourced!.score < CLEAR_LEAD) readings.push(reading(unsourced!));
  for (const end of otherEnds(decoded, sourced!, afterCue)) readings.push(reading(decoded.endingAt(end)));
  return readings.filter(({ margin, behind }) => margin > LEAST_MARGIN && behind < FURTHEST);
}

/** Readings further behind "no statement here" are never right. */
const LEAST_MARGIN = -12;

/** Where else the content after the cue may end, best first, each far enough from those before it. */
function otherEnds({ endingScores }: Decoded, best: Path, afterCue: number): number[] {
  const begin = best.labels.findIndex((label, at) => at >= afterCue && isContent(label));
  if (begin < 0) return [];
  let end = begin;
  while (end + 1 < best.labels.length && isContent(best.labels[end + 1]!)) end++;
  const ends = [end];
  for (let round = 0; round < OTHER_ENDS; round++) {
    let next = -1;
    for (let at = begin; at < endingScores.length; at++) {
      if (next >= 0 && endingScores[at]! <= endingScores[next]!) continue;
      if (differsFromAll(begin, ends, at)) next = at;
    }
    if (next < 0 || best.score - endingScores[next]! >= FURTHEST) break;
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
