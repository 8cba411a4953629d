// The choice between findings: each is weighed, and of those that cannot both hold the surer stays.
import { cueEvidence, groupByCue } from './cue-evidence.js';
import type { CueCandidate } from './cue-labels.js';
import { sharedShare, weigh } from './evidence.js';
import { type Finding, findingsOf } from './finding.js';
import type { Reading } from './reading.js';
import { readingKeys } from './reading-keys.js';
import type { TaggedReading, Tagger } from './tagger.js';
import type { Window } from './window.js';

export interface Weighed extends Finding {
  readonly confidence: number;
  /** How well its cue is cut out, in log odds; nothing is known of those that have no chance. */
  readonly fit: number;
}

/** Below this a finding has no say in where another's cue ends. */
const LEAST_SAY = 0.02;

export function weighFindings(
  reading: Reading,
  { cues, words, rolesOf }: TaggedReading,
  tagger: Tagger,
): Weighed[] {
  const findings = findingsOf(reading, { cues, words, rolesOf });
  const hunches = findings.map((finding) => tagger.hunch(readingKeys(words, finding)));
  const confidence = weigh(words, findings, hunches).map((evidence) => tagger.confidence(evidence));
  const groups = groupByCue(findings);
  return groups.flatMap(({ findings: own, from }, at) => {
    const counts = own.some((_, i) => confidence[from + i]! >= LEAST_SAY);
    const fit = counts ? tagger.fit(cueEvidence(words, groups, at)) : Number.NEGATIVE_INFINITY;
    return own.map(({ cue, head, source, content, margin, behind, beliefs }, i) => {
      const sure = confidence[from + i]!;
      return { cue, head, source, content, margin, behind, beliefs, confidence: sure, fit };
    });
  });
}

/** Of findings whose cues overlap, or whose contents are mostly the same, the surest stays. */
export function choose(findings: readonly Weighed[], threshold: number): Weighed[] {
  const ranked = findings
    .filter(({ confidence }) => confidence >= Math.min(threshold, LEAST_SAY))
    .sort((a, b) => b.confidence - a.confidence);
  const byToken = byCueToken(ranked);
  const cueTaken = new Set<number>();
  const takers = new Map<number, Weighed[]>();
  const kept: Weighed[] = [];
  for (const finding of ranked) {
    if (finding.confidence < threshold) break;
    const own = tokensOf([finding.cue]);
    if (own.some((at) => cueTaken.has(at)) || isTaken(takers, finding)) continue;
    for (const at of own) cueTaken.add(at);
    const rivals = own.flatMap((at) => byToken.get(at)!);
    const chosen = { ...plainest(finding, rivals), cue: fittestCue(finding, rivals) };
    for (const at of tokensOf(chosen.content)) add(takers, at, chosen);
    kept.push(chosen);
  }
  return kept;
}

const tokensOf = (ranges: readonly Window[]): number[] =>
  ranges.flatMap(({ first, last }) => Array.from({ length: last - first }, (_, t) => first + t));

function byCueToken(findings: readonly Weighed[]): Map<number, Weighed[]> {
  const found = new Map<number, Weighed[]>();
  for (const finding of findings) for (const at of tokensOf([finding.cue])) add(found, at, finding);
  return found;
}

function add(map: Map<number, Weighed[]>, at: number, finding: Weighed): void {
  const there = map.get(at);
  if (there) there.push(finding);
  else map.set(at, [finding]);
}

/** Contents that share more are one statement found twice. */
const SAME_CONTENT = 0.5;

/** Contents that share half and more share the middle token of one, or its first or last. */
function isTaken(takers: ReadonlyMap<number, readonly Weighed[]>, { content }: Weighed): boolean {
  for (const { first, last } of content) {
    for (const at of [first, (first + last) >> 1, last - 1]) {
      if (takers.get(at)?.some((other) => sharedShare(other.content, content) >= SAME_CONTENT)) return true;
    }
  }
  return false;
}

/** So close in confidence that what the chain liked better decides. */
const CLOSE = 0.1;

/** Of one cue's readings that are about as sure, the one the chain liked best: its ends are the better ones. */
function plainest(finding: Weighed, rivals: readonly Weighed[]): Weighed {
  let best = finding;
  for (const other of rivals) {
    if (other.cue !== finding.cue || other.confidence < finding.confidence - CLOSE) continue;
    if (other.behind < best.behind) best = other;
  }
  return { ...best, confidence: finding.confidence };
}

/** Of cues that give the same content the best cut; whether a finding is right and where its cue ends are two questions. */
function fittestCue(finding: Weighed, rivals: readonly Weighed[]): CueCandidate {
  let best = finding;
  for (const other of rivals) {
    if (other.fit > best.fit && sharedShare(other.content, finding.content) >= SAME_CONTENT) best = other;
  }
  return best.cue;
}
