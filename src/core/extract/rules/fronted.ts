// "According to the head of the fleet, Ann Lee, the pilots fled", "According to the Courier, which cites a source, …": who it is
// according to goes on past the first comma, and so does how it came to us ("…, as quoted by the Courier, …").
import type { Draft } from '../draft.js';
import { AUX, DET, PROPN, VERB } from '../parts-of-speech.js';
import type { Window } from '../window.js';
import { TRAIT } from '../word-classes.js';
import { SHAPE, type Words } from '../words.js';
import { withoutScene } from './insertions.js';
import { phraseFrom } from './noun-phrase.js';
import { hashes } from './saying.js';

const OPENING = 3;
const LONGEST_NAME = 8;
const LONGEST_ASIDE = 18;
const RELATIVES = hashes('which who whose');
const [AS] = [...hashes('as')];
const CARRIED = hashes('reported quoted cited published carried aired told relayed');

export const withWholeFronts = (words: Words, drafts: readonly Draft[]): Draft[] =>
  drafts.map((draft) =>
    isFronted(words, draft)
      ? (withName(words, draft) ?? withoutRelative(words, withSubject(words, draft)))
      : withoutScene(words, draft),
  );

/** Cue, source, a comma, content, from the beginning of a sentence. */
function isFronted(words: Words, { cue, source, content }: Draft): boolean {
  const [given] = source;
  if (!cue || source.length !== 1 || content.length === 0 || given!.first < cue.last) return false;
  const before = cue.first - OPENING;
  const opens = before < 0 || words.sentence[before] !== words.sentence[cue.first];
  return opens && words.shape[given!.last] === SHAPE.comma && content[0]!.first > given!.last;
}

/** "the head of the fleet", "the Chairman of the Committee": no name of its own. */
function describes({ part, value }: Words, { first, last }: Window): boolean {
  if (part[last - 1] !== PROPN) return true;
  for (let at = first; part[first] === DET && at < last; at++)
    if ((value[at]! & TRAIT.person) !== 0) return true;
  return false;
}

/** What the comma parts from a description is the name of the one described, where a clause follows it. */
function withName(words: Words, draft: Draft): Draft | undefined {
  const [given] = draft.source;
  const [said, ...rest] = draft.content;
  const { first, last } = said!;
  if (first !== given!.last + 1 || !describes(words, given!) || words.part[first] !== PROPN) return undefined;
  const name = phraseFrom(words, first, Math.min(last, first + LONGEST_NAME));
  if (!name || words.shape[name.last] !== SHAPE.comma || name.last + 1 >= last) return undefined;
  const subject = phraseFrom(words, name.last + 1, last);
  const hasVerb = subject && (words.part[subject.last] === AUX || words.part[subject.last] === VERB);
  if (!hasVerb) return undefined;
  const source = [{ first: given!.first, last: name.last }];
  return { ...draft, source, content: [{ first: subject.first, last }, ...rest] };
}

const FARTHEST = 24;

/** "According to Lee, Roe, a doctor, was at home": a clause does not begin with its verb. */
function withSubject(words: Words, draft: Draft): Draft {
  const [said, ...rest] = draft.content;
  const { first, last } = draft.source[0]!;
  const isHeadless = words.part[said!.first] === AUX && words.shape[said!.first - 1] === SHAPE.comma;
  let end = first + 1;
  while (end < last && words.shape[end] !== SHAPE.comma) end++;
  return isHeadless && said!.first > end + 1 && said!.first - end <= FARTHEST
    ? { ...draft, source: [{ first, last: end }], content: [{ first: end + 1, last: said!.last }, ...rest] }
    : draft;
}

function withoutRelative(words: Words, draft: Draft): Draft {
  const [said, ...rest] = draft.content;
  const { first, last } = said!;
  if (first !== draft.source[0]!.last + 1) return draft;
  const isRelayed = words.word[first] === AS && CARRIED.has(words.word[first + 1]!);
  if (!isRelayed && !RELATIVES.has(words.word[first]!)) return draft;
  for (let at = first + 1; at < Math.min(last - 2, first + LONGEST_ASIDE); at++)
    if (words.shape[at] === SHAPE.comma) return { ...draft, content: [{ first: at + 1, last }, ...rest] };
  return draft;
}
