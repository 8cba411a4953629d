// Packs and unpacks a bundle: a ZIP of everything needed to check a report without the desk. The same head gives the same
// bytes: no clock, fixed order. Its archive comment is a seal over the whole container.
import { unzipSync, type Zippable, zipSync } from 'fflate';
import { sha256 } from './core/digest.js';
import { conflict, invalid, tooLarge } from './core/errors.js';
import type { Event } from './core/event.js';
import { openEvents } from './core/report/withheld.js';
import { buildReport, type ReportedArticle } from './core/report.js';
import { blankSeal, fillSeal, type Signer } from './core/seal.js';
import type { Store } from './core/store.js';
import {
  BUNDLE_FORMAT,
  type BundledArticle,
  type BundleFiles,
  MANIFEST,
  type Manifest,
} from './core/verify-bundle.js';
import { EXPORTERS, FORMATS } from './exporters/index.js';
import { withComment } from './exporters/zip.js';
import { readReport, writeReport } from './issue-report.js';

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
  const { storyId } = await store.article(articleId);
  const versions = await store.versions(storyId);
  const ids = [...versions].sort((a, b) => a.version - b.version).map(({ id }) => id);
  const input = await readReport(store, ids);
  const report = buildReport({
    ...input,
    articles: input.articles.filter(({ article }) => article.id === articleId),
  });
  const files = new Map<string, Uint8Array>([['README.txt', utf8(README)]]);
  const articles: BundledArticle[] = [];
  for (const entry of input.articles) articles.push(await addVersion(store, files, entry));
  await addEvidence(store, files, input.articles);
  for (const format of FORMATS)
    files.set(`report/report.${EXPORTERS[format].extension}`, await writeReport(report, format, signer));
  const named = input.articles.flatMap(({ events }) => events.map(({ by }) => by));
  const names = [...new Set(named)].sort().map((id) => [id, input.editors.get(id) ?? 'an editor']);
  files.set('editors.json', utf8(pretty(Object.fromEntries(names))));
  const manifest: Manifest = {
    format: BUNDLE_FORMAT,
    version: 1,
    title: report.title,
    desk: report.desk,
    reportDigest: report.digest,
    articles,
    files: [...files].map(([path, bytes]) => ({ path, sha256: sha256(bytes), size: bytes.length })),
    publicKey: signer.publicKey,
    seal: blankSeal(signer.publicKey),
  };
  return pack(new Map([[MANIFEST, fillSeal(utf8(pretty(manifest)), signer)], ...files]), signer);
}

async function addVersion(
  store: Store,
  files: Map<string, Uint8Array>,
  { article, statements, events, reviews, articleReview, head }: ReportedArticle,
): Promise<BundledArticle> {
  const folder = `versions/${article.version}`;
  const notes = [...articleReview.notes, ...reviews.flatMap((review) => review.notes)];
  const open = new Set(openEvents(events, notes));
  const logged = events.map((event) => withhold(event, !open.has(event)));
  files.set(`${folder}/text.txt`, utf8(article.text));
  files.set(`${folder}/original`, (await store.file(article.sourceSha256)).bytes);
  files.set(`${folder}/article.json`, utf8(pretty(article)));
  files.set(`${folder}/statements.json`, utf8(pretty(statements)));
  files.set(`${folder}/log.jsonl`, utf8(logged.map((event) => `${JSON.stringify(event)}\n`).join('')));
  const withheldEvents = logged.filter((event) => !('payload' in event)).length;
  return { id: article.id, version: article.version, head, folder, withheldEvents };
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

async function addEvidence(
  store: Store,
  files: Map<string, Uint8Array>,
  articles: readonly ReportedArticle[],
): Promise<void> {
  const kept = articles.flatMap(({ reviews }) =>
    reviews.flatMap(({ evidence }) => evidence.flatMap(({ fileSha256 }) => fileSha256 ?? [])),
  );
  for (const digest of [...new Set(kept)].sort()) {
    const { bytes } = await store.file(digest);
    files.set(`evidence/${digest}`, bytes);
  }
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const pretty = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

// The earliest time a ZIP can hold, as this machine's clock has it: fflate writes local time.
const noTime = (): Date => new Date(1980, 0, 1);

function pack(files: BundleFiles, signer: Signer): Uint8Array {
  const zippable: Zippable = {};
  // Evidence is mostly pictures and PDF, which do not get smaller.
  for (const [path, bytes] of files)
    zippable[path] = [bytes, { level: path.startsWith('evidence/') ? 0 : 6 }];
  return fillSeal(withComment(zipSync(zippable, { mtime: noTime() }), blankSeal(signer.publicKey)), signer);
}

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
