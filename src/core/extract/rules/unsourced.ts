// "It is alleged that", "the ship is said to have sunk": nobody is named, whatever stands before the verb.
import type { Draft } from '../draft.js';
import type { Words } from '../words.js';
import { hashes, isPassive, THAT } from './saying.js';

const [IT] = [...hashes('it')];

export const withoutMockSources = (words: Words, drafts: readonly Draft[]): Draft[] =>
  drafts.map((draft) => (isMock(words, draft) ? { ...draft, source: [] } : draft));

function isMock(words: Words, { cue, source, content }: Draft): boolean {
  const [given] = source;
  if (!cue || !given || source.length > 1 || !isPassive(words, cue)) return false;
  const isFiller = given.last - given.first === 1 && words.word[given.first] === IT;
  if (isFiller) return content[0]!.first >= cue.last && words.word[content[0]!.first] === THAT;
  return content.length > 1 && content.some(({ first, last }) => first <= given.first && given.last <= last);
}
