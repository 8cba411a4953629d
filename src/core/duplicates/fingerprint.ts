// A story's fingerprint: small, storable, and alike for texts that are alike. Give it the text that is read, without
// what an importer set aside, or every page of one site will look a little like every other.
import { sha256 } from '../digest.js';
import { hashText, hashWord, mix } from './hash.js';

export interface Fingerprint {
  /** SHA-256 of the text, hex: equal digests, equal texts. */
  readonly digest: string;
  /** How many different runs of four words the text has. */
  readonly shingles: number;
  /** MinHash of those runs: unsigned 32-bit numbers. Empty for a text without words. */
  readonly minima: readonly number[];
  /** Hashes of the sentences in their order, at most the first 400. */
  readonly sentences: readonly number[];
}

const WORDS_IN_SHINGLE = 4;
export const BANDS = 40;
export const ROWS = 3;
/** Short sentences ("He said no.") stand in unrelated stories. */
const LEAST_WORDS_IN_SENTENCE = 5;
const MOST_SENTENCES = 400;

/** "CITY, Day 12 (Agency) - " stands before the first sentence, and differs from masthead to masthead. */
const LONGEST_DATELINE = 8;

const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+|[.!?。！？]+(?=\s|["”’')\]]|$)|(?<=\s)[-–—](?=\s)|\n/gu;
const ENDS_SENTENCE = /^[.!?。！？\n]/;
const DASH = /^[-–—]/;

/** Numbers from 0 to 2³²−1 out of a story's words; case, punctuation and spacing do not count. */
export function fingerprint(text: string): Fingerprint {
  const words: number[] = [];
  const shingles = new Set<number>();
  const sentences: number[] = [];
  let sentence = 0;
  let length = 0;
  const endSentence = (): void => {
    if (length >= LEAST_WORDS_IN_SENTENCE) sentences.push(mix(sentence, length));
    sentence = 0;
    length = 0;
  };
  const addWord = (word: number): void => {
    words.push(word);
    sentence = mix(sentence, word);
    length++;
    if (words.length >= WORDS_IN_SHINGLE) shingles.add(hashRun(words, words.length - WORDS_IN_SHINGLE));
  };
  for (let at = 0; at < text.length; ) {
    const end = endOfPlainWord(text, at);
    if (end > at) {
      addWord(hashWord(text, at, end));
      at = end;
      continue;
    }
    if (SAYS_NOTHING.has(text.charCodeAt(at))) {
      at++;
      continue;
    }
    WORD.lastIndex = at;
    const [found] = WORD.exec(text) ?? [];
    if (found === undefined) break;
    at = WORD.lastIndex;
    if (ENDS_SENTENCE.test(found)) endSentence();
    else if (!DASH.test(found)) addWord(hashText(found.normalize('NFC').toLowerCase()));
    else if (length <= LONGEST_DATELINE) {
      sentence = 0;
      length = 0;
    }
  }
  endSentence();
  if (words.length > 0 && shingles.size === 0) shingles.add(hashRun(words, 0));
  return {
    digest: sha256(text),
    shingles: shingles.size,
    minima: minimaOf(shingles),
    sentences: sentences.slice(0, MOST_SENTENCES),
  };
}

/** Most words are of plain letters and digits: these need no expression to be found. */
function endOfPlainWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && isPlain(text.charCodeAt(at))) at++;
  return at < text.length && text.charCodeAt(at) >= 0x80 ? from : at;
}

const isPlain = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39);

/** Units that neither begin a word nor end a sentence. */
const SAYS_NOTHING = new Set([...` ,;:"'()%$/`].map((mark) => mark.charCodeAt(0)));

function hashRun(words: readonly number[], from: number): number {
  let hash = 0;
  for (let at = from; at < Math.min(words.length, from + WORDS_IN_SHINGLE); at++)
    hash = mix(hash, words[at]!);
  return hash;
}

/**
 * One-permutation MinHash: every run falls into one of 120 bins, each keeps its smallest, and an empty bin borrows
 * from one that both texts would choose alike (Shrivastava, "Optimal Densification for Fast and Accurate Minwise
 * Hashing", 2017).
 */
function minimaOf(shingles: ReadonlySet<number>): number[] {
  const size = BANDS * ROWS;
  if (shingles.size === 0) return [];
  const minima = new Array<number>(size).fill(-1);
  for (const shingle of shingles) {
    const bin = mix(shingle, 0x51ed270b) % size;
    const value = mix(shingle, 0x2545f491);
    if (minima[bin] === -1 || value < minima[bin]!) minima[bin] = value;
  }
  return minima.map((value, bin) => {
    if (value !== -1) return value;
    let from = bin;
    for (let attempt = 1; minima[from] === -1; attempt++) from = mix(bin, attempt) % size;
    return mix(minima[from]!, bin);
  });
}
