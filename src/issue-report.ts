// From the store to a report that leaves the house: read, built, written in a format, sealed, and kept with its digest.
import { setImmediate } from 'node:timers/promises';
import { sha256 } from './core/digest.js';
import type { Editor } from './core/editor.js';
import { invalid } from './core/errors.js';
import type { Head } from './core/log.js';
import type { Report, ReportArticle } from './core/report/model.js';
import type { Selection } from './core/report/selection.js';
import { type ReportBuilder, reportBuilder } from './core/report.js';
import { blankSeal, fillSeal, fillSealIn, type Signer } from './core/seal.js';
import type { Entry, NewReport, Store } from './core/store.js';
import type { ExportOptions } from './exporters/exporter.js';
import { EXPORTERS, type Format } from './exporters/index.js';
import { type SpilledArticles, spilledArticles } from './spilled-articles.js';
import { type Desk, draftOf, permit, requestFor } from './workflow/desk.js';

export interface LongReport {
  readonly report: Report;
  /** To be called once nothing more is read of it. */
  close(): void;
}

/** So many statements are read, and held, at once. */
const BATCH = 50;

/** A report of any number of articles and statements, of which a few are in memory at a time. */
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
    for (const id of articleIds) articles.push(await spill(store, id, builder, spilled));
    return { report: builder.finish(articles), close: spilled.close };
  } catch (error) {
    spilled.close();
    throw error;
  }
}

async function spill(store: Store, id: string, builder: ReportBuilder, spilled: SpilledArticles) {
  const record = await store.articleRecord(id);
  const open = builder.open(record);
  const kept = spilled.add();
  for (let after: string | null | undefined; after !== null; ) {
    const page = await store.statementRecords(id, { upTo: record.head.seq, after, limit: BATCH });
    for (const entry of page.rows) {
      const statement = open.add(entry);
      if (statement) kept.put(statement);
    }
    after = page.next;
    // Whoever else waits for this desk is answered between two batches.
    await setImmediate();
  }
  return open.close(kept.statements());
}

/** The report's bytes in a format, sealed by the desk where the format has room for it. */
export async function writeReport(
  report: Report,
  format: Format,
  signer: Signer | null,
  options: Omit<ExportOptions, 'seal'> = {},
): Promise<Uint8Array> {
  const exporter = EXPORTERS[format];
  if (exporter.pieces) return bytesOf(reportPieces(report, format, signer, options));
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

/** Many small pieces as one; no more than twice the whole is held. */
function bytesOf(pieces: Iterable<string>): Uint8Array {
  const blocks: Buffer[] = [];
  let block = '';
  for (const piece of pieces) {
    block += piece;
    if (block.length < 1 << 20) continue;
    blocks.push(Buffer.from(block));
    block = '';
  }
  return Buffer.concat([...blocks, Buffer.from(block)]);
}

/** Of which articles, how much of them, and in what form. */
export interface Order {
  readonly articleIds: readonly string[];
  readonly format: Format;
  readonly selection?: Selection;
  readonly requestKey?: string;
}

/** More articles than this in one report are for the command line. */
const MOST_ARTICLES = 100;

/** Issues a report: its bytes are kept with the first article, and the log of each article says so. Once a request. */
export async function issueReport(
  desk: Desk,
  editor: Editor,
  { articleIds, format, selection = {}, requestKey }: Order,
  signer: Signer | null,
): Promise<NewReport> {
  permit(editor, 'export');
  const ids = [...new Set(articleIds)];
  const [articleId] = ids;
  if (articleId === undefined) throw invalid('Choose at least one article.', 'article');
  if (ids.length > MOST_ARTICLES)
    throw invalid(
      `That is more than ${MOST_ARTICLES} articles. Write it with “whosaid report” on the command line.`,
      'article',
    );
  const { report, heads, bytes } = await writtenReport(desk, ids, format, signer, selection);
  const [head] = heads;
  if (!head) throw new Error('A report of an article has a head.');
  const issued: NewReport = {
    id: desk.newId(),
    articleId,
    format,
    head,
    sha256: sha256(bytes),
    bytes,
    issuedAt: desk.now(),
    issuedBy: editor.id,
  };
  const entries = report.articles.map(({ id }, index): Entry => {
    const payload = { reportId: issued.id, format, sha256: issued.sha256, head: heads[index]?.hash ?? '' };
    return { draft: draftOf(desk, editor, id, null, { kind: 'report_issued', payload }), seen: null };
  });
  const [entry, ...others] = entries;
  if (!entry) throw new Error('A report is about an article.');
  const kept = await desk.store.addReport(issued, entry, { others, request: requestFor(editor, requestKey) });
  return kept === issued.id ? issued : desk.store.report(kept);
}

/** The report as it stands now, in a format. Issues nothing. */
export async function writtenReport(
  { store, publicUrl }: Pick<Desk, 'store' | 'publicUrl'>,
  ids: readonly string[],
  format: Format,
  signer: Signer | null,
  selection: Selection = {},
) {
  const { report, close } = await longReport(store, ids, selection);
  try {
    const heads: readonly Head[] = report.articles.map(({ head }) => head);
    return { report, heads, bytes: await writeReport(report, format, signer, { site: publicUrl }) };
  } finally {
    close();
  }
}
