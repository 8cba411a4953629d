// How far a noun phrase reaches: to a preposition, a clause or a participle, and over the small words inside a name.
import { genderOfFirstName } from './first-names.js';
import { fold, isParticle } from './name-forms.js';
import { NOT_A_NAME } from './non-names.js';
import { BODY_NOUNS, CORPORATE_ENDINGS, isNoun, isPersonNoun } from './nouns.js';
import {
  CLAUSE_WORDS,
  capitalSoon,
  DEFINITE,
  isParticiple,
  joinsCapitals,
  NAMING,
  NAMING_FILLER,
  PREPOSITIONS,
  PRONOUNS,
  quoteMark,
} from './phrase-words.js';
import type { Word } from './wording.js';

/** Where the words of the phrase proper end, before any preposition, clause, or participle. */
export function coreEnd(
  words: readonly Word[],
  start: number,
  last: number,
): { end: number; acronym: string | null; naming: number } {
  let acronym: string | null = null;
  for (let at = start; at < last; at++) {
    const word = words[at]!;
    if (word.text === '(') {
      const inner = words[at + 1];
      if (inner && words[at + 2]?.text === ')' && /^\p{Lu}[\p{Lu}\p{N}.-]+$/u.test(inner.text))
        acronym = inner.text;
      else if (inner?.capital && words[at + 2]?.text === ')' && at + 3 < last && words[at + 3]!.capital) {
        at += 2;
        continue;
      }
      return { end: at, acronym, naming: -1 };
    }
    if (NAMING.test(word.lower) && at > start && !word.capital) {
      let naming = at + 1;
      while (naming < last && (NAMING_FILLER.test(words[naming]!.lower) || words[naming]!.kind === 'mark'))
        naming++;
      if (words[naming]?.capital && naming < last) return { end: at, acronym, naming };
    }
    if (word.kind === 'mark') {
      if (word.text === '&' && words[at + 1]?.capital) continue;
      if (quoteMark(word) && nicknameEnd(words, at, last) > 0) {
        at = nicknameEnd(words, at, last);
        continue;
      }
      return { end: at, acronym, naming: -1 };
    }
    if (word.kind === 'owner' || word.capital) continue;
    if (isParticle(word.text) && at > start && words[at - 1]!.capital && capitalSoon(words, at + 1, last))
      continue;
    if (
      PREPOSITIONS.has(word.lower) ||
      CLAUSE_WORDS.has(word.lower) ||
      (at > start && PRONOUNS.has(word.lower))
    ) {
      if (joinsName(words, start, at, last) || (at > start && isStillToCome(words, at))) continue;
      return { end: at, acronym, naming: -1 };
    }
    const isNamed = words[at + 1]?.capital === true && !NOT_A_NAME.has(words[at + 1]!.lower);
    if (at > start && isParticiple(word.lower) && isNoun(words[at - 1]!.lower) && !isNamed)
      return { end: at, acronym, naming: -1 };
  }
  return { end: last, acronym, naming: -1 };
}

/** "three current and two former employees": the noun is still to come. */
const isStillToCome = (words: readonly Word[], and: number): boolean =>
  words[and]!.lower === 'and' && /^(?:current|former|serving|retired)$/.test(words[and - 1]!.lower);

/** 'Giovanni "Vanni" Russo': index of the closing mark of a nickname of one or two words, or -1. */
function nicknameEnd(words: readonly Word[], at: number, last: number): number {
  for (let end = at + 2; end <= at + 3 && end < last; end++)
    if (quoteMark(words[end]!) && words[end + 1]?.capital && words[at + 1]!.capital && words[at - 1]?.capital)
      return end;
  return -1;
}

/** "Ministry of Defence", "Centre for Policy Studies", "Health and Safety Executive": one name over a small word. */
export function joinsName(words: readonly Word[], start: number, at: number, last: number): boolean {
  const small = words[at]!.lower;
  if (small !== 'of' && small !== 'for' && small !== 'and' && small !== 'on') return false;
  const before = words[at - 1];
  if (small === 'and' && before && isPersonNoun(before.lower) && secondOffice(words, at + 1, last))
    return true;
  if (!before?.capital || at === start) return false;
  const next = words[at + 1]?.lower === 'the' ? words[at + 2] : words[at + 1];
  if (!next?.capital || at + 1 >= last) return false;
  if (small === 'and') return joinedBefore(words, start, at);
  if (small === 'for' && isPersonNoun(before.lower)) return nameFollows(words, at + 1, last);
  if (small !== 'of' && !BODY_NOUNS.has(before.lower) && !CORPORATE_ENDINGS.has(before.lower)) return false;
  if (small === 'of' && words[at + 1]?.lower === 'the' && isPersonNoun(before.lower)) return true;
  return (
    BODY_NOUNS.has(before.lower) ||
    CORPORATE_ENDINGS.has(before.lower) ||
    isPersonNoun(before.lower) ||
    (at - start === 1 && small === 'of' && /^(?:bank|house|union|university)$/.test(before.lower))
  );
}

/** "MP for West Upton Jane Roe": a given name with another capital after it. */
function nameFollows(words: readonly Word[], from: number, last: number): boolean {
  for (let at = from + 1; at < Math.min(last - 1, from + 5) && words[at]!.capital; at++)
    if (words[at + 1]!.capital && genderOfFirstName(fold(words[at]!.text))) return true;
  return false;
}

/** "Cabinet spokesman and Media Minister Roe": one bearer of two offices. */
function secondOffice(words: readonly Word[], from: number, last: number): boolean {
  for (let at = from; at < Math.min(from + 4, last - 1); at++) {
    const word = words[at]!;
    if (word.kind !== 'word' || DEFINITE.has(word.lower) || PREPOSITIONS.has(word.lower)) return false;
    if (isPersonNoun(word.lower)) return words[at + 1]!.capital;
  }
  return false;
}

/** Within a body's name an "and" goes on only after "of" or "for": "Department of Health and Social Care". */
function joinedBefore(words: readonly Word[], start: number, at: number): boolean {
  for (let back = at - 1; back > start; back--) if (/^(?:of|for)$/.test(words[back]!.lower)) return true;
  return false;
}

/** The end of what a preposition governs, before a clause. */
export function phraseEnd(words: readonly Word[], from: number, last: number): number {
  for (let at = from; at < last; at++) {
    const word = words[at]!;
    if (word.kind === 'mark' && word.text !== '&' && word.text !== '(' && word.text !== ')') return at;
    if (
      at > from &&
      !word.capital &&
      CLAUSE_WORDS.has(word.lower) &&
      word.lower !== 'and' &&
      !joinsCapitals(words, at, last)
    )
      return at;
  }
  return last;
}
