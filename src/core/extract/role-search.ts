// The best ways to label a window, by whether they hold a source and whether they hold content: a Viterbi search,
// written out for the labels of ROLE because most of the time of a search goes into its steps.
import { isContent, isSource, ROLE, ROLE_LABELS, type RoleUnits } from './roles.js';

/** The answers of one search, good until the next: the room it worked in is used again. */
export interface Decoded {
  /** Scores of the best ways without source and content, with content alone, and with both. */
  readonly nothing: number;
  readonly unsourced: number;
  readonly sourced: number;
  /** [t]: the score of the best way with both whose last label but nought is the end of content, at t. */
  endingScores(): Float64Array;
  /** The labels of the best ways, and of the best whose content ends at t. */
  unsourcedLabels(): Uint8Array;
  sourcedLabels(): Uint8Array;
  labelsEndingAt(t: number): Uint8Array;
}

/** The label of each state; states of one kind of way stand together: nothing, source alone, content alone, both. */
const LABEL = Uint8Array.of(0, 0, 1, 2, 3, 4, 0, 5, 6, 7, 0, 1, 2, 3, 4, 5, 6, 7);
const KIND = Uint8Array.of(0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3);
const STATES = LABEL.length;
const ENDING = 17;
const NEVER = -2e9;

/** [state]: the states one may come from. */
const BEFORE = Array.from(LABEL, (to, state) =>
  [...LABEL.keys()].filter((source) => {
    const kind = KIND[source]! | (isSource(to) ? 1 : 0) | (isContent(to) ? 2 : 0);
    return kind === KIND[state] && ROLE_LABELS.allowed[LABEL[source]! * 8 + to] === 1;
  }),
);

/** position * STATES + state: the score of the best way there. */
let best = new Float64Array(1 << 14);

/**
 * Searches the `length` positions of `scores`; the step into position t adds `steps[context[t] * 64 + from * 8 + to]`.
 */
export function searchRoles(
  length: number,
  scores: RoleUnits,
  steps: Float32Array,
  context: Uint16Array,
): Decoded {
  if (best.length < length * STATES) best = new Float64Array(2 * length * STATES);
  fill(length, scores, steps, context);
  const end = (length - 1) * STATES;
  const unsourced = best[end + 9]! > best[end + 6]! ? 9 : 6;
  const sourced = highestOf(end, SOURCED_ENDS);
  const trace = (t: number, state: number): Uint8Array => traced(length, t, state, scores, steps, context);
  return {
    nothing: best[end]!,
    unsourced: best[end + unsourced]!,
    sourced: best[end + sourced]!,
    endingScores: () => endings(length, steps, context),
    unsourcedLabels: () => trace(length - 1, unsourced),
    sourcedLabels: () => trace(length - 1, sourced),
    labelsEndingAt: (t) => trace(t, ENDING),
  };
}

/** States with both in which a window may end. */
const SOURCED_ENDS = [10, 13, 14, 17];

function highestOf(row: number, states: readonly number[]): number {
  let highest = states[0]!;
  for (const state of states) if (best[row + state]! > best[row + highest]!) highest = state;
  return highest;
}

/** Fills `best`. A name is a kind of way (n nothing, s source, c content, b both) and a label; k12 is a step from 1 to 2. */
function fill(length: number, { units, scale }: RoleUnits, steps: Float32Array, context: Uint16Array): void {
  const { max } = Math;
  best.fill(NEVER, 0, STATES);
  let n0 = 0;
  let s1 = units[1]! * scale;
  let s4 = units[4]! * scale;
  let c5 = units[5]! * scale;
  let c7 = units[7]! * scale;
  let s0 = NEVER;
  let s2 = NEVER;
  let s3 = NEVER;
  let c0 = NEVER;
  let c6 = NEVER;
  let b0 = NEVER;
  let b1 = NEVER;
  let b2 = NEVER;
  let b3 = NEVER;
  let b4 = NEVER;
  let b5 = NEVER;
  let b6 = NEVER;
  let b7 = NEVER;
  best[0] = n0;
  best[2] = s1;
  best[5] = s4;
  best[7] = c5;
  best[9] = c7;
  for (let t = 1; t < length; t++) {
    const at = t * 8;
    const k = context[t]! * 64;
    const e1 = units[at + 1]! * scale;
    const e2 = units[at + 2]! * scale;
    const e3 = units[at + 3]! * scale;
    const e4 = units[at + 4]! * scale;
    const e5 = units[at + 5]! * scale;
    const e6 = units[at + 6]! * scale;
    const e7 = units[at + 7]! * scale;
    const k00 = steps[k]!;
    const k30 = steps[k + 24]!;
    const k40 = steps[k + 32]!;
    const k70 = steps[k + 56]!;
    const k01 = steps[k + 1]! + e1;
    const k71 = steps[k + 57]! + e1;
    const k12 = steps[k + 10]! + e2;
    const k22 = steps[k + 18]! + e2;
    const k13 = steps[k + 11]! + e3;
    const k23 = steps[k + 19]! + e3;
    const k04 = steps[k + 4]! + e4;
    const k74 = steps[k + 60]! + e4;
    const k05 = steps[k + 5]! + e5;
    const k35 = steps[k + 29]! + e5;
    const k45 = steps[k + 37]! + e5;
    const k75 = steps[k + 61]! + e5;
    const k56 = steps[k + 46]! + e6;
    const k66 = steps[k + 54]! + e6;
    const k07 = steps[k + 7]! + e7;
    const k37 = steps[k + 31]! + e7;
    const k47 = steps[k + 39]! + e7;
    const k57 = steps[k + 47]! + e7;
    const k67 = steps[k + 55]! + e7;
    const k77 = steps[k + 63]! + e7;
    const ns0 = max(n0, s0);
    const nc0 = max(n0, c0);
    const cb0 = max(c0, b0);
    const cb7 = max(c7, b7);
    const sb0 = max(s0, b0);
    const sb3 = max(s3, b3);
    const sb4 = max(s4, b4);
    const toS0 = max(max(s0 + k00, s3 + k30), s4 + k40);
    const toS2 = max(s1 + k12, s2 + k22);
    const toC6 = max(c5 + k56, c6 + k66);
    const toC7 = max(max(nc0 + k07, c5 + k57), max(c6 + k67, c7 + k77));
    const toB0 = max(max(b0 + k00, b3 + k30), max(b4 + k40, b7 + k70));
    const toB2 = max(b1 + k12, b2 + k22);
    const toB5 = max(max(sb0 + k05, sb3 + k35), max(sb4 + k45, b7 + k75));
    const toB6 = max(b5 + k56, b6 + k66);
    const toB7 = max(max(max(sb0 + k07, sb3 + k37), max(sb4 + k47, b5 + k57)), max(b6 + k67, b7 + k77));
    s3 = max(s1 + k13, s2 + k23);
    s1 = ns0 + k01;
    s4 = ns0 + k04;
    c0 = max(c0 + k00, c7 + k70);
    c5 = max(nc0 + k05, c7 + k75);
    b3 = max(b1 + k13, b2 + k23);
    b1 = max(cb0 + k01, cb7 + k71);
    b4 = max(cb0 + k04, cb7 + k74);
    n0 += k00;
    s0 = toS0;
    s2 = toS2;
    c6 = toC6;
    c7 = toC7;
    b0 = toB0;
    b2 = toB2;
    b5 = toB5;
    b6 = toB6;
    b7 = toB7;
    const row = t * STATES;
    best[row] = n0;
    best[row + 1] = s0;
    best[row + 2] = s1;
    best[row + 3] = s2;
    best[row + 4] = s3;
    best[row + 5] = s4;
    best[row + 6] = c0;
    best[row + 7] = c5;
    best[row + 8] = c6;
    best[row + 9] = c7;
    best[row + 10] = b0;
    best[row + 11] = b1;
    best[row + 12] = b2;
    best[row + 13] = b3;
    best[row + 14] = b4;
    best[row + 15] = b5;
    best[row + 16] = b6;
    best[row + 17] = b7;
  }
}

/** The labels of the best way to `state` at position `end`, nought after it. */
function traced(
  length: number,
  end: number,
  state: number,
  { units, scale }: RoleUnits,
  steps: Float32Array,
  context: Uint16Array,
): Uint8Array {
  const labels = new Uint8Array(length);
  let here = state;
  for (let t = end; t > 0; t--) {
    const to = LABEL[here]!;
    labels[t] = to;
    const row = (t - 1) * STATES;
    const step = context[t]! * 64 + to;
    const sources = BEFORE[here]!;
    const score = units[t * 8 + to]! * scale;
    let source = sources[0]!;
    let highest = Number.NEGATIVE_INFINITY;
    for (const other of sources) {
      const value = best[row + other]! + (steps[step + LABEL[other]! * 8]! + score);
      if (value <= highest) continue;
      highest = value;
      source = other;
    }
    here = source;
  }
  labels[0] = LABEL[here]!;
  return labels;
}

/** The best ways to the end of content at each position, with what it costs to stay at label 0 from there on. */
function endings(length: number, steps: Float32Array, context: Uint16Array): Float64Array {
  const scores = new Float64Array(length).fill(NEVER);
  let silence = 0;
  for (let t = length - 1; t > 0; t--) {
    const after = t + 1 < length ? context[t + 1]! * 64 : -1;
    scores[t] = best[t * STATES + ENDING]! + silence + (after < 0 ? 0 : steps[after + ROLE.contentEnd * 8]!);
    if (after >= 0) silence += steps[after]!;
  }
  return scores;
}
