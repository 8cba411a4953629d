// Contents a tagger left in pieces, made whole by grammar: a sentence that ends in ", X said" is X's from its first
// word; a name does not stop at its possessive, nor before its apposition; ", adding that" opens a statement of its own.
import type { Reading } from '../extract/reading.js';
import type { Sentence } from '../extract/sentences.js';
import { hasFiniteVerb } from '../narration/finite-verb.js';
import { skipOpening } from '../narration/opening.js';
import type { Span } from '../span.js';
import { firstEndingAfter } from '../span-search.js';
import type { Attribution } from '../statement.js';
import { quotationsOver } from './quotations-over.js';

export function completeContents(reading: Reading, attributions: readonly Attribution[]): Attribution[] {
  const cues = attributions.flatMap(({ cue }) => cue).sort((a, b) => a.start - b.start);
  return attributions.map((attribution) => {
    const cue = attribution.cue[0];
    if (attribution.cue.length !== 1 || attribution.content.length === 0 || !cue) return attribution;
    const sentence = reading.sentences[firstEndingAfter(reading.sentences, cue.start)];
    if (!sentence || sentence.start > cue.start) return attribution;
    const others = cues.filter(
      (other) => other !== cue && sentence.start <= other.start && other.start < sentence.end,
    );
    const content =
      sentenceBefore(reading, sentence, attribution, others) ??
      clauseBeforeRelative(reading, sentence, attribution, others) ??
      withoutNextCue(reading, attribution, others) ??
      brokenOff(reading, sentence, attribution, others);
    return withoutArticle(reading, content ? { ...attribution, content } : attribution);
  });
}

/** "reiterated the": an article at the end of a cue belongs to the content after it, with the words between. */
function withoutArticle({ text }: Reading, attribution: Attribution): Attribution {
  const [cue] = attribution.cue;
  const [first, ...rest] = attribution.content;
  const article = /\s(?:the|an?|its|their|his|her)$/i.exec(
    text.slice(Math.max(cue!.start, cue!.end - 8), cue!.end),
  );
  if (
    !article ||
    first!.start < cue!.end ||
    !/^[\p{L}\s'’-]{0,40}$/u.test(text.slice(cue!.end, first!.start))
  )
    return attribution;
  const start = cue!.end - article[0].length + 1;
  return {
    ...attribution,
    cue: [{ start: cue!.start, end: start - 1 }],
    content: [{ start, end: first!.end }, ...rest],
  };
}

/** Where the words that attribute begin: the source after the content, or the cue. */
function attributingFrom({ cue, source }: Attribution, content: Span): number {
  return Math.min(
    cue[0]!.start,
    ...source.filter(({ start }) => start >= content.end).map(({ start }) => start),
  );
}

/** "…, X said": from the first word of the sentence on. */
function sentenceBefore(
  reading: Reading,
  sentence: Sentence,
  attribution: Attribution,
  others: readonly Span[],
): Span[] | null {
  const { text } = reading;
  const before = attribution.content.filter(({ end }) => end <= attribution.cue[0]!.start);
  const last = before.at(-1);
  if (!last || before.length !== 1 || last.start < sentence.start) return null;
  if (!/^,\s$/.test(text.slice(last.end, attributingFrom(attribution, last)))) return null;
  const start = firstWord(reading, sentence);
  if (start >= last.start || !isPlain(reading, { start, end: last.start }, others)) return null;
  return [{ start, end: last.end }, ...attribution.content.slice(1)];
}

/** "Clashes went on, he said in posts that also had pictures": the relative clause is nobody's content. */
function clauseBeforeRelative(
  reading: Reading,
  sentence: Sentence,
  attribution: Attribution,
  others: readonly Span[],
): Span[] | null {
  const { text } = reading;
  const [content] = attribution.content;
  const [cue] = attribution.cue;
  if (attribution.content.length !== 1 || content!.start < cue!.end) return null;
  if (!RELATIVE.test(text.slice(content!.start, content!.start + 60))) return null;
  const begins = Math.min(cue!.start, ...attribution.source.map(({ start }) => start));
  const start = firstWord(reading, sentence);
  const clause = text.slice(start, Math.max(start, begins)).trimEnd();
  if (!clause.endsWith(',') || !isPlain(reading, { start, end: begins }, others)) return null;
  const words = clause.slice(0, -1);
  return hasFiniteVerb(words) && !SUBORDINATE.test(words) ? [{ start, end: start + words.length }] : null;
}

/** "that" with a verb right after it has no subject of its own. */
const RELATIVE =
  /^(?:that|which) (?:also |still |later |then |now )?(?:had|has|have|was|were|is|are|show(?:ed|s)?|includ(?:ed|es?)|contain(?:ed|s)?|featur(?:ed|es?)|carr(?:ied|ies|y)|describ(?:ed|es?)|call(?:ed|s)?)\b/i;
const SUBORDINATE = /^(?:when|after|before|as|while|if|since|because|although|though|once|until|unless)\b/i;

/** "said A, adding that B": A ends before the comma. */
function withoutNextCue(
  { text }: Reading,
  { content, cue }: Attribution,
  others: readonly Span[],
): Span[] | null {
  const last = content.at(-1)!;
  const next = others.find(({ start }) => start > last.start && start < last.end && start > cue[0]!.end);
  if (!next || !/^(?:and |while |also )?\p{L}+ing\b/iu.test(text.slice(next.start, next.end))) return null;
  const comma = COMMA_BEFORE.exec(text.slice(last.start, next.start));
  if (!comma) return null;
  const end = last.start + comma.index + (comma[1] === '' ? 0 : 2);
  return [...content.slice(0, -1), { start: last.start, end }];
}

/** A comma inside a closing mark ("“conquered,” adding") stays with the quotation. */
const COMMA_BEFORE = /,(["”’»]?)\s+(?:and |while |also )?$/;

/** Content that ends inside a phrase runs on to where the clause does. */
function brokenOff(
  reading: Reading,
  sentence: Sentence,
  { content, cue, source }: Attribution,
  others: readonly Span[],
): Span[] | null {
  const { text } = reading;
  const last = content.at(-1)!;
  if (last.start < cue[0]!.end || last.end >= sentence.end || last.end <= sentence.start) return null;
  const ahead = text.slice(last.end, Math.min(sentence.end, last.end + 120));
  const behind = text.slice(Math.max(last.start, last.end - 24), last.end);
  if (!ENDS_OPEN.test(behind) && !APPOSITION.test(ahead)) return null;
  const rest = text.slice(last.end, Math.min(sentence.end, last.end + 1000));
  const end = last.end + clauseLength(rest);
  const taken = { start: last.end, end };
  if (end <= last.end || !isPlain(reading, taken, others)) return null;
  if (source.some((span) => span.start < end && last.end < span.end)) return null;
  return [...content.slice(0, -1), { start: last.start, end }];
}

const ENDS_OPEN = /(?:['’]s|s['’]|\b(?:the|an?|of|in|to|for|from|by|with|at|on|and|or|its|their|his|her))$/i;
const APPOSITION = /^, (?:the|an?) (?:\p{L}[\p{L}'’-]* ){1,5}(?:of|in|for|from)\b/u;
const CLAUSE_END =
  /;| [–—―-] |--|, (?:adding|saying|noting|but|while|although|though|which|who|prompting|according|as)\b|[.!?]["”’»)]*$/i;

function clauseLength(rest: string): number {
  const end = CLAUSE_END.exec(rest);
  return end ? end.index : rest.length;
}

function firstWord({ text, blocks }: Reading, sentence: Sentence): number {
  const startsBlock = blocks[sentence.block]!.start >= sentence.start;
  return (
    sentence.start +
    skipOpening(text.slice(sentence.start, Math.min(sentence.end, sentence.start + 200)), startsBlock)
  );
}

/** Nobody else's cue, no quotation, no stronger break. */
function isPlain({ text, quotations }: Reading, span: Span, others: readonly Span[]): boolean {
  if (others.some(({ start, end }) => start < span.end && span.start < end)) return false;
  if (/;| [–—―] /.test(text.slice(span.start, span.end))) return false;
  return quotationsOver(quotations, span).every(({ start, end }) => start >= span.start && end <= span.end);
}
