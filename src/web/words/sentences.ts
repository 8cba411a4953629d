// Sentences that core and the acts make (what was done, what is lacking, why something was refused), in the reader's
// language. Core says them in English, once for pages, reports and the API; here each is known by its English words.

import { SENTENCES_FA } from './sentences-fa.js';
import { IMPORT_SENTENCES_FA } from './sentences-fa-import.js';
import type { Language } from './words.js';

interface Sentence {
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly words: string;
}

interface Book {
  readonly exact: ReadonlyMap<string, string>;
  readonly patterns: readonly Sentence[];
}

const BOOKS: Readonly<Partial<Record<Language, Book>>> = {
  fa: bookOf({ ...SENTENCES_FA, ...IMPORT_SENTENCES_FA }),
};

/** Looking a sentence up grows with its square, and sentences hold what people wrote: past these it stays as it is. */
const LONGEST = 1000;
const MOST_IN_A_ROW = 8;

/** The sentence in `language`; as it is where nobody has translated it. What an editor wrote inside it stays. */
export function inLanguage(sentence: string, language: Language): string {
  const book = BOOKS[language];
  if (!book || sentence === '' || sentence.length > LONGEST) return sentence;
  return translate(book, sentence) ?? oneByOne(book, sentence);
}

/** Several of them in a row: as many as are known together, then the next. */
function oneByOne(book: Book, sentences: string): string {
  const parts = sentences.split(/(?<=[.?!”]) (?=[\p{Lu}“])/u);
  if (parts.length > MOST_IN_A_ROW) return sentences;
  const said: string[] = [];
  for (let from = 0; from < parts.length; ) {
    let to = parts.length;
    let words: string | null = null;
    for (; to > from && words === null; to--) words = translate(book, parts.slice(from, to).join(' '));
    said.push(words ?? parts[from] ?? '');
    from = words === null ? from + 1 : to + 1;
  }
  return said.join(' ');
}

function translate(book: Book, sentence: string): string | null {
  const known = book.exact.get(sentence);
  if (known !== undefined) return known;
  for (const { pattern, names, words } of book.patterns) {
    const match = pattern.exec(sentence);
    if (!match) continue;
    const values = new Map(names.map((name, index) => [name, match[index + 1] ?? '']));
    // U+2068 and U+2069 keep a name or a title from turning the sentence around it.
    return words.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values.get(name) ?? '';
      return `\u2068${inner(book, value)}\u2069`;
    });
  }
  return null;
}

/** A word of ours inside a sentence: “verified”, “contradicts it”. */
const inner = (book: Book, value: string): string =>
  book.exact.get(value.replace(/[\u2068\u2069]/g, '')) ?? value;

function bookOf(sentences: Readonly<Record<string, string>>): Book {
  const exact = new Map<string, string>();
  const patterns: Sentence[] = [];
  for (const [english, words] of Object.entries(sentences)) {
    if (!english.includes('{')) exact.set(english, words);
    else {
      const names = [...english.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
      const source = english.replace(/[.*+?^$|()[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '(.+?)');
      patterns.push({ pattern: new RegExp(`^${source}$`, 's'), names, words });
    }
  }
  return { exact, patterns };
}
