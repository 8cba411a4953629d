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

const [NOT] = [...hashes('not')];
const SAID_NO_MORE = hashes(
  'comment elaborate say confirm discuss name provide give specify drawn respond answer',
);
const NO_MORE = hashes('declined declines refused refuses');

function upToSilence(words: Words, range: Window): Window {
  for (let at = range.first + 1; at < range.last - 1; at++) {
    if (words.part[at] !== CCONJ || words.quote[at] !== QUOTE.outside) continue;
    const isNot = words.part[at + 1] === AUX && words.word[at + 2] === NOT;
    const verb = isNot ? (words.part[at + 3] === AUX ? at + 4 : at + 3) : at + 1;
    if (!(isNot ? SAID_NO_MORE : NO_MORE).has(words.word[verb]!)) continue;
    return { first: range.first, last: words.shape[at - 1] === SHAPE.comma ? at - 1 : at };
  }
  return range;
}
