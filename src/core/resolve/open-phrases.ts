// The names and descriptions that stand in a sentence, whoever speaks: where each begins and ends.
import { isIrregularPast } from '../narration/finite-verb.js';
import { nameAfterClause, withAppositions } from './appositions.js';
import { describedFrom } from './description-extent.js';
import { isHonorific, isParticle } from './name-forms.js';
import { NOT_A_NAME, notName } from './non-names.js';
import { isNoun, isPersonNoun, isPersonPlural } from './nouns.js';
import {
  CLAUSE_WORDS,
  DEFINITE,
  INDEFINITE,
  isNumber,
  OWNER_PRONOUNS,
  PREPOSITIONS,
  PRONOUNS,
} from './phrase-words.js';
import type { Word } from './wording.js';

export interface Run {
  readonly first: number;
  readonly last: number;
}

const FUNCTION_START = new Set(
  (
    'if it is was are were not so yet here there this that these those when while as why how what who where after before ' +
    'under over in on at by for from with without during since until through although though because and but or nor ' +
    'also still even only just then now later earlier meanwhile however moreover according asked citing quoting ' +
    'speaking following instead perhaps maybe yes no well one two three four five six seven eight nine ten many most ' +
    'some several few all both each every another other such nothing nobody everyone everything hours days weeks ' +
    'today yesterday tomorrow tonight last next more less about around between among despite against unlike like ' +
    'once soon again never always often sometimes nearly almost additional do does did will would can could should ' +
    'ask asks meet take see hear consider call enter visit imagine blame tell give watch read credit forget stay go come ' +
    'pressed reached given calling according addressing drawing expressing referring pointing emphasizing ' +
    'please thank thanks let we you he she they i his her its their our my your to of up out off into'
  ).split(' '),
);

export function openPhrases(
  words: readonly Word[],
  first: number,
  last: number,
  known: ReadonlySet<string>,
): Run[] {
  const runs: Run[] = [];
  let at = first;
  while (at < last) {
    const end = phraseFrom(words, at, last, known);
    if (end > at) {
      if (goesOnToNoun(words, at, end, last)) {
        at = end;
        continue;
      }
      const apposed = apposedFrom(words, at, end, last);
      const whole = apposed > end ? apposed : nameAfterClause(words, at, end, last);
      runs.push({ first: at, last: whole });
      at = whole;
    } else at++;
  }
  return runs;
}

/**
 * "The prisoner swap was agreed": after one person, a bare word that is no verb form is the noun the phrase is about.
 * A verb there ends in "s" or "ed", or is one of the irregular pasts.
 */
function goesOnToNoun(words: readonly Word[], at: number, end: number, last: number): boolean {
  const next = words[end];
  if (end >= last || next?.kind !== 'word' || next.capital || end - at > 3) return false;
  if (!DEFINITE.has(words[at]!.lower) && !INDEFINITE.has(words[at]!.lower)) return false;
  const head = words[end - 1]!;
  if (head.capital || !isPersonNoun(head.lower) || words[end + 1]?.kind === 'owner') return false;
  const { lower } = next;
  return (
    lower.length > 2 &&
    !/(?:s|ed|ly|ing|en|wn|ward|self)$/.test(lower) &&
    !CLAUSE_WORDS.has(lower) &&
    !PREPOSITIONS.has(lower) &&
    !PRONOUNS.has(lower) &&
    !OWNER_PRONOUNS.has(lower) &&
    !DEFINITE.has(lower) &&
    !INDEFINITE.has(lower) &&
    !FUNCTION_START.has(lower) &&
    !isIrregularPast(lower) &&
    !AFTER_SUBJECT.has(lower)
  );
}

const AFTER_SUBJECT = new Set(
  'too ever else alone aged there near outside inside above below due responsible close free able aware present too let familiar privy loyal opposed hostile ready eager friendly'.split(
    ' ',
  ),
);

const WORDLIKE = /[\p{L}\p{N}]/u;

/** "Speaking through an interpreter, Jane Roe said": after a preposition only a second comma makes a name an apposition. */
function apposedFrom(words: readonly Word[], at: number, end: number, last: number): number {
  const apposed = withAppositions(words, at, end, last);
  if (apposed === end || !PREPOSITIONS.has(words[at - 1]?.lower ?? '')) return apposed;
  return apposed >= last || !WORDLIKE.test(words[apposed]!.text) ? apposed : end;
}

/** Where the phrase that starts at `at` ends, or `at` when none does. */
function phraseFrom(words: readonly Word[], at: number, last: number, known: ReadonlySet<string>): number {
  const word = words[at]!;
  if (word.kind !== 'word' || notName(words, at)) return at;
  if (OWNER_PRONOUNS.has(word.lower) && isDeterminer(words[at + 1]?.lower ?? '')) return at;
  if (
    OWNER_PRONOUNS.has(word.lower) ||
    DEFINITE.has(word.lower) ||
    INDEFINITE.has(word.lower) ||
    isNumber(word.lower)
  )
    return describedFrom(words, at, at + 1, last);
  if (word.capital && startsName(words, at, last, known)) return describedFrom(words, at, at, last);
  if (word.capital && word.opens && isNoun(word.lower) && !FUNCTION_START.has(word.lower))
    return describedFrom(words, at, at, last);
  if (!word.capital && isPersonNoun(word.lower) && words[at + 1]?.capital && at + 1 < last)
    return describedFrom(words, at, at, last);
  if (!word.capital && isPersonPlural(word.lower) && !FUNCTION_START.has(word.lower))
    return describedFrom(words, at, at, last);
  return at;
}

/** After "her" a determiner starts a phrase of its own: "handed her a note". */
const isDeterminer = (lower: string): boolean => DEFINITE.has(lower) || INDEFINITE.has(lower);

function startsName(words: readonly Word[], at: number, last: number, known: ReadonlySet<string>): boolean {
  const word = words[at]!;
  if (!word.opens) return true;
  if (FUNCTION_START.has(word.lower) || PRONOUNS.has(word.lower)) return false;
  const next = words[at + 1];
  if (next?.kind === 'owner') return true;
  return (
    known.has(word.lower) ||
    isHonorific(word.text) ||
    (at + 1 < last && next!.capital && !NOT_A_NAME.has(next!.lower)) ||
    (at + 2 < last && isParticle(next?.text ?? '') && words[at + 2]!.capital)
  );
}
