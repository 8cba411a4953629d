// Clauses of a sentence that stand beside an attribution: "X posted a profit but warned that …". What comes before
// the attribution, or after it, is the publisher's when it is a clause of its own.
import type { Reading } from '../extract/reading.js';
import type { Sentence } from '../extract/sentences.js';
import { tokenText } from '../extract/tokens.js';
import type { Span } from '../span.js';
import { hasFiniteVerb } from './finite-verb.js';

/** Fewer words than this are a phrase or a scene-setter, not a clause worth checking. */
const SHORTEST = 4;

const JOINS = /^(?:but|and|while|although|though)$/i;
const SUBORDINATE =
  /^(?:when|after|before|as|while|if|in|on|at|by|for|from|with|without|since|because|although|though|despite|during|following|according|asked|citing|speaking|responding|referring|reacting|writing|quoting|opening|closing|addressing|earlier|later|also|meanwhile|however|to)$/i;

/** The clause before the first attributed word, or from the source to the "but" or "and" before its cue. */
export function clauseBefore(
  reading: Reading,
  sentence: Sentence,
  attributed: readonly Span[],
  sources: readonly Span[],
  cues: readonly Span[],
): Span | null {
  const { tokens } = reading;
  const firstCue = Math.min(...cues.map(({ start }) => start));
  const firstContent = Math.min(...attributed.map(({ start }) => start));
  const opens = tokens.starts[Math.min(sentence.first + 2, sentence.last - 1)]!;
  const subject = sources.find(
    ({ start }) => start === firstContent && start <= Math.max(sentence.start, opens),
  );
  const limit = subject ? firstCue : firstContent;
  let end = sentence.first;
  while (end < sentence.last && tokens.starts[end]! < limit) end++;
  const join = lastJoin(reading, sentence.first, end, subject !== undefined);
  if (join < 0 || join - sentence.first < SHORTEST) return null;
  const span = { start: sentence.start, end: tokens.ends[join - 1]! };
  const own = subject ? { start: subject.end, end: span.end } : span;
  if (own.end - own.start < 12 || SUBORDINATE.test(tokenText(tokens, sentence.first))) return null;
  if (overlapsAny(subject ? { start: subject.end, end: span.end } : span, attributed)) return null;
  return hasFiniteVerb(reading.text.slice(own.start, own.end)) ? span : null;
}

/** The last place before `end` where a clause can end: ", closing what", " but ", "; ". */
function lastJoin({ tokens }: Reading, from: number, end: number, sharesSubject: boolean): number {
  for (let at = end - 1; at > from; at--) {
    const word = tokenText(tokens, at);
    if (word === ';') return at;
    if (JOINS.test(word)) {
      if (sharesSubject && end - at > 3) continue;
      return tokenText(tokens, at - 1) === ',' ? at - 1 : at;
    }
    if (!sharesSubject && word === ',' && at + 1 < end && /ing$/i.test(tokenText(tokens, at + 1))) return at;
  }
  return -1;
}

/** The clause after the last attributed word, where content came before the cue: "…, he said, and the hall emptied". */
export function clauseAfter(
  reading: Reading,
  sentence: Sentence,
  attributed: readonly Span[],
  endsWithContent: boolean,
): Span | null {
  const { tokens } = reading;
  if (endsWithContent) return null;
  const from = Math.max(...attributed.map(({ end }) => end));
  let at = sentence.first;
  while (at < sentence.last && tokens.starts[at]! < from) at++;
  while (
    at < sentence.last &&
    !(/^(?:and|but|while)$/i.test(tokenText(tokens, at)) || tokenText(tokens, at) === ';')
  )
    at++;
  if (sentence.last - at <= SHORTEST + 1) return null;
  const before = tokenText(tokens, at - 1);
  if (before !== ',' && tokenText(tokens, at) !== ';') return null;
  const span = { start: tokens.starts[at + 1]!, end: sentence.end };
  return hasFiniteVerb(reading.text.slice(span.start, span.end)) ? span : null;
}

const overlapsAny = (span: Span, others: readonly Span[]): boolean =>
  others.some(({ start, end }) => start < span.end && span.start < end);
