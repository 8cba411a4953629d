// "She condemned the raid and called on both sides to talk": what somebody condemned ends where their next verb begins, and
// what that verb brings is theirs too.
import { type Draft, touches } from '../draft.js';
import { type DraftIndex, indexDrafts } from '../draft-index.js';
import { ADP, AUX, CCONJ, VERB } from '../parts-of-speech.js';
import type { Window } from '../window.js';
import { QUOTE, SHAPE, type Words } from '../words.js';
import { FORM, formOf } from './endings.js';
import { pastAdverbs } from './noun-phrase.js';
import { hashes, isPlainlySaying, isVerbLike } from './saying.js';
import { trimmed } from './spoken.js';

/** "Lee calls for a vote and urges calm": where only the calm was found, the vote. */
function firstOfTwo(
  words: Words,
  index: DraftIndex,
  drafts: readonly Draft[],
  second: Draft,
): Draft | undefined {
  const { cue, source } = second;
  const [name] = source;
  if (!cue || source.length !== 1 || words.quotation[cue.first]! >= 0) return undefined;
  const joint = cue.first - 1;
  const verb = pastAdverbs(words, name!.last, joint);
  if (words.part[joint] !== CCONJ || verb >= joint || joint - verb > FARTHEST) return undefined;
  if (!(CALLED.has(words.word[verb]!) || ASKING.has(words.word[verb]!)) || !isVerbLike(words, verb))
    return undefined;
  const last = cueEnd(words, verb);
  const content = trimmed(words, { first: last, last: joint });
  if (content.last - content.first < LEAST) return undefined;
  const isTaken = index.near({ first: verb, last: joint }).some((key) => {
    const other = drafts[key]!;
    return isCueOf(other, verb) || touches(other.content, content);
  });
  const own = {
    cue: { first: verb, last },
    source,
    content: [content],
    confidence: Math.min(second.confidence, SURE),
  };
  return isTaken || jointIn(words, { ...own, content: [{ first: last, last: cue.last + 2 }] }) !== joint
    ? undefined
    : own;
}

const cueEnd = (words: Words, verb: number): number =>
  CALLED.has(words.word[verb]!) && words.part[verb + 1] === ADP ? verb + 2 : verb + 1;

/** Contents without a verb of their own, up to a verb in the form of their cue's that "and" or "but" joins to it. */
export function withJoinedVerbs(words: Words, drafts: readonly Draft[]): Draft[] {
  const settled = [...drafts];
  let index: DraftIndex | undefined;
  for (const [key, draft] of drafts.entries()) {
    const joint = jointIn(words, draft);
    const isSecond = draft.cue !== null && words.part[draft.cue.first - 1] === CCONJ;
    if (joint < 0 && !isSecond) continue;
    index ??= indexDrafts(drafts);
    const first = isSecond ? firstOfTwo(words, index, drafts, draft) : undefined;
    if (first) settled.push(first);
    if (joint < 0) continue;
    const [range] = draft.content;
    const verb = pastAdverbs(words, joint + 1, words.count);
    const end = words.shape[joint - 1] === SHAPE.comma ? joint - 1 : joint;
    const last = joint < range!.last ? range!.last : sentenceEnd(words, joint);
    if (end < range!.last)
      settled[key] = { ...settled[key]!, content: [trimmed(words, { first: range!.first, last: end })] };
    const source = outerSource(words, drafts, index, draft) ?? draft.source;
    const own = index.near({ first: verb, last: verb + 1 }).find((other) => isCueOf(drafts[other]!, verb));
    if (own !== undefined) {
      if (drafts[own]!.source.length === 0) settled[own] = { ...settled[own]!, source };
      continue;
    }
    if (!speaks(words, verb)) continue;
    const cue = { first: verb, last: cueEnd(words, verb) };
    const content = trimmed(words, { first: cue.last, last });
    if (content.last - content.first >= LEAST)
      settled.push({ cue, source, content: [content], confidence: Math.min(draft.confidence, SURE) });
  }
  return settled;
}

const isCueOf = ({ cue }: Draft, at: number): boolean => cue !== null && cue.first <= at && at < cue.last;

const [WHAT, AS] = [...hashes('what as')];

/** "Lee decried what she called a theft and asked": it was Lee who asked. */
function outerSource(
  words: Words,
  drafts: readonly Draft[],
  index: DraftIndex,
  { source: [name] }: Draft,
): Draft['source'] | undefined {
  const what = name!.first - 1;
  if (words.word[what] !== WHAT) return undefined;
  const outer = index
    .near({ first: what, last: what + 1 })
    .find((key) => drafts[key]!.content[0]!.first === what);
  return outer === undefined || drafts[outer]!.source.length === 0 ? undefined : drafts[outer]!.source;
}

const LEAST = 2;
const SURE = 0.35;
const FARTHEST = 60;
const FAR_ADVERB = 4;
const CALLED = hashes('called calls call appealed appeals appeal');
const ASKING = hashes(
  'urged urges urge asked asks ask demanded demands demand rejected rejects reject condemned condemns condemn denounced denounces accused accuses praised praises thanked thanks promised promises vowed vows',
);

const speaks = (words: Words, verb: number): boolean =>
  isPlainlySaying(words, verb) || CALLED.has(words.word[verb]!) || ASKING.has(words.word[verb]!);

function jointIn(words: Words, { cue, source, content }: Draft): number {
  const [range] = content;
  const [name] = source;
  if (!cue || !name || source.length > 1 || content.length > 1) return -1;
  if (name.last > cue.first || range!.first < cue.last || words.quotation[cue.first]! >= 0) return -1;
  const main = verbIn(words, cue);
  if (main < 0) return -1;
  const form = formOf(words, main);
  if (form === FORM.gerund || (form === FORM.base && words.part[main - 1] === AUX)) return -1;
  // "what she called a theft" has a verb of its own.
  const isWhat = words.word[range!.first] === WHAT;
  let own = isWhat ? 1 : 0;
  const isParted = words.shape[range!.last] === SHAPE.comma && words.part[range!.last + 1] === CCONJ;
  const furthest = range!.last + (isParted ? 2 : 1);
  for (let at = range!.first + own; at < furthest && words.sentence[at] === words.sentence[cue.first]; at++) {
    if (words.quote[at] !== QUOTE.outside) continue;
    if (own > 0 && words.part[at] === VERB && formOf(words, at) === form) {
      own--;
      if (words.word[at + 1] === AS) at++;
      continue;
    }
    const isBreak = words.shape[at]! > SHAPE.comma && at !== range!.last;
    if (isBreak || ENDS.has(words.word[at]!)) return -1;
    if (words.part[at] === AUX || (words.part[at] === VERB && formOf(words, at) === form)) return -1;
    if (words.part[at] !== CCONJ || at === range!.first) continue;
    const verb = pastAdverbs(words, at + 1, at + FAR_ADVERB);
    if (words.part[verb] === VERB && isVerbLike(words, verb) && formOf(words, verb) === form) return at;
  }
  return -1;
}

/** After these a verb of the same form belongs to another clause, or to what is asked for. */
const ENDS = hashes('that who which whom whose what where when while if whether how why to as because said');

function verbIn(words: Words, { first, last }: Window): number {
  for (let at = last - 1; at >= first; at--) if (words.part[at] === VERB && isVerbLike(words, at)) return at;
  return -1;
}

function sentenceEnd({ sentence }: Words, at: number): number {
  let end = at;
  while (end < sentence.length && sentence[end] === sentence[at]) end++;
  return end;
}
