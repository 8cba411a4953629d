// The lines of a PDF page, from bits of text that only know where they stand.

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
  text: string;
  left: number;
  right: number;
  readonly y: number;
  size: number;
  readonly isUpright: boolean;
}

/** In the order the file gives them, which keeps columns apart; a new line starts where the foot moves or the text turns back. */
export function linesOfPage(bits: readonly TextBit[], page: number): PdfLine[] {
  const lines: OpenLine[] = [];
  let open: OpenLine | null = null;
  for (const bit of bits) {
    const [a = 0, b = 0, , d = 0, x = 0, y = 0] = bit.transform;
    if (bit.str.trim() === '') {
      if (open !== null && bit.str !== '' && !open.text.endsWith(' ')) open.text += ' ';
      continue;
    }
    const size = Math.abs(d) || bit.height || Math.hypot(a, b) || 1;
    const isUpright = Math.abs(b) < Math.abs(a) * 0.1 || a === 0;
    if (open === null || isNewLine(open, x, y, size)) {
      open = { text: bit.str, left: x, right: x + bit.width, y, size, isUpright };
      lines.push(open);
      continue;
    }
    const gap = x - open.right;
    const parted = open.text.endsWith(' ') || bit.str.startsWith(' ');
    open.text += gap > size * 3 ? `\t${bit.str}` : gap > size * 0.2 && !parted ? ` ${bit.str}` : bit.str;
    open.right = Math.max(open.right, x + bit.width);
    open.size = Math.max(open.size, size);
  }
  return lines
    .map((line) => ({ ...line, text: line.text.replace(/[^\S\t\u00A0]+/g, ' ').trim() }))
    .filter(({ text }) => text !== '')
    .map((line, at) => ({ ...line, page, number: at + 1 }));
}

/** Raised and lowered signs stay on their line; text that goes back to the left is a new one. */
function isNewLine(open: OpenLine, x: number, y: number, size: number): boolean {
  const shift = Math.abs(y - open.y);
  if (shift > Math.max(size, open.size) * 0.55) return true;
  return x < open.right - Math.max(size, open.size) * 2;
}
