// Articles over the API: listed, imported as text, read, and reported on.
import { z } from 'zod';
import { sha256 } from '../../core/digest.js';
import { invalid } from '../../core/errors.js';
import { writtenReport } from '../../issue-report.js';
import { importArticle, importedFrom, readForImport } from '../../workflow.js';
import type { Web } from '../route.js';
import { DAY } from './acts.js';
import { articleAnswer, namesOf, summaryAnswer } from './answers.js';
import { type Operation, operation } from './operation.js';
import { API } from './problem.js';
import { someWords, words } from './read.js';
import { ARTICLE, ARTICLE_SUMMARY, pageOf } from './shapes.js';
import { AFTER, IDEMPOTENCY_KEY, pageSize } from './statements.js';

const flag = z
  .enum(['true', 'false'])
  .optional()
  .transform((value) => value === 'true');

const perhaps = (limit: number) => someWords(limit, 'Leave it out, or write something.').nullish();

/** Ten million bytes of text, and room for JSON's escapes and the other fields. */
const BYTES = 11 * 1024 * 1024;

export const articleOperations: readonly Operation[] = [
  operation({
    name: 'listArticles',
    method: 'get',
    path: '/articles',
    summary: 'The desk’s articles, newest change first.',
    scope: 'read',
    needs: 'read_desk',
    query: z.strictObject({
      after: AFTER,
      limit: pageSize(200, 50),
      published: flag.describe('Only what readers see.'),
      superseded: flag.describe('Older versions too.'),
    }),
    answer: pageOf(ARTICLE_SUMMARY),
    async handle({ query, web }) {
      const { store } = web.desk;
      const { after, limit } = query;
      const filter = { after, limit, published: query.published || undefined, superseded: query.superseded };
      const page = await store.articles(filter);
      const names = await namesOf(store);
      return { answer: { items: page.rows.map((row) => summaryAnswer(row, names)), next: page.next } };
    },
  }),
  operation({
    name: 'importArticle',
    method: 'post',
    path: '/articles',
    summary: 'Imports the text of an article and finds its statements.',
    scope: 'write',
    needs: 'import',
    bodyLimit: BYTES,
    status: 201,
    headers: { 'idempotency-key': IDEMPOTENCY_KEY },
    body: z
      .strictObject({
        text: words(10 * 1024 * 1024),
        title: perhaps(500),
        publisher: perhaps(300),
        published_on: DAY,
        url: z
          .url({ protocol: /^https?$/, message: 'A link begins with http:// or https://.' })
          .max(4000)
          .nullish(),
        language: z
          .string()
          .regex(/^[a-z]{2,3}$/, 'Give the language as a code of two or three letters, such as “en”.')
          .nullish(),
      })
      .meta({ id: 'NewArticle' }),
    answers: { Location: 'Where the article is read.' },
    answer: ARTICLE,
    async handle({ headers, body, editor, web }) {
      const { desk } = web;
      const bytes = new TextEncoder().encode(body.text.replaceAll('\r\n', '\n'));
      if (body.text.trim() === '') throw invalid('There is no text here. Send the article’s text.', 'text');
      const { document, original } = await readForImport(desk, editor, {
        bytes,
        name: null,
        url: body.url ?? null,
      });
      const { title, publisher, published_on: publishedOn, url } = body;
      const said = { title, publisher, publishedOn, url };
      const imported = importedFrom(document, { bytes: original.bytes, name: null }, said);
      const language = body.language ?? imported.language;
      const key = headers['idempotency-key'];
      const kept = await importArticle(desk, editor, { ...imported, language }, key && `api-article:${key}`);
      if (kept.sourceSha256 !== sha256(bytes))
        throw invalid('This key named the import of another article. Use a new one.', 'Idempotency-Key');
      return { answer: await answerFor(web, kept.id), headers: { Location: `${API}/articles/${kept.id}` } };
    },
  }),
  operation({
    name: 'readArticle',
    method: 'get',
    path: '/articles/{id}',
    summary: 'An article with its text.',
    scope: 'read',
    needs: 'read_desk',
    answer: ARTICLE,
    handle: async ({ id, web }) => ({ answer: await answerFor(web, id) }),
  }),
  operation({
    name: 'readReport',
    method: 'get',
    path: '/articles/{id}/report.json',
    summary: 'The verification report as it stands now. Reading it issues nothing.',
    scope: 'read',
    needs: 'export',
    answer: z
      .looseObject({})
      .meta({ id: 'Report', description: 'As src/exporters/schema/report.schema.json describes it.' }),
    async handle({ id, web }) {
      const { bytes } = await writtenReport(web.desk, [id], 'json', null);
      return { bytes };
    },
  }),
];

async function answerFor({ desk: { store } }: Web, id: string) {
  const { supersededBy } = await store.articleReview(id);
  return articleAnswer(
    await store.article(id),
    await store.articleSummary(id),
    supersededBy,
    await namesOf(store),
  );
}
