// "called for a grant and he thanked the crew": what somebody calls for, praises or condemns ends where a clause with a
// subject of its own begins.
import type { Draft } from '../draft.js';
import { ADV, AUX, CCONJ, VERB } from '../parts-of-speech.js';
import type { Window } from '../window.js';
import { QUOTE, SHAPE, type Words } from '../words.js';
import { hashes } from './saying.js';

const SUBJECTS = hashes('he she they it');
const [TO] = [...hashes('to')];
/** What follows these is no clause. */
const OF_THINGS = hashes(
  'for of about against on at praised praises condemned condemns thanked thanks welcomed welcomes hailed hails ' +
    'denounced denounces criticised criticized slammed slams blasted rejected rejects dismissed dismisses lauded deplored backed',
);

export const withoutSecondClauses = (words: Words, drafts: readonly Draft[]): Draft[] =>
  drafts.map((draft) => {
    const { cue } = draft;
    if (!cue || !OF_THINGS.has(words.word[cue.last - 1]!)) return draft;
    const content = draft.content.map((range) => cut(words, range, cue));
    return content.some((range, at) => range !== draft.content[at]) ? { ...draft, content } : draft;
  });

/** Only what follows the cue, and has no verb of its own that a second clause could be joined to. */
function cut(words: Words, range: Window, cue: Window): Window {
  if (range.first < cue.last || words.quotation[range.first]! >= 0) return range;
  for (let at = range.first; at < range.last - 2; at++) {
    if (words.quote[at] !== QUOTE.outside || words.shape[at] === SHAPE.colon) return range;
    if (isFiniteVerb(words, at)) return range;
    if (at > range.first && words.part[at] === CCONJ && opensClause(words, at + 1))
      return { first: range.first, last: words.shape[at - 1] === SHAPE.comma ? at - 1 : at };
  }
  return range;
}

const isFiniteVerb = ({ part, word, shape }: Words, at: number): boolean =>
  part[at] === AUX || (part[at] === VERB && shape[at] === SHAPE.lower && word[at - 1] !== TO);

function opensClause({ word, part }: Words, at: number): boolean {
  if (!SUBJECTS.has(word[at]!)) return false;
  const verb = part[at + 1] === ADV ? at + 2 : at + 1;
  return part[verb] === VERB || part[verb] === AUX;
}
