// Statements over the API: listed, read with their version as ETag, and acted on by somebody who says which version they saw.
import { z } from 'zod';
import { invalid, Refusal } from '../../core/errors.js';
import type { Recorded } from '../../core/store.js';
import type { Web } from '../route.js';
import { ACT, type ApiAct, record } from './acts.js';
import { namesOf, statementAnswer } from './answers.js';
import { type Operation, operation } from './operation.js';
import { HttpRefusal } from './problem.js';
import { words } from './read.js';
import { pageOf, STATEMENT } from './shapes.js';

/** Kept for a day. Room is left for what the desk's own table of requests puts before it. */
export const IDEMPOTENCY_KEY = words(80)
  .min(1)
  .optional()
  .describe(
    'A name for this request, of your own making. The same name again within a day changes nothing more.',
  );

export const pageSize = (most: number, usual: number) =>
  z.coerce.number('Give a number.').int().min(1).max(most).default(usual).describe('Items on a page.');

export const AFTER = z.string().max(1000).optional().describe('“next” of the page before.');

export const statementOperations: readonly Operation[] = [
  operation({
    name: 'listStatements',
    method: 'get',
    path: '/articles/{id}/statements',
    summary: 'The statements of an article, in its order.',
    scope: 'read',
    needs: 'read_desk',
    query: z.strictObject({ after: AFTER, limit: pageSize(500, 100) }),
    answer: pageOf(STATEMENT),
    async handle({ id, query, web }) {
      const { store } = web.desk;
      await store.articleSummary(id);
      const statements = new Map((await store.statements(id)).map((statement) => [statement.id, statement]));
      const reviews = await store.reviews(id);
      const before = query.after ? reviews.findIndex((review) => review.statementId === query.after) : -1;
      if (query.after && before === -1)
        throw invalid('There is no such page. Begin again without “after”.', 'after');
      const rows = reviews.slice(before + 1, before + 1 + query.limit);
      const names = await namesOf(store);
      const items = rows.map((review) =>
        statementAnswer(review, statements.get(review.statementId) ?? { ordinal: 0, confidence: 0 }, names),
      );
      const isLast = before + 1 + query.limit >= reviews.length;
      return { answer: { items, next: isLast ? null : (rows.at(-1)?.statementId ?? null) } };
    },
  }),
  operation({
    name: 'readStatement',
    method: 'get',
    path: '/statements/{id}',
    summary: 'A statement: who said it, and where its review stands.',
    scope: 'read',
    needs: 'read_desk',
    headers: {
      'if-none-match': z
        .string()
        .optional()
        .describe('An ETag you have: 304 and no body while it still holds.'),
    },
    answers: { ETag: 'The statement’s version, in quotation marks.' },
    refusals: { 304: 'The statement has the version of If-None-Match.' },
    answer: STATEMENT,
    async handle({ id, headers, web }) {
      const found = await shown(web, id);
      const { ETag } = found.headers;
      return isHeld(headers['if-none-match'], ETag) ? { unchanged: ETag } : found;
    },
  }),
  operation({
    name: 'recordEvent',
    method: 'post',
    path: '/statements/{id}/events',
    summary:
      'One act on a statement, such as confirming who said it or rating it. Answers with the statement after it.',
    scope: 'write',
    needs: 'annotate',
    headers: {
      'if-match': z.string().describe('The ETag of the statement as you saw it.'),
      'idempotency-key': IDEMPOTENCY_KEY,
    },
    body: ACT,
    answers: { ETag: 'The version after the act.' },
    refusals: {
      409: 'The review’s rules do not allow this act now.',
      412: 'Somebody changed the statement after the version of If-Match. Nothing was recorded on it.',
      428: 'If-Match is missing.',
    },
    answer: STATEMENT,
    async handle({ id, headers, body, editor, web }) {
      const version = versionIn(headers['if-match']);
      const key = headers['idempotency-key'];
      const seen = { version, requestKey: key && `api:${key}` };
      const recorded = await record({ desk: web.desk, editor, id, seen }, body).catch((error) =>
        refuseStale(error, web, id, version),
      );
      checkRepeated(recorded, id, body);
      return shown(web, id);
    },
  }),
];

async function shown(web: Web, id: string) {
  const { store } = web.desk;
  const review = await store.review(id);
  const answer = statementAnswer(review, await store.statement(id), await namesOf(store));
  return { answer, headers: { ETag: `"${review.version}"` } };
}

/** RFC 9110, 13.1.2. Not left to express, which sends the whole again to clients that say `Cache-Control: no-cache`. */
const isHeld = (ifNoneMatch: string | undefined, etag: string): boolean =>
  (ifNoneMatch ?? '').split(',').some((one) => ['*', etag, `W/${etag}`].includes(one.trim()));

function versionIn(ifMatch: string): number {
  const version = /^"(\d{1,9})"$/.exec(ifMatch.trim())?.[1];
  if (version === undefined)
    throw invalid('Send one ETag of this statement, in quotation marks, as it came: "7".', 'If-Match');
  return Number(version);
}

/** A conflict over the version is HTTP's 412; every other one stays what it is. */
async function refuseStale(error: unknown, web: Web, id: string, seen: number): Promise<never> {
  if (!(error instanceof Refusal) || error.code !== 'conflict') throw error;
  const { version } = await web.desk.store.review(id);
  if (version === seen) throw error;
  throw new HttpRefusal(
    412,
    `The statement has version ${version} now; you saw ${seen}. Read it again, then decide again.`,
    { field: 'If-Match', version },
  );
}

/** A key used before for something else would otherwise swallow this act without a word. */
function checkRepeated({ repeated, events }: Recorded, id: string, body: ApiAct): void {
  const same = events.some((event) => event.statementId === id && event.kind === body.act);
  if (repeated && !same)
    throw invalid('This key named another request of yours. Use a new one.', 'Idempotency-Key');
}
