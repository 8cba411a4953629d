// Markdown: the text kept is the text as read, without the signs that mark headings, lists and emphasis, so that no
// asterisk ends up inside anybody's words. Each block says on which line of the file it starts.
import { Lexer, Parser, type Token, Tokenizer, type Tokens } from 'marked';
import {
  assembleDocument,
  type ImportedDocument,
  type Metadata,
  NO_METADATA,
  type Piece,
} from './document.js';
import type { DecodedText } from './encoding.js';
import { languageCode } from './html/page-metadata.js';
import { piecesOfFragment } from './html/read-html.js';
import { publicationDay } from './publication-day.js';
import { readText } from './text.js';

/** Nobody writes such a line as Markdown. */
const LONGEST_LINE = 100_000;
/** What a line takes to untangle grows with the square of its length. All long lines together may be this. */
const LONG_LINE = 500;
const MOST_WORK = 2e9;

export function readMarkdown(decoded: DecodedText): ImportedDocument {
  if (hasEndlessLine(decoded.text)) {
    const plain = readText(decoded);
    const warning = 'The lines of this file are too long to be Markdown; it was read as plain text.';
    return { ...plain, warnings: [...plain.warnings, warning] };
  }
  const { front, body, firstLine } = splitFrontMatter(decoded.text);
  return assembleDocument({
    pieces: oneHeadline(piecesOf(Lexer.lex(body, { gfm: true, tokenizer: new Definitions() }), firstLine)),
    metadata: metadataOf(front),
    mediaType: 'text/markdown',
    encoding: decoded.encoding,
    warnings: decoded.warnings,
  });
}

function hasEndlessLine(text: string): boolean {
  let work = 0;
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const length = end - start;
    if (length > LONG_LINE) work += length ** 2;
    if (length > LONGEST_LINE || work > MOST_WORK) return true;
    start = end + 1;
  }
  return false;
}

const ADDRESS = /^(?:<|[a-z][a-z0-9+.-]*:|[./#])|\.[a-z]{2,}(?:[/?#]|$)/i;

/**
 * "[1]: https://example.org" says where a link leads. "[Robin]: No." is somebody's words, and so is what names a link a
 * second time: Markdown would drop both.
 */
class Definitions extends Tokenizer {
  override def(source: string): Tokens.Def | undefined {
    const found = super.def(source);
    const isKnown = found !== undefined && this.lexer.tokens.links[found.tag] !== undefined;
    return found && ADDRESS.test(found.href) && !isKnown ? found : undefined;
  }
}

function piecesOf(tokens: readonly Token[], firstLine: number): Piece[] {
  const pieces: Piece[] = [];
  let line = firstLine;
  for (const token of tokens) {
    if (token.type === 'def')
      pieces.push({ text: token.raw, kind: 'furniture', setAside: true, from: `line ${line}` });
    else if (token.type === 'list') pieces.push(...listPieces(token as Tokens.List, line));
    else pieces.push(...at(line, piecesOfFragment(Parser.parse([token]))));
    line += lineBreaks(token.raw);
  }
  return pieces;
}

function listPieces(list: Tokens.List, firstLine: number): Piece[] {
  let line = firstLine;
  return list.items.flatMap((item) => {
    const from = line;
    line += lineBreaks(item.raw);
    return at(from, piecesOfFragment(`<ul><li>${Parser.parse(item.tokens)}</li></ul>`));
  });
}

const at = (line: number, pieces: readonly Piece[]): Piece[] =>
  pieces.map((piece) => ({ ...piece, from: `line ${line}` }));

const lineBreaks = (raw: string): number => raw.split('\n').length - 1;

function oneHeadline(pieces: readonly Piece[]): Piece[] {
  const first = pieces.findIndex(({ kind }) => kind === 'headline');
  return pieces.map((piece, i) =>
    piece.kind === 'headline' && i !== first ? { ...piece, kind: 'subheading' } : piece,
  );
}

/** `key: value` lines between two lines of dashes at the top, as static site generators have them. */
function splitFrontMatter(text: string): {
  front: ReadonlyMap<string, string>;
  body: string;
  firstLine: number;
} {
  const front = new Map<string, string>();
  const unified = text.replaceAll('\r\n', '\n');
  const end = unified.startsWith('---\n') ? unified.indexOf('\n---\n', 3) : -1;
  if (end < 0 || end > 10_000) return { front, body: unified, firstLine: 1 };
  for (const line of unified.slice(4, end).split('\n')) {
    const colon = line.indexOf(':');
    const value = line
      .slice(colon + 1)
      .trim()
      .replace(/^(["'])(.*)\1$/, '$2');
    if (colon > 0 && value !== '') front.set(line.slice(0, colon).trim().toLowerCase(), value);
  }
  const body = unified.slice(end + 5);
  return { front, body, firstLine: lineBreaks(unified.slice(0, end + 5)) + 1 };
}

function metadataOf(front: ReadonlyMap<string, string>): Metadata {
  const first = (...keys: string[]): string | null =>
    keys.map((key) => front.get(key)).find((value) => value) ?? null;
  const date = first('date', 'published', 'published_on', 'publishdate');
  return {
    ...NO_METADATA,
    title: first('title'),
    byline: first('author', 'authors', 'byline'),
    publisher: first('publisher', 'source'),
    publishedOn: date === null ? null : publicationDay(date),
    language: languageCode(first('lang', 'language')),
    url: first('url', 'canonical', 'link'),
    section: first('section', 'category'),
  };
}
