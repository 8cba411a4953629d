// Reports: the one that could be issued now, and those that were, each as the very bytes that left the house.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { notFound } from '../core/errors.js';
import { REPORT_STYLE } from '../exporters/html/style.js';
import { EXPORTERS, FORMATS, isFormat } from '../exporters/index.js';
import { issueReport, writtenReport } from '../issue-report.js';
import { readForm, requestKey as requestKeyField } from './form.js';
import { wordsFor } from './language.js';
import { render } from './render.js';
import type { Route, Visit, Web } from './route.js';
import { shellFor } from './shell.js';
import { present } from './visit.js';

export interface ReportsModel {
  readonly article: { readonly id: string; readonly title: string };
  readonly formats: readonly { readonly format: string; readonly label: string }[];
  readonly issued: readonly {
    readonly id: string;
    readonly format: string;
    readonly label: string;
    readonly at: string;
    readonly by: string;
    readonly sha256: string;
    readonly seq: number;
    readonly hash: string;
  }[];
  readonly requestKey: string;
}

export const reportRoutes: readonly Route[] = [
  { method: 'get', path: '/articles/:id/report', needs: 'export', handle: read },
  { method: 'get', path: '/articles/:id/exports', needs: 'export', handle: list },
  { method: 'post', path: '/articles/:id/exports', needs: 'export', handle: issue },
  { method: 'get', path: '/exports/:file', needs: 'export', handle: download },
];

const idOf = (visit: Visit): string => String(visit.request.params.id);

/** A report brings its own style, and nothing else may load or run in it. */
const REPORT_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(REPORT_STYLE).digest('base64')}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The report as it stands now. Reading it issues nothing. */
async function read(visit: Visit, web: Web): Promise<void> {
  const { bytes } = await writtenReport(web.desk, [idOf(visit)], 'html', null);
  visit.response.setHeader('Content-Security-Policy', REPORT_POLICY);
  visit.response.type('html').send(Buffer.from(bytes));
}

async function list(visit: Visit, web: Web): Promise<void> {
  const { store } = web.desk;
  const id = idOf(visit);
  const { title } = await store.articleSummary(id);
  const names = new Map((await store.editors()).map((editor) => [editor.id, editor.name]));
  const t = wordsFor(visit);
  const model: ReportsModel = {
    article: { id, title },
    formats: FORMATS.map((format) => ({ format, label: EXPORTERS[format].label })),
    issued: (await store.reports(id))
      .map((report) => ({
        id: report.id,
        format: report.format,
        label: isFormat(report.format) ? EXPORTERS[report.format].label : report.format,
        at: report.issuedAt,
        by: names.get(report.issuedBy) ?? t('someone'),
        sha256: report.sha256,
        seq: report.head.seq,
        hash: report.head.hash,
      }))
      .reverse(),
    requestKey: web.desk.newId(),
  };
  const shell = shellFor({ title: t('reports.title'), signed: visit.signed, web, section: 'articles' });
  await render(visit.response, 'reports', model, shell);
}

async function issue(visit: Visit, web: Web): Promise<void> {
  const { format, request_key: requestKey } = readForm(visit, {
    format: z.enum(FORMATS, { error: 'Choose a format.' }),
    request_key: requestKeyField,
  });
  const order = { articleIds: [idOf(visit)], format, requestKey };
  await issueReport(web.desk, present(visit).editor, order, web.signer ?? null);
  visit.response.redirect(303, `/articles/${idOf(visit)}/exports`);
}

/** The bytes as issued, by `/exports/ID.FORMAT`. */
async function download(visit: Visit, web: Web): Promise<void> {
  const [id = '', ...rest] = String(visit.request.params.file).split('.');
  const format = rest.join('.');
  const report = await web.desk.store.report(id);
  if (!isFormat(report.format) || report.format !== format)
    throw notFound('This report was not issued in that format.');
  const { mediaType, extension } = EXPORTERS[report.format];
  const { response } = visit;
  response.setHeader('Content-Security-Policy', `${REPORT_POLICY}; sandbox`);
  response.setHeader('Content-Type', mediaType);
  response.setHeader('Content-Disposition', `attachment; filename="whosaid-report-${id}.${extension}"`);
  response.send(Buffer.from(report.bytes));
}
