// The first pages of a PDF report: the finding, the counts, the sources, what is still open.
import { RATING_WORDS, RATINGS } from '../../core/rating.js';
import type { Report, Tally } from '../../core/report/model.js';
import { capitalised, stopped } from '../../core/report/numbers.js';
import { articleLine, UNCHECKED_NOTICE, withheldLine } from '../phrases.js';
import { speakerMatrix } from '../pictures/matrix.js';
import { RATING_COLOURS } from '../pictures/paint.js';
import { sayingsOf, sayingsTimeline } from '../pictures/timeline.js';
import type { Faces } from './faces.js';
import { type Bookmark, bold, bullets, colourOf, heading, ink, soft, subheading, table } from './parts.js';
import { picture } from './picture.js';
import { MEASURE, PAGE, type Sheet } from './sheet.js';
import type { Run } from './typeset.js';

/** `missing` says what this PDF cannot show; null where it shows everything. */
export function opening(sheet: Sheet, report: Report, missing: string | null): void {
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
    [...report.cautions, ...unconfirmed, ...(withheld ? [withheld] : []), ...(missing ? [missing] : [])].map(
      (caution) => [soft(caution, 9.5)],
    ),
  );
}

export function counts(sheet: Sheet, faces: Faces, report: Report, bookmark: Bookmark): void {
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
  captioned(sheet, faces, speakerMatrix(report.bySpeaker), 'Who said how much, and where it stands.');
  tally(sheet, 'By party', 'party', report.byParty);
  captioned(
    sheet,
    faces,
    sayingsTimeline(sayingsOf(report)),
    'The days on which the statements were made, where the article gives one. The numbers are the statements’.',
  );
}

function captioned(sheet: Sheet, faces: Faces, svg: string, words: string): void {
  if (svg === '') return;
  picture(sheet, faces, svg);
  sheet.set('P', [soft(words, 8.5)], { after: 4 });
}

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

export function sources(sheet: Sheet, { sources: summary }: Report, bookmark: Bookmark): void {
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

export function notReviewed(sheet: Sheet, report: Report, bookmark: Bookmark): void {
  heading(sheet, 'What was not reviewed to the end', bookmark);
  if (report.open.length === 0)
    sheet.set('P', [ink('Nothing: every statement listed has a final rating or was struck out.')]);
  bullets(
    sheet,
    report.open.map(({ number, speaker, words, lacks }) => [
      ink(`Statement ${number}, ${speaker}: `),
      soft(`${words} – `, 10),
      ink(stopped(capitalised(lacks))),
    ]),
  );
}
