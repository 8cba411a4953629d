// Findings of others on an article: choose a file, see what would be added where, then bring it in.
import { z } from 'zod';
import { invalid, Refusal } from '../core/errors.js';
import { directionOf } from '../core/report/direction.js';
import * as workflow from '../workflow.js';
import { type Problem, readForm, requestKey } from './form.js';
import { wordsFor } from './language.js';
import { STATUS } from './refusals.js';
import { render } from './render.js';
import type { Route, Visit, Web } from './route.js';
import { shellFor } from './shell.js';
import { present, problemOf } from './visit.js';

interface Theirs {
  readonly words: string;
  readonly who: string | null;
  readonly finding: string | null;
}

export interface FindingsModel {
  readonly article: { readonly id: string; readonly title: string; readonly direction: 'ltr' | 'rtl' };
  readonly problem: Problem | null;
  readonly preview: {
    readonly name: string;
    readonly form: string;
    readonly sha256: string;
    /** What would be brought in; `index` is its place among all that were found in the text. */
    readonly news: readonly (Theirs & { readonly index: number; readonly does: string })[];
    readonly known: readonly Theirs[];
    readonly unplaced: readonly Theirs[];
  } | null;
  /** What was pasted, where it was refused. */
  readonly typed: string;
  readonly requestKey: string;
}

/** Longer lists are for the command line. */
const MOST = 1_000;
const BYTES = 11 * 1024 * 1024;

export const findingRoutes: readonly Route[] = [
  { method: 'get', path: '/articles/:id/findings', needs: 'review', handle: showForm },
  {
    method: 'post',
    path: '/articles/:id/findings/preview',
    needs: 'review',
    body: 'files',
    bodyLimit: BYTES,
    handle: preview,
  },
  { method: 'post', path: '/articles/:id/findings', needs: 'review', handle: bringIn },
];

const idOf = (visit: Visit): string => String(visit.request.params.id);

async function page(
  visit: Visit,
  web: Web,
  more: Partial<Pick<FindingsModel, 'problem' | 'preview' | 'typed'>>,
  status = 200,
): Promise<void> {
  const { id, title, language } = await web.desk.store.article(idOf(visit));
  const model: FindingsModel = {
    article: { id, title, direction: directionOf(language) },
    problem: null,
    preview: null,
    typed: '',
    requestKey: web.desk.newId(),
    ...more,
  };
  const heading = wordsFor(visit)('findings.title');
  const shell = shellFor({ title: heading, signed: visit.signed, web, section: 'articles' });
  await render(visit.response, 'findings', model, shell, status);
}

function showForm(visit: Visit, web: Web): Promise<void> {
  return page(visit, web, {});
}

/** Shows the page with the sentence beside its field where an act is refused. */
async function orSay(visit: Visit, web: Web, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'not_found') throw error;
    const typed = typeof visit.form.text === 'string' ? visit.form.text : '';
    await page(visit, web, { problem: { ...problemOf(error), field: 'file' }, typed }, STATUS[error.code]);
  }
}

function preview(visit: Visit, web: Web): Promise<void> {
  return orSay(visit, web, async () => {
    const { editor } = present(visit);
    const given = readForm(visit, { text: z.string().optional() });
    const upload = visit.uploads.find((one) => one.field === 'file' && one.bytes.length > 0);
    const text = given.text?.trim() ?? '';
    if (!upload && text === '') throw invalid('Choose the file of findings, or paste it.', 'file');
    const bytes = upload?.bytes ?? new TextEncoder().encode(text);
    const name = upload?.name ?? 'pasted text';
    const found = await workflow.previewFindings(web.desk, editor, idOf(visit), { bytes, name });
    if (found.placed.length + found.unplaced.length > MOST)
      throw invalid(
        `That is more than ${MOST} statements. Bring it in with “whosaid findings” on the command line.`,
        'file',
      );
    await workflow.keepForImport(web.desk, editor, bytes);
    await page(visit, web, { preview: shown(found) });
  });
}

function shown({ name, form, sha256, placed, unplaced }: workflow.Findings): FindingsModel['preview'] {
  const found = placed.map(({ theirs, words, does }, index) => ({
    ...theirsOf({ ...theirs, words }),
    index,
    does,
  }));
  return {
    name,
    form,
    sha256,
    news: found.filter(({ does }) => does !== 'known'),
    known: found.filter(({ does }) => does === 'known'),
    unplaced: unplaced.map(theirsOf),
  };
}

const theirsOf = ({ words, speaker, verdict }: workflow.Finding['theirs']): Theirs => ({
  words: withoutMarks(words),
  who: speaker?.name ?? null,
  finding: verdict && [verdict.words, verdict.by].filter(Boolean).join(', '),
});

/** The page sets words in quotation marks of its own. */
const withoutMarks = (words: string): string => /^["“«„](.+)["”»“]$/s.exec(words)?.[1] ?? words;

function bringIn(visit: Visit, web: Web): Promise<void> {
  return orSay(visit, web, async () => {
    const { editor } = present(visit);
    const given = readForm(visit, {
      sha256: z.string().regex(/^[0-9a-f]{64}$/, 'This form is incomplete. Begin again.'),
      name: z.string().max(500).default(''),
      take: z.union([z.string(), z.array(z.string())]).optional(),
      request_key: requestKey,
    });
    const chosen = new Set([given.take ?? []].flat().map(Number));
    const { bytes } = await web.desk.store.file(given.sha256);
    const file = { bytes, name: given.name };
    await workflow.bringInFindings(web.desk, editor, idOf(visit), file, chosen, given.request_key);
    visit.response.redirect(303, `/articles/${idOf(visit)}?done=findings`);
  });
}
