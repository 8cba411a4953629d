// A report as a tagged PDF: title, language, bookmarks, headings, tables and links for a screen reader; a page worth
// sending for everybody else. Right-to-left text is shaped and ordered; scripts the two fonts lack are said to be missing.
import PDFDocument from 'pdfkit';
import type { Report } from '../core/report/model.js';
import type { Exporter } from './exporter.js';
import { printable } from './markup.js';
import { facesFor } from './pdf/faces.js';
import { counts, notReviewed, opening, sources } from './pdf/front.js';
import { lastPage } from './pdf/last-page.js';
import { type Bookmark, RULE, SOFT } from './pdf/parts.js';
import { PAGE, sheetFor } from './pdf/sheet.js';
import { statements } from './pdf/statement.js';

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
    sheet.close();
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
