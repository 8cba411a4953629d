// Features by which a token is taken for source or content, in groups by what they depend on, so that sums of weights
// can be kept for the group: of the token itself, and of its place towards one cue.

import type { Forms } from './forms.js';
import { mix } from './hash.js';
import {
  betweenOf,
  type CueView,
  clauseOf,
  distanceOf,
  heldOf,
  nounsOf,
  sideAndDistance,
  sideOf,
} from './role-places.js';
import { coarseCluster, traits } from './word-classes.js';
import type { Words } from './words.js';

export const TOKEN_FEATURES = 20;

/** A token's surroundings in its block, as indices in `words.brinked`, and its state. */
export interface RolePlace {
  at: number;
  left: number;
  right: number;
  /** Quotation states, cuenesses, and whether a sentence begins or ends: one number below 65,536. */
  state: number;
}

export const makeRolePlace = (): RolePlace => ({ at: 0, left: 0, right: 0, state: 0 });

/**
 * Moves a place to token `at`; the block's tokens are [first, last). `cueness` is how likely a token is itself a cue,
 * 0 to 3.
 */
export function moveRolePlace(
  place: RolePlace,
  { count, sentence, brinked: { quote } }: Words,
  cueness: Uint8Array,
  at: number,
  first: number,
  last: number,
): void {
  const hasLeft = at > first;
  const hasRight = at + 1 < last;
  const left = hasLeft ? at - 1 : count;
  const right = hasRight ? at + 1 : count + 1;
  const opens = !hasLeft || sentence[left] !== sentence[at] ? 1 : 0;
  const ends = !hasRight || sentence[right] !== sentence[at] ? 1 : 0;
  const sure = cueness[at]! | ((hasLeft ? cueness[left]! : 0) << 2) | ((hasRight ? cueness[right]! : 0) << 4);
  place.at = at;
  place.left = left;
  place.right = right;
  place.state =
    quote[at]! | (quote[left]! << 2) | (quote[right]! << 5) | (opens << 8) | (ends << 9) | (sure << 10);
}

/** Keys of the token's form, part of speech and state. */
export function ownTokenKeys(
  { forms, value, brinked }: Words,
  { at, state }: RolePlace,
  out: Int32Array,
  from: number,
): number {
  const form = brinked.form[at]!;
  const cluster = brinked.cluster[at]!;
  const grammar = brinked.grammar[at]!;
  const quote = state & 3;
  const quoteLeft = (state >> 2) & 7;
  const quoteRight = (state >> 5) & 7;
  const cueness = (state >> 10) & 3;
  const cuenessLeft = (state >> 12) & 3;
  const cuenessRight = state >> 14;
  let i = from;
  out[i++] = mix(101, brinked.word[at]!);
  out[i++] = mix(106, cluster);
  out[i++] = mix(109, grammar);
  out[i++] = mix(115, forms.suffix[form]!);
  out[i++] = mix(mix(117, quote), mix(quoteLeft, quoteRight));
  out[i++] = mix(mix(118, quote), mix(quoteLeft, grammar));
  out[i++] = mix(mix(120, (state >> 8) & 1), grammar);
  out[i++] = mix(mix(121, (state >> 9) & 1), quote);
  out[i++] = mix(mix(123, cueness), mix(cuenessLeft, cuenessRight));
  out[i++] = mix(mix(124, cuenessRight), cluster);
  out[i++] = mix(mix(125, cuenessLeft), grammar);
  out[i++] = mix(mix(128, traits(value[at]!)), brinked.shape[at]!);
  return i;
}

/** Keys of the form to the left (side 0) or to the right (side 1). */
export function neighbourTokenKeys(
  { word, cluster }: Forms,
  side: number,
  form: number,
  out: Int32Array,
  from: number,
): number {
  out[from] = mix(102 + side, word[form]!);
  out[from + 1] = mix(107 + side, cluster[form]!);
  return from + 2;
}

/** Keys of the token together with its neighbours. */
export function jointTokenKeys(
  { brinked: { grammar, shape } }: Words,
  { at, left, right, state }: RolePlace,
  out: Int32Array,
  from: number,
): number {
  const g0 = grammar[at]!;
  const gn = grammar[right]!;
  out[from] = mix(mix(110, grammar[left]!), g0);
  out[from + 1] = mix(mix(111, g0), gn);
  out[from + 2] = mix(mix(116, shape[at]!), mix(shape[left]!, shape[right]!));
  out[from + 3] = mix(mix(119, state & 3), mix((state >> 5) & 7, gn));
  return from + 4;
}

/** All keys of token `at` that hold whatever the cue, `TOKEN_FEATURES` of them. */
export function tokenKeys(
  words: Words,
  cueness: Uint8Array,
  at: number,
  first: number,
  last: number,
  out: Int32Array,
  from: number,
): void {
  const place = makeRolePlace();
  moveRolePlace(place, words, cueness, at, first, last);
  const { form } = words.brinked;
  let i = ownTokenKeys(words, place, out, from);
  i = neighbourTokenKeys(words.forms, 0, form[place.left]!, out, i);
  i = neighbourTokenKeys(words.forms, 1, form[place.right]!, out, i);
  jointTokenKeys(words, place, out, i);
}

export const PLACE_FEATURES = 30;

/** Keys of the token's form and part of speech, and how far it is from a cue. */
export function distanceKeys(
  { value, brinked: { word, grammar, cluster } }: Words,
  at: number,
  place: number,
  out: Int32Array,
  from: number,
): number {
  const side = sideOf(place);
  const far = sideAndDistance(place);
  out[from] = mix(mix(202, far), grammar[at]!);
  out[from + 1] = mix(mix(203, far), coarseCluster(value[at]!));
  out[from + 2] = mix(mix(204, side), word[at]!);
  out[from + 3] = mix(mix(205, side), cluster[at]!);
  return from + 4;
}

/** Keys of the place alone, what quotations stand around the cue, and how likely the token is itself a cue. */
export function placeKeys(
  place: number,
  cueness: number,
  frame: number,
  out: Int32Array,
  from: number,
): number {
  const side = sideOf(place);
  const distance = distanceOf(place);
  const between = betweenOf(place);
  const held = heldOf(place);
  out[from] = mix(201, sideAndDistance(place));
  out[from + 1] = mix(mix(211, side), mix(between, distance));
  out[from + 2] = mix(mix(213, side), mix(clauseOf(place), between));
  out[from + 3] = mix(mix(214, side), mix(held, frame));
  out[from + 4] = mix(mix(230, side), mix(frame, mix(distance, (held >> 2) & 3)));
  out[from + 5] = mix(mix(233, side), mix(cueness, mix(between, frame)));
  return from + 6;
}

/** What of a place the next keys depend on. */
export const onTheWay = (place: number): number => place & ON_THE_WAY;
const ON_THE_WAY = 0xff07f0;

/** Keys of the token's grammar and what stands between it and the cue. */
export function wayKeys(grammar: number, place: number, out: Int32Array, from: number): number {
  const side = sideOf(place);
  const between = betweenOf(place);
  out[from] = mix(mix(210, side), mix(between, grammar));
  out[from + 1] = mix(mix(216, side), mix(heldOf(place), grammar));
  out[from + 2] = mix(mix(222, side), mix(nounsOf(place), mix(grammar, Math.min(between & 3, 2))));
  return from + 3;
}

/** Keys of the cue and how far it is. */
export function cueDistanceKeys(cue: CueView, place: number, out: Int32Array, from: number): number {
  const far = sideAndDistance(place);
  out[from] = mix(mix(208, far), cue.word);
  out[from + 1] = mix(mix(209, far), cue.cluster);
  out[from + 2] = mix(mix(219, far), mix(cue.right, cue.left));
  return from + 3;
}

/** Key of the cue's surroundings and what stands between. */
export function cueWayKeys(cue: CueView, place: number, out: Int32Array, from: number): number {
  out[from] = mix(mix(236, sideOf(place)), mix(cue.frame, mix(cue.right, betweenOf(place))));
  return from + 1;
}

/** Keys of the token, its neighbours, its place and the cue together; the window's tokens are [first, last). */
export function jointPlaceKeys(
  { count, brinked: { grammar, cluster, shape } }: Words,
  at: number,
  place: number,
  cue: CueView,
  first: number,
  last: number,
  out: Int32Array,
  from: number,
): number {
  const side = sideOf(place);
  const far = sideAndDistance(place);
  const clause = clauseOf(place);
  const held = heldOf(place);
  const g0 = grammar[at]!;
  const gp = grammar[at > first ? at - 1 : count]!;
  const gn = grammar[at + 1 < last ? at + 1 : count + 1]!;
  let i = from;
  out[i++] = mix(mix(206, side), mix(cue.word, g0));
  out[i++] = mix(mix(207, side), mix(cue.cluster, g0));
  out[i++] = mix(mix(217, side), mix(held, mix(cue.frame, gp)));
  out[i++] = mix(mix(218, side), mix(held, mix(cue.frame, gn)));
  out[i++] = mix(mix(220, side), mix(cue.right, g0));
  out[i++] = mix(mix(221, side), mix(cue.left, g0));
  out[i++] = mix(mix(224, far), mix(gp, g0));
  out[i++] = mix(mix(225, far), mix(g0, gn));
  out[i++] = mix(mix(227, side), mix(gp, mix(betweenOf(place), (held >> 2) & 3)));
  out[i++] = mix(mix(237, side), mix(clause, mix(gp, g0)));
  out[i++] = mix(mix(238, side), mix(clause, mix(g0, gn)));
  out[i++] = mix(mix(240, side), mix(cue.cluster, cluster[at]!));
  out[i++] = mix(mix(243, far), mix(cue.coarse, shape[at]!));
  return i;
}

/** All keys of token `at` towards a cue, `PLACE_FEATURES` of them; the window's tokens are [first, last). */
export function towardsKeys(
  words: Words,
  cueness: Uint8Array,
  at: number,
  place: number,
  cue: CueView,
  first: number,
  last: number,
  out: Int32Array,
  from: number,
): void {
  let i = distanceKeys(words, at, place, out, from);
  i = placeKeys(place, cueness[at]!, cue.frame, out, i);
  i = wayKeys(words.grammar[at]!, place, out, i);
  i = cueDistanceKeys(cue, place, out, i);
  i = cueWayKeys(cue, place, out, i);
  jointPlaceKeys(words, at, place, cue, first, last, out, i);
}
