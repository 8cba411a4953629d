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

export function makeLabels(follow: readonly (readonly number[])[], start: readonly number[], end: readonly number[]): Labels {
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

/**
 * The best sequences for `length` positions, by which kinds of label they hold: `bits` gives each label 0, 1 or 2, and
 * answer [b] is the best sequence whose labels' bits come to b together. `scores` holds `labels.count` values a
 * position; the step into position t adds `steps[context[t] * count² + from * count + to]`.
 */
export function bestPaths(
  labels: Labels,
  bits: Uint8Array,
  length: number,
  scores: Float32Array,
  steps: Float32Array,
  context: Uint16Array,
): Path[] {
  const { count, pairs } = labels;
  const square = count * count;
  const states = 4 * count;
  const back = new Uint8Array(length * states);
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
      for (let seen = 0; seen < 4; seen++) {
        const value = previous[seen * count + from]! + cost;
        const target = (seen | bit) * count + to;
        if (value > current[target]!) {
          current[target] = value;
          back[row + target] = seen * count + from;
        }
      }
    }
    const swap = previous;
    previous = current;
    current = swap;
  }
  const final = previous;
  return [0, 1, 2, 3].map((seen) => trace(labels, seen, length, final, back));
}

function trace(labels: Labels, seen: number, length: number, final: Float64Array, back: Uint8Array): Path {
  const { count } = labels;
  let best = -1;
  for (let label = 0; label < count; label++) {
    if (!labels.mayEnd[label]) continue;
    if (best < 0 || final[seen * count + label]! > final[best]!) best = seen * count + label;
  }
  const score = final[best]!;
  const path = new Uint8Array(length);
  for (let t = length - 1; t >= 0; t--) {
    path[t] = best % count;
    best = back[t * 4 * count + best]!;
  }
  return { labels: path, score };
}
