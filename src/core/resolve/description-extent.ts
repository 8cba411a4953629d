// How far a name or a description reaches in running text: over its modifiers, its nouns and what it belongs to.
import { isParticle } from './name-forms.js';
import { NOT_A_NAME, notName } from './non-names.js';
import { isNoun, isPersonNoun, isPersonPlural, singular } from './nouns.js';
import { joinsName } from './phrase-extent.js';
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

const MODIFIERS = 5;
/** Between a name and the noun it goes with: "the Elbonian news agency". */
const ATTRIBUTIVE = new Set(
  (
    'news state national public private foreign defence defense interior health finance trade labour labor police military security ' +
    'air border human rights aid relief oil gas energy media consumer financial central federal regional provincial local city ' +
    'student football rugby cricket sports music film science research medical legal law civil armed naval coast fire rescue ' +
    'peace election electoral intelligence opposition ruling communist socialist liberal conservative green workers farmers'
  ).split(' '),
);
const onlyParticles = (words: readonly Word[], from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (!isParticle(words[at]!.text)) return false;
  return true;
};

const attributive = (words: readonly Word[], from: number, to: number): boolean => {
  for (let at = from; at < to; at++)
    if (!ATTRIBUTIVE.has(words[at]!.lower) && !isParticle(words[at]!.text)) return false;
  return true;
};

/** Scans from `from` over modifiers to the last noun or name in reach; `at` is where the phrase itself begins. */
export function describedFrom(words: readonly Word[], at: number, from: number, last: number): number {
  let end = at;
  let loose = 0;
  let owned = false;
  for (let here = from; here < last; here++) {
    const word = words[here]!;
    if (word.kind === 'owner') {
      loose = 0;
      owned = true;
      continue;
    }
    if (word.kind === 'mark') {
      if (
        word.text === '(' &&
        end === here &&
        words[here + 2]?.text === ')' &&
        (/^\p{Lu}[\p{Lu}\p{N}]+$/u.test(words[here + 1]!.text) ||
          (words[here + 1]!.capital && words[here + 3]?.capital && here + 3 < last))
      ) {
        end = here + 3;
        here += 2;
        continue;
      }
      if (word.text === '&' && end === here && words[here + 1]?.capital) continue;
      break;
    }
    if (word.capital) {
      if (notName(words, here) || (end > at && end < here && !owned && !attributive(words, end, here))) break;
      end = here + 1;
      loose = 0;
      owned = false;
      continue;
    }
    if (
      isParticle(word.text) &&
      onlyParticles(words, end, here) &&
      here > at &&
      (words[here + 1]?.capital || (isParticle(words[here + 1]?.text ?? '') && words[here + 2]?.capital))
    )
      continue;
    if (PREPOSITIONS.has(word.lower) || CLAUSE_WORDS.has(word.lower) || PRONOUNS.has(word.lower)) {
      if (end === here && joinsName(words, at, here, last)) continue;
      break;
    }
    if (
      here > from &&
      (DEFINITE.has(word.lower) || INDEFINITE.has(word.lower) || OWNER_PRONOUNS.has(word.lower))
    )
      break;
    if (isNoun(word.lower) || isNoun(singular(word.lower))) {
      if (end > at && end < here && !owned && !attributive(words, end, here)) break;
      end = here + 1;
      loose = 0;
      owned = false;
      continue;
    }
    if (isNumber(word.lower) && end === here && here > at && words[here - 1]!.capital) {
      end = here + 1;
      continue;
    }
    if ((end > at && !owned && !ATTRIBUTIVE.has(word.lower)) || ++loose > MODIFIERS) break;
  }
  return end > at ? withBelonging(words, end, last) : at;
}

/** "… of the Upton council", "… for the ministry": what a described bearer belongs to. */
function withBelonging(words: readonly Word[], end: number, last: number): number {
  const link = words[end];
  if (!link || end >= last - 1 || !/^(?:of|for|at|from|in|by|with|on)$/.test(link.lower)) return end;
  const role = words[end - 1]!;
  const described = !role.capital || isPersonNoun(role.lower) || isPersonPlural(role.lower);
  if (!described && !/^(?:of|from|at)$/.test(link.lower)) return end;
  if (/^(?:in|by|with|on)$/.test(link.lower) && !isNoun(role.lower)) return end;
  let from = end + 1;
  while (
    from < last &&
    (DEFINITE.has(words[from]!.lower) ||
      OWNER_PRONOUNS.has(words[from]!.lower) ||
      words[from]!.lower === 'a' ||
      words[from]!.lower === 'an')
  )
    from++;
  const inner = nounRun(words, from, last);
  return inner > from ? inner : end;
}

/** Capitalised words and nouns in a row, three loose modifiers before them at most. */
export function nounRun(words: readonly Word[], from: number, last: number): number {
  let end = from;
  for (let here = from; here < last && here < from + 10; here++) {
    const word = words[here]!;
    if (word.kind === 'owner' || (isParticle(word.text) && end === here && words[here + 1]?.capital))
      continue;
    if (word.kind === 'mark' || NOT_A_NAME.has(word.lower)) break;
    if (word.capital || isNoun(word.lower)) {
      if (
        end > from &&
        end < here &&
        words[here - 1]!.kind !== 'owner' &&
        !isParticle(words[here - 1]!.text) &&
        !joinsName(words, from, here - 1, last)
      )
        break;
      end = here + 1;
    } else if (!(end === here && joinsName(words, from, here, last))) {
      if (end > from || here - from >= 3 || PREPOSITIONS.has(word.lower) || CLAUSE_WORDS.has(word.lower))
        break;
    }
  }
  return end;
}
