// Articles, their blocks and statements. Written once, never changed.
import type { Database } from 'better-sqlite3';
import type { Block, BlockKind } from '../core/article.js';
import { notFound } from '../core/errors.js';
import type { Span } from '../core/span.js';
import type { Anonymity, Channel, Kind, Polarity, SpeakerType } from '../core/statement.js';
import type { Page, Statement, StoredArticle } from '../core/store.js';
import { decodeCursor, toPage } from './cursor.js';
import type { ArticlesRow, BlocksRow, StatementsRow } from './rows.js';

export type ArticleTables = ReturnType<typeof articleTables>;

export function articleTables(db: Database) {
  const insertArticle = db.prepare(`
    INSERT INTO articles (id, story_id, version, supersedes, title, publisher, published_on, url, language, text,
                          text_sha256, source_sha256, source_media_type, source_name, imported_at, imported_by)
    VALUES (@id, @story_id, @version, @supersedes, @title, @publisher, @published_on, @url, @language, @text,
            @text_sha256, @source_sha256, @source_media_type, @source_name, @imported_at, @imported_by)`);
  const insertBlock = db.prepare(`
    INSERT INTO blocks (article_id, ordinal, kind, set_aside, start, "end") VALUES (?, ?, ?, ?, ?, ?)`);
  // Bound by place: by name each of them would be looked up again for every row of an import.
  const insertStatement = db.prepare(`
    INSERT INTO statements (${STATEMENT_COLUMNS.join(', ')}) VALUES (${STATEMENT_COLUMNS.map(() => '?').join(', ')})`);
  const oneArticle = db.prepare<[string], ArticlesRow>('SELECT * FROM articles WHERE id = ?');
  const oneText = db.prepare<[string], { text: string }>('SELECT text FROM articles WHERE id = ?');
  const blocksOf = db.prepare<[string], BlocksRow>(
    'SELECT * FROM blocks WHERE article_id = ? ORDER BY ordinal',
  );
  const ids = db.prepare<[], { id: string }>('SELECT id FROM articles ORDER BY imported_at, id');
  const statementsOf = db.prepare<[string], StatementsRow>(
    'SELECT * FROM statements WHERE article_id = ? ORDER BY ordinal, id',
  );
  const statementsAfter = db.prepare<[string, number, string, number], StatementsRow>(`
    SELECT * FROM statements WHERE article_id = ? AND (ordinal, id) > (?, ?) ORDER BY ordinal, id LIMIT ?`);
  const oneStatement = db.prepare<[string], StatementsRow>('SELECT * FROM statements WHERE id = ?');
  /** Statements are read one after another, of one text, which may be long; a text never changes. */
  let lastText = { articleId: '', text: '' };

  return {
    insertArticle(article: StoredArticle): void {
      insertArticle.run(articleRow(article));
      article.blocks.forEach((block, index) => {
        insertBlock.run(article.id, index, block.kind, block.setAside ? 1 : 0, block.start, block.end);
      });
    },
    insertStatement(statement: Statement): void {
      const row = statementRow(statement);
      insertStatement.run(...STATEMENT_COLUMNS.map((column) => row[column]));
    },
    article(id: string): StoredArticle {
      const row = oneArticle.get(id);
      if (!row) throw noArticle();
      return articleOf(row, blocksOf.all(id));
    },
    text(articleId: string): string {
      if (lastText.articleId !== articleId) {
        const row = oneText.get(articleId);
        if (!row) throw noArticle();
        lastText = { articleId, text: row.text };
      }
      return lastText.text;
    },
    articleIds: (): readonly string[] => ids.all().map((row) => row.id),
    statements: (articleId: string): readonly Statement[] => statementsOf.all(articleId).map(statementOf),
    /** A page of them, in the article's order. */
    statementsAfter(articleId: string, after: string | undefined, limit: number): Page<Statement> {
      const [ordinal = '-1', id = ''] = after === undefined ? [] : decodeCursor(after, 2);
      const rows = statementsAfter.all(articleId, Number(ordinal), id, limit + 1);
      return toPage(rows, limit, (row) => [String(row.ordinal), row.id], statementOf);
    },
    statement(id: string): Statement {
      const row = oneStatement.get(id);
      if (!row) throw notFound('There is no such statement. It may be a mistyped address.');
      return statementOf(row);
    },
  };
}

const noArticle = () => notFound('There is no such article. It may be a mistyped address.');

function articleRow(article: StoredArticle) {
  return {
    id: article.id,
    story_id: article.storyId,
    version: article.version,
    supersedes: article.supersedes,
    title: article.title,
    publisher: article.publisher,
    published_on: article.publishedOn,
    url: article.url,
    language: article.language,
    text: article.text,
    text_sha256: article.textSha256,
    source_sha256: article.sourceSha256,
    source_media_type: article.sourceMediaType,
    source_name: article.sourceName,
    imported_at: article.importedAt,
    imported_by: article.importedBy,
  } satisfies ArticlesRow;
}

function articleOf(row: ArticlesRow, blocks: readonly BlocksRow[]): StoredArticle {
  return {
    id: row.id,
    storyId: row.story_id,
    version: row.version,
    supersedes: row.supersedes,
    title: row.title,
    publisher: row.publisher,
    publishedOn: row.published_on,
    url: row.url,
    language: row.language,
    text: row.text,
    textSha256: row.text_sha256,
    blocks: blocks.map(
      (block): Block => ({
        kind: block.kind as BlockKind,
        setAside: block.set_aside === 1,
        start: block.start,
        end: block.end,
      }),
    ),
    sourceSha256: row.source_sha256,
    sourceMediaType: row.source_media_type,
    sourceName: row.source_name,
    importedAt: row.imported_at,
    importedBy: row.imported_by,
  };
}

interface SpeakerMore {
  readonly anonymity?: Anonymity;
  readonly candidates?: readonly string[];
}

/** Pairs of start and end. */
type Pairs = readonly (readonly [number, number])[];

interface Spans {
  readonly source: Pairs;
  readonly cue: Pairs;
  readonly content: Pairs;
}

const pairsOf = (spans: readonly Span[]): Pairs => spans.map(({ start, end }) => [start, end]);
const spansOf = (pairs: Pairs): readonly Span[] => pairs.map(([start, end]) => ({ start, end }));

const STATEMENT_COLUMNS = [
  'id',
  'article_id',
  'ordinal',
  'origin',
  'engine',
  'added_by',
  'kind',
  'spans',
  'speaker_name',
  'speaker_type',
  'speaker_role',
  'speaker_affiliation',
  'speaker_id',
  'speaker_more',
  'via',
  'channel',
  'said_on',
  'polarity',
  'checkable',
  'confidence',
  'within_id',
] as const satisfies readonly (keyof StatementsRow)[];

function statementRow(statement: Statement) {
  const { anonymity, candidates } = statement.speaker;
  return {
    id: statement.id,
    article_id: statement.articleId,
    ordinal: statement.ordinal,
    origin: statement.origin,
    engine: statement.engine,
    added_by: statement.addedBy,
    kind: statement.kind,
    spans: JSON.stringify({
      source: pairsOf(statement.source),
      cue: pairsOf(statement.cue),
      content: pairsOf(statement.content),
    } satisfies Spans),
    speaker_name: statement.speaker.name,
    speaker_type: statement.speaker.type,
    speaker_role: statement.speaker.role,
    speaker_affiliation: statement.speaker.affiliation,
    speaker_id: statement.speaker.speakerId ?? null,
    speaker_more: JSON.stringify({ anonymity, candidates } satisfies SpeakerMore),
    via: JSON.stringify(statement.via),
    channel: statement.channel,
    said_on: statement.saidOn,
    polarity: statement.polarity,
    checkable: statement.checkable ? 1 : 0,
    confidence: statement.confidence,
    within_id: statement.withinId,
  } satisfies StatementsRow;
}

function statementOf(row: StatementsRow): Statement {
  const { source, cue, content } = JSON.parse(row.spans) as Spans;
  const more = JSON.parse(row.speaker_more) as SpeakerMore;
  return {
    id: row.id,
    articleId: row.article_id,
    ordinal: row.ordinal,
    origin: row.origin as Statement['origin'],
    engine: row.engine,
    addedBy: row.added_by,
    kind: row.kind as Kind,
    content: spansOf(content),
    cue: spansOf(cue),
    source: spansOf(source),
    speaker: {
      name: row.speaker_name,
      type: row.speaker_type as SpeakerType,
      role: row.speaker_role,
      affiliation: row.speaker_affiliation,
      speakerId: row.speaker_id,
      ...more,
    },
    via: JSON.parse(row.via) as string[],
    channel: row.channel as Channel | null,
    saidOn: row.said_on,
    polarity: row.polarity as Polarity,
    checkable: row.checkable === 1,
    confidence: row.confidence,
    withinId: row.within_id,
  };
}
