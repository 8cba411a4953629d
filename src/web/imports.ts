// Bringing an article in: paste or choose a file, see what would be stored, then store it.
import { z } from 'zod';
import type { Block } from '../core/article.js';
import type { Duplicate } from '../core/duplicates/duplicate-of.js';
import { invalid, Refusal } from '../core/errors.js';
import { directionOf } from '../core/report/direction.js';
import { exact } from '../core/span.js';
import * as workflow from '../workflow.js';
import { lineOf } from './bench/statement-line.js';
import { optionalText, type Problem, readForm, readQuery, requestKey, requiredText } from './form.js';
import { wordsFor } from './language.js';
import { STATUS } from './refusals.js';
import { render } from './render.js';
import type { Route, Visit, Web } from './route.js';
import { shellFor } from './shell.js';
import { present, problemOf } from './visit.js';

export interface ImportModel {
  readonly text: string;
  readonly problem: Problem | null;
  /** The article whose newer version this will be. */
  readonly newerThan: { readonly id: string; readonly title: string } | null;
}

export interface PreviewModel {
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly title: string;
  readonly publisher: string;
  readonly publishedOn: string;
  readonly url: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly warnings: readonly string[];
  readonly blocks: readonly PreviewBlock[];
  readonly asideCount: number;
  readonly statements: number;
  readonly ownVoice: number;
  readonly examples: readonly { readonly words: string; readonly who: string }[];
  /** Stories the desk has that this one is like: the same text, the same copy under another masthead, lightly edited. */
  readonly alike: readonly {
    readonly id: string;
    readonly title: string;
    readonly publisher: string | null;
    readonly how: Duplicate;
    readonly superseded: boolean;
  }[];
  readonly known: { readonly id: string; readonly title: string } | null;
  readonly newerThan: ImportModel['newerThan'];
  readonly requestKey: string;
  readonly problem: Problem | null;
}

export interface PreviewBlock {
  readonly index: number;
  readonly kind: Block['kind'];
  readonly setAside: boolean;
  readonly text: string;
}

const BYTES = 11 * 1024 * 1024;

export const importRoutes: readonly Route[] = [
  { method: 'get', path: '/articles/new', needs: 'import', handle: showForm },
  {
    method: 'post',
    path: '/articles/preview',
    needs: 'import',
    body: 'files',
    bodyLimit: BYTES,
    handle: preview,
  },
  { method: 'post', path: '/articles', needs: 'import', handle: store },
];

async function showForm(visit: Visit, web: Web): Promise<void> {
  const { version_of: older } = readQuery(visit, { version_of: z.string().max(100).optional() });
  await form(visit, web, { text: '', problem: null, newerThan: await olderArticle(web, older) }, 200);
}

async function form(visit: Visit, web: Web, model: ImportModel, status: number): Promise<void> {
  const title = wordsFor(visit)(model.newerThan ? 'import.version_title' : 'import.title');
  const shell = shellFor({ title, signed: visit.signed, web, section: 'articles' });
  await render(visit.response, 'article-new', model, shell, status);
}

async function olderArticle(web: Web, id: string | null | undefined): Promise<ImportModel['newerThan']> {
  if (!id) return null;
  const { title } = await web.desk.store.articleSummary(id);
  return { id, title };
}

async function preview(visit: Visit, web: Web): Promise<void> {
  const { editor } = present(visit);
  const text = typeof visit.form.text === 'string' ? visit.form.text : '';
  const older = typeof visit.form.version_of === 'string' ? visit.form.version_of : null;
  try {
    const given = readForm(visit, {
      text: z.string().optional(),
      url: optionalText(4000),
      version_of: optionalText(100),
    });
    const upload = visit.uploads.find((one) => one.field === 'file' && one.bytes.length > 0);
    const isEmpty = !upload && text.trim() === '';
    if (isEmpty && !given.url)
      throw invalid('There is no text here. Paste the article, or choose its file.', 'text');
    const bytes = upload?.bytes ?? new TextEncoder().encode(text.replaceAll('\r\n', '\n'));
    const name = upload?.name ?? null;
    const reading =
      isEmpty && given.url
        ? await workflow.fetchForImport(web.desk, editor, given.url)
        : await workflow.readForImport(web.desk, editor, { bytes, name, url: given.url });
    const settled = {
      title: reading.document.title,
      publisher: reading.document.publisher,
      publishedOn: reading.document.publishedOn,
      url: reading.document.url,
      language: reading.document.language ?? 'en',
      setAside: null,
    };
    await showPreview(visit, web, reading, name ?? '', settled, older, null, 200);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const model = { text, problem: problemOf(error), newerThan: await olderArticle(web, older) };
    await form(visit, web, model, STATUS[error.code]);
  }
}

async function showPreview(
  visit: Visit,
  web: Web,
  reading: workflow.Reading,
  name: string,
  settled: workflow.Settled,
  older: string | null,
  problem: Problem | null,
  status: number,
): Promise<void> {
  const { editor } = present(visit);
  const t = wordsFor(visit);
  const imported = workflow.importedAs(reading, name || null, settled);
  const statements = await workflow.previewStatements(web.desk, editor, imported);
  const quoted = statements.filter((statement) => statement.kind !== 'narration');
  const known = await web.desk.store.findArticle({ sourceSha256: reading.original.sha256 });
  const alike = older ? [] : (await web.desk.store.alikeArticles(imported.text)).slice(0, 5);
  const blocks = imported.blocks.map((block, index) => ({
    index,
    kind: block.kind,
    setAside: block.setAside,
    text: exact(imported.text, block),
  }));
  const model: PreviewModel = {
    sha256: reading.original.sha256,
    name,
    mediaType: imported.mediaType,
    size: reading.original.size,
    title: imported.title,
    publisher: imported.publisher ?? '',
    publishedOn: imported.publishedOn ?? '',
    url: imported.url ?? '',
    language: imported.language,
    direction: directionOf(imported.language),
    warnings: reading.document.warnings,
    blocks,
    asideCount: blocks.filter((block) => block.setAside).length,
    statements: statements.length,
    ownVoice: statements.length - quoted.length,
    examples: quoted.slice(0, 3).map((statement) => ({
      words: statement.content.map((span) => exact(imported.text, span)).join(' … '),
      who: lineOf(statement, t),
    })),
    alike: alike.map(({ article, how }) => ({
      id: article.id,
      title: article.title,
      publisher: article.publisher,
      how,
      superseded: article.superseded,
    })),
    known: known ? { id: known.id, title: known.title } : null,
    newerThan: await olderArticle(web, older),
    requestKey: web.desk.newId(),
    problem,
  };
  const shell = shellFor({ title: t('preview.title'), signed: visit.signed, web, section: 'articles' });
  await render(visit.response, 'article-preview', model, shell, status);
}

const SETTLED = {
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'This form is incomplete. Begin again.'),
  name: z.string().max(500).default(''),
  title: requiredText(500, 'Give the article a title.'),
  publisher: optionalText(300),
  published_on: z
    .union([z.iso.date(), z.literal('')], { error: 'Give the day as YYYY-MM-DD, or leave it empty.' })
    .optional()
    .transform((value) => value || null),
  url: z
    .union([z.url({ protocol: /^https?$/ }).max(4000), z.literal('')], {
      error: 'A link begins with http:// or https://.',
    })
    .optional()
    .transform((value) => value || null),
  language: z
    .string()
    .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/, 'Give the language as a code such as “en” or “fa”.'),
  aside: z.union([z.string(), z.array(z.string())]).optional(),
  version_of: optionalText(100),
  request_key: requestKey,
};

async function store(visit: Visit, web: Web): Promise<void> {
  const { editor } = present(visit);
  const text = (name: string): string => {
    const value = visit.form[name];
    return typeof value === 'string' ? value : '';
  };
  const aside = new Set([visit.form.aside ?? []].flat().map((index) => Number(index)));
  const reading = await workflow.readKept(web.desk, editor, text('sha256'), text('name') || null);
  try {
    const given = readForm(visit, SETTLED);
    const settled = { ...given, publishedOn: given.published_on, setAside: aside };
    const imported = workflow.importedAs(reading, given.name || null, settled);
    const article = given.version_of
      ? await workflow.importVersion(web.desk, editor, given.version_of, imported, given.request_key)
      : await workflow.importArticle(web.desk, editor, imported, given.request_key);
    visit.response.redirect(303, `/articles/${article.id}?done=imported`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const settled = {
      title: text('title'),
      publisher: text('publisher'),
      publishedOn: text('published_on'),
      url: text('url'),
      language: text('language'),
      setAside: aside,
    };
    const older = text('version_of') || null;
    await showPreview(
      visit,
      web,
      reading,
      text('name'),
      settled,
      older,
      problemOf(error),
      STATUS[error.code],
    );
  }
}
