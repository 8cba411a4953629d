// Reading a document before it is imported: what would be stored, shown first. Its bytes are kept from here on.
import { sha256 } from '../core/digest.js';
import type { Editor } from '../core/editor.js';
import { invalid } from '../core/errors.js';
import type { Statement, StoredFile } from '../core/store.js';
import type { ImportedDocument } from '../importers/document.js';
import { type FeedList, looksLikeFeed, readFeedFile } from '../importers/feed.js';
import { readDocument } from '../importers/read-document.js';
import { safeName } from '../importers/safe-name.js';
import { type Imported, importedFrom, prepareArticle, type Said } from './articles.js';
import { type Desk, permit } from './desk.js';

export { ENCODINGS } from '../importers/encoding.js';
export type { FeedList } from '../importers/feed.js';
export { safeName } from '../importers/safe-name.js';

export interface Reading {
  readonly document: ImportedDocument;
  readonly original: StoredFile;
}

/** What was brought: a document as read, or a feed as a list to pick from. */
export type Brought = { readonly reading: Reading } | { readonly feed: FeedList };

interface Input {
  readonly bytes: Uint8Array;
  readonly name: string | null;
  readonly url: string | null;
  /** The encoding an editor says it is in. */
  readonly encoding?: string | null;
}

/** Reads `bytes` and keeps them, so that the import that follows needs no second upload. */
export async function readForImport(desk: Desk, editor: Editor, input: Input): Promise<Reading> {
  permit(editor, 'import');
  const document = await (desk.read ?? readDocument)(input);
  return { document, original: await keep(desk, input.bytes, document.mediaType) };
}

/** Like `readForImport`; a feed is listed, and not kept: what is picked from it is. */
export async function bringForImport(desk: Desk, editor: Editor, input: Input): Promise<Brought> {
  permit(editor, 'import');
  if (looksLikeFeed(input.bytes)) return { feed: await (desk.readFeed ?? readFeedFile)(input) };
  return { reading: await readForImport(desk, editor, input) };
}

/** Keeps bytes that could not be read yet, so that saying more about them needs no second upload. */
export async function keepForImport(desk: Desk, editor: Editor, bytes: Uint8Array): Promise<string> {
  permit(editor, 'import');
  return (await keep(desk, bytes, 'text/plain')).sha256;
}

async function keep(desk: Desk, bytes: Uint8Array, mediaType: string): Promise<StoredFile> {
  const original: StoredFile = {
    sha256: sha256(bytes),
    size: bytes.length,
    mediaType,
    bytes,
    addedAt: desk.now(),
  };
  await desk.store.addFile(original);
  return original;
}

/** Fetches a page, keeps it as it came and how it was fetched, and reads it; a feed is listed. */
export async function fetchForImport(desk: Desk, editor: Editor, url: string): Promise<Brought> {
  permit(editor, 'import');
  if (!desk.fetch)
    throw invalid(
      'This desk fetches no pages. Save the page in your browser and choose the file, or paste its text.',
      'url',
    );
  const { bytes, finalUrl, mediaType, status, headers, fetchedAt } = await desk.fetch(url);
  const input = { bytes, mediaType, url: finalUrl };
  if (looksLikeFeed(bytes)) return { feed: await (desk.readFeed ?? readFeedFile)(input) };
  const document = await (desk.read ?? readDocument)(input);
  const digest = sha256(bytes);
  const original: StoredFile = {
    sha256: digest,
    size: bytes.length,
    mediaType: document.mediaType,
    bytes,
    addedAt: fetchedAt,
  };
  const fetch = {
    id: desk.newId(),
    sha256: digest,
    url,
    finalUrl,
    status,
    headers,
    fetchedAt,
    fetchedBy: editor.id,
  };
  await desk.store.addFetch(fetch, original);
  return { reading: { document, original } };
}

/** Reads kept bytes again, as they were read for the preview. */
export async function readKept(
  desk: Desk,
  editor: Editor,
  digest: string,
  name: string | null,
  encoding: string | null = null,
): Promise<Reading> {
  permit(editor, 'import');
  const original = await desk.store.file(digest);
  const [fetched] = await desk.store.fetches(digest);
  const from = { mediaType: fetched?.headers['content-type'], url: fetched?.finalUrl, encoding };
  return { document: await (desk.read ?? readDocument)({ bytes: original.bytes, name, ...from }), original };
}

/** What an editor settled on the preview: the article's own data, and which blocks are set aside. */
export interface Settled extends Said {
  readonly language: string;
  readonly setAside: ReadonlySet<number> | null;
}

export function importedAs({ document, original }: Reading, name: string | null, settled: Settled): Imported {
  const imported = importedFrom(document, { bytes: original.bytes, name: safeName(name) }, settled);
  const { setAside, publisher, publishedOn, url, language } = settled;
  const blocks = setAside
    ? imported.blocks.map((block, index) => ({ ...block, setAside: setAside.has(index) }))
    : imported.blocks;
  return {
    ...imported,
    blocks,
    publisher: publisher ?? null,
    publishedOn: publishedOn ?? null,
    url: url ?? null,
    language,
  };
}

/** The statements an import would find. Nothing is stored. */
export async function previewStatements(
  desk: Desk,
  editor: Editor,
  imported: Imported,
): Promise<readonly Statement[]> {
  return (await prepareArticle(desk, editor, imported, null)).statements;
}
