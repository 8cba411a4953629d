// What the rules about contents look at: one attribution, the sentence its cue stands in, and the others' cues there.

import { skipOpening } from '../blocks/opening.js';
import type { Reading } from '../extract/reading.js';
import type { Sentence } from '../extract/sentences.js';
import { quotationsOver } from '../qualify/quotations-over.js';
import { overlaps, type Span } from '../span.js';
import { firstEndingAfter, firstStartingFrom } from '../span-search.js';
import type { Attribution } from '../statement.js';

export interface Setting {
  readonly reading: Reading;
  readonly sentence: Sentence;
  readonly attribution: Attribution;
  readonly cue: Span;
  /** Cues of other attributions in the same sentence. */
  readonly others: readonly Span[];
  /** Sources of other attributions in the same sentence. */
  readonly sources: readonly Span[];
  /** Offset of the sentence's first own word, after a dateline or a clock time. */
  readonly begins: number;
}

/** Null where there is no single cue to go by. `cues` and `sources` are those of all attributions, in text order. */
export function settingOf(
  reading: Reading,
  attribution: Attribution,
  cues: readonly Span[],
  sources: readonly Span[],
): Setting | null {
  const [cue] = attribution.cue;
  if (!cue || attribution.cue.length !== 1 || attribution.content.length === 0) return null;
  const sentence = reading.sentences[firstEndingAfter(reading.sentences, cue.start)];
  if (!sentence || sentence.start > cue.start) return null;
  const inSentence = (spans: readonly Span[]): Span[] =>
    spans.slice(firstStartingFrom(spans, sentence.start), firstStartingFrom(spans, sentence.end));
  return {
    reading,
    sentence,
    attribution,
    cue,
    others: inSentence(cues).filter((other) => other !== cue),
    sources: inSentence(sources).filter((other) => !attribution.source.includes(other)),
    begins: firstWord(reading, sentence),
  };
}

const LONGEST_OPENING = 200;

function firstWord({ text, blocks }: Reading, sentence: Sentence): number {
  const startsBlock = blocks[sentence.block]!.start >= sentence.start;
  const head = text.slice(sentence.start, Math.min(sentence.end, sentence.start + LONGEST_OPENING));
  return sentence.start + skipOpening(head, startsBlock);
}

/** Words a content may take in: nobody else's cue among them, no half of a quotation, no stronger break. */
export function isPlain({ reading: { text, quotations }, others }: Setting, span: Span): boolean {
  if (span.end <= span.start || others.some((other) => overlaps(other, span))) return false;
  if (/;| [–—―] /.test(text.slice(span.start, span.end))) return false;
  return quotationsOver(quotations, span).every(({ start, end }) => start >= span.start && end <= span.end);
}

/** Where the words that attribute begin: the source after `offset`, or the cue. */
export const attributingFrom = ({ attribution, cue }: Setting, offset: number): number =>
  Math.min(cue.start, ...attribution.source.filter(({ start }) => start >= offset).map(({ start }) => start));
