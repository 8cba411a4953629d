// Mentions, written with the event that makes or settles them.
import type { Database } from 'better-sqlite3';
import type { Event } from '../core/event.js';
import type { Mention } from '../core/mention.js';
import type { Note } from '../core/review.js';
import type { MentionsRow } from './rows.js';

export type MentionTable = ReturnType<typeof mentionTable>;

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

  const waiting = (note: Note, notes: readonly Note[]) => openThread.all(threadOf(note.id, notes));

  /** To be called inside the event's transaction; `notes` are as the event left them. */
  function follow(event: Event, notes: readonly Note[]): void {
    switch (event.kind) {
      case 'noted':
      case 'note_edited': {
        const note = notes.find(({ id }) => id === event.payload.noteId);
        if (!note) return;
        call(event, note, notes);
        for (const row of waiting(note, notes)) {
          const answered = row.editor_id === event.by;
          const noLonger = row.note_id === note.id && !note.mentions.includes(row.editor_id);
          if (answered || noLonger) read.run(event.at, row.editor_id, row.note_id);
        }
        return;
      }
      case 'note_resolved':
      case 'note_withdrawn': {
        const note = notes.find(({ id }) => id === event.payload.noteId);
        if (!note) return;
        const closes = event.kind === 'note_resolved';
        for (const row of waiting(note, notes))
          if (closes || row.note_id === note.id) read.run(event.at, row.editor_id, row.note_id);
        return;
      }
      default:
    }
  }

  function call(event: Event, note: Note, notes: readonly Note[]): void {
    for (const editorId of note.mentions) {
      if (editorId === note.by) continue;
      insert.run({
        editor_id: editorId,
        note_id: note.id,
        thread_id: threadOf(note.id, notes),
        article_id: event.articleId,
        statement_id: event.statementId,
        by: note.by,
        at: event.at,
        read_at: null,
      } satisfies MentionsRow);
    }
  }

  return {
    follow,
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

/** The id of the note that opened the thread this one belongs to. */
function threadOf(id: string, notes: readonly Note[]): string {
  const byId = new Map(notes.map((note) => [note.id, note]));
  let at = id;
  for (let up = byId.get(at)?.replyTo; up; up = byId.get(up)?.replyTo) at = up;
  return at;
}
