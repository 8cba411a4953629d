// Linear chains: the best sequence of labels for rows of scores, given which label may follow which.

export interface Labels {
  readonly count: number;
  /** from * count + to → whether `to` may follow `from`. */
  readonly allowed: Uint8Array;
  readonly mayStart: Uint8Array;
  readonly mayEnd: Uint8Array;
  /** Pairs [from, to] that are allowed, flattened. */
  readonly pairs: Uint8Array;
}

export function makeLabels(
  follow: readonly (readonly number[])[],
  start: readonly number[],
  end: readonly number[],
): Labels {
  const count = follow.length;
  const allowed = new Uint8Array(count * count);
  const pairs: number[] = [];
  follow.forEach((nexts, from) => {
    for (const to of nexts) {
      allowed[from * count + to] = 1;
      pairs.push(from, to);
    }
  });
  const flags = (labels: readonly number[]): Uint8Array =>
    Uint8Array.from({ length: count }, (_, label) => (labels.includes(label) ? 1 : 0));
  return { count, allowed, mayStart: flags(start), mayEnd: flags(end), pairs: Uint8Array.from(pairs) };
}

export const IMPOSSIBLE = -1e9;

/** A best sequence of labels, and its score. */
export interface Path {
  readonly labels: Uint8Array;
  readonly score: number;
}

/** The answers of one search. */
export interface Decoded {
  /** [b]: the best sequence whose labels' bits come to b together. */
  readonly byBits: readonly Path[];
  /** [t]: the score of the best sequence with both bits whose last label but nought is `last` at t. */
  readonly endingScores: Float64Array;
  endingAt(t: number): Path;
}

/**
 * The best sequences for `length` positions, by which kinds of label they hold: `bits` gives each label 0, 1 or 2.
 * `scores` holds `labels.count` values a position; the step into position t adds
 * `steps[context[t] * count² + from * count + to]`.
 */
export function decode(
  labels: Labels,
  bits: Uint8Array,
  last: number,
  length: number,
  scores: Float32Array,
  steps: Float32Array,
  context: Uint16Array,
): Decoded {
  const { count, pairs } = labels;
  const square = count * count;
  const states = 4 * count;
  const back = new Uint8Array(length * states);
  const endingScores = new Float64Array(length).fill(2 * IMPOSSIBLE);
  const lastState = 3 * count + last;
  let previous = new Float64Array(states).fill(2 * IMPOSSIBLE);
  let current = new Float64Array(states);
  for (let label = 0; label < count; label++) {
    if (labels.mayStart[label]) previous[bits[label]! * count + label] = scores[label]!;
  }
  for (let t = 1; t < length; t++) {
    current.fill(2 * IMPOSSIBLE);
    const step = context[t]! * square;
    const row = t * states;
    for (let p = 0; p < pairs.length; p += 2) {
      const from = pairs[p]!;
      const to = pairs[p + 1]!;
      const cost = steps[step + from * count + to]! + scores[t * count + to]!;
      const bit = bits[to]!;
      for (let seen = bits[from]!; seen < 4; seen++) {
        const value = previous[seen * count + from]! + cost;
        const target = (seen | bit) * count + to;
        if (value > current[target]!) {
          current[target] = value;
          back[row + target] = seen * count + from;
        }
      }
    }
    endingScores[t] = current[lastState]!;
    const swap = previous;
    previous = current;
    current = swap;
  }
  addSilence(endingScores, count, last, steps, context);
  const trace = (state: number, score: number, end: number): Path => {
    const path = new Uint8Array(length);
    for (let t = end, at = state; t >= 0; t--) {
      path[t] = at % count;
      at = back[t * states + at]!;
    }
    return { labels: path, score };
  };
  const byBits = [0, 1, 2, 3].map((seen) => {
    const state = bestState(labels, seen, previous);
    return trace(state, previous[state]!, length - 1);
  });
  return { byBits, endingScores, endingAt: (t) => trace(lastState, endingScores[t]!, t) };
}

function bestState({ count, mayEnd }: Labels, seen: number, scores: Float64Array): number {
  let best = -1;
  for (let label = 0; label < count; label++) {
    if (!mayEnd[label]) continue;
    if (best < 0 || scores[seen * count + label]! > scores[best]!) best = seen * count + label;
  }
  return best;
}

/** Adds what it costs to stay at label 0, whose own score is nought, from each position on. */
function addSilence(
  endingScores: Float64Array,
  count: number,
  last: number,
  steps: Float32Array,
  context: Uint16Array,
): void {
  const square = count * count;
  let silence = 0;
  for (let t = endingScores.length - 2; t >= 0; t--) {
    const step = context[t + 1]! * square;
    endingScores[t]! += steps[step + last * count]! + silence;
    silence += steps[step]!;
  }
}
