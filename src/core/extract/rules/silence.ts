// "confirmed a referral but would not comment further": silence is no part of what was said.
import type { Draft } from '../draft.js';
import { AUX, CCONJ } from '../parts-of-speech.js';
import type { Window } from '../window.js';
import { QUOTE, SHAPE, type Words } from '../words.js';
import { hashes } from './saying.js';

export const withoutSilence = (words: Words, drafts: readonly Draft[]): Draft[] =>
  drafts.map((draft) => {
    const content = draft.content.map((range) => upToSilence(words, range));
    return content.some((range, at) => range !== draft.content[at]) ? { ...draft, content } : draft;
  });

const [NOT, TO] = [...hashes('not to')];
/** Of these alone it is plain that whoever was asked said no more: "but did not say so" may be part of what is said. */
const SAY_NO_MORE = hashes('comment elaborate drawn discuss');
const DECLINED = hashes('declined declines refused refuses');

function upToSilence(words: Words, range: Window): Window {
  for (let at = range.first + 1; at < range.last - 1; at++) {
    if (words.part[at] !== CCONJ || words.quote[at] !== QUOTE.outside) continue;
    const verb = silentVerb(words, at + 1);
    if (verb < 0 || !SAY_NO_MORE.has(words.word[verb]!)) continue;
    return { first: range.first, last: words.shape[at - 1] === SHAPE.comma ? at - 1 : at };
  }
  return range;
}

/** The verb after "would not", "would not be" or "declined to", or -1. */
function silentVerb({ part, word }: Words, at: number): number {
  if (DECLINED.has(word[at]!)) return word[at + 1] === TO ? at + 2 : -1;
  if (part[at] !== AUX || word[at + 1] !== NOT) return -1;
  return part[at + 2] === AUX ? at + 3 : at + 2;
}
