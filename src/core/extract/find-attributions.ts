// From an article to its attributions: who is said to have said what, in spans. The tagger proposes, rules complete.
import type { ArticleText } from '../article.js';
import type { Attribution } from '../statement.js';
import type { CueCandidate } from './cue-labels.js';
import type { Draft } from './draft.js';
import { sharedShare, weigh } from './evidence.js';
import { type Finding, findingsOf } from './finding.js';
import { contentSpan, spanOf } from './marks.js';
import { inTextOrder, nested } from './nesting.js';
import { type Reading, readArticle } from './reading.js';
import { explainsNoName } from './rules/asides.js';
import { withoutBareObjects } from './rules/bare-objects.js';
import { attachFloating } from './rules/floating.js';
import { withFrames } from './rules/frames.js';
import { withoutHearers } from './rules/hearers.js';
import { findLabelled } from './rules/labelled.js';
import { spokenIn } from './rules/spoken.js';
import { completeQuotations } from './rules/whole-quotations.js';
import type { TaggedReading, Tagger } from './tagger.js';
import type { Words } from './words.js';

export interface FindOptions {
  /** Findings less certain than this are left out. */
  readonly minConfidence?: number;
}

/** An editor strikes one out faster than they find a missed one: well below the point where precision meets recall. */
export const DEFAULT_CONFIDENCE = 0.2;

/** Attributions in text order; spans lie in blocks that are not set aside. */
export function findAttributions(
  article: ArticleText,
  tagger: Tagger,
  options: FindOptions = {},
): Attribution[] {
  return attributionsOf(readArticle(article), tagger, options);
}

/** The same for an article that has been read already. */
export function attributionsOf(reading: Reading, tagger: Tagger, options: FindOptions = {}): Attribution[] {
  const tagged = tagger.read(reading);
  const { words } = tagged;
  const spoken = spokenIn(reading, words);
  const labelled = findLabelled(reading, words, spoken);
  const weighed = weighFindings(reading, tagged, tagger).filter((finding) => !explainsNoName(words, finding));
  const chosen = choose(weighed, options.minConfidence ?? DEFAULT_CONFIDENCE);
  const completed = completeQuotations(words, spoken, withoutRivals(chosen, labelled));
  const settled = withoutHearers(words, [...completed, ...labelled]);
  const framed = withoutBareObjects(words, withFrames(reading, words, spoken, settled));
  const drafts = attachFloating(reading, words, spoken, framed);
  return nested(drafts.map((draft) => toAttribution(reading, words, draft)).sort(inTextOrder));
}

export interface Weighed extends Finding {
  readonly confidence: number;
}

export function weighFindings(reading: Reading, tagged: TaggedReading, tagger: Tagger): Weighed[] {
  const findings = findingsOf(reading, tagged);
  const evidence = weigh(tagged.words, findings);
  return findings.map(({ cue, head, source, content, margin, behind }, at) => {
    const confidence = tagger.confidence(evidence[at]!);
    return { cue, head, source, content, margin, behind, confidence };
  });
}

/** Of findings whose cues overlap the surest stays. */
export function choose(findings: readonly Weighed[], threshold: number): Weighed[] {
  const ranked = findings
    .filter((f) => f.confidence >= threshold)
    .sort((a, b) => b.confidence - a.confidence);
  const byToken = new Map<number, Weighed[]>();
  for (const finding of ranked) {
    for (let at = finding.cue.first; at < finding.cue.last; at++) {
      const there = byToken.get(at);
      if (there) there.push(finding);
      else byToken.set(at, [finding]);
    }
  }
  const taken = new Set<number>();
  const kept: Weighed[] = [];
  for (const finding of ranked) {
    const { first, last } = finding.cue;
    const own = Array.from({ length: last - first }, (_, t) => first + t);
    if (own.some((at) => taken.has(at))) continue;
    for (const at of own) taken.add(at);
    const rivals = own.flatMap((at) => byToken.get(at)!);
    kept.push({ ...plainest(finding, rivals), cue: likeliestCue(finding, rivals) });
  }
  return kept;
}

/** So close in confidence that what the chain liked better decides. */
const CLOSE = 0.04;

/** Of one cue's readings that are about as sure, the one the chain liked best: its ends are the better ones. */
function plainest(finding: Weighed, rivals: readonly Weighed[]): Weighed {
  let best = finding;
  for (const other of rivals) {
    if (other.cue !== finding.cue || other.confidence < finding.confidence - CLOSE) continue;
    if (other.behind < best.behind) best = other;
  }
  return best;
}

/** Of cues that give the same content the likeliest; whether a finding is right and where its cue ends are two questions. */
function likeliestCue(finding: Weighed, rivals: readonly Weighed[]): CueCandidate {
  let best = finding.cue;
  for (const other of rivals) {
    if (other.cue.probability <= best.probability) continue;
    if (sharedShare(other.content, finding.content) >= 0.8) best = other.cue;
  }
  return best;
}

/** A finding that shares its beginning and end with a labelled statement is that statement. */
function withoutRivals(findings: readonly Weighed[], labelled: readonly Draft[]): Draft[] {
  const starts = new Map(labelled.map((draft) => [draft.content[0]!.first, draft]));
  return findings.filter(({ content }) => {
    const rival = starts.get(content[0]!.first);
    return rival === undefined;
  });
}

function toAttribution(reading: Reading, words: Words, draft: Draft): Attribution {
  return {
    source: draft.source.map((range) => spanOf(reading, range)),
    cue: draft.cue ? [spanOf(reading, draft.cue)] : [],
    content: draft.content.map((range) => contentSpan(reading, words, range)),
    confidence: draft.confidence,
  };
}
