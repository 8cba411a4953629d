// An article over time and under other mastheads: its versions, what changed between them, and the copies of its text.
import { z } from 'zod';
import { conflict, invalid, notFound, Refusal } from '../core/errors.js';
import { articleIn } from '../core/wire.js';
import * as workflow from '../workflow.js';
import { loadArticle } from './bench/loaded-article.js';
import { optionalText, readForm, readQuery, requiredText } from './form.js';
import { wordsFor } from './language.js';
import { STATUS } from './refusals.js';
import { render } from './render.js';
import type { Route, Visit, Web } from './route.js';
import { shellFor } from './shell.js';
import { changesPage, readChanges, readersMayCompare } from './versions/change-page.js';
import { present, problemOf } from './visit.js';

export const versionRoutes: readonly Route[] = [
  { method: 'get', path: '/articles/:id/changes', needs: 'read_desk', handle: changes },
  { method: 'post', path: '/articles/:id/edits', needs: 'publish', handle: edit },
  { method: 'post', path: '/articles/:id/republications', needs: 'import', handle: republication },
  { method: 'get', path: '/read/:id/changes', needs: 'read_published', handle: changesForReaders },
];

const WHOLE = z
  .literal('yes')
  .optional()
  .catch(undefined)
  .transform((value) => value === 'yes');

const idOf = (visit: Visit): string => String(visit.request.params.id);

async function changes(visit: Visit, web: Web): Promise<void> {
  const { since, whole } = readQuery(visit, { since: z.string().max(100).optional(), whole: WHOLE });
  await showChanges(visit, web, idOf(visit), { since: since ?? null, whole }, null);
}

async function showChanges(
  visit: Visit,
  web: Web,
  articleId: string,
  asked: { since: string | null; whole: boolean },
  refused: Refusal | null,
): Promise<void> {
  const t = wordsFor(visit);
  const problem = refused && problemOf(refused);
  const request = { ...asked, articleId, signed: present(visit), problem };
  const model = await changesPage(web.desk, request, t);
  const shell = shellFor({ title: t('changes.title'), signed: visit.signed, web, section: 'articles' });
  await render(visit.response, 'changes', model, shell, refused ? STATUS[refused.code] : 200);
}

async function orShowAgain(
  visit: Visit,
  web: Web,
  articleId: string,
  act: () => Promise<unknown>,
): Promise<void> {
  try {
    await act();
    visit.response.redirect(303, `/articles/${articleId}/changes`);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'not_found') throw error;
    await showChanges(visit, web, articleId, { since: null, whole: false }, error);
  }
}

/** Of the older version: whether its readers see how the newer one differs. */
async function edit(visit: Visit, web: Web): Promise<void> {
  const { editor } = present(visit);
  const { supersededBy } = await web.desk.store.articleReview(idOf(visit));
  if (!supersededBy) throw conflict('There is no newer version of this article. Import it first.');
  await orShowAgain(visit, web, supersededBy, async () => {
    const form = readForm(visit, { act: z.enum(['show', 'hide']), reason: optionalText(1000) });
    if (form.act === 'show') return workflow.showEdit(web.desk, editor, idOf(visit));
    if (!form.reason) throw invalid('Say why readers lose this.', 'hide');
    return workflow.hideEdit(web.desk, editor, idOf(visit), form.reason);
  });
}

async function republication(visit: Visit, web: Web): Promise<void> {
  const { editor } = present(visit);
  await orShowAgain(visit, web, idOf(visit), async () => {
    const { act } = readForm(visit, { act: z.enum(['record', 'withdraw']), ...LOOSE });
    if (act === 'withdraw') {
      const why = { reason: requiredText(1000, 'Say why it is not that text after all.') };
      const { reason, on } = readForm(visit, { act: z.string(), on: z.string().max(100), ...why });
      return workflow.withdrawRepublication(web.desk, editor, on, reason);
    }
    const { of, link } = readForm(visit, { act: z.string(), ...LOOSE });
    const id = of || (link && articleIn(link));
    if (!id) throw invalid('Choose the other article, or give the address of its page on this desk.', 'link');
    return workflow.recordRepublication(web.desk, editor, idOf(visit), id);
  });
}

const LOOSE = {
  of: optionalText(100),
  link: optionalText(4000),
  on: optionalText(100),
  reason: optionalText(1000),
};

async function changesForReaders(visit: Visit, web: Web): Promise<void> {
  const { whole } = readQuery(visit, { whole: WHOLE });
  const { store } = web.desk;
  const newer = await loadArticle(store, idOf(visit));
  const { supersedes } = newer.article;
  const older = supersedes && (await loadArticle(store, supersedes));
  if (!older || !readersMayCompare(older, newer)) throw notFound('This is not published, or no longer.');
  const { deskName } = await store.settings();
  const { compare } = web.desk;
  const model = await readChanges(older, newer, { name: deskName, compare, whole });
  const shell = shellFor({
    title: wordsFor(visit)('read.changes'),
    signed: visit.signed,
    web,
    section: 'read',
  });
  await render(visit.response, 'read-changes', model, shell);
}
