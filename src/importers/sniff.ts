// What a document is, by its bytes. The name and the stated media type only decide between formats the bytes allow.
import { invalid } from '../core/errors.js';

export type Format = 'text' | 'markdown' | 'html' | 'docx' | 'pdf' | 'email' | 'rtf';

export interface Named {
  readonly bytes: Uint8Array;
  readonly name?: string | null;
  readonly mediaType?: string | null;
}

/** Files we know and do not read, with what to do instead. */
const REFUSED: readonly (readonly [magic: string, sentence: string])[] = [
  ['\x89PNG', 'This is a picture. Import the text of the article, not a photograph of it.'],
  ['\xff\xd8\xff', 'This is a picture. Import the text of the article, not a photograph of it.'],
  ['GIF8', 'This is a picture. Import the text of the article, not a photograph of it.'],
  ['II*\0', 'This is a picture. Import the text of the article, not a photograph of it.'],
  ['MM\0*', 'This is a picture. Import the text of the article, not a photograph of it.'],
  ['RIFF', 'This is a picture or a recording. Import the text of the article.'],
  ['ID3', 'This is a recording. Import a transcript of it.'],
  ['OggS', 'This is a recording. Import a transcript of it.'],
  ['\x1f\x8b', 'This file is compressed with gzip. Unpack it and import what is inside.'],
  ['BZh', 'This file is compressed with bzip2. Unpack it and import what is inside.'],
  ['\xfd7zXZ', 'This file is compressed with xz. Unpack it and import what is inside.'],
  ['7z\xbc\xaf', 'This is a 7z archive. Unpack it and import what is inside.'],
  ['Rar!', 'This is a RAR archive. Unpack it and import what is inside.'],
  ['\x7fELF', 'This is a program, not a document.'],
  ['MZ', 'This is a program, not a document.'],
  ['SQLite format 3', 'This is a database, not a document.'],
  ['wOFF', 'This is a font, not a document.'],
  ['%!PS', 'This is PostScript. Save it as PDF and import that.'],
];

const OLD_OFFICE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

export function sniffFormat(input: Named): Format {
  const head = Buffer.from(input.bytes.subarray(0, 4096)).toString('latin1');
  const format = byMagic(head, input.bytes) ?? byText(head, input);
  checkExtension(format, input.name);
  return format;
}

function byMagic(head: string, bytes: Uint8Array): Format | null {
  if (head.startsWith('PK\x03\x04')) return 'docx';
  if (head.startsWith('PK\x05\x06'))
    throw invalid('This is an empty zip file; there is nothing in it to import.');
  // PDF readers accept the header anywhere in the first kilobyte; an article about PDF has it inside a sentence.
  if (/(?:^|[\r\n\0])%PDF-\d/.test(head.slice(0, 1024))) return 'pdf';
  if (/^\s*\{\\rtf/.test(head)) return 'rtf';
  if (head.startsWith(OLD_OFFICE)) throw oldOffice(bytes);
  const refused = REFUSED.find(([magic]) => head.startsWith(magic) && !isPlainAscii(head, magic));
  if (refused) throw invalid(refused[1]);
  return null;
}

/** "MZ", "RIFF" or "BZh" can open an article; a program or a recording has zero bytes near its start. */
const isPlainAscii = (head: string, magic: string): boolean =>
  /^[\x20-\x7e]+$/.test(magic) &&
  !head.slice(0, 512).includes('\0') &&
  !/[\x80-\xff]/.test(head.slice(0, 64));

/** An encrypted Word file of today is kept in the container that the old formats used. */
function oldOffice(bytes: Uint8Array): Error {
  const holds = (name: string): boolean => Buffer.from(bytes).includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage'))
    return invalid(
      'This Word file is locked with a password. Open it in Word, save it without one, and import that.',
    );
  if (holds('WordDocument'))
    return invalid(
      'This is a Word file in the format used before 2007 (.doc). Save it as .docx and import that.',
    );
  if (holds('__properties_version1.0'))
    return invalid(
      'This is an Outlook message (.msg). Save the message as .eml, or copy its text, and import that.',
    );
  return invalid(
    'This is an office file in a format that is not read here. Save it as DOCX or PDF and import that.',
  );
}

function byText(head: string, input: Named): Format {
  const start = withoutWideBytes(head).replace(/^\s+/, '');
  if (isEmail(start, input)) return 'email';
  if (looksLikeHtml(start) || (declares(input, 'html') && /<[a-z!]/i.test(head))) return 'html';
  return declares(input, 'markdown') ? 'markdown' : 'text';
}

/** Enough to see tags in UTF-16: byte order marks and zero bytes are passed over. */
const withoutWideBytes = (head: string): string =>
  head.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').replaceAll('\0', '');

const looksLikeHtml = (start: string): boolean =>
  /^(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,400}-->\s*){0,4}<(?:!doctype\s+html|html|head|body|article|main|div|p|h[1-6]|section|table|span|meta|title)[\s>/]/i.test(
    start,
  );

const EXTENSIONS: Readonly<Record<'html' | 'markdown' | 'email', RegExp>> = {
  html: /\.(?:html?|xhtml)$/i,
  markdown: /\.(?:md|markdown|mdown|mkd)$/i,
  email: /\.(?:eml|email|mht|mhtml)$/i,
};

const MEDIA_TYPES: Readonly<Record<'html' | 'markdown' | 'email', RegExp>> = {
  html: /^\s*(?:text\/html|application\/xhtml\+xml)\b/i,
  markdown: /^\s*text\/(?:x-)?markdown\b/i,
  email: /^\s*message\/rfc822\b/i,
};

const declares = (input: Named, format: 'html' | 'markdown' | 'email'): boolean =>
  EXTENSIONS[format].test(input.name ?? '') || MEDIA_TYPES[format].test(input.mediaType ?? '');

const MAIL_HEADER =
  /^(?:from|to|cc|subject|date|message-id|received|return-path|mime-version|content-type|delivered-to|reply-to|x-[a-z-]+|dkim-signature|content-transfer-encoding|thread-index|thread-topic|references|in-reply-to|authentication-results):/gim;

/** Mail says so by its name, or opens with several of the headers every mail has. */
function isEmail(start: string, input: Named): boolean {
  const headers = start.replace(/^From [^\n]*\n/, '').split(/\r?\n\r?\n/)[0]!;
  if (!/^[!-9;-~]+:/.test(headers)) return false;
  const named = new Set([...headers.matchAll(MAIL_HEADER)].map((match) => match[0].toLowerCase()));
  if (declares(input, 'email')) return named.size >= 1;
  return (
    named.has('from:') && (named.has('message-id:') || named.has('mime-version:') || named.has('received:'))
  );
}

const BINARY_EXTENSIONS: Readonly<Record<string, Format>> = {
  docx: 'docx',
  docm: 'docx',
  pdf: 'pdf',
  rtf: 'rtf',
};

/** A name that promises a format the bytes are not in is refused: the editor picked the wrong file, or it is damaged. */
function checkExtension(format: Format, name: string | null | undefined): void {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(name ?? '')?.[1]?.toLowerCase();
  if (extension === undefined) return;
  const promised = BINARY_EXTENSIONS[extension];
  const holds = { docx: 'a zip or Word file', pdf: 'a PDF', rtf: 'RTF' } as const;
  if (promised !== undefined && promised !== format)
    throw invalid(
      `The file's name ends in .${extension}, but it does not hold ${holds[promised as keyof typeof holds]}. Check that it is the right file and not damaged.`,
    );
  if (
    promised === undefined &&
    format in holds &&
    /^(?:txt|text|md|markdown|html?|eml|csv|json)$/.test(extension)
  )
    throw invalid(
      `The file's name ends in .${extension}, but it holds ${holds[format as keyof typeof holds]}. Rename it to what it is and import it again.`,
    );
}
