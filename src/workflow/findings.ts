// Findings of others, brought in: their statements where the words stand in our text, what they made of them as notes. Never
// a rating, never a sign-off; what cannot be placed is listed and not guessed onto some other sentence.
import { sha256 } from '../core/digest.js';
import type { Editor } from '../core/editor.js';
import { invalid } from '../core/errors.js';
import type { EventKind, NoteAct, StatementAct } from '../core/event.js';
import type { Note, Review } from '../core/review.js';
import type { Span } from '../core/span.js';
import type { Entry, StoredArticle } from '../core/store.js';
import { FINDING_FORMS, readFindings } from '../importers/interchange.js';
import { type ForeignStatement, placeStatements } from '../importers/interchange-statement.js';
import { type Desk, draftOf, permit, requestFor } from './desk.js';
import { noteBodies } from './foreign-note.js';
import { keepForImport } from './reading.js';
import { additionOf } from './words.js';

/** What bringing one statement in would do. */
export interface Finding {
  readonly theirs: ForeignStatement;
  readonly content: readonly Span[];
  /** The words as they stand in our text. */
  readonly words: string;
  /** `added`: a statement of theirs that we lack. `noted`: on one of ours. `remarked`: on a stretch of the text, because they name no speaker. `known`: all of it is here. */
  readonly does: 'added' | 'noted' | 'remarked' | 'known';
  /** Ours, where there is one. */
  readonly statementId: string | null;
  /** The notes it would leave. */
  readonly notes: readonly string[];
}

export interface Findings {
  readonly articleId: string;
  /** In words: "ClaimReview". */
  readonly form: string;
  readonly name: string;
  readonly sha256: string;
  readonly placed: readonly Finding[];
  readonly unplaced: readonly ForeignStatement[];
}

export interface FindingsFile {
  readonly bytes: Uint8Array;
  readonly name: string;
}

/** What would be added where. Nothing is written. */
export async function previewFindings(
  desk: Desk,
  editor: Editor,
  articleId: string,
  { bytes, name }: FindingsFile,
): Promise<Findings> {
  permit(editor, 'review');
  const article = await desk.store.article(articleId);
  const { form, statements } = readFindings(bytes, article.textSha256);
  const { placed, orphaned } = placeStatements(article.text, statements);
  const file = { name: name || 'a file without a name', form: FINDING_FORMS[form], sha256: sha256(bytes) };
  const ours = await oursOf(desk, article);
  // That it stands in this very article is no source for it.
  const sourced = (theirs: ForeignStatement): ForeignStatement => ({
    ...theirs,
    links: theirs.links.filter(({ url }) => /^https?:/i.test(url) && url !== article.url),
  });
  return {
    articleId,
    form: file.form,
    name: file.name,
    sha256: file.sha256,
    placed: placed.map(({ statement, content }) => {
      const theirs = sourced(statement);
      return findingOf(article, ours, theirs, content, noteBodies(theirs, file));
    }),
    unplaced: orphaned,
  };
}

interface Ours {
  readonly byPlace: ReadonlyMap<string, Review>;
  readonly notes: readonly Note[];
}

async function oursOf(desk: Desk, { id, text }: StoredArticle): Promise<Ours> {
  const reviews = await desk.store.reviews(id);
  const byPlace = new Map(reviews.map((review) => [placeOf(text, review.content), review]));
  return { byPlace, notes: (await desk.store.articleReview(id)).notes };
}

function findingOf(
  article: StoredArticle,
  { byPlace, notes }: Ours,
  theirs: ForeignStatement,
  content: readonly Span[],
  bodies: readonly string[],
): Finding {
  const words = content.map(({ start, end }) => article.text.slice(start, end)).join(' … ');
  const review = byPlace.get(placeOf(article.text, content));
  const found = { theirs, content, words, statementId: review?.statementId ?? null };
  // A second import of the same file finds its own notes, and leaves them.
  const lacking = (there: readonly Note[]) =>
    bodies.filter((body) => !there.some((note) => note.body === body));
  if (review) {
    const says = saysMore(theirs, review) && !review.struckOut ? lacking(review.notes) : [];
    return { ...found, does: says.length > 0 ? 'noted' : 'known', notes: says };
  }
  if (theirs.speaker) return { ...found, does: 'added', notes: bodies };
  const remarks = lacking(notes);
  return { ...found, does: remarks.length > 0 ? 'remarked' : 'known', notes: remarks };
}

/** Whether they tell us anything of a statement that we have: a verdict, a comment, a source, another speaker. */
const saysMore = (theirs: ForeignStatement, { provenance }: Review): boolean =>
  theirs.verdict !== null ||
  theirs.comments.length > 0 ||
  theirs.links.length > 0 ||
  (theirs.speaker !== null && theirs.speaker.name !== provenance.speaker.name);

/** One key for one stretch, whether or not quotation marks and stops are counted in. */
const placeOf = (text: string, content: readonly Span[]): string =>
  content
    .map(({ start, end }) => {
      const words = text.slice(start, end);
      const before = /^[\s\p{P}]*/u.exec(words)?.[0].length ?? 0;
      const after = /[\s\p{P}]*$/u.exec(words)?.[0].length ?? 0;
      return before === words.length ? `${start}-${end}` : `${start + before}-${end - after}`;
    })
    .join(' ');

/** Writes the chosen ones in one transaction; all of them without a choice. How many statements and notes it made. */
export async function bringInFindings(
  desk: Desk,
  editor: Editor,
  articleId: string,
  file: FindingsFile,
  chosen: ReadonlySet<number> | null = null,
  requestKey?: string,
): Promise<{ readonly statements: number; readonly notes: number }> {
  permit(editor, 'review');
  permit(editor, 'annotate');
  const { placed } = await previewFindings(desk, editor, articleId, file);
  const wanted = placed.filter((_, index) => chosen?.has(index) ?? true);
  if (wanted.length === 0) throw invalid('There is nothing to bring in. Choose at least one.');
  const taken = wanted.filter(({ does }) => does !== 'known');
  // Posted twice: all of it is here.
  if (taken.length === 0) return { statements: 0, notes: 0 };
  const article = await desk.store.article(articleId);
  const others = await desk.store.statements(articleId);
  const entries: Entry[] = [];
  const made = new Map<string, string>();
  for (const finding of taken) {
    const key = JSON.stringify(finding.content);
    const on = finding.statementId ?? made.get(key) ?? null;
    let statementId = on;
    if (finding.does === 'added' && on === null) {
      const entry = additionOf(desk, editor, article, others, addedFrom(finding));
      entries.push(entry, unlooked(desk, editor, articleId, entry.statement.id, file.name));
      statementId = entry.statement.id;
      made.set(key, statementId);
    }
    const span = statementId === null ? (finding.content[0] ?? null) : null;
    for (const body of finding.notes)
      entries.push(noteEntry(desk, editor, articleId, statementId, body, span));
  }
  await keepForImport(desk, editor, file.bytes);
  const { events } = await desk.store.record(entries, requestFor(editor, requestKey));
  const count = (kind: EventKind) => events.filter((event) => event.kind === kind).length;
  return { statements: count('statement_added'), notes: count('noted') };
}

/** A statement that an editor adds by hand counts as confirmed by them; of one that is brought in nobody here has looked. */
function unlooked(desk: Desk, editor: Editor, articleId: string, statementId: string, name: string): Entry {
  const payload = { reason: `Brought in from “${name}”; nobody of this desk has looked yet.` };
  const act: StatementAct = { kind: 'attribution_reopened', payload };
  return { draft: draftOf(desk, editor, articleId, statementId, act), seen: null };
}

function addedFrom({ theirs, content }: Finding) {
  const { speaker, kind, via, channel, saidOn, polarity } = theirs;
  if (!speaker) throw new Error('Nobody is named.');
  return {
    kind: kind ?? ('indirect' as const),
    content,
    cue: [],
    source: [],
    speaker,
    via,
    channel,
    saidOn: saidOn && /^\d{4}-\d{2}-\d{2}$/.test(saidOn) ? saidOn : null,
    polarity,
    checkable: true,
  };
}

function noteEntry(
  desk: Desk,
  editor: Editor,
  articleId: string,
  statementId: string | null,
  body: string,
  span: Span | null,
): Entry {
  const payload = { noteId: desk.newId(), replyTo: null, body, confidential: false, span, mentions: [] };
  const act: NoteAct = { kind: 'noted', payload };
  return { draft: draftOf(desk, editor, articleId, statementId, act), seen: null };
}
