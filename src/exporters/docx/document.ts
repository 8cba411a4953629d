// A report as a Word file: real headings, tables and footnotes, styles a desk can change, and nothing that runs.
import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { RATING_WORDS, RATINGS } from '../../core/rating.js';
import type { Report, ReportArticle, Tally } from '../../core/report/model.js';
import { capitalised, stopped } from '../../core/report/numbers.js';
import type { ExportOptions } from '../exporter.js';
import { printable } from '../markup.js';
import { articleLine, headLine, madeFrom, UNCHECKED_NOTICE, withheldLine } from '../phrases.js';
import { RATING_COLOURS } from '../pictures/paint.js';
import { plainNote } from '../plain-note.js';
import { assemble } from './assemble.js';
import { bar, bullet, fact, link, paragraph, runs, SOFT, soft, table } from './parts.js';
import { type Footnotes, statementParagraphs } from './statement.js';
import { NUMBERING, STYLES } from './styles.js';

/** The library works on so many headings, paragraphs and tables at once. */
const BATCH = 250;

export const writeDocx = (report: Report, options: ExportOptions): Promise<Uint8Array> =>
  assemble(batches(report), report.lastChangeAt, options.seal);

function* batches(report: Report): Iterable<Document> {
  let notes: Notes = {};
  let children: FileChild[] = [];
  let number = 0;
  const footnotes: Footnotes = {
    add(paragraphs) {
      number += 1;
      notes[number] = { children: [...paragraphs] };
      return number;
    },
  };
  for (const more of pages(report, footnotes)) {
    children.push(...more);
    if (children.length < BATCH) continue;
    yield document(report, children, notes);
    notes = {};
    children = [];
  }
  yield document(report, children, notes);
}

function* pages(report: Report, footnotes: Footnotes): Iterable<readonly FileChild[]> {
  yield [...opening(report), ...counts(report), ...sources(report)];
  yield* open(report);
  for (const article of report.articles) yield* articlePages(article, footnotes);
  yield lastPage(report);
}

type Notes = Record<string, { readonly children: Paragraph[] }>;

const document = (report: Report, children: FileChild[], notes: Notes): Document =>
  new Document({
    title: printable(`Verification report: ${report.title}`),
    creator: printable(report.desk),
    lastModifiedBy: printable(report.desk),
    description: printable(report.finding),
    styles: STYLES,
    numbering: NUMBERING,
    footnotes: notes,
    features: { updateFields: false },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            margin: { top: 1_250, bottom: 1_250, left: 1_250, right: 1_250 },
            size: { width: 11_906, height: 16_838 },
          },
        },
        headers: { default: header(report), first: new Header({ children: [] }) },
        footers: { default: footer(report), first: footer(report) },
        children,
      },
    ],
  });

const heading = (text: string, level: 'Heading1' | 'Heading2'): Paragraph =>
  new Paragraph({ heading: level, children: runs(text) });

const header = (report: Report): Header =>
  new Header({
    children: [new Paragraph({ style: 'Kicker', children: soft(`Verification report · ${report.title}`) })],
  });

const footer = (report: Report): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Kicker',
        alignment: AlignmentType.RIGHT,
        children: [
          new TextRun({ text: `digest ${report.digest.slice(0, 16)}…   page `, color: SOFT, size: 17 }),
          new TextRun({
            children: [PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
            color: SOFT,
            size: 17,
          }),
        ],
      }),
    ],
  });

function opening(report: Report): FileChild[] {
  const [only] = report.articles.length === 1 ? report.articles : [];
  const withheld = withheldLine(report.withheld);
  const unconfirmed = report.counts.byAttribution.unchecked > 0 ? [UNCHECKED_NOTICE] : [];
  const cautions = [...report.cautions, ...unconfirmed, ...(withheld ? [withheld] : [])];
  const rightToLeft = only?.direction === 'rtl';
  return [
    paragraph(runs(`Verification report · ${report.desk}`), { style: 'Kicker' }),
    new Paragraph({
      heading: HeadingLevel.TITLE,
      bidirectional: rightToLeft,
      children: runs(report.title, { rightToLeft }),
    }),
    ...(only ? [paragraph(runs(articleLine(only)), { style: 'Kicker' })] : []),
    paragraph(runs(report.finding), { style: 'Finding' }),
    ...cautions.map((caution) => bullet(runs(caution))),
  ];
}

function counts(report: Report): FileChild[] {
  const present = report.counts.byRating.filter(({ total }) => total > 0);
  const parts = present.map(({ rating, glyph, total }) => ({
    share: total,
    colour: RATING_COLOURS[rating].slice(1),
    text: `${glyph} ${total}`,
    dark: rating !== 'unchecked',
  }));
  return [
    heading('What was found', 'Heading1'),
    ...(parts.length > 0
      ? [
          bar(parts),
          paragraph(
            soft(present.map(({ glyph, word, total }) => `${glyph} ${total} ${word}`).join('  ·  ')),
            { spacing: { before: 80, after: 120 } },
          ),
        ]
      : []),
    heading('By status', 'Heading2'),
    table(
      [
        { head: 'status', share: 6 },
        { head: 'statements', share: 2, number: true },
        { head: 'of them final', share: 2, number: true },
      ],
      [
        ...present.map(({ rating, glyph, word, total, final }) => [
          runs(`${glyph} ${word}`),
          runs(String(total)),
          runs(rating === 'unchecked' ? '–' : String(final)),
        ]),
        [
          runs('all', { bold: true }),
          runs(String(report.counts.statements)),
          runs(String(report.counts.final)),
        ],
      ],
    ),
    ...(report.counts.struckOut > 0
      ? [
          paragraph(soft(`Struck out as no statement, and not counted: ${report.counts.struckOut}.`), {
            spacing: { before: 80 },
          }),
        ]
      : []),
    ...tally('By speaker', 'speaker', report.bySpeaker),
    ...tally('By party', 'party', report.byParty),
  ];
}

function tally(title: string, head: string, rows: readonly Tally[]): FileChild[] {
  if (rows.length === 0) return [];
  const used = RATINGS.filter((rating) => rows.some(({ byRating }) => byRating[rating] > 0));
  return [
    heading(title, 'Heading2'),
    table(
      [
        { head, share: 32 },
        { head: 'all', share: 5, number: true },
        ...used.map((rating) => ({
          head: RATING_WORDS[rating].word,
          share: roomFor(RATING_WORDS[rating].word),
          number: true,
        })),
      ],
      rows.map(({ name, about, total, byRating }) => [
        [...runs(name, { bold: true }), ...(about ? soft(` ${about}`) : [])],
        runs(String(total)),
        ...used.map((rating) => (byRating[rating] > 0 ? runs(String(byRating[rating])) : soft('0'))),
      ]),
    ),
  ];
}

/** For the longest word of a column's head, which must not be broken. */
const roomFor = (words: string): number => 4.5 + Math.max(...words.split(' ').map((word) => word.length));

function sources({ sources: summary }: Report): FileChild[] {
  return [
    heading('What it rests on', 'Heading1'),
    ...summary.sentences.map((sentence) => bullet(runs(sentence))),
    ...(summary.origins.length === 0
      ? []
      : [
          heading('Independent origins', 'Heading2'),
          table(
            [
              { head: 'origin', share: 6 },
              { head: 'supports', share: 2, number: true },
              { head: 'contradicts', share: 2, number: true },
            ],
            summary.origins.map(({ name, supports, contradicts }) => [
              runs(name),
              runs(String(supports)),
              runs(String(contradicts)),
            ]),
          ),
        ]),
  ];
}

function* open(report: Report): Iterable<readonly FileChild[]> {
  yield [heading('What was not reviewed to the end', 'Heading1')];
  if (report.open.length === 0)
    yield [paragraph(runs('Nothing: every statement listed has a final rating or was struck out.'))];
  for (const { number, speaker, words, lacks } of report.open)
    yield [
      bullet([
        ...runs(`Statement ${number}, ${speaker}: `),
        ...soft(`${words} – `),
        ...runs(stopped(capitalised(lacks))),
      ]),
    ];
}

function* articlePages(article: ReportArticle, footnotes: Footnotes): Iterable<readonly FileChild[]> {
  yield [
    heading(`Statements: ${article.title}`, 'Heading1'),
    paragraph(
      [
        ...soft(articleLine(article)),
        ...(article.url ? [...soft(' · '), ...link('the article', article.url)] : []),
      ],
      { keepNext: true },
    ),
  ];
  if (article.statements.length === 0) yield [paragraph(runs('No statement.'))];
  for (const statement of article.statements) yield statementParagraphs(statement, article, footnotes);
  yield [
    heading('What was done on the article as a whole', 'Heading2'),
    ...article.notes.map((note) => fact('Note', [...runs(plainNote(note.body)), ...soft(` ${note.by}`)])),
    ...article.history.map(({ sentence }) => bullet(runs(sentence))),
  ];
}

function lastPage(report: Report): FileChild[] {
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      pageBreakBefore: true,
      children: runs('Method, scale and settings'),
    }),
    ...report.method.map((one) => paragraph(runs(one))),
    paragraph(runs(report.settings.words, { bold: true })),
    heading('The scale', 'Heading2'),
    table(
      [
        { head: 'rating', share: 2.2 },
        { head: 'means', share: 4 },
        { head: 'asks for', share: 4 },
      ],
      report.scale.map(({ glyph, word, meaning, gate }) => [
        runs(`${glyph} ${word}`),
        runs(meaning),
        runs(gate),
      ]),
    ),
    heading('What this was made from', 'Heading2'),
    paragraph(soft(madeFrom(report))),
    ...report.articles.flatMap((article) => [
      paragraph(runs(article.title, { bold: true }), { keepNext: true }),
      paragraph(runs(`log head ${headLine(article)}`), { style: 'Print' }),
      paragraph(runs(`text ${article.textSha256}`), { style: 'Print' }),
      paragraph(runs(`original ${article.sourceSha256}`), { style: 'Print' }),
    ]),
    paragraph(runs(`report digest ${report.digest}`), { style: 'Print' }),
  ];
}
