// Labels of the cue chain, and the candidates its probabilities propose.
import { type Labels, makeLabels } from './chain.js';
import { type Marginals, stepMarginals } from './marginals.js';

export const CUE = { none: 0, begin: 1, inside: 2 } as const;
export const CUE_LABELS: Labels = makeLabels(
  [
    [0, 1],
    [0, 1, 2],
    [0, 1, 2],
  ],
  [0, 1],
  [0, 1, 2],
);
export const CUE_CONTEXTS = 1;

/** Tokens [first, last) that may be a cue. */
export interface CueCandidate {
  readonly first: number;
  readonly last: number;
  readonly probability: number;
}

const LONGEST = 10;

const steps = new Float64Array(CUE_LABELS.count ** 2);

/** Spans whose probability is at least `threshold`; token numbers count from `offset`. */
export function proposeCues(
  { unary, length }: Marginals,
  factors: Float64Array,
  context: Uint16Array,
  offset: number,
  threshold: number,
): CueCandidate[] {
  const { count } = CUE_LABELS;
  const candidates: CueCandidate[] = [];
  for (let t = 0; t < length; t++) {
    let probability = unary[t * count + CUE.begin]!;
    let label: number = CUE.begin;
    for (let at = t; probability >= threshold && at < length && at - t < LONGEST; at++) {
      const here = unary[at * count + label]!;
      let goesOn = 0;
      if (at + 1 < length && here > 0) {
        stepMarginals(CUE_LABELS, at, factors, context, steps);
        goesOn = steps[label * count + CUE.inside]! / here;
      }
      const whole = probability * (1 - goesOn);
      if (whole >= threshold)
        candidates.push({ first: offset + t, last: offset + at + 1, probability: whole });
      probability *= goesOn;
      label = CUE.inside;
    }
  }
  return candidates;
}
