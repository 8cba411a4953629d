// "The dairy that owns the truck says", "A notice pinned to the gate of the embassy reads": whoever a clause is about
// speaks, not what stands last in it. And "Mayor Roe last night blasted": when is no part of who.
import type { Draft } from '../draft.js';
import { ADJ, ADP, ADV, AUX, CCONJ, DET, NOUN, NUM, PROPN, VERB } from '../parts-of-speech.js';
import type { Window } from '../window.js';
import { QUOTE, SHAPE, type Words } from '../words.js';
import { phraseBefore, phraseFrom } from './noun-phrase.js';
import { hashes, hasVerb, ING, isSomebody, SEMICOLON } from './saying.js';

export const withWholeSubjects = (words: Words, drafts: readonly Draft[]): Draft[] =>
  drafts.map((given) => {
    const draft = withoutStump(words, withoutOthers(words, given));
    const source = ownClause(words, draft) ?? dated(words, draft) ?? wholeSubject(words, draft);
    return withAge(words, joinedSource(words, source ? { ...draft, source: [source] } : draft));
  });

/** "Rebels free mayor; army says": only the army. */
function withoutOthers(words: Words, draft: Draft): Draft {
  const [given] = draft.source;
  if (!draft.cue || draft.source.length !== 1 || given!.last > draft.cue.first) return draft;
  const from = lastSemicolon(words, given!);
  return from < 0 ? draft : { ...draft, source: [{ first: from + 1, last: given!.last }] };
}

function lastSemicolon({ word, quote }: Words, { first, last }: Window): number {
  for (let at = last - 2; at > first; at--)
    if (word[at] === SEMICOLON && quote[at] === QUOTE.outside) return at;
  return -1;
}

/** "says Ann Lee, 38, who has left": a name goes on to its age, which tells a person from a firm. */
function withAge(words: Words, draft: Draft): Draft {
  const { cue, source, content } = draft;
  const [given] = source;
  if (!cue || source.length !== 1 || given!.first < cue.last) return draft;
  const age = given!.last + 1;
  const isAge =
    words.shape[age - 1] === SHAPE.comma &&
    words.part[age] === NUM &&
    (words.shape[age + 1] === SHAPE.comma || words.shape[age + 1] === SHAPE.stop);
  const isApart = content.every(({ first, last }) => last < age || first > age);
  return isAge && isApart ? { ...draft, source: [{ first: given!.first, last: age + 1 }] } : draft;
}

const BEGUN = hashes('who whose which whom');

/** "Gilat Shani, whose sister": a clause that breaks off before its verb is no part of the name. */
function withoutStump(words: Words, draft: Draft): Draft {
  const { source } = draft;
  const [given] = source;
  if (source.length !== 1) return draft;
  for (let at = given!.last - 2; at > given!.first; at--) {
    if (words.shape[at] !== SHAPE.comma || !BEGUN.has(words.word[at + 1]!)) continue;
    return hasVerb(words, { first: at + 2, last: given!.last })
      ? draft
      : { ...draft, source: [{ first: given!.first, last: at }] };
  }
  return draft;
}

const MONTHS = hashes(
  'january february march april may june july august september october november december',
);
const DATED = hashes('dated of from on');

/** "A memo dated April 4 instructs": the memo does. */
function dated(words: Words, { cue, source }: Draft): Window | undefined {
  const [given] = source;
  if (!cue || source.length !== 1 || given!.last !== cue.first || words.part[given!.last - 1] !== NUM)
    return undefined;
  let at = given!.last;
  while (at > 1 && (words.part[at - 1] === NUM || MONTHS.has(words.word[at - 1]!))) at--;
  const isDate = at <= given!.last - 2 && DATED.has(words.word[at - 1]!);
  const head = isDate ? phraseBefore(words, at - 1, Math.max(0, at - FARTHEST)) : undefined;
  return head && { first: head.first, last: given!.last };
}

const ARTICLES = hashes('the a an both');

/** "a claim the army command dismissed": the noun before another article is what the clause is about, not who. */
function ownClause(words: Words, { cue, source }: Draft): Window | undefined {
  const [given] = source;
  if (!cue || source.length !== 1 || given!.last > cue.first) return undefined;
  for (let at = given!.first; at < given!.last; at++) if (words.shape[at] === SHAPE.comma) return undefined;
  for (let at = given!.last - 2; at > given!.first; at--)
    if (ARTICLES.has(words.word[at]!) && words.part[at - 1] === NOUN) return { first: at, last: given!.last };
  return undefined;
}

/** "Two died, medics and residents said": both said so, and medics are no part of it. */
function joinedSource(words: Words, draft: Draft): Draft {
  const { cue, source, content } = draft;
  const [given] = source;
  const joint = given ? given.first - 1 : 0;
  if (!cue || source.length !== 1 || given!.last !== cue.first || words.part[joint] !== CCONJ) return draft;
  const other = phraseBefore(words, joint, Math.max(0, joint - FARTHEST));
  if (!other || words.shape[other.first - 1] !== SHAPE.comma) return draft;
  const own = content.map(({ first, last }) =>
    first < other.first && last > other.first && last <= given!.first
      ? { first, last: other.first - 1 }
      : { first, last },
  );
  const isApart = own.every(({ first, last }) => last <= other.first || first >= given!.last);
  return isApart ? { ...draft, source: [{ first: other.first, last: given!.last }], content: own } : draft;
}

const FARTHEST = 16;
const RELATIVES = hashes('who that which');
const LAST = hashes('last');
const SPELLS = hashes('night week month year');
const WHEN = hashes('yesterday today tonight');
const DAYS = hashes('monday tuesday wednesday thursday friday saturday sunday');

function wholeSubject(words: Words, { cue, source, content }: Draft): Window | undefined {
  const [given] = source;
  if (!cue || source.length !== 1 || given!.last > cue.first) return undefined;
  const last = withoutTime(words, { first: given!.first, last: throughNouns(words, given!.last, cue.first) });
  const isBeside = given!.last === cue.first || last === cue.first || words.shape[last] === SHAPE.dash;
  if (!isBeside || content.some(({ first }) => first < cue.first))
    return last === given!.last ? undefined : { first: given!.first, last };
  const first = subjectOfClause(words, given!.first) ?? given!.first;
  return first < given!.first || last !== given!.last ? { first, last } : undefined;
}

/** A phrase that was cut before its noun goes on to the cue. */
function throughNouns(words: Words, last: number, cue: number): number {
  const end = withoutTime(words, { first: last, last: cue });
  if (end - last > LONGEST_REST || words.part[end - 1] === ADJ) return last;
  for (let at = last; at < end; at++)
    if (words.part[at] !== NOUN && words.part[at] !== PROPN && words.part[at] !== ADJ) return last;
  return end;
}

/** "Zambia's main opposition alliance". */
const LONGEST_REST = 4;

function withoutTime(words: Words, { first, last }: Window): number {
  if (last - first > 2 && words.part[last - 2] === ADP && DAYS.has(words.word[last - 1]!)) return last - 2;
  if (last - first > 2 && SPELLS.has(words.word[last - 1]!) && LAST.has(words.word[last - 2]!))
    return last - 2;
  return last - first > 1 && WHEN.has(words.word[last - 1]!) ? last - 1 : last;
}

/** Where the phrase begins that a relative clause or a participle parts from the source. */
function subjectOfClause(words: Words, source: number): number | undefined {
  const before = words.part[source - (words.part[source - 1] === DET ? 2 : 1)];
  if (source < 2 || (before !== VERB && before !== ADP && before !== AUX)) return undefined;
  let start = source;
  while (start > 0 && source - start < FARTHEST && isPlain(words, start - 1, source)) start--;
  if (source - start >= FARTHEST) return undefined;
  const head = phraseFrom(words, start, source);
  if (!head || head.first !== start || !isSomebody(words, head)) return undefined;
  let verb = head.last;
  if (RELATIVES.has(words.word[verb]!)) verb++;
  const isRelative = RELATIVES.has(words.word[verb - 1]!);
  while (words.part[verb] === ADV) verb++;
  const isVerb = words.part[verb] === VERB || (isRelative && words.part[verb] === AUX);
  if (verb >= source || !isVerb) return undefined;
  // Without "who", only a participle with what belongs to it: "pinned to", "detained by", "hanging over".
  return isRelative || words.part[verb + 1] === ADP || words.suffix[verb] === ING ? start : undefined;
}

const isPlain = (words: Words, at: number, source: number): boolean =>
  words.shape[at]! < SHAPE.comma &&
  words.quote[at] === QUOTE.outside &&
  words.part[at] !== CCONJ &&
  words.sentence[at] === words.sentence[source];
