// Sentences of the two versions that can only be each other: alike, and clearly more alike than either is to any
// other sentence. What has a rival close behind is left for its neighbours to decide.
import type { Reading } from './weights.js';

export interface Pair {
  readonly older: number;
  readonly newer: number;
  /** 0 to 1: twice the shared weight over the weight of both. */
  readonly likeness: number;
  /** How far the next best sentence on either side is behind. */
  readonly margin: number;
  /** The same, where a rival may be a longer sentence that has the words among others. */
  readonly marginWithin: number;
  /** The weight of the older sentence. */
  readonly weight: number;
  /** How many different words and marks it has. */
  readonly words: number;
  /** The same words in the same order. */
  readonly same: boolean;
}

/** Comparisons allowed; past it the commonest words stop counting, which is what keeps 5 MB bounded. */
const MOST_COMPARISONS = 12_000_000;
const LEAST_LIKENESS = 0.45;
/** A sentence this much heavier than another may have it joined in. */
const LONGER = 1.3;

export function pairSentences(older: Reading, newer: Reading, weights: Float64Array): Pair[] {
  const olderBags = countWords(older);
  const newerBags = countWords(newer);
  const counted = dropCommonest(weights, olderBags, newerBags);
  const olderWeights = olderBags.map((bag) => weigh(bag, counted));
  const newerWeights = newerBags.map((bag) => weigh(bag, counted));
  const holders = indexBags(newerBags, counted);

  const rows = olderBags.map(() => noBest());
  const columns = newerBags.map(() => noBest());
  const rowsWithin = olderBags.map(() => noBest());
  const columnsWithin = newerBags.map(() => noBest());
  const shared = new Float64Array(newerBags.length);
  for (const [row, bag] of olderBags.entries()) {
    const touched: number[] = [];
    for (const [id, times] of bag) {
      for (const [column, otherTimes] of holders.get(id) ?? []) {
        if (shared[column] === 0) touched.push(column);
        shared[column] = shared[column]! + counted[id]! * Math.min(times, otherTimes);
      }
    }
    for (const column of touched) {
      const likeness = (2 * shared[column]!) / (olderWeights[row]! + newerWeights[column]!);
      note(rows[row]!, column, likeness);
      note(columns[column]!, row, likeness);
      if (newerWeights[column]! > LONGER * olderWeights[row]!)
        note(rowsWithin[row]!, column, shared[column]! / olderWeights[row]!);
      if (olderWeights[row]! > LONGER * newerWeights[column]!)
        note(columnsWithin[column]!, row, shared[column]! / newerWeights[column]!);
      shared[column] = 0;
    }
  }

  const pairs: Pair[] = [];
  for (const [row, best] of rows.entries()) {
    if (best.likeness < LEAST_LIKENESS) continue;
    const column = columns[best.at]!;
    if (column.at !== row) continue;
    const margin = best.likeness - Math.max(best.second, column.second);
    if (margin <= 0.01) continue;
    const longer = Math.max(rivalOf(rowsWithin[row]!, best.at), rivalOf(columnsWithin[best.at]!, row));
    pairs.push({
      older: row,
      newer: best.at,
      likeness: best.likeness,
      margin,
      marginWithin: Math.min(margin, best.likeness - longer),
      weight: olderWeights[row]!,
      words: olderBags[row]!.size,
      same: sameWords(older, row, newer, best.at),
    });
  }
  return pairs;
}

type Bag = Map<number, number>;

function countWords(reading: Reading): Bag[] {
  const bags: Bag[] = [];
  for (let sentence = 0; sentence < reading.sentences.count; sentence++) {
    const bag: Bag = new Map();
    for (let at = reading.sentences.first[sentence]!; at < reading.sentences.first[sentence + 1]!; at++) {
      const id = reading.tokens.ids[at]!;
      bag.set(id, (bag.get(id) ?? 0) + 1);
    }
    bags.push(bag);
  }
  return bags;
}

function dropCommonest(weights: Float64Array, older: readonly Bag[], newer: readonly Bag[]): Float64Array {
  const inOlder = new Float64Array(weights.length);
  const inNewer = new Float64Array(weights.length);
  for (const bag of older) for (const id of bag.keys()) inOlder[id] = inOlder[id]! + 1;
  for (const bag of newer) for (const id of bag.keys()) inNewer[id] = inNewer[id]! + 1;
  const cost = inOlder.map((count, id) => count * inNewer[id]!);
  const byCost = [...weights.keys()].sort((a, b) => cost[a]! - cost[b]!);
  const counted = new Float64Array(weights);
  let spent = 0;
  for (const id of byCost) {
    spent += cost[id]!;
    if (spent > MOST_COMPARISONS) counted[id] = 0;
  }
  return counted;
}

function weigh(bag: Bag, weights: Float64Array): number {
  let sum = 0;
  for (const [id, times] of bag) sum += weights[id]! * times;
  return sum;
}

function indexBags(bags: readonly Bag[], counted: Float64Array): Map<number, [number, number][]> {
  const holders = new Map<number, [number, number][]>();
  for (const [at, bag] of bags.entries()) {
    for (const [id, times] of bag) {
      if (counted[id] === 0) continue;
      const list = holders.get(id);
      if (list === undefined) holders.set(id, [[at, times]]);
      else list.push([at, times]);
    }
  }
  return holders;
}

interface Best {
  at: number;
  likeness: number;
  second: number;
}

const noBest = (): Best => ({ at: -1, likeness: 0, second: 0 });

function note(best: Best, at: number, likeness: number): void {
  if (likeness > best.likeness) {
    best.second = best.likeness;
    best.likeness = likeness;
    best.at = at;
  } else if (likeness > best.second) best.second = likeness;
}

/** The best there is besides `at`. */
const rivalOf = (best: Best, at: number): number => (best.at === at ? best.second : best.likeness);

export function sameWords(older: Reading, row: number, newer: Reading, column: number): boolean {
  const from = older.sentences.first[row]!;
  const length = older.sentences.first[row + 1]! - from;
  const to = newer.sentences.first[column]!;
  if (newer.sentences.first[column + 1]! - to !== length) return false;
  for (let step = 0; step < length; step++)
    if (older.tokens.ids[from + step] !== newer.tokens.ids[to + step]) return false;
  return true;
}
