// PDF with a text layer. Reads text and its place only: no scripts, forms, fonts or pictures. A file of pictures is refused.
import { getDocumentProxy } from 'unpdf';
import { invalid, Refusal } from '../../core/errors.js';
import {
  assembleDocument,
  type ImportedDocument,
  type Metadata,
  NO_METADATA,
  type Piece,
} from '../document.js';
import { languageCode } from '../html/page-metadata.js';
import { edgeLines } from './page-edges.js';
import { linesOfPage, type PdfLine, type TextBit } from './page-lines.js';
import { paragraphsOf } from './paragraphs.js';

const MAX_PAGES = 500;

/** Fewer characters than this on an average page are stamps and page numbers over a picture of the text. */
const FEWEST_CHARACTERS = 20;

export async function readPdf(bytes: Uint8Array): Promise<ImportedDocument> {
  try {
    return await readPages(bytes);
  } catch (error) {
    throw error instanceof Refusal ? error : refusalFor(error);
  }
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

async function readPages(bytes: Uint8Array): Promise<ImportedDocument> {
  // pdf.js takes the buffer it is given for its own, and refuses a `Buffer`.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), {
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    stopAtErrors: false,
    maxImageSize: 1,
    verbosity: 0,
  });
  try {
    if (pdf.numPages > MAX_PAGES)
      throw invalid(
        `This PDF has ${pdf.numPages} pages; the limit is ${MAX_PAGES}. Import the pages that matter.`,
      );
    const pages: PdfLine[][] = [];
    for (let page = 1; page <= pdf.numPages; page++) pages.push(await readPage(pdf, page));
    refuseUnreadable(pages);
    return assembleDocument({
      ...bodyOf(pages),
      metadata: await metadataOf(pdf),
      mediaType: 'application/pdf',
      encoding: null,
    });
  } finally {
    await pdf.destroy();
  }
}

async function readPage(pdf: Pdf, number: number): Promise<PdfLine[]> {
  const page = await pdf.getPage(number);
  const content = await page.getTextContent({ includeMarkedContent: false });
  page.cleanup();
  const bits = (content.items as readonly object[]).filter((item): item is TextBit => 'str' in item);
  return linesOfPage(bits, number);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: what fonts without a character table leave behind
const UNREADABLE = /[\u0000-\u0008\u000E-\u001F\uE000-\uF8FF\uFFFD]/g;

function refuseUnreadable(pages: readonly (readonly PdfLine[])[]): void {
  const text = pages
    .flat()
    .map((line) => line.text)
    .join('');
  if (text.length < FEWEST_CHARACTERS * pages.length)
    throw invalid(
      'This PDF holds pictures of its pages and no text. Run it through text recognition (OCR), or paste the text.',
    );
  const lost = text.match(UNREADABLE)?.length ?? 0;
  if (lost > text.length * 0.05)
    throw invalid(
      'The text of this PDF is stored without saying which letters it is. Open it, copy the text, and paste it here.',
    );
}

function bodyOf(pages: readonly (readonly PdfLine[])[]): { pieces: Piece[]; warnings: string[] } {
  const aside = edgeLines(pages);
  const lines = pages.flat();
  const { paragraphs, doubtfulHyphens } = paragraphsOf(lines.filter((line) => !aside.has(line)));
  const pieces: Piece[] = paragraphs.map(({ text, kind, from }) => ({
    text: clean(text),
    kind,
    setAside: false,
    from,
  }));
  const edges = lines.filter((line) => aside.has(line));
  // Headers and footers follow the text: between its pages they would cut paragraphs in two.
  for (const { text, page, number } of edges)
    pieces.push({
      text: clean(text),
      kind: 'furniture',
      setAside: true,
      from: `page ${page}, line ${number}`,
    });
  const warnings: string[] = [];
  if (edges.length > 0) warnings.push('Page headers, footers and page numbers were set aside at the end.');
  if (doubtfulHyphens > 0)
    warnings.push(
      doubtfulHyphens === 1
        ? 'One word broken at the end of a line keeps its hyphen; check it against the original.'
        : `${doubtfulHyphens} words broken at the end of a line keep their hyphens; check them against the original.`,
    );
  return { pieces, warnings };
}

const clean = (text: string): string => text.replace(UNREADABLE, '\uFFFD').replaceAll('\u00AD', '');

async function metadataOf(pdf: Pdf): Promise<Metadata> {
  const { info } = (await pdf.getMetadata()) as { info: Readonly<Record<string, unknown>> };
  const title = typeof info.Title === 'string' ? info.Title.trim() : '';
  const isWritten =
    title !== '' && !/^(?:microsoft word|untitled|document\d*)|\.(?:docx?|pdf|indd|odt|tex)$/i.test(title);
  return {
    ...NO_METADATA,
    title: isWritten ? title.slice(0, 500) : null,
    language: typeof info.Language === 'string' ? languageCode(info.Language) : null,
  };
}

function refusalFor(error: unknown): Refusal {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException')
    return invalid('This PDF is locked with a password. Save an unlocked copy and import that.');
  return invalid(
    'This PDF is damaged or incomplete and could not be read. Fetch it again, or paste its text.',
  );
}
