// What the tagger sees of each token: its form and what holds for that, its grammar, its quotation state.
import { asQuotation, BRINK, type Forms, formOf, makeForms, NO_SHAPE } from './forms.js';
import { mix } from './hash.js';
import { makePartMemory, type PartMemory, type PartModel, tagParts } from './parts-of-speech.js';
import type { Reading } from './reading.js';
import type { WordClasses } from './word-classes.js';

export { isMark, SHAPE } from './shape.js';

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
  readonly forms: Forms;
  readonly brinked: Brinked;
}

/** Facts of the tokens, and after them of what is before a block, at `count`, and after it, at `count + 1`. */
export interface Brinked {
  readonly form: Int32Array;
  /** Form and part of speech in one: form * 32 + part. */
  readonly kind: Int32Array;
  readonly word: Int32Array;
  readonly cluster: Int32Array;
  readonly grammar: Int32Array;
  readonly shape: Uint8Array;
  readonly quote: Uint8Array;
}

export const QUOTE = { outside: 0, inside: 1, opening: 2, closing: 3, brink: 4 } as const;

/** What words are read with. `parts` is left out only while it is being learned. */
export interface Lexicon {
  readonly classes: WordClasses;
  readonly parts?: PartModel;
}

/** What is remembered of words from text to text, so that nothing is worked out twice. */
export interface WordMemory {
  readonly forms: Forms;
  readonly parts: PartMemory;
}

export const makeWordMemory = ({ classes }: Lexicon): WordMemory => ({
  forms: makeForms(classes),
  parts: makePartMemory(),
});

export function describeWords(
  reading: Reading,
  { parts }: Lexicon,
  { forms, parts: memory }: WordMemory,
): Words {
  const { count } = reading.tokens;
  const brinked: Brinked = {
    form: new Int32Array(count + 2),
    kind: new Int32Array(count + 2),
    word: new Int32Array(count + 2),
    cluster: new Int32Array(count + 2),
    grammar: new Int32Array(count + 2),
    shape: new Uint8Array(count + 2),
    quote: new Uint8Array(count + 2),
  };
  const words: Words = {
    count,
    word: brinked.word.subarray(0, count),
    suffix: new Int32Array(count),
    value: new Int32Array(count),
    grammar: brinked.grammar.subarray(0, count),
    part: new Uint8Array(count),
    shape: brinked.shape.subarray(0, count),
    quote: brinked.quote.subarray(0, count),
    quotation: new Int32Array(count).fill(-1),
    sentence: new Int32Array(count).fill(-1),
    forms,
    brinked,
  };
  findForms(reading, words);
  markQuotations(reading, words);
  markSentences(reading, words);
  copyFacts(words);
  if (!parts) return words;
  tagParts(parts, memory, forms, brinked.form, words.part);
  describeGrammar(words);
  return words;
}

function findForms({ text, tokens }: Reading, { forms, count, brinked: { form } }: Words): void {
  const { starts, ends } = tokens;
  for (let at = 0; at < count; at++) form[at] = formOf(forms, text, starts[at]!, ends[at]!);
}

function markQuotations(reading: Reading, words: Words): void {
  const { starts, count } = reading.tokens;
  const { form } = words.brinked;
  let at = 0;
  reading.quotations.forEach((quotation, index) => {
    if (quotation.depth > 0) return;
    while (at < count && starts[at]! < quotation.start) at++;
    for (; at < count && starts[at]! < quotation.end; at++) {
      words.quotation[at] = index;
      words.quote[at] = QUOTE.inside;
      if (starts[at] === quotation.start) words.quote[at] = QUOTE.opening;
      else if (quotation.closed && starts[at] === quotation.inner.end) words.quote[at] = QUOTE.closing;
      if (words.quote[at] !== QUOTE.inside) form[at] = asQuotation(words.forms, form[at]!, words.quote[at]!);
    }
  });
}

function markSentences(reading: Reading, words: Words): void {
  reading.sentences.forEach((sentence, index) => {
    words.sentence.fill(index, sentence.first, sentence.last);
  });
}

function copyFacts({ count, suffix, value, forms, brinked }: Words): void {
  const { form, word, cluster, grammar, shape, quote } = brinked;
  form[count] = BRINK.before;
  form[count + 1] = BRINK.after;
  for (let at = 0; at < count + 2; at++) {
    const own = form[at]!;
    word[at] = forms.word[own]!;
    cluster[at] = forms.cluster[own]!;
    shape[at] = forms.shape[own]!;
    if (at >= count) continue;
    suffix[at] = forms.suffix[own]!;
    value[at] = forms.value[own]!;
  }
  for (const brink of [count, count + 1]) {
    grammar[brink] = word[brink]!;
    shape[brink] = NO_SHAPE;
    quote[brink] = QUOTE.brink;
  }
}

function describeGrammar({ count, part, forms, brinked: { form, kind, grammar } }: Words): void {
  for (let at = 0; at < count; at++) {
    const own = form[at]!;
    kind[at] = own * 32 + part[at]!;
    grammar[at] = grammarOf(forms, own, part[at]!);
  }
  kind[count] = BRINK.before * 32;
  kind[count + 1] = BRINK.after * 32;
}

/** The word itself where it is a function word or a mark; otherwise its part of speech, shape, ending and kind. */
export function grammarOf({ word, shape, tail }: Forms, form: number, part: number): number {
  if (tail[form]! < 0) return word[form]!;
  return mix(mix(77, (part << 4) | shape[form]!), tail[form]!);
}
