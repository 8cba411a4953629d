// A report as a table: one statement a row, every cell quoted, no cell that a spreadsheet would run as a formula.
// Columns are only ever added at the end. Spreadsheets cut cells of more than 32,767 characters; the file does not.
import { stringify } from 'csv-stringify/sync';
import type { Report, ReportArticle, ReportStatement } from '../core/report/model.js';
import { textExporter } from './exporter.js';
import { gradeOf, originLine } from './phrases.js';

type Cell = string | number | null;

interface Row {
  readonly report: Report;
  readonly article: ReportArticle;
  readonly statement: ReportStatement;
}

const yes = (value: boolean): string => (value ? 'yes' : 'no');

const COLUMNS: readonly (readonly [string, (row: Row) => Cell])[] = [
  ['article_title', ({ article }) => article.title],
  ['article_version', ({ article }) => article.articleVersion],
  ['publisher', ({ article }) => article.publisher],
  ['published_on', ({ article }) => article.publishedOn],
  ['number', ({ statement }) => statement.number],
  ['words', ({ statement }) => statement.words],
  ['kind', ({ statement }) => statement.kind],
  ['speaker', ({ statement }) => statement.speaker.name],
  ['speaker_type', ({ statement }) => statement.speaker.type],
  ['role', ({ statement }) => statement.speaker.role],
  ['affiliation', ({ statement }) => statement.speaker.affiliation],
  ['party', ({ statement }) => statement.speaker.party],
  ['channel', ({ statement }) => statement.channel],
  ['via', ({ statement }) => statement.via.join(' > ')],
  ['said_on', ({ statement }) => statement.saidOn],
  ['polarity', ({ statement }) => statement.polarity],
  ['checkable', ({ statement }) => yes(statement.checkable)],
  ['attribution', ({ statement }) => statement.attribution.status],
  ['attribution_by', ({ statement }) => statement.attribution.by],
  ['attribution_reason', ({ statement }) => statement.attribution.reason],
  ['found_by', ({ statement }) => statement.found.by],
  ['confidence', ({ statement }) => statement.found.confidence],
  ['rating', ({ statement }) => statement.rating.code],
  ['rating_final', ({ statement }) => yes(statement.rating.final)],
  ['standing', ({ statement }) => statement.rating.standing],
  ['reason', ({ statement }) => statement.rating.reason],
  ['rated_by', ({ statement }) => statement.rating.by],
  ['rated_at', ({ statement }) => statement.rating.at],
  ['signed_by', ({ statement }) => statement.rating.signedBy],
  ['signed_at', ({ statement }) => statement.rating.signedAt],
  ['independent_supporting', ({ statement }) => statement.independent.supporting],
  ['independent_contradicting', ({ statement }) => statement.independent.contradicting],
  ['evidence', ({ statement }) => evidenceCell(statement)],
  [
    'corrections',
    ({ statement }) => statement.corrections.map(({ at, what }) => `${at}: ${what}`).join('\n'),
  ],
  ['struck_out', ({ statement }) => statement.struckOut?.reason ?? null],
  ['statement_id', ({ statement }) => statement.id],
  ['article_id', ({ article }) => article.id],
  ['log_event', ({ article }) => article.head.seq],
  ['log_head', ({ article }) => article.head.hash],
  ['report_digest', ({ report }) => report.digest],
];

const evidenceCell = ({ evidence }: ReportStatement): string =>
  evidence
    .filter((item) => item.withdrawn === null)
    .map(
      (item) =>
        `${item.stance} [${gradeOf(item)}] ${item.title} (origin: ${originLine(item)})${item.url ? ` ${item.url}` : ''}`,
    )
    .join('\n');

/** OWASP's list of openings, with the full-width forms spreadsheets read alike. An apostrophe makes the cell text. */
export const neutralised = (cell: string): string =>
  /^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell;

function line(cells: readonly Cell[]): string {
  const texts = cells.map((cell) => (typeof cell === 'string' ? neutralised(cell) : cell));
  // RFC 4180 ends its lines with CRLF.
  return stringify([texts], { quoted: true, record_delimiter: 'windows' });
}

export const csv = textExporter({
  label: 'Table (CSV)',
  mediaType: 'text/csv; charset=utf-8; header=present',
  extension: 'csv',
  sealed: false,
  *pieces(report, options = {}) {
    if (options.bom) yield '\uFEFF';
    yield line(COLUMNS.map(([name]) => name));
    for (const article of report.articles)
      for (const statement of article.statements)
        yield line(COLUMNS.map(([, cell]) => cell({ report, article, statement })));
  },
});
