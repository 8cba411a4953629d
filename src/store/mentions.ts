// Mentions, written with the event that makes or settles them.
import type { Database } from 'better-sqlite3';
import type { Event } from '../core/event.js';
import { type KeptMention, type Mention, mentionsAfter } from '../core/mention.js';
import type { Note } from '../core/review.js';
import type { MentionsRow } from './rows.js';

export type MentionTable = ReturnType<typeof mentionTable>;

/** A mention as the log has it: settled by an event, or not. Who has merely read one is in no log. */
export interface ReplayedMention extends KeptMention {
  readonly settledAt: string | null;
}

export function mentionTable(db: Database) {
  const insert = db.prepare(`
    INSERT INTO mentions (editor_id, note_id, thread_id, article_id, statement_id, by, at, read_at)
    VALUES (@editor_id, @note_id, @thread_id, @article_id, @statement_id, @by, @at, @read_at)
    ON CONFLICT (editor_id, note_id) DO NOTHING`);
  const unread = db.prepare<[string, number], MentionsRow>(
    'SELECT * FROM mentions WHERE editor_id = ? AND read_at IS NULL ORDER BY at DESC LIMIT ?',
  );
  const read = db.prepare(
    'UPDATE mentions SET read_at = ? WHERE editor_id = ? AND note_id = ? AND read_at IS NULL',
  );
  const openThread = db.prepare<[string], Pick<MentionsRow, 'editor_id' | 'note_id'>>(
    'SELECT editor_id, note_id FROM mentions WHERE thread_id = ? AND read_at IS NULL',
  );
  const ofArticle = db.prepare<[string], MentionsRow>('SELECT * FROM mentions WHERE article_id = ?');
  const remove = db.prepare('DELETE FROM mentions WHERE editor_id = ? AND note_id = ?');

  const waitingIn = (threadId: string) =>
    openThread.all(threadId).map((row) => ({ editorId: row.editor_id, noteId: row.note_id }));

  return {
    /** To be called inside the event's transaction; `notes` are as the event left them. */
    follow(event: Event, notes: readonly Note[]): void {
      const { called, settled } = mentionsAfter(event, notes, waitingIn);
      for (const mention of called) insert.run(rowOf(mention, null));
      for (const { editorId, noteId } of settled) read.run(event.at, editorId, noteId);
    },
    holdsMentions(articleId: string, replayed: readonly ReplayedMention[]): boolean {
      const rows = ofArticle.all(articleId);
      const kept = new Map(rows.map((row) => [keyOf(row.editor_id, row.note_id), row]));
      return (
        rows.length === replayed.length &&
        replayed.every((mention) => agrees(kept.get(keyOf(mention.editorId, mention.noteId)), mention))
      );
    },
    /** For repairs. What was read stays read. */
    writeMentions(articleId: string, replayed: readonly ReplayedMention[]): void {
      const rows = ofArticle.all(articleId);
      const readAt = new Map(rows.map((row) => [keyOf(row.editor_id, row.note_id), row.read_at]));
      for (const row of rows) remove.run(row.editor_id, row.note_id);
      for (const mention of replayed) {
        const before = readAt.get(keyOf(mention.editorId, mention.noteId)) ?? null;
        insert.run(rowOf(mention, earlier(before, mention.settledAt)));
      }
    },
    mentions: (editorId: string, limit: number): readonly Mention[] =>
      unread.all(editorId, limit).map((row) => ({
        noteId: row.note_id,
        articleId: row.article_id,
        statementId: row.statement_id,
        by: row.by,
        at: row.at,
      })),
    readMention: (editorId: string, noteId: string, at: string): boolean =>
      read.run(at, editorId, noteId).changes === 1,
  };
}

export const keyOf = (editorId: string, noteId: string): string => `${editorId} ${noteId}`;

/** Whoever was called on may have read it before it was settled, or while nothing settled it. */
function agrees(row: MentionsRow | undefined, mention: ReplayedMention): boolean {
  if (!row) return false;
  const { settledAt } = mention;
  const isRead = settledAt === null || (row.read_at !== null && row.read_at <= settledAt);
  const expected = rowOf(mention, row.read_at);
  return (
    isRead && (Object.keys(expected) as (keyof MentionsRow)[]).every((name) => row[name] === expected[name])
  );
}

const earlier = (a: string | null, b: string | null): string | null =>
  a === null || b === null ? (a ?? b) : a < b ? a : b;

const rowOf = (mention: KeptMention, readAt: string | null) =>
  ({
    editor_id: mention.editorId,
    note_id: mention.noteId,
    thread_id: mention.threadId,
    article_id: mention.articleId,
    statement_id: mention.statementId,
    by: mention.by,
    at: mention.at,
    read_at: readAt,
  }) satisfies MentionsRow;
