// What attributions hold of each sentence: who is named, by which words, and what is theirs.
import type { Reading } from '../extract/reading.js';
import { polarityOf } from '../qualify/polarity.js';
import { exact, type Span } from '../span.js';
import { firstEndingAfter } from '../span-search.js';
import type { Attribution } from '../statement.js';
import { hasFiniteVerb } from './finite-verb.js';
import { soundsReported } from './reported.js';

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
    if (isDoubtful(reading, attribution)) continue;
    for (const span of attribution.source) add(span, 'source');
    for (const span of attribution.cue) add(span, 'cue');
    if (takesUpNarration(reading, attribution)) continue;
    for (const span of attribution.content) add(span, 'content');
  }
  return mentions;
}

const UNSURE = 0.7;
const EVEN = 0.5;
const UNLIKELY = 0.3;
/** Marks around words that are no name. */
const QUOTES = /["“„«‘]\p{Ll}/u;

/**
 * A doubtful finding that holds only a phrase of its sentence ("begins {an exercise}"), or one hardly likely at all. The
 * sentence is then listed as narration too: an editor strikes one out faster than they find a missed one.
 */
function isDoubtful(
  { text, sentences, blocks }: Reading,
  { confidence, cue, content }: Attribution,
): boolean {
  const sentence = sentences[firstEndingAfter(sentences, cue[0]?.start ?? 0)];
  if (confidence >= UNSURE || !sentence || cue.length === 0 || cue.some((span) => soundsReported(text, span)))
    return false;
  // Headlines leave verbs and sources out; what a tagger finds in them is a guess more often than elsewhere.
  if (confidence < EVEN && blocks[sentence.block]!.kind === 'headline') return true;
  if (confidence < UNLIKELY || content.length !== 1) return confidence < UNLIKELY;
  if (hasFiniteVerb(exact(text, content[0]!)) || QUOTES.test(exact(text, content[0]!))) return false;
  return content[0]!.end - content[0]!.start < (sentence.end - sentence.start) * 0.65;
}

/** A denial of what the publisher has just said itself ("…; the group denies it") leaves that the publisher's. */
const takesUpNarration = (reading: Reading, attribution: Attribution): boolean =>
  polarityOf(reading, attribution) === 'denied' &&
  attribution.content.length === 1 &&
  attribution.cue.length > 0 &&
  /[;.]/.test(reading.text.slice(attribution.content[0]!.end, attribution.cue[0]!.start).slice(0, 300));
