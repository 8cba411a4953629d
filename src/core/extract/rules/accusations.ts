// Accusations, with whom they are made against and of what: "accused the council, her old employer, of “theft”".
import type { Draft } from '../draft.js';
import { ADP, VERB } from '../parts-of-speech.js';
import type { Words } from '../words.js';
import { QUOTE, SHAPE } from '../words.js';
import { phraseFrom } from './noun-phrase.js';
import { hashes, isSomebody, isVerbLike, subjectOf, verbGroup } from './saying.js';
import { trimmed } from './spoken.js';

const ACCUSING = hashes(
  'accused accuses accuse slammed slams slam blasted blasts criticised criticises criticized criticizes denounced denounces ' +
    'blamed blames faulted chided rebuked lambasted castigated berated attacked assailed slated faults',
);
/** "lashed out at", "hit out at", "railed against": verb and particle. */
const LASHING = hashes('lashed lashes hit hits railed rails rounded tore laid ripped');
const AT = hashes('at against on into');
const OF = hashes('of for over');
const REACH = 24;

export function accusation(
  words: Words,
  verb: number,
  first: number,
  last: number,
  confidence: number,
): Draft | undefined {
  const end = afterVerb(words, verb);
  if (end < 0 || !isVerbLike(words, verb) || words.quote[verb] !== QUOTE.outside) return undefined;
  const object = phraseFrom(words, end, Math.min(last, end + REACH));
  if (!object || !hasCharge(words, object.last, last)) return undefined;
  const cue = { first: verbGroup(words, verb, first).first, last: end };
  const source = subjectOf(words, cue.first, first);
  if (!source || !isSomebody(words, source)) return undefined;
  return {
    cue,
    source: [source],
    content: [trimmed(words, { first: end, last: endOfCharge(words, object.last, last) })],
    confidence,
  };
}

function afterVerb(words: Words, verb: number): number {
  if (ACCUSING.has(words.word[verb]!)) return verb + 1;
  if (!LASHING.has(words.word[verb]!)) return -1;
  for (let at = verb + 1; at <= verb + 2; at++) if (AT.has(words.word[at]!)) return at + 1;
  return -1;
}

/** "of trying", "for “words”", with at most an apposition between commas before it. */
function hasCharge(words: Words, from: number, last: number): boolean {
  for (let at = from; at < Math.min(last - 1, from + REACH); at++) {
    if (words.shape[at] === SHAPE.stop || words.shape[at] === SHAPE.colon) return false;
    if (words.part[at] === VERB && words.shape[at] === SHAPE.lower && words.part[at - 1] !== ADP)
      return false;
    if (OF.has(words.word[at]!) && (words.quote[at + 1] === QUOTE.opening || words.part[at + 1] === VERB))
      return true;
  }
  return false;
}

function endOfCharge(words: Words, from: number, last: number): number {
  let quoted = false;
  for (let at = from; at < last; at++) {
    if (words.quote[at] === QUOTE.closing) quoted = true;
    else if (
      quoted &&
      words.quote[at] === QUOTE.outside &&
      words.shape[at]! < SHAPE.comma &&
      words.part[at] === ADP
    )
      return at;
  }
  return last;
}
