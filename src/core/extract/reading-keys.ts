// Features of a whole finding: the words at its joints, and the order in which source, cue and content stand.
// Fixed in number; each is a 32-bit key.
import type { Finding } from './finding.js';
import { mix } from './hash.js';
import { ADP, AUX, PRON, VERB } from './parts-of-speech.js';
import type { Window } from './window.js';
import { coarseCluster, fineCluster } from './word-classes.js';
import { isMark, QUOTE, type Words } from './words.js';

export const READING_KEYS = 42;

/** Stands for a token beyond the text, and for a source that is not there. */
const NOTHING = 0x1357bd;

/** What is asked of the words around a finding again and again. */
interface Sight {
  readonly words: Words;
  word(at: number): number;
  grammar(at: number): number;
  fine(at: number): number;
  coarse(at: number): number;
}

export function readingKeys(words: Words, finding: Finding): Int32Array {
  const sight = sightOf(words);
  const keys = new Int32Array(READING_KEYS);
  const after = aboutPieces(sight, finding, keys);
  aboutWhole(sight, finding, keys, after);
  return keys;
}

function sightOf(words: Words): Sight {
  const { word, grammar, value, count } = words;
  const isThere = (at: number): boolean => at >= 0 && at < count;
  return {
    words,
    word: (at) => (isThere(at) ? word[at]! : NOTHING),
    grammar: (at) => (isThere(at) ? grammar[at]! : NOTHING),
    fine: (at) => (isThere(at) ? fineCluster(value[at]!) : 1025),
    coarse: (at) => (isThere(at) ? coarseCluster(value[at]!) : 121),
  };
}

const join2 = (kind: number, a: number): number => mix(mix(0x51ed27, kind), a);
const join3 = (kind: number, a: number, b: number): number => mix(join2(kind, a), b);
const join4 = (kind: number, a: number, b: number, c: number): number => mix(join3(kind, a, b), c);

/** Of the cue, the source and both ends of the content. */
function aboutPieces(
  { words, word, grammar, fine, coarse }: Sight,
  finding: Finding,
  keys: Int32Array,
): number {
  const { cue, head, source, content } = finding;
  const speaker = source[0];
  const name = speaker ? headOfSource(words, speaker) : -1;
  const first = content[0]!.first;
  const last = content.at(-1)!.last;
  const cueWord = word(head);
  const cueCluster = fine(head);
  const sourceSide = sideOfSource(finding);
  const isSameSentence = last < words.count && words.sentence[last] === words.sentence[cue.first];
  let i = 0;
  keys[i++] = join3(9, speaker ? grammar(speaker.first - 1) : 1, speaker ? grammar(speaker.first) : 2);
  keys[i++] = join3(10, speaker ? grammar(speaker.last) : 1, sourceSide);
  keys[i++] = join2(8, name < 0 ? NOTHING : word(name));
  keys[i++] = join3(6, cueCluster, name < 0 ? NOTHING : fine(name));
  keys[i++] = join3(7, cueWord, name < 0 ? NOTHING : grammar(name));
  keys[i++] = join4(37, speaker ? word(speaker.first) : NOTHING, sourceSide, coarse(head));
  keys[i++] = speaker
    ? join4(42, speaker.last - speaker.first, grammar(speaker.first), grammar(speaker.last - 1))
    : join2(42, NOTHING);
  keys[i++] = join2(11, word(first));
  keys[i++] = join3(36, word(first), word(first + 1));
  keys[i++] = join3(3, cueCluster, word(first));
  keys[i++] = join3(4, cueWord, grammar(first));
  keys[i++] = join2(18, word(first - 1));
  keys[i++] = join3(19, grammar(first - 2), grammar(first - 1));
  keys[i++] = join3(31, fine(first - 1), grammar(first));
  keys[i++] = join2(13, word(last - 1));
  keys[i++] = join3(14, grammar(last - 2), grammar(last - 1));
  keys[i++] = join3(15, word(last), isSameSentence ? 1 : 0);
  keys[i++] = join3(16, grammar(last), grammar(last + 1));
  keys[i++] = join3(17, grammar(last - 1), grammar(last));
  keys[i++] = join3(30, fine(last), grammar(last - 1));
  keys[i++] = join4(40, coarse(last - 1), coarse(last), grammar(last));
  keys[i++] = join3(26, grammar(cue.first - 1), cueWord);
  keys[i++] = join3(27, grammar(cue.last), cueWord);
  keys[i++] = join4(28, grammar(cue.first - 1), grammar(cue.last), coarse(head));
  keys[i++] = join4(41, grammar(cue.first - 2), grammar(cue.first - 1), grammar(cue.first));
  return i;
}

/** Of how the pieces lie towards each other. */
function aboutWhole(sight: Sight, finding: Finding, keys: Int32Array, from: number): void {
  const { words, word, grammar, fine, coarse } = sight;
  const { cue, head, source, content } = finding;
  const first = content[0]!.first;
  const last = content.at(-1)!.last;
  const cueWord = word(head);
  const cueCluster = fine(head);
  const side = sideOf(content, cue);
  const sourceSide = sideOfSource(finding);
  const whole = wholeCue(words, cue);
  const { close, loose } = orderOf(sight, finding);
  const length = sizeOf(content.reduce((sum, range) => sum + range.last - range.first, 0));
  const marks = marksAround(words, first, last);
  const verbs = verbsIn(words, content[0]!.first, last);
  const name = source[0] ? headOfSource(words, source[0]) : -1;
  let i = from;
  keys[i++] = join2(1, whole);
  keys[i++] = join4(2, cueWord, side, sourceSide);
  keys[i++] = join4(5, whole, grammar(first), side);
  keys[i++] = join4(12, grammar(first), grammar(first + 1), side);
  keys[i++] = join2(20, close);
  keys[i++] = join3(21, close, cueCluster);
  keys[i++] = join3(22, loose, cueWord);
  keys[i++] = join3(23, close, length);
  keys[i++] = join3(24, source[0] ? gapTo(sight, cue, source[0]) : NOTHING, sourceSide);
  keys[i++] = join3(25, gapTo(sight, cue, side === 0 ? content.at(-1)! : content[0]!), side);
  keys[i++] = join4(29, length, side, cueWord);
  keys[i++] = join4(32, marks, side, sourceSide);
  keys[i++] = join4(33, marks, loose, coarse(head));
  keys[i++] = join4(34, Math.min(verbs, 3), grammar(first), coarse(head));
  keys[i++] = join4(35, Math.min(verbs, 2) * 16 + length, side, cueCluster);
  keys[i++] = join4(38, name < 0 ? NOTHING : coarse(name), side, cueWord);
  keys[i++] = join3(39, whole, loose);
}

/** The last word of a source before its first mark, preposition or pronoun. */
function headOfSource({ shape, part }: Words, { first, last }: Window): number {
  let head = first;
  for (let at = first + 1; at < last; at++) {
    if (isMark(shape[at]!) || part[at] === ADP || part[at] === PRON) break;
    head = at;
  }
  return head;
}

/** 0 all before the cue, 1 all after, 2 on both sides. */
export function sideOf(ranges: readonly Window[], cue: Window): number {
  if (ranges.at(-1)!.last <= cue.first) return 0;
  return ranges[0]!.first >= cue.last ? 1 : 2;
}

/** 0 before the cue, 1 after it, 3 without a source. */
const sideOfSource = ({ source, cue }: Finding): number =>
  source.length === 0 ? 3 : source[0]!.last <= cue.first ? 0 : 1;

function wholeCue({ word }: Words, { first, last }: Window): number {
  let key = last - first;
  for (let at = first; at < last; at++) key = mix(key, word[at]!);
  return key;
}

/** Lengths in ten grades. */
function sizeOf(length: number): number {
  if (length <= 3) return length;
  if (length <= 5) return 4;
  if (length <= 8) return 5;
  if (length <= 13) return 6;
  if (length <= 21) return 7;
  return length <= 34 ? 8 : 9;
}

const CUE = 1;
const SOURCE = 2;
const CONTENT = 3;
const MOST_PIECES = 6;

/** The order of the pieces and what lies between them: closely, and as a matter of distance alone. */
function orderOf(sight: Sight, { cue, source, content }: Finding): { close: number; loose: number } {
  const pieces = [
    { kind: CUE, range: cue as Window },
    ...source.map((range) => ({ kind: SOURCE, range })),
    ...content.map((range) => ({ kind: CONTENT, range })),
  ].sort((a, b) => a.range.first - b.range.first);
  let close = 17;
  let loose = 19;
  for (let at = 0; at < Math.min(pieces.length, MOST_PIECES); at++) {
    close = mix(close, pieces[at]!.kind);
    loose = mix(loose, pieces[at]!.kind);
    const next = pieces[at + 1];
    if (!next) continue;
    const from = pieces[at]!.range.last;
    const gap = next.range.first - from;
    close = mix(
      close,
      gap <= 0 ? 1 : gap === 1 ? sight.grammar(from) : gapKind(sight.words, from, next.range.first),
    );
    loose = mix(loose, gap <= 0 ? 1 : gap < 3 ? 2 : gap < 6 ? 3 : 4);
  }
  return { close, loose };
}

const LONGEST_GAP = 30;

/** How many marks and how many words part two pieces. */
function gapKind({ shape }: Words, from: number, to: number): number {
  let marks = 0;
  const end = Math.min(to, from + LONGEST_GAP);
  for (let at = from; at < end; at++) if (isMark(shape[at]!)) marks++;
  return 100 + Math.min(marks, 3) * 10 + sizeOf(end - from - marks);
}

/** The first words between the cue and another piece, on whichever side it is. */
function gapTo({ grammar }: Sight, cue: Window, other: Window): number {
  const from = other.last <= cue.first ? other.last : cue.last;
  const to = other.last <= cue.first ? cue.first : Math.max(other.first, cue.last);
  let key = to - from;
  for (let at = from; at < Math.min(to, from + 4); at++) key = mix(key, grammar(at));
  return key;
}

/** Whether the content begins and ends in quotations, and whether their marks stand right around it. */
function marksAround({ quote, count }: Words, first: number, last: number): number {
  return (
    (quote[first] !== QUOTE.outside ? 1 : 0) |
    (quote[last - 1] !== QUOTE.outside ? 2 : 0) |
    (first > 0 && quote[first - 1] === QUOTE.opening ? 4 : 0) |
    (last < count && quote[last] === QUOTE.closing ? 8 : 0)
  );
}

function verbsIn({ part }: Words, first: number, last: number): number {
  let verbs = 0;
  for (let at = first; at < Math.min(last, first + 40); at++)
    if (part[at] === VERB || part[at] === AUX) verbs++;
  return verbs;
}
