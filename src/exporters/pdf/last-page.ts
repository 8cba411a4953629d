// The last pages of a PDF report: method, scale, settings, and what it was made from.
import type { Report } from '../../core/report/model.js';
import { headLine, madeFrom } from '../phrases.js';
import { type Bookmark, bold, colourOf, heading, ink, print, soft, subheading, table } from './parts.js';
import type { Sheet } from './sheet.js';

export function lastPage(sheet: Sheet, report: Report, bookmark: Bookmark): void {
  sheet.newPage();
  bookmark('Method, scale and settings');
  sheet.set('H2', [bold('Method, scale and settings', 15)], { after: 6 });
  for (const paragraph of report.method) sheet.set('P', [ink(paragraph, 9)], { after: 3 });
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
      [{ ...ink(`${glyph} `, 9.5), colour: colourOf(code) }, ink(word, 9)],
      [ink(meaning, 8.5)],
      [ink(gate, 8.5)],
    ]),
  );
  heading(sheet, 'What this was made from', bookmark);
  sheet.set('P', [soft(madeFrom(report), 9.5)], { after: 4 });
  sheet.set('P', [soft('report digest  ', 8), print(report.digest)], { after: 2 });
  for (const article of report.articles) {
    sheet.set('P', [bold(article.title, 9.5)], { before: 4, keep: 50 });
    sheet.set('P', [soft('log head  ', 8), print(headLine(article))]);
    sheet.set('P', [soft('text  ', 8), print(article.textSha256)]);
    sheet.set('P', [soft('original  ', 8), print(article.sourceSha256)]);
  }
}
