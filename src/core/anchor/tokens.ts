// An article's text as words and marks, with the likeness of words told apart from their typography: “x” and "x",
// a no-break space and a space, a soft hyphen and none are the same words; "Said" and "said" are not.

export interface Tokens {
  readonly text: string;
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Numbers of the forms in the lexicon: equal numbers, equal words. */
  readonly ids: Int32Array;
}

/** The forms of both versions, numbered, so that words are compared as integers. */
export interface Lexicon {
  readonly numbers: Map<string, number>;
  readonly forms: string[];
  /** 1 where the form is a word or a number, 0 where it is a mark. */
  readonly isWord: number[];
  /** 1 where the form is a word that only holds others together: a name or a verb does not become one. */
  readonly isFunction: number[];
}

export const emptyLexicon = (): Lexicon => ({
  numbers: new Map(),
  forms: [],
  isWord: [],
  isFunction: [],
});

// Scripts written without spaces go character by character; elsewhere a word holds its apostrophes ("don't") and a
// number its separators ("12,000", "3.5m"). Every repetition needs a separator of its own, so time stays linear.
const TOKEN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{M}\p{N}\u00ad\u200b]+(?:['’][\p{L}\p{M}]+|(?<=\p{N})[.,:]\p{N}[\p{L}\p{M}\p{N}]*)*|[^\s\u200b\ufeff]/gu;
const WORD = /^[\p{L}\p{N}]/u;

const FUNCTION_WORDS = new Set(
  (
    'the a an this that these those it its he his she her they their we our i you who which and or but nor of in to ' +
    'on for with at by from as over after before into about is are was were be been has have had do does did'
  ).split(' '),
);

const DOUBLE_QUOTES = /[“”„‟«»″]/g;
const SINGLE_QUOTES = /[‘’‚‛′`´]/g;
const DASHES = /[‐‑‒–—―−]/g;
const INVISIBLE = /[\u00ad\u200b]/g;

export function tokenise(text: string, lexicon: Lexicon): Tokens {
  const starts: number[] = [];
  const ends: number[] = [];
  const ids: number[] = [];
  for (const found of text.matchAll(TOKEN)) {
    starts.push(found.index);
    ends.push(found.index + found[0].length);
    ids.push(numberOf(found[0], lexicon));
  }
  return {
    text,
    count: ids.length,
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    ids: Int32Array.from(ids),
  };
}

function numberOf(written: string, lexicon: Lexicon): number {
  const known = lexicon.numbers.get(written);
  if (known !== undefined) return known;
  const form = fold(written);
  let id = lexicon.numbers.get(form);
  if (id === undefined) {
    id = lexicon.forms.length;
    lexicon.forms.push(form);
    lexicon.isWord.push(WORD.test(form) ? 1 : 0);
    lexicon.isFunction.push(FUNCTION_WORDS.has(form.toLowerCase()) ? 1 : 0);
    lexicon.numbers.set(form, id);
  }
  lexicon.numbers.set(written, id);
  return id;
}

const fold = (written: string): string =>
  written
    .normalize('NFC')
    .replace(DOUBLE_QUOTES, '"')
    .replace(SINGLE_QUOTES, "'")
    .replace(DASHES, '-')
    .replace(INVISIBLE, '');

/** The tokens a span touches, as [first, afterLast). */
export function tokensOf(tokens: Tokens, start: number, end: number): [number, number] {
  return [firstWhere(tokens.ends, (at) => at > start), firstWhere(tokens.starts, (at) => at >= end)];
}

function firstWhere(sorted: Int32Array, holds: (value: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(sorted[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
