// Where the tokens of a window lie towards one cue: on which side, how far, and what stands between.
import { BRINK } from './forms.js';
import { hashWord } from './hash.js';
import { AUX, NOUN, PROPN, VERB } from './parts-of-speech.js';
import { coarseCluster, fineCluster, TRAIT } from './word-classes.js';
import { QUOTE, SHAPE, type Words } from './words.js';

/** What the cue looks like from outside, worked out once for its window. */
export interface CueView {
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly word: number;
  readonly cluster: number;
  readonly coarse: number;
  readonly tail: number;
  readonly left: number;
  readonly right: number;
  readonly frame: number;
}

export function viewCue(
  words: Words,
  cueFirst: number,
  cueLast: number,
  first: number,
  last: number,
): CueView {
  const head = headOfCue(words, cueFirst, cueLast);
  const left = cueFirst > first ? words.grammar[cueFirst - 1]! : words.forms.word[BRINK.before]!;
  const right = cueLast < last ? words.grammar[cueLast]! : words.forms.word[BRINK.after]!;
  const leftQuote = nearestQuote(words, cueFirst - 1, -1, first, last);
  const rightQuote = nearestQuote(words, cueLast, 1, first, last);
  const inside = words.quote[cueFirst] === QUOTE.outside ? 0 : 1;
  return {
    first: cueFirst,
    last: cueLast,
    head,
    word: words.word[head]!,
    cluster: fineCluster(words.value[head]!),
    coarse: coarseCluster(words.value[head]!),
    tail: words.word[cueLast - 1]!,
    left,
    right,
    frame: (leftQuote * 4 + rightQuote) * 2 + inside,
  };
}

/** The first verb that says something, else the first that thinks or feels, else the last verb, else the first word. */
export function headOfCue(words: Words, first: number, last: number): number {
  for (const bits of [TRAIT.saying, TRAIT.sayingToo | TRAIT.thinking | TRAIT.feeling]) {
    for (let at = first; at < last; at++) {
      if (words.value[at]! & bits && words.part[at] === VERB) return at;
    }
  }
  for (let at = last - 1; at >= first; at--) if (words.part[at] === VERB) return at;
  return first;
}

/** 1 a quotation stands within two tokens, 2 within eight, 3 further in the window, 0 none on that side. */
function nearestQuote(words: Words, from: number, step: number, first: number, last: number): number {
  let distance = 0;
  for (let at = from; at >= first && at < last && distance < 40; at += step, distance++) {
    if (words.quote[at] !== QUOTE.outside) return distance <= 2 ? 1 : distance <= 8 ? 2 : 3;
  }
  return 0;
}

const bucket = (distance: number): number => {
  if (distance <= 5) return distance;
  if (distance <= 8) return 6;
  if (distance <= 13) return 7;
  if (distance <= 21) return 8;
  return distance <= 40 ? 9 : 10;
};

const THAT = hashWord('that', 0, 4);
const RELATIVE = new Set(
  ['who', 'which', 'whose', 'whom', 'where'].map((word) => hashWord(word, 0, word.length)),
);
const LINKS = new Set(
  [
    'and',
    'but',
    'as',
    'while',
    'because',
    'after',
    'when',
    'before',
    'if',
    'although',
    'though',
    'since',
  ].map((word) => hashWord(word, 0, word.length)),
);

/** One place as a number, below 2 to the 24th. */
export const sideAndDistance = (place: number): number => place & 31;
export const sideOf = (place: number): number => (place >> 4) & 1;
export const distanceOf = (place: number): number => place & 15;
/** Commas, "that" and other cues on the way, and whether a sentence ends on it. */
export const betweenOf = (place: number): number => (place >> 5) & 63;
/** Verbs, relatives and conjunctions on the way. */
export const clauseOf = (place: number): number => (place >> 11) & 31;
/** Quotation marks on the way, and the token's own quotation state towards the cue's. */
export const heldOf = (place: number): number => (place >> 16) & 63;
/** Noun groups on the way, with the token's own. */
export const nounsOf = (place: number): number => (place >> 22) & 3;

/** The places of the tokens of a window, from its first; what is written for the cue's own means nothing. */
export function findPlaces(
  words: Words,
  cueness: Uint8Array,
  cue: CueView,
  first: number,
  last: number,
  places: Int32Array,
): void {
  walk(words, cueness, cue, first, last, -1, places);
  walk(words, cueness, cue, first, last, 1, places);
}

function walk(
  words: Words,
  cueness: Uint8Array,
  cue: CueView,
  first: number,
  last: number,
  step: number,
  places: Int32Array,
): void {
  const { word, shape, quote, quotation, sentence, part } = words;
  const start = step < 0 ? cue.first - 1 : cue.last;
  const side = step < 0 ? 0 : 16;
  const cueSentence = sentence[cue.first]!;
  const cueQuotation = quotation[cue.first]!;
  let commas = 0;
  let thats = 0;
  let relatives = 0;
  let links = 0;
  let verbs = 0;
  let nouns = 0;
  let others = 0;
  let marks = 0;
  let wasNoun = false;
  for (let at = start, distance = 0; at >= first && at < last; at += step, distance++) {
    const isNoun = part[at] === NOUN || part[at] === PROPN;
    if (isNoun && !wasNoun && nouns < 3) nouns++;
    wasNoun = isNoun;
    const crossed = sentence[at] === cueSentence ? 0 : 32;
    const same = cueQuotation >= 0 && quotation[at] === cueQuotation ? 16 : 0;
    const between = commas | (thats << 2) | (others << 3) | crossed;
    const clause = verbs | (relatives << 2) | (links << 3);
    const held = marks | (quote[at]! << 2) | same | crossed;
    places[at - first] =
      side | bucket(distance) | (between << 5) | (clause << 11) | (held << 16) | (nouns << 22);
    if (shape[at] === SHAPE.comma) commas = Math.min(commas + 1, 3);
    else if (word[at] === THAT) thats = 1;
    else if (RELATIVE.has(word[at]!)) relatives = 1;
    else if (LINKS.has(word[at]!)) links = Math.min(links + 1, 2);
    if (part[at] === VERB || part[at] === AUX) verbs = Math.min(verbs + 1, 2);
    if (cueness[at]! >= 2) others = Math.min(others + 1, 2);
    if (quote[at]! >= QUOTE.opening) marks = Math.min(marks + 1, 3);
  }
}
