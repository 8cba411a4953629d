// The words that say how a statement was made: those of its sentence around cue and source, outside anything quoted or
// reported. A day, a channel or a relay counts only when it stands here.
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

/** Content of each attribution as ranges of words. */
export function contentRanges(wording: Wording, attributions: readonly Attribution[]): Range[][] {
  return attributions.map(({ content }) =>
    content.map((span): Range => {
      const { first, last } = wordsIn(wording.words, span);
      return [first, last];
    }),
  );
}

export function scopeOf(
  wording: Wording,
  attributions: readonly Attribution[],
  contents: readonly (readonly Range[])[],
  index: number,
): Scope {
  const { words, sentences } = wording;
  const attribution = attributions[index]!;
  const anchor = attribution.cue[0] ?? attribution.source[0] ?? attribution.content[0]!;
  const last = attribution.cue[attribution.cue.length - 1];
  const cue =
    attribution.cue.length > 0
      ? { first: wordsIn(words, anchor).first, last: wordsIn(words, last!).last }
      : { ...emptyAt(words, anchor.start) };
  const sentence = sentences[words[Math.min(cue.first, words.length - 1)]?.sentence ?? -1];
  const source = attribution.source[0] ? wordsIn(words, attribution.source[0]) : null;
  if (!sentence)
    return { first: cue.first, last: cue.first, cue, source, holds: () => false, foreign: () => false };
  const closed = new Set<number>();
  const open =
    attribution.within === undefined ? null : outerRange(contents[attribution.within] ?? [], cue.first);
  const block = (from: number, to: number): void => {
    for (let at = Math.max(from, sentence.first); at < Math.min(to, sentence.last); at++) closed.add(at);
  };
  for (const [from, to] of contents[index]!) block(from, to);
  for (const other of neighbours(attributions, contents, index, sentence.first, sentence.last))
    for (const [from, to] of contents[other]!)
      if (!(from <= cue.first && cue.last <= to && cue.last > cue.first)) block(from, to);
  const foreign = otherSpeech(wording, attributions, index, sentence.first, sentence.last);
  return {
    first: open ? Math.max(sentence.first, open[0]) : sentence.first,
    last: open ? Math.min(sentence.last, open[1]) : sentence.last,
    cue,
    source,
    holds: (at) => !closed.has(at),
    foreign: (at) => foreign.has(at),
  };
}

/** Words of the sources and cues of other statements of the sentence. */
function otherSpeech(
  wording: Wording,
  attributions: readonly Attribution[],
  index: number,
  first: number,
  last: number,
): Set<number> {
  const foreign = new Set<number>();
  const own = attributions[index]!;
  for (let other = Math.max(0, index - 12); other < Math.min(attributions.length, index + 13); other++) {
    if (other === index) continue;
    for (const span of [...attributions[other]!.cue, ...attributions[other]!.source]) {
      const range = wordsIn(wording.words, span);
      if (range.first >= last || range.last <= first) continue;
      if ([...own.cue, ...own.source].some((mine) => mine.start < span.end && span.start < mine.end))
        continue;
      for (let at = range.first; at < range.last; at++) foreign.add(at);
    }
  }
  return foreign;
}

const emptyAt = (words: readonly Word[], offset: number): { first: number; last: number } => {
  const { first } = wordsIn(words, { start: offset, end: offset + 1 });
  return { first, last: first };
};

const outerRange = (ranges: readonly Range[], at: number): Range | null =>
  ranges.find(([from, to]) => from <= at && at < to) ?? null;

/** Other attributions close enough in the list to share the sentence. */
function neighbours(
  attributions: readonly Attribution[],
  contents: readonly (readonly Range[])[],
  index: number,
  first: number,
  last: number,
): number[] {
  const near: number[] = [];
  for (let other = Math.max(0, index - 12); other < Math.min(attributions.length, index + 13); other++)
    if (other !== index && contents[other]!.some(([from, to]) => from < last && to > first)) near.push(other);
  return near;
}

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
