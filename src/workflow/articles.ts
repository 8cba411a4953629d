// Acts on an article as a whole: importing it, whose it is, when it is due, publishing it.
import type { Block } from '../core/article.js';
import { canonicalJson, sha256 } from '../core/digest.js';
import type { Editor } from '../core/editor.js';
import { invalid, notFound } from '../core/errors.js';
import type { ArticleAct } from '../core/event.js';
import type { Review } from '../core/review.js';
import { signOffDigest } from '../core/sign-off.js';
import { exact } from '../core/span.js';
import type { ExtractedStatement } from '../core/statement.js';
import type { NewArticle, Recorded, Statement, StoredArticle, StoredFile } from '../core/store.js';
import { articleDigest, digestOfStatements, extractedOf, inDigestOrder } from '../core/verify-article.js';
import { wellFormed } from '../core/well-formed.js';
import type { ImportedDocument } from '../importers/document.js';
import { type Desk, draftOf, mayTake, onArticle, permit, requestFor } from './desk.js';
import { linkSpeakers, type Registry, registryOf } from './link-speakers.js';
import { mapInSlices, pauseAfter } from './slices.js';

export interface Imported {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly title: string;
  readonly publisher: string | null;
  readonly publishedOn: string | null;
  readonly url: string | null;
  readonly language: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly name: string | null;
  /** The article whose text this is, under another masthead. */
  readonly republicationOf?: string | null;
  /** What the engine found, where it was run already, in another thread. */
  readonly found?: readonly ExtractedStatement[];
}

/** What an editor says about a document counts more than what it says about itself. */
export interface Said {
  readonly title?: string | null;
  readonly publisher?: string | null;
  readonly publishedOn?: string | null;
  readonly url?: string | null;
}

/** A document as read, with what the editor said about it, ready to be imported. */
export function importedFrom(
  document: ImportedDocument,
  original: { bytes: Uint8Array; name: string | null },
  said: Said = {},
): Imported {
  const headline = document.blocks.find((block) => block.kind === 'headline');
  const firstLine = document.text.trim().split('\n', 1)[0] ?? '';
  return {
    text: document.text,
    blocks: document.blocks,
    title:
      said.title ??
      document.title ??
      (headline ? exact(document.text, headline) : firstLine).trim().slice(0, TITLE_LIMIT),
    publisher: said.publisher ?? document.publisher,
    publishedOn: said.publishedOn ?? document.publishedOn,
    url: said.url ?? document.url,
    language: document.language ?? 'en',
    bytes: original.bytes,
    mediaType: document.mediaType,
    name: original.name,
  };
}

const TITLE_LIMIT = 300;

/** Keeps the text and its original bytes, finds the statements, and opens the article's log. */
export async function importArticle(
  desk: Desk,
  editor: Editor,
  imported: Imported,
  requestKey?: string,
): Promise<StoredArticle> {
  const entry = await draftImport(desk, editor, imported);
  const id = await desk.store.addArticle({ ...entry, request: requestFor(editor, requestKey) });
  return id === entry.article.id ? entry.article : desk.store.article(id);
}

/** Many at once, kept in one transaction: all of them or none. `registry` spares batch after batch its look-ups. */
export async function importArticles(
  desk: Desk,
  editor: Editor,
  batch: readonly Imported[],
  registry: Registry = registryOf(desk),
): Promise<readonly StoredArticle[]> {
  await registry.refresh();
  const entries: NewArticle[] = [];
  for (const imported of batch) entries.push(await draftImport(desk, editor, imported, registry));
  await desk.store.addArticles(entries);
  registry.kept(entries.reduce((sum, { speakers }) => sum + (speakers?.length ?? 0), 0));
  return entries.map((entry) => entry.article);
}

async function draftImport(
  desk: Desk,
  editor: Editor,
  imported: Imported,
  registry?: Registry,
): Promise<NewArticle> {
  permit(editor, 'import');
  const prepared = await prepareArticle(desk, editor, imported, null, registry);
  const { article, statements } = prepared;
  const { republicationOf: of } = imported;
  if (of) await desk.store.article(of);
  const acts: ArticleAct[] = [
    await importedAct(desk, article, statements, null),
    ...(of ? [{ kind: 'republication_recorded', payload: { of } } as const] : []),
  ];
  const entries = acts.map((act) => ({ draft: draftOf(desk, editor, article.id, null, act), seen: null }));
  await pauseAfter(statements.length);
  return { ...prepared, entries };
}

/** The rows of an article about to be kept: the article, its statements, its original. Nothing is written. */
export async function prepareArticle(
  desk: Desk,
  editor: Editor,
  imported: Imported,
  older: StoredArticle | null,
  registry: Registry = registryOf(desk),
) {
  if (imported.text.trim() === '')
    throw invalid('There is no text here. Paste the article, or choose its file.', 'text');
  const text = wellFormed(imported.text);
  const id = desk.newId();
  const at = desk.now();
  const original: StoredFile = {
    sha256: sha256(imported.bytes),
    size: imported.bytes.length,
    mediaType: imported.mediaType,
    bytes: imported.bytes,
    addedAt: at,
  };
  const article: StoredArticle = {
    id,
    storyId: older?.storyId ?? id,
    version: (older?.version ?? 0) + 1,
    supersedes: older?.id ?? null,
    title: wellFormed(imported.title.trim()) || 'Untitled',
    publisher: imported.publisher && wellFormed(imported.publisher),
    publishedOn: imported.publishedOn,
    url: imported.url && wellFormed(imported.url),
    language: imported.language,
    text,
    textSha256: sha256(text),
    blocks: imported.blocks,
    sourceSha256: original.sha256,
    sourceMediaType: imported.mediaType,
    sourceName: imported.name && wellFormed(imported.name),
    importedAt: at,
    importedBy: editor.id,
  };
  const found = imported.found ?? (await desk.extract(article));
  await pauseAfter(found.length);
  const ids = await mapInSlices(found, () => desk.newId());
  const statements = await mapInSlices(
    found,
    (statement, index): Statement => ({
      ...extractedOf(statement),
      id: ids[index] ?? '',
      articleId: id,
      ordinal: index + 1,
      origin: 'extracted',
      engine: desk.engine,
      addedBy: null,
      withinId: statement.within === undefined ? null : (ids[statement.within] ?? null),
    }),
  );
  const linked = await linkSpeakers(desk, editor, outerFirst(statements), registry);
  await pauseAfter(found.length);
  return { article, original, ...linked };
}

/** An inner statement may stand before its outer one in the text; rows refer backwards only. */
function outerFirst(statements: readonly Statement[]): readonly Statement[] {
  if (statements.every((statement) => statement.withinId === null)) return statements;
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  const depthOf = (statement: Statement): number => {
    if (statement.withinId === null) return 0;
    const seen = new Set<string>();
    for (
      let at: string | null = statement.withinId;
      at !== null && !seen.has(at);
      at = byId.get(at)?.withinId ?? null
    )
      seen.add(at);
    return seen.size;
  };
  const depths = new Map(statements.map((statement) => [statement.id, depthOf(statement)]));
  const depth = (statement: Statement): number => depths.get(statement.id) ?? 0;
  return [...statements].sort((a, b) => depth(a) - depth(b) || a.ordinal - b.ordinal);
}

export async function importedAct(
  desk: Desk,
  article: StoredArticle,
  statements: readonly Statement[],
  supersedes: { article: string; head: string } | null,
): Promise<ArticleAct> {
  const written = await mapInSlices(inDigestOrder(statements), canonicalJson);
  return {
    kind: 'imported',
    payload: {
      title: article.title,
      textSha256: article.textSha256,
      sourceSha256: article.sourceSha256,
      statementsDigest: digestOfStatements(written),
      articleDigest: articleDigest(article),
      statements: statements.length,
      engine: desk.engine,
      supersedes,
    },
  };
}

export async function setDue(
  desk: Desk,
  editor: Editor,
  articleId: string,
  due: string | null,
  requestKey?: string,
): Promise<Recorded> {
  permit(editor, 'assign');
  return onArticle(desk, editor, articleId, { kind: 'due_set', payload: { due } }, requestKey);
}

export async function assignArticle(
  desk: Desk,
  editor: Editor,
  articleId: string,
  to: string | null,
  note: string | null,
  requestKey?: string,
): Promise<Recorded> {
  permit(editor, to === editor.id ? 'review' : 'assign');
  await mayTake(desk, to);
  return onArticle(desk, editor, articleId, { kind: 'article_assigned', payload: { to, note } }, requestKey);
}

/** Shows readers every statement whose rating is final; refuses while there is none. */
export async function publish(
  desk: Desk,
  editor: Editor,
  articleId: string,
  requestKey?: string,
): Promise<Recorded> {
  permit(editor, 'publish');
  const final = (await desk.store.reviews(articleId)).filter(isFinal);
  const payload = {
    statements: final.map((review) => review.statementId),
    digests: final.map(signOffDigest),
  };
  return onArticle(desk, editor, articleId, { kind: 'published', payload }, requestKey);
}

export async function unpublish(
  desk: Desk,
  editor: Editor,
  articleId: string,
  reason: string,
  requestKey?: string,
): Promise<Recorded> {
  permit(editor, 'publish');
  return onArticle(desk, editor, articleId, { kind: 'unpublished', payload: { reason } }, requestKey);
}

/** Readers see the statement as it stands now, and what changed, when and why. */
export async function publishCorrection(
  desk: Desk,
  editor: Editor,
  articleId: string,
  correction: { statementId: string; what: string; why: string; before: string; after: string },
  requestKey?: string,
): Promise<Recorded> {
  permit(editor, 'publish');
  const review = await desk.store.review(correction.statementId);
  if (review.articleId !== articleId) throw notFound('There is no such statement in that article.');
  const payload = { ...correction, digest: isFinal(review) ? signOffDigest(review) : null };
  return onArticle(desk, editor, articleId, { kind: 'correction_published', payload }, requestKey);
}

export const isFinal = (review: Review): boolean =>
  review.struckOut === null &&
  review.fellBack === null &&
  review.rating !== 'unchecked' &&
  (review.signOff !== null || !review.secondSignature);
