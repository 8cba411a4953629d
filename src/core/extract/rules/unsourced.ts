// "It is alleged that", "the ship is said to have sunk": nobody is named, whatever stands before the verb. "Asked whether
// he would go, Lee said": what a reporter asked is no statement of the story.
import type { Draft } from '../draft.js';
import { AUX } from '../parts-of-speech.js';
import type { Window } from '../window.js';
import { QUOTE, SHAPE, type Words } from '../words.js';
import { hashes, THAT } from './saying.js';

const [IT] = [...hashes('it')];
const BEING = hashes("is are was were be been being ’s 's");
const ASKED = hashes('asked pressed questioned quizzed');
const WHEN = hashes('when if once and but');

/** Drafts without those that only tell what was asked, and without sources that are none. */
export const withoutMockSources = (words: Words, drafts: readonly Draft[]): Draft[] =>
  drafts
    .filter((draft) => !isQuestionPut(words, draft))
    .map((draft) => (isMock(words, draft) ? { ...draft, source: [] } : draft));

function isMock(words: Words, { cue, source, content }: Draft): boolean {
  const [given] = source;
  if (!cue || !given || source.length > 1 || !isPassive(words, cue)) return false;
  const isFiller = given.last - given.first === 1 && words.word[given.first] === IT;
  if (isFiller) return content[0]!.first >= cue.last && words.word[content[0]!.first] === THAT;
  return content.length > 1 && content.some(({ first, last }) => first <= given.first && given.last <= last);
}

const isPassive = (words: Words, { first, last }: Window): boolean => {
  for (let at = first; at < last - 1; at++)
    if (words.part[at] === AUX && BEING.has(words.word[at]!)) return true;
  return false;
};

/** It opens the sentence, and a comma parts what was asked from who answers. */
function isQuestionPut(words: Words, { cue, source, content }: Draft): boolean {
  if (!cue || source.length > 0 || !ASKED.has(words.word[cue.last - 1]!)) return false;
  const sentence = words.sentence[cue.first];
  let first = cue.first;
  while (first > 0 && words.sentence[first - 1] === sentence && WHEN.has(words.word[first - 1]!)) first--;
  const opens = first === 0 || words.sentence[first - 1] !== sentence;
  const end = content.at(-1)!.last;
  return (
    opens && end > cue.last && words.quote[cue.first] === QUOTE.outside && words.shape[end] === SHAPE.comma
  );
}
