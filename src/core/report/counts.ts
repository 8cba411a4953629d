// Counts by status, by speaker and by party. Struck-out statements are counted apart, everywhere.
import { ATTRIBUTIONS, type AttributionStatus, RATING_WORDS, RATINGS, type Rating } from '../rating.js';
import { shortened } from './finding.js';
import type { RatingCount, ReportCounts, ReportStatement, Tally } from './model.js';
import { aboutSpeaker, keyOfSpeaker, partyKey } from './party.js';

export const inScope = (statements: readonly ReportStatement[]): readonly ReportStatement[] =>
  statements.filter((statement) => statement.struckOut === null);

/** What counts, tallies and summaries look at, and no more: of a long report this much is held of every statement. */
export const countable = (statement: ReportStatement): ReportStatement => ({
  ...statement,
  words: shortened(statement.words),
  context: [],
  content: [],
  cue: [],
  source: [],
  selectors: [],
  notes: [],
  corrections: [],
  history: [],
  rating: { ...statement.rating, reason: '', standing: '' },
  evidence: statement.evidence.map((item) => ({
    ...item,
    title: '',
    url: null,
    archiveUrl: null,
    fileSha256: null,
    method: null,
  })),
});

export function countStatements(all: readonly ReportStatement[]): ReportCounts {
  const statements = inScope(all);
  const speakerOf = keyOfSpeaker(statements.map(({ speaker }) => speaker));
  const rated = statements.filter((statement) => statement.rating.code !== 'unchecked');
  const final = rated.filter((statement) => statement.rating.final).length;
  return {
    statements: statements.length,
    struckOut: all.length - statements.length,
    speakers: new Set(statements.map(({ speaker }) => speakerOf(speaker))).size,
    rated: rated.length,
    final,
    proposed: rated.length - final,
    byRating: RATINGS.map((rating) => countRating(statements, rating)),
    byAttribution: Object.fromEntries(
      ATTRIBUTIONS.map((status) => [
        status,
        statements.filter((statement) => statement.attribution.status === status).length,
      ]),
    ) as Record<AttributionStatus, number>,
  };
}

function countRating(statements: readonly ReportStatement[], rating: Rating): RatingCount {
  const own = statements.filter((statement) => statement.rating.code === rating);
  const { word, glyph } = RATING_WORDS[rating];
  const final = own.filter((statement) => statement.rating.final).length;
  return { rating, word, glyph, total: own.length, final };
}

export function tallyBySpeaker(all: readonly ReportStatement[]): readonly Tally[] {
  const statements = inScope(all);
  const speakerOf = keyOfSpeaker(statements.map(({ speaker }) => speaker));
  return tally(
    statements,
    ({ speaker }) => speakerOf(speaker),
    ({ speaker }) => ({ name: speaker.name, about: aboutSpeaker(speaker) }),
  );
}

export const tallyByParty = (all: readonly ReportStatement[]): readonly Tally[] =>
  tally(
    inScope(all),
    ({ speaker }) => partyKey(speaker.party),
    ({ speaker }) => ({ name: speaker.party, about: null }),
  );

/** Most statements first; equal ones in the order in which they first speak. */
function tally(
  statements: readonly ReportStatement[],
  keyOf: (statement: ReportStatement) => string,
  headOf: (statement: ReportStatement) => Pick<Tally, 'name' | 'about'>,
): readonly Tally[] {
  const groups = new Map<string, ReportStatement[]>();
  for (const statement of statements) {
    const key = keyOf(statement);
    const group = groups.get(key);
    if (group) group.push(statement);
    else groups.set(key, [statement]);
  }
  return [...groups.values()]
    .map((group): Tally => {
      const first = group.find((statement) => headOf(statement).about !== null) ?? group[0]!;
      return { ...headOf(first), total: group.length, byRating: ratingsIn(group) };
    })
    .sort((a, b) => b.total - a.total);
}

function ratingsIn(statements: readonly ReportStatement[]): Readonly<Record<Rating, number>> {
  const counts = Object.fromEntries(RATINGS.map((rating) => [rating, 0])) as Record<Rating, number>;
  for (const statement of statements) counts[statement.rating.code]++;
  return counts;
}
