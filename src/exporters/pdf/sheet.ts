// Paper to write a report on: what is set flows down the page and onto the next, and everything set is tagged, so that a
// screen reader finds headings, tables, lists and links. Rules and page numbers are marked as no content.
import { BASELINE, drawLines, type Standing } from './draw-line.js';
import type { Faces } from './faces.js';
import { type Line, type Placed, type Run, typeset } from './typeset.js';

export const PAGE = { width: 595.28, height: 841.89, left: 58, right: 58, top: 62, bottom: 66 } as const;
export const MEASURE = PAGE.width - PAGE.left - PAGE.right;

const LEADING = 1.36;

const RULE = '#e2ddd2';

/** A thin line over the whole measure. */
export function ruleAcross(document: PDFKit.PDFDocument, y: number, width = 0.5): void {
  document
    .lineWidth(width)
    .strokeColor(RULE)
    .moveTo(PAGE.left, y)
    .lineTo(PAGE.width - PAGE.right, y)
    .stroke();
}

type Element = PDFKit.PDFStructureElement;

export interface Setting {
  /** From the left edge of the measure. */
  readonly x?: number;
  readonly width?: number;
  readonly before?: number;
  readonly after?: number;
  readonly base?: 'ltr' | 'rtl';
  readonly language?: string;
  /** Room that must be left on the page, so that a heading does not stand at its end. */
  readonly keep?: number;
}

export interface Sheet {
  readonly y: () => number;
  /** Goes to a new page unless this much room is left. */
  need(room: number): void;
  newPage(): void;
  /** Sets a paragraph as `tag` inside `parent`, or at the top. */
  set(tag: string, runs: readonly Run[], setting?: Setting, parent?: Element): void;
  /** Sets runs side by side, each in its own column, as the cells of one row; above it, if it begins a page, `head` again. */
  row(cells: readonly Cell[], parent: Element, head?: readonly Cell[]): void;
  open(tag: string, options?: { readonly alt?: string }, parent?: Element): Element;
  /** Draws without a meaning of its own. */
  decorate(draw: (document: PDFKit.PDFDocument, y: number) => void): void;
  /** Draws a picture with its meaning in words. */
  picture(alt: string, height: number, draw: (document: PDFKit.PDFDocument, y: number) => void): void;
  space(height: number): void;
  /** Nothing more is set. */
  close(): void;
}

export interface Cell {
  readonly tag: 'TH' | 'TD' | 'Lbl' | 'LBody';
  readonly runs: readonly Run[];
  readonly x: number;
  readonly width: number;
  readonly right?: boolean;
  readonly scope?: 'Column' | 'Row';
}

export function sheetFor(document: PDFKit.PDFDocument, faces: Faces): Sheet {
  // PDF/UA wants one root.
  const root = document.struct('Document');
  document.addStructure(root);
  let y: number = PAGE.top;
  const bottom = PAGE.height - PAGE.bottom;
  const turn = (): void => {
    document.continueOnNewPage();
    y = PAGE.top;
  };
  const need = (room: number): void => {
    if (y + room > bottom && y > PAGE.top) turn();
  };
  const attach = (element: Element, parent: Element | undefined): Element => {
    (parent ?? root).add(element);
    return element;
  };
  const open: Sheet['open'] = (tag, options = {}, parent) => attach(document.struct(tag, options), parent);

  /** Lines of one page, links each in an element of its own. */
  function write(lines: readonly Standing[], element: Element): void {
    let plain: Standing[] = [];
    const put = (): void => {
      const standing = plain;
      plain = [];
      if (standing.length > 0) element.add(() => drawLines(document, standing));
    };
    for (const { line, left, baseline } of lines) {
      for (const group of line.some(({ run }) => run.href !== undefined) ? grouped(line) : [line]) {
        const [first] = group;
        if (first?.run.href === undefined) {
          plain.push({ line: group, left, baseline });
          continue;
        }
        put();
        const { href, size } = first.run;
        const link = document.struct('Link', { alt: href });
        element.add(link);
        link.add(() => drawLines(document, [{ line: group, left, baseline }]));
        document.link(left + first.x, baseline - size * BASELINE, widthOf(group), size * LEADING, href, {
          structParent: link,
        } as never);
        link.end();
      }
    }
    put();
  }

  /** Sets lines from here on down, onto the next page where this one is full. */
  function flow(lines: readonly Line[], leftOf: (line: Line) => number, element: Element): void {
    let here: Standing[] = [];
    for (const line of lines) {
      const height = heightOf(line);
      if (y + height > bottom && y > PAGE.top) {
        write(here, element);
        here = [];
        turn();
      }
      here.push({ line, left: leftOf(line), baseline: y + sizeOf(line) * BASELINE });
      y += height;
    }
    write(here, element);
  }

  const heightOf = (line: Line): number => sizeOf(line) * LEADING;

  /** The head of a table that goes on, for the eye: a screen reader knows it already. */
  function repeat(head: readonly Cell[]): void {
    document.markContent('Artifact', { type: 'Pagination' });
    const top = y;
    for (const cell of head) {
      let down = top;
      for (const line of typeset(cell.runs, cell.width, faces)) {
        drawLines(document, [{ line, left: leftIn(cell, line), baseline: down + sizeOf(line) * BASELINE }]);
        down += heightOf(line);
      }
      y = Math.max(y, down);
    }
    y += 2.5;
    ruleAcross(document, y);
    document.endMarkedContent();
    y += 3;
  }

  const leftIn = ({ x, width, right }: Cell, line: Line): number =>
    PAGE.left + x + (right ? width - widthOf(line) : 0);

  return {
    y: () => y,
    need,
    newPage: turn,
    open,
    set(tag, runs, setting = {}, parent) {
      const { x = 0, width = MEASURE - x, before = 0, after = 0, base = 'ltr', language, keep = 0 } = setting;
      const lines = typeset(runs, width, faces, base);
      y += y > PAGE.top ? before : 0;
      need(keep);
      const element = attach(document.struct(tag, language ? { lang: language } : {}), parent);
      flow(lines, () => PAGE.left + x, element);
      element.end();
      y += after;
    },
    row(cells, parent, head) {
      const set = cells.map((cell) => ({ cell, lines: typeset(cell.runs, cell.width, faces) }));
      const height = Math.max(
        ...set.map(({ lines }) => lines.reduce((sum, line) => sum + heightOf(line), 0)),
      );
      const { page } = document;
      need(Math.min(height, bottom - PAGE.top));
      if (head && document.page !== page) repeat(head);
      const top = y;
      let lowest = y;
      const first = Math.max(...set.map(({ lines }) => sizeOf(lines[0] ?? [])));
      for (const { cell, lines } of set) {
        // Cells of one row share the baseline of their first lines.
        y = top + (first - sizeOf(lines[0] ?? [])) * BASELINE;
        const element = attach(
          document.struct(cell.tag, cell.scope ? ({ scope: cell.scope } as object) : {}),
          parent,
        );
        flow(lines, (line) => leftIn(cell, line), element);
        element.end();
        lowest = y < top ? y : Math.max(lowest, y);
      }
      y = lowest;
    },
    decorate(drawing) {
      document.markContent('Artifact', { type: 'Layout' });
      drawing(document, y);
      document.endMarkedContent();
    },
    picture(alt, height, drawing) {
      need(height);
      const bbox = [PAGE.left, y, PAGE.left + MEASURE, y + height];
      // Its types do not know the bounding box yet, which PDF/UA asks of a figure.
      const figure = document.struct('Figure', { alt, bbox } as object);
      root.add(figure);
      figure.add(() => drawing(document, y));
      figure.end();
      y += height;
    },
    space(height) {
      y += height;
    },
    close: () => {
      root.end();
    },
  };
}

/** Of the largest letters; an empty line has some height too. */
function sizeOf(line: Line): number {
  let size = 6;
  for (const { run } of line) if (run.size > size) size = run.size;
  return size;
}

const widthOf = (line: Line): number => line.reduce((sum, piece) => sum + piece.width, 0);

function grouped(line: Line): readonly (readonly Placed[])[] {
  const groups: Placed[][] = [];
  for (const piece of line) {
    const last = groups.at(-1);
    if (last && last[0]?.run.href === piece.run.href) last.push(piece);
    else groups.push([piece]);
  }
  return groups;
}
