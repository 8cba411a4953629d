// Words that came through a person: "through his lawyer", "in a letter read out by her son", "quoted by an aide". The
// person counts as a relay only where a message passed their hands.
import { isPersonNoun, isPersonPlural } from './nouns.js';
import { DEFINITE, INDEFINITE, OWNER_PRONOUNS } from './phrase-words.js';
import type { Scope } from './scope.js';
import type { Word } from './wording.js';

const set = (text: string): ReadonlySet<string> => new Set(text.split(' '));

export const THROUGH = set('through via');
const QUOTING = set('quoted cited paraphrased translated interpreted');
export const HANDING = set(
  'read delivered conveyed passed handed relayed forwarded smuggled released shared posted published issued circulated ' +
    'distributed transmitted brought carried sent given recited',
);
const MESSAGES = set(
  'message messages letter letters note notes statement statements video recording text tape audio words word comments ' +
    'remarks post posts email e-mail appeal reply answer account greetings speech telegram voice-note communique',
);
const FARTHEST_BY = 5;
const FARTHEST_MESSAGE = 7;

/** Calls `add` with the word at which a messenger's phrase begins. */
export function messengers(words: readonly Word[], scope: Scope, add: (at: number) => void): void {
  for (let at = scope.first; at < scope.last - 1; at++) {
    const { lower } = words[at]!;
    if (THROUGH.has(lower)) {
      if (scope.holds(at)) add(at + 1);
    } else if (quotesAsSaying(words, at, scope.last)) {
      if (scope.holds(at) && !scope.foreign(at - 1)) add(at - 1);
    } else if (QUOTING.has(lower) || HANDING.has(lower)) {
      const by = byAfter(words, scope, at);
      if (by > at && (QUOTING.has(lower) || ofMessage(words, scope, at))) add(by + 1);
    }
  }
}

const FARTHEST_AS = 10;

/** "his wife quoted him as saying": the verb of whoever quotes. */
export function quotesAsSaying(words: readonly Word[], at: number, last: number): boolean {
  if (!/^quot(?:ed|es|ing)$/.test(words[at]!.lower) || /^(?:by|as)$/.test(words[at + 1]?.lower ?? ''))
    return false;
  if (/^(?:was|is|were|been|being|are)$/.test(words[at - 1]?.lower ?? '')) return false;
  for (let next = at + 2; next < Math.min(last - 1, at + FARTHEST_AS); next++)
    if (words[next]!.lower === 'as') return words[next + 1]!.lower.endsWith('ing');
  return false;
}

/** "read by", "passed to this programme by", "read out by": where "by" stands, or -1. */
function byAfter(words: readonly Word[], scope: Scope, at: number): number {
  for (let next = at + 1; next <= at + FARTHEST_BY && next < scope.last - 1; next++) {
    if (!scope.holds(next) || words[next]!.kind === 'mark') return -1;
    if (words[next]!.lower === 'by') return next;
  }
  return -1;
}

/** Whether a message stands before the participle, and is not said itself. */
export function ofMessage(words: readonly Word[], scope: Scope, at: number): boolean {
  for (let back = at - 1; back >= scope.first && at - back <= FARTHEST_MESSAGE; back--)
    if (MESSAGES.has(words[back]!.lower)) return scope.holds(back);
  return false;
}

/** Whether "his lawyer", "an interpreter", "the owner of the store" stands there: a person to pass words through. */
export function isMessenger(words: readonly Word[], first: number, last: number): boolean {
  const opening = words[first]!.lower;
  const opens = OWNER_PRONOUNS.has(opening) || DEFINITE.has(opening) || INDEFINITE.has(opening);
  for (let at = opens ? first + 1 : first; at < last && words[at]!.kind === 'word'; at++) {
    const { lower, capital } = words[at]!;
    if (!capital && (isPersonNoun(lower) || isPersonPlural(lower))) return true;
    if (lower === 'of' || lower === 'for') return false;
  }
  return false;
}
