// What the tagger sees of each token: hashes of its word and ending, its class, its grammar, its quotation state.
import { hashWord, lowerUnit, mix } from './hash.js';
import { type PartModel, tagParts } from './parts-of-speech.js';
import type { Reading } from './reading.js';
import { classOfWord, traits, type WordClasses } from './word-classes.js';

export interface Words {
  readonly count: number;
  /** Its hash; outermost quotation marks are one opening and one closing mark, whatever their look. */
  readonly word: Int32Array;
  readonly suffix: Int32Array;
  /** Value in the table of word classes. */
  readonly value: Int32Array;
  /** The word itself where it is a function word or a mark; otherwise its part of speech, shape, ending and kind. */
  readonly grammar: Int32Array;
  /** Number of its part of speech. */
  readonly part: Uint8Array;
  readonly shape: Uint8Array;
  readonly quote: Uint8Array;
  /** Index of the outermost quotation the token stands in, -1 outside. */
  readonly quotation: Int32Array;
  /** Index of its sentence, -1 in blocks set aside. */
  readonly sentence: Int32Array;
}

export const QUOTE = { outside: 0, inside: 1, opening: 2, closing: 3 } as const;

/** Shapes: of words by their capitals, of marks by what they part. */
export const SHAPE = {
  lower: 0,
  capitalised: 1,
  capitals: 2,
  mixed: 3,
  number: 4,
  comma: 5,
  stop: 6,
  colon: 7,
  quoteMark: 8,
  dash: 9,
  bracket: 10,
  other: 11,
} as const;

export const isMark = (shape: number): boolean => shape >= SHAPE.comma;

/** What the words are read with. `parts` is left out only while it is being learned. */
export interface Lexicon {
  readonly classes: WordClasses;
  readonly parts?: PartModel;
}

export function describeWords(reading: Reading, { classes, parts }: Lexicon): Words {
  const { text, tokens } = reading;
  const { count, starts, ends } = tokens;
  const words: Words = {
    count,
    word: new Int32Array(count),
    suffix: new Int32Array(count),
    value: new Int32Array(count),
    grammar: new Int32Array(count),
    part: new Uint8Array(count),
    shape: new Uint8Array(count),
    quote: new Uint8Array(count),
    quotation: new Int32Array(count).fill(-1),
    sentence: new Int32Array(count).fill(-1),
  };
  for (let at = 0; at < count; at++) {
    const start = starts[at]!;
    const end = ends[at]!;
    const hash = hashWord(text, start, end);
    const shape = shapeOf(text, start, end);
    const value = shape < SHAPE.comma ? classOfWord(classes, text, start, end) : 0;
    words.word[at] = hash;
    words.shape[at] = shape;
    words.value[at] = value;
    const suffix = hashWord(text, Math.max(start, end - 3), end);
    words.suffix[at] = suffix;
  }
  markSentences(reading, words);
  markQuotations(reading, words);
  if (!parts) return words;
  words.part.set(tagParts(parts, words));
  for (let at = 0; at < count; at++) {
    const long = ends[at]! - starts[at]! > 2;
    words.grammar[at] = grammarOf(words, at, text, long ? ends[at]! : 0);
  }
  return words;
}

const FUNCTION_WORDS = new Set(
  (
    'a an the this that these those my your his her its our their some any no every each all both which what who ' +
    'whom whose how why when where whether if i you he she it we they me him us them himself herself itself ' +
    'themselves and or but nor so yet as because while although though after before since until unless than then ' +
    'of in on at by for with about against between into through during to from up down over under off out around ' +
    'among upon within without toward towards despite via per not n’t never also just only even still too very more ' +
    'most there here now be am is are was were been being have has had having do does did done will would can could ' +
    "may might must shall should 's ’s 're 've 'll according such other one many few several much another didn't " +
    "don't doesn't isn't wasn't won't can't couldn't wouldn't hasn't haven't aren't weren't it's he's she's they're " +
    "we're i'm that's i've we've"
  )
    .split(' ')
    .map((word) => hashWord(word, 0, word.length)),
);

function grammarOf({ word, shape, value, part }: Words, at: number, text: string, end: number): number {
  if (shape[at]! >= SHAPE.comma || FUNCTION_WORDS.has(word[at]!)) return word[at]!;
  const kinds = traits(value[at]!) & KINDS;
  return mix(mix(77, (part[at]! << 4) | shape[at]!), (endingOf(text, end) << 11) | kinds);
}

/** Of a word's traits those that say what it means: saying, thinking, feeling, person, group, message. */
const KINDS = 0x7f0;

/** -ed, -ing, -s, -ly, or none: 0 to 4. */
function endingOf(text: string, end: number): number {
  if (end === 0) return 0;
  const last = lowerUnit(text.charCodeAt(end - 1));
  const before = lowerUnit(text.charCodeAt(end - 2));
  if (last === 100 && before === 101) return 1;
  if (last === 103 && before === 110) return 2;
  if (last === 115) return 3;
  return last === 121 && before === 108 ? 4 : 0;
}

function shapeOf(text: string, start: number, end: number): number {
  const code = text.charCodeAt(start);
  if (code >= 97 && code <= 122)
    return end - start > 1 && hasUpper(text, start + 1, end) ? SHAPE.mixed : SHAPE.lower;
  if (code >= 65 && code <= 90) return shapeOfCapitalised(text, start, end);
  if (code >= 48 && code <= 57) return SHAPE.number;
  if (code < 128) return MARK_SHAPES[text[start]!] ?? (end - start > 1 ? SHAPE.mixed : SHAPE.other);
  const mark = MARK_SHAPES[text[start]!];
  if (mark !== undefined) return mark;
  const character = text.charAt(start);
  if (character !== character.toLowerCase()) return shapeOfCapitalised(text, start, end);
  return /[\p{L}\p{M}]/u.test(character) ? SHAPE.lower : SHAPE.other;
}

const MARK_SHAPES: Record<string, number> = {
  ',': SHAPE.comma,
  '.': SHAPE.stop,
  '!': SHAPE.stop,
  '?': SHAPE.stop,
  '…': SHAPE.stop,
  ':': SHAPE.colon,
  ';': SHAPE.colon,
  '-': SHAPE.dash,
  '–': SHAPE.dash,
  '—': SHAPE.dash,
  '(': SHAPE.bracket,
  ')': SHAPE.bracket,
  '[': SHAPE.bracket,
  ']': SHAPE.bracket,
  '"': SHAPE.quoteMark,
  '“': SHAPE.quoteMark,
  '”': SHAPE.quoteMark,
  '„': SHAPE.quoteMark,
  '«': SHAPE.quoteMark,
  '»': SHAPE.quoteMark,
  '‹': SHAPE.quoteMark,
  '›': SHAPE.quoteMark,
  "'": SHAPE.quoteMark,
  '‘': SHAPE.quoteMark,
  '’': SHAPE.quoteMark,
  '`': SHAPE.quoteMark,
};

function hasUpper(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code >= 65 && code <= 90) return true;
  }
  return false;
}

function shapeOfCapitalised(text: string, start: number, end: number): number {
  let lower = 0;
  let upper = 0;
  for (let at = start + 1; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 65 && code <= 90) upper++;
    else if (code >= 97 && code <= 122) lower++;
  }
  if (upper === 0) return SHAPE.capitalised;
  return lower === 0 ? SHAPE.capitals : SHAPE.mixed;
}

function markSentences(reading: Reading, words: Words): void {
  reading.sentences.forEach((sentence, index) => {
    words.sentence.fill(index, sentence.first, sentence.last);
  });
}

function markQuotations(reading: Reading, words: Words): void {
  const { starts, count } = reading.tokens;
  let at = 0;
  reading.quotations.forEach((quotation, index) => {
    if (quotation.depth > 0) return;
    while (at < count && starts[at]! < quotation.start) at++;
    for (; at < count && starts[at]! < quotation.end; at++) {
      words.quotation[at] = index;
      words.quote[at] = QUOTE.inside;
      if (starts[at] === quotation.start) words.quote[at] = QUOTE.opening;
      else if (quotation.closed && starts[at] === quotation.inner.end) words.quote[at] = QUOTE.closing;
      if (words.quote[at] !== QUOTE.inside) words.word[at] = words.quote[at]!;
    }
  });
}
