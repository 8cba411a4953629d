// For readers: who said what, where each statement stands, on what grounds. Only what the desk published; nothing confidential.
import { z } from 'zod';
import { may } from '../core/editor.js';
import { notFound } from '../core/errors.js';
import { readQuery } from './form.js';
import { wordsFor } from './language.js';
import { type Published, type ReadModel, readModel } from './reader/read-model.js';
import { type ReadStatement, shownStatements } from './reader/read-statement.js';
import { render } from './render.js';
import type { Route, Visit, Web } from './route.js';
import { addressOf, shellFor } from './shell.js';
import { changesOpenToReaders } from './versions/change-page.js';
import type { T } from './words/words.js';

export interface ReadListModel {
  readonly articles: readonly {
    readonly id: string;
    readonly title: string;
    readonly publisher: string | null;
    readonly publishedOn: string | null;
    readonly publishedAt: string;
  }[];
  readonly next: string | null;
  readonly mayPublish: boolean;
}

export interface EmbedModel {
  readonly article: ReadModel['article'];
  readonly desk: string;
  readonly statement: ReadStatement;
  /** The readers’ page, where the desk knows its own address. */
  readonly canonical: string | undefined;
}

export const readerRoutes: readonly Route[] = [
  { method: 'get', path: '/read', needs: 'read_published', handle: list },
  { method: 'get', path: '/read/:id', needs: 'read_published', handle: read },
  { method: 'get', path: '/embed/statements/:id', needs: 'read_published', handle: embed },
];

async function list(visit: Visit, web: Web): Promise<void> {
  const { after } = readQuery(visit, { after: z.string().max(500).optional() });
  const page = await web.desk.store.articles({ published: true, after, limit: 50 });
  const articles = page.rows.map(({ id, title, publisher, publishedOn, publishedAt }) => ({
    id,
    title,
    publisher,
    publishedOn,
    publishedAt: publishedAt ?? '',
  }));
  const shell = shellFor({
    title: wordsFor(visit)('read.title'),
    signed: visit.signed,
    web,
    section: 'read',
    address: after ? undefined : '/read',
  });
  const mayPublish = may(visit.signed?.editor ?? null, 'publish');
  await render(visit.response, 'read-list', { articles, next: page.next, mayPublish }, shell);
}

async function read(visit: Visit, web: Web): Promise<void> {
  const { by } = readQuery(visit, { by: z.enum(['speaker']).optional().catch(undefined) });
  const loaded = await published(web, String(visit.request.params.id), wordsFor(visit));
  const model = readModel(loaded, by === 'speaker', wordsFor(visit));
  const shell = shellFor({
    title: model.article.title,
    signed: visit.signed,
    web,
    section: 'read',
    address: `/read/${model.article.id}`,
  });
  await render(visit.response, 'read', model, shell);
}

async function embed(visit: Visit, web: Web): Promise<void> {
  const { articleId } = await web.desk.store.review(String(visit.request.params.id));
  const loaded = await published(web, articleId, wordsFor(visit));
  const statement = shownStatements(loaded, wordsFor(visit)).find(
    (one) => one.id === visit.request.params.id,
  );
  if (!statement || !loaded.standing.published?.statements.includes(statement.id))
    throw notFound('This statement is not published.');
  const { article } = readModel(loaded, false, wordsFor(visit));
  const canonical = addressOf(web, `/read/${article.id}`);
  await render(visit.response, 'embed', { article, desk: loaded.desk, statement, canonical }, null);
}

async function published(web: Web, articleId: string, t: T): Promise<Published> {
  const { store } = web.desk;
  const standing = await store.articleReview(articleId);
  if (!standing.published) throw notFound('This is not published, or no longer.');
  const [article, reviews, settings, editors] = await Promise.all([
    store.article(articleId),
    store.reviews(articleId),
    store.settings(),
    store.editors(),
  ]);
  const names = new Map(editors.map((editor) => [editor.id, editor.name]));
  const nameOf = (id: string): string => names.get(id) ?? t('someone');
  const changes = await changesOpenToReaders(store, { article, standing });
  return { article, standing, reviews, desk: settings.deskName, nameOf, changes };
}
