// A line of placed pieces, written as the page's own operators: everything about them was settled when they were measured.
import type { Held } from './faces.js';
import type { Placed } from './typeset.js';

const UNDERLINE = 0.17;
const STRIKE = -0.27;

/** A line and where it stands. */
export interface Standing {
  readonly line: readonly Placed[];
  readonly left: number;
  /** Where its letters stand, whatever their size. */
  readonly baseline: number;
}

/** How far below the top of a line its letters stand, by the largest of them. */
export const BASELINE = 1.02;

export function drawLines(document: PDFKit.PDFDocument, lines: readonly Standing[]): void {
  let letters = 'BT';
  let rules = '';
  for (const { line, left, baseline } of lines)
    for (const piece of line) {
      letters += lettersOf(document, piece, left, baseline);
      rules += rulesOf(piece, left, baseline);
    }
  document.addContent(`${letters}\nET${rules}`);
}

/** The page's up is down: pdfkit counts from the top, so letters are turned over (ISO 32000-1, 9.4.2). */
function lettersOf(
  document: PDFKit.PDFDocument,
  { run, ink, x }: Placed,
  left: number,
  baseline: number,
): string {
  const { size, colour } = run;
  let out = `\n${operands(colour)} rg\n1 0 0 -1 ${short(left + x)} ${short(baseline)} Tm`;
  for (const { font, rise, show } of ink) {
    hold(document, font);
    const raised = rise === 0 ? '' : `${short((rise * size) / 1000)} Ts `;
    out += `\n/${font.id} ${size} Tf\n${raised}[${show}] TJ${raised && '\n0 Ts'}`;
  }
  return out;
}

/** The page lists the fonts it uses. */
function hold(document: PDFKit.PDFDocument, font: Held): void {
  const { fonts } = document.page as unknown as { fonts: Record<string, unknown> };
  fonts[font.id] ??= font.ref();
}

function rulesOf({ run, x, width }: Placed, left: number, baseline: number): string {
  const under = run.line === 'under' || run.href !== undefined;
  const through = run.line === 'through';
  if (!under && !through) return '';
  const from = left + x;
  const drawn = (depth: number): string => {
    const y = short(baseline + run.size * depth);
    return `\n${operands(run.colour)} RG 0.5 w ${short(from)} ${y} m ${short(from + width)} ${y} l S`;
  };
  return `${under ? drawn(UNDERLINE) : ''}${through ? drawn(STRIKE) : ''}`;
}

const known = new Map<string, string>();

/** `#1d1b18` as three numbers. */
function operands(colour: string): string {
  const value =
    known.get(colour) ??
    [1, 3, 5].map((at) => short(Number.parseInt(colour.slice(at, at + 2), 16) / 255)).join(' ');
  known.set(colour, value);
  return value;
}

const short = (n: number): string => String(Math.round(n * 1000) / 1000);
