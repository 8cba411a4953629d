// Noun phrases by parts of speech: where one that begins, or ends, at a token leaves off.
import { hashWord } from '../hash.js';
import { ADJ, ADV, DET, NOUN, NUM, PART, PRON, PROPN } from '../parts-of-speech.js';
import type { Window } from '../window.js';
import { TRAIT } from '../word-classes.js';
import { QUOTE, SHAPE, type Words } from '../words.js';

const OF = hashWord('of', 0, 2);
const LONGEST = 14;
/** These stand alone. */
const PERSONAL = new Set(
  ['he', 'she', 'it', 'they', 'i', 'we', 'you', 'him', 'them', 'me', 'us', 'who'].map((word) =>
    hashWord(word, 0, word.length),
  ),
);

/** After a noun these begin another phrase. */
export const POSSESSIVES = new Set(
  ['his', 'her', 'its', 'their', 'our', 'my', 'your'].map((word) => hashWord(word, 0, word.length)),
);

const AMOUNTS = new Set(['few', 'many'].map((word) => hashWord(word, 0, word.length)));

const isHead = (part: number): boolean => part === NOUN || part === PROPN || part === PRON;
const isInside = (part: number): boolean =>
  isHead(part) || part === DET || part === ADJ || part === NUM || part === PART;

/** The mark of a plural owner: "the builders' union". */
const isApostrophe = (words: Words, at: number): boolean =>
  words.shape[at] === SHAPE.quoteMark && words.quote[at] === QUOTE.outside && words.part[at - 1] === NOUN;

/** The phrase that begins at `first`, or undefined when none does before `limit`. */
export function phraseFrom(words: Words, first: number, limit: number): Window | undefined {
  if (PERSONAL.has(words.word[first]!) && first < limit) return { first, last: first + 1 };
  let last = first;
  let head = -1;
  const end = Math.min(limit, first + LONGEST);
  for (let at = first; at < end; at++) {
    const part = words.part[at]!;
    if (words.shape[at]! >= SHAPE.comma && words.quote[at] === QUOTE.outside && !isApostrophe(words, at))
      break;
    if (head >= first && head === at - 1 && beginsAnother(words, at)) break;
    if (isHead(part) || (isPersonLike(words, at, first) && !goesOn(words, at + 1))) head = at;
    else if (words.word[at] === OF && head === at - 1) continue;
    else if (!isInside(part) && words.shape[at] !== SHAPE.capitalised && !isApostrophe(words, at)) break;
    last = at + 1;
    if (part === PRON && at === first && !isInside(words.part[at + 1] ?? -1)) break;
  }
  return head >= first ? { first, last: Math.min(last, head + 1) } : undefined;
}

/** The noun of the phrase is still to come. */
const goesOn = ({ part, word }: Words, at: number): boolean =>
  at < part.length &&
  isInside(part[at]!) &&
  part[at] !== DET &&
  part[at] !== PRON &&
  !PERSONAL.has(word[at]!);

/** "reporters the bridge was safe", "the court her husband had": a phrase right after another. */
const beginsAnother = (words: Words, at: number): boolean =>
  words.part[at] === DET || PERSONAL.has(words.word[at]!) || POSSESSIVES.has(words.word[at]!);

/** "our correspondent", "the policy chief", "the interior", "a few": a person or so many, though the word was taken for an adjective. */
function isPersonLike({ part, value, word }: Words, at: number, limit: number): boolean {
  if (part[at] !== ADJ || at <= limit) return false;
  const isPerson = (value[at]! & TRAIT.person) !== 0;
  const before = part[at - 1];
  if (before === DET && (value[at]! & TRAIT.noun) !== 0) return true;
  if (before === DET || before === PRON) return isPerson || AMOUNTS.has(word[at]!);
  return isPerson && (before === NOUN || before === PROPN);
}

/** "one of them", "most of us": where the phrase of a pronoun begins. */
function someOf(words: Words, pronoun: number, limit: number): number {
  const amount = pronoun - 2;
  if (amount < limit || words.word[pronoun - 1] !== OF) return pronoun;
  const part = words.part[amount]!;
  return part === NUM || part === PRON || part === DET || part === NOUN || part === ADJ ? amount : pronoun;
}

/** The phrase that ends right before `last`, or undefined when none does after `limit`. */
export function phraseBefore(words: Words, last: number, limit: number): Window | undefined {
  if (last <= limit || !(isHead(words.part[last - 1]!) || isPersonLike(words, last - 1, limit)))
    return undefined;
  let first = last - 1;
  const start = Math.max(limit, last - LONGEST);
  if (words.part[first] === PRON) return { first: someOf(words, first, limit), last };
  while (first > start) {
    const part = words.part[first - 1]!;
    const isOwner = isApostrophe(words, first - 1);
    const within = isInside(part) || isOwner || (words.word[first - 1] === OF && first - 1 > start);
    if (!within || (words.shape[first - 1]! >= SHAPE.comma && !isOwner)) break;
    first--;
  }
  while (first < last - 1 && words.word[first] === OF) first++;
  return { first, last };
}

/** Past adverbs, and prepositions that belong to the verb, from `at` on. */
export function pastAdverbs(words: Words, at: number, limit: number): number {
  let next = at;
  while (next < limit && words.part[next] === ADV) next++;
  return next;
}
