// Sentences whose shape alone says that somebody says something, whatever the verb, and how they agree with what the
// tagger found.
import { type Draft, joined, length, touches } from '../draft.js';
import { extentOf, indexDrafts } from '../draft-index.js';
import { sharedShare } from '../evidence.js';
import { ADJ, ADP, AUX, NOUN, PRON, SCONJ, VERB } from '../parts-of-speech.js';
import type { Reading } from '../reading.js';
import { overlapping, type Window } from '../window.js';
import { QUOTE, SHAPE, type Words } from '../words.js';
import { accusation } from './accusations.js';
import { afterClause, certainty, gerund, plainClause, thatClause, toldClause } from './clauses.js';
import { bareFigure, givenAs, labelledFigure, putAt } from './figures.js';
import { headlineClause, headlineLabel, headlineSaying } from './headlines.js';
import { innerSpeech } from './inner-speech.js';
import { betweenCommas, insertedInClause } from './insertions.js';
import { accordingTo, accordingToWhich, equation, undertaking } from './named-sayings.js';
import { asName, asPutIt, byCount, participle, quotedAs, sayingSo } from './quoted-as.js';
import { besideQuotation } from './quoted-speech.js';
import {
  CERTAIN_WORDS,
  hashes,
  hasVerb,
  ING,
  isPassive,
  isSayingAfterName,
  isSayingNoun,
  semicolonIn,
  THAT,
} from './saying.js';
import { shows, takesBlame } from './shows.js';
import type { Spoken } from './spoken.js';
import { claimsTo, thought } from './thoughts.js';
import { hearsay, itIsSaid } from './unsourced.js';
import { viewpoint, whatCalled } from './viewpoints.js';

/** How often such frames are right where the tagger found nothing, as seen on held-out news. */
const SURE = {
  besideQuotation: 0.6,
  afterClause: 0.3201,
  betweenCommas: 0.3202,
  thatClause: 0.3203,
  certainty: 0.3004,
  toldClause: 0.3005,
  namedSaying: 0.3006,
  figure: 0.3407,
  innerSpeech: 0.4008,
  accordingTo: 0.5009,
  gerund: 0.3311,
  quotedAs: 0.5512,
  accusation: 0.3513,
  byCount: 0.3514,
  asName: 0.3515,
  participle: 0.3516,
  headline: 0.6517,
  thought: 0.3018,
  shows: 0.3019,
  takesBlame: 0.502,
  hearsay: 0.4021,
  sayingSo: 0.3022,
  whatCalled: 0.3523,
  givenAs: 0.4624,
  asPutIt: 0.5025,
  claimsTo: 0.4526,
  itIsSaid: 0.4027,
  headlineLabel: 0.6028,
  plainClause: 0.3329,
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
      return draft !== undefined && contradicts(words, draft, frame);
    });
    // The tagger knows plain clauses better than their shape does.
    if (frame.confidence === SURE.plainClause && rivals.some((key) => sharesCue(settled[key]!, frame)))
      continue;
    const same = rivals.find((key) => agrees(words, settled[key]!, frame));
    if (same !== undefined) {
      const kept = reconciled(words, settled[same]!, frame);
      settled[same] = kept;
      for (const key of index.near(extentOf(kept))) {
        const other = settled[key];
        if (other && key !== same && (sharesCue(other, kept) || isStolen(other, kept)))
          settled[key] = undefined;
      }
    } else if (
      rivals.every((key) => strengthOf(words, settled[key]!, frame) < Math.max(GIVES_WAY, frame.confidence))
    ) {
      for (const key of rivals) settled[key] = undefined;
      settled.push(frame);
      index.add(frame, settled.length - 1);
    }
  }
  return settled.filter((draft) => draft !== undefined);
}

/** One verb says one thing. */
const sharesCue = (one: Draft, other: Draft): boolean =>
  one.cue !== null && other.cue !== null && overlapping(one.cue, other.cue);

/** "It could, she thinks, prove deadly": she thinks, and does not prove. */
const isStolen = ({ cue, source }: Draft, { content, source: speaker }: Draft): boolean =>
  cue !== null &&
  touches(content, cue) &&
  source.length > 0 &&
  source.every((range) => touches(speaker, range)) &&
  content.length > 1;

/** "Berlin quoted 2031. “They told us to wait,” jokes a general": the verb beside the marks, not one of another sentence. */
const isFromAfar = (words: Words, { cue }: Draft, frame: Draft): boolean =>
  frame.confidence === SURE.besideQuotation &&
  frame.cue !== null &&
  cue !== null &&
  cue.first < frame.content[0]!.first &&
  words.quotation[cue.first]! < 0 &&
  words.sentence[cue.first] !== words.sentence[frame.content[0]!.first];

/** What a draft and a frame agree on: quotation marks draw the line better than a tagger, a tagger names better. */
function reconciled(words: Words, draft: Draft, frame: Draft): Draft {
  if (isFromAfar(words, draft, frame)) return frame;
  const confidence = Math.max(draft.confidence, frame.confidence);
  const content =
    frame.confidence === SURE.besideQuotation
      ? quotedPart(words, draft, frame)
      : withoutHearer(words, draft, frame);
  const isBare = !draft.content.some((range) => hasVerb(words, range)) || isParticipial(words, draft);
  if (isPart(draft.content, frame.content) && isBare)
    return isReportedBy(draft, frame) ? frame : { ...draft, content: frame.content, confidence };
  if (frame.confidence === SURE.quotedAs || frame.confidence === SURE.whatCalled)
    return { ...frame, confidence };
  if (
    frame.confidence === SURE.betweenCommas &&
    (isPart(draft.content, frame.content.slice(1)) ||
      isPart(frame.content.slice(0, 1), draft.content) ||
      isTail(words, draft))
  )
    return { ...draft, content: frame.content, confidence };
  const sameCue = frame.cue
    ? draft.cue === null || overlapping(draft.cue, frame.cue)
    : draft.source.some((range) => touches(frame.source, range));
  const isAnother = draft.source.length > 0 && !draft.source.some((range) => touches(frame.source, range));
  if (isAnother && frame.confidence > draft.confidence) return { ...frame, content, confidence };
  if (!frame.cue && !sameCue) return { ...frame, content, confidence };
  if (sameCue && draft.source.length === 0 && draft.cue && frame.cue && !isPassive(words, draft.cue))
    return { ...draft, cue: frame.cue, source: leads(draft) ? frame.source : [], content, confidence };
  return sameCue || draft.confidence >= frame.confidence
    ? { ...draft, content, confidence }
    : { ...frame, content, confidence };
}

/** The frame's quotations, and what else of the draft stands in quotations or beyond the frame. */
function quotedPart(words: Words, draft: Draft, frame: Draft): readonly Window[] {
  const extent = extentOf(frame);
  const others = draft.content.filter(
    (range) =>
      !touches(frame.content, range) &&
      (!overlapping(range, extent) ||
        (words.quotation[range.first]! >= 0 &&
          words.quotation[range.first] === words.quotation[range.last - 1])),
  );
  return joined([...frame.content, ...others]);
}

/** A few words without a verb are a guess: "said in a filing". So is who speaks, taken for what was said. */
const strengthOf = (words: Words, draft: Draft, frame: Draft): number => {
  const { confidence, content, cue } = draft;
  const [first] = content;
  if (isInverted(words, draft, frame)) return confidence - INVERTED;
  if (isBackwards(draft, frame)) return 0;
  const isThin =
    cue !== null &&
    content.length === 1 &&
    first!.last - first!.first <= (isCarried(words, first!, cue) ? 2 * THIN : THIN) &&
    words.quotation[first!.first]! < 0 &&
    (!hasVerb(words, first!) || isCarried(words, first!, cue));
  return isThin ? confidence - 0.25 : confidence;
};

const THIN = 5;

/** "in a statement carried by the agency": how it came to us. */
const isCarried = (words: Words, { first }: Window, cue: Window): boolean =>
  first >= cue.last &&
  words.part[first] === VERB &&
  words.part[first + 1] === ADP &&
  isSayingNoun(words, first - 1);
const INVERTED = 0.4;

/** "“Words.” According to Lee, …": what opens a sentence is about that sentence, whatever was said before. */
const isBackwards = ({ cue, content }: Draft, frame: Draft): boolean =>
  frame.confidence === SURE.accordingTo &&
  leads(frame) &&
  cue !== null &&
  overlapping(cue, frame.cue!) &&
  content.every(({ last }) => last <= cue.first);

/** "He could go, suggested a voice from the hall": the frame's content holds the draft's source, and the other way round. */
const isInverted = (words: Words, { source, content }: Draft, frame: Draft): boolean =>
  content.length === 1 &&
  touches(frame.source, content[0]!) &&
  !hasVerb(words, content[0]!) &&
  source.length > 0 &&
  isPart(source, frame.content) &&
  frame.content.some((range) => hasVerb(words, range));

/** "told them that …": whom it was said to is no part of what was said. */
function withoutHearer(words: Words, { cue, content }: Draft, frame: Draft): readonly Window[] {
  const [first, ...rest] = content;
  const that = frame.content[0]!.first;
  const leads =
    cue !== null &&
    first!.first >= cue.last &&
    first!.first < that &&
    that < first!.last &&
    words.word[cue.last] !== IT;
  return leads && (words.word[that] === THAT || frame.confidence === SURE.toldClause)
    ? [{ first: that, last: first!.last }, ...rest]
    : content;
}

/** They say the same, or one is a part of what the other gives to the same cue. */
const agrees = (words: Words, draft: Draft, frame: Draft): boolean =>
  isRestOfQuoted(words, draft, frame) ||
  (sharedShare(draft.content, frame.content) >= 0.5 && !isToldIn(words, draft, frame)) ||
  (draft.cue !== null &&
    frame.cue !== null &&
    overlapping(draft.cue, frame.cue) &&
    (isPart(frame.content.slice(0, 1), draft.content) ||
      isPart(draft.content, frame.content) ||
      (frame.confidence === SURE.toldClause && touches(draft.content, frame.content[0]!))));

/** "“Words,” she is quoted as saying. “More words.”": the draft has only what comes after the cue of both. */
const isRestOfQuoted = (words: Words, { cue, content }: Draft, frame: Draft): boolean =>
  frame.confidence === SURE.besideQuotation &&
  cue !== null &&
  frame.cue !== null &&
  overlapping(cue, frame.cue) &&
  frame.content[0]!.last <= cue.first &&
  content.every(({ first }) => first >= cue.last && words.quotation[first]! >= 0);

const isPart = (some: readonly Window[], all: readonly Window[]): boolean =>
  some.every((own) => all.some(({ first, last }) => first <= own.first && own.last <= last));

/** They cannot both hold: the cues meet, the contents cross, or one's content takes the other's source. */
function contradicts(words: Words, draft: Draft, frame: Draft): boolean {
  if (isWithin(frame, draft) || (leads(frame) && isWithin(draft, frame)) || isToldIn(words, draft, frame))
    return false;
  if (draft.cue && frame.cue && overlapping(draft.cue, frame.cue)) return true;
  if (draft.cue && touches(frame.source, draft.cue)) return true;
  const shared = sharedShare(draft.content, frame.content);
  if (shared >= 0.5) return true;
  return (
    !isReportedBy(draft, frame) && shared > 0 && frame.source.some((range) => touches(draft.content, range))
  );
}

/** "…, killing nine, the mayor said": a participle after a comma is only how a clause ends. */
const isParticipial = (words: Words, { cue, content: [said] }: Draft): boolean =>
  cue !== null &&
  said!.last <= cue.first &&
  words.suffix[said!.first] === ING &&
  words.part[said!.first] === VERB &&
  said!.first > 0 &&
  words.shape[said!.first - 1] === SHAPE.comma;

/** "The first, he said by phone, landed here": "by phone, landed here" begins with how it was said. */
const isTail = ({ part }: Words, { cue, content }: Draft): boolean =>
  cue !== null && content.length === 1 && content[0]!.first === cue.last && part[cue.last] === ADP;

const SURELY = 0.4;

/** "Divers reported seeing bodies, Lee said": Lee says that divers reported. */
const isToldIn = (words: Words, draft: Draft, frame: Draft): boolean =>
  draft.confidence >= SURELY &&
  leads(draft) &&
  (draft.source.length > 0 || isPassive(words, draft.cue!)) &&
  hasVerb(words, draft.content[0]!) &&
  isWithin(draft, frame);

/** The draft's own cue is among the words that the frame gives to somebody: "crews sent home, union says". */
const isReportedBy = (draft: Draft, frame: Draft): boolean =>
  draft.cue !== null && touches(frame.content, draft.cue);

/** What is said follows the verb: "tells us Lee said …" may hold a whole statement of its own. */
const leads = ({ cue, content }: Draft): boolean =>
  cue !== null && content.length === 1 && content[0]!.first >= cue.last;

/** Said inside what the other says. */
const isWithin = (inner: Draft, outer: Draft): boolean => {
  const { first, last } = extentOf(inner);
  return outer.content.some((range) => range.first <= first && last <= range.last);
};

const HEADINGS: ReadonlySet<string> = new Set(['headline', 'subheading']);

export function findFrames(reading: Reading, words: Words, spoken: readonly Spoken[]): Draft[] {
  const found: Draft[] = [];
  const add = (draft: Draft | undefined): void => {
    if (draft && length(draft.content) > 0) found.push(draft);
  };
  spoken.forEach((one, at) => {
    add(besideQuotation(reading, words, one, spoken[at + 1], SURE.besideQuotation));
  });
  for (const { first, last, block } of reading.sentences) {
    const isHeading = HEADINGS.has(reading.blocks[block]!.kind);
    const ofHeadline = isHeading
      ? (headlineClause(words, first, last, SURE.headline) ??
        headlineLabel(words, first, last, SURE.headlineLabel))
      : undefined;
    add(ofHeadline);
    if (ofHeadline) continue;
    if (isHeading) add(headlineSaying(words, first, last, SURE.headline));
    add(
      insertedInClause(words, first, last, SURE.betweenCommas) ??
        betweenCommas(words, first, last, SURE.betweenCommas) ??
        asName(words, first, last, SURE.asName) ??
        afterClause(words, first, last, SURE.afterClause) ??
        labelledFigure(words, first, last, SURE.figure),
    );
    const semicolon = semicolonIn(words, first, last);
    if (semicolon > first && semicolon < last) add(afterClause(words, first, semicolon, SURE.afterClause));
    add(participle(words, first, last, SURE.participle));
    for (let at = first; at < last - 2; at++) add(frameAt(reading, words, at, first, last));
  }
  for (const draft of innerSpeech(reading, words, SURE.innerSpeech)) add(draft);
  return found;
}

const [WHAT, IT] = [...hashes('what it')];

function frameAt(reading: Reading, words: Words, at: number, first: number, last: number): Draft | undefined {
  if (words.word[at] === THAT && at > first)
    return opensClause(words, at)
      ? (equation(reading, words, at, first, last, SURE.namedSaying) ??
          thatClause(reading, words, at, first, last, SURE.thatClause))
      : undefined;
  const put = asPutIt(words, at, first, SURE.asPutIt);
  if (put) return put;
  if (words.word[at] === WHAT) return whatCalled(words, at, last, SURE.whatCalled);
  const part = words.part[at]!;
  if (part === PRON) return itIsSaid(words, at, first, last, SURE.itIsSaid);
  if (part === ADP)
    return (
      viewpoint(reading, words, at, first, last, SURE.namedSaying) ??
      accordingToWhich(words, at, first, last, SURE.accordingTo) ??
      accordingTo(words, at, first, last, SURE.accordingTo) ??
      byCount(words, at, first, last, SURE.byCount)
    );
  if (part === SCONJ) return accordingTo(words, at, first, last, SURE.accordingTo);
  if (part !== VERB && part !== ADJ && part !== NOUN) return undefined;
  if (CERTAIN_WORDS.has(words.word[at]!))
    return at > first ? certainty(words, at, first, last, SURE.certainty) : undefined;
  return (
    putAt(words, at, first, last, SURE.figure) ??
    bareFigure(words, at, first, last, SURE.figure) ??
    toldClause(words, at, first, last, SURE.toldClause) ??
    undertaking(words, at, last, SURE.namedSaying) ??
    accordingToWhich(words, at, first, last, SURE.accordingTo) ??
    accordingTo(words, at, first, last, SURE.accordingTo) ??
    quotedAs(words, at, first, last, SURE.quotedAs) ??
    accusation(words, at, first, last, SURE.accusation) ??
    thought(words, at, first, last, SURE.thought) ??
    claimsTo(words, at, first, last, SURE.claimsTo) ??
    shows(words, at, first, last, SURE.shows) ??
    hearsay(words, at, first, last, SURE.hearsay) ??
    givenAs(words, at, first, last, SURE.givenAs) ??
    sayingSo(words, at, first, last, SURE.sayingSo) ??
    takesBlame(words, at, first, last, SURE.takesBlame) ??
    gerund(words, at, first, last, SURE.gerund) ??
    plainClause(words, at, first, last, SURE.plainClause)
  );
}

/** "that" before a clause: known for a conjunction, or after a noun of saying with a subject following. */
const opensClause = (words: Words, that: number): boolean =>
  (words.part[that] === SCONJ && words.shape[that + 1]! < SHAPE.comma && words.part[that + 1] !== VERB) ||
  ((isSayingNoun(words, that - 1) || words.part[that - 1] === AUX || isSayingAfterName(words, that - 1, 0)) &&
    words.quote[that] === QUOTE.outside &&
    words.part[that + 1] !== AUX &&
    words.part[that + 1] !== VERB);
