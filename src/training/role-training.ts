// Trains the chain that finds source and content, one sequence for every cue candidate.
import type { CueCandidate } from '../core/extract/cue-labels.js';
import { PLACE_FEATURES, TOKEN_FEATURES, tokenKeys, towardsKeys } from '../core/extract/role-features.js';
import { findPlaces, viewCue } from '../core/extract/role-places.js';
import { ROLE, ROLE_CONTEXTS, ROLE_LABELS, roleContexts } from '../core/extract/roles.js';
import { blockTokens } from '../core/extract/sentences.js';
import { type Window, windowOf } from '../core/extract/window.js';
import type { Words } from '../core/extract/words.js';
import { type ChainModel, type Sequence, trainChain } from './chain-trainer.js';
import type { Example, GoldRoles } from './example.js';
import { type FeatureIndex, indexFeatures } from './feature-index.js';

export interface RoleModel {
  readonly index: FeatureIndex;
  readonly chain: ChainModel;
}

export interface RoleOptions {
  readonly epochs: number;
  readonly rate: number;
  readonly l2: number;
  readonly dropout: number;
  readonly leastCount: number;
  readonly seed: number;
  readonly log?: (line: string) => void;
}

/** An example with the cues a chain not trained on it proposed. */
export interface CuedExample {
  readonly example: Example;
  readonly cues: readonly CueCandidate[];
  readonly cueness: Uint8Array;
}

/** False cues teach little but caution; at full weight they make the chain shy. */
const FALSE_CUE = 0.3;

interface RoleTask {
  readonly window: Window;
  readonly gold: Uint8Array;
  readonly context: Uint16Array;
  readonly keys: Int32Array;
  readonly weight: number;
}

/** All there is to learn from one article: keys of its tokens, and a task for each cue. */
export interface RoleTasks {
  readonly tokenKeys: Int32Array;
  readonly tasks: readonly RoleTask[];
}

export const roleTasksOf = (cued: CuedExample): RoleTasks => ({
  tokenKeys: allTokenKeys(cued),
  tasks: tasksOf(cued),
});

export function trainRoles(articles: readonly RoleTasks[], options: RoleOptions): RoleModel {
  const index = indexFeatures((see) => {
    for (const { tokenKeys, tasks } of articles) {
      for (const key of tokenKeys) see(key);
      for (const task of tasks) for (const key of task.keys) see(key);
    }
  }, options.leastCount);
  options.log?.(`roles: ${index.rows} features`);
  const sequences = articles.flatMap(({ tokenKeys, tasks }): Sequence[] => {
    const tokenRows = tokenKeys.map((key) => index.rowOf(key));
    return tasks.map(({ window, gold, context, keys, weight }) => ({
      length: gold.length,
      groups: [
        { rows: tokenRows, width: TOKEN_FEATURES, start: window.first },
        { rows: keys.map((key) => index.rowOf(key)), width: PLACE_FEATURES, start: 0 },
      ],
      context,
      gold,
      weight,
    }));
  });
  const chain = trainChain(ROLE_LABELS, sequences, { ...options, rows: index.rows, contexts: ROLE_CONTEXTS });
  return { index, chain };
}

function allTokenKeys({ example, cueness }: CuedExample): Int32Array {
  const { reading, words } = example;
  const keys = new Int32Array(words.count * TOKEN_FEATURES);
  for (const sentence of reading.sentences) {
    const block = blockTokens(reading, sentence.block);
    for (let at = sentence.first; at < sentence.last; at++) {
      tokenKeys(words, cueness, at, block.first, block.last, keys, at * TOKEN_FEATURES);
    }
  }
  return keys;
}

/** Proposed cues with the gold they hit, if any, and gold cues that were not proposed. */
function tasksOf(cued: CuedExample): RoleTask[] {
  const { example, cues } = cued;
  const exactly = new Set<GoldRoles>();
  const tasks: RoleTask[] = [];
  for (const cue of cues) {
    const same = example.gold.find(({ cue: gold }) => gold.first === cue.first && gold.last === cue.last);
    const near = same ?? example.gold.find(({ cue: gold }) => gold.first < cue.last && cue.first < gold.last);
    if (same) exactly.add(same);
    tasks.push(taskOf(cued, cue, near, same ? 1 : near ? 0.4 : FALSE_CUE));
  }
  for (const gold of example.gold) if (!exactly.has(gold)) tasks.push(taskOf(cued, gold.cue, gold, 1));
  return tasks;
}

function taskOf(
  { example, cueness }: CuedExample,
  cue: Window,
  gold: GoldRoles | undefined,
  weight: number,
): RoleTask {
  const { reading, words } = example;
  const window = windowOf(reading, words, cue.first, cue.last);
  return {
    window,
    gold: gold ? goldLabels(window, cue, gold) : new Uint8Array(window.last - window.first),
    context: roleContexts(words, window.first, window.last, cue.first, cue.last),
    keys: keysTowards(words, cueness, cue, window),
    weight,
  };
}

function keysTowards(words: Words, cueness: Uint8Array, cue: Window, { first, last }: Window): Int32Array {
  const view = viewCue(words, cue.first, cue.last, first, last);
  const places = new Int32Array(last - first);
  findPlaces(words, cueness, view, first, last, places);
  const keys = new Int32Array((last - first) * PLACE_FEATURES);
  for (let at = first; at < last; at++) {
    if (at >= cue.first && at < cue.last) continue;
    const to = (at - first) * PLACE_FEATURES;
    towardsKeys(words, cueness, at, places[at - first]!, view, first, last, keys, to);
  }
  return keys;
}

function goldLabels(window: Window, cue: Window, gold: GoldRoles): Uint8Array {
  const labels = new Uint8Array(window.last - window.first);
  const free = (at: number): boolean => at < cue.first || at >= cue.last;
  const paint = (range: Window, begin: number, inside: number, end: number, only: number): void => {
    for (const { first, last } of outside(range, cue)) {
      const from = Math.max(first, window.first) - window.first;
      const to = Math.min(last, window.last) - window.first;
      for (let t = from; t < to; t++) {
        if (!free(window.first + t)) continue;
        labels[t] = t === from ? (t + 1 === to ? only : begin) : t + 1 === to ? end : inside;
      }
    }
  };
  for (const range of gold.content) {
    paint(range, ROLE.contentBegin, ROLE.contentInside, ROLE.contentEnd, ROLE.contentEnd);
  }
  for (const range of gold.source) {
    if (gold.content.some((content) => content.first < range.last && range.first < content.last)) continue;
    paint(range, ROLE.sourceBegin, ROLE.sourceInside, ROLE.sourceEnd, ROLE.sourceOnly);
  }
  return labels;
}

/** The parts of a range that the cue leaves. */
function outside(range: Window, cue: Window): Window[] {
  const parts = [
    { first: range.first, last: Math.min(range.last, cue.first) },
    { first: Math.max(range.first, cue.last), last: range.last },
  ];
  return parts.filter(({ first, last }) => first < last);
}
