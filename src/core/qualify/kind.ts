// How the words are given: `direct` inside quotation marks, `indirect` in the reporter's words, `mixed` when a
// fragment is quoted within a paraphrase.
import type { Quotation } from '../extract/quotations.js';
import type { Reading } from '../extract/reading.js';
import { tokenAt, tokenText } from '../extract/tokens.js';
import type { Span } from '../span.js';
import type { Attribution, Kind } from '../statement.js';
import { quotationsOver } from './quotations-over.js';

export function kindOf(reading: Reading, { content, cue }: Attribution): Exclude<Kind, 'narration'> {
  const words = content.flatMap((span) => wordsOf(reading, span));
  const quotations = content.flatMap((span) => quotationsOver(reading.quotations, span));
  const speech = quotations.filter((quotation) => !isName(reading, quotation));
  const quoted = words.filter((word) =>
    speech.some((quotation) => quotation.start <= word && word < quotation.end),
  );
  if (isUnmarkedSpeech(reading, content, cue)) return 'direct';
  if (quoted.length === 0) return 'indirect';
  if (quoted.length < words.length * ALMOST_ALL) return 'mixed';
  return isFragment(reading, content) ? 'mixed' : 'direct';
}

/** A word or two outside the marks ("indeed", a tagger's slip) do not make a quotation a paraphrase. */
const ALMOST_ALL = 0.93;

function wordsOf({ tokens }: Reading, span: Span): number[] {
  const starts: number[] = [];
  for (let at = tokenAt(tokens, span.start); at < tokens.count && tokens.starts[at]! < span.end; at++) {
    if (/[\p{L}\p{N}]/u.test(tokenText(tokens, at))) starts.push(tokens.starts[at]!);
  }
  return starts;
}

const NAMED =
  /(?:so-called|known as|called|named|dubbed|nicknamed|titled|entitled|alias|the (?:words?|term|name)|codenamed|slogan) $/i;

/** A ship, a film, an alias, a term held at arm's length: marks that quote nobody. */
function isName({ text }: Reading, { start, inner }: Quotation): boolean {
  if (inner.end - inner.start > 60) return false;
  if (NAMED.test(text.slice(Math.max(0, start - 20), start))) return true;
  const words = text.slice(inner.start, inner.end).match(/[\p{L}\p{N}'’.-]+/gu) ?? [];
  const introduced = /[:,] $|\bthat $/.test(text.slice(Math.max(0, start - 6), start));
  const endsClause = /[.,!?…]$/.test(text.slice(inner.start, inner.end));
  return !introduced && !endsClause && words.length <= 3 && words.every((word) => /^\p{Lu}/u.test(word));
}

/** Speech without marks: a transcript's answer, or words after "Name:" with no verb of saying. */
function isUnmarkedSpeech({ text }: Reading, content: readonly Span[], cue: readonly Span[]): boolean {
  if (cue.length > 0 || content.length === 0) return false;
  return /[:–—―-][\s*_]*$/.test(text.slice(Math.max(0, content[0]!.start - 6), content[0]!.start));
}

const VERB_BEFORE = /[\p{L}\p{M}]\s?$/u;

/** Quoted words that only complete a clause of the reporter's: `spoke of "no fewer than eleven"`. */
function isFragment({ text, quotations }: Reading, content: readonly Span[]): boolean {
  if (content.length !== 1) return false;
  const [span] = content;
  const opening = quotationsOver(quotations, span!)[0];
  if (!opening) return false;
  const inner = text.slice(opening.inner.start, Math.min(opening.inner.end, opening.inner.start + 400));
  const lead = text.slice(Math.max(0, opening.start - 12), opening.start);
  if (!/^[\p{Ll}\p{N}$£€]/u.test(inner) || /\b(?:that|because)\s$/i.test(lead)) return false;
  return VERB_BEFORE.test(lead) && !/[.!?]\s/.test(inner);
}
