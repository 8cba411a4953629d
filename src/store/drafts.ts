// Drafts of forms, a few hundred for each person.
import type { Database } from 'better-sqlite3';
import { DRAFT_DAYS, DRAFTS_KEPT, type KeptDraft } from '../core/draft-store.js';
import type { DraftsRow } from './rows.js';

export function draftTable(db: Database) {
  const put = db.prepare(`
    INSERT INTO drafts (editor_id, key, fields, at) VALUES (?, ?, ?, ?)
    ON CONFLICT (editor_id, key) DO UPDATE SET fields = excluded.fields, at = excluded.at`);
  const on = db.prepare<[string, string, string], DraftsRow>(
    'SELECT * FROM drafts WHERE editor_id = ? AND key > ? AND key < ?',
  );
  const drop = db.prepare('DELETE FROM drafts WHERE editor_id = ? AND key = ?');
  const oldestKept = db.prepare<[string, number], { at: string }>(
    'SELECT at FROM drafts WHERE editor_id = ? ORDER BY at DESC LIMIT 1 OFFSET ?',
  );
  const dropOlder = db.prepare('DELETE FROM drafts WHERE editor_id = ? AND at < ?');
  const answered = db.prepare<[string, string], { n: number }>(
    'SELECT 1 AS n FROM requests WHERE editor_id = ? AND key = ?',
  );

  const save = db.transaction((editorId: string, draft: KeptDraft, requestKey?: string): void => {
    if (requestKey !== undefined && answered.get(editorId, requestKey)) return;
    put.run(editorId, draft.key, JSON.stringify(draft.fields), draft.at);
    const month = new Date(Date.parse(draft.at) - DRAFT_DAYS * 86_400_000).toISOString();
    const oldest = oldestKept.get(editorId, DRAFTS_KEPT - 1)?.at ?? '';
    dropOlder.run(editorId, oldest > month ? oldest : month);
  });

  return {
    saveDraft: (editorId: string, draft: KeptDraft, requestKey?: string): void =>
      save.immediate(editorId, draft, requestKey),
    drafts: (editorId: string, thing: string): readonly KeptDraft[] =>
      on.all(editorId, `${thing}:`, `${thing};`).map((row) => ({
        key: row.key,
        fields: JSON.parse(row.fields) as Record<string, string>,
        at: row.at,
      })),
    clearDraft(editorId: string, key: string): void {
      drop.run(editorId, key);
    },
  };
}
