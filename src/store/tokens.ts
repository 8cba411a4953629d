// API tokens, by their digests.
import type { Database } from 'better-sqlite3';
import type { Editor, Role } from '../core/editor.js';
import type { Scope, Token } from '../core/token-store.js';
import type { EditorsRow, TokensRow } from './rows.js';

type Found = TokensRow & Pick<EditorsRow, 'login' | 'role' | 'disabled_at'> & { editor_name: string };

export function tokenTable(db: Database) {
  const insert = db.prepare(`
    INSERT INTO tokens (id, digest, editor_id, name, scope, created_at, used_at)
    VALUES (@id, @digest, @editor_id, @name, @scope, @created_at, @used_at)`);
  const byDigest = db.prepare<[string], Found>(`
    SELECT tokens.*, editors.login, editors.name AS editor_name, editors.role, editors.disabled_at
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
      if (!row) return undefined;
      const editor: Editor = {
        id: row.editor_id,
        login: row.login,
        name: row.editor_name,
        role: row.role as Role,
        disabled: row.disabled_at !== null,
      };
      return { token: tokenOf(row), editor };
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
