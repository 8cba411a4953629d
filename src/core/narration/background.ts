// Background in the reporter's voice inside an attributed sentence: non-restrictive relative clauses that the
// speaker did not say. "…, which lies 90 km west of the capital, the spokesman said": the clause is the reporter's.
import type { Reading } from '../extract/reading.js';
import type { Sentence } from '../extract/sentences.js';
import { tokenAt, tokenText } from '../extract/tokens.js';
import type { Span } from '../span.js';
import type { Attribution } from '../statement.js';

const RELATIVE = /^(?:which|who|whose|whom|where)$/i;

/** Clauses that describe a standing state of things, where a speaker's report would tell an event. */
const STANDING =
  /^(?:,\s*)?(?:which|who|where|whose(?:\s+\S+){1,3})\s+(?:also\s+|still\s+|now\s+|currently\s+)?(?:is|are|has|have(?!\s+\w+ed\b)|lies?|sits?|stands?|borders?|includes?|contains?|belongs?|serves?|runs?|houses?|links?|connects?|covers?|comprises?|holds?|remains?|hosts?|heads?|leads?|owns?|makes?|separates?|flows?|employs?|means?|represents?|produces?|accounts?|lives?)\b/i;

/** The attributions with reporters' background cut off the end of contents that stand before their cue. */
export function partBackground(
  reading: Reading,
  attributions: readonly Attribution[],
): readonly Attribution[] {
  return attributions.map((attribution) => {
    const cue = attribution.cue[0];
    const last = attribution.content.at(-1);
    if (!cue || !last || last.start > cue.start || last.end > cue.start) return attribution;
    const cut = backgroundAtEnd(reading, last);
    if (cut === null) return attribution;
    return {
      ...attribution,
      content: [...attribution.content.slice(0, -1), { start: last.start, end: cut }],
    };
  });
}

/** Where the content's last relative clause begins (at the comma), if it is background; null when there is none. */
function backgroundAtEnd(reading: Reading, content: Span): number | null {
  const { tokens } = reading;
  const first = tokenAt(tokens, content.start);
  const last = tokenAt(tokens, content.end - 1);
  for (let at = Math.min(last, tokens.count - 1); at > first + 3; at--) {
    const word = tokenText(tokens, at);
    if (/^[.;:"“”«»]$/.test(word)) return null;
    if (!RELATIVE.test(word) || tokenText(tokens, at - 1) !== ',') continue;
    if (last - at < 3) return null;
    const clause = reading.text.slice(tokens.starts[at]!, Math.min(content.end, tokens.starts[at]! + 200));
    return STANDING.test(clause) ? tokens.starts[at - 1]! : null;
  }
  return null;
}

/**
 * Relative clauses of a sentence that lie outside everything attributed: after a comma, or after "posts that" in
 * the words that follow a cue. Clauses that describe the source itself are left with it.
 */
export function findBackground(
  reading: Reading,
  sentence: Sentence,
  attributed: readonly Span[],
  sources: readonly Span[],
  cues: readonly Span[],
): Span[] {
  const { tokens } = reading;
  const found: Span[] = [];
  const lastAttributed = Math.max(...attributed.map(({ end }) => end));
  for (let at = sentence.first + 1; at < sentence.last; at++) {
    const start = tokens.starts[at]!;
    if (attributed.some((span) => span.start <= start && start < span.end)) continue;
    if (!opensRelative(reading, at, start > lastAttributed)) continue;
    const end = clauseEnd(reading, sentence, at, attributed);
    if (end - at < 4 || describesSource(reading, at, sources, attributed)) continue;
    if (!besideCue(start, attributed, cues) && !STANDING.test(reading.text.slice(start, start + 200)))
      continue;
    found.push({ start, end: tokens.ends[end - 1]! });
    at = end - 1;
  }
  return found;
}

/** Content, then this clause, then the cue; or content and cue, then this clause. Elsewhere it may be the speaker's. */
function besideCue(start: number, attributed: readonly Span[], cues: readonly Span[]): boolean {
  const ahead = attributed.filter((span) => span.start < start);
  const nearest = Math.max(...ahead.map(({ end }) => end));
  return (
    ahead.length > 0 && (cues.every((cue) => cue.start > start) || cues.some(({ end }) => end === nearest))
  );
}

function opensRelative({ tokens }: Reading, at: number, afterCue: boolean): boolean {
  const word = tokenText(tokens, at);
  if (RELATIVE.test(word)) return tokenText(tokens, at - 1) === ',';
  return afterCue && word === 'that' && /^\p{L}{3,}s$/u.test(tokenText(tokens, at - 1));
}

/** The clause runs to the next comma, dash or stop, or to the first word attributed to somebody. */
function clauseEnd(
  { tokens }: Reading,
  sentence: Sentence,
  from: number,
  attributed: readonly Span[],
): number {
  let at = from + 1;
  for (; at < sentence.last; at++) {
    const start = tokens.starts[at]!;
    if (attributed.some((span) => span.start <= start && start < span.end)) break;
    if (/^(?:[,;:.!?–—―]|--)$/.test(tokenText(tokens, at))) break;
  }
  return at;
}

/** Right after a source, or parted from it by no more than an age or a short apposition. */
const describesSource = (
  { tokens }: Reading,
  at: number,
  sources: readonly Span[],
  attributed: readonly Span[],
): boolean => {
  const before = tokens.starts[at - 1]!;
  return sources.some(
    ({ start, end }) =>
      start <= before &&
      before <= end + APPOSITION &&
      !attributed.some((span) => span.start >= end && span.start < before),
  );
};

const APPOSITION = 30;
