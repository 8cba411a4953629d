// Articles: the list, the bench, what an editor adds to an article, and acts on it as a whole.
import { z } from 'zod';
import type { ArticleSummary } from '../core/store.js';
import * as workflow from '../workflow.js';
import { unknownAct } from './bench/acts.js';
import { addedStatement } from './bench/added-statement.js';
import { addressOf } from './bench/addresses.js';
import { type ArticleForm, COMMON } from './bench/article-form.js';
import { ARTICLE_NOTE_ACTS } from './bench/article-note-acts.js';
import { FILTER, filterFrom, queryOf } from './bench/filter.js';
import { type Progress, progressOf } from './bench/progress.js';
import { doneBy, orShowAgain, showBench } from './bench/show-bench.js';
import { clearDraft } from './drafts.js';
import { optionalText, readForm, readQuery, requiredText } from './form.js';
import { wordsFor } from './language.js';
import { render } from './render.js';
import type { Route, Visit, Web } from './route.js';
import { shellFor } from './shell.js';
import { present } from './visit.js';

export interface ArticleLine {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly publishedOn: string | null;
  readonly version: number;
  readonly changedAt: string;
  readonly due: string | null;
  readonly assignedTo: string | null;
  readonly isPublished: boolean;
  readonly progress: Progress;
}

export interface ArticlesModel {
  readonly articles: readonly ArticleLine[];
  readonly next: string | null;
}

export const articleRoutes: readonly Route[] = [
  { method: 'get', path: '/articles', needs: 'read_desk', handle: list },
  { method: 'get', path: '/articles/:id', needs: 'read_desk', handle: bench },
  { method: 'post', path: '/articles/:id/statements', needs: 'review', handle: addStatement },
  { method: 'post', path: '/articles/:id/events', needs: 'annotate', handle: act },
];

async function list(visit: Visit, web: Web): Promise<void> {
  const { after } = readQuery(visit, { after: z.string().max(500).optional() });
  const page = await web.desk.store.articles({ after, limit: 50 });
  const lines = await linesOf(web, page.rows);
  const shell = shellFor({
    title: wordsFor(visit)('articles.title'),
    signed: visit.signed,
    web,
    section: 'articles',
  });
  await render(visit.response, 'articles', { articles: lines, next: page.next }, shell);
}

export async function linesOf(web: Web, rows: readonly ArticleSummary[]): Promise<readonly ArticleLine[]> {
  const names = new Map((await web.desk.store.editors()).map((editor) => [editor.id, editor.name]));
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    publisher: row.publisher,
    publishedOn: row.publishedOn,
    version: row.version,
    changedAt: row.changedAt,
    due: row.due,
    assignedTo: row.assignedTo && (names.get(row.assignedTo) ?? null),
    isPublished: row.publishedAt !== null,
    progress: progressOf(row.counts),
  }));
}

const idOf = (visit: Visit): string => String(visit.request.params.id);

const BENCH = {
  ...FILTER,
  statement: z.string().max(100).optional(),
  done: z.string().max(40).optional(),
};

async function bench(visit: Visit, web: Web): Promise<void> {
  const { statement, done, ...filter } = readQuery(visit, BENCH);
  await showBench(visit, web, {
    articleId: idOf(visit),
    statementId: statement ?? null,
    filter,
    refused: null,
    done: done === undefined ? null : doneBy(done),
  });
}

async function addStatement(visit: Visit, web: Web): Promise<void> {
  const { editor } = present(visit);
  const article = await web.desk.store.article(idOf(visit));
  await orShowAgain(visit, web, { articleId: article.id, statementId: null }, async () => {
    const { added, requestKey: key } = addedStatement(visit, article);
    const id = await workflow.addStatement(web.desk, editor, article.id, added, key);
    await clearDraft(visit, web);
    visit.response.redirect(303, `${addressOf(article.id, id, '')}&done=statement_added`);
  });
}

const ACTS: Readonly<Record<string, ArticleForm>> = {
  own_voice_confirmed(visit, web, id) {
    const form = readForm(visit, COMMON);
    return workflow.confirmOwnVoice(web.desk, present(visit).editor, id, form.request_key);
  },
  article_assigned(visit, web, id) {
    const form = readForm(visit, { ...COMMON, to: z.string().max(100), note: optionalText(1000) });
    return workflow.assignArticle(
      web.desk,
      present(visit).editor,
      id,
      form.to || null,
      form.note,
      form.request_key,
    );
  },
  due_set(visit, web, id) {
    const form = readForm(visit, {
      ...COMMON,
      due: z.union([z.iso.date(), z.literal('')], { error: 'Give the day as YYYY-MM-DD.' }),
      due_time: z
        .union([z.iso.time({ precision: -1 }), z.literal('')], { error: 'Give the time as HH:MM.' })
        .optional(),
    });
    const due = form.due ? `${form.due}T${form.due_time || '12:00'}:00.000Z` : null;
    return workflow.setDue(web.desk, present(visit).editor, id, due, form.request_key);
  },
  published(visit, web, id) {
    const form = readForm(visit, COMMON);
    return workflow.publish(web.desk, present(visit).editor, id, form.request_key);
  },
  unpublished(visit, web, id) {
    const form = readForm(visit, { ...COMMON, reason: requiredText(2000, 'Say why readers lose this.') });
    return workflow.unpublish(web.desk, present(visit).editor, id, form.reason, form.request_key);
  },
  correction_published(visit, web, id) {
    const { what, why, before, after, statement, request_key } = readForm(visit, {
      ...COMMON,
      what: requiredText(1000, 'Say in a sentence what was wrong.'),
      why: requiredText(1000, 'Say why this is corrected.'),
      before: z.string().max(2000).default(''),
      after: z.string().max(2000).default(''),
    });
    const correction = { statementId: statement ?? '', what, why, before, after };
    return workflow.publishCorrection(web.desk, present(visit).editor, id, correction, request_key);
  },
  ...ARTICLE_NOTE_ACTS,
};

async function act(visit: Visit, web: Web): Promise<void> {
  const articleId = idOf(visit);
  const name = String(visit.form.act ?? '');
  const statementId = typeof visit.form.statement === 'string' ? visit.form.statement || null : null;
  await orShowAgain(visit, web, { articleId, statementId }, async () => {
    const deed = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined;
    if (!deed) throw unknownAct();
    await deed(visit, web, articleId);
    await clearDraft(visit, web);
    const address = addressOf(articleId, statementId, queryOf(filterFrom(String(visit.form.view ?? ''))));
    const done = doneBy(name) ? `${address.includes('?') ? '&' : '?'}done=${name}` : '';
    visit.response.redirect(303, `${address}${done}`);
  });
}
