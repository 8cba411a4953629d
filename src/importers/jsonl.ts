// Articles as JSON, one a line: split within a limit on each line, held to a schema, read as plain text.
import { z } from 'zod';
import { findCredit } from '../core/blocks/credit.js';
import { type ImportedDocument, MAX_BYTES } from './document.js';
import { languageCode } from './html/page-metadata.js';
import { publicationDay } from './publication-day.js';
import { readText } from './text.js';

const DAY = z.string().refine((value) => publicationDay(value) === value, 'must be a day, YYYY-MM-DD');

/** Unknown keys are refused: a misspelt `published_on` would otherwise lose the day without a word. */
const RECORD = z.strictObject({
  id: z.string().max(500).optional(),
  text: z.string().refine((value) => value.trim() !== '', 'must not be empty'),
  title: z.string().max(1_000).nullish(),
  byline: z.string().max(500).nullish(),
  publisher: z.string().max(500).nullish(),
  published_on: DAY.nullish(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .nullish(),
  language: z.string().max(50).nullish(),
  section: z.string().max(500).nullish(),
});

export type ArticleRecord = z.infer<typeof RECORD>;

/** The record of one line, or the sentence that says what is wrong with it. */
export function parseRecord(line: Uint8Array): { record: ArticleRecord } | { reason: string } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(line));
  } catch (error) {
    return { reason: error instanceof SyntaxError ? 'The line is no JSON.' : 'The line is not in UTF-8.' };
  }
  const checked = RECORD.safeParse(parsed);
  if (checked.success) return { record: checked.data };
  const issue = checked.error.issues[0]!;
  const where = issue.path.length > 0 ? `\`${issue.path.join('.')}\`: ` : '';
  return { reason: `${where}${issue.message.slice(0, 200)}.` };
}

/** A record as a document: what it says of itself counts, and its text is read as plain text is. */
export function readRecord(record: ArticleRecord): ImportedDocument {
  const document = readText({ text: record.text, encoding: 'utf-8', warnings: [] });
  return {
    ...document,
    title: record.title ?? document.title,
    byline: record.byline ?? document.byline,
    publisher: record.publisher ?? findCredit(document.text, document.blocks),
    publishedOn: record.published_on ?? document.publishedOn,
    url: record.url ?? null,
    language: languageCode(record.language),
    section: record.section ?? null,
    mediaType: 'application/json',
  };
}

export interface Line {
  /** Counted from 1. */
  readonly number: number;
  /** Null when the line is longer than an article may be; it was not kept. */
  readonly bytes: Uint8Array | null;
}

const NEWLINE = 0x0a;

/** Lines that are not blank, however they are cut into chunks; holds no more than one line in memory. */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number = MAX_BYTES,
): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let length = 0;
  let number = 1;
  const line = (): Line | null => {
    const bytes = length > maxBytes ? null : Buffer.concat(parts);
    return bytes !== null && isBlank(bytes) ? null : { number, bytes };
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); ; end = chunk.indexOf(NEWLINE, start)) {
      const part = chunk.subarray(start, end < 0 ? undefined : end);
      length += part.length;
      if (length > maxBytes) parts = [];
      else parts.push(part);
      if (end < 0) break;
      const found = line();
      if (found !== null) yield found;
      [parts, length, start] = [[], 0, end + 1];
      number++;
    }
  }
  const last = line();
  if (last !== null) yield last;
}

const isBlank = (bytes: Uint8Array): boolean =>
  bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
