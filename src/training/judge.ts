// Judges findings against gold: right when the contents mostly agree and the sources overlap, one gold each.
import { sharedShare } from '../core/extract/evidence.js';
import type { Finding } from '../core/extract/finding.js';
import type { Window } from '../core/extract/window.js';
import type { GoldRoles } from './example.js';

const touch = (a: readonly Window[], b: readonly Window[]): boolean =>
  a.some((x) => b.some((y) => x.first < y.last && y.first < x.last));

const sourcesAgree = (a: readonly Window[], b: readonly Window[]): boolean =>
  a.length === 0 || b.length === 0 ? a.length === b.length : touch(a, b);

/** Whether each finding is right. Findings with overlapping cues may share a gold: only one of them is kept later. */
export function judge(findings: readonly Finding[], gold: readonly GoldRoles[]): boolean[] {
  return findings.map((finding) =>
    gold.some(
      (own) =>
        sharedShare(finding.content, own.content) >= 0.5 &&
        sourcesAgree(finding.source, own.source) &&
        finding.cue.first < own.cue.last &&
        own.cue.first < finding.cue.last,
    ),
  );
}
