// From the lines of a PDF to its paragraphs. A word broken at the end of a line is mended only when the rest of the
// document shows how it is written.
import type { BlockKind } from '../../core/article.js';
import type { PdfLine } from './page-lines.js';

export interface PdfParagraph {
  readonly text: string;
  readonly kind: BlockKind;
  readonly from: string;
}

export interface PdfBody {
  readonly paragraphs: readonly PdfParagraph[];
  /** Words left with the hyphen they had at the end of a line. */
  readonly doubtfulHyphens: number;
}

export function paragraphsOf(lines: readonly PdfLine[]): PdfBody {
  const bodySize = commonest(lines.map(({ size, text }) => [Math.round(size * 2) / 2, text.length]));
  const leading = commonest(leadings(lines, bodySize));
  const words = wordsIn(lines);
  let doubtfulHyphens = 0;
  const groups = groupLines(lines, leading);
  const largest = Math.max(bodySize, ...groups.slice(0, 12).map(([first]) => first!.size));
  let headlineTaken = false;
  const paragraphs = groups.map((group): PdfParagraph => {
    const { text, doubtful } = joinLines(group, words);
    doubtfulHyphens += doubtful;
    const first = group[0]!;
    const kind = kindOf(
      text,
      first.size,
      bodySize,
      !headlineTaken && largest > bodySize * 1.15 && first.size === largest,
    );
    if (kind === 'headline') headlineTaken = true;
    return { text, kind, from: `page ${first.page}, line ${first.number}` };
  });
  return { paragraphs, doubtfulHyphens };
}

function kindOf(text: string, size: number, bodySize: number, canBeHeadline: boolean): BlockKind {
  if (/^[•▪●◦‣·]\s?\S/.test(text)) return 'list_item';
  if (size > bodySize * 1.12 && text.length < 300) return canBeHeadline ? 'headline' : 'subheading';
  return 'paragraph';
}

/** The value with the most weight behind it. */
function commonest(weighted: readonly (readonly [value: number, weight: number])[]): number {
  const weights = new Map<number, number>();
  for (const [value, weight] of weighted) weights.set(value, (weights.get(value) ?? 0) + weight);
  let best = 0;
  let most = 0;
  for (const [value, weight] of weights) if (weight > most) [best, most] = [value, weight];
  return best;
}

const leadings = (lines: readonly PdfLine[], bodySize: number): (readonly [number, number])[] =>
  lines.flatMap((line, at) => {
    const gap = at === 0 ? 0 : lines[at - 1]!.y - line.y;
    return gap > 0 && gap < bodySize * 4 ? [[Math.round(gap * 2) / 2, 1] as const] : [];
  });

function groupLines(lines: readonly PdfLine[], leading: number): PdfLine[][] {
  const groups: PdfLine[][] = [];
  const columns = columnEdges(lines);
  for (const line of lines) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group && before && goesOn(before, line, leading, columns, group.length)) group.push(line);
    else groups.push([line]);
  }
  return groups;
}

/** How far lines reach to the right, by page and by where they start: the width a full line has there. */
type Columns = ReadonlyMap<string, number>;

/** Lines that start this close to each other are in one column; a list stands further in by a few of these. */
const STEP = 20;
const INDENT_STEPS = 3;

const columnKey = (page: number, step: number): string => `${page} ${step}`;

function columnEdges(lines: readonly PdfLine[]): Columns {
  const edges = new Map<string, number>();
  for (const { page, left, right } of lines) {
    const key = columnKey(page, Math.round(left / STEP));
    edges.set(key, Math.max(edges.get(key) ?? 0, right));
  }
  return edges;
}

function reachOf(line: PdfLine, columns: Columns): number {
  const step = Math.round(line.left / STEP);
  let reach = line.right;
  for (let back = 0; back <= INDENT_STEPS; back++)
    reach = Math.max(reach, columns.get(columnKey(line.page, step - back)) ?? 0);
  return reach;
}

const ENDS_SENTENCE = /[.!?…:]["'”’»)\]]{0,3}$/;

function goesOn(
  before: PdfLine,
  line: PdfLine,
  leading: number,
  columns: Columns,
  linesSoFar: number,
): boolean {
  if (Math.abs(line.size - before.size) > before.size * 0.08) return false;
  if (/^[•▪●◦‣·]\s?\S/.test(line.text)) return false;
  const gap = before.y - line.y;
  const jumped = line.page !== before.page || gap < 0 || Math.abs(line.left - before.left) > 80;
  if (jumped) return !ENDS_SENTENCE.test(before.text) && /^[\p{Ll}\p{N}(“"‘]/u.test(line.text);
  if (gap > Math.max(leading * 1.35, line.size > leading ? line.size * 1.6 : 0)) return false;
  const isIndented = line.left - before.left > line.size * 0.7;
  if (isIndented && (linesSoFar > 1 || ENDS_SENTENCE.test(before.text))) return false;
  const isShort = before.right < before.left + (reachOf(before, columns) - before.left) * 0.8;
  return !(isShort && ENDS_SENTENCE.test(before.text));
}

/** Every word of the document that stands whole on a line, hyphens and all. */
function wordsIn(lines: readonly PdfLine[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { text } of lines)
    for (const match of text.matchAll(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*(?!-?$)/gu))
      words.add(match[0].toLowerCase());
  return words;
}

function joinLines(
  lines: readonly PdfLine[],
  words: ReadonlySet<string>,
): { text: string; doubtful: number } {
  let text = lines[0]!.text;
  let doubtful = 0;
  for (const { text: next } of lines.slice(1)) {
    const broken = /([\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*)([-\u00AD\u2010])$/u.exec(text);
    const rest = /^\p{Ll}[\p{L}\p{M}]*/u.exec(next);
    if (broken === null || rest === null) {
      text += ` ${next}`;
      continue;
    }
    const [, start, hyphen] = broken as unknown as [string, string, string];
    const whole = words.has((start + rest[0]).toLowerCase());
    const hyphened = words.has(`${start}-${rest[0]}`.toLowerCase());
    if (hyphen === '\u00AD' || (whole && !hyphened)) text = text.slice(0, -1) + next;
    else {
      if (!hyphened) doubtful++;
      text += next;
    }
  }
  return { text, doubtful };
}
