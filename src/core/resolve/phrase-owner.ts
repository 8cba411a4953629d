// The owner before a noun phrase: "the ministry's spokesman" has one, "the prosecutor's office" none.
import { BODY_NOUNS, isPersonNoun, isPersonPlural, singular } from './nouns.js';
import type { Phrase } from './phrase.js';
import { CLAUSE_WORDS, PREPOSITIONS } from './phrase-words.js';
import type { Word } from './wording.js';

/** Index of the last possessive ending before any preposition or clause, or -1. */
export function ownerBefore(words: readonly Word[], from: number, last: number): number {
  let found = -1;
  for (let at = from; at < last - 1; at++) {
    const word = words[at]!;
    if (word.kind === 'owner') found = at;
    else if (
      found < 0 &&
      word.kind === 'word' &&
      !word.capital &&
      (PREPOSITIONS.has(word.lower) || CLAUSE_WORDS.has(word.lower)) &&
      at > from
    )
      return /^(?:of|for)$/.test(word.lower) ? laterOwner(words, at, last) : -1;
    else if (found >= 0 && (PREPOSITIONS.has(word.lower) || CLAUSE_WORDS.has(word.lower))) break;
  }
  return found;
}

/** "the Ministry of Defence's spokesman": an owner whose own name holds an "of". */
function laterOwner(words: readonly Word[], of: number, last: number): number {
  if (!words[of - 1]?.capital) return -1;
  for (let at = of + 1; at < Math.min(last - 1, of + 6); at++) {
    const word = words[at]!;
    if (word.kind === 'owner') return at;
    if (!word.capital && word.lower !== 'the' && word.lower !== 'and') return -1;
  }
  return -1;
}

/** "the prosecutor's office", "dockworkers' union": the first noun says what kind, it owns nothing. */
export function isClassifier(words: readonly Word[], owner: number, last: number, holder: Phrase): boolean {
  if (
    words[owner]!.text.length > 1 &&
    isPersonPlural(words[owner - 1]!.lower) &&
    words[owner - 1]!.capital &&
    words[owner + 1]?.capital
  )
    return true;
  if (words[owner]!.text.length > 1) {
    const next = words[owner + 1]?.lower ?? '';
    return holder.name.length === 0 && !holder.owner && /^(?:office|offices)$/.test(next);
  }
  for (let at = owner + 1; at < last; at++) {
    const word = words[at]!;
    if (PREPOSITIONS.has(word.lower) || word.kind === 'mark') break;
    if (BODY_NOUNS.has(word.lower) || BODY_NOUNS.has(singular(word.lower))) return true;
  }
  return (
    !words[owner + 1] ||
    (words[owner - 1]!.capital && words[owner + 1]!.capital && !isPersonNoun(words[owner + 1]!.lower))
  );
}
