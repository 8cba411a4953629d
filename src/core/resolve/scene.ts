// What is at hand while an article's mentions are read: the cast so far, the words, what is asked of each source.
import type { Narrative } from './antecedents.js';
import type { Cast } from './cast.js';
import type { Mention } from './mentions.js';
import type { Naming } from './namings.js';
import type { HomeCountry } from './places.js';
import type { Wording } from './wording.js';

/** What is known of a source before anybody is resolved. */
export interface Asking {
  /** Index of the attribution inside whose content it stands, -1 for none. */
  readonly within: number;
  readonly verbatim: boolean;
  readonly own: readonly (readonly [number, number])[];
  readonly continuing: boolean;
  readonly written: boolean;
  /** "asked", "pressed": whoever replies next is somebody else. */
  readonly asks: boolean;
  readonly replies: boolean;
}

export interface Scene {
  readonly cast: Cast;
  readonly wording: Wording;
  readonly mentions: readonly Mention[];
  readonly namings: ReadonlyMap<number, Naming>;
  readonly narrative: Narrative;
  readonly asked: readonly Asking[];
  readonly quoted: Uint8Array;
  readonly country: () => HomeCountry | null;
}

/** In `quoted`: words given word for word, and words reported. */
export const QUOTED = 1;
export const REPORTED = 2;
