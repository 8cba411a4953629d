// The name in a noun phrase: where it begins after a role, a rank or an honorific, and where it ends.
import { genderOfFirstName } from './first-names.js';
import { fold, isHonorific, isParticle, isPostNominal } from './name-forms.js';
import {
  BODY_NOUNS,
  CORPORATE_ENDINGS,
  isNoun,
  isPersonNoun,
  MEDIA_ENDINGS,
  RANKS,
  SURNAME_NOUNS,
  singular,
} from './nouns.js';
import { capitalSoon, isNumber, NUMBER } from './phrase-words.js';
import type { Word } from './wording.js';

interface Split {
  /** Words [start, describedEnd) are the role; [name, nameEnd) the name. */
  readonly describedEnd: number;
  readonly name: number;
  readonly nameEnd: number;
  readonly honorifics: readonly string[];
}

export function splitName(words: readonly Word[], start: number, end: number): Split {
  let nameEnd = end;
  while (
    nameEnd - start > (isPersonNoun(words[nameEnd - 1]!.lower) ? 2 : 1) &&
    isPostNominal(words[nameEnd - 1]!.text) &&
    /^\p{Lu}/u.test(words[nameEnd - 1]!.text)
  )
    nameEnd--;
  let name = start;
  let of = -1;
  for (let at = start; at < nameEnd; at++) {
    const word = words[at]!;
    if (word.text === ')' && at + 1 < nameEnd) name = at + 1;
    if (word.kind === 'mark' || word.kind === 'owner') continue;
    if (/^(?:of|for|and|the|on)$/.test(word.lower) && at > start) {
      if (word.lower === 'of' || word.lower === 'for') of = at;
      continue;
    }
    if (endsDescription(words, at, start, nameEnd)) name = at + 1;
  }
  if (of >= name && of > start && isPersonNoun(words[of - 1]!.lower))
    name = nameAfterOffice(words, of, nameEnd);
  let describedEnd = name;
  const honorifics: string[] = [];
  while (
    describedEnd > start &&
    (isHonorific(words[describedEnd - 1]!.text) ||
      isRank(words, start, describedEnd - 1) ||
      (honorifics.length > 0 && RANK_PREFIX.test(words[describedEnd - 1]!.lower))) &&
    name < nameEnd &&
    (isRank(words, start, describedEnd - 1) || !isRoleAlone(words, start, describedEnd))
  ) {
    honorifics.unshift(words[--describedEnd]!.text);
  }
  while (
    name < nameEnd &&
    (isHonorific(words[name]!.text) || words[name]!.lower === 'the') &&
    nameEnd - name > 1
  ) {
    if (words[name]!.lower !== 'the') honorifics.push(words[name]!.text);
    name++;
  }
  if (name < nameEnd && !isNameRun(words, name, nameEnd, start))
    return { describedEnd: end, name: end, nameEnd: end, honorifics };
  return { describedEnd, name, nameEnd, honorifics };
}

const RANK_PREFIX = /^(?:rear|vice|lieutenant|major|brigadier|air|first|second)$/;

/** A rank that follows another role. */
const isRank = (words: readonly Word[], start: number, at: number): boolean => {
  const word = words[at]!;
  if (at <= start || !word.capital || !RANKS.has(word.lower)) return false;
  const role = RANK_PREFIX.test(words[at - 1]!.lower) ? at - 2 : at - 1;
  return role >= start && isPersonNoun(words[role]!.lower) && !UNRANKED.test(words[role]!.lower);
};

/** With these a rank makes one title: "Chief Inspector". */
const UNRANKED = /^(?:chief|detective|deputy|vice|police)$/;

const isRoleAlone = (words: readonly Word[], start: number, end: number): boolean =>
  isPersonNoun(words[end - 1]!.lower) && end - start >= 1 && !/\.$/.test(words[end - 1]!.text);

/** The word at `at` belongs to what comes before the name: a common noun, a role, a rank. */
function endsDescription(words: readonly Word[], at: number, start: number, end: number): boolean {
  const word = words[at]!;
  if (word.text === 'NGO') return true;
  if (!word.capital)
    return !(isParticle(word.text) && capitalSoon(words, at + 1, end)) && !isNumber(word.lower);
  if (at + 1 >= end) return false;
  if (isHonorific(word.text)) return true;
  if (!isPersonNoun(word.lower) || bodyAhead(words, at + 1, end)) return false;
  return at > start || end - at > 1;
}

function bodyAhead(words: readonly Word[], from: number, end: number): boolean {
  const closing = words[end - 1]!;
  if (isPersonNoun(closing.lower) && !SURNAME_NOUNS.has(closing.lower)) return true;
  return (
    closing.capital &&
    closesBodyName(closing.text) &&
    end - from <= 2 &&
    !isPersonNoun(words[from - 2]?.lower ?? '')
  );
}

/** "Mayor of London Jane Roe": where the name starts after the office, or the end when the office is all there is. */
function nameAfterOffice(words: readonly Word[], of: number, end: number): number {
  for (let at = of + 2; at < end - 1; at++)
    if (words[at]!.capital && (isHonorific(words[at]!.text) || genderOfFirstName(fold(words[at]!.text))))
      return at;
  let run = end;
  while (run > of + 1 && words[run - 1]!.capital) run--;
  return end - run === 3 && end - of === 4 ? end - 2 : end;
}

/** "the Daily Courier", "the Baltic Observer": capitals before a word that ends the names of papers. */
const namesMedium = (run: readonly Word[]): boolean =>
  MEDIA_ENDINGS.has(run[run.length - 1]!.lower) &&
  run.every(({ capital, lower }) => capital && !(isPersonNoun(lower) && !MEDIA_ENDINGS.has(lower)));

/** What is written without a capital is a message; with one it is a newspaper: "The Post reported". */
const PAPERS_TOO = new Set(['post', 'dispatch']);

/** Capitalised throughout, and not a bare role or a bare common noun with a capital ("the Minister", "the Guard"). */
function isNameRun(words: readonly Word[], from: number, to: number, start: number): boolean {
  const run = words.slice(from, to).filter((word) => word.kind === 'word');
  if (!run.some((word) => word.capital)) return false;
  const only = run[run.length - 1]!;
  if (run.length === 1 && from === start)
    return PAPERS_TOO.has(only.lower) || (!isNoun(only.lower) && !isNoun(singular(only.lower)));
  if (run.length > 1 && isPersonNoun(only.lower) && only.capital)
    return (
      BODY_NOUNS.has(only.lower) ||
      namesMedium(run) ||
      (SURNAME_NOUNS.has(only.lower) && !isPersonNoun(run[0]!.lower))
    );
  return true;
}

/** Ends of names of bodies: "… Ministry", "… ASA", "… Post", "B12". */
export const closesBodyName = (word: string): boolean => {
  const lower = fold(word).replace(/\.$/, '');
  return (
    BODY_NOUNS.has(lower) ||
    BODY_NOUNS.has(singular(lower)) ||
    CORPORATE_ENDINGS.has(lower) ||
    MEDIA_ENDINGS.has(lower) ||
    /^\p{Lu}{2,}\d*$/u.test(word) ||
    NUMBER.test(word)
  );
};
