// The words that say how a statement was made: those of its sentence around cue and source, outside anything quoted or
// reported. A day, a channel or a relay counts only when it stands here.
import type { Span } from '../span.js';
import type { Attribution } from '../statement.js';
import { type Word, type Wording, wordsIn } from './wording.js';

export interface Scope {
  /** Words of the sentence, [first, last). */
  readonly first: number;
  readonly last: number;
  /** Words of the cue; first === last when there is none. */
  readonly cue: { readonly first: number; readonly last: number };
  readonly source: { readonly first: number; readonly last: number } | null;
  /** Whether a word of [first, last) is outside the content and at the level of the cue. */
  readonly holds: (at: number) => boolean;
  /** Whether a word is the source or cue of another statement. */
  readonly foreign: (at: number) => boolean;
}

export type Range = readonly [number, number];

/** Where each attribution's parts stand, as ranges of words. */
export interface Layout {
  readonly contents: readonly (readonly Range[])[];
  /** Cue and source spans. */
  readonly speech: readonly (readonly Range[])[];
}

export function layoutOf(wording: Wording, attributions: readonly Attribution[]): Layout {
  const ranges = (spans: readonly Span[]): Range[] =>
    spans.map((span) => {
      const { first, last } = wordsIn(wording.words, span);
      return [first, last];
    });
  return {
    contents: attributions.map(({ content }) => ranges(content)),
    speech: attributions.map(({ cue, source }) => ranges([...cue, ...source])),
  };
}

const CLOSED = 1;
const FOREIGN = 2;
/** Attributions this near in the list may share a sentence. */
const NEAR = 12;

export function scopeOf(
  wording: Wording,
  attributions: readonly Attribution[],
  layout: Layout,
  index: number,
): Scope {
  const { words, sentences } = wording;
  const attribution = attributions[index]!;
  const cue = cueRange(words, attribution);
  const sentence = sentences[words[Math.min(cue.first, words.length - 1)]?.sentence ?? -1];
  const source = attribution.source[0] ? wordsIn(words, attribution.source[0]) : null;
  if (!sentence)
    return { first: cue.first, last: cue.first, cue, source, holds: () => false, foreign: () => false };
  const { first, last } = sentence;
  const marks = new Uint8Array(last - first);
  const mark = ([from, to]: Range, sign: number): void => {
    for (let at = Math.max(from, first); at < Math.min(to, last); at++) marks[at - first]! |= sign;
  };
  for (const range of layout.contents[index]!) mark(range, CLOSED);
  const own = layout.speech[index]!;
  for (
    let other = Math.max(0, index - NEAR);
    other <= Math.min(attributions.length - 1, index + NEAR);
    other++
  ) {
    if (other === index) continue;
    for (const range of layout.contents[other]!)
      if (
        meets(range, first, last) &&
        !(range[0] <= cue.first && cue.last <= range[1] && cue.last > cue.first)
      )
        mark(range, CLOSED);
    for (const range of layout.speech[other]!)
      if (meets(range, first, last) && !own.some(([from, to]) => meets(range, from, to)))
        mark(range, FOREIGN);
  }
  const open =
    attribution.within === undefined ? null : outerRange(layout.contents[attribution.within]!, cue.first);
  const marked = (at: number): number => marks[at - first] ?? 0;
  return {
    first: open ? Math.max(first, open[0]) : first,
    last: open ? Math.min(last, open[1]) : last,
    cue,
    source,
    holds: (at) => (marked(at) & CLOSED) === 0,
    foreign: (at) => (marked(at) & FOREIGN) !== 0,
  };
}

const meets = ([from, to]: Range, first: number, last: number): boolean => from < last && to > first;

function cueRange(
  words: readonly Word[],
  { cue, source, content }: Attribution,
): { first: number; last: number } {
  const [opening] = cue;
  if (opening)
    return { first: wordsIn(words, opening).first, last: wordsIn(words, cue[cue.length - 1]!).last };
  return emptyAt(words, (source[0] ?? content[0])?.start ?? 0);
}

const emptyAt = (words: readonly Word[], offset: number): { first: number; last: number } => {
  const { first } = wordsIn(words, { start: offset, end: offset + 1 });
  return { first, last: first };
};

const outerRange = (ranges: readonly Range[], at: number): Range | null =>
  ranges.find(([from, to]) => from <= at && at < to) ?? null;

/** The sentence's words in scope, lower case, a bar where something is left out. */
export function scopeText(wording: Wording, scope: Scope): string {
  let text = '';
  let gap = false;
  for (let at = scope.first; at < scope.last; at++) {
    if (!scope.holds(at) || scope.foreign(at)) {
      gap = true;
      continue;
    }
    const word = wording.words[at]!;
    text += `${gap ? ' |' : ''}${text === '' ? '' : ' '}${word.lower}`;
    gap = false;
  }
  return text;
}
