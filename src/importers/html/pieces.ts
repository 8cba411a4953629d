// From stretches of a page to pieces of a document: what is the article, what is set aside, and what each piece is.
import type { Piece } from '../document.js';
import type { FlowBlock, PageFlow, Table } from './flow.js';

/** `kept` are the marks of what Readability kept; null keeps all that stands outside menus and forms. */
export function piecesOfPage(
  flow: PageFlow,
  kept: ReadonlySet<number> | null,
  title: string | null,
): readonly Piece[] {
  const { blocks } = flow;
  const isKept = blocks.map((block) => (kept === null ? !block.place.furniture : mostlyIn(block, kept)));
  const headline = findHeadline(blocks, isKept, title);
  const firstKept = isKept.indexOf(true);
  const pieces: Piece[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]!;
    const tableEnd = endOfTable(blocks, at);
    if (tableEnd > at) {
      pieces.push(tablePiece(blocks.slice(at, tableEnd), isKept[at]!));
      at = tableEnd - 1;
    } else if (at === headline) pieces.push(piece(block, 'headline', false));
    else if (isKept[at]) pieces.push(keptPiece(block));
    else pieces.push(setAsidePiece(block, at < firstKept && at > headline - 6));
  }
  return pieces;
}

function mostlyIn(block: FlowBlock, kept: ReadonlySet<number>): boolean {
  let inside = 0;
  let all = 0;
  for (const [owner, characters] of block.owners) {
    all += characters;
    if (kept.has(owner)) inside += characters;
  }
  return inside * 2 >= all;
}

/** The heading that says the title; Readability takes it out of the body because it shows it elsewhere. */
function findHeadline(
  blocks: readonly FlowBlock[],
  isKept: readonly boolean[],
  title: string | null,
): number {
  const headings = blocks
    .map((block, at) => ({ block, at }))
    .filter(({ block }) => block.place.heading && !block.place.comment);
  if (title !== null) {
    const wanted = letters(title);
    const says = headings.filter(({ block }) => isSameTitle(letters(block.text), wanted));
    const same = says.find(({ block }) => block.tag === 'h1') ?? says[0];
    if (same) return same.at;
  }
  const firstKept = isKept.indexOf(true);
  const above = headings.filter(({ block, at }) => block.tag === 'h1' && (at <= firstKept || isKept[at]));
  return above[0]?.at ?? -1;
}

const letters = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const isSameTitle = (heading: string, title: string): boolean =>
  heading === title ||
  (heading.length >= 15 && title.includes(heading)) ||
  (title.length >= 15 && heading.includes(title));

function keptPiece(block: FlowBlock): Piece {
  const { place, tag, text } = block;
  if (place.caption && text.length < 600) return piece(block, 'caption', true);
  if (place.heading) return piece(block, 'subheading', false);
  if (place.byline && isNameLine(text)) return piece(block, 'byline', true);
  if (place.listItem) return piece(block, 'list_item', false);
  if (place.quote) return piece(block, 'block_quote', false);
  return piece(block, tag === 'dt' ? 'subheading' : 'paragraph', false);
}

function setAsidePiece(block: FlowBlock, nearHeadline: boolean): Piece {
  const { place, text } = block;
  if (place.comment) return piece(block, 'comment', true);
  if (place.caption) return piece(block, 'caption', true);
  if (nearHeadline && !place.furniture && isNameLine(text) && (place.byline || /^by\s+\p{Lu}/iu.test(text)))
    return piece(block, 'byline', true);
  if (nearHeadline && place.time) return piece(block, 'dateline', true);
  return piece(block, 'furniture', true);
}

const isNameLine = (text: string): boolean =>
  text.length <= 120 && !/[.!?]["”’]?$/.test(text.replace(/\b\p{Lu}\.$/u, ''));

const piece = (block: FlowBlock, kind: Piece['kind'], setAside: boolean): Piece => ({
  text: block.text,
  kind,
  setAside,
  from: block.path,
});

/** The index after the last cell of the data table that starts at `at`; `at` itself when none does. */
function endOfTable(blocks: readonly FlowBlock[], at: number): number {
  const { table } = blocks[at]!.place;
  if (table === null || table.isLayout) return at;
  let end = at + 1;
  while (end < blocks.length && isIn(blocks[end]!, table)) end++;
  return end;
}

const isIn = (block: FlowBlock, table: Table): boolean => block.place.table === table;

/** A row a line, cells parted by tabs. */
function tablePiece(cells: readonly FlowBlock[], kept: boolean): Piece {
  let text = '';
  let before: FlowBlock | null = null;
  for (const cell of cells) {
    if (before !== null) text += cell.row !== before.row ? '\n' : cell.cell !== before.cell ? '\t' : ' ';
    text += cell.text.replace(/\s+/g, ' ');
    before = cell;
  }
  return { text, kind: kept ? 'table' : 'furniture', setAside: true, from: cells[0]!.path };
}
