// Many documents at once: a folder, a zip file or a file of JSON lines, one item after another, each within the limits
// of a single document. What cannot be an article is named and passed over; the rest goes on.
import { createReadStream } from 'node:fs';
import { lstat, readdir, readFile, stat } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import { invalid, Refusal } from '../core/errors.js';
import { MAX_BYTES } from './document.js';
import { type ArticleRecord, parseRecord, splitLines } from './jsonl.js';
import { openZipFile, type ZipEntry, type ZipLimits } from './zip.js';

export type BulkItem =
  | {
      /** Where it was found, to be told to the editor: a path in the folder or archive, or `file.jsonl, line 12`. */
      readonly name: string;
      /** As they came: the digest of these says whether the desk has the article already. */
      readonly bytes: Uint8Array;
      /** What a JSON line held; null for a document, which `readDocument` reads. */
      readonly record: ArticleRecord | null;
      readonly refused: null;
    }
  | { readonly name: string; readonly bytes: null; readonly record: null; readonly refused: string };

export interface Bulk {
  /** How many items there are, for a progress bar; null for JSON lines, which are counted as they come. */
  readonly total: number | null;
  readonly items: AsyncIterable<BulkItem>;
}

const MOST_FILES = 1_000_000;
const DEEPEST_FOLDER = 40;
const ZIP_LIMITS: ZipLimits = {
  entries: 1_000_000,
  entryBytes: Number.POSITIVE_INFINITY,
  totalBytes: 100 * 1024 * 1024 * 1024,
  ratio: Number.POSITIVE_INFINITY,
};

/** `path` is a folder, a `.zip`, a `.jsonl` or a single document. Items come in the same order every time. */
export async function openBulk(path: string): Promise<Bulk> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw invalid(`There is no file or folder ${path}.`);
  if (found.isDirectory()) return ofFolder(path);
  if (!found.isFile()) throw invalid(`${path} is neither a file nor a folder.`);
  switch (extname(path).toLowerCase()) {
    case '.zip':
      return ofZip(path);
    case '.jsonl':
    case '.ndjson':
      return { total: null, items: linesOf(createReadStream(path), path) };
    default:
      return { total: 1, items: documentsAt(path, ['']) };
  }
}

const accepted = (name: string, bytes: Uint8Array, record: ArticleRecord | null = null): BulkItem => ({
  name,
  bytes,
  record,
  refused: null,
});

const refused = (name: string, reason: string): BulkItem => ({
  name,
  bytes: null,
  record: null,
  refused: reason,
});

const LINES: ReadonlySet<string> = new Set(['.jsonl', '.ndjson']);
const NESTED = 'It is a zip file; import it by itself.';
const TOO_LARGE = `It is larger than ${MAX_BYTES / (1024 * 1024)} MB, which is the limit.`;

async function ofFolder(root: string): Promise<Bulk> {
  const files = (await filesBelow(root, 0)).map((file) => relative(root, file));
  return { total: files.length, items: documentsAt(root, files) };
}

/** Links are not followed, and hidden files are nobody's articles. */
async function filesBelow(folder: string, depth: number): Promise<string[]> {
  if (depth > DEEPEST_FOLDER) throw invalid(`The folders in ${folder} are nested too deep to be imported.`);
  const entries = (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  const files: string[] = [];
  for (const entry of entries) {
    if (isHidden(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isFile()) files.push(path);
    else if (entry.isDirectory()) for (const file of await filesBelow(path, depth + 1)) files.push(file);
    if (files.length > MOST_FILES)
      throw invalid(`There are more than ${MOST_FILES} files in ${folder}. Import its folders one by one.`);
  }
  return files;
}

const isHidden = (name: string): boolean =>
  name.startsWith('.') || name === '__MACOSX' || name === 'Thumbs.db';

async function* documentsAt(root: string, names: readonly string[]): AsyncGenerator<BulkItem> {
  for (const name of names) {
    const path = join(root, name);
    const label = name === '' ? path : name;
    const extension = extname(path).toLowerCase();
    if (LINES.has(extension)) yield* linesOf(createReadStream(path), label);
    else if (extension === '.zip') yield refused(label, NESTED);
    else if ((await lstat(path)).size > MAX_BYTES) yield refused(label, TOO_LARGE);
    else yield accepted(label, new Uint8Array(await readFile(path)));
  }
}

async function* linesOf(pieces: AsyncIterable<Uint8Array>, label: string): AsyncGenerator<BulkItem> {
  for await (const { number, bytes } of splitLines(pieces)) {
    const name = `${label}, line ${number}`;
    const parsed = bytes === null ? { reason: TOO_LARGE } : parseRecord(bytes);
    if ('reason' in parsed) yield refused(name, parsed.reason);
    else yield accepted(name, bytes!, parsed.record);
  }
}

async function* itemsOf({ name, size, bytes, pieces }: ZipEntry): AsyncGenerator<BulkItem> {
  const extension = extname(name).toLowerCase();
  if (LINES.has(extension)) yield* linesOf(pieces(), name);
  else if (extension === '.zip') yield refused(name, NESTED);
  else if (size > MAX_BYTES) yield refused(name, TOO_LARGE);
  else yield accepted(name, await bytes());
}

async function ofZip(path: string): Promise<Bulk> {
  const archive = await openZipFile(path, ZIP_LIMITS);
  const entries = archive.entries.filter(
    ({ name }) => !name.endsWith('/') && !name.split('/').some(isHidden),
  );
  async function* items(): AsyncGenerator<BulkItem> {
    try {
      for (const entry of entries) {
        try {
          yield* itemsOf(entry);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          yield refused(entry.name, error.message);
        }
      }
    } finally {
      archive.close();
    }
  }
  return { total: entries.length, items: items() };
}
