// A report as a tagged PDF: title, language, bookmarks, headings, tables and links for a screen reader; a page worth
// sending for everybody else. Right-to-left text is shaped and ordered; scripts the two fonts lack are said to be missing.
import PDFDocument from 'pdfkit';
import { RATING_WORDS, RATINGS } from '../core/rating.js';
import type { Report, ReportArticle, ReportStatement, Segment, Tally } from '../core/report/model.js';
import { capitalised, stopped } from '../core/report/numbers.js';
import type { Exporter } from './exporter.js';
import { type Fact, factsOf, type Piece } from './facts.js';
import { printable } from './markup.js';
import { facesFor } from './pdf/faces.js';
import { MEASURE, PAGE, type Setting, type Sheet, sheetFor } from './pdf/sheet.js';
import type { Run } from './pdf/typeset.js';
import { articleLine, headLine, madeFrom, UNCHECKED_NOTICE, withheldLine } from './phrases.js';
import { RATING_COLOURS } from './pictures/paint.js';

const INK = '#1d1b18';
const SOFT = '#5f5a52';
const RULE = '#e2ddd2';
const LINK = '#1b4f7d';

export const pdf: Exporter = {
  label: 'PDF',
  mediaType: 'application/pdf',
  extension: 'pdf',
  sealed: true,
  async write(report, options = {}) {
    const document = new PDFDocument({
      size: 'A4',
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
      pdfVersion: '1.7',
      subset: 'PDF/UA',
      tagged: true,
      displayTitle: true,
      lang: 'en',
      autoFirstPage: false,
      info: infoOf(report),
      // Its types do not know the accessible subset yet.
    } as unknown as PDFKit.PDFDocumentOptions);
    const finished = collected(document);
    const faces = facesFor(document);
    let page = 0;
    document.on('pageAdded', () => foot(document, report, ++page));
    document.addPage();
    const sheet = sheetFor(document, faces);
    const bookmarks = bookmarking(document);
    opening(sheet, report);
    counts(sheet, report, bookmarks);
    sources(sheet, report, bookmarks);
    notReviewed(sheet, report, bookmarks);
    for (const article of report.articles) statements(sheet, article, bookmarks);
    lastPage(sheet, report, bookmarks, faces.missing);
    document.end();
    const bytes = await finished;
    return options.seal ? Buffer.concat([bytes, Buffer.from(`%${options.seal}\n`)]) : bytes;
  },
};

/** No clock: the document is as old as the newest event in it. */
const infoOf = (report: Report) => {
  const at = new Date(report.lastChangeAt || 0);
  return {
    Title: printable(`Verification report: ${report.title}`),
    Author: printable(report.desk),
    Subject: printable(report.finding),
    Creator: 'Whosaid',
    Producer: 'Whosaid',
    CreationDate: at,
    ModDate: at,
  };
};

function collected(document: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
}

type Bookmark = (title: string) => void;

function bookmarking(document: PDFKit.PDFDocument): Bookmark {
  return (title) => {
    document.outline.addItem(printable(title));
  };
}

function foot(document: PDFKit.PDFDocument, report: Report, page: number): void {
  document.markContent('Artifact', { type: 'Pagination' });
  const y = PAGE.height - 44;
  document
    .lineWidth(0.5)
    .strokeColor(RULE)
    .moveTo(PAGE.left, y - 8)
    .lineTo(PAGE.width - PAGE.right, y - 8)
    .stroke();
  document.font('regular').fontSize(8).fillColor(SOFT);
  document.text(`Verification report · digest ${report.digest.slice(0, 16)}…`, PAGE.left, y, {
    lineBreak: false,
  });
  const number = `page ${page}`;
  document.text(number, PAGE.width - PAGE.right - document.widthOfString(number), y, { lineBreak: false });
  document.endMarkedContent();
}

const ink = (text: string, size = 10): Run => ({ text, face: 'regular', size, colour: INK });
const bold = (text: string, size = 10): Run => ({ text, face: 'bold', size, colour: INK });
const soft = (text: string, size = 9): Run => ({ text, face: 'regular', size, colour: SOFT });
const print = (text: string): Run => ({ text, face: 'print', size: 6.9, colour: SOFT });

function heading(sheet: Sheet, title: string, bookmark: Bookmark, setting: Setting = {}): void {
  sheet.space(18);
  sheet.need(92);
  sheet.decorate((document, y) => {
    document
      .lineWidth(0.75)
      .strokeColor(RULE)
      .moveTo(PAGE.left, y)
      .lineTo(PAGE.width - PAGE.right, y)
      .stroke();
  });
  bookmark(title);
  sheet.set('H2', [bold(title, 15)], { before: 9, after: 5, ...setting });
}

const subheading = (sheet: Sheet, title: string): void =>
  sheet.set('H3', [bold(title, 10.5)], { before: 12, after: 3, keep: 70 });

function opening(sheet: Sheet, report: Report): void {
  const [only] = report.articles.length === 1 ? report.articles : [];
  const withheld = withheldLine(report.withheld);
  const unconfirmed = report.counts.byAttribution.unchecked > 0 ? [UNCHECKED_NOTICE] : [];
  sheet.set('P', [soft(`Verification report · ${report.desk}`, 9.5)], { after: 4 });
  sheet.set('H1', [bold(report.title, 24)], {
    after: 3,
    ...(only && { base: only.direction, language: only.language }),
  });
  if (only) sheet.set('P', [soft(articleLine(only), 9.5)], { after: 10 });
  sheet.set('P', [ink(report.finding, 13.5)], { after: 8 });
  bullets(
    sheet,
    [...report.cautions, ...unconfirmed, ...(withheld ? [withheld] : [])].map((caution) => [
      soft(caution, 9.5),
    ]),
  );
}

function bullets(sheet: Sheet, items: readonly (readonly Run[])[]): void {
  if (items.length === 0) return;
  const list = sheet.open('L');
  for (const runs of items) {
    const item = sheet.open('LI', {}, list);
    sheet.row(
      [
        { tag: 'Lbl', runs: [ink('•')], x: 2, width: 10 },
        { tag: 'LBody', runs, x: 13, width: MEASURE - 13 },
      ],
      item,
    );
    item.end();
    sheet.space(2);
  }
  list.end();
}

interface Column {
  readonly head: string;
  readonly share: number;
  readonly right?: boolean;
}

function table(
  sheet: Sheet,
  columns: readonly Column[],
  rows: readonly (readonly (readonly Run[])[])[],
): void {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const places: { x: number; width: number; right: boolean }[] = [];
  let x = 0;
  for (const { share, right = false } of columns) {
    const width = (share / whole) * MEASURE;
    places.push({ x: right ? x + 6 : x, width: width - 6, right });
    x += width;
  }
  const element = sheet.open('Table');
  const put = (cells: readonly (readonly Run[])[], head: boolean): void => {
    const tr = sheet.open('TR', {}, element);
    sheet.space(3);
    sheet.row(
      cells.map((runs, index) => ({
        ...places[index]!,
        runs,
        tag: head || index === 0 ? 'TH' : 'TD',
        ...((head || index === 0) && { scope: head ? 'Column' : 'Row' }),
      })),
      tr,
    );
    tr.end();
    sheet.space(2.5);
    sheet.decorate((document, y) => {
      document
        .lineWidth(0.5)
        .strokeColor(RULE)
        .moveTo(PAGE.left, y)
        .lineTo(PAGE.width - PAGE.right, y)
        .stroke();
    });
  };
  sheet.need(60);
  put(
    columns.map(({ head }) => [soft(head, 7.5)]),
    true,
  );
  for (const row of rows) put(row, false);
  element.end();
  sheet.space(4);
}

function counts(sheet: Sheet, report: Report, bookmark: Bookmark): void {
  heading(sheet, 'What was found', bookmark);
  const present = report.counts.byRating.filter(({ total }) => total > 0);
  if (present.length > 0) {
    bar(sheet, report);
    sheet.set('P', legend(report), { before: 5, after: 4 });
  }
  subheading(sheet, 'By status');
  table(
    sheet,
    [
      { head: 'status', share: 6 },
      { head: 'statements', share: 2, right: true },
      { head: 'of them final', share: 2, right: true },
    ],
    [
      ...present.map(({ rating, glyph, word, total, final }) => [
        [{ ...ink(`${glyph} `, 9.5), colour: colourOf(rating) }, ink(word, 9.5)],
        [ink(String(total), 9.5)],
        [ink(rating === 'unchecked' ? '–' : String(final), 9.5)],
      ]),
      [
        [bold('all', 9.5)],
        [ink(String(report.counts.statements), 9.5)],
        [ink(String(report.counts.final), 9.5)],
      ],
    ],
  );
  if (report.counts.struckOut > 0)
    sheet.set('P', [soft(`Struck out as no statement, and not counted: ${report.counts.struckOut}.`)], {
      after: 2,
    });
  tally(sheet, 'By speaker', 'speaker', report.bySpeaker);
  tally(sheet, 'By party', 'party', report.byParty);
}

const colourOf = (rating: keyof typeof RATING_COLOURS): string =>
  rating === 'unchecked' ? SOFT : RATING_COLOURS[rating];

const legend = (report: Report): readonly Run[] =>
  report.counts.byRating
    .filter(({ total }) => total > 0)
    .flatMap(({ rating, glyph, word, total }, index) => [
      ...(index > 0 ? [soft('   ')] : []),
      { ...soft(`${glyph} `), colour: colourOf(rating) },
      soft(`${total} ${word}`),
    ]);

function bar(sheet: Sheet, report: Report): void {
  const present = report.counts.byRating.filter(({ total }) => total > 0);
  const all = report.counts.statements;
  sheet.picture(
    `Statements by status: ${present.map(({ word, total }) => `${total} ${word}`).join(', ')}.`,
    14,
    (document, y) => {
      let x: number = PAGE.left;
      for (const { rating, total } of present) {
        const width = (total / all) * MEASURE;
        document.rect(x, y, Math.max(width - 1.5, 0.5), 12).fill(RATING_COLOURS[rating]);
        x += width;
      }
    },
  );
}

function tally(sheet: Sheet, title: string, head: string, rows: readonly Tally[]): void {
  if (rows.length === 0) return;
  const used = RATINGS.filter((rating) => rows.some(({ byRating }) => byRating[rating] > 0));
  subheading(sheet, title);
  table(
    sheet,
    [
      { head, share: 34 },
      { head: 'all', share: 6, right: true },
      ...used.map((rating) => ({
        head: RATING_WORDS[rating].word,
        share: broadest(RATING_WORDS[rating].word),
        right: true,
      })),
    ],
    rows.map(({ name, about, total, byRating }) => [
      [bold(name, 9.5), ...(about ? [soft(` ${about}`, 8.5)] : [])],
      [ink(String(total), 9.5)],
      ...used.map((rating) => [byRating[rating] > 0 ? ink(String(byRating[rating]), 9.5) : soft('0', 9.5)]),
    ]),
  );
}

/** Room for the longest word of a column's head. */
const broadest = (words: string): number => 3 + Math.max(...words.split(' ').map((word) => word.length));

function sources(sheet: Sheet, { sources: summary }: Report, bookmark: Bookmark): void {
  heading(sheet, 'What it rests on', bookmark);
  bullets(
    sheet,
    summary.sentences.map((sentence) => [ink(sentence)]),
  );
  if (summary.origins.length === 0) return;
  subheading(sheet, 'Independent origins');
  table(
    sheet,
    [
      { head: 'origin', share: 6 },
      { head: 'supports', share: 2, right: true },
      { head: 'contradicts', share: 2, right: true },
    ],
    summary.origins.map(({ name, supports, contradicts }) => [
      [ink(name, 9.5)],
      [ink(String(supports), 9.5)],
      [ink(String(contradicts), 9.5)],
    ]),
  );
}

function notReviewed(sheet: Sheet, report: Report, bookmark: Bookmark): void {
  heading(sheet, 'What was not reviewed to the end', bookmark);
  if (report.open.length === 0)
    sheet.set('P', [ink('Nothing: every statement listed has a final rating or was struck out.')]);
  bullets(
    sheet,
    report.open.map(({ number, speaker, words, lacks }) => [
      ink(`Statement ${number}, ${speaker}: `),
      soft(`${words} `, 10),
      ink(stopped(capitalised(lacks))),
    ]),
  );
}

function statements(sheet: Sheet, article: ReportArticle, bookmark: Bookmark): void {
  heading(sheet, `Statements: ${article.title}`, bookmark);
  sheet.set('P', [soft(articleLine(article), 9.5)], { after: 4 });
  if (article.statements.length === 0) sheet.set('P', [ink('No statement.')]);
  for (const statement of article.statements) statementBlock(sheet, statement, article);
  subheading(sheet, 'What was done on the article as a whole');
  bullets(sheet, [
    ...article.notes.map((note) => [ink(note.body, 9.5), soft(` ${note.by}`)]),
    ...article.history.map(({ sentence }) => [ink(sentence, 9.5)]),
  ]);
}

const GUTTER = 26;

function statementBlock(sheet: Sheet, statement: ReportStatement, article: ReportArticle): void {
  const { rating, struckOut, number } = statement;
  const word = struckOut
    ? 'struck out'
    : rating.final || rating.code === 'unchecked'
      ? rating.word
      : `${rating.word}, proposed`;
  sheet.set(
    'H3',
    [
      soft(`Statement ${number}   `, 9.5),
      ...(struckOut ? [] : [{ ...bold(`${rating.glyph} `, 10.5), colour: colourOf(rating.code) }]),
      bold(word, 10.5),
    ],
    { before: 17, after: 3, keep: 86 },
  );
  sheet.set(
    'BlockQuote',
    statement.context.map((segment) => quoted(segment, struckOut !== null)),
    { x: GUTTER, after: 5, base: article.direction, language: article.language },
  );
  const list = sheet.open('L');
  for (const fact of factsOf(statement)) factRow(sheet, fact, list);
  list.end();
}

function quoted({ role, text }: Segment, struck: boolean): Run {
  const run = { text, face: 'regular', size: 11.5, colour: SOFT } as const;
  switch (role) {
    case 'content':
      return { ...run, colour: INK, line: struck ? 'through' : 'under' };
    case 'cue':
      return { ...run, colour: INK, face: 'italic' };
    case 'source':
      return { ...run, colour: INK, face: 'bold' };
    case 'plain':
    case 'cut':
      return run;
  }
}

const TERM = 88;

function factRow(sheet: Sheet, { term, pieces }: Fact, list: PDFKit.PDFStructureElement): void {
  const item = sheet.open('LI', {}, list);
  sheet.row(
    [
      ...(term ? [{ tag: 'Lbl' as const, runs: [soft(term, 8.5)], x: GUTTER, width: TERM - 6 }] : []),
      { tag: 'LBody', runs: pieces.map(pieceRun), x: GUTTER + TERM, width: MEASURE - GUTTER - TERM },
    ],
    item,
  );
  item.end();
  sheet.space(1.5);
}

function pieceRun({ text, look, href }: Piece): Run {
  const linked = href === undefined ? {} : { href, colour: LINK };
  switch (look) {
    case 'plain':
      return { ...ink(text, 9.5), ...linked };
    case 'soft':
      return { ...soft(text, 8.5), ...linked };
    case 'strong':
      return { ...bold(text, 9.5), ...linked };
    case 'struck':
      return { ...ink(text, 9.5), line: 'through' };
    case 'print':
      return print(text);
  }
}

function lastPage(sheet: Sheet, report: Report, bookmark: Bookmark, missing: () => number): void {
  sheet.newPage();
  bookmark('Method, scale and settings');
  sheet.set('H2', [bold('Method, scale and settings', 15)], { after: 6 });
  for (const paragraph of report.method) sheet.set('P', [ink(paragraph, 9.5)], { after: 4 });
  sheet.set('P', [bold(report.settings.words, 9.5)], { after: 4 });
  subheading(sheet, 'The scale');
  table(
    sheet,
    [
      { head: 'rating', share: 2.3 },
      { head: 'means', share: 4 },
      { head: 'asks for', share: 4 },
    ],
    report.scale.map(({ code, glyph, word, meaning, gate }) => [
      [{ ...ink(`${glyph} `, 9.5), colour: colourOf(code) }, ink(word, 9.5)],
      [ink(meaning, 9)],
      [ink(gate, 9)],
    ]),
  );
  heading(sheet, 'What this was made from', bookmark);
  sheet.set('P', [soft(madeFrom(report), 9.5)], { after: 4 });
  for (const article of report.articles) {
    sheet.set('P', [bold(article.title, 9.5)], { before: 4, keep: 50 });
    sheet.set('P', [soft('log head  ', 8), print(headLine(article))]);
    sheet.set('P', [soft('text  ', 8), print(article.textSha256)]);
    sheet.set('P', [soft('original  ', 8), print(article.sourceSha256)]);
  }
  sheet.set('P', [soft('report digest  ', 8), print(report.digest)], { before: 4 });
  if (missing() > 0)
    sheet.set(
      'P',
      [
        ink(
          `${missing()} characters are in scripts this PDF has no letters for and are shown as □. The page, Word, table and JSON forms of this report hold them.`,
          9.5,
        ),
      ],
      { before: 6 },
    );
}
