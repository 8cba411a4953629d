// Sayings given by their noun: "a warning from Ann Lee that", "her claim that", "the ministry's view is that", "a statement
// according to which"; and "according to".
import type { Draft } from '../draft.js';
import { ADJ, ADV, AUX, CCONJ, DET, NOUN, PRON, PROPN, SCONJ, VERB } from '../parts-of-speech.js';
import type { Reading } from '../reading.js';
import { tokenText } from '../tokens.js';
import type { Window } from '../window.js';
import { TRAIT } from '../word-classes.js';
import { QUOTE, SHAPE, type Words } from '../words.js';
import { POSSESSIVES, phraseBefore, phraseFrom } from './noun-phrase.js';
import { FARTHEST, hashes, isSayingNoun, THAT } from './saying.js';
import { trimmed } from './spoken.js';

const SOURCES = hashes('by of from');
const UNDERTAKINGS = hashes(
  'promise pledge vow offer threat demand call request appeal plea commitment refusal',
);
const [TO] = [...hashes('to')];

/** "noun by name that words", "name's noun that words", "her noun that words". */
export function nounClause(
  reading: Reading,
  words: Words,
  noun: number,
  that: number,
  first: number,
  last: number,
  confidence: number,
): Draft | undefined {
  const source =
    namedAfter(words, noun, that) ??
    (that === noun + 1 ? ownerBefore(reading, words, noun, first) : undefined);
  if (!source && !(UNOWNED.has(words.word[noun]!) && that === noun + 1)) return undefined;
  const content = trimmed(words, { first: that, last: mainVerb(words, that + 1, last) });
  if (content.last - content.first < 2) return undefined;
  const cue = { first: noun, last: noun + 1 };
  return { cue, source: source ? [source] : [], content: [content], confidence };
}

/** "arrested on allegations that he took money": nobody is named who says so. */
const UNOWNED = hashes('allegations accusations claims rumours rumors suspicions reports');

/** "a promise from the mayor to pay", "her offer to resign". */
export function undertaking(words: Words, noun: number, last: number, confidence: number): Draft | undefined {
  if (!UNDERTAKINGS.has(words.word[noun]!) || !isSayingNoun(words, noun)) return undefined;
  if (!SOURCES.has(words.word[noun + 1]!)) return undefined;
  const source = phraseFrom(words, noun + 2, last);
  if (!source || words.word[source.last] !== TO || words.part[source.last + 1] !== VERB) return undefined;
  const content = trimmed(words, { first: source.last, last: mainVerb(words, source.last + 2, last, 1) });
  return content.last - content.first < 3
    ? undefined
    : { cue: { first: noun, last: noun + 1 }, source: [source], content: [content], confidence };
}

/** "name's noun is that words". */
export function equation(
  reading: Reading,
  words: Words,
  that: number,
  first: number,
  last: number,
  confidence: number,
): Draft | undefined {
  const verb = that - 1;
  const noun = that - 2;
  if (words.part[verb] !== AUX || noun <= first) return undefined;
  if (!isSayingNoun(words, noun) && !isThoughtNoun(words, noun)) return undefined;
  const source = ownerBefore(reading, words, noun, first);
  if (!source) return undefined;
  return {
    cue: { first: noun, last: that },
    source: [source],
    content: [trimmed(words, { first: that, last })],
    confidence,
  };
}

const THOUGHTS = hashes(
  'theory view opinion position line argument case point belief understanding version thesis feeling hope fear',
);
const isThoughtNoun = (words: Words, at: number): boolean => THOUGHTS.has(words.word[at]!);

/** "According to name, words." and "Words, according to name.": the aside of a relay is left to whoever reads relays. */
export function accordingTo(
  words: Words,
  at: number,
  first: number,
  last: number,
  confidence: number,
): Draft | undefined {
  if (!isAccording(words, at) || words.word[at + 2] === WHICH) return undefined;
  const from = at + (isPer(words, at) ? 1 : 2);
  const source = phraseFrom(words, from, last) ?? namedUntilComma(words, from, last);
  if (!source || words.quote[at] !== QUOTE.outside) return undefined;
  const cue = { first: at, last: at + (isPer(words, at) ? 1 : 2) };
  if (isManner(words, { cue, source: [source] })) return undefined;
  const content = at - first <= 1 ? afterSource(words, source, last) : beforeComma(words, at, first);
  return content && content.last - content.first >= 3
    ? { cue, source: [source], content: [content], confidence }
    : undefined;
}

/** "according to Islamic rites", "according to plan": how it was done, and nobody's word; "the plans" and "her plan" are documents. */
export function isManner({ word, part }: Words, { cue, source }: Pick<Draft, 'cue' | 'source'>): boolean {
  if (
    !cue ||
    !source.some(
      ({ first, last }) => part[first] !== DET && part[first] !== PRON && MANNERS.has(word[last - 1]!),
    )
  )
    return false;
  for (let at = cue.first; at < cue.last; at++) if (word[at] === ACCORDING) return true;
  return false;
}

const MANNERS = hashes(
  'rite rites ritual rituals tradition traditions custom customs plan plans schedule taste tastes preference preferences size ' +
    'ability need needs merit seniority procedure procedures protocol',
);

/** "according to" and "as per". */
const isAccording = (words: Words, at: number): boolean =>
  (words.word[at] === ACCORDING && words.word[at + 1] === TO) ||
  (words.word[at] === AS && words.word[at + 1] === PER) ||
  isPer(words, at);

/** "Rates will fall, per one of them.": after a comma, and of somebody with a name, an article or others of the kind. */
const isPer = ({ word, part, shape }: Words, at: number): boolean =>
  word[at] === PER &&
  word[at - 1] !== AS &&
  shape[at - 1] === SHAPE.comma &&
  (part[at + 1] === PROPN || part[at + 1] === DET || word[at + 2] === OF_WORD);

const LONGEST_NAME = 6;

/** "according to police, …": whoever stands there is named, even by a word that may be a verb. */
function namedUntilComma(words: Words, first: number, last: number): Window | undefined {
  let comma = first;
  while (comma < last && words.shape[comma]! < SHAPE.comma && comma - first <= LONGEST_NAME) comma++;
  return comma > first && (words.shape[comma] === SHAPE.comma || words.shape[comma] === SHAPE.stop)
    ? { first, last: comma }
    : undefined;
}

const LONGEST_ASIDE = 18;
const ASIDES = hashes('as who which whose where cited quoted quoting citing');

function afterSource(words: Words, source: Window, last: number): Window | undefined {
  let comma = source.last;
  while (comma < last && words.shape[comma]! < SHAPE.comma && comma - source.last < LONGEST_ASIDE) comma++;
  if (words.shape[comma] !== SHAPE.comma) return undefined;
  let from = comma + 1;
  if (ASIDES.has(words.word[from]!)) {
    while (from < last && words.shape[from] !== SHAPE.comma && from - comma < LONGEST_ASIDE) from++;
    if (words.shape[from] !== SHAPE.comma) return undefined;
    from++;
  }
  return trimmed(words, { first: from, last });
}

const beforeComma = (words: Words, at: number, first: number): Window | undefined =>
  words.shape[at - 1] === SHAPE.comma && words.part[first] !== SCONJ
    ? trimmed(words, { first, last: at - 1 })
    : undefined;

const [ACCORDING, WHICH, AS, PER, OF_WORD] = [...hashes('according which as per of')];

/** "a statement by name according to which words". */
export function accordingToWhich(
  words: Words,
  at: number,
  first: number,
  last: number,
  confidence: number,
): Draft | undefined {
  if (words.word[at] !== ACCORDING || words.word[at + 1] !== TO || words.word[at + 2] !== WHICH)
    return undefined;
  const end = words.shape[at - 1] === SHAPE.comma ? at - 1 : at;
  const near = phraseBefore(words, end, first);
  if (!near) return undefined;
  const link = near.first - 1;
  const noun = SOURCES.has(words.word[link]!) ? phraseBefore(words, link, first) : undefined;
  const content = trimmed(words, { first: at + 3, last });
  return content.last - content.first < 3
    ? undefined
    : {
        cue: { first: at, last: at + 3 },
        source: [{ first: noun?.first ?? near.first, last: near.last }],
        content: [content],
        confidence,
      };
}

/** "by name" right after the noun, up to the clause. */
function namedAfter(words: Words, noun: number, that: number): Window | undefined {
  if (!SOURCES.has(words.word[noun + 1]!)) return undefined;
  const source = phraseFrom(words, noun + 2, that);
  return source && source.last === that && speaks(words, source) ? source : undefined;
}

/** "of the fact that": what is no person, body or name does not speak. */
function speaks(words: Words, { first, last }: Window): boolean {
  for (let at = first; at < last; at++)
    if (words.shape[at] !== SHAPE.lower || (words.value[at]! & (TRAIT.person | TRAIT.group)) !== 0)
      return true;
  return words.part[last - 1] === PRON;
}

/** "the ministry's", "her" before the noun. */
export function ownerBefore(
  { tokens }: Reading,
  words: Words,
  noun: number,
  first: number,
): Window | undefined {
  let at = noun - 1;
  while (at > first && !isOwner(tokenText(tokens, at)) && QUALIFIES.includes(words.part[at]!)) at--;
  if (at < first) return undefined;
  if (POSSESSIVES.has(words.word[at]!)) return { first: at, last: at + 1 };
  if (!isOwner(tokenText(tokens, at))) return undefined;
  const isBare = tokenText(tokens, at).length === 1;
  const phrase = phraseBefore(words, isBare ? at : at + 1, first);
  return phrase && { first: phrase.first, last: at + 1 };
}

const QUALIFIES: readonly number[] = [ADJ, ADV, NOUN];
const isOwner = (word: string): boolean => /[’']s?$/.test(word);

/** Where the sentence's own verb follows the clause: the second group of verbs that nothing links to the first. */
export function mainVerb(words: Words, first: number, last: number, before = 0): number {
  let groups = before;
  for (let at = first; at < Math.min(last, first + FARTHEST); at++) {
    // "that it rained and that the road was shut": another clause of the same saying.
    if (words.word[at] === THAT && words.part[at - 1] === CCONJ) groups = before;
    const isVerb = words.part[at] === VERB || words.part[at] === AUX;
    if (!isVerb || words.quote[at] === QUOTE.inside) continue;
    const linked = [CCONJ, SCONJ, PRON, VERB, AUX, ADV].includes(words.part[at - 1]!) && groups > 0;
    if (groups > 0 && !linked && words.part[at - 1] !== undefined && words.shape[at - 1]! < SHAPE.comma)
      return at;
    groups++;
    while (at + 1 < last && (words.part[at + 1] === VERB || words.part[at + 1] === AUX)) at++;
  }
  return last;
}
