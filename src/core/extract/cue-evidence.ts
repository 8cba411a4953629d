// What speaks for or against the ends of a cue, as numbers: how likely it and its rivals are, and what it leaves over.
import { type Finding, oddsOf } from './finding.js';
import { overlapping, type Window } from './window.js';
import type { Words } from './words.js';

export const CUE_EVIDENCE = 23;

/** Findings of one cue, the best first. */
export interface CueGroup {
  readonly findings: readonly Finding[];
  /** Where they stand in the list they were taken from. */
  readonly from: number;
}

/** Findings of one cue stand together in `findings`. */
export function groupByCue(findings: readonly Finding[]): CueGroup[] {
  const groups: CueGroup[] = [];
  for (let from = 0; from < findings.length; ) {
    let to = from + 1;
    while (to < findings.length && findings[to]!.cue === findings[from]!.cue) to++;
    groups.push({ findings: findings.slice(from, to), from });
    from = to;
  }
  return groups;
}

/** Rivals stand no further away in a list in text order. */
const NEIGHBOURS = 16;

export function cueEvidence(words: Words, groups: readonly CueGroup[], own: number): Float64Array {
  const { part, shape, count } = words;
  const { findings } = groups[own]!;
  const { cue, head, source, content, margin, beliefs } = findings[0]!;
  const rivals = rivalsOf(groups, own);
  const likelihood = oddsOf(cue.probability);
  return Float64Array.of(
    likelihood,
    likelihood - oddsOf(rivals.best),
    cue.probability / (cue.probability + rivals.sum),
    rivals.wider,
    rivals.narrower,
    rivals.count,
    cue.last - cue.first,
    gapAfter(content, cue),
    gapBefore(content, cue),
    gapBefore(source, cue),
    gapAfter(source, cue),
    margin,
    beliefs[0]!,
    beliefs[1]!,
    beliefs[3]!,
    part[cue.first]!,
    part[cue.last - 1]!,
    cue.last < count ? part[cue.last]! : -1,
    cue.first > 0 ? part[cue.first - 1]! : -1,
    cue.last < count ? shape[cue.last]! : -1,
    cue.last - head,
    head - cue.first,
    Math.max(...findings.map((finding) => finding.margin)),
  );
}

interface Rivals {
  best: number;
  sum: number;
  wider: number;
  narrower: number;
  count: number;
}

/** Of the cues that overlap this one: how many they are, and how likely, those that take it in and those within it. */
function rivalsOf(groups: readonly CueGroup[], own: number): Rivals {
  const { cue } = groups[own]!.findings[0]!;
  const found = { best: 0, sum: 0, wider: 0, narrower: 0, count: 0 };
  for (let at = Math.max(0, own - NEIGHBOURS); at < Math.min(groups.length, own + NEIGHBOURS + 1); at++) {
    const { cue: other } = groups[at]!.findings[0]!;
    if (at === own || !overlapping(cue, other)) continue;
    found.count++;
    found.sum += other.probability;
    found.best = Math.max(found.best, other.probability);
    if (other.first <= cue.first && other.last >= cue.last)
      found.wider = Math.max(found.wider, other.probability);
    if (other.first >= cue.first && other.last <= cue.last)
      found.narrower = Math.max(found.narrower, other.probability);
  }
  return found;
}

const FAR = 6;
const NONE = 9;

/** Tokens between the cue and the first of `ranges` after it. */
function gapAfter(ranges: readonly Window[], cue: Window): number {
  const next = ranges.find(({ first }) => first >= cue.last);
  return next ? Math.min(next.first - cue.last, FAR) : NONE;
}

function gapBefore(ranges: readonly Window[], cue: Window): number {
  const before = ranges.find(({ last }) => last <= cue.first);
  return before ? Math.min(cue.first - before.last, FAR) : NONE;
}
