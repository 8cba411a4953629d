// A finding: one cue candidate with the source and content the tagger gives it, before any choice between findings.
import type { CueCandidate } from './cue-labels.js';
import type { Reading } from './reading.js';
import { headOfCue } from './role-places.js';
import { ROLE, ROLE_LABELS } from './roles.js';
import type { TaggedReading } from './tagger.js';
import { type Window, windowOf } from './window.js';

export interface Finding {
  readonly cue: CueCandidate;
  readonly head: number;
  readonly source: readonly Window[];
  readonly content: readonly Window[];
  /** By how much this reading beats "no statement here". */
  readonly margin: number;
  /** How far it is behind the best reading of its cue. */
  readonly behind: number;
  readonly beliefs: Float64Array;
}

export const oddsOf = (probability: number): number => {
  const safe = Math.min(Math.max(probability, 1e-4), 1 - 1e-4);
  return Math.log(safe / (1 - safe));
};

export function findingsOf(reading: Reading, tagged: TaggedReading): Finding[] {
  const findings: Finding[] = [];
  for (const cue of tagged.cues) {
    const window = windowOf(reading, tagged.words, cue.first, cue.last);
    if (window.last - window.first === cue.last - cue.first) continue;
    const head = headOfCue(tagged.words, cue.first, cue.last);
    for (const { labels, margin, behind, beliefs } of tagged.rolesOf(cue, window)) {
      const content = runs(labels, window.first, ROLE.contentBegin, ROLE.contentEnd);
      if (content.length === 0) continue;
      findings.push({
        cue,
        head,
        source: runs(labels, window.first, ROLE.sourceBegin, ROLE.sourceOnly),
        content,
        margin,
        behind,
        beliefs,
      });
    }
  }
  return findings;
}

/** Whether a label begins a piece, whatever stands before it. */
const BEGINS = Uint8Array.from({ length: ROLE_LABELS.count }, (_, label) =>
  label === ROLE.sourceBegin || label === ROLE.sourceOnly || label === ROLE.contentBegin ? 1 : 0,
);

/** Runs of labels `from` to `to`, in tokens. */
function runs(labels: Uint8Array, offset: number, from: number, to: number): Window[] {
  const found: Window[] = [];
  for (let t = 0; t < labels.length; t++) {
    if (labels[t]! < from || labels[t]! > to) continue;
    const first = t;
    for (t++; t < labels.length; t++) {
      const label = labels[t]!;
      if (label < from || label > to || BEGINS[label]) break;
    }
    found.push({ first: offset + first, last: offset + t });
    t--;
  }
  return found;
}
