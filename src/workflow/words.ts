// What the statement is: its words, its kind, whether it is one at all; and statements editors add.
import type { Editor } from '../core/editor.js';
import { invalid } from '../core/errors.js';
import type { Span } from '../core/span.js';
import type { ExtractedStatement, Kind, Polarity } from '../core/statement.js';
import type { Entry, Recorded, Statement, StoredArticle } from '../core/store.js';
import { wordsOf } from '../core/words.js';
import { type Desk, draftOf, onStatement, permit, requestFor, type Seen } from './desk.js';

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
  added: Added,
  requestKey?: string,
): Promise<string> {
  permit(editor, 'review');
  const article = await desk.store.article(articleId);
  const entry = additionOf(desk, editor, article, await desk.store.statements(articleId), added);
  const recorded = await desk.store.record([entry], requestFor(editor, requestKey));
  return recorded.events[0]?.statementId ?? entry.statement.id;
}

export type Added = Omit<ExtractedStatement, 'confidence' | 'within'>;

/** What adding a statement records, with the row it makes. */
export function additionOf(
  desk: Desk,
  editor: Editor,
  article: StoredArticle,
  others: readonly Statement[],
  added: Added,
): Entry & { readonly statement: Statement } {
  checkSpans(article.text, added);
  const speaker = { ...added.speaker, speakerId: added.speaker.speakerId ?? null };
  const extracted: ExtractedStatement = { ...added, speaker, confidence: 1 };
  const id = desk.newId();
  const statement: Statement = {
    ...extracted,
    id,
    articleId: article.id,
    ordinal: ordinalFor(others, added.content),
    origin: 'added',
    engine: null,
    addedBy: editor.id,
    withinId: null,
  };
  const draft = draftOf(desk, editor, article.id, id, {
    kind: 'statement_added',
    payload: { statement: extracted },
  });
  return { draft, seen: null, statement };
}

/** Statements are numbered in text order; one added later shares the number of the one it follows, and its id sorts after. */
function ordinalFor(others: readonly Statement[], content: readonly Span[]): number {
  const start = content[0]?.start ?? 0;
  return others.reduce(
    (last, other) => ((other.content[0]?.start ?? 0) <= start ? Math.max(last, other.ordinal) : last),
    0,
  );
}

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
