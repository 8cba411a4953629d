// One report on several articles, or on a part of them: choose the articles, narrow the statements, issue it.
import { z } from 'zod';
import { invalid, Refusal } from '../core/errors.js';
import { RATING_WORDS, RATINGS, type Rating } from '../core/rating.js';
import type { Selection } from '../core/report/selection.js';
import { EXPORTERS, FORMATS } from '../exporters/index.js';
import { issueReport } from '../issue-report.js';
import { optionalText, type Problem, readForm, readQuery, requestKey } from './form.js';
import { wordsFor } from './language.js';
import { STATUS } from './refusals.js';
import { render } from './render.js';
import type { Route, Visit, Web } from './route.js';
import { shellFor } from './shell.js';
import { present, problemOf } from './visit.js';

interface Chosen {
  readonly articles: readonly string[];
  readonly ratings: readonly string[];
  readonly speaker: string;
  readonly party: string;
  readonly format: string;
}

export interface JointReportModel extends Chosen {
  readonly offered: readonly {
    readonly id: string;
    readonly title: string;
    readonly publisher: string | null;
    readonly publishedOn: string | null;
  }[];
  readonly scale: readonly { readonly code: Rating; readonly word: string; readonly glyph: string }[];
  readonly formats: readonly { readonly format: string; readonly label: string }[];
  readonly next: string | null;
  readonly requestKey: string;
  readonly problem: Problem | null;
}

export const jointReportRoutes: readonly Route[] = [
  { method: 'get', path: '/reports/new', needs: 'export', handle: showForm },
  { method: 'post', path: '/reports', needs: 'export', handle: issue },
];

const oneOrMore = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => [value ?? []].flat());

async function showForm(visit: Visit, web: Web): Promise<void> {
  const query = readQuery(visit, { article: oneOrMore, after: z.string().max(500).optional() });
  const nothing = { ratings: [], speaker: '', party: '', format: 'html' };
  await form(visit, web, { ...nothing, articles: query.article }, null, 200, query.after);
}

async function form(
  visit: Visit,
  web: Web,
  chosen: Chosen,
  problem: Problem | null,
  status: number,
  after?: string,
): Promise<void> {
  const { store } = web.desk;
  const page = await store.articles({ limit: 50, after });
  // What was chosen is offered even where it is not on this page of the list.
  const elsewhere = chosen.articles.filter((id) => !page.rows.some((row) => row.id === id));
  const rows = [...(await Promise.all(elsewhere.map((id) => store.articleSummary(id)))), ...page.rows];
  const model: JointReportModel = {
    ...chosen,
    offered: rows.map(({ id, title, publisher, publishedOn }) => ({ id, title, publisher, publishedOn })),
    scale: RATINGS.map((code) => ({ code, ...RATING_WORDS[code] })),
    formats: FORMATS.map((format) => ({ format, label: EXPORTERS[format].label })),
    next: page.next,
    requestKey: web.desk.newId(),
    problem,
  };
  const title = wordsFor(visit)('reports.joint');
  const shell = shellFor({ title, signed: visit.signed, web, section: 'articles' });
  await render(visit.response, 'joint-report', model, shell, status);
}

async function issue(visit: Visit, web: Web): Promise<void> {
  const list = (name: string) => [visit.form[name] ?? []].flat();
  const [text, chosen] = [(name: string) => list(name)[0] ?? '', list('article')];
  try {
    const given = readForm(visit, {
      article: oneOrMore,
      rating: oneOrMore,
      speaker: optionalText(300),
      party: optionalText(300),
      format: z.enum(FORMATS, { error: 'Choose a format.' }),
      request_key: requestKey,
    });
    const ratings = RATINGS.filter((rating) => given.rating.includes(rating));
    const selection: Selection = {
      ...(ratings.length > 0 && { ratings }),
      ...(given.speaker && { speakers: [given.speaker] }),
      ...(given.party && { parties: [given.party] }),
    };
    if (given.article.length === 0) throw invalid('Choose at least one article.', 'article');
    const order = {
      articleIds: given.article,
      format: given.format,
      selection,
      requestKey: given.request_key,
    };
    const { articleId } = await issueReport(web.desk, present(visit).editor, order, web.signer ?? null);
    visit.response.redirect(303, `/articles/${articleId}/exports`);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'not_found') throw error;
    const kept = {
      articles: chosen,
      ratings: list('rating'),
      speaker: text('speaker'),
      party: text('party'),
      format: text('format'),
    };
    await form(visit, web, kept, problemOf(error), STATUS[error.code]);
  }
}
