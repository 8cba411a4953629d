// What the API answers with: every field by name, in snake_case. Confidential notes and recorded identities have none.
import { z } from 'zod';
import { ATTRIBUTIONS, CREDIBILITIES, RATINGS, RELIABILITIES, STANCES } from '../../core/rating.js';
import { PHASES } from '../../core/review.js';
import { SEARCH_KINDS } from '../../core/search.js';
import { CHANNELS, KINDS, SPEAKER_TYPES } from '../../core/statement.js';

const text = z.string();
const maybe = z.string().nullable();
const at = z.string().describe('ISO 8601, UTC.');
const day = z.string().nullable().describe('YYYY-MM-DD, or null where it is not known.');
const count = z.int().min(0);

export const PERSON = z.object({ id: text, name: text }).meta({ id: 'Person' });

export const SPANS = z
  .array(z.object({ start: count, end: count }))
  .meta({ id: 'Spans', description: 'Stretches of the article’s text, [start, end) in UTF-16 code units.' });

export const SAID_BY = z
  .object({
    name: text,
    type: z.enum(SPEAKER_TYPES),
    role: maybe,
    affiliation: maybe,
    speaker_id: maybe.describe('The registry’s speaker, where there is one.'),
    anonymity: z
      .object({ reason: maybe, number: z.enum(['single', 'several', 'unknown']) })
      .nullable()
      .describe('Only where the source is not named.'),
  })
  .meta({ id: 'SaidBy', description: 'Who said it, with the role and the body of that day.' });

export const EVIDENCE = z
  .object({
    id: text,
    title: text,
    url: maybe,
    archive_url: maybe,
    file_sha256: maybe,
    stance: z.enum(STANCES),
    origin: z.object({ name: text, speaker_id: maybe }).describe('Whose knowledge it finally rests on.'),
    method: maybe,
    reliability: z.enum(RELIABILITIES),
    credibility: z.literal([...CREDIBILITIES]),
    collected_by: PERSON,
    collected_at: at,
    withdrawn: z.object({ by: PERSON, at, reason: text }).nullable(),
  })
  .meta({ id: 'Evidence' });

export const NOTE = z
  .object({ id: text, reply_to: maybe, by: PERSON, at, body: text, resolved: z.boolean() })
  .meta({ id: 'Note', description: 'Confidential notes are never among them, whoever asks.' });

export const STATEMENT = z
  .object({
    id: text,
    article_id: text,
    ordinal: z.int(),
    version: count.describe('Also the ETag. Send it as If-Match with an event.'),
    phase: z.enum(PHASES),
    words: text,
    kind: z.enum(KINDS),
    content: SPANS,
    cue: SPANS,
    source: SPANS,
    speaker: SAID_BY,
    via: z.array(text).describe('Who passed the words on, nearest the speaker first.'),
    channel: z.enum(CHANNELS).nullable(),
    said_on: day,
    polarity: z.enum(['asserted', 'denied']),
    checkable: z.boolean(),
    confidence: z.number().min(0).max(1).describe('How sure the engine was that this is a statement.'),
    attribution: z.enum(ATTRIBUTIONS).describe('Did this source say this?'),
    attribution_reason: maybe,
    attributed_by: PERSON.nullable(),
    rating: z.enum(RATINGS).describe('Is what was said true?'),
    reason: text,
    rated_by: PERSON.nullable(),
    rated_at: maybe,
    second_signature: z.boolean().describe('Whether the desk asks for a second signature.'),
    sign_off: z.object({ by: PERSON, at, digest: text }).nullable(),
    sign_off_digest: text.describe('What a second editor signs: send it with “signed_off”.'),
    fell_back: z.object({ at, because: text }).nullable(),
    evidence: z.array(EVIDENCE),
    notes: z.array(NOTE),
    assigned_to: PERSON.nullable(),
    struck_out: z.object({ by: PERSON, at, reason: text }).nullable(),
    changed_at: maybe,
  })
  .meta({ id: 'Statement' });

export const COUNTS = z
  .object({
    total: count,
    by_phase: z.partialRecord(z.enum(PHASES), count),
    by_rating: z.partialRecord(z.enum(RATINGS), count),
  })
  .meta({ id: 'Counts' });

export const ARTICLE_SUMMARY = z
  .object({
    id: text,
    story_id: text.describe('The id of the first version; all versions of one story share it.'),
    version: z.int(),
    title: text,
    publisher: maybe,
    published_on: day,
    imported_at: at,
    imported_by: PERSON,
    superseded: z.boolean(),
    assigned_to: PERSON.nullable(),
    due: maybe,
    published_at: maybe.describe('Since when readers see it; null while they do not.'),
    changed_at: at,
    counts: COUNTS,
  })
  .meta({ id: 'ArticleSummary' });

export const ARTICLE = ARTICLE_SUMMARY.extend({
  text,
  text_sha256: text,
  blocks: z.array(z.object({ kind: text, start: count, end: count, set_aside: z.boolean() })),
  url: maybe,
  language: text,
  supersedes: maybe,
  superseded_by: maybe,
  source_sha256: text.describe('SHA-256 of the bytes as they came in.'),
}).meta({ id: 'Article' });

export const SPEAKER_SUMMARY = z
  .object({ id: text, name: text, type: z.enum(SPEAKER_TYPES), statements: count })
  .meta({ id: 'SpeakerSummary' });

export const SPEAKER = z
  .object({
    id: text,
    name: text,
    type: z.enum(SPEAKER_TYPES),
    aliases: z.array(text),
    memberships: z.array(z.object({ id: text, role: maybe, body: maybe, from: maybe, until: maybe })),
    wikidata: maybe,
    website: maybe,
    public_note: text,
    merged_into: maybe,
    version: count,
    changed_at: at,
    statements: z
      .array(z.object({ rating: z.enum(RATINGS), checkable: z.boolean(), n: count }))
      .describe('Counts, struck-out statements left out.'),
  })
  .meta({ id: 'Speaker' });

export const HIT = z
  .object({
    kind: z.enum(SEARCH_KINDS),
    article_id: text,
    article_title: text,
    statement_id: maybe,
    speaker: maybe,
    rating: z.enum(RATINGS).nullable(),
    passage: z.array(z.object({ text, hit: z.boolean() })),
  })
  .meta({ id: 'Hit' });

/** A page of a list. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    next: maybe.describe('Send it as “after” for the next page; null on the last one.'),
  });
