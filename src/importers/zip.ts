// Zip archives, read within limits that are checked against what the archive declares before anything is unpacked, and
// held to while unpacking.
import type { Entry, ZipFile } from 'yauzl';
import yauzl from 'yauzl';
import { invalid, Refusal } from '../core/errors.js';

export interface ZipLimits {
  readonly entries: number;
  /** Bytes, unpacked, of any one entry. */
  readonly entryBytes: number;
  /** Bytes, unpacked, of all entries together. */
  readonly totalBytes: number;
  /** Unpacked size over packed size. Deflate cannot pass 1032; text stays under 30. */
  readonly ratio: number;
}

/** Below this size a high ratio is harmless: a kilobyte of spaces is no bomb. */
const RATIO_COUNTS_FROM = 1024 * 1024;

export interface ZipEntry {
  readonly name: string;
  readonly size: number;
  /** The unpacked bytes; refuses an entry that turns out larger than it declared. */
  bytes(): Promise<Uint8Array>;
  /** The same piece by piece, for an entry that need not be held whole. */
  pieces(): AsyncIterable<Uint8Array>;
}

export interface Archive {
  readonly entries: readonly ZipEntry[];
  close(): void;
}

export const openZip = (bytes: Uint8Array, limits: ZipLimits): Promise<Archive> =>
  reading(async () => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return listed(await yauzl.fromBufferPromise(buffer, { lazyEntries: true }), limits);
  });

/** The same for an archive on disk, of which only the entries asked for are read. */
export const openZipFile = (path: string, limits: ZipLimits): Promise<Archive> =>
  reading(async () => listed(await yauzl.openPromise(path, { lazyEntries: true, autoClose: false }), limits));

async function listed(zip: ZipFile, limits: ZipLimits): Promise<Archive> {
  if (zip.entryCount > limits.entries) throw tooMany(limits);
  const entries: ZipEntry[] = [];
  let total = 0;
  let packed = 0;
  for await (const entry of zip.eachEntry()) {
    if (entries.length >= limits.entries) throw tooMany(limits);
    total += entry.uncompressedSize;
    packed += entry.compressedSize;
    checkEntry(entry, limits);
    if (total > limits.totalBytes) throw tooLarge(`more than ${inMegabytes(limits.totalBytes)}`);
    entries.push({
      name: entry.fileName,
      size: entry.uncompressedSize,
      bytes: () => unpack(zip, entry),
      pieces: () => piecesOf(zip, entry),
    });
  }
  // Entries that overlap share packed bytes: each looks modest, all of them together do not fit in the file.
  if (packed > zip.fileSize)
    throw invalid('The entries of this zip file overlap, as in a zip bomb. It was not unpacked.');
  return { entries, close: () => zip.close() };
}

function checkEntry(entry: Entry, limits: ZipLimits): void {
  if (entry.uncompressedSize > limits.entryBytes)
    throw tooLarge(
      `one entry of ${inMegabytes(entry.uncompressedSize)}; the limit is ${inMegabytes(limits.entryBytes)}`,
    );
  if (
    entry.uncompressedSize > RATIO_COUNTS_FROM &&
    entry.uncompressedSize > entry.compressedSize * limits.ratio
  )
    throw tooLarge('far more than a document could hold');
}

async function* piecesOf(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted())
    throw invalid('This archive is locked with a password. Unlock it and import what is inside.');
  try {
    for await (const piece of await zip.openReadStreamPromise(entry)) yield piece;
  } catch (error) {
    throw asRefusal(error);
  }
}

async function unpack(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of piecesOf(zip, entry)) parts.push(part);
  return Buffer.concat(parts);
}

async function reading<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw asRefusal(error);
  }
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof Error && /absolute path|relative path|characters in fileName/.test(error.message))
    return invalid('The names in this zip file lead outside of it, as in an attack. It was not unpacked.');
  return invalid(
    'This zip or Word file is damaged or incomplete and could not be unpacked. Fetch it again and import that.',
  );
}

const tooMany = (limits: ZipLimits): Refusal =>
  invalid(
    `This archive holds more than ${limits.entries} entries, which is the limit. Split it and import the parts.`,
  );

const tooLarge = (what: string): Refusal =>
  invalid(`Unpacked, this file would hold ${what}. It was not unpacked.`);

const inMegabytes = (bytes: number): string => `${Math.round(bytes / (1024 * 1024))} MB`;
