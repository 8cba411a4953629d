// An article as words: what phrases are parsed from. A possessive ending is a word of its own, so that "the group's
// spokesman" has an owner and a head.
import type { Reading } from '../extract/reading.js';
import type { Span } from '../span.js';

export interface Word extends Span {
  readonly text: string;
  readonly lower: string;
  readonly kind: 'word' | 'owner' | 'mark';
  /** Begins with a capital, a digit after capitals ("B2"), or a letter of a script without case. */
  readonly capital: boolean;
  /** Index of the sentence, -1 in blocks set aside. */
  readonly sentence: number;
  /** First word of its sentence, marks not counted: its capital says nothing. */
  readonly opens: boolean;
}

export interface Wording {
  readonly text: string;
  readonly words: readonly Word[];
  /** For each sentence, its words as [first, last), and its block. */
  readonly sentences: readonly { first: number; last: number; block: number }[];
}

/** What stands between marks and is longer is speech, whose first capital says nothing. */
const SHORTEST_SPEECH = 24;

const NO_OWNER = /^(?:it|he|she|that|there|who|what|let|here|where|how|this)$/;
const WORDLIKE = /[\p{L}\p{N}]/u;
const CASELESS = /^\p{Lo}/u;
/** iWorld; al-Hadi and d'Arno, where the capital comes after the particle. */
const LATER_CAPITAL =
  /^(?:\p{Ll}\p{Lu}|(?:al|el|ul|ud|an|ar|as|ash|at|az|ad|d|l|de|abu|bin|o|ap)[-'’]\p{Lu})/u;

export function wordsOf(reading: Reading): Wording {
  const { text, tokens } = reading;
  const closing = new Set<number>();
  const opening = new Set<number>();
  for (const quotation of reading.quotations) {
    if (quotation.closed) closing.add(quotation.end - 1);
    if (quotation.inner.end - quotation.inner.start > SHORTEST_SPEECH) opening.add(quotation.start);
  }
  const words: Word[] = [];
  const sentences: { first: number; last: number; block: number }[] = [];
  reading.sentences.forEach((sentence, index) => {
    const first = words.length;
    let opens = true;
    for (let at = sentence.first; at < sentence.last; at++) {
      const start = tokens.starts[at]!;
      const end = tokens.ends[at]!;
      const add = (from: number, to: number, kind: Word['kind']): void => {
        words.push(makeWord(text, from, to, kind, index, opens));
        if (kind === 'word' && !/^\d/.test(text.charAt(from))) opens = false;
      };
      if (opening.has(start)) opens = true;
      const split = ownerEnding(text, start, end);
      if (split > start) {
        add(start, split, 'word');
        add(split, end, 'owner');
      } else if (isPluralOwner(text, start, end) && !closing.has(start) && words.length > first) {
        add(start, end, 'owner');
      } else {
        add(start, end, isWordlike(text, start, end) ? 'word' : 'mark');
      }
    }
    sentences.push({ first, last: words.length, block: sentence.block });
  });
  return { text, words, sentences };
}

function isWordlike(text: string, start: number, end: number): boolean {
  const code = text.charCodeAt(start) | 32;
  return (code >= 97 && code <= 122) || WORDLIKE.test(text.slice(start, end));
}

function makeWord(
  text: string,
  start: number,
  end: number,
  kind: Word['kind'],
  sentence: number,
  opens: boolean,
): Word {
  const own = text.slice(start, end);
  const lower = own.toLowerCase();
  return {
    start,
    end,
    text: own,
    lower,
    kind,
    capital: kind === 'word' && isCapital(own, lower),
    sentence,
    opens,
  };
}

const COMPANY = new Set(['plc', 'ltd', 'inc', 'llc']);

function isCapital(own: string, lower: string): boolean {
  const code = own.charCodeAt(0);
  if (code < 97 || code > 122) return own.charAt(0) !== lower.charAt(0) || CASELESS.test(own);
  return own === lower ? COMPANY.has(own) : LATER_CAPITAL.test(own);
}

/** Where the 's of a possessive starts, or -1. */
function ownerEnding(text: string, start: number, end: number): number {
  if (end - start < 3) return -1;
  const last = text.charCodeAt(end - 1);
  if (last !== 115 && last !== 83) return -1;
  const mark = text.charCodeAt(end - 2);
  if (mark !== 39 && mark !== 0x2019) return -1;
  return NO_OWNER.test(text.slice(start, end - 2).toLowerCase()) ? -1 : end - 2;
}

function isPluralOwner(text: string, start: number, end: number): boolean {
  if (end - start !== 1) return false;
  const code = text.charCodeAt(start);
  if (code !== 39 && code !== 0x2019) return false;
  return /[sSz]/.test(text.charAt(start - 1)) && /^\s\p{L}/u.test(text.slice(end, end + 3));
}

/** Index of the first word that ends after `offset`. */
export function wordAt(words: readonly Word[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Words [first, last) that the span covers, at least in part. */
export function wordsIn(words: readonly Word[], span: Span): { first: number; last: number } {
  const first = wordAt(words, span.start);
  let last = first;
  while (last < words.length && words[last]!.start < span.end) last++;
  return { first, last };
}
