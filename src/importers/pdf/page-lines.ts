// The lines of a PDF page, from bits of text that only know where they stand.

import { inReadingOrder } from './columns.js';

/** A bit of text as pdf.js gives it. */
export interface TextBit {
  readonly str: string;
  /** [a, b, c, d, x, y]: scale, slant and position, y counted from the foot of the page. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

export interface PdfLine {
  readonly text: string;
  readonly page: number;
  /** Counted from 1 on each page. */
  readonly number: number;
  readonly left: number;
  readonly right: number;
  /** The line's foot, from the foot of the page. */
  readonly y: number;
  readonly size: number;
  readonly isUpright: boolean;
}

interface OpenLine {
  /** Parted by wide gaps. */
  readonly cells: OpenCell[];
  readonly y: number;
  size: number;
  readonly isUpright: boolean;
}

interface OpenCell {
  text: string;
  readonly left: number;
  right: number;
}

/** In the order the file gives them, which keeps columns apart; a new line starts where the foot moves or the text turns back. */
export function linesOfPage(bits: readonly TextBit[], page: number): PdfLine[] {
  const lines: OpenLine[] = [];
  let open: OpenLine | null = null;
  let cell: OpenCell = { text: '', left: 0, right: 0 };
  for (const bit of bits) {
    const [a = 0, b = 0, , d = 0, x = 0, y = 0] = bit.transform;
    if (bit.str.trim() === '') {
      if (open !== null && bit.str !== '' && !cell.text.endsWith(' ')) cell.text += ' ';
      continue;
    }
    const size = Math.abs(d) || bit.height || Math.hypot(a, b) || 1;
    const isUpright = Math.abs(b) < Math.abs(a) * 0.1 || a === 0;
    const isNew = open === null || isNewLine(open, cell.right, x, y, size);
    if (open === null || isNew || x - cell.right > size * 3) {
      cell = { text: bit.str, left: x, right: x + bit.width };
      if (open === null || isNew) {
        open = { cells: [cell], y, size, isUpright };
        lines.push(open);
      } else open.cells.push(cell);
    } else {
      const parted = cell.text.endsWith(' ') || bit.str.startsWith(' ');
      cell.text += x - cell.right > size * 0.2 && !parted ? ` ${bit.str}` : bit.str;
      cell.right = Math.max(cell.right, x + bit.width);
    }
    open.size = Math.max(open.size, size);
  }
  return inReadingOrder(lines)
    .map(({ cells, y, size, isUpright }) => ({
      text: cells
        .map(({ text }) => text.replace(/[^\S\t\u00A0]+/g, ' ').trim())
        .join('\t')
        .trim(),
      left: cells[0]!.left,
      right: cells.at(-1)!.right,
      y,
      size,
      isUpright,
    }))
    .filter(({ text }) => text !== '')
    .map((line, at) => ({ ...line, page, number: at + 1 }));
}

/** Raised and lowered signs stay on their line; text that goes back to the left is a new one. */
function isNewLine(open: OpenLine, right: number, x: number, y: number, size: number): boolean {
  const shift = Math.abs(y - open.y);
  if (shift > Math.max(size, open.size) * 0.55) return true;
  return x < right - Math.max(size, open.size) * 2;
}
