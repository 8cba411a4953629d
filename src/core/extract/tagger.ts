// What any tagger must offer, linear or neural: cue candidates, and per-token roles towards one of them.
// Windows, linking, rules and the choice between candidates are shared and live outside.
import type { CueCandidate } from './cue-labels.js';
import type { Reading } from './reading.js';
import type { Window } from './window.js';
import type { Words } from './words.js';

/** Labels of a window's tokens (see ROLE), and by how much the best reading beats "no statement here". */
export interface RoleReading {
  readonly labels: Uint8Array;
  readonly margin: number;
}

/** The best reading that has a source, and the best that has none; both have content, where there is room. */
export interface RoleReadings {
  readonly sourced: RoleReading;
  readonly unsourced: RoleReading;
}

export interface TaggedReading {
  readonly words: Words;
  /** Every candidate at least `tagger.leastCue` probable, in text order; they may overlap. */
  readonly cues: readonly CueCandidate[];
  rolesOf(cue: CueCandidate, window: Window): RoleReadings;
}

export interface Tagger {
  /** Name and version, as a statement's origin keeps it. */
  readonly name: string;
  read(reading: Reading): TaggedReading;
  /** The share of findings with such evidence that are right, 0 to 1. */
  confidence(evidence: Float64Array): number;
}
