// A hint: what gives pause in an article, found in its own words alone. It rates nothing.
import type { Span } from '../span.js';

export type HintKind = 'conversion' | 'ratio' | 'change' | 'list' | 'figures' | 'voice';

export interface Hint {
  /** Index of the statement it is about; of the later one when it is about two. Null for the article at large. */
  readonly statement: number | null;
  readonly kind: HintKind;
  /** Sums that come out, sums that do not, and what is only worth a look. */
  readonly finding: 'consistent' | 'inconsistent' | 'note';
  /** One plain sentence. */
  readonly text: string;
  /** The words it is about, in text order. */
  readonly spans: readonly Span[];
}

/** A hint before it is known which statement its words stand in. */
export type Finding = Omit<Hint, 'statement'>;
