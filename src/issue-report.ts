// From the store to a report that leaves the house: read, built, written in a format, sealed, and kept with its digest.
import { sha256 } from './core/digest.js';
import type { Editor } from './core/editor.js';
import { conflict, invalid } from './core/errors.js';
import type { Report, ReportArticle } from './core/report/model.js';
import type { Selection } from './core/report/selection.js';
import { buildReport, type ReportedArticle, type ReportInput, reportBuilder } from './core/report.js';
import { blankSeal, fillSeal, fillSealIn, type Signer } from './core/seal.js';
import type { ReportSummary, Store } from './core/store.js';
import type { ExportOptions } from './exporters/exporter.js';
import { EXPORTERS, type Format } from './exporters/index.js';
import { spilledArticles } from './spilled-articles.js';
import { type Desk, draftOf, permit } from './workflow/desk.js';

/** What `buildReport` takes, read so that every article's reviews belong to the head that is printed. */
export async function readReport(
  store: Store,
  articleIds: readonly string[],
  selection: Selection = {},
): Promise<ReportInput> {
  const articles: ReportedArticle[] = [];
  for (const id of articleIds) articles.push(await readArticle(store, id));
  const editors = new Map((await store.editors()).map((editor) => [editor.id, editor.name]));
  return { articles, editors, settings: await store.settings(), selection };
}

export interface LongReport {
  readonly report: Report;
  /** To be called once nothing more is read of it. */
  close(): void;
}

/** A report of any number of articles, of which one at a time is in memory. */
export async function longReport(
  store: Store,
  articleIds: readonly string[],
  selection: Selection = {},
): Promise<LongReport> {
  const editors = new Map((await store.editors()).map((editor) => [editor.id, editor.name]));
  const builder = reportBuilder({ editors, settings: await store.settings(), selection });
  const spilled = spilledArticles();
  try {
    const articles: ReportArticle[] = [];
    for (const id of articleIds) articles.push(spilled.add(builder.add(await readArticle(store, id))));
    return { report: builder.finish(articles), close: spilled.close };
  } catch (error) {
    spilled.close();
    throw error;
  }
}

/** Store methods are a transaction each, so an editor may act between two: then it is read again. */
async function readArticle(store: Store, id: string): Promise<ReportedArticle> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const events = await store.events(id);
    const read = {
      article: await store.article(id),
      statements: await store.statements(id),
      reviews: await store.reviews(id),
      articleReview: await store.articleReview(id),
    };
    const head = await store.head(id);
    if (head.hash === events.at(-1)?.hash) return { ...read, events, head };
  }
  throw conflict('This article is being changed just now. Try again in a moment.');
}

/** The report's bytes in a format, sealed by the desk where the format has room for it. */
export async function writeReport(
  report: Report,
  format: Format,
  signer: Signer | null,
  options: Omit<ExportOptions, 'seal'> = {},
): Promise<Uint8Array> {
  const exporter = EXPORTERS[format];
  if (!signer || !exporter.sealed) return exporter.write(report, options);
  const seal = blankSeal(signer.publicKey);
  return fillSeal(await exporter.write(report, { ...options, seal }), signer);
}

/** The same bytes piece by piece, where the format can: for a report too long to hold twice. */
export function* reportPieces(
  report: Report,
  format: Format,
  signer: Signer | null,
  options: Omit<ExportOptions, 'seal'> = {},
): Iterable<string> {
  const { pieces, sealed } = EXPORTERS[format];
  if (!pieces) throw invalid(`A report of this length cannot be written as ${EXPORTERS[format].label}.`);
  if (!signer || !sealed) yield* pieces(report, options);
  else yield* fillSealIn(pieces(report, { ...options, seal: blankSeal(signer.publicKey) }), signer);
}

/** Issues one article's report: the bytes are kept, and the log says so. */
export async function issueReport(
  desk: Desk,
  editor: Editor,
  articleId: string,
  format: Format,
  signer: Signer | null,
): Promise<ReportSummary & { readonly bytes: Uint8Array }> {
  permit(editor, 'export');
  const input = await readReport(desk.store, [articleId]);
  const bytes = await writeReport(buildReport(input), format, signer);
  const head = input.articles[0]?.head ?? (await desk.store.head(articleId));
  const report = {
    id: desk.newId(),
    articleId,
    format,
    head,
    sha256: sha256(bytes),
    bytes,
    issuedAt: desk.now(),
    issuedBy: editor.id,
  };
  const draft = draftOf(desk, editor, articleId, null, {
    kind: 'report_issued',
    payload: { reportId: report.id, format, sha256: report.sha256, head: head.hash },
  });
  await desk.store.addReport(report, { draft, seen: null });
  return report;
}
