// Who says it stands within what is said: "Words, she said, words", "The bridge, the mayor wrote on her page, is safe",
// "The minister, says Ann Lee, has survived worse".
import type { Draft } from '../draft.js';
import { ADP, ADV, AUX, CCONJ, SCONJ, VERB } from '../parts-of-speech.js';
import type { Window } from '../window.js';
import { TRAIT } from '../word-classes.js';
import { QUOTE, SHAPE, type Words } from '../words.js';
import { pastAdverbs, phraseFrom } from './noun-phrase.js';
import { hashes, ING, isSaying, isSomebody, isVerbLike } from './saying.js';
import { trimmed } from './spoken.js';

/** "When he left, she said no more": the first clause is not what was said. */
export const startsClause = (words: Words, first: number): boolean => words.part[first] === SCONJ;

/** "Words, name verb, “words”": the marks vouch for the rest. */
const QUOTED_AFTER = 0.6;

/** "Words, name verb (hearer), words." */
export function betweenCommas(
  words: Words,
  first: number,
  last: number,
  confidence: number,
): Draft | undefined {
  for (let comma = first + 2; comma < last - 4; comma++) {
    if (words.shape[comma] !== SHAPE.comma || words.quote[comma] !== QUOTE.outside) continue;
    const source = joinedPhrase(words, comma + 1, Math.min(last, comma + 12));
    if (!source || isRelative(words, source)) continue;
    const verb = pastAdverbs(words, source.last, last);
    if (!isSaying(words, verb)) continue;
    const hearer = phraseFrom(words, verb + 1, Math.min(last, verb + 7));
    const close = hearer ? hearer.last : verb + 1;
    if (words.shape[close] !== SHAPE.comma || close + 3 > last) continue;
    const start = pastColon(words, first, comma);
    const before = trimmed(words, { first: start, last: comma });
    const after = trimmed(words, { first: close + 1, last });
    if (words.part[close + 1] === VERB && words.suffix[close + 1] === ING) return undefined;
    const isJoined = words.part[close + 1] === CCONJ && !goesOn(words, close + 2, last);
    if (startsClause(words, start) || isJoined || after.first >= after.last) return undefined;
    const isQuoted = words.quote[close + 1] !== QUOTE.outside;
    if (isQuoted && isWholeSpeech(words, close + 2) && !isClause(words, before)) return undefined;
    const sure = isQuoted ? Math.max(confidence, QUOTED_AFTER) : confidence;
    return {
      cue: { first: verb, last: verb + 1 },
      source: [source],
      content: [before, after],
      confidence: sure,
    };
  }
  return undefined;
}

/** "In a statement, Lee said, “We regret it.”": what begins anew between the marks goes on with nothing. */
const isWholeSpeech = ({ shape }: Words, first: number): boolean => shape[first] !== SHAPE.lower;

/** "Standing in the rubble, she said, “We lost it.”": where somebody stands is not what is said. */
export function withoutScene(words: Words, draft: Draft): Draft {
  const [scene, said, ...rest] = draft.content;
  const { cue } = draft;
  if (!cue || !said || scene!.last >= cue.first || said.first < cue.last + 2) return draft;
  const isApart = words.quote[said.first - 1] === QUOTE.opening && isWholeSpeech(words, said.first);
  const isSpoken = words.quote[scene!.first] !== QUOTE.outside;
  return isApart && !isSpoken && !isClause(words, scene!) ? { ...draft, content: [said, ...rest] } : draft;
}

const OPENINGS: readonly number[] = [ADP, SCONJ, VERB, ADV];

function isClause(words: Words, { first, last }: Window): boolean {
  if (OPENINGS.includes(words.part[first]!) || words.suffix[first] === ING) return false;
  for (let at = first; at < last; at++)
    if (words.part[at] === AUX || (words.part[at] === VERB && words.suffix[at] !== ING)) return true;
  return false;
}

/** "He charges ten a head, he tells me, and has sold nine": a verb of the same subject; who "have denied it" spoke themselves. */
function goesOn(words: Words, first: number, last: number): boolean {
  if (first + 1 >= last || words.part[first] !== AUX || words.suffix[first] === ING) return false;
  return !isSaying(words, pastAdverbs(words, first + 1, last));
}

const BEFORE_NAMES = hashes(
  'says said argues argued insists insisted explains explained adds added notes noted warns warned admits admitted claims claimed writes wrote',
);
const LONGEST_SUBJECT = 16;
const LONGEST_INSERTION = 18;

/**
 * "The bridge, the mayor wrote on her page, is safe", "It could, she thinks, fall": between a subject and its verb, or
 * a helping verb and its verb, somebody is said to say it.
 */
export function insertedInClause(
  words: Words,
  first: number,
  last: number,
  confidence: number,
): Draft | undefined {
  const furthest = Math.min(last - 4, first + LONGEST_SUBJECT);
  for (let comma = first + 1; comma < furthest; comma++) {
    if (words.quote[comma] !== QUOTE.outside) return undefined;
    const isHelper = words.part[comma] === AUX && words.shape[comma + 1] === SHAPE.comma;
    if (words.part[comma] === VERB || (words.part[comma] === AUX && !isHelper)) return undefined;
    if (words.shape[comma] !== SHAPE.comma) continue;
    const isInverted = BEFORE_NAMES.has(words.word[comma + 1]!);
    const name = comma + (isInverted ? 2 : 1);
    const source = joinedPhrase(words, name, Math.min(last, name + 11));
    if (!source || !isSomebody(words, source) || isRelative(words, source)) continue;
    const verb = isInverted ? comma + 1 : pastAdverbs(words, source.last, last);
    if (!isSaying(words, verb) && !isThinking(words, verb)) continue;
    const end = Math.max(verb + 1, source.last);
    const close = commaAfter(words, end, Math.min(last, comma + LONGEST_INSERTION));
    if (close === undefined) continue;
    const opening = words.quote[close + 1] === QUOTE.opening ? 1 : 0;
    const next = pastAdverbs(words, close + 1 + opening, last);
    if (words.part[next] !== AUX && (words.part[next] !== VERB || words.suffix[next] === ING)) continue;
    const content = [trimmed(words, { first, last: comma }), trimmed(words, { first: close + 1, last })];
    return { cue: { first: verb, last: verb + 1 }, source: [source], content, confidence };
  }
  return undefined;
}

const PARTICIPLES = hashes('known seen held considered regarded');

/** Not "a giant known as Sugar". */
const isThinking = (words: Words, at: number): boolean =>
  !PARTICIPLES.has(words.word[at]!) &&
  isVerbLike(words, at) &&
  (words.value[at]! & TRAIT.thinking) !== 0 &&
  words.suffix[at] !== ING;

const RELATIVES = hashes('who whom whose which that where');
const isRelative = ({ word }: Words, { first, last }: Window): boolean =>
  RELATIVES.has(word[first]!) || RELATIVES.has(word[last - 1]!);

/** The next comma, with nothing before it that could be said: no verb and no quotation. */
function commaAfter(words: Words, from: number, last: number): number | undefined {
  for (let at = from; at < last; at++) {
    if (words.quote[at] !== QUOTE.outside || words.part[at] === VERB || words.part[at] === AUX)
      return undefined;
    if (words.shape[at] === SHAPE.comma) return at;
  }
  return undefined;
}

/** "Lee called it unfair: the filter, he said, was new": what stands before a colon is another's, or said otherwise. */
export function pastColon(words: Words, first: number, last: number): number {
  for (let at = last - 2; at > first; at--)
    if (words.shape[at] === SHAPE.colon && words.quote[at] === QUOTE.outside) return at + 1;
  return first;
}

/** "the group and two officials". */
function joinedPhrase(words: Words, first: number, limit: number): Window | undefined {
  const phrase = phraseFrom(words, first, limit);
  if (!phrase || words.part[phrase.last] !== CCONJ) return phrase;
  const other = phraseFrom(words, phrase.last + 1, limit);
  return other ? { first, last: other.last } : phrase;
}
