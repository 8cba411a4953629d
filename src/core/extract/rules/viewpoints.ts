// "In the words of Ann Lee, …", "…, in the opinion of doctors, …", "in her view", "in the ministry's account": a phrase
// that lends the whole sentence to somebody.
import type { Draft } from '../draft.js';
import { PRON } from '../parts-of-speech.js';
import type { Reading } from '../reading.js';
import type { Window } from '../window.js';
import { QUOTE, SHAPE, type Words } from '../words.js';
import { pastSemicolon } from './clauses.js';
import { ownerBefore } from './named-sayings.js';
import { phraseFrom } from './noun-phrase.js';
import { hashes, isSomebody } from './saying.js';
import { trimmed } from './spoken.js';

const [IN, THE, OF, WHO] = [...hashes('in the of who')];
const VIEWS = hashes('words view opinion judgment judgement estimation telling account');
const FARTHEST_NOUN = 8;
const LONGEST_NAME = 10;
const LEAST = 3;

export function viewpoint(
  reading: Reading,
  words: Words,
  at: number,
  first: number,
  last: number,
  confidence: number,
): Draft | undefined {
  if (words.word[at] !== IN || words.quote[at] !== QUOTE.outside) return undefined;
  const lent = lentBy(words, at, last) ?? lentByOwner(reading, words, at, last);
  if (!lent) return undefined;
  const end = endOfPhrase(words, Math.max(lent.cue.last, lent.source.last), last);
  if (end === undefined) return undefined;
  const source = lent.source.first < lent.cue.first ? lent.source : { first: lent.source.first, last: end };
  const opens = at - first <= 1;
  if (!opens && words.shape[at - 1] !== SHAPE.comma) return undefined;
  const before = trimmed(words, { first: pastSemicolon(words, first, at), last: opens ? first : at });
  const after = trimmed(words, { first: end, last });
  const content = [before, after].filter((range) => range.last > range.first);
  return content.some((range) => range.last - range.first >= LEAST)
    ? { cue: lent.cue, source: [source], content, confidence }
    : undefined;
}

interface Lent {
  readonly cue: Window;
  readonly source: Window;
}

/** "in the words of name". */
function lentBy(words: Words, at: number, last: number): Lent | undefined {
  if (words.word[at + 1] !== THE || !VIEWS.has(words.word[at + 2]!) || words.word[at + 3] !== OF)
    return undefined;
  const source = phraseFrom(words, at + 4, last);
  return source && { cue: { first: at, last: at + 4 }, source };
}

/** "in her view", "in the coroner's opinion". */
function lentByOwner(reading: Reading, words: Words, at: number, last: number): Lent | undefined {
  for (let noun = at + 2; noun < Math.min(last, at + FARTHEST_NOUN); noun++) {
    if (words.shape[noun]! >= SHAPE.comma && words.shape[noun] !== SHAPE.quoteMark) return undefined;
    if (!VIEWS.has(words.word[noun]!)) continue;
    const source = ownerBefore(reading, words, noun, at);
    return source && source.first === at + 1 ? { cue: { first: noun, last: noun + 1 }, source } : undefined;
  }
  return undefined;
}

/** The comma, or the end of the sentence, right after the phrase. */
function endOfPhrase(words: Words, from: number, last: number): number | undefined {
  for (let at = from; at < Math.min(last, from + LONGEST_NAME); at++) {
    if (words.shape[at]! >= SHAPE.comma && words.quote[at] === QUOTE.outside) return at;
    if (words.part[at] === PRON && words.word[at] !== WHO) return undefined;
  }
  return from === last ? last : undefined;
}

const [WHAT] = [...hashes('what')];

/** "Forty died, medics said, in what the envoy called a massacre": medics say nothing of what it is called. */
export const withoutAppraisals = (words: Words, drafts: readonly Draft[]): Draft[] =>
  drafts.map((draft) => {
    const { cue, content } = draft;
    const tail = content.at(-1)!;
    const isAppraisal =
      cue !== null &&
      content.length > 1 &&
      tail.first >= cue.last &&
      words.word[tail.first] === IN &&
      words.word[tail.first + 1] === WHAT &&
      whatCalled(words, tail.first + 1, tail.last, 1) !== undefined;
    return isAppraisal ? { ...draft, content: content.slice(0, -1) } : draft;
  });

const CALLING = hashes(
  'called calls described describes termed terms labelled labels dubbed dubs deemed deems considered considers',
);
const [AS] = [...hashes('as')];

/** "in what the envoy called one of the deadliest attacks of the war": what name calls something. */
export function whatCalled(words: Words, what: number, last: number, confidence: number): Draft | undefined {
  const source = words.quote[what] === QUOTE.outside ? phraseFrom(words, what + 1, last) : undefined;
  if (!source || !isSomebody(words, source) || !CALLING.has(words.word[source.last]!)) return undefined;
  const end = source.last + (words.word[source.last + 1] === AS ? 2 : 1);
  let stop = end;
  while (stop < last && (words.shape[stop]! < SHAPE.comma || words.quote[stop] !== QUOTE.outside)) stop++;
  const content = trimmed(words, { first: end, last: stop });
  return content.last - content.first > 1
    ? { cue: { first: source.last, last: end }, source: [source], content: [content], confidence }
    : undefined;
}
