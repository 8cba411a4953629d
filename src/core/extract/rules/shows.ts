// Documents and pictures say what they show: "a report by the office, released the same day, documents 214 cases". And who
// takes the blame says so: "the group claimed responsibility for the attack".
import type { Draft } from '../draft.js';
import { ADJ, ADP, AUX, DET, NOUN, NUM, PROPN, VERB } from '../parts-of-speech.js';
import type { Window } from '../window.js';
import { QUOTE, SHAPE, type Words } from '../words.js';
import { phraseFrom } from './noun-phrase.js';
import {
  FARTHEST,
  hashes,
  hasVerb,
  isSomebody,
  isVerbLike,
  SEMICOLON,
  subjectOf,
  verbGroup,
} from './saying.js';
import { trimmed } from './spoken.js';

const SHOWING = hashes(
  'show shows showed document documents documented detail details detailed reveal reveals revealed depict depicts depicted ' +
    'indicate indicates indicated',
);
const SHOWN_BY = hashes(
  'report reports image images footage video videos photo photos photograph photographs picture pictures clip clips data ' +
    'figures statistics records minutes survey surveys poll polls study studies audit audits memo memos document documents ' +
    'analysis dossier logs filing filings map maps census readings tests',
);
const OPENS_OBJECT: readonly number[] = [DET, NUM, ADJ, NOUN, PROPN];
const LONGEST_SUBJECT = 24;

/** "(document, with whatever is told of it) documents (something)". */
export function shows(
  words: Words,
  verb: number,
  first: number,
  last: number,
  confidence: number,
): Draft | undefined {
  if (!SHOWING.has(words.word[verb]!) || verb + 2 >= last || words.quote[verb] !== QUOTE.outside)
    return undefined;
  if (!OPENS_OBJECT.includes(words.part[verb + 1]!) || words.shape[verb + 1]! >= SHAPE.comma)
    return undefined;
  const source = words.word[verb - 1] === TO ? undefined : shownBy(words, first, verb);
  if (!source) return undefined;
  const content = trimmed(words, { first: verb + 1, last: endAt(words, verb + 1, last) });
  return { cue: { first: verb, last: verb + 1 }, source: [source], content: [content], confidence };
}

/** What a sentence begins with, up to its verb: a phrase whose noun is a document, and no finite verb after it. */
function shownBy(words: Words, first: number, verb: number): Window | undefined {
  if (verb - first > LONGEST_SUBJECT || words.part[first] === VERB || words.part[first] === ADP)
    return undefined;
  const head = phraseFrom(words, first, verb);
  if (!head || head.first !== first || !SHOWN_BY.has(words.word[head.last - 1]!)) return undefined;
  if (head.last < verb && words.part[verb] === NOUN && !mayEnd(words, verb - 1)) return undefined;
  for (let at = head.last; at < verb; at++) {
    if (words.part[at] === AUX || words.shape[at] === SHAPE.colon || words.word[at] === SEMICOLON)
      return undefined;
    const isMainVerb = words.part[at] === VERB && words.shape[at] === SHAPE.lower;
    if (isMainVerb && words.part[at + 1] !== ADP && words.part[at - 1] !== ADP && words.part[at + 1] !== DET)
      return undefined;
  }
  return trimmed(words, { first, last: verb });
}

/** A noun that shows can only be a verb after a mark, a number or a name. */
const mayEnd = ({ part, shape }: Words, at: number): boolean =>
  shape[at] === SHAPE.comma || part[at] === NUM || part[at] === PROPN || shape[at] === SHAPE.number;

const ASIDES = hashes('where which who when while whose');

function endAt(words: Words, first: number, last: number): number {
  for (let at = first; at < Math.min(last, first + FARTHEST); at++)
    if (words.word[at] === SEMICOLON || (words.shape[at - 1] === SHAPE.comma && ASIDES.has(words.word[at]!)))
      return at;
  return last;
}

const TAKING = hashes(
  'claimed claims claim took takes take accepted accepts accept admitted admits assumed assumes',
);
const BLAME = hashes('responsibility blame credit');
const [FOR, TO] = [...hashes('for to')];

/** "name claimed responsibility for (something done)". */
export function takesBlame(
  words: Words,
  verb: number,
  first: number,
  last: number,
  confidence: number,
): Draft | undefined {
  if (!TAKING.has(words.word[verb]!) || !isVerbLike(words, verb)) return undefined;
  const noun = words.part[verb + 1] === ADJ ? verb + 2 : verb + 1;
  if (!BLAME.has(words.word[noun]!) || words.word[noun + 1] !== FOR || noun + 2 >= last) return undefined;
  const group = verbGroup(words, verb, first);
  const source = itselfCalled(words, group.first, first) ?? subjectOf(words, group.first, first);
  if (!source || !isSomebody(words, source)) return undefined;
  const content = trimmed(words, { first: noun + 2, last: endAt(words, noun + 2, last) });
  return { cue: { first: group.first, last: noun + 2 }, source: [source], content: [content], confidence };
}

const NAMING = hashes('calling calls styling naming identifying identified identifies introduced introduces');
const ITSELF = hashes('itself himself herself themselves');
const LONGEST_NAME = 16;

/** "a group calling itself the Front": that is who it is, and nothing it says. */
export const namesItself = ({ word }: Words, verb: number): boolean =>
  NAMING.has(word[verb]!) && ITSELF.has(word[verb + 1]!);

function itselfCalled(words: Words, last: number, first: number): Window | undefined {
  for (let at = last - 2; at > Math.max(first, last - LONGEST_NAME); at--) {
    if (!namesItself(words, at)) continue;
    const named = subjectOf(words, at, first);
    return named && { first: named.first, last };
  }
  return undefined;
}

const CLAIMED = hashes('claimed claims claim claiming');
const FARTHEST_LIVES = 6;

/** "claimed 7,000 lives": what a storm does, and not "claimed 40 lives were lost". */
export function takesLives(words: Words, { cue, content }: Pick<Draft, 'cue' | 'content'>): boolean {
  const [object] = content;
  if (!cue || content.length > 1 || object!.first !== cue.last || !CLAIMED.has(words.word[cue.last - 1]!))
    return false;
  for (let at = object!.first; at < Math.min(object!.last, object!.first + FARTHEST_LIVES); at++)
    if (LIVES.has(words.word[at]!)) return !hasVerb(words, object!);
  return false;
}

const LIVES = hashes('lives life victims');
