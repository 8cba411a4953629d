// Capitals that name nobody, as days and months do, and those an article shows to be names.
import { isPersonNoun } from './nouns.js';
import type { Word, Wording } from './wording.js';

export const NOT_A_NAME = new Set(
  (
    'i monday tuesday wednesday thursday friday saturday sunday january february march april may june july august ' +
    'september october november december am pm gmt utc est cet bst ist covid tv ends photo image video read'
  ).split(' '),
);
/** April, June and August are names too: before a capital, or after a role. */
export const notName = (words: readonly Word[], at: number): boolean => {
  const word = words[at]!;
  if (!NOT_A_NAME.has(word.lower) || inTitle(words, at)) return false;
  if (!/^(?:april|may|june|august)$/.test(word.lower)) return true;
  const next = words[at + 1];
  const before = words[at - 1];
  const namedAfter = next?.capital === true && !NOT_A_NAME.has(next.lower) && !/^\d/.test(next.text);
  return !(
    namedAfter &&
    (word.opens || before?.capital || isPersonNoun(before?.lower ?? '') || before?.kind === 'mark')
  );
};

/** "The Sunday Blast", in the middle of a sentence: only titles keep the capital of their article. */
const inTitle = (words: readonly Word[], at: number): boolean =>
  words[at + 1]?.capital === true && words[at - 1]?.text === 'The' && !words[at - 1]!.opens;

/** Words that stand capitalised where no sentence begins: a sentence may begin with them and still name somebody. */
export function knownNames(wording: Wording): Set<string> {
  const known = new Set<string>();
  for (const word of wording.words)
    if (word.capital && !word.opens && !NOT_A_NAME.has(word.lower)) known.add(word.lower);
  return known;
}
