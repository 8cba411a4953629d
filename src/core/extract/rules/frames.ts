// Sentences whose shape alone says that somebody says something, whatever the verb: a quotation with a verb and a name
// beside it; a clause, a comma, and only a name and a verb of saying; a verb or noun of saying and "that".
import { type Draft, length, touches } from '../draft.js';
import { extentOf, indexDrafts } from '../draft-index.js';
import { overlapping, sharedShare } from '../evidence.js';
import { hashWord } from '../hash.js';
import { ADP, ADV, AUX, CCONJ, PRON, SCONJ, VERB } from '../parts-of-speech.js';
import type { Reading } from '../reading.js';
import type { Window } from '../window.js';
import { QUOTE, SHAPE, type Words } from '../words.js';
import { pastAdverbs, phraseBefore, phraseFrom } from './noun-phrase.js';
import {
  CERTAIN_WORDS,
  isHeard,
  isSaying,
  isSayingNoun,
  isVerbLike,
  subjectOf,
  verbGroup,
} from './saying.js';
import { type Spoken, trimmed } from './spoken.js';

/** How often such frames are right where the tagger found nothing, as seen on held-out news. */
const SURE = {
  besideQuotation: 0.6,
  afterClause: 0.32,
  betweenCommas: 0.32,
  thatClause: 0.32,
  certainty: 0.3,
};

/** Drafts less sure than this give way to a frame that contradicts them. */
const GIVES_WAY = 0.42;

/** Frames, and the drafts they agree with or do not contradict; where they do, the surer stays. */
export function withFrames(
  reading: Reading,
  words: Words,
  spoken: readonly Spoken[],
  drafts: readonly Draft[],
): Draft[] {
  const settled: (Draft | undefined)[] = [...drafts];
  const index = indexDrafts(drafts);
  for (const frame of findFrames(reading, words, spoken)) {
    const rivals = index.near(extentOf(frame)).filter((key) => {
      const draft = settled[key];
      return draft !== undefined && contradicts(draft, frame);
    });
    const same = rivals.find((key) => agrees(settled[key]!, frame));
    if (same !== undefined) {
      const draft = settled[same]!;
      const confidence = Math.max(draft.confidence, frame.confidence);
      settled[same] = { ...draft, content: withoutHearer(words, draft, frame), confidence };
    } else if (rivals.every((key) => settled[key]!.confidence < Math.max(GIVES_WAY, frame.confidence))) {
      for (const key of rivals) settled[key] = undefined;
      settled.push(frame);
      index.add(frame, settled.length - 1);
    }
  }
  return settled.filter((draft) => draft !== undefined);
}

/** "told them that …": whom it was said to is no part of what was said. */
function withoutHearer(words: Words, { cue, content }: Draft, frame: Draft): readonly Window[] {
  const [first, ...rest] = content;
  const that = frame.content[0]!.first;
  const leads = cue !== null && first!.first >= cue.last && first!.first < that && that < first!.last;
  return leads && words.word[that] === THAT ? [{ first: that, last: first!.last }, ...rest] : content;
}

const agrees = (draft: Draft, frame: Draft): boolean => sharedShare(draft.content, frame.content) >= 0.5;

/** They cannot both hold: the cues meet, the contents cross, or one's content takes the other's source. */
function contradicts(draft: Draft, frame: Draft): boolean {
  if (draft.cue && frame.cue && overlapping(draft.cue, frame.cue)) return true;
  if (draft.cue && touches(frame.source, draft.cue)) return true;
  const shared = sharedShare(draft.content, frame.content);
  if (shared >= 0.5) return true;
  const nested = draft.cue !== null && touches(frame.content, draft.cue);
  return !nested && shared > 0 && frame.source.some((range) => touches(draft.content, range));
}

function findFrames(reading: Reading, words: Words, spoken: readonly Spoken[]): Draft[] {
  const found: Draft[] = [];
  const add = (draft: Draft | undefined): void => {
    if (draft && length(draft.content) > 0) found.push(draft);
  };
  for (const one of spoken) add(besideQuotation(reading, words, one));
  for (const { first, last } of reading.sentences) {
    add(betweenCommas(words, first, last) ?? afterClause(words, first, last));
    for (let at = first + 1; at < last - 2; at++) {
      if (words.word[at] === THAT && words.part[at] === SCONJ) add(thatClause(words, at, first, last));
      else if (CERTAIN_WORDS.has(words.word[at]!)) add(certainty(words, at, first, last));
    }
  }
  return found;
}

const THAT = hashWord('that', 0, 4);
const BY = hashWord('by', 0, 2);
const SOURCES = new Set(['by', 'of', 'from'].map((word) => hashWord(word, 0, word.length)));
const LEAST_QUOTED = 3;

/** "“words,” verb name" and "“words,” name verb"; "name verb, “words”". */
function besideQuotation(reading: Reading, words: Words, { inner, quotation }: Spoken): Draft | undefined {
  const content = trimmed(words, inner);
  if (!quotation.closed || content.last - content.first < LEAST_QUOTED) return undefined;
  const own = reading.sentences[words.sentence[content.first]!]!;
  const end = reading.sentences[words.sentence[content.last - 1]!]!.last;
  let after = inner.last + 1;
  const isParted = words.shape[inner.last - 1]! >= SHAPE.comma || words.shape[after] === SHAPE.comma;
  if (words.shape[after] === SHAPE.comma) after++;
  const opens = content.first - own.first <= 1;
  const speech =
    (opens && after < end ? speechFrom(words, after, end, isParted) : undefined) ??
    speechBefore(words, inner.first - 1, own.first);
  return speech && { ...speech, content: [content], confidence: SURE.besideQuotation };
}

interface Speech {
  readonly cue: Window;
  readonly source: readonly Window[];
}

/** A verb and a name, or a name and a verb, from `first` on. */
function speechFrom(words: Words, first: number, last: number, anyVerb: boolean): Speech | undefined {
  const verb = verbAt(words, pastAdverbs(words, first, last), last, anyVerb);
  if (verb) {
    const source = phraseFrom(words, pastAdverbs(words, verb.last, last), last);
    if (source) return { cue: verb, source: [source] };
  }
  const source = phraseFrom(words, first, last);
  if (!source) return undefined;
  const cue = verbAt(words, pastAdverbs(words, source.last, last), last, anyVerb);
  if (cue) return { cue, source: [source] };
  const participle = source.last - 1;
  const name = isSaying(words, participle) ? phraseBefore(words, participle, first) : undefined;
  return name && { cue: { first: participle, last: participle + 1 }, source: [name] };
}

/** The same up to `mark`, where an opening quotation mark stands after a comma or colon. */
function speechBefore(words: Words, mark: number, first: number): Speech | undefined {
  const before = mark - 1;
  if (before <= first || words.quote[mark] !== QUOTE.opening) return undefined;
  const shape = words.shape[before]!;
  if (shape !== SHAPE.comma && shape !== SHAPE.colon) return undefined;
  for (let at = before - 1; at > first && before - at <= 8; at--) {
    if (words.shape[at]! >= SHAPE.comma) return undefined;
    if (!isVerbLike(words, at) || (shape === SHAPE.comma && !isSaying(words, at))) continue;
    const cue = verbGroup(words, at, first);
    const source = subjectOf(words, cue.first, first);
    return source && { cue, source: [source] };
  }
  return undefined;
}

/** A finite verb at `at`, with the auxiliaries before it: one of saying, or any where a quotation vouches for it. */
function verbAt(words: Words, at: number, last: number, anyVerb: boolean): Window | undefined {
  let next = at;
  while (next < last && words.part[next] === AUX && next - at < 3) next++;
  if (next >= last || words.shape[next] !== SHAPE.lower) return undefined;
  const vouched = anyVerb && (words.part[next] === VERB || words.value[next] === 0);
  return vouched || isSaying(words, next) ? { first: at, last: next + 1 } : undefined;
}

const LONGEST_TAIL = 22;
const LEAST_CLAUSE = 3;

/** "Words, name verb." and "Words, verb name.": content is what stands before that comma. */
function afterClause(words: Words, first: number, last: number): Draft | undefined {
  for (let comma = last - 2; comma > first + LEAST_CLAUSE && last - comma < LONGEST_TAIL; comma--) {
    if (words.shape[comma] !== SHAPE.comma || words.quote[comma] !== QUOTE.outside) continue;
    const speech = speechFrom(words, comma + 1, last, false) ?? heardFrom(words, comma + 1, last);
    if (!speech || saysMore(words, speech, last)) continue;
    const content = trimmed(words, { first, last: comma });
    if (words.quote[content.first] !== QUOTE.outside || startsClause(words, first)) return undefined;
    return { ...speech, content: [content], confidence: SURE.afterClause };
  }
  return undefined;
}

/** "a court heard", "the jury was told": nobody is named. */
function heardFrom(words: Words, first: number, last: number): Speech | undefined {
  const subject = phraseFrom(words, first, last);
  if (!subject) return undefined;
  let verb = subject.last;
  while (verb < last && words.part[verb] === AUX) verb++;
  return verb < last && isHeard(words, verb, subject)
    ? { cue: { first: subject.last, last: verb + 1 }, source: [] }
    : undefined;
}

/** "When he left, she said no more": the first clause is not what was said. */
const startsClause = (words: Words, first: number): boolean => words.part[first] === SCONJ;

/** Whether anything is said after the verb and the name: a clause, a quotation, or a colon. */
function saysMore(words: Words, { cue, source }: Speech, last: number): boolean {
  const end = Math.max(cue.last, source.at(-1)?.last ?? 0);
  const isAside = words.shape[end] === SHAPE.comma;
  for (let at = end; at < last; at++) {
    if (words.quote[at] !== QUOTE.outside || words.shape[at] === SHAPE.colon || words.word[at] === THAT)
      return true;
    if (!isAside && words.part[at] === VERB && words.part[at - 1] !== SCONJ && !afterPreposition(words, at))
      return true;
  }
  return false;
}

const afterPreposition = (words: Words, at: number): boolean => words.part[at - 1] === ADP;

/** "Words, name verb (hearer), words." */
function betweenCommas(words: Words, first: number, last: number): Draft | undefined {
  for (let comma = first + 2; comma < last - 4; comma++) {
    if (words.shape[comma] !== SHAPE.comma || words.quote[comma] !== QUOTE.outside) continue;
    const source = phraseFrom(words, comma + 1, Math.min(last, comma + 8));
    if (!source) continue;
    const verb = pastAdverbs(words, source.last, last);
    if (!isSaying(words, verb)) continue;
    const hearer = phraseFrom(words, verb + 1, Math.min(last, verb + 7));
    const close = hearer ? hearer.last : verb + 1;
    if (words.shape[close] !== SHAPE.comma || close + 3 > last || words.quote[close + 1] !== QUOTE.outside)
      continue;
    const before = trimmed(words, { first, last: comma });
    const after = trimmed(words, { first: close + 1, last });
    if (startsClause(words, first) || words.part[close + 1] === CCONJ || after.first >= after.last)
      return undefined;
    return {
      cue: { first: verb, last: verb + 1 },
      source: [source],
      content: [before, after],
      confidence: SURE.betweenCommas,
    };
  }
  return undefined;
}

const HEARER = 7;

/** "name verb (hearer) that words"; "noun of saying by name that words". */
function thatClause(words: Words, that: number, first: number, last: number): Draft | undefined {
  if (words.quote[that] !== QUOTE.outside && words.quote[first] === QUOTE.outside) return undefined;
  for (let at = that - 1; at >= first && that - at <= HEARER; at--) {
    if (words.shape[at]! >= SHAPE.comma) return undefined;
    if (isSayingNoun(words, at)) return nounClause(words, at, that, last);
    if (!isVerbLike(words, at)) continue;
    if (!isSaying(words, at) && at !== that - 1) return undefined;
    const cue = verbGroup(words, at, first);
    const passive = words.word[at + 1] === BY ? phraseFrom(words, at + 2, that) : undefined;
    const source = passive ?? subjectOf(words, cue.first, first);
    if (!source) return undefined;
    const content = trimmed(words, { first: that, last: nextSaying(words, that, last) });
    return { cue, source: [source], content: [content], confidence: SURE.thatClause };
  }
  return undefined;
}

/** Where "and verb that" begins another statement by the same speaker. */
function nextSaying(words: Words, that: number, last: number): number {
  for (let at = that + 4; at < last - 3; at++) {
    if (words.part[at] !== CCONJ) continue;
    const verb = pastAdverbs(words, at + 1, last);
    const speaks = isVerbLike(words, verb) && words.part[verb] === VERB;
    if (speaks && (words.word[verb + 1] === THAT || (isSaying(words, verb) && words.word[verb + 2] === THAT)))
      return at;
  }
  return last;
}

function nounClause(words: Words, noun: number, that: number, last: number): Draft | undefined {
  if (!SOURCES.has(words.word[noun + 1]!)) return undefined;
  const source = phraseFrom(words, noun + 2, that);
  if (!source || source.last !== that) return undefined;
  const content = trimmed(words, { first: that, last: mainVerb(words, that + 1, last) });
  return {
    cue: { first: noun, last: noun + 1 },
    source: [source],
    content: [content],
    confidence: SURE.thatClause,
  };
}

/** Where the sentence's own verb follows the clause: the second group of verbs that nothing links to the first. */
function mainVerb(words: Words, first: number, last: number): number {
  let groups = 0;
  for (let at = first; at < last; at++) {
    const isVerb = words.part[at] === VERB || words.part[at] === AUX;
    if (!isVerb) continue;
    const linked = [CCONJ, SCONJ, PRON, VERB, AUX, ADV].includes(words.part[at - 1]!) && groups > 0;
    if (groups > 0 && !linked && words.part[at - 1] !== undefined && words.shape[at - 1]! < SHAPE.comma)
      return at;
    groups++;
    while (at + 1 < last && (words.part[at + 1] === VERB || words.part[at + 1] === AUX)) at++;
  }
  return last;
}

/** "name was adamant (that) words". */
function certainty(words: Words, at: number, first: number, last: number): Draft | undefined {
  if (words.part[at - 1] !== AUX && words.part[at - 1] !== VERB) return undefined;
  const cue = { first: at - 1, last: at + 1 };
  const source = subjectOf(words, cue.first, first);
  const content = trimmed(words, { first: at + 1, last });
  if (!source || content.last - content.first < LEAST_CLAUSE || !hasVerb(words, content)) return undefined;
  return { cue, source: [source], content: [content], confidence: SURE.certainty };
}

function hasVerb(words: Words, { first, last }: Window): boolean {
  for (let at = first; at < last; at++) if (words.part[at] === VERB || words.part[at] === AUX) return true;
  return false;
}
