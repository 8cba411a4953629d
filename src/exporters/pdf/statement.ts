// The statements of one article in a PDF report.
import type { ReportArticle, ReportStatement, Segment } from '../../core/report/model.js';
import { type Fact, factsOf, type Piece } from '../facts.js';
import { articleLine } from '../phrases.js';
import { plainNote } from '../plain-note.js';
import {
  type Bookmark,
  bold,
  bullets,
  colourOf,
  heading,
  INK,
  ink,
  LINK,
  print,
  SOFT,
  soft,
  subheading,
} from './parts.js';
import { MEASURE, type Sheet } from './sheet.js';
import type { Run } from './typeset.js';

export function statements(sheet: Sheet, article: ReportArticle, bookmark: Bookmark): void {
  heading(sheet, `Statements: ${article.title}`, bookmark);
  sheet.set('P', [soft(articleLine(article), 9.5)], { after: 4 });
  if (article.statements.length === 0) sheet.set('P', [ink('No statement.')]);
  for (const statement of article.statements) statementBlock(sheet, statement, article);
  subheading(sheet, 'What was done on the article as a whole');
  bullets(sheet, [
    ...article.notes.map((note) => [ink(plainNote(note.body), 9.5), soft(` ${note.by}`)]),
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
