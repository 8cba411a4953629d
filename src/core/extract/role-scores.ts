// Scores of the role chain. What does not depend on the cue is summed once for the token, and kept from text to text
// where it depends on the token's form; what does not depend on the token is summed once for the cue.
import { isKept, type Memo, makeMemo, placeOf } from './memo.js';
import {
  cueDistanceKeys,
  cueWayKeys,
  distanceKeys,
  jointPlaceKeys,
  jointTokenKeys,
  makeRolePlace,
  moveRolePlace,
  neighbourTokenKeys,
  onTheWay,
  ownTokenKeys,
  PLACE_FEATURES,
  placeKeys,
  type RolePlace,
  TOKEN_FEATURES,
  wayKeys,
} from './role-features.js';
import { betweenOf, type CueView, findPlaces, sideAndDistance, sideOf } from './role-places.js';
import { IMPOSSIBLE_UNITS } from './roles.js';
import { addSevens, SEVEN_SUMS, type SevenTable, writeUnits } from './weight-table.js';
import type { Words } from './words.js';

export interface RoleMemory {
  readonly own: Memo;
  readonly distance: Memo;
  readonly place: Memo;
  readonly way: Memo;
  /** By form: sums for the left neighbour, then for the right one. */
  neighbours: Int32Array;
  /** Forms whose neighbours' sums are there. */
  known: number;
}

export const makeRoleMemory = (): RoleMemory => ({
  own: makeMemo(SEVEN_SUMS, 1 << 13),
  distance: makeMemo(SEVEN_SUMS, 1 << 14),
  place: makeMemo(SEVEN_SUMS, 1 << 13),
  way: makeMemo(SEVEN_SUMS, 1 << 14),
  neighbours: new Int32Array(0),
  known: 0,
});

const keys = new Int32Array(Math.max(TOKEN_FEATURES, PLACE_FEATURES));
const PER_FORM = 2 * SEVEN_SUMS;

/** Sums up forms met since the last call; to be called before the scores of a text. */
export function learnRoleNeighbours(memory: RoleMemory, table: SevenTable, { forms }: Words): void {
  if (memory.neighbours.length < forms.count * PER_FORM) {
    const larger = new Int32Array(forms.word.length * PER_FORM);
    larger.set(memory.neighbours);
    memory.neighbours = larger;
  }
  for (; memory.known < forms.count; memory.known++) {
    for (let side = 0; side < 2; side++) {
      const count = neighbourTokenKeys(forms, side, memory.known, keys, 0);
      addSevens(table, keys, count, memory.neighbours, memory.known * PER_FORM + side * SEVEN_SUMS);
    }
  }
}

/** Sums for tokens [first, last) of a block that is [blockFirst, blockLast), whatever the cue; `SEVEN_SUMS` a token. */
export function sumTokens(
  memory: RoleMemory,
  table: SevenTable,
  words: Words,
  cueness: Uint8Array,
  first: number,
  last: number,
  blockFirst: number,
  blockLast: number,
  tokenSums: Int32Array,
): void {
  const { form } = words.brinked;
  const place = makeRolePlace();
  for (let at = first; at < last; at++) {
    moveRolePlace(place, words, cueness, at, blockFirst, blockLast);
    const to = at * SEVEN_SUMS;
    addSevens(table, keys, jointTokenKeys(words, place, keys, 0), tokenSums, to);
    addKept(tokenSums, to, memory.own.cells, ownPlace(memory.own, table, words, place));
    addKept(tokenSums, to, memory.neighbours, form[place.left]! * PER_FORM);
    addKept(tokenSums, to, memory.neighbours, form[place.right]! * PER_FORM + SEVEN_SUMS);
  }
}

function addKept(sums: Int32Array, to: number, kept: Int32Array, from: number): void {
  sums[to]! += kept[from]!;
  sums[to + 1]! += kept[from + 1]!;
  sums[to + 2]! += kept[from + 2]!;
  sums[to + 3]! += kept[from + 3]!;
}

/** Where the sum for the first `count` keys is kept, once it is worked out. */
function keepSum(memo: Memo, place: number, table: SevenTable, count: number): void {
  memo.cells.fill(0, place + 2, place + 2 + SEVEN_SUMS);
  addSevens(table, keys, count, memo.cells, place + 2);
}

function ownPlace(own: Memo, table: SevenTable, words: Words, place: RolePlace): number {
  const kind = words.brinked.kind[place.at]!;
  const kept = placeOf(own, kind, place.state);
  if (!isKept(own, kept, kind, place.state)) keepSum(own, kept, table, ownTokenKeys(words, place, keys, 0));
  return kept + 2;
}

/** Room to work in: places by token, and sums for the token, the distance and the way at hand. */
let places = new Int32Array(1 << 10);
const sums = new Int32Array(SEVEN_SUMS);
const farSums = new Int32Array(SEVEN_SUMS);
const waySums = new Int32Array(SEVEN_SUMS);

/** Scores of a window's tokens in units, eight a token, the first nought; the cue's own tokens are nothing else. */
export function scoreRoles(
  memory: RoleMemory,
  table: SevenTable,
  words: Words,
  cueness: Uint8Array,
  tokenSums: Int32Array,
  cue: CueView,
  first: number,
  last: number,
  units: Int32Array,
): void {
  if (places.length < last - first) places = new Int32Array(2 * (last - first));
  findPlaces(words, cueness, cue, first, last, places);
  const { distance, place: alone, way } = memory;
  let farKey = -1;
  let wayKey = -1;
  for (let at = first; at < last; at++) {
    if (at === cue.first) {
      units.fill(IMPOSSIBLE_UNITS, (at - first) * 8, (cue.last - first) * 8);
      for (; at < cue.last; at++) units[(at - first) * 8] = 0;
    }
    if (at >= last) break;
    const place = places[at - first]!;
    if (farKey !== sideAndDistance(place)) {
      farKey = sideAndDistance(place);
      farSums.fill(0);
      addSevens(table, keys, cueDistanceKeys(cue, place, keys, 0), farSums, 0);
    }
    if (wayKey !== betweenOf(place) * 2 + sideOf(place)) {
      wayKey = betweenOf(place) * 2 + sideOf(place);
      waySums.fill(0);
      addSevens(table, keys, cueWayKeys(cue, place, keys, 0), waySums, 0);
    }
    const own = at * SEVEN_SUMS;
    const d = distancePlace(distance, table, words, at, place);
    const p = placePlace(alone, table, place, cueness[at]!, cue.frame);
    const w = wayPlace(way, table, words.grammar[at]!, place);
    for (let part = 0; part < SEVEN_SUMS; part++) {
      const ofToken = tokenSums[own + part]! + distance.cells[d + part]! + way.cells[w + part]!;
      sums[part] = ofToken + alone.cells[p + part]! + farSums[part]! + waySums[part]!;
    }
    addSevens(table, keys, jointPlaceKeys(words, at, place, cue, first, last, keys, 0), sums, 0);
    writeUnits(sums, 0, units, (at - first) * 8);
  }
}

function distancePlace(memo: Memo, table: SevenTable, words: Words, at: number, place: number): number {
  const kind = words.brinked.kind[at]!;
  const far = sideAndDistance(place);
  const kept = placeOf(memo, kind, far);
  if (!isKept(memo, kept, kind, far)) keepSum(memo, kept, table, distanceKeys(words, at, place, keys, 0));
  return kept + 2;
}

function placePlace(memo: Memo, table: SevenTable, place: number, cueness: number, frame: number): number {
  const where = place & 0x3fffff;
  const how = frame * 4 + cueness;
  const kept = placeOf(memo, where, how);
  if (!isKept(memo, kept, where, how)) keepSum(memo, kept, table, placeKeys(place, cueness, frame, keys, 0));
  return kept + 2;
}

function wayPlace(memo: Memo, table: SevenTable, grammar: number, place: number): number {
  const way = onTheWay(place);
  const kept = placeOf(memo, grammar, way);
  if (!isKept(memo, kept, grammar, way)) keepSum(memo, kept, table, wayKeys(grammar, place, keys, 0));
  return kept + 2;
}
