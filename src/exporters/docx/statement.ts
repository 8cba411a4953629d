// One statement of a Word report: a heading, the words in their context, the facts, the evidence with its footnotes.
import { FootnoteReferenceRun, HeadingLevel, Paragraph, type ParagraphChild, TextRun } from 'docx';
import { longTime } from '../../core/report/dates.js';
import type { ReportArticle, ReportEvidence, ReportStatement, Segment } from '../../core/report/model.js';
import { factsOf, type Piece } from '../facts.js';
import { printable } from '../markup.js';
import { gradeOf, originLine, STANCE_WORDS } from '../phrases.js';
import { RATING_COLOURS } from '../pictures/paint.js';
import { fact, INK, link, runs, SOFT, soft } from './parts.js';

/** Footnotes of the document under way, numbered from 1. */
export interface Footnotes {
  /** Keeps a note and gives the number to refer to it by. */
  add(paragraphs: readonly Paragraph[]): number;
}

export function statementParagraphs(
  statement: ReportStatement,
  article: ReportArticle,
  footnotes: Footnotes,
): readonly Paragraph[] {
  const told = factsOf(statement);
  const history = told.findIndex(({ term }) => term === 'History');
  // What was found stays together on a page; what was done may go on overleaf.
  const facts = told.map(({ term, pieces, evidence }, index) =>
    fact(
      term,
      evidence ? withFootnote(evidence, footnotes) : pieces.flatMap(piece),
      index + 1 < (history < 0 ? told.length : history),
    ),
  );
  return [heading(statement), quotation(statement, article), ...facts];
}

function piece({ text, look, href }: Piece): ParagraphChild[] {
  if (href !== undefined) return link(text, href);
  switch (look) {
    case 'plain':
      return runs(text);
    case 'soft':
    case 'print':
      return soft(text);
    case 'strong':
      return runs(text, { bold: true });
    case 'struck':
      return runs(text, { strike: true });
  }
}

function heading({ number, struckOut, rating }: ReportStatement): Paragraph {
  const word = struckOut
    ? 'struck out'
    : rating.final || rating.code === 'unchecked'
      ? rating.word
      : `${rating.word}, proposed`;
  const colour = rating.code === 'unchecked' ? SOFT : RATING_COLOURS[rating.code].slice(1);
  return new Paragraph({
    heading: HeadingLevel.HEADING_3,
    keepNext: true,
    children: [
      new TextRun({ text: `Statement ${number}   `, color: SOFT }),
      ...(struckOut
        ? []
        : [new TextRun({ text: `${rating.glyph} `, color: colour, font: 'Segoe UI Symbol' })]),
      new TextRun({ text: word }),
    ],
  });
}

/** Longer than this may fill a page, and is kept with nothing. */
const LONG = 2_000;

function quotation({ words, context, struckOut }: ReportStatement, article: ReportArticle): Paragraph {
  const rightToLeft = article.direction === 'rtl';
  const language = rightToLeft ? { bidirectional: article.language } : { value: article.language };
  return new Paragraph({
    style: 'Words',
    keepNext: words.length < LONG,
    bidirectional: rightToLeft,
    children: context.flatMap((segment) =>
      runs(segment.text, { rightToLeft, language, ...looks(segment, struckOut !== null) }),
    ),
  });
}

function looks({ role }: Segment, struck: boolean) {
  switch (role) {
    case 'content':
      return { color: INK, underline: { color: SOFT }, ...(struck && { strike: true }) };
    case 'cue':
      return { color: INK, italics: true };
    case 'source':
      return { color: INK, bold: true };
    case 'plain':
    case 'cut':
      return { color: SOFT };
  }
}

function withFootnote(item: ReportEvidence, footnotes: Footnotes): ParagraphChild[] {
  const number = footnotes.add(footnote(item));
  return [
    ...runs(`${STANCE_WORDS[item.stance]} `, { bold: true }),
    ...(item.withdrawn ? runs(item.title, { strike: true }) : link(item.title, item.url)),
    new FootnoteReferenceRun(number),
    ...soft(` origin: ${originLine(item)} · graded ${gradeOf(item)}${item.withdrawn ? ' · withdrawn' : ''}`),
  ];
}

/** Where the item is, how it was come by, and what it would take to find it again. */
function footnote(item: ReportEvidence): readonly Paragraph[] {
  const parts = [
    item.url,
    item.archiveUrl && `Archived: ${item.archiveUrl}`,
    `Collected by ${item.collectedBy}, ${longTime(item.collectedAt)}`,
    item.method && `How: ${item.method}`,
    item.fileSha256 && `File kept, SHA-256 ${item.fileSha256}`,
    item.withdrawn &&
      `Withdrawn by ${item.withdrawn.by}, ${longTime(item.withdrawn.at)}: ${item.withdrawn.reason}`,
  ].filter((part) => part !== null);
  return [
    new Paragraph({
      style: 'FootnoteText',
      children: [new TextRun({ text: ` ${printable(parts.join('. '))}.` })],
    }),
  ];
}
