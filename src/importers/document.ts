// A document as an importer read it: the text as it would be stored, what each stretch is, and what was found beside it.
import type { Block, BlockKind } from '../core/article.js';
import { findCredit } from '../core/blocks/credit.js';
import { findBlocks } from '../core/blocks/find-blocks.js';

/** The most bytes a document may have, as it came in. */
export const MAX_BYTES = 10 * 1024 * 1024;

/** The most UTF-16 units of text one article may hold, whatever it was unpacked from. */
export const MAX_TEXT = 10 * 1024 * 1024;

export interface Trace {
  /** Index into `blocks`. */
  readonly block: number;
  /** Where in the original: `line 12`, `paragraph 3`, `page 2, line 7`, or an element path as CSS would write it. */
  readonly from: string;
}

/** What a document says about itself. Null where it does not say. */
export interface Metadata {
  readonly title: string | null;
  readonly byline: string | null;
  readonly publisher: string | null;
  /** `YYYY-MM-DD`, the day as the publisher wrote it; no time zone is reckoned. */
  readonly publishedOn: string | null;
  /** ISO 639 code, lower case. */
  readonly language: string | null;
  readonly url: string | null;
  readonly section: string | null;
}

export const NO_METADATA: Metadata = {
  title: null,
  byline: null,
  publisher: null,
  publishedOn: null,
  language: null,
  url: null,
  section: null,
};

export interface ImportedDocument extends Metadata {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** What the bytes were found to be, whatever their name said. */
  readonly mediaType: string;
  /** WHATWG name of the encoding the text was decoded from; null where the format fixes it. */
  readonly encoding: string | null;
  /** Sentences for the editor: what was left out, converted or doubted. */
  readonly warnings: readonly string[];
  readonly trace: readonly Trace[];
}

/** A stretch of a structured document, in document order, before the text is put together. */
export interface Piece {
  readonly text: string;
  readonly kind: BlockKind;
  readonly setAside: boolean;
  readonly from: string;
}

export interface Reading {
  readonly pieces: readonly Piece[];
  readonly metadata: Metadata;
  readonly mediaType: string;
  readonly encoding: string | null;
  readonly warnings: readonly string[];
}

/**
 * Puts pieces together into one text: a blank line between blocks, a line break between items of a list. What a format
 * calls a plain paragraph is then read as plain text is (`findBlocks`), so that a credit line or "Read more:" inside the
 * body is set aside whatever format it came in.
 */
export function assembleDocument(reading: Reading): ImportedDocument {
  const pieces = reading.pieces.filter((piece) => piece.text.trim() !== '');
  const { text, placed } = joinPieces(pieces);
  const plain = readKeptAsPlain(placed);
  const hasHeadline = pieces.some(({ kind }) => kind === 'headline');
  const isWeb = reading.mediaType === 'text/html';
  const blocks: Block[] = [];
  const trace: Trace[] = [];
  for (const place of placed) {
    for (const block of refined(place, plain.get(place) ?? [], hasHeadline, isWeb)) {
      trace.push({ block: blocks.length, from: place.piece.from });
      blocks.push(block);
    }
  }
  return {
    ...metadataFromBlocks(reading.metadata, text, blocks),
    text,
    blocks,
    mediaType: reading.mediaType,
    encoding: reading.encoding,
    warnings: reading.warnings,
    trace,
  };
}

interface Placed {
  readonly piece: Piece;
  readonly start: number;
  readonly end: number;
}

function joinPieces(pieces: readonly Piece[]): { text: string; placed: Placed[] } {
  const parts: string[] = [];
  const placed: Placed[] = [];
  let length = 0;
  let before: Piece | null = null;
  for (const piece of pieces) {
    const words = piece.text.trim();
    const gap = before === null ? '' : isListRun(before, piece) ? '\n' : '\n\n';
    parts.push(gap, words);
    placed.push({ piece, start: length + gap.length, end: length + gap.length + words.length });
    length += gap.length + words.length;
    before = piece;
  }
  return { text: parts.join(''), placed };
}

const isListRun = (before: Piece, after: Piece): boolean =>
  before.kind === 'list_item' && after.kind === 'list_item' && before.setAside === after.setAside;

/** What plain-text reading makes of the pieces that were kept, alone: menus around a story would only mislead it. */
function readKeptAsPlain(placed: readonly Placed[]): Map<Placed, Block[]> {
  const kept = placed.filter(({ piece }) => !piece.setAside);
  const { text, placed: moved } = joinPieces(kept.map(({ piece }) => piece));
  const plain = findBlocks(text);
  const byPlace = new Map<Placed, Block[]>();
  let next = 0;
  for (const [at, { start, end }] of moved.entries()) {
    const within: Block[] = [];
    while (next < plain.length && plain[next]!.start < end) within.push(plain[next++]!);
    if (within[0]?.start !== start || within.at(-1)!.end !== end) continue;
    const shift = kept[at]!.start - start;
    byPlace.set(
      kept[at]!,
      within.map((block) => ({ ...block, start: block.start + shift, end: block.end + shift })),
    );
  }
  return byPlace;
}

/**
 * A paragraph that the format kept takes the plain-text reading; anything the format itself named keeps its name, but for
 * headings on the web that are of no part of the story: "Comments (3)", "Related stories", "Subscribe to read on".
 */
function refined(
  { piece, start, end }: Placed,
  plain: readonly Block[],
  hasHeadline: boolean,
  isWeb: boolean,
): readonly Block[] {
  if (isWeb && piece.kind === 'subheading' && plain[0]?.kind === 'furniture' && /\S\s+\S/.test(piece.text))
    return plain;
  if (piece.kind !== 'paragraph' || piece.setAside || plain.length === 0)
    return [{ start, end, kind: piece.kind, setAside: piece.setAside }];
  return plain.map((block) =>
    block.kind === 'headline' && hasHeadline ? { ...block, kind: 'paragraph' } : block,
  );
}

const BY = /^(?:(?:reporting|written|words) )?by:?\s+/i;
/** Who else had a hand in it, and whose own words those of a byline are not. */
const HELPED = /^[([]?(?:(?:additional|further|extra) report|edit)(?:ing|ed)\b/i;

/** What the document does not say about itself, its own first lines may: a headline, a byline, a credit. */
export function metadataFromBlocks(found: Metadata, text: string, blocks: readonly Block[]): Metadata {
  const first = (kind: BlockKind): string | null => {
    const block = blocks.find(
      (candidate) => candidate.kind === kind && !HELPED.test(text.slice(candidate.start, candidate.end)),
    );
    return block === undefined ? null : text.slice(block.start, block.end).replace(/\s+/g, ' ').trim();
  };
  return {
    ...found,
    title: found.title ?? first('headline'),
    byline: found.byline ?? first('byline')?.replace(BY, '') ?? null,
    publisher: found.publisher ?? findCredit(text, blocks),
  };
}
