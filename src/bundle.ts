// Packs and unpacks a bundle: a ZIP of everything needed to check a report without the desk. The same head gives the same
// bytes: no clock, fixed order. Its archive comment is a seal over the whole container.
import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { conflict, invalid, tooLarge } from './core/errors.js';
import type { Event } from './core/event.js';
import { openEvents } from './core/report/withheld.js';
import type { Note } from './core/review.js';
import { blankSeal, fillSeal, type Signer } from './core/seal.js';
import type { Store } from './core/store.js';
import {
  BUNDLE_FORMAT,
  type BundledArticle,
  type BundledFile,
  type BundleFiles,
  MANIFEST,
  type Manifest,
} from './core/verify-bundle.js';
import { EXPORTERS, FORMATS } from './exporters/index.js';
import { zipFile } from './exporters/zip.js';
import { longReport, reportPieces, writeReport } from './issue-report.js';

const README = `This is a Whosaid bundle: a report, and what it was made from.

  report/      the report in every form
  versions/    each version of the article: its text, its original bytes, what was extracted, and its log
  evidence/    the files the desk kept, named by their SHA-256
  manifest.json   every file with its SHA-256, sealed by the desk's Ed25519 key

"whosaid verify" on this file proves all of it offline. By hand: sha256sum gives the digests in the manifest; each line of
log.jsonl carries the hash of the line before it. Entries of the log without a "payload" are confidential: they were
withheld, their digest was not.
`;

/** The bundle of one article: its report, and every version of its story. */
export async function makeBundle(store: Store, articleId: string, signer: Signer): Promise<Uint8Array> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const bundle = await bundled(store, articleId, signer);
    if (bundle) return bundle;
  }
  throw conflict('This article is being changed just now. Try again in a moment.');
}

/** Null where somebody acted between the log and the report: both must be of one moment. */
async function bundled(store: Store, articleId: string, signer: Signer): Promise<Uint8Array | null> {
  const packing = startPacking();
  packing.add('README.txt', [README]);
  const { storyId } = await store.article(articleId);
  const versions = [...(await store.versions(storyId))].sort((a, b) => a.version - b.version);
  const articles: BundledArticle[] = [];
  const kept: Kept = { evidence: new Set(), people: new Set() };
  for (const { id } of versions) articles.push(await addVersion(store, packing, id, kept));
  // Mostly pictures and PDF, which do not get smaller.
  for (const digest of [...kept.evidence].sort())
    packing.add(`evidence/${digest}`, [(await store.file(digest)).bytes], 0);
  const { report, close } = await longReport(store, [articleId]);
  try {
    if (!report.articles.every(({ id, head }) => headOf(articles, id) === head.hash)) return null;
    for (const format of FORMATS) {
      const pieces = EXPORTERS[format].pieces
        ? reportPieces(report, format, signer)
        : [await writeReport(report, format, signer)];
      packing.add(`report/report.${EXPORTERS[format].extension}`, pieces);
    }
    const editors = new Map((await store.editors()).map((editor) => [editor.id, editor.name]));
    const names = [...kept.people].sort().map((id) => [id, editors.get(id) ?? 'an editor']);
    packing.add('editors.json', [pretty(Object.fromEntries(names))]);
    const { title, desk, digest: reportDigest } = report;
    return packing.finish({ title, desk, reportDigest, articles }, signer);
  } finally {
    close();
  }
}

const headOf = (articles: readonly BundledArticle[], id: string): string | undefined =>
  articles.find((article) => article.id === id)?.head.hash;

type Pieces = Iterable<string | Uint8Array>;

/** The files go into the ZIP as they come; the manifest, which lists them, stands before them all. */
function startPacking() {
  const zip = zipFile();
  const manifest = zip.open(MANIFEST);
  const files: BundledFile[] = [];
  return {
    add(path: string, pieces: Pieces, level: 0 | 6 = 6): void {
      const part = zip.open(path, level);
      const digest = createHash('sha256');
      let size = 0;
      for (const piece of pieces) {
        const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
        digest.update(bytes);
        size += bytes.length;
        part.write(bytes);
      }
      part.close();
      files.push({ path, sha256: digest.digest('hex'), size });
    },
    finish(said: Pick<Manifest, 'title' | 'desk' | 'reportDigest' | 'articles'>, signer: Signer): Uint8Array {
      const { publicKey } = signer;
      const seal = blankSeal(publicKey);
      const listed: Manifest = { format: BUNDLE_FORMAT, version: 1, ...said, files, publicKey, seal };
      manifest.write(fillSeal(Buffer.from(pretty(listed)), signer));
      manifest.close();
      return fillSeal(zip.finish(seal), signer);
    },
  };
}

type Packing = ReturnType<typeof startPacking>;

/** What the versions speak of: files of evidence by digest, and people by id. */
interface Kept {
  readonly evidence: Set<string>;
  readonly people: Set<string>;
}

/** So many statements are read at once. */
const BATCH = 200;

async function addVersion(store: Store, packing: Packing, id: string, kept: Kept): Promise<BundledArticle> {
  const { article, articleReview, head } = await store.articleRecord(id);
  const folder = `versions/${article.version}`;
  const notes: Note[] = [...articleReview.notes];
  const statements: string[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page = await store.statementRecords(id, { upTo: head.seq, after, limit: BATCH });
    for (const { statement, review } of page.rows) {
      statements.push(JSON.stringify(statement, null, 1).replaceAll('\n', '\n '));
      notes.push(...review.notes);
      for (const { fileSha256 } of review.evidence) if (fileSha256) kept.evidence.add(fileSha256);
    }
    after = page.next;
  }
  const events = (await store.events(id)).filter(({ seq }) => seq <= head.seq);
  for (const { by } of events) kept.people.add(by);
  const open = new Set(openEvents(events, notes));
  const logged = events.map((event) => withhold(event, !open.has(event)));
  packing.add(`${folder}/text.txt`, [article.text]);
  packing.add(`${folder}/original`, [(await store.file(article.sourceSha256)).bytes]);
  packing.add(`${folder}/article.json`, [pretty(article)]);
  packing.add(`${folder}/statements.json`, listOf(statements));
  packing.add(`${folder}/log.jsonl`, linesOf(logged));
  const withheldEvents = logged.filter((event) => !('payload' in event)).length;
  return { id, version: article.version, head, folder, withheldEvents };
}

/** As `pretty` writes a list of them. */
function* listOf(members: readonly string[]): Iterable<string> {
  for (const [index, member] of members.entries()) yield `${index === 0 ? '[' : ','}\n ${member}`;
  yield members.length === 0 ? '[]\n' : '\n]\n';
}

function* linesOf(events: Iterable<object>): Iterable<string> {
  for (const event of events) yield `${JSON.stringify(event)}\n`;
}

/** Takes out what a confidential entry says, and the salt it could be guessed with. Its digest stays. */
function withhold(event: Event, hidden: boolean) {
  if (event.confidential) {
    const { payload: _, salt: __, ...rest } = event;
    return rest;
  }
  if (hidden && (event.kind === 'noted' || event.kind === 'note_edited'))
    throw conflict(
      `Event ${event.seq} holds a confidential note but is not marked so in the log; the bundle would give it away. Nothing was written.`,
    );
  return event;
}

const pretty = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

const MOST_BYTES = 2 ** 31;
const MOST_FILES = 50_000;

/**
 * A ZIP's files by path. Throws invalid where it cannot be read, or where two programs could unpack it differently;
 * too_large where it would fill the memory.
 */
export function unpack(bytes: Uint8Array): BundleFiles {
  checkEnd(bytes);
  let total = 0;
  const names = new Set<string>();
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (names.has(name))
          throw invalid(`${name} is in this ZIP twice, so nobody can tell which one is meant.`);
        if (leadsOut(name))
          throw invalid(`${name} is a path no bundle has: it leads out of the folder it is unpacked in.`);
        names.add(name);
        total += originalSize;
        if (total > MOST_BYTES || names.size > MOST_FILES)
          throw tooLarge('This file unpacks to more than a bundle holds (2 GB, 50,000 files).');
        return true;
      },
    });
    return new Map(Object.entries(files));
  } catch (error) {
    if ((error as Error).name === 'Refusal') throw error;
    throw unreadable();
  }
}

const unreadable = () => invalid('This ZIP cannot be read: it was cut off or altered.');

/** APPNOTE 4.3.16: the record that ends a ZIP says where its list of files is; ours stands right before it. */
function checkEnd(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = file.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0 || end + 22 > file.length) throw unreadable();
  const [count, size, offset] = [
    file.readUInt16LE(end + 10),
    file.readUInt32LE(end + 12),
    file.readUInt32LE(end + 16),
  ];
  if (count === 0xffff || size === 0xffffffff || offset === 0xffffffff)
    throw invalid('This is a ZIP of the 64-bit kind, which no bundle is. It was packed anew.');
  if (offset + size !== end)
    throw invalid('This ZIP has something before, between or behind its parts: it was altered.');
}

/** Upwards, absolute, by drive letter, by a backslash, or by the one name that is no key of an object. */
const leadsOut = (name: string): boolean =>
  /(?:^|\/)\.{1,2}(?:\/|$)|^\/|\\|^[A-Za-z]:|(?:^|\/)__proto__(?:\/|$)/.test(name);

export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
