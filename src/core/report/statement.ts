// One statement of the report: everything on record about it that may leave the desk.
import { describeEvent } from '../describe-event.js';
import type { Event } from '../event.js';
import { type Evidence, isSpeakersOwn, originsFor, sameStory } from '../evidence.js';
import { ATTRIBUTION_WORDS, RATING_WORDS } from '../rating.js';
import { type Note, phaseOf, type Review } from '../review.js';
import type { CodePoints } from '../selector/code-points.js';
import type { Speaker } from '../statement.js';
import type { StatementRecord, StoredArticle } from '../store.js';
import { contextOf } from './context.js';
import type {
  HistoryLine,
  ReportCorrection,
  ReportEvidence,
  ReportNote,
  ReportRating,
  ReportSpeaker,
  ReportStatement,
} from './model.js';
import { stopped } from './numbers.js';
import { partyOf } from './party.js';
import { selectorsOf } from './selectors.js';
import { openEvents, openNotes, withheldOf } from './withheld.js';

export type NameOf = (editorId: string) => string;

/** What the report tells a statement from. */
interface Told extends StatementRecord {
  readonly article: StoredArticle;
  readonly corrections: readonly ReportCorrection[];
  /** Of the article's text, counted once. */
  readonly codePoints: CodePoints;
}

export function reportStatement(record: Told, number: number, nameOf: NameOf): ReportStatement {
  const { article, statement, review, events } = record;
  const { speaker, via, channel, saidOn } = review.provenance;
  return {
    number,
    id: review.statementId,
    words: review.words,
    kind: review.kind,
    context: contextOf(article, review),
    content: review.content,
    cue: review.cue,
    source: review.source,
    selectors: selectorsOf(article.text, review.content, record.codePoints),
    speaker: reportSpeaker(speaker),
    via,
    channel,
    saidOn,
    polarity: review.polarity,
    checkable: review.checkable,
    found: {
      by: statement.addedBy ? nameOf(statement.addedBy) : (statement.engine ?? 'an unnamed engine'),
      automatically: statement.origin === 'extracted',
      confidence: statement.confidence,
    },
    attribution: {
      status: review.attribution,
      word: ATTRIBUTION_WORDS[review.attribution],
      reason: review.attributionReason,
      by: review.attributedBy && nameOf(review.attributedBy),
    },
    rating: reportRating(review, nameOf),
    phase: phaseOf(review),
    evidence: review.evidence.map((item) => reportEvidence(item, review, nameOf)),
    independent: {
      supporting: originsFor(review.evidence, 'supports', speaker).size,
      contradicting: originsFor(review.evidence, 'contradicts', speaker).size,
    },
    notes: openNotes(review.notes).map((note) => reportNote(note, article.text, nameOf)),
    corrections: record.corrections,
    history: historyOf(openEvents(events, review.notes), nameOf),
    carried: review.carried,
    struckOut: review.struckOut && { ...review.struckOut, by: nameOf(review.struckOut.by) },
    withheld: withheldOf(review, events),
  };
}

const reportSpeaker = (speaker: Speaker): ReportSpeaker => ({
  name: speaker.name,
  type: speaker.type,
  role: speaker.role,
  affiliation: speaker.affiliation,
  speakerId: speaker.speakerId ?? null,
  anonymity: speaker.anonymity ?? null,
  candidates: speaker.candidates ?? [],
  party: partyOf(speaker),
});

function reportRating(review: Review, nameOf: NameOf): ReportRating {
  const { word, glyph } = RATING_WORDS[review.rating];
  const phase = phaseOf(review);
  return {
    code: review.rating,
    word,
    glyph,
    final: phase === 'done',
    reason: review.reason,
    by: review.ratedBy && nameOf(review.ratedBy),
    at: review.ratedAt,
    secondSignature: review.secondSignature,
    signedBy: review.signOff && nameOf(review.signOff.by),
    signedAt: review.signOff?.at ?? null,
    fellBack: review.fellBack,
    standing: standingInWords(review, nameOf),
  };
}

/** A phrase that claims no more than the record: who proposed, who signed, and what is still due. */
function standingInWords(review: Review, nameOf: NameOf): string {
  const { word } = RATING_WORDS[review.rating];
  const by = review.ratedBy ? nameOf(review.ratedBy) : 'an editor';
  switch (phaseOf(review)) {
    case 'struck_out':
      return 'struck out as no statement';
    case 'untouched':
      return 'unchecked: nobody has looked into it yet';
    case 'under_way':
      return 'unchecked: looked at, not rated yet';
    case 'fell_back':
      return review.rating === 'unchecked'
        ? 'unchecked again: the rating fell back'
        : `${word}, proposed by ${by}, and sent back: no final rating`;
    case 'awaiting_second':
      return `${word}, proposed by ${by}; a second signature is due`;
    case 'done':
      return review.signOff
        ? `${word}, rated by ${by} and signed off by ${nameOf(review.signOff.by)}`
        : `${word}, rated by ${by} alone; this desk asked for no second signature`;
  }
}

function reportEvidence(item: Evidence, { evidence, provenance }: Review, nameOf: NameOf): ReportEvidence {
  const others = item.withdrawn ? [] : sameStory(evidence, item).filter(({ id }) => id !== item.id);
  return {
    id: item.id,
    title: item.title,
    url: item.url,
    archiveUrl: item.archiveUrl,
    fileSha256: item.fileSha256,
    stance: item.stance,
    origin: item.origin.name,
    originSpeakerId: item.origin.speakerId,
    speakersOwn: isSpeakersOwn(item.origin, provenance.speaker),
    ...(others.length > 0 ? { sameStoryAs: others.map(({ title }) => title) } : {}),
    method: item.method,
    reliability: item.reliability,
    credibility: item.credibility,
    collectedBy: nameOf(item.collectedBy),
    collectedAt: item.collectedAt,
    withdrawn: item.withdrawn && { ...item.withdrawn, by: nameOf(item.withdrawn.by) },
  };
}

export const reportNote = (note: Note, text: string, nameOf: NameOf): ReportNote => ({
  by: nameOf(note.by),
  at: note.at,
  body: note.body,
  resolved: note.resolved,
  on: note.span && text.slice(note.span.start, note.span.end),
});

export const historyOf = (events: readonly Event[], nameOf: NameOf): readonly HistoryLine[] =>
  events.map((event) => ({ seq: event.seq, at: event.at, sentence: stopped(describeEvent(event, nameOf)) }));
