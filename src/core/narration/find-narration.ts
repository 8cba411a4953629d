// Narration: what the publisher says in its own voice. Every sentence of fact that nobody else is quoted for, and
// the reporter's own clauses inside sentences that quote somebody.
import type { Block } from '../article.js';
import { findDateline } from '../blocks/dateline.js';
import { skipOpening } from '../blocks/opening.js';
import type { Reading } from '../extract/reading.js';
import type { Sentence } from '../extract/sentences.js';
import { tokenText } from '../extract/tokens.js';
import type { Turns } from '../extract/turns.js';
import { overlaps, type Span } from '../span.js';
import { firstEndingAfter } from '../span-search.js';
import type { Attribution } from '../statement.js';
import { findBackground } from './background.js';
import { clauseAfter, clauseBefore } from './clauses.js';
import { refusesComment, statesFact } from './factual.js';
import { hasFiniteVerb } from './finite-verb.js';
import { type Mention, mentionsBySentence } from './mentions.js';

/** Spans of narration in text order, each without its closing full stop. */
export function findNarration(reading: Reading, attributions: readonly Attribution[], turns: Turns): Span[] {
  const mentions = mentionsBySentence(reading, attributions);
  const outer = reading.quotations.filter(({ depth }) => depth === 0);

  const standfirsts = standfirstsOf(reading.blocks);
  const found: Span[] = [];
  for (const [at, sentence] of reading.sentences.entries()) {
    const block = reading.blocks[sentence.block]!;
    if (!canNarrate(block, standfirsts.has(sentence.block)) || turns.all.has(sentence.block)) continue;
    for (const span of narrationIn(reading, sentence, mentions[at]!, outer))
      found.push(trimmed(reading, span));
  }
  return found.filter(({ start, end }) => end > start);
}

function canNarrate(block: Block, isStandfirst: boolean): boolean {
  switch (block.kind) {
    case 'headline':
    case 'paragraph':
    case 'list_item':
      return !block.setAside;
    case 'subheading':
      return isStandfirst && !block.setAside;
    case 'block_quote':
    case 'byline':
    case 'dateline':
    case 'caption':
    case 'table':
    case 'credit':
    case 'comment':
    case 'furniture':
      return false;
  }
}

/** Subheadings between the headline and the first paragraph say something; crossheads further down only announce. */
function standfirstsOf(blocks: readonly Block[]): Set<number> {
  const body = blocks.findIndex(({ kind }) => kind === 'paragraph');
  const above = blocks.slice(0, Math.max(body, 0)).map((block, at) => ({ ...block, at }));
  return new Set(
    above.filter(({ kind, end, start }) => kind === 'subheading' && end - start > 30).map(({ at }) => at),
  );
}

function narrationIn(
  reading: Reading,
  sentence: Sentence,
  mentions: readonly Mention[],
  outer: readonly Span[],
): Span[] {
  const own = withoutOpening(reading, sentence);
  if (mentions.length === 0) {
    if (breaksQuotation(sentence, outer) || isMostlyQuoted(reading, sentence, outer)) return [];
    if (announces(reading, sentence, own) || isDateline(reading.text, sentence)) return [];
    if (statesFact(reading.text.slice(own.start, own.end))) return [own];
    const part = beforeSilence(reading, sentence);
    return part ? [{ start: own.start, end: part }] : [];
  }
  const cues = mentions.filter(({ role }) => role === 'cue');
  const sources = mentions.filter(({ role }) => role === 'source');
  const contents = mentions.filter(({ role }) => role === 'content');
  if (cues.length === 0) return [];
  const last = Math.max(...mentions.map(({ end }) => end));
  const endsWithContent = contents.some(({ end }) => end === last);
  const before = clauseBefore(reading, { ...sentence, start: own.start }, mentions, sources, cues);
  const after = clauseAfter(reading, sentence, mentions, endsWithContent);
  const background = findBackground(reading, sentence, mentions, sources, cues);
  const clauses = [before, ...background, after].filter((span) => span !== null);
  return clauses.filter(
    (span, at) =>
      statesFact(reading.text.slice(span.start, span.end)) &&
      !clauses.slice(0, at).some((other) => overlaps(other, span)),
  );
}

/** "What the drivers say", "Analysis by Petra Lund": a line without a stop that only says what comes, or who wrote it. */
function announces({ text, blocks }: Reading, { block, end }: Sentence, own: Span): boolean {
  const { kind, end: closes } = blocks[block]!;
  if (kind === 'headline' || text.slice(end, closes).trim() !== '') return false;
  const line = text.slice(own.start, own.end).trim();
  return (
    line.length < LONGEST_TITLE && !/[.!?…"”’»)]$/.test(line) && (ASKS.test(line) || !hasFiniteVerb(line))
  );
}

/** "MOSCOW, June 3. /VOLNA/": nothing but where and when. */
const isDateline = (text: string, { start, end }: Span): boolean =>
  findDateline(`${text.slice(start, Math.min(end, start + LONGEST_TITLE))} `)?.end === end - start + 1;

const LONGEST_TITLE = 60;
const ASKS = /^(?:what|how|why|who|where|when)\b/i;

/** "The governor visited the town but left without a statement": where the clause ends that states something. */
function beforeSilence({ text, tokens }: Reading, sentence: Sentence): number | null {
  for (let at = sentence.first + 5; at < sentence.last; at++) {
    if (!/^(?:but|and)$/i.test(tokenText(tokens, at))) continue;
    const end = tokens.ends[at - 1]!;
    const kept = text.slice(sentence.start, end);
    return refusesComment(text.slice(end, sentence.end)) && statesFact(kept) && hasFiniteVerb(kept)
      ? end
      : null;
  }
  return null;
}

const LONGEST_OPENING = 200;

function withoutOpening({ text, blocks }: Reading, sentence: Sentence): Span {
  const startsBlock = blocks[sentence.block]!.start >= sentence.start;
  const skipped = skipOpening(
    text.slice(sentence.start, Math.min(sentence.end, sentence.start + LONGEST_OPENING)),
    startsBlock,
  );
  return { start: sentence.start + skipped, end: sentence.end };
}

/** A sentence in which a longer quotation begins or ends holds somebody's words, or sets the scene for them. */
function breaksQuotation(sentence: Span, outer: readonly Span[]): boolean {
  for (let at = firstEndingAfter(outer, sentence.start); at < outer.length; at++) {
    const { start, end } = outer[at]!;
    if (start >= sentence.end) return false;
    if (start < sentence.start || end > sentence.end) return true;
  }
  return false;
}

/** A quotation that nobody was found for is somebody's words, never the publisher's. */
function isMostlyQuoted({ tokens }: Reading, sentence: Sentence, outer: readonly Span[]): boolean {
  let quoted = 0;
  let words = 0;
  let next = firstEndingAfter(outer, sentence.start);
  for (let at = sentence.first; at < sentence.last; at++) {
    if (!/[\p{L}\p{N}]/u.test(tokenText(tokens, at))) continue;
    words++;
    const start = tokens.starts[at]!;
    while (next < outer.length && outer[next]!.end <= start) next++;
    if (next < outer.length && outer[next]!.start <= start) quoted++;
  }
  return words > 0 && quoted / words > 0.6;
}

/** Without the closing full stop, white space and pictograms. */
function trimmed({ text }: Reading, { start, end }: Span): Span {
  const tail = text.slice(Math.max(start, end - 40), end);
  const rest = tail.replace(/(?:[\s,;.([{]|\p{Extended_Pictographic}|\uFE0F)+$/u, '');
  const kept = end - (tail.length - rest.length);
  return { start, end: endsInAbbreviation(text, kept, end) ? kept + 1 : kept };
}

/** "in the U.S." keeps its stop. */
const endsInAbbreviation = (text: string, kept: number, end: number): boolean =>
  text[kept] === '.' && end - kept === 1 && /\.\p{Lu}$/u.test(text.slice(Math.max(0, kept - 2), kept));
