// The pieces a Word report is made of: runs, facts, tables. Text goes in as text; fields and formulas are never made from it.
import {
  BorderStyle,
  ExternalHyperlink,
  type IRunOptions,
  type ISpacingProperties,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { linkable, printable } from '../markup.js';

export const INK = '1D1B18';
export const SOFT = '5F5A52';
export const RULE = 'E2DDD2';
export const WASH = 'F3F0E8';
const LINK = '1B4F7D';

/** The page between its margins, in twentieths of a point: A4 with margins of 2.2 cm. */
export const PAGE_WIDTH = 9_411;

/** Text as runs, a line break where it has one. */
export function runs(text: string, options: Omit<IRunOptions, 'text'> = {}): TextRun[] {
  return printable(text)
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map((line, index) => new TextRun({ ...options, text: line, ...(index > 0 && { break: 1 }) }));
}

export const soft = (text: string): TextRun[] => runs(text, { color: SOFT, size: 19 });

export function link(text: string, url: string | null): ParagraphChild[] {
  const address = linkable(url);
  return address === null
    ? runs(text)
    : [new ExternalHyperlink({ link: address, children: runs(text, { color: LINK, underline: {} }) })];
}

export const paragraph = (
  children: readonly ParagraphChild[],
  more: { readonly style?: string; readonly spacing?: ISpacingProperties; readonly keepNext?: boolean } = {},
): Paragraph => new Paragraph({ ...more, children: [...children] });

export const bullet = (children: readonly ParagraphChild[]): Paragraph =>
  new Paragraph({
    children: [...children],
    numbering: { reference: 'dots', level: 0 },
    spacing: { after: 60 },
  });

/** A term in the margin and what is known under it, the terms aligned by a hanging indent. */
export const fact = (term: string, children: readonly ParagraphChild[], keepNext = false): Paragraph =>
  new Paragraph({
    style: 'Fact',
    keepNext,
    keepLines: true,
    children: [new TextRun({ text: `${term}\t`, color: SOFT }), ...children],
  });

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const LINE = { style: BorderStyle.SINGLE, size: 4, color: RULE };

export interface Column {
  readonly head: string;
  /** Share of the page's width. */
  readonly share: number;
  readonly number?: boolean;
}

/** A table with a head row that is repeated on every page and said to be one. */
export function table(columns: readonly Column[], rows: readonly (readonly ParagraphChild[][])[]): Table {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.round((share / whole) * PAGE_WIDTH));
  const cell = (children: readonly ParagraphChild[], column: number) =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.TOP,
      margins: { top: 50, bottom: 50, left: 60, right: 60 },
      borders: { top: NO_LINE, left: NO_LINE, right: NO_LINE, bottom: LINE },
      children: [
        new Paragraph({
          style: 'Cell',
          alignment: columns[column]?.number ? 'right' : 'left',
          children: [...children],
        }),
      ],
    });
  return new Table({
    width: { size: PAGE_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: {
      top: NO_LINE,
      bottom: NO_LINE,
      left: NO_LINE,
      right: NO_LINE,
      insideHorizontal: NO_LINE,
      insideVertical: NO_LINE,
    },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ head }, column) => cell(runs(head, { color: SOFT, size: 16 }), column)),
      }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map(cell) })),
    ],
  });
}

/** A bar of coloured cells, each as wide as its share, each saying what it stands for. */
export function bar(
  parts: readonly {
    readonly share: number;
    readonly colour: string;
    readonly text: string;
    readonly dark: boolean;
  }[],
): Table {
  const whole = parts.reduce((sum, { share }) => sum + share, 0);
  const widths = parts.map(({ share }) => Math.round((share / whole) * PAGE_WIDTH));
  return new Table({
    width: { size: PAGE_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: {
      top: NO_LINE,
      bottom: NO_LINE,
      left: NO_LINE,
      right: NO_LINE,
      insideHorizontal: NO_LINE,
      insideVertical: NO_LINE,
    },
    rows: [
      new TableRow({
        cantSplit: true,
        children: parts.map(
          ({ colour, text, dark }, index) =>
            new TableCell({
              width: { size: widths[index] ?? 0, type: WidthType.DXA },
              shading: { type: ShadingType.CLEAR, color: 'auto', fill: colour },
              borders: {
                top: NO_LINE,
                bottom: NO_LINE,
                left: NO_LINE,
                right: { style: BorderStyle.SINGLE, size: 12, color: 'FFFFFF' },
              },
              margins: { top: 80, bottom: 80, left: 40, right: 40 },
              children: [
                new Paragraph({
                  style: 'Cell',
                  alignment: 'center',
                  children: [new TextRun({ text, color: dark ? 'FFFFFF' : INK })],
                }),
              ],
            }),
        ),
      }),
    ],
  });
}
