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

/**
 * How the best sequences are searched for, by which kinds of label they hold: a state is a label and the bits of the
 * labels up to it. Worked out once for a set of labels.
 */
export interface Search {
  readonly labels: Labels;
  readonly bits: Uint8Array;
  /** The state of a sequence with both bits whose last label but nought this is. */
  readonly lastState: number;
  /** States that can be, as bits * count + label. */
  readonly states: Uint8Array;
  /** For each of those: where its moves begin in the next two; one more at the end. */
  readonly firstMoves: Uint16Array;
  /** The state each move comes from, and its index among `labels.pairs`. */
  readonly sources: Uint8Array;
  readonly pairs: Uint8Array;
  /** Room to work in: by pair, and by state. */
  readonly costs: Float64Array;
  readonly previous: Float64Array;
  readonly current: Float64Array;
}

/** `bits` gives each label 0, 1 or 2. */
export function makeSearch(labels: Labels, bits: Uint8Array, last: number): Search {
  const { count, pairs } = labels;
  const states: number[] = [];
  const firstMoves = [0];
  const moves: { source: number; pair: number }[] = [];
  for (let state = 0; state < 4 * count; state++) {
    const to = state % count;
    const seen = Math.floor(state / count);
    if ((seen | bits[to]!) !== seen) continue;
    states.push(state);
    for (let pair = 0; 2 * pair < pairs.length; pair++) {
      const from = pairs[2 * pair]!;
      if (pairs[2 * pair + 1] !== to) continue;
      for (let before = 0; before < 4; before++) {
        if ((before | bits[from]!) !== before || (before | bits[to]!) !== seen) continue;
        moves.push({ source: before * count + from, pair });
      }
    }
    firstMoves.push(moves.length);
  }
  return {
    labels,
    bits,
    lastState: 3 * count + last,
    states: Uint8Array.from(states),
    firstMoves: Uint16Array.from(firstMoves),
    sources: Uint8Array.from(moves, ({ source }) => source),
    pairs: Uint8Array.from(moves, ({ pair }) => pair),
    costs: new Float64Array(pairs.length / 2),
    previous: new Float64Array(4 * count),
    current: new Float64Array(4 * count).fill(2 * IMPOSSIBLE),
  };
}

/** A best sequence of labels, and its score. */
export interface Path {
  readonly labels: Uint8Array;
  readonly score: number;
}

/** The answers of one search, good until the next: the room it worked in is used again. */
export interface Decoded {
  /** [b]: the best sequence whose labels' bits come to b together. */
  readonly byBits: readonly Path[];
  /** [t]: the score of the best sequence with both bits whose last label but nought is `last` at t. */
  readonly endingScores: Float64Array;
  endingAt(t: number): Path;
}

/** position * 4 * count + state: the state before it on the best way there. */
let back = new Uint8Array(1 << 14);

/**
 * The best sequences for `length` positions. `scores` holds `labels.count` values a position; the step into position
 * t adds `steps[context[t] * count² + from * count + to]`.
 */
export function decode(
  search: Search,
  length: number,
  scores: Float32Array,
  steps: Float32Array,
  context: Uint16Array,
): Decoded {
  const { labels, bits, lastState, states, firstMoves, sources, pairs } = search;
  const { count } = labels;
  if (back.length < length * 4 * count) back = new Uint8Array(2 * length * 4 * count);
  const endingScores = new Float64Array(length).fill(2 * IMPOSSIBLE);
  const { costs } = search;
  let { previous, current } = search;
  previous.fill(2 * IMPOSSIBLE);
  for (let label = 0; label < count; label++) {
    if (labels.mayStart[label]) previous[bits[label]! * count + label] = scores[label]!;
  }
  for (let t = 1; t < length; t++) {
    addCosts(labels, context[t]! * count * count, steps, t * count, scores, costs);
    const row = t * 4 * count;
    for (let s = 0; s < states.length; s++) {
      let best = 2 * IMPOSSIBLE;
      let source = 0;
      for (let move = firstMoves[s]!; move < firstMoves[s + 1]!; move++) {
        const value = previous[sources[move]!]! + costs[pairs[move]!]!;
        if (value <= best) continue;
        best = value;
        source = sources[move]!;
      }
      current[states[s]!] = best;
      back[row + states[s]!] = source;
    }
    endingScores[t] = current[lastState]!;
    [previous, current] = [current, previous];
  }
  addSilence(endingScores, count, lastState % count, steps, context);
  const trace = (state: number, score: number, end: number): Path => {
    const path = new Uint8Array(length);
    for (let t = end, at = state; t >= 0; t--) {
      path[t] = at % count;
      at = back[t * 4 * count + at]!;
    }
    return { labels: path, score };
  };
  const byBits = [0, 1, 2, 3].map((seen) => {
    const state = bestState(labels, seen, previous);
    return trace(state, previous[state]!, length - 1);
  });
  return { byBits, endingScores, endingAt: (t) => trace(lastState, endingScores[t]!, t) };
}

/** What each pair of labels costs: the step, and the score of the label it leads to. */
function addCosts(
  { count, pairs }: Labels,
  step: number,
  steps: Float32Array,
  score: number,
  scores: Float32Array,
  costs: Float64Array,
): void {
  for (let pair = 0; pair < costs.length; pair++) {
    const to = pairs[2 * pair + 1]!;
    costs[pair] = steps[step + pairs[2 * pair]! * count + to]! + scores[score + to]!;
  }
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
