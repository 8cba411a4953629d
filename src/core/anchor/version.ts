// What is carried over from one version of an article to the next, and what became of it.
import type { Span } from '../span.js';

/** A statement as far as carrying it over goes. */
export interface CarriedStatement {
  readonly id: string;
  readonly content: readonly Span[];
  readonly cue: readonly Span[];
  readonly source: readonly Span[];
  /**
   * Whom the source names, as the engine resolved it. Given in both versions, a difference counts as a changed
   * attribution even where the words stayed ("He said", and now another man stands before it).
   */
  readonly speaker?: string;
  /** Through whom the words came, as the engine read it, nearest the speaker first; compared where given in both. */
  readonly via?: readonly string[];
}

export interface Version {
  readonly text: string;
  readonly statements: readonly CarriedStatement[];
}

export const PLACEMENT_STATUSES = ['kept', 'moved', 'reworded', 'dropped', 'orphaned', 'new'] as const;
/**
 * `kept`: same words, same order. `moved`: same words, elsewhere. `reworded`: content, cue or attribution changed.
 * `dropped`: gone. `orphaned`: perhaps still there, but where cannot be told; never placed. `new`: nothing older maps
 * to it.
 */
export type PlacementStatus = (typeof PLACEMENT_STATUSES)[number];

/**
 * What of a statement changed. `speaker`: the words stayed and name somebody else. `via`: they came through somebody
 * else.
 */
export type Part = 'content' | 'cue' | 'source' | 'speaker' | 'via';

export interface Placement {
  readonly status: PlacementStatus;
  /** Id in the older version; null only for `new`. */
  readonly older: string | null;
  /** Id of the newer version's own statement it corresponds to, if there is one. */
  readonly newer: string | null;
  /** The words now standing for each part, in the newer text; empty for `dropped` and `orphaned`. */
  readonly content: readonly Span[];
  readonly cue: readonly Span[];
  readonly source: readonly Span[];
  /** Empty unless `reworded`. */
  readonly changed: readonly Part[];
  /** True also for a reworded statement that left its place. */
  readonly moved: boolean;
  /** The share of the content's words found again, 0 to 1, words that tell more counting more. */
  readonly likeness: number;
}
