// What attributions hold of each sentence: who is named, by which words, and what is theirs.
import type { Reading } from '../extract/reading.js';
import type { Sentence } from '../extract/sentences.js';
import { polarityOf } from '../qualify/polarity.js';
import type { Span } from '../span.js';
import { firstEndingAfter } from '../span-search.js';
import type { Attribution } from '../statement.js';

export interface Mention extends Span {
  readonly role: 'source' | 'cue' | 'content';
}

/** For each sentence, what attributions hold of it. */
export function mentionsBySentence(reading: Reading, attributions: readonly Attribution[]): Mention[][] {
  const { sentences } = reading;
  const mentions: Mention[][] = sentences.map(() => []);
  const add = (span: Span, role: Mention['role']): void => {
    for (let at = firstEndingAfter(sentences, span.start); at < sentences.length; at++) {
      if (sentences[at]!.start >= span.end) break;
      mentions[at]!.push({ start: span.start, end: span.end, role });
    }
  };
  for (const attribution of attributions) {
    if (isDoubtful(sentences, attribution)) continue;
    for (const span of attribution.source) add(span, 'source');
    for (const span of attribution.cue) add(span, 'cue');
    if (takesUpNarration(reading, attribution)) continue;
    for (const span of attribution.content) add(span, 'content');
  }
  return mentions;
}

const UNSURE = 0.5;
const UNLIKELY = 0.3;

/**
 * A finding that is more likely wrong than right and holds only a piece of its sentence, or hardly likely at all. The sentence is then listed
 * as narration too: an editor strikes one out faster than they find a missed one.
 */
function isDoubtful(sentences: readonly Sentence[], { confidence, cue, content }: Attribution): boolean {
  if (confidence < UNLIKELY) return true;
  const sentence = sentences[firstEndingAfter(sentences, cue[0]?.start ?? 0)];
  if (confidence >= UNSURE || content.length !== 1 || cue.length === 0 || !sentence) return false;
  return content[0]!.end - content[0]!.start < (sentence.end - sentence.start) / 2;
}

/** A denial of what the publisher has just said itself ("…; the group denies it") leaves that the publisher's. */
const takesUpNarration = (reading: Reading, attribution: Attribution): boolean =>
  polarityOf(reading, attribution) === 'denied' &&
  attribution.content.length === 1 &&
  attribution.cue.length > 0 &&
  /[;.]/.test(reading.text.slice(attribution.content[0]!.end, attribution.cue[0]!.start).slice(0, 300));
