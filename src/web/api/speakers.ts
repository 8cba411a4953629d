// The registry and the search over the API.
import { z } from 'zod';
import { RATINGS } from '../../core/rating.js';
import { SEARCH_KINDS } from '../../core/search.js';
import { type Operation, operation } from './operation.js';
import { HIT, pageOf, SPEAKER, SPEAKER_SUMMARY } from './shapes.js';
import { AFTER, pageSize } from './statements.js';

export const speakerOperations: readonly Operation[] = [
  operation({
    name: 'listSpeakers',
    method: 'get',
    path: '/speakers',
    summary: 'The registry of speakers, in alphabetical order.',
    scope: 'read',
    needs: 'read_desk',
    query: z.strictObject({
      q: z.string().max(200).optional().describe('The beginning of any name.'),
      after: AFTER,
      limit: pageSize(200, 50),
    }),
    answer: pageOf(SPEAKER_SUMMARY),
    async handle({ query: { q, after, limit }, web }) {
      const page = await web.desk.store.speakers({ after, limit, search: q?.trim() || undefined });
      const items = page.rows.map(({ id, name, type, statements }) => ({ id, name, type, statements }));
      return { answer: { items, next: page.next } };
    },
  }),
  operation({
    name: 'readSpeaker',
    method: 'get',
    path: '/speakers/{id}',
    summary: 'A speaker: names, hats, and how what they said was rated.',
    scope: 'read',
    needs: 'read_desk',
    answer: SPEAKER,
    async handle({ id, web }) {
      const { store } = web.desk;
      const speaker = await store.speaker(id);
      return {
        answer: {
          id: speaker.id,
          name: speaker.name,
          type: speaker.type,
          aliases: [...speaker.aliases],
          memberships: speaker.memberships.map((one) => ({
            id: one.id,
            role: one.role,
            body: one.body,
            from: one.from,
            until: one.until,
          })),
          wikidata: speaker.wikidata,
          website: speaker.website,
          public_note: speaker.publicNote,
          merged_into: speaker.mergedInto,
          version: speaker.version,
          changed_at: speaker.changedAt,
          statements: [...(await store.speakerCounts(id))],
        },
      };
    },
  }),
  operation({
    name: 'search',
    method: 'get',
    path: '/search',
    summary: 'Statements, articles, evidence and notes by the words in them, best first.',
    scope: 'read',
    needs: 'read_desk',
    query: z.strictObject({
      q: z
        .string('Say what to search for.')
        .trim()
        .min(1, 'Say what to search for.')
        .max(500, 'Search for fewer words.'),
      kind: z.enum(SEARCH_KINDS).optional(),
      rating: z.enum(RATINGS).optional(),
      limit: pageSize(100, 50),
    }),
    answer: z.object({ items: z.array(HIT) }),
    async handle({ query: { q, kind, rating, limit }, web }) {
      const hits = await web.desk.store.search(q, { kind, rating, withConfidential: false }, limit);
      const items = hits.map((hit) => ({
        kind: hit.kind,
        article_id: hit.articleId,
        article_title: hit.articleTitle,
        statement_id: hit.statementId,
        speaker: hit.speaker,
        rating: hit.rating,
        passage: [...hit.passage],
      }));
      return { answer: { items } };
    },
  }),
];
