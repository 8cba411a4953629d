// Proves a bundle offline: every file, every log, every report in it, and that the reports say what the logs say. The
// container was opened by somebody else; here a bundle is its files by path.

import { applyEvent } from './apply-event.js';
import { isNoteEvent } from './apply-note.js';
import { type ArticleReview, applyArticleEvent, untouchedArticle } from './article-review.js';
import { canonicalJson, sha256 } from './digest.js';
import type { ArticleEvent, Event, StatementEvent } from './event.js';
import type { Head, LoggedEvent } from './log.js';
import { reportDigest } from './report/digest.js';
import type { ReportStatement, WholeReport } from './report/model.js';
import { phaseOf, type Review, untouched } from './review.js';
import { checkSeal } from './seal.js';
import type { Statement, StoredArticle } from './store.js';
import { verifyArticle } from './verify-article.js';
import { wordsOf } from './words.js';

export const BUNDLE_FORMAT = 'whosaid-bundle';
export const MANIFEST = 'manifest.json';

export interface BundledFile {
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
}

export interface BundledArticle {
  readonly id: string;
  readonly version: number;
  readonly head: Head;
  /** Where in the bundle its files lie. */
  readonly folder: string;
  /** Entries of the log whose content was kept back; their digests are in the log. */
  readonly withheldEvents: number;
}

export interface Manifest {
  readonly format: typeof BUNDLE_FORMAT;
  readonly version: 1;
  readonly title: string;
  readonly desk: string;
  readonly reportDigest: string;
  readonly articles: readonly BundledArticle[];
  readonly files: readonly BundledFile[];
  readonly publicKey: string;
  readonly seal: string;
}

export type BundleFiles = ReadonlyMap<string, Uint8Array>;

export interface BundleCheck {
  /** The first thing that does not hold, in a sentence; null when all of it does. */
  readonly fault: string | null;
  /** What was found to hold before that, in order. */
  readonly holds: readonly string[];
  readonly publicKey: string | null;
}

/** Thrown inside, caught by `verifyBundle`: the first fault ends the check. */
class Fault extends Error {}

export function verifyBundle(files: BundleFiles): BundleCheck {
  const holds: string[] = [];
  let publicKey: string | null = null;
  let at = MANIFEST;
  try {
    const manifest = readManifest(files);
    publicKey = manifest.publicKey;
    holds.push('The manifest carries the seal of the desk’s key.');
    verifyFiles(files, manifest);
    holds.push(`${manifest.files.length} files are the ones the manifest lists.`);
    for (const article of manifest.articles) {
      at = article.folder;
      verifyArticleFolder(files, article);
      holds.push(
        `The log of version ${article.version} is whole: ${article.head.seq} entries, ${article.withheldEvents} of them withheld, their digests kept.`,
      );
    }
    at = 'report';
    verifyReport(files, manifest);
    holds.push('The report says what the log says.');
    verifySeals(files, manifest);
    return { fault: null, holds, publicKey };
  } catch (error) {
    if (error instanceof Fault) return { fault: error.message, holds, publicKey };
    // Somebody's own key can seal anything: what is not shaped as a bundle holds no more than what was altered.
    const why = (error as Error).message;
    return { fault: `${at} is not as a bundle has it, so it cannot be checked (${why}).`, holds, publicKey };
  }
}

function readManifest(files: BundleFiles): Manifest {
  const bytes = files.get(MANIFEST);
  if (!bytes) throw new Fault('There is no manifest in it, so it is no Whosaid bundle.');
  const seal = checkSeal(bytes);
  if (seal.state === 'none') throw new Fault('The manifest carries no seal.');
  if (seal.state === 'broken') throw new Fault('The manifest was altered: its seal does not hold.');
  const manifest = parse<Manifest>(bytes, MANIFEST);
  if (manifest.format !== BUNDLE_FORMAT || manifest.version !== 1)
    throw new Fault('The manifest is of a kind this version does not know. Use a newer Whosaid.');
  if (manifest.publicKey !== seal.publicKey)
    throw new Fault('The manifest names another key than the one that sealed it.');
  if (!isList(manifest.files) || !isList(manifest.articles))
    throw new Fault('The manifest does not list its files and articles.');
  if (manifest.articles.length === 0)
    throw new Fault('The manifest lists no article, so there is nothing to prove.');
  return manifest;
}

/** Of objects. */
const isList = (value: unknown): boolean =>
  Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null);

/** Each form of the report that has room for a seal carries one, by the key that sealed the whole. */
function verifySeals(files: BundleFiles, { publicKey }: Manifest): void {
  for (const [path, bytes] of files) {
    if (!path.startsWith('report/')) continue;
    const seal = checkSeal(bytes);
    if (seal.state === 'broken') throw new Fault(`${path} was altered after it was sealed.`);
    if (seal.state === 'holds' && seal.publicKey !== publicKey)
      throw new Fault(`${path} is sealed with another key than the bundle: with ${seal.publicKey}.`);
  }
}

function verifyFiles(files: BundleFiles, manifest: Manifest): void {
  const listed = new Set([MANIFEST]);
  for (const { path, sha256: expected } of manifest.files) {
    const bytes = files.get(path);
    if (!bytes) throw new Fault(`${path} is missing.`);
    if (listed.has(path)) throw new Fault(`${path} is listed twice.`);
    if (sha256(bytes) !== expected) throw new Fault(`${path} was altered: its digest is not the listed one.`);
    if (path.startsWith('evidence/') && path !== `evidence/${expected}`)
      throw new Fault(`${path} is not the file its name says.`);
    listed.add(path);
  }
  for (const path of files.keys()) if (!listed.has(path)) throw new Fault(`${path} is not in the manifest.`);
}

interface Folder {
  readonly article: StoredArticle;
  readonly statements: readonly Statement[];
  readonly events: readonly LoggedEvent[];
}

function readFolder(files: BundleFiles, { folder }: BundledArticle): Folder {
  const log = decoded(files, `${folder}/log.jsonl`);
  return {
    article: parse<StoredArticle>(need(files, `${folder}/article.json`), `${folder}/article.json`),
    statements: parse<Statement[]>(need(files, `${folder}/statements.json`), `${folder}/statements.json`),
    events: log
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => parseText<LoggedEvent>(line, `${folder}/log.jsonl`)),
  };
}

function verifyArticleFolder(files: BundleFiles, bundled: BundledArticle): void {
  const { article, statements, events } = readFolder(files, bundled);
  const where = `version ${bundled.version}`;
  // An entry without its content passes where it is marked confidential: then its digest stands for it.
  const record = { article, statements, events: events as readonly Event[], printed: [bundled.head] };
  const fault = verifyArticle(record);
  if (fault) throw new Fault(`In ${where}: ${fault}`);
  if (article.id !== bundled.id || events.at(-1)?.hash !== bundled.head.hash)
    throw new Fault(`The log of ${where} does not end at the head in the manifest.`);
  if (decoded(files, `${bundled.folder}/text.txt`) !== wellFormed(article.text))
    throw new Fault(`${bundled.folder}/text.txt is not the article’s text.`);
  if (sha256(need(files, `${bundled.folder}/original`)) !== article.sourceSha256)
    throw new Fault(`The original of ${where} is not the one that was imported.`);
  const withheld = events.filter((event) => event.payload === undefined).length;
  if (withheld !== bundled.withheldEvents)
    throw new Fault(`The log of ${where} withholds ${withheld} entries, not ${bundled.withheldEvents}.`);
}

function verifyReport(files: BundleFiles, manifest: Manifest): void {
  const path = 'report/report.json';
  const report = parse<WholeReport & { seal?: string }>(need(files, path), path);
  const { seal: _, ...unsealed } = report;
  if (reportDigest(unsealed) !== report.digest || report.digest !== manifest.reportDigest)
    throw new Fault('The report’s digest is not that of its content.');
  if (report.articles.length === 0) throw new Fault('The report is about no article.');
  for (const article of report.articles) {
    const bundled = manifest.articles.find(({ id }) => id === article.id);
    if (!bundled) throw new Fault(`The report is about “${article.title}”, which is not in the bundle.`);
    if (canonicalJson(bundled.head) !== canonicalJson(article.head))
      throw new Fault('The report was made from another log head than the one in the bundle.');
    const reviews = replay(readFolder(files, bundled));
    for (const statement of article.statements) {
      const review = reviews.get(statement.id);
      if (!review) throw new Fault(`The report has a statement ${statement.number} the log does not know.`);
      const differs = difference(statement, review);
      if (differs)
        throw new Fault(`Statement ${statement.number}: the report’s ${differs} is not what the log gives.`);
      for (const { title, fileSha256 } of statement.evidence)
        if (fileSha256 && !files.has(`evidence/${fileSha256}`))
          throw new Fault(`Statement ${statement.number}: the kept file of “${title}” is not in the bundle.`);
    }
  }
}

/** The reviews as the log makes them. Notes and identities are left out: some are withheld, and no rating depends on them. */
function replay({ article, statements, events }: Folder): ReadonlyMap<string, Review> {
  const reviews = new Map(
    statements.map((one) => [one.id, untouched(one.id, article.id, one, wordsOf(article.text, one.content))]),
  );
  let whole: ArticleReview = untouchedArticle(article.id);
  for (const event of events) {
    if (event.payload === undefined || isNoteEvent(event as StatementEvent)) continue;
    try {
      if (event.statementId === null) whole = applyArticleEvent(whole, event as ArticleEvent);
      else {
        const review = reviews.get(event.statementId);
        if (!review) throw new Fault(`Event ${event.seq} is about a statement that is not in the bundle.`);
        reviews.set(event.statementId, applyEvent(review, event as StatementEvent));
      }
    } catch (error) {
      if (error instanceof Fault) throw error;
      throw new Fault(`Event ${event.seq} could not have happened: ${(error as Error).message}`);
    }
  }
  return reviews;
}

/** What the two disagree about, or null. Wording may differ between versions of the program; facts may not. */
function difference(statement: ReportStatement, review: Review): string | null {
  const { speaker } = review.provenance;
  if (statement.words !== review.words) return 'wording';
  if (statement.speaker.name !== speaker.name || statement.speaker.affiliation !== speaker.affiliation)
    return 'speaker';
  if (statement.attribution.status !== review.attribution) return 'attribution';
  if (statement.rating.code !== review.rating || statement.rating.reason !== review.reason) return 'rating';
  if (statement.rating.final !== (phaseOf(review) === 'done')) return 'standing';
  const told = statement.evidence.map(({ id, stance, origin, withdrawn }) => [
    id,
    stance,
    origin,
    withdrawn !== null,
  ]);
  const kept = review.evidence.map(({ id, stance, origin, withdrawn }) => [
    id,
    stance,
    origin.name,
    withdrawn !== null,
  ]);
  if (canonicalJson(told) !== canonicalJson(kept)) return 'evidence';
  return (statement.struckOut === null) === (review.struckOut === null) ? null : 'striking out';
}

function need(files: BundleFiles, path: string): Uint8Array {
  const bytes = files.get(path);
  if (!bytes) throw new Fault(`${path} is missing.`);
  return bytes;
}

const decoded = (files: BundleFiles, path: string): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(need(files, path));

const parse = <T>(bytes: Uint8Array, path: string): T =>
  parseText<T>(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), path);

function parseText<T>(text: string, path: string): T {
  try {
    return JSON.parse(text) as T;
  } catch {
    throw new Fault(`${path} cannot be read.`);
  }
}

/** UTF-8 has no half characters: written down, they become U+FFFD. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD');
