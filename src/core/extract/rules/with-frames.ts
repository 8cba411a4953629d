// How sentences whose shape says that somebody speaks agree with what the tagger found there: the surer stays.
import { type Draft, joined, touches } from '../draft.js';
import { extentOf, indexDrafts } from '../draft-index.js';
import { sharedShare } from '../evidence.js';
import { ADP, VERB } from '../parts-of-speech.js';
import type { Reading } from '../reading.js';
import { overlapping, type Window } from '../window.js';
import { SHAPE, type Words } from '../words.js';
import { findFrames, SURE } from './frames.js';
import { hashes, hasVerb, ING, isPassive, isSayingNoun, THAT } from './saying.js';
import type { Spoken } from './spoken.js';

const [IT] = [...hashes('it')];

/** Drafts less sure than this give way to a frame that contradicts them. */
const GIVES_WAY = 0.42;

/** Frames, and the drafts they agree with or do not contradict; where they do, the surer stays. */
export function withFrames(
  reading: Reading,
  words: Words,
  spoken: readonly Spoken[],
  drafts: readonly Draft[],
): Draft[] {
  const settled: (Draft | undefined)[] = drafts.map((draft) => pastComma(words, draft));
  const index = indexDrafts(drafts);
  for (const frame of findFrames(reading, words, spoken)) {
    const rivals = index.near(extentOf(frame)).filter((key) => {
      const draft = settled[key];
      const first = draft && saidFirst(words, draft, frame);
      if (first) settled[key] = first;
      return draft !== undefined && !first && contradicts(words, draft, frame);
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

/** What is said does not begin with a comma. */
function pastComma(words: Words, draft: Draft): Draft {
  const [first, ...rest] = draft.content;
  return words.shape[first!.first] === SHAPE.comma && first!.last - first!.first > 1
    ? { ...draft, content: [{ first: first!.first + 1, last: first!.last }, ...rest] }
    : draft;
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

/** "“Words,” he said. “More words,” he added": what a verb of its own stands beside is said with that verb. */
function saidFirst(words: Words, draft: Draft, frame: Draft): Draft | undefined {
  const { cue, content } = draft;
  if (frame.confidence !== SURE.besideQuotation || !frame.cue || !cue || content.length < 2) return undefined;
  const [quoted] = frame.content;
  if (cue.last > quoted!.first || frame.cue.first < quoted!.last || words.quotation[cue.first]! >= 0)
    return undefined;
  const own = content.filter((range) => !touches(frame.content, range));
  const isWhole = own.length > 0 && own.length < content.length && own.every(({ last }) => last <= cue.first);
  return isWhole && own.some((range) => words.quotation[range.first]! >= 0)
    ? { ...draft, content: own }
    : undefined;
}

/** "Berlin quoted 2031. “They told us to wait,” jokes a general": the verb beside the marks, not one of another sentence. */
const isFromAfar = (words: Words, { cue }: Draft, frame: Draft): boolean =>
  frame.confidence === SURE.besideQuotation &&
  frame.cue !== null &&
  cue !== null &&
  cue.first < frame.content[0]!.first &&
  words.quotation[cue.first]! < 0 &&
  words.sentence[cue.first] !== words.sentence[frame.content[0]!.first];

/** Frames that know both ends better than the tagger does. */
const WHOLE: ReadonlySet<number> = new Set([SURE.quotedAs, SURE.whatCalled, SURE.saidOfIt]);

/** "claimed to have taken the town | after a night of fighting": the same, up to no mark. */
function isCutShort(words: Words, { content }: Draft, frame: Draft): boolean {
  const [own] = content;
  const [whole] = frame.content;
  if (content.length > 1 || own!.first !== whole!.first || own!.last >= whole!.last) return false;
  for (let at = own!.last; at < whole!.last; at++) if (words.shape[at]! >= SHAPE.comma) return false;
  return true;
}

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
  if (WHOLE.has(frame.confidence)) return { ...frame, confidence };
  if (frame.confidence === SURE.claimsTo && isCutShort(words, draft, frame)) return { ...frame, confidence };
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
