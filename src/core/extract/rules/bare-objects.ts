// "lifted the curfew", "adjourned the case until Thursday": a verb that is no saying, and a thing it was done to.
import type { Draft } from '../draft.js';
import { AUX, NUM, VERB } from '../parts-of-speech.js';
import type { Window } from '../window.js';
import { TRAIT } from '../word-classes.js';
import { SHAPE, type Words } from '../words.js';
import { hashes } from './saying.js';

/** From here on the tagger has seen enough like it to be believed. */
const BELIEVED = 0.45;
const SAYS = TRAIT.saying | TRAIT.sayingToo | TRAIT.thinking | TRAIT.message;
const OPENS = hashes('to that whether if how why what not');

export const withoutBareObjects = (words: Words, drafts: readonly Draft[]): Draft[] =>
  drafts.filter((draft) => draft.confidence >= BELIEVED || !isBareObject(words, draft));

function isBareObject(words: Words, { cue, content }: Draft): boolean {
  const [object] = content;
  if (!cue || content.length > 1 || object!.first < cue.last || OPENS.has(words.word[object!.first]!))
    return false;
  return !some(cue, (at) => (words.value[at]! & SAYS) !== 0) && !some(object!, (at) => tells(words, at));
}

/** A verb, a figure or a quotation. */
const tells = (words: Words, at: number): boolean =>
  words.part[at] === VERB ||
  words.part[at] === AUX ||
  words.part[at] === NUM ||
  words.shape[at] === SHAPE.number ||
  words.quotation[at]! >= 0;

function some({ first, last }: Window, holds: (at: number) => boolean): boolean {
  for (let at = first; at < last; at++) if (holds(at)) return true;
  return false;
}
