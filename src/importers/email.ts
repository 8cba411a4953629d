// E-mail (.eml) and pages saved as one file (.mht, which is mail to its readers): the message's own words are the text,
// what it quotes of an earlier one is set aside.
import iconv from 'iconv-lite';
import PostalMime, { type Email } from 'postal-mime';
import type { Block } from '../core/article.js';
import { invalid, Refusal } from '../core/errors.js';
import type { ImportedDocument, Metadata } from './document.js';
import { type DecodedText, decodeText } from './encoding.js';
import { readHtml } from './html/read-html.js';
import { publicationDay } from './publication-day.js';
import { forwardedHead, quotedSpans } from './quoted-reply.js';
import { safeName } from './safe-name.js';
import { readText } from './text.js';

export async function readEmail(bytes: Uint8Array): Promise<ImportedDocument> {
  const { mail: asDeclared, warnings: decoding } = await inSomeEncoding(fromMailbox(bytes));
  const isFalse = [asDeclared.text, asDeclared.html].some(isFalselyWide);
  const mail = isFalse ? await parsed(withoutWideCharsets(bytes)) : asDeclared;
  const page = header(mail, 'snapshot-content-location');
  if (page !== null && mail.html)
    return { ...readHtml(asDecoded(mail.html), page, 'page'), mediaType: 'multipart/related' };
  const body = readBody(mail);
  const warnings = isFalse
    ? ['This e-mail says that it is in UTF-16, which it is not; it was read as UTF-8.']
    : [];
  return {
    ...body,
    ...metadataOf(mail, body),
    mediaType: 'message/rfc822',
    encoding: null,
    warnings: [...warnings, ...decoding, ...body.warnings, ...attachmentWarnings(mail)],
  };
}

/** Of a mailbox file its one message; in the file, lines that begin with "From " have a bracket before them. */
function fromMailbox(bytes: Uint8Array): Uint8Array {
  if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') !== 'From ') return bytes;
  const whole = Buffer.from(bytes).toString('latin1');
  return Buffer.from(whole.replace(/^>(>*From )/gm, '$1'), 'latin1');
}

/** A message of bytes beyond ASCII that never says in which encoding: told as for any text, else as browsers take it. */
async function inSomeEncoding(bytes: Uint8Array): Promise<{ mail: Email; warnings: readonly string[] }> {
  const mail = await parsed(bytes);
  const lost = `${mail.text ?? ''}${mail.html ?? ''}`.includes('\uFFFD');
  if (!lost) return { mail, warnings: [] };
  const whole = Buffer.from(bytes).toString('latin1');
  if (/charset\s*=/i.test(whole) || !/[\x80-\xff]/.test(whole)) return { mail, warnings: [SOME_LOST] };
  const { text, encoding, warnings } = guessed(bytes);
  return {
    mail: await parsed(Buffer.from(text)),
    warnings: warnings.length > 0 ? warnings : [`The file is not UTF-8; it was read as ${encoding}.`],
  };
}

const SOME_LOST = 'Some letters of this e-mail could not be read and stand as \uFFFD in the text.';

function guessed(bytes: Uint8Array): DecodedText {
  try {
    return decodeText(bytes);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return decodeText(bytes, ['windows-1252']);
  }
}

async function parsed(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth: 20, maxHeadersSize: 256 * 1024 });
  } catch {
    throw invalid(
      'This e-mail could not be read: its parts are nested too deep or its headers are broken. Copy its text and paste it.',
    );
  }
}

/** Plain letters taken two by two for one: of true Chinese hardly a quarter looks like that. */
function isFalselyWide(text: string | undefined): boolean {
  const sample = text?.slice(0, 4_000) ?? '';
  if (sample.length < 8) return false;
  let plain = 0;
  for (let at = 0; at < sample.length; at++) {
    const unit = sample.charCodeAt(at);
    if (isPlainByte(unit & 0xff) && isPlainByte(unit >> 8)) plain++;
  }
  return plain >= 0.9 * sample.length;
}

const isPlainByte = (byte: number): boolean =>
  (byte >= 0x20 && byte < 0x7f) || (byte >= 0x09 && byte <= 0x0d);

const withoutWideCharsets = (bytes: Uint8Array): Uint8Array =>
  Buffer.from(
    Buffer.from(bytes)
      .toString('latin1')
      .replace(/(charset\s*=\s*["']?)utf-?16(?:le|be)?\b/gi, '$1utf-8'),
    'latin1',
  );

function readBody(mail: Email): ImportedDocument {
  const page = mail.html?.trim() ? readHtml(asDecoded(mail.html), null, 'fragment') : null;
  // A picture alone is no text: the other part has the words.
  if (page !== null && (page.text.trim() !== '' || !mail.text?.trim())) return withQuotesAside(page, mail);
  if (mail.text?.trim()) return withQuotesAside(readText(asDecoded(mail.text)), mail);
  const inside = attachmentNames(mail);
  throw invalid(
    inside.length > 0
      ? `This e-mail has no text of its own. Save its attachment (${inside.join(', ')}) and import that.`
      : 'There is no text in this e-mail.',
  );
}

/** Node 20 reads windows-1252 as Latin-1; what it leaves in the place of curly quotes is never meant. */
const asDecoded = (text: string): DecodedText => ({
  text: text.replace(/[\u0080-\u009F]/g, (code) =>
    iconv.decode(Buffer.from([code.charCodeAt(0)]), 'windows-1252'),
  ),
  encoding: 'utf-8',
  warnings: [],
});

/** A forwarded message is what the sender wanted read; a reply quotes what was read already. */
function withQuotesAside(document: ImportedDocument, mail: Email): ImportedDocument {
  if (/^\s*(?:fwd?|wg|tr|rv)\s*:/i.test(mail.subject ?? '')) return asForwarded(document);
  const quoted = quotedSpans(document.text, document.blocks, document.trace);
  if (quoted.size === 0) return document;
  const blocks = document.blocks.map(
    (block, at): Block => (quoted.has(at) ? { ...block, setAside: true } : block),
  );
  return {
    ...document,
    blocks,
    warnings: [...document.warnings, 'The earlier message this e-mail quotes was set aside.'],
  };
}

/** Who wrote it, and when, is said at the head of what was passed on: "on Friday" counts from that day. */
function asForwarded(document: ImportedDocument): ImportedDocument {
  const { head, from, date } = forwardedHead(document.text, document.blocks);
  if (head.size === 0) return document;
  const blocks = document.blocks.map(
    (block, at): Block => (head.has(at) ? { ...block, kind: 'furniture', setAside: true } : block),
  );
  const publishedOn =
    date === null ? null : publicationDay(date.replace(/^\p{L}+,\s*/u, '').replace(/\s+at\s+/, ' '));
  return {
    ...document,
    blocks,
    byline: from ?? document.byline,
    publishedOn: publishedOn ?? document.publishedOn,
  };
}

function metadataOf(mail: Email, body: Metadata): Metadata {
  const date = header(mail, 'date');
  const subject = mail.subject?.replace(/^(?:\s*(?:re|fwd?|aw|wg|tr|rv)\s*:)+\s*/i, '').trim();
  return {
    ...body,
    title: subject || body.title,
    byline: body.byline ?? mail.from?.name?.trim() ?? null,
    publishedOn: body.publishedOn ?? (date === null ? null : publicationDay(date)),
  };
}

const header = (mail: Email, key: string): string | null =>
  mail.headers.find((one) => one.key === key)?.value ?? null;

const attachmentNames = (mail: Email): string[] =>
  mail.attachments
    .filter(({ related }) => !related)
    .map(({ filename }) => safeName(filename) ?? 'without a name');

function attachmentWarnings(mail: Email): string[] {
  const names = attachmentNames(mail);
  if (names.length === 0) return [];
  return [
    `${names.length === 1 ? 'One attachment was' : `${names.length} attachments were`} not read: ${names.slice(0, 10).join(', ')}.`,
  ];
}
