// "Sources said he had agreed; his office called the report a lie": after a semicolon somebody else has their say.
import type { Draft } from '../draft.js';
import { ADV, AUX, CCONJ } from '../parts-of-speech.js';
import { QUOTE, type Words } from '../words.js';
import { phraseFrom } from './noun-phrase.js';
import { hashes, isSomebody, isVerbLike } from './saying.js';
import { trimmed } from './spoken.js';

const ANSWERING = hashes(
  'called calls termed labelled labeled branded described denied denies rejected rejects dismissed dismisses disputed ' +
    'disputes accused accuses condemned condemns denounced praised welcomed blamed blames',
);
const LEAST = 2;

/** What stands after the semicolon at `semicolon`, where its verb is one of calling, denying or blaming. */
export function secondSpeaker(
  words: Words,
  semicolon: number,
  last: number,
  confidence: number,
): Draft | undefined {
  if (words.quote[semicolon] !== QUOTE.outside) return undefined;
  const from = semicolon + (words.part[semicolon + 1] === CCONJ ? 2 : 1);
  const name = from < last ? phraseFrom(words, from, last) : undefined;
  if (!name || !isSomebody(words, name)) return undefined;
  let verb = name.last;
  while (verb < last && (words.part[verb] === AUX || words.part[verb] === ADV)) verb++;
  if (!ANSWERING.has(words.word[verb]!) || !isVerbLike(words, verb)) return undefined;
  const content = trimmed(words, { first: verb + 1, last });
  return content.last - content.first >= LEAST
    ? { cue: { first: name.last, last: verb + 1 }, source: [name], content: [content], confidence }
    : undefined;
}
