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

/** A likeness below this cannot come within a margin that counts. */
const LEAST_RIVAL = 0.15;

/** Sentences in `settled` pairs are out of the question, as partners and as rivals. */
export function pairSentences(
  older: Reading,
  newer: Reading,
  weights: Float64Array,
  settled: readonly Pair[] = [],
): Pair[] {
  const settledRows = new Set(settled.map((pair) => pair.older));
  const settledColumns = new Set(settled.map((pair) => pair.newer));
  const rowBags = countWords(older);
  const columnBags = countWords(newer);
  const counted = dropCommonest(weights, rowBags, columnBags);
  const rowWeights = weighBags(rowBags, counted);
  const columnWeights = weighBags(columnBags, counted);
  const holders = invert(columnBags, weights.length, settledColumns);

  const rows = noBests(rowWeights.length);
  const columns = noBests(columnWeights.length);
  const longerColumns = noBests(rowWeights.length);
  const longerRows = noBests(columnWeights.length);
  const shared = new Float64Array(columnWeights.length);
  const touched = new Int32Array(columnWeights.length);
  for (let row = 0; row < rowWeights.length; row++) {
    if (settledRows.has(row)) continue;
    const count = shareWords(rowBags, row, holders, counted, shared, touched);
    const rowWeight = rowWeights[row]!;
    for (let index = 0; index < count; index++) {
      const column = touched[index]!;
      const common = shared[column]!;
      const columnWeight = columnWeights[column]!;
      shared[column] = 0;
      if (common < LEAST_RIVAL * Math.min(rowWeight, columnWeight)) continue;
      const likeness = (2 * common) / (rowWeight + columnWeight);
      note(rows, row, column, likeness);
      note(columns, column, row, likeness);
      if (columnWeight > LONGER * rowWeight) note(longerColumns, row, column, common / rowWeight);
      if (rowWeight > LONGER * columnWeight) note(longerRows, column, row, common / columnWeight);
    }
  }

  const pairs: Pair[] = [];
  for (let row = 0; row < rowWeights.length; row++) {
    const likeness = rows.likeness[row]!;
    if (likeness < LEAST_LIKENESS) continue;
    const column = rows.at[row]!;
    if (columns.at[column] !== row) continue;
    const margin = likeness - Math.max(rows.second[row]!, columns.second[column]!);
    if (margin <= 0.01) continue;
    const longer = Math.max(rivalOf(longerColumns, row, column), rivalOf(longerRows, column, row));
    pairs.push({
      older: row,
      newer: column,
      likeness,
      margin,
      marginWithin: Math.min(margin, likeness - longer),
      weight: rowWeights[row]!,
      words: rowBags.first[row + 1]! - rowBags.first[row]!,
      same: sameWords(older, row, newer, column),
    });
  }
  return pairs;
}

/** Numbers and how often each occurs, group after group: a group is `first[g]` to `first[g + 1]`. */
interface Counts {
  readonly first: Int32Array;
  readonly numbers: Int32Array;
  readonly times: Int32Array;
}

/** For each sentence its different forms. */
function countWords({ tokens, sentences }: Reading): Counts {
  const first = new Int32Array(sentences.count + 1);
  const numbers: number[] = [];
  const times: number[] = [];
  const place = new Map<number, number>();
  for (let sentence = 0; sentence < sentences.count; sentence++) {
    place.clear();
    for (let at = sentences.first[sentence]!; at < sentences.first[sentence + 1]!; at++) {
      const id = tokens.ids[at]!;
      const index = place.get(id);
      if (index !== undefined) times[index] = times[index]! + 1;
      else {
        place.set(id, numbers.length);
        numbers.push(id);
        times.push(1);
      }
    }
    first[sentence + 1] = numbers.length;
  }
  return { first, numbers: Int32Array.from(numbers), times: Int32Array.from(times) };
}

/** The other way round: for each form the sentences that hold it, those `left` out apart. */
function invert(bags: Counts, forms: number, left: ReadonlySet<number>): Counts {
  const first = new Int32Array(forms + 1);
  const sentences = [...bags.first.keys()].filter((at) => at + 1 < bags.first.length && !left.has(at));
  for (const sentence of sentences)
    for (let index = bags.first[sentence]!; index < bags.first[sentence + 1]!; index++) {
      const id = bags.numbers[index]!;
      first[id + 1] = first[id + 1]! + 1;
    }
  for (let id = 0; id < forms; id++) first[id + 1] = first[id + 1]! + first[id]!;
  const next = first.slice();
  const numbers = new Int32Array(first[forms]!);
  const times = new Int32Array(first[forms]!);
  for (const sentence of sentences)
    for (let index = bags.first[sentence]!; index < bags.first[sentence + 1]!; index++) {
      const id = bags.numbers[index]!;
      const to = next[id]!;
      next[id] = to + 1;
      numbers[to] = sentence;
      times[to] = bags.times[index]!;
    }
  return { first, numbers, times };
}

function dropCommonest(weights: Float64Array, older: Counts, newer: Counts): Float64Array {
  const inOlder = new Float64Array(weights.length);
  const inNewer = new Float64Array(weights.length);
  for (const id of older.numbers) inOlder[id] = inOlder[id]! + 1;
  for (const id of newer.numbers) inNewer[id] = inNewer[id]! + 1;
  const cost = inOlder.map((count, id) => count * inNewer[id]!);
  const counted = weights.slice();
  if (cost.reduce((sum, each) => sum + each, 0) <= MOST_COMPARISONS) return counted;
  let spent = 0;
  for (const id of Uint32Array.from(cost.keys()).sort((a, b) => cost[a]! - cost[b]!)) {
    spent += cost[id]!;
    if (spent > MOST_COMPARISONS) counted[id] = 0;
  }
  return counted;
}

function weighBags(bags: Counts, weights: Float64Array): Float64Array {
  const sums = new Float64Array(bags.first.length - 1);
  for (let sentence = 0; sentence + 1 < bags.first.length; sentence++) {
    let sum = 0;
    for (let index = bags.first[sentence]!; index < bags.first[sentence + 1]!; index++)
      sum += weights[bags.numbers[index]!]! * bags.times[index]!;
    sums[sentence] = sum;
  }
  return sums;
}

/** Adds up, for each newer sentence, the weight it shares with one older; says how many share any. */
function shareWords(
  bags: Counts,
  row: number,
  holders: Counts,
  weights: Float64Array,
  shared: Float64Array,
  touched: Int32Array,
): number {
  let count = 0;
  for (let index = bags.first[row]!; index < bags.first[row + 1]!; index++) {
    const id = bags.numbers[index]!;
    const weight = weights[id]!;
    const times = bags.times[index]!;
    if (weight === 0) continue;
    for (let holder = holders.first[id]!; holder < holders.first[id + 1]!; holder++) {
      const column = holders.numbers[holder]!;
      if (shared[column] === 0) touched[count++] = column;
      shared[column] = shared[column]! + weight * Math.min(times, holders.times[holder]!);
    }
  }
  return count;
}

/** For each sentence the one most like it, how like, and how like the next. */
interface Bests {
  readonly at: Int32Array;
  readonly likeness: Float64Array;
  readonly second: Float64Array;
}

const noBests = (count: number): Bests => ({
  at: new Int32Array(count).fill(-1),
  likeness: new Float64Array(count),
  second: new Float64Array(count),
});

function note(bests: Bests, of: number, at: number, likeness: number): void {
  if (likeness > bests.likeness[of]!) {
    bests.second[of] = bests.likeness[of]!;
    bests.likeness[of] = likeness;
    bests.at[of] = at;
  } else if (likeness > bests.second[of]!) bests.second[of] = likeness;
}

/** The best there is besides `at`. */
const rivalOf = (bests: Bests, of: number, at: number): number =>
  bests.at[of] === at ? bests.second[of]! : bests.likeness[of]!;

export function sameWords(older: Reading, row: number, newer: Reading, column: number): boolean {
  const from = older.sentences.first[row]!;
  const length = older.sentences.first[row + 1]! - from;
  const to = newer.sentences.first[column]!;
  if (newer.sentences.first[column + 1]! - to !== length) return false;
  for (let step = 0; step < length; step++)
    if (older.tokens.ids[from + step] !== newer.tokens.ids[to + step]) return false;
  return true;
}
