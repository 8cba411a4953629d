// Clauses that follow a verb of thinking without "that", and what is forecast: "a few thought it might rain", "the bank
// predicts three cuts".
import type { Draft } from '../draft.js';
import { ADJ, AUX, CCONJ, DET, NOUN, NUM, PRON, PROPN, VERB } from '../parts-of-speech.js';
import { TRAIT } from '../word-classes.js';
import { QUOTE, SHAPE, type Words } from '../words.js';
import { phraseFrom } from './noun-phrase.js';
import {
  actIn,
  FARTHEST,
  hashes,
  ING,
  isPlainlyFinite,
  isSayingNoun,
  isVerbLike,
  mayBeVerb,
  SEMICOLON,
} from './saying.js';
import { trimmed } from './spoken.js';

const THINKING = hashes(
  'thought thinks think believed believes believe reckoned reckons reckon suspected suspects suspect feared fears fear ' +
    'assumed assumes assume guessed guesses guess figured figures maintain maintains maintained',
);
const FORECASTING = hashes(
  'predicted predicts predict forecast forecasts foresees foresee foresaw projects projected',
);
const AMOUNTS: readonly number[] = [NUM, DET, ADJ, NOUN];

/** "name thought (clause)", "name predicts (so many of something)". */
export function thought(
  words: Words,
  verb: number,
  first: number,
  last: number,
  confidence: number,
): Draft | undefined {
  const isThought = THINKING.has(words.word[verb]!) && (words.value[verb]! & TRAIT.verb) !== 0;
  const isForecast = !isThought && FORECASTING.has(words.word[verb]!);
  if (!isThought && !isForecast) return undefined;
  const some = isThought ? counted(words, verb, first) : undefined;
  const isNamed = some !== undefined || (words.part[verb - 1] === PROPN && mayBeVerb(words, verb));
  if (
    (!isVerbLike(words, verb) && !isNamed) ||
    words.suffix[verb] === ING ||
    words.quote[verb] !== QUOTE.outside
  )
    return undefined;
  if (isThought ? !opensClause(words, verb + 1, last) : !AMOUNTS.includes(words.part[verb + 1]!))
    return undefined;
  const act = some ?? (isPlainlyFinite(words, verb) ? actIn(words, verb, first) : undefined);
  const content = trimmed(words, { first: verb + 1, last: endOfClause(words, verb + 1, last) });
  return act && { ...act, content: [content], confidence };
}

const HAVE = hashes('has have had');
const WOULD = hashes('would will');

/** "name has reiterated the army would stand firm", however the verb is spelt: only a clause has a "would". */
export function vowed(
  words: Words,
  verb: number,
  first: number,
  last: number,
  confidence: number,
): Draft | undefined {
  if (!HAVE.has(words.word[verb - 1] ?? 0) || words.quote[verb] !== QUOTE.outside) return undefined;
  const subject = phraseFrom(words, verb + 1, last);
  if (!subject || subject.first !== verb + 1 || !WOULD.has(words.word[subject.last] ?? 0)) return undefined;
  const act = actIn(words, verb, first);
  const content = trimmed(words, { first: verb + 1, last: endOfClause(words, verb + 1, last) });
  return act && { ...act, content: [content], confidence };
}

const COUNTS = hashes('few many some most others several all both none');

/** "A few thought": no few thoughts. */
function counted(words: Words, verb: number, first: number): Pick<Draft, 'cue' | 'source'> | undefined {
  const head = verb - 1;
  if (head < first || !COUNTS.has(words.word[head]!)) return undefined;
  const from = head > first && words.part[head - 1] === DET ? head - 1 : head;
  return { cue: { first: verb, last: verb + 1 }, source: [{ first: from, last: verb }] };
}

const UNDERTAKING = hashes(
  'claimed claims claim vowed vows vow pledged pledges pledge promised promises promise threatened threatens threaten swore ' +
    'swears professed professes',
);
const [TO] = [...hashes('to')];
const LONGEST_TIME = 4;

/** "name claimed on Thursday to have taken the town". */
export function claimsTo(
  words: Words,
  verb: number,
  first: number,
  last: number,
  confidence: number,
): Draft | undefined {
  if (!UNDERTAKING.has(words.word[verb]!) || !isVerbLike(words, verb) || words.quote[verb] !== QUOTE.outside)
    return undefined;
  let to = verb + 1;
  while (to < last && words.word[to] !== TO && to - verb <= LONGEST_TIME) {
    if (words.part[to] === VERB || words.part[to] === AUX || words.shape[to]! >= SHAPE.comma)
      return undefined;
    if (words.part[to] === DET || words.part[to] === NOUN) return undefined;
    to++;
  }
  if (words.word[to] !== TO || (words.part[to + 1] !== VERB && words.part[to + 1] !== AUX)) return undefined;
  const act = isPlainlyFinite(words, verb) ? actIn(words, verb, first) : undefined;
  const content = trimmed(words, { first: to, last: endOfClause(words, to, last) });
  return act && { ...act, content: [content], confidence };
}

/** A subject and, right after it, a finite verb. */
function opensClause(words: Words, first: number, last: number): boolean {
  const subject = phraseFrom(words, first, last);
  if (!subject || subject.last >= last) return false;
  const opener = words.part[first]!;
  if (subject.last - first > 1 && words.part[subject.last - 1] === PRON) return false;
  if (opener !== DET && opener !== PRON && opener !== PROPN && opener !== NUM && opener !== NOUN)
    return false;
  return (
    words.part[subject.last] === AUX ||
    (words.part[subject.last] === VERB && words.suffix[subject.last] !== ING)
  );
}

/** Up to a semicolon, a comma and "but", or a comma and what the narrator calls it: "…, a claim". */
function endOfClause(words: Words, first: number, last: number): number {
  for (let at = first; at < Math.min(last, first + FARTHEST); at++) {
    if (words.word[at] === SEMICOLON) return at;
    if (words.shape[at] !== SHAPE.comma || words.quote[at] !== QUOTE.outside) continue;
    if (words.part[at + 1] === CCONJ || (words.part[at + 1] === DET && isSayingNoun(words, at + 2)))
      return at;
  }
  return last;
}
