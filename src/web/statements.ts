// A statement's addresses: the bench opened at it, its panel alone, and every act on it.

import { actOnStatement } from './bench/acts.js';
import { addressOf } from './bench/addresses.js';
import { isShown } from './bench/bench-page.js';
import { FILTER, type Filter, filterFrom, queryOf } from './bench/filter.js';
import { doneBy, orShowAgain, showPanel } from './bench/show-bench.js';
import { clearDraft } from './drafts.js';
import { readQuery } from './form.js';
import type { Route, Visit, Web } from './route.js';
import { present } from './visit.js';

const MEGABYTE = 1024 * 1024;

export const statementRoutes: readonly Route[] = [
  { method: 'get', path: '/statements/:id', needs: 'read_desk', handle: openAt },
  { method: 'get', path: '/statements/:id/panel', needs: 'read_desk', handle: panel },
  {
    method: 'post',
    path: '/statements/:id/events',
    needs: 'annotate',
    body: 'files',
    bodyLimit: 25 * MEGABYTE,
    handle: act,
  },
];

const idOf = (visit: Visit): string => String(visit.request.params.id);

async function openAt(visit: Visit, web: Web): Promise<void> {
  const { articleId } = await web.desk.store.review(idOf(visit));
  visit.response.redirect(303, addressOf(articleId, idOf(visit), ''));
}

async function panel(visit: Visit, web: Web): Promise<void> {
  const statementId = idOf(visit);
  const filter = readQuery(visit, FILTER);
  const { articleId } = await web.desk.store.review(statementId);
  await showPanel(visit, web, { articleId, statementId, filter, refused: null });
}

async function act(visit: Visit, web: Web): Promise<void> {
  const statementId = idOf(visit);
  const { editor } = present(visit);
  const { articleId } = await web.desk.store.review(statementId);
  const filter = filterFrom(String(visit.form.view ?? ''));
  const name = String(visit.form.act ?? '');
  await orShowAgain(visit, web, { articleId, statementId, filter }, async () => {
    await actOnStatement(name, { visit, web, editor, id: statementId });
    await clearDraft(visit, web);
    const at = visit.form.go === 'next' ? await after(web, articleId, statementId, filter) : statementId;
    const done = doneBy(name) ? `&done=${name}` : '';
    visit.response.redirect(303, `${addressOf(articleId, at, queryOf(filter))}${done}`);
  });
}

/** The statement that follows in what the editor is looking at, or the same one at the end. */
async function after(web: Web, articleId: string, statementId: string, filter: Filter): Promise<string> {
  const reviews = await web.desk.store.reviews(articleId);
  const at = reviews.findIndex((review) => review.statementId === statementId);
  return reviews.find((review, index) => index > at && isShown(review, filter))?.statementId ?? statementId;
}
