// "The judge, known for her patience, ordered a break": what stands before the verb is who acts, though a comma stands between.
import type { Draft } from '../draft.js';
import { ADV, AUX, PRON, PROPN, VERB } from '../parts-of-speech.js';
import type { Window } from '../window.js';
import { TRAIT } from '../word-classes.js';
import { QUOTE, SHAPE, type Words } from '../words.js';
import { phraseFrom } from './noun-phrase.js';
import { hashes } from './saying.js';

const RELATIVES = hashes('who whose which whom where known');
const SOMEBODY = TRAIT.person | TRAIT.group;
const FARTHEST = 40;

/** Readings the other way round: content, a comma, a verb and, for a source, what no one can be. */
export const withoutTurns = (words: Words, drafts: readonly Draft[]): Draft[] =>
  drafts.map((draft) => (isTurned(words, draft) ? turned(words, draft) : draft));

function isTurned(words: Words, { cue, source, content }: Draft): boolean {
  const [given] = source;
  const [said] = content;
  if (
    !cue ||
    source.length !== 1 ||
    content.length !== 1 ||
    given!.first !== cue.last ||
    said!.last >= cue.first
  )
    return false;
  if (words.quote[said!.first] !== QUOTE.outside || said!.last - said!.first > FARTHEST) return false;
  for (let at = said!.last + 1; at < cue.first; at++) if (words.part[at] !== ADV) return false;
  if (words.shape[said!.last] !== SHAPE.comma || canSpeak(words, given!.first, given!.last)) return false;
  const head = phraseFrom(words, said!.first, said!.last);
  if (!head || head.first !== said!.first) return false;
  // All verbs of the content stand in what is told of its first phrase.
  let isTold = false;
  for (let at = head.last; at < said!.last; at++) {
    if (RELATIVES.has(words.word[at]!)) isTold = true;
    const isParticiple = words.part[at] === VERB && at === head.last;
    if (!isTold && !isParticiple && (words.part[at] === VERB || words.part[at] === AUX)) return false;
  }
  return true;
}

function canSpeak({ part, value }: Words, first: number, last: number): boolean {
  for (let at = first; at < last; at++)
    if (part[at] === PROPN || part[at] === PRON || (value[at]! & SOMEBODY) !== 0) return true;
  return false;
}

function turned(words: Words, { source, content, ...draft }: Draft): Draft {
  const [{ first, last }] = source as readonly [Window];
  let end = last;
  while (end < words.count && words.shape[end]! < SHAPE.comma && end - first < FARTHEST) end++;
  return { ...draft, source: content, content: [{ first, last: end }] };
}
