// Sentences of one block, as ranges of tokens. A stop inside a quotation ends a sentence only when what follows
// starts one. A break of line inside a block is white space: the paragraph was wrapped by hand.
import type { Span } from '../span.js';
import { neverEndsSentence } from './abbreviations.js';
import { type Tokens, tokenText } from './tokens.js';

/** Tokens [first, last) of the reading; offsets cover exactly those tokens. */
export interface Sentence extends Span {
  readonly first: number;
  readonly last: number;
  /** Index of the block it stands in. */
  readonly block: number;
}

/** Longer ones are cut, so that one endless line stays affordable. Of 17,000 in the news the longest had 100 tokens. */
export const LONGEST_SENTENCE = 200;

const CLOSERS = new Set(['"', '”', '’', "'", '»', '›', ')', ']', '“', '«', '‹']);
/** These close though a space parts them from the words: "« We wait. »" */
const PARTED_CLOSERS = new Set(['»', '›', '”']);
/** Before a word without a space these open what comes next. */
const OPENS_TOO = new Set(['“', '"', "'"]);
const STARTS_SENTENCE = /^[\p{Lu}\p{Lt}\p{Lo}\p{N}"“„«‹‘'([@#–—*•\p{Extended_Pictographic}-]/u;

export function splitSentences(tokens: Tokens, first: number, last: number, block: number): Sentence[] {
  const sentences: Sentence[] = [];
  let open = first;
  const close = (end: number): void => {
    if (end <= open) return;
    sentences.push({
      start: tokens.starts[open]!,
      end: tokens.ends[end - 1]!,
      first: open,
      last: end,
      block,
    });
    open = end;
  };
  for (let at = first; at < last; at++) {
    if (at - open >= LONGEST_SENTENCE) close(at);
    if (!endsSentence(tokens, at, last)) continue;
    const end = withClosers(tokens, at + 1, Math.min(last, open + LONGEST_SENTENCE));
    if (end < last && !opensSentence(tokens, at, end)) continue;
    close(end);
    at = end - 1;
  }
  close(last);
  return sentences;
}

function endsSentence(tokens: Tokens, at: number, last: number): boolean {
  const code = tokens.text.charCodeAt(tokens.ends[at]! - 1);
  if (code === 33 || code === 63 || code === 0x2026 || code === 0x3002) return true;
  if (code !== 46) return false;
  if (tokens.ends[at]! - tokens.starts[at]! === 1 || tokens.text.charCodeAt(tokens.starts[at]!) === 46)
    return true;
  return at + 1 === last || !neverEndsSentence(tokenText(tokens, at));
}

/** Closing marks right after the stop belong to the sentence. */
function withClosers(tokens: Tokens, from: number, last: number): number {
  let at = from;
  while (at < last && closes(tokens, at)) {
    if (OPENS_TOO.has(tokenText(tokens, at)) && /^[\p{L}\p{N}]/u.test(tokens.text.charAt(tokens.ends[at]!)))
      break;
    at++;
  }
  return at;
}

function closes(tokens: Tokens, at: number): boolean {
  const mark = tokenText(tokens, at);
  if (tokens.starts[at] === tokens.ends[at - 1]) return CLOSERS.has(mark);
  return PARTED_CLOSERS.has(mark) && !/^[\p{L}\p{N}]/u.test(tokens.text.charAt(tokens.ends[at]!));
}

/** After a plain stop a capital, a digit or an opening mark starts a sentence; after `U.S.` only a telling word. */
function opensSentence(tokens: Tokens, stop: number, next: number): boolean {
  const word = tokenText(tokens, next);
  if (!STARTS_SENTENCE.test(word)) return false;
  const dotted = tokens.ends[stop]! - tokens.starts[stop]! > 1 && /\p{L}\.$/u.test(tokenText(tokens, stop));
  return !dotted || next > stop + 1 || TELLING.has(word.toLowerCase());
}

const TELLING = new Set(
  (
    'the a an he she it they we i you this that these those in on at but and so if when while as after before ' +
    'however meanwhile there his her their its our my what who how why not no yes for from with'
  ).split(' '),
);

/** Tokens [first, last) of a block's sentences; an empty range for a block without any. */
export function blockTokens(
  { sentences }: { readonly sentences: readonly Sentence[] },
  block: number,
): { first: number; last: number } {
  const start = firstOf(sentences, block);
  const end = firstOf(sentences, block + 1);
  return start === end
    ? { first: 0, last: 0 }
    : { first: sentences[start]!.first, last: sentences[end - 1]!.last };
}

/** Index of the first sentence in `block` or after it. */
function firstOf(sentences: readonly Sentence[], block: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.block < block) low = middle + 1;
    else high = middle;
  }
  return low;
}
