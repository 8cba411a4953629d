// Labels of the role chain: for one cue, which tokens are its source and which its content.
import { type Labels, makeLabels } from './chain.js';
import { QUOTE, SHAPE, type Words } from './words.js';

export const ROLE = {
  none: 0,
  sourceBegin: 1,
  sourceInside: 2,
  sourceEnd: 3,
  sourceOnly: 4,
  contentBegin: 5,
  contentInside: 6,
  contentEnd: 7,
} as const;

export const isSource = (label: number): boolean => label >= 1 && label <= 4;
export const isContent = (label: number): boolean => label >= 5;

export const ROLE_LABELS: Labels = makeLabels(
  [
    [0, 1, 4, 5, 7],
    [2, 3],
    [2, 3],
    [0, 5, 7],
    [0, 5, 7],
    [6, 7],
    [6, 7],
    [0, 1, 4, 5, 7],
  ],
  [0, 1, 4, 5, 7],
  [0, 3, 4, 7],
);

/** Scores of the labels at each position, position * 8 + label, in whole units of `scale`; label 0 always scores nought. */
export interface RoleUnits {
  readonly units: Int32Array;
  readonly scale: number;
}

/** Of a label that cannot be. */
export const IMPOSSIBLE_UNITS = -(1 << 24);

const EDGES = 9;
export const ROLE_CONTEXTS = EDGES * EDGES * 3;

const edgeOf = (shape: number, quote: number): number => {
  if (quote === QUOTE.opening) return 7;
  if (quote === QUOTE.closing) return 8;
  if (shape < SHAPE.comma) return quote === QUOTE.inside ? 1 : 0;
  if (shape === SHAPE.comma) return 2;
  if (shape === SHAPE.stop) return 3;
  if (shape === SHAPE.colon) return 4;
  return shape === SHAPE.dash ? 5 : 6;
};

/** What kind of joint lies before each token of the window, and on which side of the cue. */
export function roleContexts(
  words: Words,
  first: number,
  last: number,
  cueFirst: number,
  cueLast: number,
): Uint16Array {
  const contexts = new Uint16Array(last - first);
  let previous = 6;
  for (let at = first; at < last; at++) {
    const edge = edgeOf(words.shape[at]!, words.quote[at]!);
    const side = at < cueFirst ? 0 : at <= cueLast ? 1 : 2;
    contexts[at - first] = (previous * EDGES + edge) * 3 + side;
    previous = edge;
  }
  return contexts;
}
