// API tokens, by their digests.
import type { Database } from 'better-sqlite3';
import type { Editor } from '../core/editor.js';
import type { Scope, Token } from '../core/token-store.js';
import { EDITOR_COLUMNS, type JoinedEditor, joinedEditor } from './editor-row.js';
import type { TokensRow } from './rows.js';

export function tokenTable(db: Database) {
  const insert = db.prepare(`
    INSERT INTO tokens (id, digest, editor_id, name, scope, created_at, used_at)
    VALUES (@id, @digest, @editor_id, @name, @scope, @created_at, @used_at)`);
  const byDigest = db.prepare<[string], TokensRow & JoinedEditor>(`
    SELECT tokens.*, ${EDITOR_COLUMNS}
    FROM tokens JOIN editors ON editors.id = tokens.editor_id WHERE digest = ?`);
  const touch = db.prepare('UPDATE tokens SET used_at = ? WHERE id = ?');
  const ofEditor = db.prepare<[string], TokensRow>(
    'SELECT * FROM tokens WHERE editor_id = ? ORDER BY created_at DESC, id DESC',
  );
  const revokeOne = db.prepare('DELETE FROM tokens WHERE editor_id = ? AND id = ?');
  const revokeAll = db.prepare('DELETE FROM tokens WHERE editor_id = ?');

  return {
    addToken(token: Token): void {
      insert.run({
        id: token.id,
        digest: token.digest,
        editor_id: token.editorId,
        name: token.name,
        scope: token.scope,
        created_at: token.createdAt,
        used_at: token.usedAt,
      } satisfies TokensRow);
    },
    findToken(digest: string): { token: Token; editor: Editor } | undefined {
      const row = byDigest.get(digest);
      return row && { token: tokenOf(row), editor: joinedEditor(row) };
    },
    touchToken(id: string, at: string): void {
      touch.run(at, id);
    },
    tokens: (editorId: string): readonly Token[] => ofEditor.all(editorId).map(tokenOf),
    revokeToken: (editorId: string, id: string): boolean => revokeOne.run(editorId, id).changes === 1,
    revokeTokens(editorId: string): void {
      revokeAll.run(editorId);
    },
  };
}

const tokenOf = (row: TokensRow): Token => ({
  id: row.id,
  digest: row.digest,
  editorId: row.editor_id,
  name: row.name,
  scope: row.scope as Scope,
  createdAt: row.created_at,
  usedAt: row.used_at,
});
