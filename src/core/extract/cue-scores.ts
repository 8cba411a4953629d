// Scores of the cue chain. What depends on a token's form alone, or on its form and state, is summed once and kept.
import {
  CUE_FEATURES,
  CUE_NEIGHBOURS,
  type CuePlace,
  jointCueKeys,
  makeCuePlace,
  moveTo,
  ownCueKeys,
} from './cue-features.js';
import { isKept, type Memo, makeMemo, placeOf } from './memo.js';
import { firstOf, type PairTable, secondOf, sumPairs } from './weight-table.js';
import type { Words } from './words.js';

export interface CueMemory {
  /** By form and part of speech, and state. */
  readonly own: Memo;
  /** By form: a sum for each place near a token. */
  neighbours: Int32Array;
  /** Forms whose neighbours' sums are there. */
  known: number;
}

const SIDES = CUE_NEIGHBOURS.length;

export const makeCueMemory = (): CueMemory => ({
  own: makeMemo(1, 1 << 14),
  neighbours: new Int32Array(0),
  known: 0,
});

const keys = new Int32Array(CUE_FEATURES);

/** Sums up forms met since the last call; to be called before the scores of a text. */
export function learnNeighbours(memory: CueMemory, table: PairTable, { forms }: Words): void {
  if (memory.neighbours.length < forms.count * SIDES) {
    const larger = new Int32Array(forms.word.length * SIDES);
    larger.set(memory.neighbours);
    memory.neighbours = larger;
  }
  for (; memory.known < forms.count; memory.known++) {
    for (let side = 0; side < SIDES; side++) {
      const count = CUE_NEIGHBOURS[side]!(forms, memory.known, keys, 0);
      memory.neighbours[memory.known * SIDES + side] = sumPairs(table, keys, count);
    }
  }
}

/** Scores of tokens [first, last) of a block that is [blockFirst, blockLast), three a token, the first nought. */
export function scoreCues(
  memory: CueMemory,
  table: PairTable,
  words: Words,
  first: number,
  last: number,
  blockFirst: number,
  blockLast: number,
  scores: Float32Array,
): void {
  const { form } = words.brinked;
  const { neighbours } = memory;
  const place = makeCuePlace();
  for (let at = first; at < last; at++) {
    moveTo(place, words, at, blockFirst, blockLast);
    const sum =
      ownSum(memory.own, table, words, place) +
      neighbours[form[place.left2]! * SIDES]! +
      neighbours[form[place.left]! * SIDES + 1]! +
      neighbours[form[place.right]! * SIDES + 2]! +
      neighbours[form[place.right2]! * SIDES + 3]! +
      sumPairs(table, keys, jointCueKeys(words, place, keys, 0));
    scores[(at - first) * 3] = 0;
    scores[(at - first) * 3 + 1] = firstOf(sum) * table.scale;
    scores[(at - first) * 3 + 2] = secondOf(sum) * table.scale;
  }
}

function ownSum(own: Memo, table: PairTable, words: Words, place: CuePlace): number {
  const kind = words.brinked.kind[place.at]!;
  const kept = placeOf(own, kind, place.state);
  if (!isKept(own, kept, kind, place.state))
    own.cells[kept + 2] = sumPairs(table, keys, ownCueKeys(words, place, keys, 0));
  return own.cells[kept + 2]!;
}
