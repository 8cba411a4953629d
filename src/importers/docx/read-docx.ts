// Word files (.docx): headings, paragraphs, lists and quotations from their styles; tables, notes and page headers set aside.
import { invalid } from '../../core/errors.js';
import {
  assembleDocument,
  type ImportedDocument,
  type Metadata,
  NO_METADATA,
  type Piece,
} from '../document.js';
import { languageCode } from '../html/page-metadata.js';
import { type Archive, openZip, type ZipLimits } from '../zip.js';
import { readXml } from './ooxml.js';
import { type DocxParagraph, type DocxPart, readParagraphs } from './paragraphs.js';
import { readStyles } from './styles.js';

const MEGABYTE = 1024 * 1024;

/** A Word file of 10 MB is nearly all pictures, which are never unpacked; its text parts fit in these many times over. */
const LIMITS: ZipLimits = {
  entries: 5_000,
  entryBytes: 100 * MEGABYTE,
  totalBytes: 300 * MEGABYTE,
  ratio: 200,
};
const LARGEST_PART = 40 * MEGABYTE;

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export async function readDocx(bytes: Uint8Array): Promise<ImportedDocument> {
  const archive = await openZip(bytes, LIMITS);
  try {
    return await readParts(archive);
  } finally {
    archive.close();
  }
}

async function readParts(archive: Archive): Promise<ImportedDocument> {
  const main = await mainPartOf(archive);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const styles = readStyles(await partBytes(archive, `${folder}styles.xml`));
  const read = async (name: string): Promise<DocxPart | null> => {
    const bytes = await partBytes(archive, name);
    return bytes === null ? null : readParagraphs(bytes, styles);
  };
  const body = (await read(main))!;
  const notes = [await read(`${folder}footnotes.xml`), await read(`${folder}endnotes.xml`)];
  const headers = archive.entries.filter(
    ({ name }) => name.startsWith(folder) && /^(?:header|footer)\d*\.xml$/.test(name.slice(folder.length)),
  );
  const edges: DocxPart[] = [];
  for (const { name } of headers) edges.push((await read(name))!);
  return assembleDocument({
    pieces: [
      ...edgePieces(edges),
      ...bodyPieces(body),
      ...notes.flatMap((part, at) => notePieces(part, at === 0 ? 'footnote' : 'endnote')),
    ],
    metadata: metadataOf(await partBytes(archive, 'docProps/core.xml')),
    mediaType: MEDIA_TYPE,
    encoding: null,
    warnings: warningsOf(body, archive),
  });
}

async function partBytes(archive: Archive, name: string): Promise<Uint8Array | null> {
  const entry = archive.entries.find((one) => one.name.replace(/^\//, '') === name);
  if (entry === undefined) return null;
  if (entry.size > LARGEST_PART)
    throw invalid('The text of this Word file is larger than can be read. Import the part that matters.');
  return entry.bytes();
}

/** The main part is wherever the package says it is; nearly always `word/document.xml`. */
async function mainPartOf(archive: Archive): Promise<string> {
  const relations = await partBytes(archive, '_rels/.rels');
  let target: string | null = null;
  if (relations !== null)
    readXml(relations, {
      open({ name, attributes }) {
        if (name === 'other:Relationship' && /\/officeDocument$/.test(attributes.Type ?? ''))
          target ??= attributes.Target ?? null;
      },
      close() {},
    });
  const main = ((target as string | null) ?? 'word/document.xml').replace(/^\//, '');
  const holds = (start: string): boolean => archive.entries.some(({ name }) => name.startsWith(start));
  if (holds(main) && !holds('xl/') && !holds('ppt/')) return main;
  throw notWord(holds);
}

function notWord(holds: (start: string) => boolean): Error {
  if (holds('xl/')) return invalid('This is a spreadsheet. Import the text of the article, or paste it.');
  if (holds('ppt/')) return invalid('This is a presentation. Import the text of the article, or paste it.');
  if (holds('mimetype'))
    return invalid(
      'This is an OpenDocument or EPUB file, which is not read here. Save it as DOCX or PDF and import that.',
    );
  return invalid(
    'This is a zip file, not a Word file. Unpack it and import the documents in it, or import them all with `whosaid import`.',
  );
}

function edgePieces(parts: readonly DocxPart[]): Piece[] {
  const texts = new Set(
    parts.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)).filter((text) => text !== ''),
  );
  return [...texts].map((text) => ({
    text,
    kind: 'furniture',
    setAside: true,
    from: 'page header or footer',
  }));
}

function bodyPieces({ paragraphs }: DocxPart): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < paragraphs.length; at++) {
    const paragraph = paragraphs[at]!;
    const from = `paragraph ${at + 1}`;
    if (paragraph.table === null) {
      pieces.push({ text: paragraph.text, kind: paragraph.kind, setAside: isAside(paragraph), from });
      continue;
    }
    let end = at + 1;
    while (paragraphs[end]?.table === paragraph.table) end++;
    pieces.push(...tablePieces(paragraphs.slice(at, end), at));
    at = end - 1;
  }
  return pieces;
}

const isAside = ({ kind }: DocxParagraph): boolean => kind === 'caption' || kind === 'furniture';

/** A "table" of one cell is a box around running text; any other is set aside, a row a line. */
function tablePieces(cells: readonly DocxParagraph[], first: number): Piece[] {
  const isBox = cells.every(({ row, cell }) => row === 1 && cell === 1);
  if (isBox)
    return cells.map((one, at) => ({
      text: one.text,
      kind: one.kind,
      setAside: isAside(one),
      from: `paragraph ${first + at + 1}`,
    }));
  let text = '';
  let before: DocxParagraph | null = null;
  for (const one of cells) {
    if (before !== null) text += one.row !== before.row ? '\n' : one.cell !== before.cell ? '\t' : ' ';
    text += one.text.replace(/\s+/g, ' ');
    before = one;
  }
  return [{ text, kind: 'table', setAside: true, from: `paragraph ${first + 1}` }];
}

const notePieces = (part: DocxPart | null, word: string): Piece[] =>
  (part?.paragraphs ?? []).map(({ text, note }) => ({
    text,
    kind: 'comment',
    setAside: true,
    from: `${word} ${note ?? ''}`.trim(),
  }));

function warningsOf(body: DocxPart, archive: Archive): string[] {
  const warnings: string[] = [];
  const say = (count: number, one: string, many: string): void => {
    if (count > 0) warnings.push(count === 1 ? one : `${count} ${many}`);
  };
  say(
    body.deletions,
    'One tracked deletion was left out of the text.',
    'tracked deletions were left out of the text.',
  );
  say(body.insertions, 'One tracked insertion was kept as text.', 'tracked insertions were kept as text.');
  say(
    body.hiddenRuns,
    'One passage formatted as hidden was left out.',
    'passages formatted as hidden were left out.',
  );
  say(body.comments, 'One margin comment was left out.', 'margin comments were left out.');
  if (archive.entries.some(({ name }) => /vbaProject\.bin$/.test(name)))
    warnings.push('The file holds macros; they were not run.');
  return warnings;
}

/** Word puts the name of the template or the first line here; it is a title only when somebody wrote one. */
function metadataOf(core: Uint8Array | null): Metadata {
  if (core === null) return NO_METADATA;
  const found = new Map<string, string>();
  let reading: string | null = null;
  readXml(core, {
    open: ({ name }) => {
      reading = name.replace('other:', '');
    },
    text: (text) => {
      if (reading !== null) found.set(reading, (found.get(reading) ?? '') + text);
    },
    close: () => {
      reading = null;
    },
  });
  const title = found.get('title')?.trim() ?? '';
  const isWritten =
    title !== '' && !/^(?:microsoft word|document\d*|untitled|word document)|\.docx?$/i.test(title);
  return {
    ...NO_METADATA,
    title: isWritten ? title.slice(0, 500) : null,
    language: languageCode(found.get('language')),
  };
}
