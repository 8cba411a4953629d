// "lifted the curfew", "adjourned the case until Thursday", "the clip was filmed in 2021": a verb that is no saying, and
// a thing it was done to, or when.
import type { Draft } from '../draft.js';
import { ADP, ADV, AUX, NUM, VERB } from '../parts-of-speech.js';
import type { Window } from '../window.js';
import { TRAIT } from '../word-classes.js';
import { SHAPE, type Words } from '../words.js';
import { hashes } from './saying.js';

/** From here on the tagger has seen enough like it to be believed. */
const BELIEVED = 0.45;
const SAYS = TRAIT.saying | TRAIT.sayingToo | TRAIT.thinking | TRAIT.message;
/** Dictionaries count these among the verbs of saying. */
const FILMED = hashes('filmed photographed videotaped geolocated geolocate geolocates');
const OPENS = hashes('to that whether if how why what not');

export const withoutBareObjects = (words: Words, drafts: readonly Draft[]): Draft[] =>
  drafts.filter(
    (draft) =>
      !isTakenUp(words, draft) &&
      !isAntecedent(words, draft) &&
      (draft.confidence >= BELIEVED || !isBareObject(words, draft)),
  );

const REACHED = hashes('phoned phones telephoned rang emailed texted messaged');
const TAKEN_UP = hashes('this so as');

/** "said this in the hallway", "phoned her mother at noon": how, when or to whom, and nothing said. */
function isTakenUp(words: Words, { cue, content }: Draft): boolean {
  const [object] = content;
  if (!cue || content.length !== 1 || object!.first !== cue.last) return false;
  const last = cue.last - 1;
  const says = (words.value[last]! & TRAIT.saying) !== 0;
  if (
    !REACHED.has(words.word[last]!) &&
    !(says && TAKEN_UP.has(words.word[object!.first]!) && isAdverbial(words, object!))
  )
    return false;
  return !some(object!, (at) => tells(words, at));
}

const RELATIVES = hashes('who which');

/** "The mayor, who told the radio this on Monday, …": who told it is not what was told. */
function isAntecedent(words: Words, { cue, source, content }: Draft): boolean {
  const [object] = content;
  const [teller] = source;
  if (!cue || content.length !== 1 || source.length !== 1 || object!.last > cue.first) return false;
  const isRelative = teller!.last - teller!.first === 1 && RELATIVES.has(words.word[teller!.first]!);
  return isRelative && teller!.first - object!.last <= 1 && !some(object!, (at) => tells(words, at));
}

/** "this in the hallway", not "this policy": the second word begins a phrase of its own. */
const isAdverbial = (words: Words, { first, last }: Window): boolean =>
  last - first > 1 && (words.part[first + 1] === ADP || words.part[first + 1] === ADV);

function isBareObject(words: Words, { cue, source, content }: Draft): boolean {
  const [object] = content;
  if (!cue || content.length > 1 || OPENS.has(words.word[object!.first]!)) return false;
  if (object!.first < cue.last && source.length > 0) return false;
  if (some(cue, (at) => (words.value[at]! & SAYS) !== 0 && !FILMED.has(words.word[at]!))) return false;
  const isTime = words.part[object!.first] === ADP;
  return !some(object!, (at) => tells(words, at) || (!isTime && isFigure(words, at)));
}

/** A verb or a quotation. */
const tells = (words: Words, at: number): boolean =>
  words.part[at] === VERB || words.part[at] === AUX || words.quotation[at]! >= 0;

/** "put it at 40"; "was filmed in 2021" only says when. */
const isFigure = (words: Words, at: number): boolean =>
  words.part[at] === NUM || words.shape[at] === SHAPE.number;

function some({ first, last }: Window, holds: (at: number) => boolean): boolean {
  for (let at = first; at < last; at++) if (holds(at)) return true;
  return false;
}
