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

const wordAt = ({ word, count }: Words, at: number): number => (at >= 0 && at < count ? word[at]! : NOTHING);
const grammarAt = ({ grammar, count }: Words, at: number): number =>
  at >= 0 && at < count ? grammar[at]! : NOTHING;
const fineAt = ({ value, count }: Words, at: number): number =>
  at >= 0 && at < count ? fineCluster(value[at]!) : 1025;
const coarseAt = ({ value, count }: Words, at: number): number =>
  at >= 0 && at < count ? coarseCluster(value[at]!) : 121;

/** Keys of findings one after the other, good until the next: what those of one cue share is worked out once. */
export function keyReader(words: Words): (finding: Finding) => Int32Array {
  const keys = new Int32Array(READING_KEYS);
  let before: Finding | undefined;
  let name = NO_NAME;
  return (finding) => {
    const sameCue = before?.cue === finding.cue;
    const speaker = finding.source[0];
    const spokeBefore = before?.source[0];
    if (!sameCue) ofCue(words, finding, keys);
    if (!sameCue || speaker?.first !== spokeBefore?.first || speaker?.last !== spokeBefore?.last) {
      name = speaker ? headOfSource(words, speaker) : NO_NAME;
      ofSource(words, finding, name, keys);
    }
    if (!sameCue || before!.content[0]!.first !== finding.content[0]!.first) ofStart(words, finding, keys);
    ofEnd(words, finding, keys);
    ofWhole(words, finding, name, keys);
    before = finding;
    return keys;
  };
}

const NO_NAME = -1;

const join2 = (kind: number, a: number): number => mix(mix(0x51ed27, kind), a);
const join3 = (kind: number, a: number, b: number): number => mix(join2(kind, a), b);
const join4 = (kind: number, a: number, b: number, c: number): number => mix(join3(kind, a, b), c);

function ofSource(words: Words, finding: Finding, name: number, keys: Int32Array): void {
  const { head, source } = finding;
  const speaker = source[0];
  const side = sideOfSource(finding);
  const cueWord = wordAt(words, head);
  keys[0] = join3(
    9,
    speaker ? grammarAt(words, speaker.first - 1) : 1,
    speaker ? grammarAt(words, speaker.first) : 2,
  );
  keys[1] = join3(10, speaker ? grammarAt(words, speaker.last) : 1, side);
  keys[2] = join2(8, name < 0 ? NOTHING : wordAt(words, name));
  keys[3] = join3(6, fineAt(words, head), name < 0 ? NOTHING : fineAt(words, name));
  keys[4] = join3(7, cueWord, name < 0 ? NOTHING : grammarAt(words, name));
  keys[5] = join4(37, speaker ? wordAt(words, speaker.first) : NOTHING, side, coarseAt(words, head));
  keys[6] = speaker
    ? join4(
        42,
        speaker.last - speaker.first,
        grammarAt(words, speaker.first),
        grammarAt(words, speaker.last - 1),
      )
    : join2(42, NOTHING);
}

/** Of where the content begins. */
function ofStart(words: Words, { head, content }: Finding, keys: Int32Array): void {
  const first = content[0]!.first;
  const word = wordAt(words, first);
  const grammar = grammarAt(words, first);
  keys[7] = join2(11, word);
  keys[8] = join3(36, word, wordAt(words, first + 1));
  keys[9] = join3(3, fineAt(words, head), word);
  keys[10] = join3(4, wordAt(words, head), grammar);
  keys[11] = join2(18, wordAt(words, first - 1));
  keys[12] = join3(19, grammarAt(words, first - 2), grammarAt(words, first - 1));
  keys[13] = join3(31, fineAt(words, first - 1), grammar);
}

/** Of where the content ends. */
function ofEnd(words: Words, { cue, content }: Finding, keys: Int32Array): void {
  const last = content.at(-1)!.last;
  const isSameSentence = last < words.count && words.sentence[last] === words.sentence[cue.first];
  const grammar = grammarAt(words, last);
  const grammarBefore = grammarAt(words, last - 1);
  keys[14] = join2(13, wordAt(words, last - 1));
  keys[15] = join3(14, grammarAt(words, last - 2), grammarBefore);
  keys[16] = join3(15, wordAt(words, last), isSameSentence ? 1 : 0);
  keys[17] = join3(16, grammar, grammarAt(words, last + 1));
  keys[18] = join3(17, grammarBefore, grammar);
  keys[19] = join3(30, fineAt(words, last), grammarBefore);
  keys[20] = join4(40, coarseAt(words, last - 1), coarseAt(words, last), grammar);
}

/** Of the cue and its neighbours. */
function ofCue(words: Words, { cue, head }: Finding, keys: Int32Array): void {
  const cueWord = wordAt(words, head);
  const before = grammarAt(words, cue.first - 1);
  const after = grammarAt(words, cue.last);
  keys[21] = join3(26, before, cueWord);
  keys[22] = join3(27, after, cueWord);
  keys[23] = join4(28, before, after, coarseAt(words, head));
  keys[24] = join4(41, grammarAt(words, cue.first - 2), before, grammarAt(words, cue.first));
  keys[25] = join2(1, wholeCue(words, cue));
}

/** Of how the pieces lie towards each other. */
function ofWhole(words: Words, finding: Finding, name: number, keys: Int32Array): void {
  const { cue, head, source, content } = finding;
  const first = content[0]!.first;
  const last = content.at(-1)!.last;
  const cueWord = wordAt(words, head);
  const cueCluster = fineAt(words, head);
  const cueCoarse = coarseAt(words, head);
  const grammar = grammarAt(words, first);
  const side = sideOf(content, cue);
  const sourceSide = sideOfSource(finding);
  const whole = wholeCue(words, cue);
  const { close, loose } = orderOf(words, finding);
  const length = sizeOf(lengthOf(content));
  const marks = marksAround(words, first, last);
  const verbs = verbsIn(words, first, last);
  keys[26] = join4(2, cueWord, side, sourceSide);
  keys[27] = join4(5, whole, grammar, side);
  keys[28] = join4(12, grammar, grammarAt(words, first + 1), side);
  keys[29] = join2(20, close);
  keys[30] = join3(21, close, cueCluster);
  keys[31] = join3(22, loose, cueWord);
  keys[32] = join3(23, close, length);
  keys[33] = join3(24, source[0] ? gapTo(words, cue, source[0]) : NOTHING, sourceSide);
  keys[34] = join3(25, gapTo(words, cue, side === 0 ? content.at(-1)! : content[0]!), side);
  keys[35] = join4(29, length, side, cueWord);
  keys[36] = join4(32, marks, side, sourceSide);
  keys[37] = join4(33, marks, loose, cueCoarse);
  keys[38] = join4(34, Math.min(verbs, 3), grammar, cueCoarse);
  keys[39] = join4(35, Math.min(verbs, 2) * 16 + length, side, cueCluster);
  keys[40] = join4(38, name < 0 ? NOTHING : coarseAt(words, name), side, cueWord);
  keys[41] = join3(39, whole, loose);
}

/** How many tokens the ranges hold. */
export function lengthOf(ranges: readonly Window[]): number {
  let length = 0;
  for (const { first, last } of ranges) length += last - first;
  return length;
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
function orderOf(words: Words, { cue, source, content }: Finding): { close: number; loose: number } {
  let close = 17;
  let loose = 19;
  let isCueNext = true;
  let sources = 0;
  let contents = 0;
  let end = -1;
  for (let piece = 0; piece <= MOST_PIECES; piece++) {
    let next: Window | undefined = isCueNext ? cue : undefined;
    let kind = CUE;
    const speaker = source[sources];
    if (speaker && (!next || speaker.first < next.first)) {
      next = speaker;
      kind = SOURCE;
    }
    const said = content[contents];
    if (said && (!next || said.first < next.first)) {
      next = said;
      kind = CONTENT;
    }
    if (!next) break;
    if (end >= 0) {
      const gap = next.first - end;
      const between = gap <= 0 ? 1 : gap === 1 ? grammarAt(words, end) : gapKind(words, end, next.first);
      close = mix(close, between);
      loose = mix(loose, gap <= 0 ? 1 : gap < 3 ? 2 : gap < 6 ? 3 : 4);
    }
    if (piece === MOST_PIECES) break;
    close = mix(close, kind);
    loose = mix(loose, kind);
    end = next.last;
    if (kind === CUE) isCueNext = false;
    else if (kind === SOURCE) sources++;
    else contents++;
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
function gapTo(words: Words, cue: Window, other: Window): number {
  const from = other.last <= cue.first ? other.last : cue.last;
  const to = other.last <= cue.first ? cue.first : Math.max(other.first, cue.last);
  let key = to - from;
  for (let at = from; at < Math.min(to, from + 4); at++) key = mix(key, grammarAt(words, at));
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
