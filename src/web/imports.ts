// Bringing an article in: paste or choose a file, see what would be stored, then store it.
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { invalid, Refusal } from '../core/errors.js';
import { spellingsOf } from '../core/wire.js';
import * as workflow from '../workflow.js';
import { type Fields, fieldsOf } from './bench/kept-fields.js';
import { optionalText, type Problem, readForm, readQuery, requestKey, requiredText } from './form.js';
import { type PreviewModel, previewPage } from './imports/preview-page.js';
import { wordsFor } from './language.js';
import { STATUS } from './refusals.js';
import { render } from './render.js';
import type { Route, Visit, Web } from './route.js';
import { shellFor } from './shell.js';
import { present, problemOf } from './visit.js';

export interface ImportModel {
  readonly text: string;
  readonly url: string;
  readonly problem: Problem | null;
  /** The article whose newer version this will be. */
  readonly newerThan: PreviewModel['newerThan'];
  /** What was brought before and could not be read yet, so that nobody needs to bring it again. */
  readonly kept: { readonly sha256: string; readonly name: string } | null;
  readonly encodings: readonly string[];
  readonly mayFetch: boolean;
  /** What was typed here and not sent; the form's name among drafts, one for each story. */
  readonly fields: Fields;
  readonly draft: string;
}

export interface FeedModel {
  readonly title: string | null;
  readonly warnings: readonly string[];
  readonly mayFetch: boolean;
  readonly newerThan: PreviewModel['newerThan'];
  readonly items: readonly (workflow.FeedList['items'][number] & {
    /** The article kept under that address. */
    readonly here: string | null;
  })[];
}

const BYTES = 11 * 1024 * 1024;
/** Of a page with hundreds of comments, each may be settled with a tick of its own. */
const BLOCKS_SETTLED = 5_000;

export const importRoutes: readonly Route[] = [
  { method: 'get', path: '/articles/new', needs: 'import', handle: showForm },
  {
    method: 'post',
    path: '/articles/preview',
    needs: 'import',
    body: 'files',
    bodyLimit: BYTES,
    fieldLimit: BLOCKS_SETTLED,
    handle: preview,
  },
  {
    method: 'post',
    path: '/articles',
    needs: 'import',
    fieldLimit: BLOCKS_SETTLED,
    handle: store,
  },
];

async function showForm(visit: Visit, web: Web): Promise<void> {
  const { version_of: older } = readQuery(visit, { version_of: z.string().max(100).optional() });
  await form(
    visit,
    web,
    { text: '', url: '', problem: null, newerThan: await olderArticle(web, older) },
    200,
  );
}

async function form(
  visit: Visit,
  web: Web,
  given: Pick<ImportModel, 'text' | 'url' | 'problem' | 'newerThan'> & Partial<Pick<ImportModel, 'kept'>>,
  status: number,
): Promise<void> {
  const title = wordsFor(visit)(given.newerThan ? 'import.version_title' : 'import.title');
  const shell = shellFor({ title, signed: visit.signed, web, section: 'articles' });
  const mayFetch = web.desk.fetch !== undefined;
  const { id: who } = present(visit).editor;
  // A form that came back with a sentence about it holds newer words than its draft.
  const drafts = given.problem ? [] : await web.desk.store.drafts(who, 'import');
  const fields = fieldsOf(null, { on: 'import', who, kept: drafts });
  const draft = draftName(given.newerThan?.id);
  const model = { kept: null, ...given, encodings: workflow.ENCODINGS, mayFetch, fields, draft };
  await render(visit.response, 'article-new', model, shell, status);
}

const draftName = (older: string | null | undefined): string => (older ? `new-${older}` : 'new');

async function olderArticle(web: Web, id: string | null | undefined): Promise<ImportModel['newerThan']> {
  if (!id) return null;
  const { title } = await web.desk.store.articleSummary(id);
  return { id, title };
}

const textIn = (visit: Visit, name: string): string => {
  const value = visit.form[name];
  return typeof value === 'string' ? value : '';
};

/** The first look at what was brought; or, where its form was shown already, another look after changes to it. */
async function preview(visit: Visit, web: Web): Promise<void> {
  const older = textIn(visit, 'version_of') || null;
  const kept = { sha256: '', name: '' };
  try {
    if (textIn(visit, 'title') !== '' && textIn(visit, 'sha256') !== '')
      return await previewAgain(visit, web, null);
    const brought = await bring(visit, web, kept);
    if ('feed' in brought) return await showFeed(visit, web, brought.feed, older);
    const settled = await firstSettled(web, brought.reading, older);
    await showPreview(visit, web, { ...brought, settled, older, relation: '', part: 0, problem: null }, 200);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const model = {
      text: textIn(visit, 'text'),
      url: textIn(visit, 'url'),
      problem: problemOf(error),
      newerThan: await olderArticle(web, older),
      kept: kept.sha256 ? kept : null,
    };
    await form(visit, web, model, STATUS[error.code]);
  }
}

/** What a newer version does not say of itself, the version before it does. */
async function firstSettled(
  web: Web,
  { document }: workflow.Reading,
  older: string | null,
): Promise<workflow.Settled> {
  const before = older === null ? null : await web.desk.store.article(older);
  return {
    title: document.title,
    publisher: document.publisher ?? before?.publisher ?? null,
    publishedOn: document.publishedOn ?? before?.publishedOn ?? null,
    url: document.url ?? before?.url ?? null,
    language: document.language ?? before?.language ?? 'en',
    setAside: null,
  };
}

type Brought = { reading: workflow.Reading; name: string; encoding: string } | { feed: workflow.FeedList };

/** `kept` is told what was kept though it could not be read. */
async function bring(visit: Visit, web: Web, kept: { sha256: string; name: string }): Promise<Brought> {
  const { editor } = present(visit);
  const given = readForm(visit, {
    text: z.string().optional(),
    html: z.string().optional(),
    url: optionalText(4000),
    encoding: optionalText(40),
    sha256: optionalText(64),
    name: optionalText(500),
    version_of: optionalText(100),
    draft: z.string().max(200).optional(),
  });
  const { url, encoding } = given;
  const upload = visit.uploads.find((one) => one.field === 'file' && one.bytes.length > 0);
  const pasted = pastedIn(given.text ?? '', given.html ?? '');
  if (!upload && pasted === null && given.sha256) {
    const name = given.name ?? '';
    Object.assign(kept, { sha256: given.sha256, name });
    const reading = await workflow.readKept(web.desk, editor, given.sha256, name || null, encoding);
    return { reading, name, encoding: encoding ?? '' };
  }
  if (!upload && pasted === null) {
    if (!url) throw invalid('There is no text here. Paste the article, or choose its file.', 'text');
    const fetched = await workflow.fetchForImport(web.desk, editor, url);
    return 'feed' in fetched ? fetched : { ...fetched, name: '', encoding: '' };
  }
  const bytes = upload?.bytes ?? new TextEncoder().encode(pasted ?? '');
  const name = workflow.safeName(upload?.name);
  try {
    const brought = await workflow.bringForImport(web.desk, editor, { bytes, name, url, encoding });
    return 'feed' in brought ? brought : { ...brought, name: name ?? '', encoding: encoding ?? '' };
  } catch (error) {
    if (error instanceof Refusal && error.field === 'encoding')
      Object.assign(kept, {
        sha256: await workflow.keepForImport(web.desk, editor, bytes),
        name: name ?? '',
      });
    throw error;
  }
}

/** What was pasted: its structure too, where the browser handed it over and nobody typed into the text since. */
function pastedIn(text: string, html: string): string | null {
  if (text.trim() === '') return null;
  if (html.trim() === '') return text.replaceAll('\r\n', '\n');
  return html.includes(CLIP) ? html : `<html><body>${CLIP}${html}<!--EndFragment--></body></html>`;
}

/** How clipboards mark what was selected: all of it is the article, nothing around it. */
const CLIP = '<!--StartFragment-->';

async function showFeed(
  visit: Visit,
  web: Web,
  feed: workflow.FeedList,
  older: string | null,
): Promise<void> {
  const here = async (url: string): Promise<string | null> =>
    (await web.desk.store.findArticleAt(spellingsOf(url)))?.id ?? null;
  const model: FeedModel = {
    ...feed,
    items: await Promise.all(feed.items.map(async (item) => ({ ...item, here: await here(item.url) }))),
    mayFetch: web.desk.fetch !== undefined,
    newerThan: await olderArticle(web, older),
  };
  const title = wordsFor(visit)('feed.title');
  const shell = shellFor({ title, signed: visit.signed, web, section: 'articles' });
  await render(visit.response, 'feed', model, shell);
}

interface Shown {
  readonly reading: workflow.Reading;
  readonly name: string;
  readonly encoding: string;
  readonly settled: workflow.Settled;
  readonly older: string | null;
  readonly relation: string;
  readonly part: number;
  readonly problem: Problem | null;
}

async function showPreview(visit: Visit, web: Web, shown: Shown, status: number): Promise<void> {
  const { editor } = present(visit);
  const t = wordsFor(visit);
  const imported = workflow.importedAs(shown.reading, shown.name || null, shown.settled);
  const statements = await workflow.previewStatements(web.desk, editor, imported);
  const older = await olderArticle(web, shown.older);
  // Finding it and showing it are two stretches of work: others are answered in between.
  await setImmediate();
  const model = await previewPage(web.desk, { ...shown, imported, statements, older }, t);
  await setImmediate();
  const shell = shellFor({ title: t('preview.title'), signed: visit.signed, web, section: 'articles' });
  await render(visit.response, 'article-preview', model, shell, status);
}

const SETTLED = {
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'This form is incomplete. Begin again.'),
  name: z.string().max(500).default(''),
  encoding: z.string().max(40).default(''),
  encoding_before: z.string().max(40).default(''),
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
  keep: z.union([z.string(), z.array(z.string())]).optional(),
  version_of: optionalText(100),
  relation: z.string().max(150).default(''),
  part: z.string().max(10).optional(),
  request_key: requestKey,
};

/** Only what differs from the importer's own reading is sent: pages with hundreds of lines of furniture fit in a form. */
function setAsideIn(visit: Visit, { document }: workflow.Reading): ReadonlySet<number> {
  const numbers = (name: string): number[] => [visit.form[name] ?? []].flat().map(Number);
  const set = new Set(document.blocks.flatMap((block, index) => (block.setAside ? [index] : [])));
  for (const index of numbers('aside')) set.add(index);
  for (const index of numbers('keep')) set.delete(index);
  return set;
}

async function previewAgain(visit: Visit, web: Web, refused: Refusal | null): Promise<void> {
  const { editor } = present(visit);
  const name = textIn(visit, 'name');
  const encoding = textIn(visit, 'encoding');
  const digest = textIn(visit, 'sha256');
  const reading = await workflow.readKept(web.desk, editor, digest, name || null, encoding || null);
  // Read in another encoding, it may fall into other blocks.
  const isSame = encoding === textIn(visit, 'encoding_before');
  const settled = {
    title: isSame ? textIn(visit, 'title') : reading.document.title,
    publisher: textIn(visit, 'publisher'),
    publishedOn: textIn(visit, 'published_on'),
    url: textIn(visit, 'url'),
    language: textIn(visit, 'language') || 'en',
    setAside: isSame ? setAsideIn(visit, reading) : null,
  };
  const shown = {
    reading,
    name,
    encoding,
    settled,
    older: textIn(visit, 'version_of') || null,
    relation: textIn(visit, 'relation'),
    part: Math.max(0, Number.parseInt(textIn(visit, 'part'), 10) || 0),
    problem: refused && problemOf(refused),
  };
  await showPreview(visit, web, shown, refused ? STATUS[refused.code] : 200);
}

async function store(visit: Visit, web: Web): Promise<void> {
  const { editor } = present(visit);
  try {
    const given = readForm(visit, SETTLED);
    const reading = await workflow.readKept(
      web.desk,
      editor,
      given.sha256,
      given.name || null,
      given.encoding || null,
    );
    const settled = {
      ...given,
      publishedOn: given.published_on,
      setAside: setAsideIn(visit, reading),
    };
    const imported = workflow.importedAs(reading, given.name || null, settled);
    const [relation = '', other = ''] = given.relation.split(' ');
    const older = given.version_of ?? (relation === 'version' ? other : null);
    if (older) {
      const article = await workflow.importVersion(web.desk, editor, older, imported, given.request_key);
      await forgetDraft(web, editor.id, given.version_of);
      return visit.response.redirect(303, `/articles/${article.id}/changes`);
    }
    if (relation === 'same') {
      const { id } = await web.desk.store.articleSummary(other);
      return visit.response.redirect(303, `/articles/${id}`);
    }
    const whole = { ...imported, republicationOf: relation === 'copy' ? other : null };
    const article = await workflow.importArticle(web.desk, editor, whole, given.request_key);
    await forgetDraft(web, editor.id, null);
    visit.response.redirect(303, `/articles/${article.id}?done=imported`);
  } catch (error) {
    if (!(error instanceof Refusal) || !/^[0-9a-f]{64}$/.test(textIn(visit, 'sha256'))) throw error;
    await previewAgain(visit, web, error);
  }
}

/** What was pasted is an article now. */
const forgetDraft = (web: Web, editorId: string, older: string | null): Promise<void> =>
  web.desk.store.clearDraft(editorId, `import:${draftName(older)}`);
