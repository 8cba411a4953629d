// Tokens: words and marks of a text, as starts and ends in UTF-16 units. Scans once, left to right.
import { endsWithAbbreviation } from './abbreviations.js';

export interface Tokens {
  readonly text: string;
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

export const tokenText = (tokens: Tokens, index: number): string =>
  tokens.text.slice(tokens.starts[index]!, tokens.ends[index]!);

/** Index of the first token that ends after `offset`; `tokens.count` when there is none. */
export function tokenAt(tokens: Tokens, offset: number): number {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens.ends[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const SPACE = 1;
const WORD = 2;
const MARK = 3;
const classes = new Uint8Array(0x10000);
const WORD_CHARACTER = /[\p{L}\p{N}\p{M}]/u;
const SPACE_CHARACTER = /[\s\p{Cf}\p{Cc}]/u;

/** 1 space, 2 part of a word, 3 any other mark. Surrogate halves are looked up by their code point. */
function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= 0xd800 && code <= 0xdfff) return classOf(text.codePointAt(at)!);
  let found = classes[code]!;
  if (found === 0) {
    found = classOf(code);
    classes[code] = found;
  }
  return found;
}

function classOf(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  if (WORD_CHARACTER.test(character)) return WORD;
  return SPACE_CHARACTER.test(character) ? SPACE : MARK;
}

const widthAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  if (code < 0xd800 || code > 0xdbff) return 1;
  const next = text.charCodeAt(at + 1);
  return next >= 0xdc00 && next <= 0xdfff ? 2 : 1;
};

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isUpper = (text: string, at: number): boolean => {
  const character = text.charAt(at);
  return character !== character.toLowerCase();
};
const isLower = (text: string, at: number): boolean => {
  const character = text.charAt(at);
  return character !== character.toUpperCase();
};

/** Tokens of `text` between two offsets (the whole text by default). */
export function tokenize(text: string, from = 0, to = text.length): Tokens {
  let starts = new Int32Array(Math.max(16, (to - from) >> 2));
  let ends = new Int32Array(starts.length);
  let count = 0;
  let at = from;
  while (at < to) {
    const kind = classAt(text, at);
    if (kind === SPACE) {
      at += widthAt(text, at);
      continue;
    }
    const end = kind === WORD || opensHandle(text, at, to) ? wordEnd(text, at, to) : markEnd(text, at, to);
    if (count === starts.length) {
      starts = grown(starts);
      ends = grown(ends);
    }
    starts[count] = at;
    ends[count++] = end;
    at = end;
  }
  return { text, count, starts: starts.slice(0, count), ends: ends.slice(0, count) };
}

function grown(values: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(values.length * 2);
  larger.set(values);
  return larger;
}

/** `@name` and `#tag` are one word with their sign. */
function opensHandle(text: string, at: number, to: number): boolean {
  const code = text.charCodeAt(at);
  return (code === 64 || code === 35) && at + 1 < to && classAt(text, at + 1) === WORD;
}

function wordEnd(text: string, start: number, to: number): number {
  let at = start + widthAt(text, start);
  while (at < to) {
    if (classAt(text, at) === WORD) at += widthAt(text, at);
    else if (joins(text, at, to)) at++;
    else break;
  }
  const end = Math.min(at, to);
  return end < to && text.charCodeAt(end) === 46 && endsWithAbbreviation(text, start, end) ? end + 1 : end;
}

/** Whether the mark at `at` stands inside a word: don't, al-Tayyib, U.S, 4,100, 6:30. */
function joins(text: string, at: number, to: number): boolean {
  if (at + 1 >= to || classAt(text, at + 1) !== WORD) return false;
  switch (text.charCodeAt(at)) {
    case 39: // '
    case 0x2019: // ’
    case 45: // -
    case 0x2010:
    case 0x2011:
      return true;
    case 46: // "said.The" has lost its space
      return !(isUpper(text, at + 1) && isLower(text, at - 1));
    case 44:
    case 58:
      return isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1));
    default:
      return false;
  }
}

/** Runs of one repeated stop or dash are one token ("...", "--"); every other mark stands alone. */
function markEnd(text: string, start: number, to: number): number {
  const code = text.charCodeAt(start);
  let at = start + widthAt(text, start);
  if (code === 46 || code === 45 || code === 33 || code === 63) {
    while (at < to && text.charCodeAt(at) === code) at++;
  }
  return Math.min(at, to);
}
