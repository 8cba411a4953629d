// From an article to its attributions: who is said to have said what, in spans. The tagger proposes, rules complete.
import type { ArticleText } from '../article.js';
import type { Attribution } from '../statement.js';
import { choose, type Weighed, weighFindings } from './choice.js';
import type { Draft } from './draft.js';
import { attributingMark, contentSpan, spanOf, wholeName } from './marks.js';
import { inTextOrder, nested } from './nesting.js';
import { type Reading, readArticle } from './reading.js';
import { isNoStatement, isReminder, isSaidByNobody } from './rules/asides.js';
import { withoutBareObjects } from './rules/bare-objects.js';
import { withContinuations } from './rules/continued.js';
import { withWholeFigures } from './rules/figures.js';
import { attachFloating } from './rules/floating.js';
import { withWholeFronts } from './rules/fronted.js';
import { withoutHalfReadings } from './rules/half-readings.js';
import { withWholeHeadlines } from './rules/headlines.js';
import { withoutHearers } from './rules/hearers.js';
import { withHedges } from './rules/hedges.js';
import { withJoinedVerbs } from './rules/joined-verbs.js';
import { findLabelled } from './rules/labelled.js';
import { withNearerSubjects } from './rules/nearer-subject.js';
import { withNextBlocks } from './rules/next-block.js';
import { withRetold } from './rules/retold.js';
import { isKindOfPiece, rubricReader } from './rules/rubrics.js';
import { withoutSecondClauses } from './rules/second-clauses.js';
import { withoutSharedQuotations } from './rules/shared-quotations.js';
import { withoutSilence } from './rules/silence.js';
import { spokenIn } from './rules/spoken.js';
import { withTellers } from './rules/tellers.js';
import { withoutTurns } from './rules/turned-around.js';
import { withoutMockSources } from './rules/unsourced.js';
import { withVerdicts } from './rules/verdicts.js';
import { withoutAppraisals } from './rules/viewpoints.js';
import { withWholeCues } from './rules/whole-cues.js';
import { completeQuotations } from './rules/whole-quotations.js';
import { withWholeSubjects } from './rules/whole-subjects.js';
import { withFrames } from './rules/with-frames.js';
import type { Tagger } from './tagger.js';
import { findTurns, type Turns } from './turns.js';
import type { Words } from './words.js';

export interface FindOptions {
  /** Findings less certain than this are left out. */
  readonly minConfidence?: number;
}

/** An editor strikes one out faster than they find a missed one: well below the point where precision meets recall. */
export const DEFAULT_CONFIDENCE = 0.2;

/** Attributions in text order; spans lie in blocks that are not set aside. */
export function findAttributions(
  article: ArticleText,
  tagger: Tagger,
  options: FindOptions = {},
): Attribution[] {
  return attributionsOf(readArticle(article), tagger, options);
}

/** The same for an article that has been read already. */
export function attributionsOf(
  reading: Reading,
  tagger: Tagger,
  options: FindOptions = {},
  turns: Turns = findTurns(reading),
): Attribution[] {
  const tagged = tagger.read(reading);
  const { words } = tagged;
  const spoken = spokenIn(reading, words);
  const labelled = findLabelled(reading, words, spoken, turns);
  const threshold = options.minConfidence ?? DEFAULT_CONFIDENCE;
  const isRubric = rubricReader(reading, words);
  const weighed = weighFindings(reading, tagged, tagger, threshold);
  const chosen = choose(
    weighed.filter((finding) => !isNoStatement(words, finding) && !isRubric(finding)),
    threshold,
  );
  const completed = completeQuotations(words, spoken, withoutRivals(chosen, labelled));
  const told = withTellers(words, withoutHearers(words, [...completed, ...labelled]));
  const heard = withoutSharedQuotations(words, told);
  const settled = withNearerSubjects(words, withRetold(words, heard));
  const framed = withWholeSubjects(
    words,
    withJoinedVerbs(
      words,
      withoutSecondClauses(words, withoutAppraisals(words, withFrames(reading, words, spoken, settled))),
    ),
  );
  const whole = withWholeFigures(
    words,
    withContinuations(reading, words, completeQuotations(words, spoken, withoutSilence(words, framed))),
  );
  const read = withoutHalfReadings(words, withoutBareObjects(words, whole));
  const said = withoutMockSources(words, read).filter(
    (draft) =>
      !isSaidByNobody(words, draft) && !isReminder(words, draft) && !isKindOfPiece(reading, words, draft),
  );
  const afloat = spoken.filter(({ quotation }) => !turns.all.has(quotation.block));
  const fronted = withoutTurns(words, withWholeFronts(words, withWholeHeadlines(reading, words, said)));
  const answered = withVerdicts(reading, words, withNextBlocks(reading, words, fronted));
  const drafts = attachFloating(reading, words, afloat, withHedges(reading, words, answered));
  return nested(
    withWholeCues(words, drafts)
      .map((draft) => toAttribution(reading, words, draft))
      .sort(inTextOrder),
  );
}

/** A finding that shares its beginning and end with a labelled statement is that statement. */
function withoutRivals(findings: readonly Weighed[], labelled: readonly Draft[]): Draft[] {
  const starts = new Map(labelled.map((draft) => [draft.content[0]!.first, draft]));
  return findings.filter(({ content }) => {
    const rival = starts.get(content[0]!.first);
    return rival === undefined;
  });
}

function toAttribution(reading: Reading, words: Words, draft: Draft): Attribution {
  const cue = draft.cue ?? attributingMark(words, draft);
  return {
    source: draft.source.map((range) => spanOf(reading, wholeName(words, range))),
    cue: cue ? [spanOf(reading, cue)] : [],
    content: draft.content.map((range) => contentSpan(reading, words, range)),
    confidence: draft.confidence,
  };
}
