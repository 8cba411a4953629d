// The full-text index: written with what it indexes, read newest first so that a frequent word costs no more than a rare one.
import type { Database } from 'better-sqlite3';
import type { Rating } from '../core/rating.js';
import type { Note, Review } from '../core/review.js';
import {
  type Found,
  type Hit,
  rank,
  readTerms,
  type SearchFilter,
  type SearchKind,
  type Term,
} from '../core/search.js';
import type { Speaker } from '../core/statement.js';
import type { Statement, StoredArticle } from '../core/store.js';
import { wordsOf } from '../core/words.js';

/** Matches looked at for one answer: the newest ones. */
const LOOKED_AT = 400;

interface Doc {
  readonly kind: SearchKind;
  readonly ref: string;
  /** What it stands on, where its `ref` does not say so already: a statement, or else an article. */
  readonly statementId: string | null;
  readonly articleId: string | null;
  readonly confidential: boolean;
  readonly words: string;
}

interface FoundRow {
  readonly kind: string;
  readonly ref: string;
  readonly article_id: string;
  readonly statement_id: string | null;
  readonly title: string;
  readonly words: string;
  readonly speaker_name: string | null;
  readonly rating: string | null;
}

export type SearchTables = ReturnType<typeof searchTables>;

export function searchTables(db: Database) {
  const rowOf = db.prepare<[string, string], { id: number }>(
    'SELECT id FROM search_rows WHERE kind = ? AND ref = ?',
  );
  const last = db.prepare<[], { id: number | null }>('SELECT max(id) AS id FROM search_rows');
  const insertRow = db.prepare(`
    INSERT INTO search_rows (id, kind, ref, statement_id, article_id, confidential) VALUES (?, ?, ?, ?, ?, ?)`);
  const insertItself = db.prepare(
    'INSERT INTO search_rows (id, kind, ref, confidential) VALUES (?, ?, ?, 0)',
  );
  const dropRow = db.prepare('DELETE FROM search_rows WHERE id = ?');
  const insertWords = db.prepare('INSERT INTO search_index (rowid, words) VALUES (?, ?)');
  const dropWords = db.prepare('DELETE FROM search_index WHERE rowid = ?');
  const find = searchStatements(db);

  function drop(id: number): void {
    dropWords.run(id);
    dropRow.run(id);
  }

  function exchange(docs: readonly Doc[], before: readonly Doc[] = []): void {
    const old = new Map(before.map((doc) => [`${doc.kind} ${doc.ref}`, doc.words]));
    for (const doc of docs) {
      const key = `${doc.kind} ${doc.ref}`;
      if (old.get(key) !== doc.words) put(doc);
      old.delete(key);
    }
    for (const doc of before) {
      if (!old.has(`${doc.kind} ${doc.ref}`)) continue;
      const row = rowOf.get(doc.kind, doc.ref);
      if (row) drop(row.id);
    }
  }

  function put(doc: Doc): void {
    const before = rowOf.get(doc.kind, doc.ref);
    if (before) drop(before.id);
    add(doc);
  }

  const nextId = (): number => (last.get()?.id ?? 0) + 1;

  /** What was never put before. */
  function add(doc: Doc): void {
    const id = nextId();
    insertRow.run(id, doc.kind, doc.ref, doc.statementId, doc.articleId, doc.confidential ? 1 : 0);
    insertWords.run(id, doc.words);
  }

  return {
    /** A new article and its statements, one after another: other writes in between make the index flush each time. */
    addArticle(article: StoredArticle, statements: readonly Statement[]): void {
      let id = nextId();
      insertItself.run(id, 'article', article.id);
      insertWords.run(id, `${article.title}\n${article.text}`);
      for (const { id: ref, content, speaker } of statements) {
        insertItself.run(++id, 'statement', ref);
        insertWords.run(id, statementWords(wordsOf(article.text, content), speaker));
      }
    },
    /** What a statement's review says now takes the place of what it said before; what stayed is left alone. */
    putReview: (review: Review, before: Review | undefined): void =>
      exchange(docsOf(review), before && docsOf(before)),
    putArticleNotes: (notes: readonly Note[], before: readonly Note[], articleId: string): void =>
      exchange(
        noteDocs(notes, { statementId: null, articleId }),
        noteDocs(before, { statementId: null, articleId }),
      ),
    search(typed: string, filter: SearchFilter, limit: number): readonly Hit[] {
      const terms = readTerms(typed);
      if (terms.length === 0) return [];
      const rows = find(matchOf(terms), filter, LOOKED_AT);
      return rank(
        rows.map((row, index) => foundOf(row, index / Math.max(1, rows.length))),
        terms,
        limit,
      );
    },
  };
}

function docsOf(review: Review): readonly Doc[] {
  if (review.struckOut) return [];
  const { statementId } = review;
  const evidence = review.evidence
    .filter((item) => item.withdrawn === null)
    .map((item): Doc => {
      const words = [item.title, item.origin.name, item.method].filter(Boolean).join(' — ');
      // An item that was carried over keeps its id: it is found on both statements.
      const ref = `${statementId} ${item.id}`;
      return { kind: 'evidence', ref, statementId, articleId: null, confidential: false, words };
    });
  return [
    {
      kind: 'statement',
      ref: statementId,
      statementId: null,
      articleId: null,
      confidential: false,
      words: statementWords(review.words, review.provenance.speaker),
    },
    ...evidence,
    ...noteDocs(review.notes, { statementId, articleId: null }),
  ];
}

const statementWords = (words: string, { name, role, affiliation }: Speaker): string =>
  `${words} — ${[name, role, affiliation].filter(Boolean).join(', ')}`;

const noteDocs = (notes: readonly Note[], on: Pick<Doc, 'statementId' | 'articleId'>): readonly Doc[] =>
  notes
    .filter((note) => !note.withdrawn)
    .map(({ id, confidential, body }) => ({
      ...on,
      kind: 'note',
      ref: id,
      confidential,
      words: body,
    }));

/** FTS5's own syntax never reaches it from outside: every term is a quoted string. */
const matchOf = (terms: readonly Term[]): string =>
  terms.map((term) => `"${term.words.replaceAll('"', '')}"${term.open ? '*' : ''}`).join(' ');

function searchStatements(db: Database) {
  const prepareFor = (conditions: string) =>
    db.prepare<[Record<string, string | number>], FoundRow>(`
      SELECT row.kind, row.ref, articles.id AS article_id, reviews.statement_id, articles.title, search_index.words,
             reviews.speaker_name, reviews.rating
      FROM search_index JOIN search_rows AS row ON row.id = search_index.rowid
      LEFT JOIN reviews ON reviews.statement_id = coalesce(row.statement_id, row.ref)
      JOIN articles ON articles.id = coalesce(reviews.article_id, row.article_id, row.ref)
      WHERE search_index MATCH @match AND row.confidential <= @confidential ${conditions} ORDER BY search_index.rowid DESC LIMIT @limit`);
  const parts = {
    kind: 'AND row.kind = @kind',
    rating: 'AND reviews.rating = @rating',
    speakerId: 'AND reviews.speaker_id = @speakerId',
  } as const;
  const names = Object.keys(parts) as (keyof typeof parts)[];
  const prepared = new Map<string, ReturnType<typeof prepareFor>>();
  for (let bits = 0; bits < 1 << names.length; bits++) {
    const used = names.filter((_, index) => bits & (1 << index));
    prepared.set(used.join(), prepareFor(used.map((name) => parts[name]).join(' ')));
  }
  return (
    match: string,
    { withConfidential, ...filter }: SearchFilter,
    limit: number,
  ): readonly FoundRow[] => {
    const used = names.filter((name) => filter[name] !== undefined);
    const values = Object.fromEntries(used.map((name) => [name, filter[name] ?? '']));
    return (
      prepared.get(used.join())?.all({ ...values, match, limit, confidential: withConfidential ? 1 : 0 }) ??
      []
    );
  };
}

const foundOf = (row: FoundRow, age: number): Found => ({
  kind: row.kind as SearchKind,
  ref: row.ref,
  articleId: row.article_id,
  statementId: row.statement_id,
  articleTitle: row.title,
  words: row.words,
  speaker: row.speaker_name,
  rating: row.rating as Rating | null,
  age,
});
