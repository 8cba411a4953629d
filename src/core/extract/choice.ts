// The choice between findings: each is weighed, and of those that cannot both hold the surer stays.
import { cueEvidence, groupByCue } from './cue-evidence.js';
import type { CueCandidate } from './cue-labels.js';
import { HUNCH, sharedShare, weighEach } from './evidence.js';
import { type Finding, findingsOf } from './finding.js';
import type { Reading } from './reading.js';
import { keyReader } from './reading-keys.js';
import type { TaggedReading, Tagger } from './tagger.js';
import { overlapping, type Window } from './window.js';

export interface Weighed extends Finding {
  readonly confidence: number;
  /** How well its cue is cut out, in log odds; nothing is known of those that have no chance. */
  readonly fit: number;
}

/** Below this a finding has no say in where another's cue ends. */
const LEAST_SAY = 0.1;

/** Those that may reach `threshold`, and those less certain that have a say in where cues end. */
export function weighFindings(
  reading: Reading,
  { cues, words, rolesOf }: TaggedReading,
  tagger: Tagger,
  threshold: number,
): Weighed[] {
  const least = Math.min(threshold, LEAST_SAY);
  const findings = findingsOf(reading, { cues, words, rolesOf });
  const keysOf = keyReader(words);
  const confidence = new Float64Array(findings.length);
  weighEach(words, findings, (evidence, at) => {
    evidence[HUNCH] = tagger.hunch(keysOf(findings[at]!));
    confidence[at] = tagger.confidence(evidence, least);
  });
  const weighed: Weighed[] = [];
  const groups = groupByCue(findings);
  for (const [at, { findings: own, from }] of groups.entries()) {
    const counts = own.some((_, i) => confidence[from + i]! >= LEAST_SAY);
    const fit = counts ? tagger.fit(cueEvidence(words, groups, at)) : Number.NEGATIVE_INFINITY;
    own.forEach(({ cue, head, source, content, margin, behind, beliefs }, i) => {
      const sure = confidence[from + i]!;
      if (sure >= least)
        weighed.push({ cue, head, source, content, margin, behind, beliefs, confidence: sure, fit });
    });
  }
  return weighed;
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
    const { cue } = finding;
    if (isCueTaken(cueTaken, cue) || isTaken(takers, finding)) continue;
    for (let at = cue.first; at < cue.last; at++) cueTaken.add(at);
    const rivals = rivalsOf(byToken, cue);
    const reading = plainest(finding, rivals);
    const chosen = { ...reading, cue: fittestCue(reading, rivals) };
    for (const { first, last } of chosen.content)
      for (let at = first; at < last; at++) add(takers, at, chosen);
    kept.push(chosen);
  }
  return kept;
}

function byCueToken(findings: readonly Weighed[]): Map<number, Weighed[]> {
  const found = new Map<number, Weighed[]>();
  for (const finding of findings)
    for (let at = finding.cue.first; at < finding.cue.last; at++) add(found, at, finding);
  return found;
}

function isCueTaken(taken: ReadonlySet<number>, { first, last }: Window): boolean {
  for (let at = first; at < last; at++) if (taken.has(at)) return true;
  return false;
}

/** Findings whose cues share a token with this cue, in the order of its tokens. */
function rivalsOf(byToken: ReadonlyMap<number, readonly Weighed[]>, { first, last }: Window): Weighed[] {
  const rivals: Weighed[] = [];
  for (let at = first; at < last; at++) rivals.push(...byToken.get(at)!);
  return rivals;
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
    if (other.fit <= best.fit || sharedShare(other.content, finding.content) < SAME_CONTENT) continue;
    if (!finding.content.some((range) => overlapping(range, other.cue))) best = other;
  }
  return best.cue;
}
