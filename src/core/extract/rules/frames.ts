// Sentences whose shape alone says that somebody says something, whatever the verb.
import { type Draft, length } from '../draft.js';
import { ADJ, ADP, AUX, NOUN, PRON, SCONJ, VERB } from '../parts-of-speech.js';
import type { Reading } from '../reading.js';
import { QUOTE, SHAPE, type Words } from '../words.js';
import { accusation } from './accusations.js';
import { afterClause, certainty, gerund, plainClause, thatClause, toldClause } from './clauses.js';
import { bareFigure, gaveFigure, givenAs, labelledFigure, putAt } from './figures.js';
import { headlineAnswer, headlineClause, headlineLabel, headlineSaying } from './headlines.js';
import { innerSpeech } from './inner-speech.js';
import { betweenCommas, insertedInClause } from './insertions.js';
import { accordingTo, accordingToWhich, equation, undertaking } from './named-sayings.js';
import { asName, asPutIt, byCount, participle, quotedAs, sayingSo } from './quoted-as.js';
import { besideQuotation } from './quoted-speech.js';
import { saidOfIt } from './relatives.js';
import { CERTAIN_WORDS, hashes, isSayingAfterName, isSayingNoun, semicolonIn, THAT } from './saying.js';
import { secondSpeaker } from './second-speakers.js';
import { shows, takesBlame } from './shows.js';
import type { Spoken } from './spoken.js';
import { claimsTo, thought, vowed } from './thoughts.js';
import { hearsay, itIsSaid } from './unsourced.js';
import { viewpoint, whatCalled } from './viewpoints.js';

/** How often such frames are right where the tagger found nothing, as seen on held-out news. */
export const SURE = {
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
  vowed: 0.4532,
  itIsSaid: 0.4027,
  headlineLabel: 0.6028,
  headlineAnswer: 0.3533,
  plainClause: 0.3329,
  secondSpeaker: 0.453,
  saidOfIt: 0.6031,
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
        headlineLabel(words, first, last, SURE.headlineLabel) ??
        headlineAnswer(words, first, last, SURE.headlineAnswer))
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
    if (semicolon > first && semicolon < last) {
      add(afterClause(words, first, semicolon, SURE.afterClause));
      add(secondSpeaker(words, semicolon, last, SURE.secondSpeaker));
    }
    add(participle(words, first, last, SURE.participle));
    for (let at = first; at < last - 2; at++) add(frameAt(reading, words, at, first, last));
  }
  for (const draft of innerSpeech(reading, words, SURE.innerSpeech)) add(draft);
  return found;
}

const [WHAT] = [...hashes('what')];

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
  if (part === PRON)
    return itIsSaid(words, at, first, last, SURE.itIsSaid) ?? saidOfIt(words, at, last, SURE.saidOfIt);
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
    gaveFigure(words, at, first, last, SURE.figure) ??
    bareFigure(words, at, first, last, SURE.figure) ??
    toldClause(words, at, first, last, SURE.toldClause) ??
    undertaking(words, at, last, SURE.namedSaying) ??
    accordingToWhich(words, at, first, last, SURE.accordingTo) ??
    accordingTo(words, at, first, last, SURE.accordingTo) ??
    quotedAs(words, at, first, last, SURE.quotedAs) ??
    accusation(words, at, first, last, SURE.accusation) ??
    thought(words, at, first, last, SURE.thought) ??
    vowed(words, at, first, last, SURE.vowed) ??
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
