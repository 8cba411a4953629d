// What any tagger must offer, linear or neural: cue candidates, and per-token roles towards one of them.
// Windows, linking, rules and the choice between candidates are shared and live outside.
import type { CueCandidate } from './cue-labels.js';
import type { Reading } from './reading.js';
import type { Window } from './window.js';
import type { Words } from './words.js';

/** Labels of a window's tokens (see ROLE): one way to read what stands around a cue. */
export interface RoleReading {
  readonly labels: Uint8Array;
  /** By how much it beats "no statement here". */
  readonly margin: number;
  /** How far it is behind the best reading of this cue. */
  readonly behind: number;
  /** What the tagger thinks of it as a whole and of its parts (see BELIEFS). */
  readonly beliefs: Float64Array;
}

export interface TaggedReading {
  readonly words: Words;
  /** Every candidate at least `tagger.leastCue` probable, in text order; they may overlap. */
  readonly cues: readonly CueCandidate[];
  /** A few readings of one cue, the best first; each has content. */
  rolesOf(cue: CueCandidate, window: Window): readonly RoleReading[];
}

export interface Tagger {
  /** Name and version, as a statement's origin keeps it. */
  readonly name: string;
  read(reading: Reading): TaggedReading;
  /** What the words of a finding speak for it (see keyReader), in log odds. */
  hunch(keys: Int32Array): number;
  /** The share of findings with such evidence that are right, 0 to 1; where it cannot reach `least`, 0. */
  confidence(evidence: Float64Array, least: number): number;
  /** How well a cue is cut out where such is seen (see cueEvidence), in log odds. */
  fit(evidence: Float64Array): number;
}
