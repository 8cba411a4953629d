// A Whosaid report in JSON, read back. The schema here is the format's definition: the JSON Schema in
// exporters/schema/report.schema.json is made from it, and a test holds the two together.
import { z } from 'zod';
import { invalid } from '../core/errors.js';
import { ATTRIBUTIONS, CREDIBILITIES, RATINGS, RELIABILITIES, STANCES } from '../core/rating.js';
import { reportDigest } from '../core/report/digest.js';
import { REPORT_FORMAT, REPORT_VERSION, type WholeReport } from '../core/report/model.js';
import { PHASES } from '../core/review.js';
import { CHANNELS, KINDS, SPEAKER_TYPES } from '../core/statement.js';
import { readJson } from './interchange-json.js';
import type { ForeignStatement } from './interchange-statement.js';

const text = z.string();
const maybe = z.string().nullable();
const count = z.int().min(0);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const span = z.strictObject({ start: count, end: count });
const withheld = z.strictObject({ notes: count, identities: count, events: count });
const byAt = { by: text, at: text };
const historyLine = z.strictObject({ seq: count, at: text, sentence: text });
const note = z.strictObject({ ...byAt, body: text, resolved: z.boolean(), on: maybe });
const ratings = z.strictObject(
  Object.fromEntries(RATINGS.map((rating) => [rating, count])) as Record<
    (typeof RATINGS)[number],
    typeof count
  >,
);
const tally = z.strictObject({ name: text, about: maybe, total: count, byRating: ratings });

const selector = z.tuple([
  z.strictObject({
    type: z.literal('TextQuoteSelector'),
    exact: text,
    prefix: text.optional(),
    suffix: text.optional(),
  }),
  z.strictObject({ type: z.literal('TextPositionSelector'), start: count, end: count }),
]);

const speaker = z.strictObject({
  name: text,
  type: z.enum(SPEAKER_TYPES),
  role: maybe,
  affiliation: maybe,
  speakerId: maybe,
  anonymity: z.strictObject({ reason: maybe, number: z.enum(['single', 'several', 'unknown']) }).nullable(),
  candidates: z.array(text),
  party: text,
});

const rating = z.strictObject({
  code: z.enum(RATINGS),
  word: text,
  glyph: text,
  final: z.boolean(),
  reason: text,
  by: maybe,
  at: maybe,
  secondSignature: z.boolean(),
  signedBy: maybe,
  signedAt: maybe,
  fellBack: z.strictObject({ at: text, because: text }).nullable(),
  standing: text,
});

const evidence = z.strictObject({
  id: text,
  title: text,
  url: maybe,
  archiveUrl: maybe,
  fileSha256: sha256.nullable(),
  stance: z.enum(STANCES),
  origin: text,
  originSpeakerId: maybe,
  speakersOwn: z.boolean(),
  sameStoryAs: z.array(text).optional(),
  method: maybe,
  reliability: z.enum(RELIABILITIES),
  credibility: z.literal(CREDIBILITIES),
  collectedBy: text,
  collectedAt: text,
  withdrawn: z.strictObject({ ...byAt, reason: text }).nullable(),
});

const statement = z.strictObject({
  number: z.int().min(1),
  id: text,
  words: text,
  kind: z.enum(KINDS),
  context: z.array(z.strictObject({ role: z.enum(['plain', 'content', 'cue', 'source', 'cut']), text })),
  content: z.array(span),
  cue: z.array(span),
  source: z.array(span),
  selectors: z.array(selector),
  speaker,
  via: z.array(text),
  channel: z.enum(CHANNELS).nullable(),
  saidOn: maybe,
  polarity: z.enum(['asserted', 'denied']),
  checkable: z.boolean(),
  found: z.strictObject({ by: text, automatically: z.boolean(), confidence: z.number().min(0).max(1) }),
  attribution: z.strictObject({ status: z.enum(ATTRIBUTIONS), word: text, reason: maybe, by: maybe }),
  rating,
  phase: z.enum(PHASES),
  evidence: z.array(evidence),
  independent: z.strictObject({ supporting: count, contradicting: count }),
  notes: z.array(note),
  corrections: z.array(z.strictObject({ ...byAt, what: text, why: text, before: text, after: text })),
  history: z.array(historyLine),
  carried: z
    .strictObject({
      from: text,
      fromArticle: text,
      placement: z.enum(['kept', 'moved', 'reworded', 'dropped', 'orphaned']),
      changed: text,
    })
    .nullable(),
  struckOut: z.strictObject({ ...byAt, reason: text }).nullable(),
  withheld,
});

const article = z.strictObject({
  id: text,
  storyId: text,
  title: text,
  publisher: maybe,
  publishedOn: maybe,
  url: maybe,
  language: text,
  direction: z.enum(['ltr', 'rtl']),
  articleVersion: z.int().min(1),
  supersedes: maybe,
  supersededBy: maybe,
  textSha256: sha256,
  sourceSha256: sha256,
  sourceMediaType: text,
  sourceName: maybe,
  importedAt: text,
  importedBy: text,
  engine: maybe,
  head: z.strictObject({ seq: count, hash: sha256 }),
  lastChangeAt: text,
  publishedAt: maybe,
  notes: z.array(note),
  history: z.array(historyLine),
  statements: z.array(statement),
});

const origin = z.strictObject({ name: text, supports: count, contradicts: count });

export const reportSchema = z
  .strictObject({
    format: z.literal(REPORT_FORMAT),
    version: z.literal(REPORT_VERSION),
    title: text,
    desk: text,
    finding: text,
    cautions: z.array(text),
    selection: maybe,
    lastChangeAt: text,
    counts: z.strictObject({
      statements: count,
      struckOut: count,
      speakers: count,
      rated: count,
      final: count,
      proposed: count,
      byRating: z.array(
        z.strictObject({ rating: z.enum(RATINGS), word: text, glyph: text, total: count, final: count }),
      ),
      byAttribution: z.strictObject({ unchecked: count, confirmed: count, disputed: count }),
    }),
    bySpeaker: z.array(tally),
    byParty: z.array(tally),
    sources: z.strictObject({
      sentences: z.array(text),
      oneWordByParty: z.array(z.strictObject({ name: text, count })),
      onOneWord: count,
      ownVoiceAlone: count,
      anonymous: count,
      anonymousWithoutReason: count,
      oneOrigin: count,
      severalOrigins: count,
      contradicted: count,
      relayed: count,
      origins: z.array(origin),
    }),
    open: z.array(
      z.strictObject({ articleId: text, number: count, id: text, words: text, speaker: text, lacks: text }),
    ),
    withheld,
    method: z.array(text),
    scale: z.array(
      z.strictObject({ code: z.enum(RATINGS), glyph: text, word: text, meaning: text, gate: text }),
    ),
    settings: z.strictObject({ secondSignature: z.boolean(), words: text }),
    articles: z.array(article),
    digest: sha256,
    seal: text.optional(),
  })
  .meta({
    $id: 'urn:whosaid:schema:report:1',
    title: 'Whosaid verification report, version 1',
    description:
      'Spans are [start, end) in UTF-16 units of the article’s text; positions in selectors are Unicode code points. Times are ISO-8601 UTC. `digest` is the SHA-256 of "whosaid:report:1", a line feed and the report without `digest` and `seal` as JSON with sorted keys and no white space.',
  });

/** Reads a report and proves its digest. Throws invalid where it is none, or was altered. */
export function readWhosaidReport(json: string): WholeReport {
  const { seal: _, ...report } = readJson(json, reportSchema, 'Whosaid report');
  if (reportDigest(report) !== report.digest)
    throw invalid('This report was altered: its digest is not that of its content.');
  return report;
}

/** The statements of a report, as another desk's. Struck-out ones are none. */
export const statementsOfReport = (report: WholeReport): readonly ForeignStatement[] =>
  report.articles.flatMap((one) =>
    one.statements
      .filter(({ struckOut }) => struckOut === null)
      .map(
        (said): ForeignStatement => ({
          id: said.id,
          words: said.words,
          places: said.selectors.map(([quote, position]) => ({ source: one.url ?? one.id, quote, position })),
          speaker: {
            name: said.speaker.name,
            type: said.speaker.type,
            role: said.speaker.role,
            affiliation: said.speaker.affiliation,
          },
          kind: said.kind,
          via: said.via,
          channel: said.channel,
          saidOn: said.saidOn,
          polarity: said.polarity,
          verdict:
            said.rating.code === 'unchecked'
              ? null
              : {
                  words: said.rating.standing,
                  reason: said.rating.reason || null,
                  by: report.desk,
                  on: said.rating.at?.slice(0, 10) ?? null,
                  url: null,
                },
          comments: said.notes.map(({ by, body }) => ({ by, body })),
          links: said.evidence.flatMap(({ url, title, withdrawn }) =>
            url && !withdrawn ? [{ url, title }] : [],
          ),
        }),
      ),
  );
