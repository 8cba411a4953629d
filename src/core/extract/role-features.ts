// Features by which a token is taken for source or content: of the token itself, and of its place towards one cue.
import { hashWord, mix } from './hash.js';
import { AUX, NOUN, PROPN, VERB } from './parts-of-speech.js';
import { coarseCluster, fineCluster, TRAIT, traits } from './word-classes.js';
import { QUOTE, SHAPE, type Words } from './words.js';

export const TOKEN_FEATURES = 20;

const BEFORE = 0x1234567;
const AFTER = 0x7654321;

/** Keys of token `at` that hold whatever the cue; `cueness` is how likely the token is itself (another) cue, 0 to 3. */
export function tokenFeatures(
  words: Words,
  cueness: Uint8Array,
  at: number,
  first: number,
  last: number,
  out: Int32Array,
  offset: number,
): void {
  const { word, grammar, value, suffix, shape, quote, sentence } = words;
  const p1 = at > first ? at - 1 : -1;
  const n1 = at + 1 < last ? at + 1 : -1;
  const w0 = word[at]!;
  const wp1 = p1 < 0 ? BEFORE : word[p1]!;
  const wn1 = n1 < 0 ? AFTER : word[n1]!;
  const c0 = fineCluster(value[at]!);
  const cp1 = p1 < 0 ? 1024 : fineCluster(value[p1]!);
  const cn1 = n1 < 0 ? 1025 : fineCluster(value[n1]!);
  const g0 = grammar[at]!;
  const gp1 = p1 < 0 ? BEFORE : grammar[p1]!;
  const gn1 = n1 < 0 ? AFTER : grammar[n1]!;
  const q0 = quote[at]!;
  const qp = p1 < 0 ? 4 : quote[p1]!;
  const qn = n1 < 0 ? 4 : quote[n1]!;
  const opens = p1 < 0 || sentence[p1] !== sentence[at] ? 1 : 0;
  const ends = n1 < 0 || sentence[n1] !== sentence[at] ? 1 : 0;
  const u0 = cueness[at]!;
  const up = p1 < 0 ? 0 : cueness[p1]!;
  const un = n1 < 0 ? 0 : cueness[n1]!;
  let i = offset;
  out[i++] = mix(101, w0);
  out[i++] = mix(102, wp1);
  out[i++] = mix(103, wn1);
  out[i++] = mix(106, c0);
  out[i++] = mix(107, cp1);
  out[i++] = mix(108, cn1);
  out[i++] = mix(109, g0);
  out[i++] = mix(mix(110, gp1), g0);
  out[i++] = mix(mix(111, g0), gn1);
  out[i++] = mix(115, suffix[at]!);
  out[i++] = mix(mix(116, shape[at]!), mix(p1 < 0 ? 15 : shape[p1]!, n1 < 0 ? 15 : shape[n1]!));
  out[i++] = mix(mix(117, q0), mix(qp, qn));
  out[i++] = mix(mix(118, q0), mix(qp, g0));
  out[i++] = mix(mix(119, q0), mix(qn, gn1));
  out[i++] = mix(mix(120, opens), g0);
  out[i++] = mix(mix(121, ends), q0);
  out[i++] = mix(mix(123, u0), mix(up, un));
  out[i++] = mix(mix(124, un), c0);
  out[i++] = mix(mix(125, up), g0);
  out[i++] = mix(mix(128, traits(value[at]!)), shape[at]!);
}

export const PLACE_FEATURES = 30;

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
  const left = cueFirst > first ? words.grammar[cueFirst - 1]! : BEFORE;
  const right = cueLast < last ? words.grammar[cueLast]! : AFTER;
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

/** Keys of every token of the window towards the cue, `PLACE_FEATURES` a token. */
export function placeFeatures(
  words: Words,
  cueness: Uint8Array,
  cue: CueView,
  first: number,
  last: number,
  out: Int32Array,
): void {
  walk(words, cueness, cue, first, last, cue.first - 1, -1, out);
  walk(words, cueness, cue, first, last, cue.last, 1, out);
  for (let at = cue.first; at < cue.last; at++)
    out.fill(0, (at - first) * PLACE_FEATURES, (at - first + 1) * PLACE_FEATURES);
}

function walk(
  words: Words,
  cueness: Uint8Array,
  cue: CueView,
  first: number,
  last: number,
  start: number,
  step: number,
  out: Int32Array,
): void {
  const { word, grammar, value, shape, quote, quotation, sentence, part } = words;
  const side = step < 0 ? 0 : 1;
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
    const s0 = shape[at]!;
    const g0 = grammar[at]!;
    const w0 = word[at]!;
    const isNoun = part[at] === NOUN || part[at] === PROPN;
    if (isNoun && !wasNoun) nouns++;
    wasNoun = isNoun;
    const c0 = fineCluster(value[at]!);
    const k0 = coarseCluster(value[at]!);
    const before = at - 1 >= first ? at - 1 : -1;
    const after = at + 1 < last ? at + 1 : -1;
    const gp = before < 0 ? BEFORE : grammar[before]!;
    const gn = after < 0 ? AFTER : grammar[after]!;
    const q0 = quote[at]!;
    const d = bucket(distance);
    const sd = side * 16 + d;
    const crossed = sentence[at] === cueSentence ? 0 : 1;
    const same = cueQuotation >= 0 && quotation[at] === cueQuotation ? 1 : 0;
    const between =
      Math.min(commas, 3) | (Math.min(thats, 1) << 2) | (Math.min(others, 2) << 3) | (crossed << 5);
    const clause = Math.min(verbs, 2) | (Math.min(relatives, 1) << 2) | (Math.min(links, 2) << 3);
    const held = Math.min(marks, 3) | (q0 << 2) | (same << 4) | (crossed << 5);
    let i = (at - first) * PLACE_FEATURES;
    out[i++] = mix(201, sd);
    out[i++] = mix(mix(202, sd), g0);
    out[i++] = mix(mix(203, sd), k0);
    out[i++] = mix(mix(204, side), w0);
    out[i++] = mix(mix(205, side), c0);
    out[i++] = mix(mix(206, side), mix(cue.word, g0));
    out[i++] = mix(mix(207, side), mix(cue.cluster, g0));
    out[i++] = mix(mix(208, sd), cue.word);
    out[i++] = mix(mix(209, sd), cue.cluster);
    out[i++] = mix(mix(210, side), mix(between, g0));
    out[i++] = mix(mix(211, side), mix(between, d));
    out[i++] = mix(mix(213, side), mix(clause, between));
    out[i++] = mix(mix(214, side), mix(held, cue.frame));
    out[i++] = mix(mix(216, side), mix(held, g0));
    out[i++] = mix(mix(217, side), mix(held, mix(cue.frame, gp)));
    out[i++] = mix(mix(218, side), mix(held, mix(cue.frame, gn)));
    out[i++] = mix(mix(219, sd), mix(cue.right, cue.left));
    out[i++] = mix(mix(220, side), mix(cue.right, g0));
    out[i++] = mix(mix(221, side), mix(cue.left, g0));
    out[i++] = mix(mix(222, side), mix(Math.min(nouns, 3), mix(g0, Math.min(commas, 2))));
    out[i++] = mix(mix(224, sd), mix(gp, g0));
    out[i++] = mix(mix(225, sd), mix(g0, gn));
    out[i++] = mix(mix(227, side), mix(gp, mix(between, q0)));
    out[i++] = mix(mix(230, side), mix(cue.frame, mix(d, q0)));
    out[i++] = mix(mix(233, side), mix(cueness[at]!, mix(between, cue.frame)));
    out[i++] = mix(mix(236, side), mix(cue.frame, mix(cue.right, between)));
    out[i++] = mix(mix(237, side), mix(clause, mix(gp, g0)));
    out[i++] = mix(mix(238, side), mix(clause, mix(g0, gn)));
    out[i++] = mix(mix(240, side), mix(cue.cluster, c0));
    out[i++] = mix(mix(243, sd), mix(cue.coarse, s0));
    if (s0 === SHAPE.comma) commas++;
    else if (w0 === THAT) thats++;
    else if (RELATIVE.has(w0)) relatives++;
    else if (LINKS.has(w0)) links++;
    if (part[at] === VERB || part[at] === AUX) verbs++;
    if (cueness[at]! >= 2) others++;
    if (q0 === QUOTE.opening || q0 === QUOTE.closing) marks++;
  }
}
