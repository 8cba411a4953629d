// The log: everything anybody did, newest first, and what each chain's head is.
import { z } from 'zod';
import { sentenceFor } from './event-sentence.js';
import { readQuery } from './form.js';
import { wordsFor } from './language.js';
import { render } from './render.js';
import type { Route, Visit, Web } from './route.js';
import { shellFor } from './shell.js';

export interface LogModel {
  readonly days: readonly {
    readonly day: string;
    readonly entries: readonly LoggedEntry[];
  }[];
  readonly next: string | null;
  readonly isFirst: boolean;
}

export interface LoggedEntry {
  readonly at: string;
  readonly sentence: string;
  readonly article: string;
  readonly href: string;
  readonly seq: number;
  readonly hash: string;
}

export const logRoutes: readonly Route[] = [
  { method: 'get', path: '/log', needs: 'read_desk', handle: showLog },
];

async function showLog(visit: Visit, web: Web): Promise<void> {
  const { store } = web.desk;
  const { before } = readQuery(visit, { before: z.string().max(500).optional() });
  const page = await store.recentEvents({ limit: 100, before });
  const names = new Map((await store.editors()).map((editor) => [editor.id, editor.name]));
  const titles = new Map<string, string>();
  for (const id of new Set(page.rows.map((event) => event.articleId)))
    titles.set(id, (await store.articleSummary(id)).title);
  const days = new Map<string, LoggedEntry[]>();
  for (const event of page.rows) {
    const entry: LoggedEntry = {
      at: event.at,
      sentence: sentenceFor(event, (id) => names.get(id) ?? wordsFor(visit)('someone')),
      article: titles.get(event.articleId) ?? '',
      href: event.statementId ? `/statements/${event.statementId}` : `/articles/${event.articleId}`,
      seq: event.seq,
      hash: event.hash,
    };
    const day = event.at.slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  const model: LogModel = {
    days: [...days].map(([day, entries]) => ({ day, entries })),
    next: page.next,
    isFirst: before === undefined,
  };
  const shell = shellFor({ title: wordsFor(visit)('log.title'), signed: visit.signed, web, section: 'log' });
  await render(visit.response, 'log', model, shell);
}
