// What a PDF report is set from: runs of ink, headings, lists, tables.
import { RATING_COLOURS } from '../pictures/paint.js';
import { type Cell, MEASURE, ruleAcross, type Setting, type Sheet } from './sheet.js';
import type { Run } from './typeset.js';

export type Bookmark = (title: string) => void;

export const INK = '#1d1b18';
export const SOFT = '#5f5a52';
export const LINK = '#1b4f7d';

export const ink = (text: string, size = 10): Run => ({ text, face: 'regular', size, colour: INK });
export const bold = (text: string, size = 10): Run => ({ text, face: 'bold', size, colour: INK });
export const soft = (text: string, size = 9): Run => ({ text, face: 'regular', size, colour: SOFT });
export const print = (text: string): Run => ({ text, face: 'print', size: 6.9, colour: SOFT });

export function heading(sheet: Sheet, title: string, bookmark: Bookmark, setting: Setting = {}): void {
  sheet.space(18);
  sheet.need(92);
  sheet.decorate((document, y) => {
    ruleAcross(document, y, 0.75);
  });
  bookmark(title);
  sheet.set('H2', [bold(title, 15)], { before: 9, after: 5, ...setting });
}

export const subheading = (sheet: Sheet, title: string): void =>
  sheet.set('H3', [bold(title, 10.5)], { before: 12, after: 3, keep: 70 });

export const colourOf = (rating: keyof typeof RATING_COLOURS): string =>
  rating === 'unchecked' ? SOFT : RATING_COLOURS[rating];

export function bullets(sheet: Sheet, items: readonly (readonly Run[])[]): void {
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

export interface Column {
  readonly head: string;
  readonly share: number;
  readonly right?: boolean;
}

export function table(
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
  const heads = columns.map(
    ({ head }, index): Cell => ({
      ...places[index]!,
      runs: [soft(head, 7.5)],
      tag: 'TH',
      scope: 'Column',
    }),
  );
  const put = (cells: readonly Cell[], head?: readonly Cell[]): void => {
    const tr = sheet.open('TR', {}, element);
    sheet.space(3);
    sheet.row(cells, tr, head);
    tr.end();
    sheet.space(2.5);
    sheet.decorate((document, y) => {
      ruleAcross(document, y);
    });
  };
  sheet.need(60);
  put(heads);
  for (const row of rows)
    put(
      row.map(
        (runs, index): Cell => ({
          ...places[index]!,
          runs,
          ...(index === 0 ? { tag: 'TH', scope: 'Row' } : { tag: 'TD' }),
        }),
      ),
      heads,
    );
  element.end();
  sheet.space(4);
}
