// Quotations nobody is named for: they go on with what the last speaker said, or are that speaker's next words.
import type { Draft } from '../draft.js';
import { length, touches } from '../draft.js';
import { type DraftIndex, indexDrafts } from '../draft-index.js';
import { NOUN, PROPN } from '../parts-of-speech.js';
import type { Reading } from '../reading.js';
import { TRAIT } from '../word-classes.js';
import { QUOTE, SHAPE, type Words } from '../words.js';
import { phraseFrom } from './noun-phrase.js';
import { hashes } from './saying.js';
import { type Spoken, trimmed } from './spoken.js';

const LEAST_WORDS = 4;
/** What is left of the speaker's certainty for a quotation that only follows. */
const INHERITED = 0.8;

/** A statement of more pieces is no statement, but a text in which quotations are never closed. */
const MOST_PIECES = 60;

export function attachFloating(
  reading: Reading,
  words: Words,
  spoken: readonly Spoken[],
  drafts: readonly Draft[],
): Draft[] {
  const found = [...drafts];
  const ends = new Map<number, number>();
  found.forEach((draft, index) => {
    if (isInPassing(words, draft)) return;
    const end = draft.content.at(-1)!.last;
    const block = blockAt(reading, words, end - 1);
    ends.set(block, laterOf(found, ends.get(block), index));
  });
  const taken = coverage(words, found);
  const index = indexDrafts(found);
  spoken.forEach((one, at) => {
    if (isCovered(taken, one)) return;
    const resumed = resumedBy(words, found, index, one);
    if (resumed !== undefined) {
      const draft = found[resumed]!;
      found[resumed] = { ...draft, content: [...draft.content, trimmed(words, one.inner)] };
      index.add(found[resumed]!, resumed);
      return;
    }
    const before = spoken[at - 1];
    const block = one.quotation.block;
    const goesOn = before !== undefined && !before.quotation.closed && before.quotation.block === block - 1;
    if (!one.sentences || (!goesOn && one.inner.last - one.inner.first < LEAST_WORDS)) return;
    const speaker = goesOn
      ? holderOf(words, found, index, before)
      : lastSpeaker(reading, words, found, ends, one);
    if (speaker === undefined) {
      const run = runFrom(spoken, at);
      const named = goesOn ? undefined : namedAfter(reading, words, run);
      if (named) {
        for (const { first, last } of named.content) taken.fill(1, first, last);
        found.push(named);
        index.add(named, found.length - 1);
        ends.set(block, found.length - 1);
      } else if (isWholeBlock(reading, words, one)) {
        found.push({ cue: null, source: [], content: [trimmed(words, one.inner)], confidence: BY_NOBODY });
        index.add(found.at(-1)!, found.length - 1);
      }
      return;
    }
    const draft = found[speaker]!;
    if (draft.content.length >= MOST_PIECES) return;
    const range = trimmed(words, one.inner);
    if (range.first >= range.last) return;
    if (goesOn || endsInQuotation(words, draft, range.first)) {
      found[speaker] = { ...draft, content: [...draft.content, range] };
      index.add(found[speaker]!, speaker);
      ends.set(block, speaker);
    } else {
      found.push({
        cue: null,
        source: draft.source,
        content: [range],
        confidence: draft.confidence * INHERITED,
      });
      index.add(found.at(-1)!, found.length - 1);
      ends.set(block, found.length - 1);
    }
  });
  return found;
}

const blockAt = (reading: Reading, words: Words, token: number): number =>
  reading.sentences[words.sentence[token]!]?.block ?? -1;

const laterOf = (drafts: readonly Draft[], known: number | undefined, index: number): number =>
  known === undefined || drafts[known]!.content.at(-1)!.last <= drafts[index]!.content.at(-1)!.last
    ? index
    : known;

/** Tokens said by somebody; what somebody quotes in passing leaves the quotation free. */
function coverage(words: Words, drafts: readonly Draft[]): Uint8Array {
  const taken = new Uint8Array(words.count);
  for (const draft of drafts)
    if (!isInPassing(words, draft)) for (const { first, last } of draft.content) taken.fill(1, first, last);
  return taken;
}

/** Cue and content lie in one quotation. */
const isInPassing = (words: Words, { cue, content }: Draft): boolean =>
  cue !== null &&
  words.quotation[cue.first]! >= 0 &&
  words.quotation[cue.first] === words.quotation[content[0]!.first];

function isCovered(taken: Uint8Array, { inner }: Spoken): boolean {
  let covered = 0;
  for (let at = inner.first; at < inner.last; at++) covered += taken[at]!;
  return covered > 0.3 * (inner.last - inner.first);
}

function holderOf(
  words: Words,
  drafts: readonly Draft[],
  index: DraftIndex,
  { inner }: Spoken,
): number | undefined {
  let best: number | undefined;
  for (const key of index.near(inner)) {
    if (!touches(drafts[key]!.content, inner) || isInPassing(words, drafts[key]!)) continue;
    if (best === undefined || length(drafts[key]!.content) > length(drafts[best]!.content)) best = key;
  }
  return best;
}

/** "“Words,” she said, “and more.”": who said the words before said these too. */
function resumedBy(
  words: Words,
  drafts: readonly Draft[],
  index: DraftIndex,
  { inner }: Spoken,
): number | undefined {
  const near = index.near({ first: Math.max(0, inner.first - LONGEST_BREAK), last: inner.first });
  return near.find((key) => {
    const { cue, source, content } = drafts[key]!;
    const last = content.at(-1)!.last;
    if (!cue || cue.first < last || words.quotation[last - 1]! < 0) return false;
    if (words.sentence[cue.first] !== words.sentence[inner.first]) return false;
    const end = Math.max(cue.last, source.at(-1)?.last ?? 0);
    return end <= inner.first && inner.first - end <= 3 && words.shape[inner.first - 2] === SHAPE.comma;
  });
}

const LONGEST_BREAK = 30;

/** The last to have spoken in this block before the quotation, or in the block before where that ends in speech. */
function lastSpeaker(
  reading: Reading,
  words: Words,
  drafts: readonly Draft[],
  ends: ReadonlyMap<number, number>,
  one: Spoken,
): number | undefined {
  const own = ends.get(one.quotation.block);
  if (own !== undefined) {
    const draft = drafts[own]!;
    const near =
      words.sentence[one.inner.first]! - words.sentence[lastToken(draft)]! <= 1 ||
      (endsInQuotation(words, draft, one.inner.first) &&
        isAllOfSpeaker(reading, words, lastToken(draft), one.inner.first));
    return near && draft.content.at(-1)!.last <= one.inner.first && draft.source.length > 0 ? own : undefined;
  }
  const before = ends.get(one.quotation.block - 1);
  if (before === undefined || drafts[before]!.source.length === 0) return undefined;
  if (isBody(words, drafts[before]!) && isOneself(words, one)) return undefined;
  const isAlone = blockAt(reading, words, one.inner.first - 2) !== one.quotation.block;
  const near = isAllOfSpeaker(reading, words, lastToken(drafts[before]!), one.inner.first);
  return isAlone && near && !isInPassing(words, drafts[before]!) ? before : undefined;
}

const ONESELF = hashes("i i’m i'm i’ve i've my me myself");
const FARTHEST_SELF = 60;

/** "The government insists it was empty." and, in a paragraph of its own, "“I was there”": not the government. */
function isOneself(words: Words, { inner }: Spoken): boolean {
  for (let at = inner.first; at < Math.min(inner.last, inner.first + FARTHEST_SELF); at++)
    if (ONESELF.has(words.word[at]!)) return true;
  return false;
}

function isBody({ value, part }: Words, { source }: Draft): boolean {
  const head = source.at(-1)!.last - 1;
  const traits = value[head]!;
  return (
    part[head] === NOUN && (traits & (TRAIT.group | TRAIT.message)) !== 0 && (traits & TRAIT.person) === 0
  );
}

/** Somebody said it, and nothing tells who: an editor will know, or find out. */
const BY_NOBODY = 0.25;

/** The quotation is all there is in its block, but for marks. */
const isWholeBlock = (reading: Reading, words: Words, { inner, quotation }: Spoken): boolean =>
  blockAt(reading, words, Math.max(0, inner.first - 2)) !== quotation.block &&
  (inner.last + 1 >= words.count || blockAt(reading, words, inner.last + 1) !== quotation.block);

const OF_SPEAKER = hashes('he she they his her their');
const MOST_BETWEEN = 3;

/** What stands between the speech and the quotation tells only of the speaker: "He has been the priest for years." */
function isAllOfSpeaker(reading: Reading, words: Words, said: number, quoted: number): boolean {
  const from = words.sentence[said]! + 1;
  const to = words.sentence[quoted]!;
  if (to - from > MOST_BETWEEN) return false;
  for (let at = from; at < to; at++)
    if (!OF_SPEAKER.has(words.word[reading.sentences[at]!.first]!)) return false;
  return true;
}

const NAMED_AFTER = 0.45;
const POINTS_BACK = hashes('that this so those these thus such it');
const SPEAKS = hashes('voice words speaker account memory testimony verdict description assessment');
const [THE] = [...hashes('the')];
const NAMED_WITHIN = 14;

/** "“Words.”" alone in its block, and in the next "That is how Ann Lee remembers it", "The voice is Ann Lee’s". */
function namedAfter(reading: Reading, words: Words, run: readonly Spoken[]): Draft | undefined {
  const { inner, quotation } = run.at(-1)!;
  const own = reading.sentences[words.sentence[inner.first]!]!;
  if (reading.sentences[words.sentence[inner.last - 1]! + 1]?.block === quotation.block) return undefined;
  const next = reading.sentences[words.sentence[inner.last - 1]! + 1];
  if (inner.first - own.first > 1 || next?.block !== quotation.block + 1) return undefined;
  const { first } = next;
  const points =
    POINTS_BACK.has(words.word[first]!) ||
    (words.word[first] === THE && SPEAKS.has(words.word[first + 1]!)) ||
    SPEAKS.has(words.word[first]!);
  if (!points) return undefined;
  for (let at = first + 1; at < Math.min(next.last, first + NAMED_WITHIN); at++) {
    if (words.part[at] !== PROPN || words.quote[at] !== QUOTE.outside) continue;
    const source = phraseFrom(words, at, next.last);
    const content = run.map((one) => trimmed(words, one.inner)).filter(({ first, last }) => first < last);
    return source && { cue: null, source: [source], content, confidence: NAMED_AFTER };
  }
  return undefined;
}

/** A quotation and those that carry it on over the next paragraphs. */
function runFrom(spoken: readonly Spoken[], at: number): Spoken[] {
  const run = [spoken[at]!];
  for (let next = at + 1; next < spoken.length && run.length < MOST_PIECES; next++) {
    const { quotation } = run.at(-1)!;
    if (quotation.closed || spoken[next]!.quotation.block !== quotation.block + 1) break;
    run.push(spoken[next]!);
  }
  return run;
}

const lastToken = ({ cue, content }: Draft): number => Math.max(content.at(-1)!.last, cue?.last ?? 0) - 1;

const endsInQuotation = (words: Words, { content, cue }: Draft, first: number): boolean =>
  cue !== null && cue.first < first && words.quotation[content.at(-1)!.last - 1]! >= 0;
