// "lifted the curfew", "adjourned the case until Thursday", "the clip was filmed in 2021": a verb that is no saying, and
// a thing it was done to, or when.
import type { Draft } from '../draft.js';
import { ADP, AUX, NUM, VERB } from '../parts-of-speech.js';
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
  drafts.filter((draft) => draft.confidence >= BELIEVED || !isBareObject(words, draft));

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
