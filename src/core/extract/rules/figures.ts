// Figures that stand alone for what somebody says: "puts the dead at 60", "says 11,400, the ministry 9,870".
import type { Draft } from '../draft.js';
import { ADP, ADV, CCONJ, DET, NUM, PRON, PROPN, VERB } from '../parts-of-speech.js';
import { QUOTE, SHAPE, type Words } from '../words.js';
import { phraseFrom } from './noun-phrase.js';
import {
  actIn,
  hashes,
  isPassive,
  isSaying,
  isSayingAfterName,
  isVerbLike,
  subjectOf,
  verbGroup,
} from './saying.js';
import { trimmed } from './spoken.js';

const PUTTING = hashes(
  'put puts putting placed places place set sets pegged pegs peg estimated estimates estimate gave gives give reckoned ' +
    'reckons counted counts assessed assesses gauged revised revises',
);
const AT = hashes('at as nearer around between above below about over');
const [OF] = [...hashes('of')];
const LONGEST_OBJECT = 14;

/** "name put the number of dead at 40". */
export function putAt(
  words: Words,
  verb: number,
  first: number,
  last: number,
  confidence: number,
): Draft | undefined {
  if (!PUTTING.has(words.word[verb]!) || words.part[verb + 1] === PRON) return undefined;
  if (!isVerbLike(words, verb) && words.part[verb - 1] !== PROPN) return undefined;
  let at = verb + 2;
  for (; at < Math.min(last, verb + LONGEST_OBJECT); at++) {
    const isBreak = words.shape[at] === SHAPE.comma && AT.has(words.word[at + 1]!);
    const isVerb = words.part[at] === VERB && words.word[at - 1] !== OF && words.part[at - 1] !== DET;
    if (!isBreak && (words.shape[at]! >= SHAPE.comma || isVerb)) return undefined;
    if (AT.has(words.word[at]!) && figureAt(words, at + 1, last) >= 0) break;
  }
  if (at >= Math.min(last, verb + LONGEST_OBJECT)) return undefined;
  const cue = verbGroup(words, verb, first);
  const source = subjectOf(words, cue.first, first);
  if (!source) return undefined;
  const end = endOfFigure(words, figureAt(words, at + 1, last), last);
  return { cue, source: [source], content: [trimmed(words, { first: verb + 1, last: end })], confidence };
}

const COUNTS = hashes('figure toll number total count tally estimate');

/** "name gave a figure of 42". */
export function gaveFigure(
  words: Words,
  verb: number,
  first: number,
  last: number,
  confidence: number,
): Draft | undefined {
  if (!GIVING.has(words.word[verb]!) || !isVerbLike(words, verb) || words.part[verb + 1] !== DET)
    return undefined;
  let noun = verb + 2;
  while (noun < verb + 5 && !COUNTS.has(words.word[noun]!)) noun++;
  if (!COUNTS.has(words.word[noun]!) || words.word[noun + 1] !== OF) return undefined;
  const figure = figureAt(words, noun + 2, last);
  const act = figure < 0 ? undefined : actIn(words, verb, first);
  const content = { first: verb + 1, last: endOfFigure(words, figure, last) };
  return act && { ...act, content: [trimmed(words, content)], confidence };
}

const GIVING = hashes('gave gives give listed lists list recorded records');
const [AS] = [...hashes('as')];

/** "name gave the cause of death as drowning". */
export function givenAs(
  words: Words,
  verb: number,
  first: number,
  last: number,
  confidence: number,
): Draft | undefined {
  if (!GIVING.has(words.word[verb]!) || !isVerbLike(words, verb)) return undefined;
  const object = phraseFrom(words, verb + 1, last);
  if (!object || words.word[object.last] !== AS || object.last + 1 >= last) return undefined;
  const act = actIn(words, verb, first);
  const content = trimmed(words, { first: verb + 1, last: endOfFigure(words, object.last + 1, last) });
  return act && { ...act, content: [content], confidence };
}

/** "spoke of 46 dead": the tagger leaves a figure to the verb before it. */
export const withWholeFigures = (words: Words, drafts: readonly Draft[]): Draft[] =>
  drafts.map((draft) => {
    const [said, ...rest] = draft.content;
    const figure = said!.first - 1;
    return draft.cue?.last === figure && words.part[figure] === NUM
      ? { ...draft, content: [{ first: figure, last: said!.last }, ...rest] }
      : draft;
  });

/** "name says 9,870". */
export function bareFigure(
  words: Words,
  verb: number,
  first: number,
  last: number,
  confidence: number,
): Draft | undefined {
  if (!isSaying(words, verb) && !isSayingAfterName(words, verb, first)) return undefined;
  const from = words.word[verb + 1] === OF && verb + 2 < last ? verb + 2 : verb + 1;
  const figure = figureAt(words, from, last);
  if (figure < 0) return undefined;
  const end = figure + 1;
  if (words.shape[end] === SHAPE.colon) return undefined;
  const stands = end >= last || words.shape[end]! >= SHAPE.comma || words.part[end] === CCONJ;
  if (!stands || words.quote[figure] !== QUOTE.outside) return undefined;
  const cue = verbGroup(words, verb, first);
  const source = subjectOf(words, cue.first, first);
  if (!source || isPassive(words, cue)) return undefined;
  return { cue, source: [source], content: [{ first: from, last: end }], confidence };
}

/** "The ministry: 84." */
export function labelledFigure(
  words: Words,
  first: number,
  last: number,
  confidence: number,
): Draft | undefined {
  const source = phraseFrom(words, first, last);
  if (!source || source.first !== first || words.shape[source.last] !== SHAPE.colon) return undefined;
  const figure = figureAt(words, source.last + 1, last);
  if (figure < 0 || last - figure > 4) return undefined;
  const content = trimmed(words, { first: source.last + 1, last });
  return { cue: null, source: [source], content: [content], confidence };
}

const GOING_ON = hashes('and but');
const CURRENCIES = hashes('$ £ €');

/** The token of a figure at `at`, or after a few words like "some" and "close to"; -1 when there is none. */
function figureAt(words: Words, at: number, last: number): number {
  let next = at;
  while (next < Math.min(last, at + 3) && (words.part[next] === ADV || words.part[next] === ADP)) next++;
  if (CURRENCIES.has(words.word[next]!)) next++;
  return next < last && (words.part[next] === NUM || words.shape[next] === SHAPE.number) ? next : -1;
}

function endOfFigure(words: Words, figure: number, last: number): number {
  let at = figure + 1;
  while (at < last && words.shape[at]! < SHAPE.comma && words.part[at] !== VERB) {
    if (GOING_ON.has(words.word[at]!) && words.part[at + 1] !== NUM) break;
    at++;
  }
  return at;
}
