// Forms: every way a word is written, met once and known from then on by number, with what holds for it anywhere:
// its hashes, its class, its shape. Numbers are good as long as the store that gave them.
import { hashWord, lowerUnit } from './hash.js';
import { SHAPE, shapeOf } from './shape.js';
import { classOfWord, fineCluster, traits, type WordClasses } from './word-classes.js';

export interface Forms {
  readonly classes: WordClasses;
  /** How many are known. */
  count: number;
  word: Int32Array;
  suffix: Int32Array;
  /** Value in the table of word classes. */
  value: Int32Array;
  cluster: Int32Array;
  /** What it can be, by its class: verb, noun, adjective, adverb, a bit each. */
  can: Uint8Array;
  shape: Uint8Array;
  /** Ending and kind, for its grammar; -1 where the word itself is its grammar. */
  tail: Int32Array;
  /** How each is written: units [start, start + length) of `written`. */
  start: Int32Array;
  length: Int32Array;
  written: Uint16Array;
  writtenEnd: number;
  /** Open addressing: the number of a form + 1, 0 where empty. */
  slots: Int32Array;
  /** Forms of quotation marks that open and close, by the mark's own form: see `asQuotation`. */
  readonly quotations: Map<number, number>;
}

/** Forms that stand for what is before a block, after it, and beyond either end of a text. */
export const BRINK = { before: 0, after: 1, beyond: 2 } as const;
const BRINKS = [
  { word: 0x1234567, cluster: 1024 },
  { word: 0x7654321, cluster: 1025 },
  { word: 0x2468ace, cluster: 1025 },
];
/** The shape of a brink, and what it can be: no word's or mark's. */
export const NO_SHAPE = 15;
const NOTHING = 31;

export function makeForms(classes: WordClasses): Forms {
  const room = 1 << 12;
  const forms: Forms = {
    classes,
    count: 0,
    word: new Int32Array(room),
    suffix: new Int32Array(room),
    value: new Int32Array(room),
    cluster: new Int32Array(room),
    can: new Uint8Array(room),
    shape: new Uint8Array(room),
    tail: new Int32Array(room),
    start: new Int32Array(room),
    length: new Int32Array(room),
    written: new Uint16Array(8 * room),
    writtenEnd: 0,
    slots: new Int32Array(4 * room),
    quotations: new Map(),
  };
  for (const { word, cluster } of BRINKS) {
    const form = addForm(forms, word, 0, 0, NO_SHAPE, -1);
    forms.cluster[form] = cluster;
    forms.can[form] = NOTHING;
  }
  return forms;
}

/** The number of the form text[start, end). Letter case counts. */
export function formOf(forms: Forms, text: string, start: number, end: number): number {
  const { slots, written } = forms;
  const mask = slots.length - 1;
  let hash = end - start;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  let slot = (hash ^ (hash >>> 15)) & mask;
  for (; ; slot = (slot + 1) & mask) {
    const form = slots[slot]! - 1;
    if (form < 0) break;
    if (forms.length[form] !== end - start) continue;
    let at = start;
    for (let unit = forms.start[form]!; at < end && written[unit] === text.charCodeAt(at); unit++) at++;
    if (at === end) return form;
  }
  slots[slot] = forms.count + 1;
  return newForm(forms, text, start, end);
}

function newForm(forms: Forms, text: string, start: number, end: number): number {
  const shape = shapeOf(text, start, end);
  const value = shape < SHAPE.comma ? classOfWord(forms.classes, text, start, end) : 0;
  const word = hashWord(text, start, end);
  const suffix = hashWord(text, Math.max(start, end - 3), end);
  const isItself = shape >= SHAPE.comma || FUNCTION_WORDS.has(word);
  const tail = isItself ? -1 : (endingOf(text, start, end) << 11) | (traits(value) & KINDS);
  const form = addForm(forms, word, suffix, value, shape, tail);
  keepWriting(forms, form, text, start, end);
  if (forms.count * 2 > forms.slots.length) rehash(forms);
  return form;
}

function addForm(
  forms: Forms,
  word: number,
  suffix: number,
  value: number,
  shape: number,
  tail: number,
): number {
  const form = forms.count++;
  if (form >= forms.word.length) makeRoom(forms);
  forms.word[form] = word;
  forms.suffix[form] = suffix;
  forms.value[form] = value;
  forms.cluster[form] = fineCluster(value);
  forms.can[form] = traits(value) & CAN_BE;
  forms.shape[form] = shape;
  forms.tail[form] = tail;
  return form;
}

const CAN_BE = 15;

function makeRoom(forms: Forms): void {
  forms.word = doubled(forms.word);
  forms.suffix = doubled(forms.suffix);
  forms.value = doubled(forms.value);
  forms.cluster = doubled(forms.cluster);
  forms.can = doubled(forms.can);
  forms.shape = doubled(forms.shape);
  forms.tail = doubled(forms.tail);
  forms.start = doubled(forms.start);
  forms.length = doubled(forms.length);
}

function doubled<A extends Int32Array | Uint8Array | Uint16Array>(values: A, least = 0): A {
  const Numbers = values.constructor as new (length: number) => A;
  const larger = new Numbers(Math.max(2 * values.length, least));
  larger.set(values);
  return larger;
}

function keepWriting(forms: Forms, form: number, text: string, start: number, end: number): void {
  const from = forms.writtenEnd;
  forms.start[form] = from;
  forms.length[form] = end - start;
  forms.writtenEnd += end - start;
  if (forms.writtenEnd > forms.written.length) forms.written = doubled(forms.written, forms.writtenEnd);
  for (let at = start; at < end; at++) forms.written[from + at - start] = text.charCodeAt(at);
}

function rehash(forms: Forms): void {
  const slots = new Int32Array(2 * forms.slots.length);
  const mask = slots.length - 1;
  for (const taken of forms.slots) {
    if (taken === 0) continue;
    const from = forms.start[taken - 1]!;
    let hash = forms.length[taken - 1]!;
    for (let unit = from; unit < from + forms.length[taken - 1]!; unit++)
      hash = Math.imul(hash ^ forms.written[unit]!, 0x01000193);
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = taken;
  }
  forms.slots = slots;
}

/** An outermost quotation's opening or closing mark is one word, `quote`, whatever its look. */
export function asQuotation(forms: Forms, form: number, quote: number): number {
  const key = form * 4 + quote;
  const known = forms.quotations.get(key);
  if (known !== undefined) return known;
  const tail = forms.shape[form]! >= SHAPE.comma ? -1 : forms.tail[form]!;
  const made = addForm(forms, quote, forms.suffix[form]!, forms.value[form]!, forms.shape[form]!, tail);
  forms.quotations.set(key, made);
  return made;
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

/** Of a word's traits those that say what it means: saying, thinking, feeling, person, group, message. */
const KINDS = 0x7f0;

/** -ed, -ing, -s, -ly, or none: 0 to 4. */
function endingOf(text: string, start: number, end: number): number {
  if (end - start <= 2) return 0;
  const last = lowerUnit(text.charCodeAt(end - 1));
  const before = lowerUnit(text.charCodeAt(end - 2));
  if (last === 100 && before === 101) return 1;
  if (last === 103 && before === 110) return 2;
  if (last === 115) return 3;
  return last === 121 && before === 108 ? 4 : 0;
}
