// Any document in: finds out what it really is, reads it, and hands back the text as it would be stored.
import { invalid, tooLarge } from '../core/errors.js';
import { type ImportedDocument, MAX_BYTES, MAX_TEXT } from './document.js';
import { decodeText } from './encoding.js';
import { type Format, sniffFormat } from './sniff.js';

export interface DocumentInput {
  readonly bytes: Uint8Array;
  /** The file's name as it was given; only its extension is read. */
  readonly name?: string | null;
  /** The Content-Type it came with, charset and all. */
  readonly mediaType?: string | null;
  /** Where it was fetched from, or the address the editor gave. */
  readonly url?: string | null;
  /** The encoding the editor says a text is in, when we could not be sure. */
  readonly encoding?: string | null;
}

/**
 * Reads plain text, Markdown, HTML, DOCX, PDF, RTF or e-mail. Throws a `Refusal` with a sentence for the editor when it
 * cannot. Costs time and memory in proportion to hostile input: on a server, call `readDocumentInWorker`.
 */
export async function readDocument(input: DocumentInput): Promise<ImportedDocument> {
  const { bytes } = input;
  if (bytes.length === 0)
    throw invalid('The document is empty. Choose a file with text in it, or paste the text.');
  if (bytes.length > MAX_BYTES)
    throw tooLarge(
      `The document is larger than ${MAX_BYTES / (1024 * 1024)} MB, which is the limit. Import the article's text alone.`,
    );
  const document = await readAs(sniffFormat(input), input).catch(refuseEndlessNesting);
  if (document.text.trim() === '')
    throw invalid('There is no text in this document. Choose another, or paste the text.');
  if (document.text.length > MAX_TEXT)
    throw tooLarge(
      'The text of this document is longer than an article can be. Import the part that matters.',
    );
  return { ...document, url: document.url ?? input.url ?? null };
}

/** Each reader is loaded when first needed: most articles are pages, and PDF's alone takes longer to load than they do to read. */
async function readAs(format: Format, input: DocumentInput): Promise<ImportedDocument> {
  const { bytes } = input;
  switch (format) {
    case 'text':
      return (await import('./text.js')).readText(
        decodeText(bytes, [input.encoding, charsetOf(input.mediaType)]),
      );
    case 'markdown':
      return (await import('./markdown.js')).readMarkdown(
        decodeText(bytes, [input.encoding, charsetOf(input.mediaType)]),
      );
    case 'html': {
      const { declaredCharset, readHtml } = await import('./html/read-html.js');
      const declared = [input.encoding, charsetOf(input.mediaType), declaredCharset(bytes)];
      return readHtml(decodeText(bytes, declared), input.url ?? null);
    }
    case 'docx':
      return (await import('./docx/read-docx.js')).readDocx(bytes);
    case 'pdf':
      return (await import('./pdf/read-pdf.js')).readPdf(bytes);
    case 'email':
      return (await import('./email.js')).readEmail(bytes);
    case 'rtf':
      return (await import('./rtf.js')).readRtf(bytes);
  }
}

/** Where a library nests its calls as deep as the document nests its parts, the stack is the limit. */
function refuseEndlessNesting(error: unknown): never {
  if (error instanceof RangeError && /call stack/.test(error.message))
    throw invalid('This document nests its parts too deep to be read. Copy its text and paste it.');
  throw error;
}

export const charsetOf = (mediaType: string | null | undefined): string | null =>
  /;\s*charset\s*=\s*["']?([^\s"';]+)/i.exec(mediaType ?? '')?.[1] ?? null;
