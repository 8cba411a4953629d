// Everything an editor can do, one function per act. Times, ids and the engine come with the desk; rules live in core/.
import type { Block } from './core/article.js';
import { digestOf, sha256 } from './core/digest.js';
import { type Editor, may, type Permission } from './core/editor.js';
import { conflict, forbidden, invalid } from './core/errors.js';
import type { Act, ArticleAct, Event, NoteAct, Provenance, StatementAct } from './core/event.js';
import type { EvidenceItem, Origin } from './core/evidence.js';
import type { Draft } from './core/log.js';
import type { Credibility, Rating, Reliability, Stance } from './core/rating.js';
import type { Review } from './core/review.js';
import { signOffDigest } from './core/sign-off.js';
import type { Span } from './core/span.js';
import type { ExtractedStatement, Kind, Polarity } from './core/statement.js';
import type { Recorded, Statement, Store, StoredArticle, StoredFile } from './core/store.js';
import { statementsDigest } from './core/verify-article.js';
import { wordsOf } from './core/words.js';

/** What an act needs besides the editor: the store, and what core may not have. */
export interface Desk {
  readonly store: Store;
  /** Article in, statements out; with the engine's name and version, as kept with each statement. */
  readonly extract: (article: {
    text: string;
    blocks: readonly Block[];
    publishedOn: string | null;
    publisher: string | null;
  }) => Promise<readonly ExtractedStatement[]>;
  readonly engine: string;
  /** ISO-8601 UTC. */
  readonly now: () => string;
  /** UUIDv7. */
  readonly newId: () => string;
  /** 128 random bits or more, as text. */
  readonly newSalt: () => string;
}

/** What a form carries: the version its reader saw and a key that makes a second post harmless. */
export interface Seen {
  readonly version: number;
  readonly requestKey?: string;
}

// — Articles —

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
}

/** Keeps the text and its original bytes, finds the statements, and opens the article's log. */
export async function importArticle(desk: Desk, editor: Editor, imported: Imported): Promise<StoredArticle> {
  permit(editor, 'import');
  const { article, statements, original } = await prepareArticle(desk, editor, imported, null);
  const entries = [
    {
      draft: draftOf(desk, editor, article.id, null, importedAct(desk, article, statements, null)),
      seen: null,
    },
  ];
  await desk.store.addArticle({ article, original, statements, entries });
  return article;
}

/** The rows of an article about to be kept: the article, its statements, its original. Nothing is written. */
export async function prepareArticle(
  desk: Desk,
  editor: Editor,
  imported: Imported,
  older: StoredArticle | null,
) {
  if (imported.text.trim() === '')
    throw invalid('There is no text here. Paste the article, or choose its file.', 'text');
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
    title: imported.title.trim() || 'Untitled',
    publisher: imported.publisher,
    publishedOn: imported.publishedOn,
    url: imported.url,
    language: imported.language,
    text: imported.text,
    textSha256: sha256(imported.text),
    blocks: imported.blocks,
    sourceSha256: original.sha256,
    sourceMediaType: imported.mediaType,
    sourceName: imported.name,
    importedAt: at,
    importedBy: editor.id,
  };
  const found = await desk.extract(article);
  const ids = found.map(() => desk.newId());
  const statements = found.map(
    ({ within, ...statement }, index): Statement => ({
      ...statement,
      id: ids[index] ?? '',
      articleId: id,
      ordinal: index + 1,
      origin: 'extracted',
      engine: desk.engine,
      addedBy: null,
      withinId: within === undefined ? null : (ids[within] ?? null),
    }),
  );
  // An inner statement may stand before its outer one in the text; rows refer backwards only.
  statements.sort(
    (a, b) => Number(a.withinId !== null) - Number(b.withinId !== null) || a.ordinal - b.ordinal,
  );
  return { article, statements, original };
}

export function importedAct(
  desk: Desk,
  article: StoredArticle,
  statements: readonly Statement[],
  supersedes: { article: string; head: string } | null,
): ArticleAct {
  return {
    kind: 'imported',
    payload: {
      title: article.title,
      textSha256: article.textSha256,
      sourceSha256: article.sourceSha256,
      statementsDigest: statementsDigest(statements),
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
): Promise<Recorded> {
  permit(editor, 'assign');
  return onArticle(desk, editor, articleId, { kind: 'due_set', payload: { due } });
}

export async function assignArticle(
  desk: Desk,
  editor: Editor,
  articleId: string,
  to: string | null,
  note: string | null,
): Promise<Recorded> {
  permit(editor, to === editor.id ? 'review' : 'assign');
  return onArticle(desk, editor, articleId, { kind: 'article_assigned', payload: { to, note } });
}

/** Shows readers every statement whose rating is final; refuses while there is none. */
export async function publish(desk: Desk, editor: Editor, articleId: string): Promise<Recorded> {
  permit(editor, 'publish');
  const final = (await desk.store.reviews(articleId)).filter(isFinal);
  const payload = {
    statements: final.map((review) => review.statementId),
    digest: digestOf('published', final.map(signOffDigest)),
  };
  return onArticle(desk, editor, articleId, { kind: 'published', payload });
}

export async function unpublish(
  desk: Desk,
  editor: Editor,
  articleId: string,
  reason: string,
): Promise<Recorded> {
  permit(editor, 'publish');
  return onArticle(desk, editor, articleId, { kind: 'unpublished', payload: { reason } });
}

export async function publishCorrection(
  desk: Desk,
  editor: Editor,
  articleId: string,
  correction: { statementId: string; what: string; why: string; before: string; after: string },
): Promise<Recorded> {
  permit(editor, 'publish');
  return onArticle(desk, editor, articleId, { kind: 'correction_published', payload: correction });
}

export const isFinal = (review: Review): boolean =>
  review.struckOut === null &&
  review.fellBack === null &&
  review.rating !== 'unchecked' &&
  (review.signOff !== null || !review.secondSignature);

// — Who said it —

export const confirmAttribution = (desk: Desk, editor: Editor, id: string, seen: Seen): Promise<Recorded> =>
  onStatement(desk, editor, id, seen, { kind: 'attribution_confirmed', payload: {} });

export const disputeAttribution = (
  desk: Desk,
  editor: Editor,
  id: string,
  seen: Seen,
  reason: string,
): Promise<Recorded> =>
  onStatement(desk, editor, id, seen, { kind: 'attribution_disputed', payload: { reason } });

export const reopenAttribution = (
  desk: Desk,
  editor: Editor,
  id: string,
  seen: Seen,
  reason: string | null,
): Promise<Recorded> =>
  onStatement(desk, editor, id, seen, { kind: 'attribution_reopened', payload: { reason } });

export const identifySource = (
  desk: Desk,
  editor: Editor,
  id: string,
  seen: Seen,
  provenance: Provenance,
  reason: string | null,
): Promise<Recorded> =>
  onStatement(desk, editor, id, seen, { kind: 'source_identified', payload: { ...provenance, reason } });

export const recordIdentity = (
  desk: Desk,
  editor: Editor,
  id: string,
  seen: Seen,
  identity: string,
): Promise<Recorded> =>
  onStatement(desk, editor, id, seen, { kind: 'identity_recorded', payload: { identity } });

// — What the statement is —

export interface Selection {
  readonly kind: Kind;
  readonly content: readonly Span[];
  readonly cue: readonly Span[];
  readonly source: readonly Span[];
}

export async function correctWords(
  desk: Desk,
  editor: Editor,
  id: string,
  seen: Seen,
  selection: Selection,
): Promise<Recorded> {
  const review = await desk.store.review(id);
  const { text } = await desk.store.article(review.articleId);
  checkSpans(text, selection);
  const payload = { ...selection, words: wordsOf(text, selection.content) };
  return onStatement(desk, editor, id, seen, { kind: 'words_corrected', payload });
}

export const reclassify = (
  desk: Desk,
  editor: Editor,
  id: string,
  seen: Seen,
  payload: { checkable: boolean; polarity: Polarity },
): Promise<Recorded> => onStatement(desk, editor, id, seen, { kind: 'reclassified', payload });

export const strikeOut = (
  desk: Desk,
  editor: Editor,
  id: string,
  seen: Seen,
  reason: string,
): Promise<Recorded> => onStatement(desk, editor, id, seen, { kind: 'struck_out', payload: { reason } });

export const restore = (
  desk: Desk,
  editor: Editor,
  id: string,
  seen: Seen,
  reason: string | null,
): Promise<Recorded> => onStatement(desk, editor, id, seen, { kind: 'restored', payload: { reason } });

/** A statement the engine missed, made from words an editor selected. Returns its id. */
export async function addStatement(
  desk: Desk,
  editor: Editor,
  articleId: string,
  added: Omit<ExtractedStatement, 'confidence' | 'within'>,
  requestKey?: string,
): Promise<string> {
  permit(editor, 'review');
  const article = await desk.store.article(articleId);
  checkSpans(article.text, added);
  const extracted: ExtractedStatement = { ...added, confidence: 1 };
  const id = desk.newId();
  const statement: Statement = {
    ...extracted,
    id,
    articleId,
    ordinal: await ordinalFor(desk, articleId, added.content),
    origin: 'added',
    engine: null,
    addedBy: editor.id,
    withinId: null,
  };
  const draft = draftOf(desk, editor, articleId, id, {
    kind: 'statement_added',
    payload: { statement: extracted },
  });
  const recorded = await desk.store.record(
    [{ draft, seen: null, statement }],
    requestFor(editor, requestKey),
  );
  return recorded.events[0]?.statementId ?? id;
}

/** Statements are numbered in text order; one added later shares the number of the one it follows, and its id sorts after. */
async function ordinalFor(desk: Desk, articleId: string, content: readonly Span[]): Promise<number> {
  const start = content[0]?.start ?? 0;
  const before = (await desk.store.statements(articleId)).filter(
    (other) => (other.content[0]?.start ?? 0) <= start,
  );
  return Math.max(0, ...before.map((other) => other.ordinal));
}

// — Evidence —

export async function addEvidence(
  desk: Desk,
  editor: Editor,
  id: string,
  seen: Seen,
  item: Omit<EvidenceItem, 'id' | 'fileSha256'>,
  file: { bytes: Uint8Array; mediaType: string } | null,
): Promise<Recorded> {
  permit(editor, 'review');
  let fileSha256: string | null = null;
  if (file) {
    fileSha256 = sha256(file.bytes);
    const { bytes, mediaType } = file;
    await desk.store.addFile({
      sha256: fileSha256,
      size: bytes.length,
      mediaType,
      bytes,
      addedAt: desk.now(),
    });
  }
  const payload: EvidenceItem = { ...item, id: desk.newId(), fileSha256 };
  return onStatement(desk, editor, id, seen, { kind: 'evidence_added', payload });
}

export const changeStance = (
  desk: Desk,
  editor: Editor,
  id: string,
  seen: Seen,
  payload: { evidenceId: string; stance: Stance; reason: string },
): Promise<Recorded> => onStatement(desk, editor, id, seen, { kind: 'evidence_stance_changed', payload });

export const changeOrigin = (
  desk: Desk,
  editor: Editor,
  id: string,
  seen: Seen,
  payload: { evidenceId: string; origin: Origin; reason: string },
): Promise<Recorded> => onStatement(desk, editor, id, seen, { kind: 'evidence_origin_changed', payload });

export const gradeReliability = (
  desk: Desk,
  editor: Editor,
  id: string,
  seen: Seen,
  payload: { evidenceId: string; reliability: Reliability },
): Promise<Recorded> => onStatement(desk, editor, id, seen, { kind: 'reliability_graded', payload });

export const gradeCredibility = (
  desk: Desk,
  editor: Editor,
  id: string,
  seen: Seen,
  payload: { evidenceId: string; credibility: Credibility },
): Promise<Recorded> => onStatement(desk, editor, id, seen, { kind: 'credibility_graded', payload });

export const withdrawEvidence = (
  desk: Desk,
  editor: Editor,
  id: string,
  seen: Seen,
  payload: { evidenceId: string; reason: string },
): Promise<Recorded> => onStatement(desk, editor, id, seen, { kind: 'evidence_withdrawn', payload });

// — Rating and sign-off —

export async function rate(
  desk: Desk,
  editor: Editor,
  id: string,
  seen: Seen,
  rating: Rating,
  reason: string,
): Promise<Recorded> {
  const { secondSignature } = await desk.store.settings();
  return onStatement(desk, editor, id, seen, { kind: 'rated', payload: { rating, reason, secondSignature } });
}

/** `digest` is of what the second editor saw; the rule refuses it when anything changed since. */
export const signOff = (
  desk: Desk,
  editor: Editor,
  id: string,
  seen: Seen,
  digest: string,
): Promise<Recorded> => onStatement(desk, editor, id, seen, { kind: 'signed_off', payload: { digest } });

export const withdrawSignOff = (
  desk: Desk,
  editor: Editor,
  id: string,
  seen: Seen,
  reason: string,
): Promise<Recorded> =>
  onStatement(desk, editor, id, seen, { kind: 'sign_off_withdrawn', payload: { reason } });

export const sendBack = (
  desk: Desk,
  editor: Editor,
  id: string,
  seen: Seen,
  reason: string,
): Promise<Recorded> => onStatement(desk, editor, id, seen, { kind: 'returned', payload: { reason } });

export async function assign(
  desk: Desk,
  editor: Editor,
  id: string,
  seen: Seen,
  to: string | null,
  note: string | null,
): Promise<Recorded> {
  permit(editor, to === editor.id ? 'review' : 'assign');
  return onStatement(desk, editor, id, seen, { kind: 'assigned', payload: { to, note } });
}

// — Notes —

export interface NewNote {
  readonly body: string;
  readonly confidential: boolean;
  readonly replyTo: string | null;
  readonly span: Span | null;
  readonly mentions: readonly string[];
}

/** Notes do not touch what others write, so they never collide: no version is asked for. */
export async function addNote(
  desk: Desk,
  editor: Editor,
  on: { articleId: string; statementId: string | null },
  note: NewNote,
  requestKey?: string,
): Promise<Recorded> {
  return onNote(desk, editor, on, { kind: 'noted', payload: { ...note, noteId: desk.newId() } }, requestKey);
}

export async function changeNote(
  desk: Desk,
  editor: Editor,
  on: { articleId: string; statementId: string | null },
  act: Exclude<NoteAct, { kind: 'noted' }>,
  requestKey?: string,
): Promise<Recorded> {
  return onNote(desk, editor, on, act, requestKey);
}

async function onNote(
  desk: Desk,
  editor: Editor,
  on: { articleId: string; statementId: string | null },
  act: NoteAct,
  requestKey: string | undefined,
): Promise<Recorded> {
  permit(editor, 'annotate');
  const confidential = await isConfidential(desk, on, act);
  const draft = { ...draftOf(desk, editor, on.articleId, on.statementId, act), confidential };
  return desk.store.record([{ draft, seen: null }], requestFor(editor, requestKey));
}

/** A reply to a confidential note, or new words for one, are confidential too. */
async function isConfidential(
  desk: Desk,
  on: { articleId: string; statementId: string | null },
  act: NoteAct,
): Promise<boolean> {
  if (act.kind === 'noted' && act.payload.confidential) return true;
  const parent = act.kind === 'noted' ? act.payload.replyTo : act.payload.noteId;
  if (parent === null) return false;
  const { notes } = on.statementId
    ? await desk.store.review(on.statementId)
    : await desk.store.articleReview(on.articleId);
  return notes.some((note) => note.id === parent && note.confidential);
}

// — Undo —

/** Takes back the editor's own last act on a statement by its opposite; the log keeps both. */
export async function undo(desk: Desk, editor: Editor, id: string, seen: Seen): Promise<Recorded> {
  const events = await desk.store.statementEvents(id);
  const last = events.at(-1);
  if (!last || last.by !== editor.id) throw conflict('There is nothing of yours to undo here.');
  const act = opposite(last, events.slice(0, -1), await desk.store.statement(id));
  if (!act) throw conflict('That cannot be undone in one step. Change it by hand.');
  return onStatement(desk, editor, id, seen, act);
}

function opposite(event: Event, earlier: readonly Event[], statement: Statement): StatementAct | null {
  switch (event.kind) {
    case 'attribution_confirmed':
    case 'attribution_disputed':
      return { kind: 'attribution_reopened', payload: { reason: null } };
    case 'source_identified': {
      const before = earlier.findLast((other) => other.kind === 'source_identified');
      const payload =
        before?.kind === 'source_identified'
          ? before.payload
          : {
              speaker: statement.speaker,
              via: statement.via,
              channel: statement.channel,
              saidOn: statement.saidOn,
              reason: null,
            };
      return { kind: 'source_identified', payload };
    }
    case 'rated': {
      const before = earlier.findLast((other) => other.kind === 'rated');
      const { secondSignature } = event.payload;
      return before?.kind === 'rated'
        ? { kind: 'rated', payload: before.payload }
        : { kind: 'rated', payload: { rating: 'unchecked', reason: '', secondSignature } };
    }
    case 'signed_off':
      return { kind: 'sign_off_withdrawn', payload: { reason: 'Signed by mistake.' } };
    case 'evidence_added':
      return {
        kind: 'evidence_withdrawn',
        payload: { evidenceId: event.payload.id, reason: 'Added by mistake.' },
      };
    case 'struck_out':
      return { kind: 'restored', payload: { reason: null } };
    case 'restored':
      return { kind: 'struck_out', payload: { reason: 'Restored by mistake.' } };
    case 'statement_added':
      return { kind: 'struck_out', payload: { reason: 'Added by mistake.' } };
    case 'noted':
      return { kind: 'note_withdrawn', payload: { noteId: event.payload.noteId } };
    case 'note_resolved':
      return { kind: 'note_reopened', payload: event.payload };
    case 'note_reopened':
      return { kind: 'note_resolved', payload: event.payload };
    default:
      return null;
  }
}

// — What every act shares —

export function permit(editor: Editor, permission: Permission): void {
  if (!may(editor, permission)) throw forbidden('Your account may not do this. Ask a lead of the desk.');
}

async function onStatement(
  desk: Desk,
  editor: Editor,
  statementId: string,
  seen: Seen,
  act: StatementAct,
): Promise<Recorded> {
  permit(editor, 'review');
  const { articleId } = await desk.store.review(statementId);
  const draft = draftOf(desk, editor, articleId, statementId, act);
  return desk.store.record([{ draft, seen: seen.version }], requestFor(editor, seen.requestKey));
}

async function onArticle(desk: Desk, editor: Editor, articleId: string, act: ArticleAct): Promise<Recorded> {
  return desk.store.record([{ draft: draftOf(desk, editor, articleId, null, act), seen: null }]);
}

export function draftOf(
  desk: Desk,
  editor: Editor,
  articleId: string,
  statementId: string | null,
  act: Act,
): Draft {
  return {
    ...act,
    id: desk.newId(),
    articleId,
    statementId,
    at: desk.now(),
    by: editor.id,
    confidential: act.kind === 'identity_recorded',
    salt: desk.newSalt(),
  };
}

const requestFor = (editor: Editor, key: string | undefined) =>
  key ? { editorId: editor.id, key } : undefined;

function checkSpans(text: string, selection: Selection): void {
  if (selection.content.length === 0) throw invalid('Select the words that were said.', 'content');
  const spans = [...selection.content, ...selection.cue, ...selection.source];
  for (const span of spans)
    if (
      !Number.isInteger(span.start) ||
      !Number.isInteger(span.end) ||
      span.start < 0 ||
      span.end > text.length ||
      span.start >= span.end
    )
      throw invalid('That selection is not in this article. Select the words again.', 'content');
}
