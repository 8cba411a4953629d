// A corpus document as the chains learn from it: its reading, and the gold spans as ranges of tokens.
import { CUE } from '../core/extract/cue-labels.js';
import { type Reading, readArticle } from '../core/extract/reading.js';
import { tokenAt } from '../core/extract/tokens.js';
import type { Window } from '../core/extract/window.js';
import {
  describeWords,
  isMark,
  type Lexicon,
  SHAPE,
  type WordMemory,
  type Words,
} from '../core/extract/words.js';
import { articleOf, type GoldDocument, type Spans } from './corpus.js';

/** Token ranges; marks at their ends are cut off. */
export interface GoldRoles {
  readonly cue: Window;
  readonly source: readonly Window[];
  readonly content: readonly Window[];
}

export interface Example {
  readonly document: GoldDocument;
  readonly reading: Reading;
  readonly words: Words;
  readonly gold: readonly GoldRoles[];
  readonly cueLabels: Uint8Array;
  /** How often it is looked at in training. */
  readonly looks: number;
}

export function exampleOf(document: GoldDocument, lexicon: Lexicon, memory: WordMemory): Example {
  const reading = readArticle(articleOf(document.text));
  const words = describeWords(reading, lexicon, memory);
  const gold: GoldRoles[] = [];
  for (const { source, cue, content } of document.attributions) {
    const cueRanges = cueRangesOf(reading, words, cue);
    const contents = rangesOf(reading, words, content);
    if (cueRanges.length === 0 || contents.length === 0) continue;
    const whole = { first: cueRanges[0]!.first, last: cueRanges.at(-1)!.last };
    gold.push({ cue: whole, source: rangesOf(reading, words, source ?? []), content: contents });
  }
  const cueLabels = labelCues(reading, words, gold);
  return { document, reading, words, gold, cueLabels, looks: document.looks ?? 1 };
}

/** A cue may be a colon or a dash alone: "Poll: …", "… – Ann Lee". */
function cueRangesOf(reading: Reading, words: Words, spans: Spans): Window[] {
  const ranges = rangesOf(reading, words, spans);
  if (ranges.length > 0 || spans.length === 0) return ranges;
  const at = tokenAt(reading.tokens, spans[0]![0]);
  const shape = at < words.count ? words.shape[at] : SHAPE.other;
  return shape === SHAPE.colon || shape === SHAPE.dash ? [{ first: at, last: at + 1 }] : [];
}

/** Ranges of tokens of spans, in order, without marks at the ends; ranges parted by marks alone are joined. */
function rangesOf(reading: Reading, words: Words, spans: Spans): Window[] {
  const ranges: Window[] = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    let first = tokenAt(reading.tokens, start);
    let last = Math.min(tokenAt(reading.tokens, end - 1) + 1, words.count);
    while (first < last && isMark(words.shape[first]!)) first++;
    while (last > first && isMark(words.shape[last - 1]!)) last--;
    if (first >= last) continue;
    const before = ranges.at(-1);
    if (before && onlyMarks(words, before.last, first)) {
      ranges[ranges.length - 1] = { first: before.first, last: Math.max(last, before.last) };
    } else ranges.push({ first, last });
  }
  return ranges;
}

function onlyMarks(words: Words, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isMark(words.shape[at]!)) return false;
  return true;
}

function labelCues(reading: Reading, words: Words, gold: readonly GoldRoles[]): Uint8Array {
  const labels = new Uint8Array(words.count);
  for (const { cue } of gold) {
    if (labels.subarray(cue.first, cue.last).some((label) => label !== CUE.none)) continue;
    labels.fill(CUE.inside, cue.first, cue.last);
    labels[cue.first] = CUE.begin;
  }
  for (const { first } of reading.sentences) {
    for (let at = first; labels[at] === CUE.inside; at++) labels[at] = CUE.none;
  }
  return labels;
}
