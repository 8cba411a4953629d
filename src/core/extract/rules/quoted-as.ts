// Somebody quoted by another: "quoted the niece as saying that …", "the mayor was quoted by the paper as saying: “…”".
import type { Draft } from '../draft.js';
import { AUX, CCONJ, PART, SCONJ, VERB } from '../parts-of-speech.js';
import type { Window } from '../window.js';
import { QUOTE, SHAPE, type Words } from '../words.js';
import { phraseBefore, phraseFrom } from './noun-phrase.js';
import { hashes, hasVerb, ING, isSomebody, isVerbLike, SEMICOLON, subjectOf, verbGroup } from './saying.js';
import { trimmed } from './spoken.js';

const QUOTED = hashes('quoted quotes quote quoting cited cites citing');
const [AS, SAYING] = [...hashes('as saying')];
const TELLING = hashes('saying telling stating warning claiming adding insisting writing confirming');
const REACH = 18;

export function quotedAs(
  words: Words,
  verb: number,
  first: number,
  last: number,
  confidence: number,
): Draft | undefined {
  if (!QUOTED.has(words.word[verb]!) || words.quote[verb] !== QUOTE.outside) return undefined;
  let as = verb + 1;
  while (as < Math.min(last - 2, verb + REACH) && words.word[as] !== AS) as++;
  if (words.word[as] !== AS || !(words.word[as + 1] === SAYING || TELLING.has(words.word[as + 1]!)))
    return undefined;
  const isPassive = words.part[verb - 1] === AUX && isVerbLike(words, verb);
  const phrase = isPassive ? subjectOf(words, verb - 1, first) : phraseFrom(words, verb + 1, as);
  if (!phrase) return undefined;
  const source =
    isPassive || words.shape[phrase.last] !== SHAPE.comma ? phrase : { first: phrase.first, last: as };
  const after = trimmed(words, { first: as + 2, last });
  const content = after.last - after.first < 2 && !isPassive ? beforeQuoter(words, verb, first) : after;
  return !content || content.last - content.first < 2
    ? undefined
    : {
        cue: { first: isPassive ? verb - 1 : verb, last: isPassive && as > verb + 1 ? verb + 1 : as + 2 },
        source: [trimmed(words, source)],
        content: [content],
        confidence,
      };
}

/** "Words, the paper quoted two officials as saying." */
function beforeQuoter(words: Words, verb: number, first: number): Window | undefined {
  const quoter = phraseBefore(words, verb, first);
  const comma = quoter ? quoter.first - 1 : first;
  if (comma <= first || words.shape[comma] !== SHAPE.comma) return undefined;
  return trimmed(words, { first, last: comma });
}

/** "Claiming that words, name said …": the sentence opens with a participle that says. */
export function participle(words: Words, first: number, last: number, confidence: number): Draft | undefined {
  const that = first + 1;
  if (words.part[first] !== VERB || words.word[that] !== THAT || !SAYS_ING.has(words.word[first]!))
    return undefined;
  let comma = that + 3;
  while (comma < last && words.shape[comma] !== SHAPE.comma) comma++;
  const source = comma < last ? phraseFrom(words, comma + 1, last) : undefined;
  return (
    source && {
      cue: { first, last: that },
      source: [source],
      content: [{ first: that, last: comma }],
      confidence,
    }
  );
}

const [THAT] = [...hashes('that')];
const SAYS_ING = hashes(
  'claiming saying noting stating expressing stressing emphasizing emphasising underlining adding warning insisting arguing ' +
    'explaining recalling pointing reminding announcing alleging asserting declaring acknowledging admitting complaining',
);

/** "the army walked out, saying rebels had used the truce": whoever the clause before is about says so. */
export function sayingSo(
  words: Words,
  verb: number,
  first: number,
  last: number,
  confidence: number,
): Draft | undefined {
  if (!SAYS_ING.has(words.word[verb]!) || words.shape[verb - 1] !== SHAPE.comma) return undefined;
  if (words.quote[verb] !== QUOTE.outside || words.quote[verb + 1] !== QUOTE.outside) return undefined;
  const source = subjectBefore(words, verb - 1, first);
  const content = trimmed(words, { first: verb + 1, last: endOfWords(words, verb + 1, last) });
  return source && hasVerb(words, content)
    ? { cue: { first: verb, last: verb + 1 }, source: [source], content: [content], confidence }
    : undefined;
}

/** The subject of the last clause before `end`, where nothing shows that it only tells of somebody in it. */
function subjectBefore(words: Words, end: number, first: number): Window | undefined {
  for (let at = end - 1; at > first && end - at < REACH; at--) {
    if (words.quote[at] !== QUOTE.outside) return undefined;
    if (words.part[at] !== VERB && words.part[at] !== AUX) continue;
    if (words.shape[at] !== SHAPE.lower || words.suffix[at] === ING || words.part[at - 1] === PART) continue;
    const subject = phraseBefore(words, verbGroup(words, at, first).first, first);
    if (!subject || !isSomebody(words, subject)) return undefined;
    const before = subject.first - 1;
    const link = words.part[before];
    const opens = before < first || link === SCONJ || link === CCONJ || TIMES.has(words.word[before]!);
    return opens || words.shape[before]! >= SHAPE.comma ? subject : undefined;
  }
  return undefined;
}

const TIMES = hashes('after before since until');

/** Up to a dash or a semicolon. */
function endOfWords(words: Words, first: number, last: number): number {
  for (let at = first; at < last; at++)
    if (words.quote[at] === QUOTE.outside && (words.shape[at] === SHAPE.dash || words.word[at] === SEMICOLON))
      return at;
  return last;
}

/** "As the colonel specified, words" and "Words, as the colonel put it." */
export function asName(words: Words, first: number, last: number, confidence: number): Draft | undefined {
  if (words.word[first] !== AS) return undefined;
  const source = phraseFrom(words, first + 1, last);
  if (!source || !isVerbLike(words, source.last)) return undefined;
  const comma = source.last + 1;
  if (words.shape[comma] !== SHAPE.comma || words.quote[comma] !== QUOTE.outside) return undefined;
  const content = trimmed(words, { first: comma + 1, last });
  return content.last - content.first < 3
    ? undefined
    : { cue: { first: source.last, last: comma }, source: [source], content: [content], confidence };
}

const PUT = hashes('put puts');
const [IT] = [...hashes('it')];

/** "“Words,” as she put it." */
export function asPutIt(words: Words, as: number, first: number, confidence: number): Draft | undefined {
  if (words.word[as] !== AS || as - first < 3 || words.quote[as] !== QUOTE.outside) return undefined;
  const source = phraseFrom(words, as + 1, as + REACH);
  if (!source || !PUT.has(words.word[source.last]!) || words.word[source.last + 1] !== IT) return undefined;
  const content = trimmed(words, { first, last: as });
  return {
    cue: { first: source.last, last: source.last + 2 },
    source: [source],
    content: [content],
    confidence,
  };
}

const [BY, OWN] = [...hashes('by own')];
const COUNTS = hashes(
  'count reckoning estimate account calculation calculations tally telling count figures admission',
);

/** "Eleven houses fell, by the elder’s count." "The firm lost, by its own count, two mills." "By their count, …" */
export function byCount(
  words: Words,
  at: number,
  first: number,
  last: number,
  confidence: number,
): Draft | undefined {
  const opens = at === first;
  if (words.word[at] !== BY || words.quote[at] !== QUOTE.outside) return undefined;
  if (!opens && words.shape[at - 1] !== SHAPE.comma) return undefined;
  const phrase = phraseFrom(words, at + 1, last);
  if (!phrase || !COUNTS.has(words.word[phrase.last - 1]!)) return undefined;
  const owner = words.word[phrase.last - 2] === OWN ? phrase.last - 2 : phrase.last - 1;
  if (owner <= phrase.first) return undefined;
  const before = trimmed(words, { first, last: opens ? first : at - 1 });
  const closes = last - phrase.last <= 1;
  if (!closes && words.shape[phrase.last] !== SHAPE.comma) return undefined;
  const after = closes
    ? []
    : [trimmed(words, { first: phrase.last + 1, last: endOfClause(words, phrase.last + 1, last) })];
  const content = [before, ...after].filter((range) => range.last > range.first);
  return !content.some((range) => range.last - range.first >= 3)
    ? undefined
    : {
        cue: { first: phrase.last - 1, last: phrase.last },
        source: [{ first: phrase.first, last: owner }],
        content,
        confidence,
      };
}

/** Up to a semicolon, or a bracket or dash. */
function endOfClause(words: Words, first: number, last: number): number {
  let at = first;
  while (at < last && words.shape[at]! <= SHAPE.comma) at++;
  return at;
}
