// Sessions, one-time codes, failed tries and second factors.
import type { Database } from 'better-sqlite3';
import type { SecondFactor, Session, Tries } from '../core/account-store.js';
import type { Editor } from '../core/editor.js';
import { EDITOR_COLUMNS, type JoinedEditor, joinedEditor } from './editor-row.js';
import type { SecondFactorsRow, SessionsRow } from './rows.js';

export function accountTables(db: Database) {
  const insertSession = db.prepare(`
    INSERT INTO sessions (id, token_digest, editor_id, created_at, seen_at, agent, half_signed)
    VALUES (@id, @token_digest, @editor_id, @created_at, @seen_at, @agent, @half_signed)`);
  const sessionByToken = db.prepare<[string], SessionsRow & JoinedEditor>(`
    SELECT sessions.*, ${EDITOR_COLUMNS}
    FROM sessions JOIN editors ON editors.id = sessions.editor_id WHERE token_digest = ?`);
  const touch = db.prepare('UPDATE sessions SET seen_at = ? WHERE id = ?');
  const sessionsOf = db.prepare<[string], SessionsRow>(
    'SELECT * FROM sessions WHERE editor_id = ? ORDER BY seen_at DESC',
  );
  const endOne = db.prepare('DELETE FROM sessions WHERE id = ?');
  const endAll = db.prepare('DELETE FROM sessions WHERE editor_id = ? AND id <> ?');
  const insertCode = db.prepare('INSERT INTO codes (digest, editor_id, expires_at) VALUES (?, ?, ?)');
  const openCode = db.prepare<[string, string], { editor_id: string }>(
    'SELECT editor_id FROM codes WHERE digest = ? AND used_at IS NULL AND expires_at > ?',
  );
  const useCode = db.prepare('UPDATE codes SET used_at = ? WHERE digest = ?');
  const voidCodes = db.prepare('UPDATE codes SET used_at = ? WHERE editor_id = ? AND used_at IS NULL');
  const triesOf = db.prepare<[string], { n: number; last_at: string }>(
    'SELECT n, last_at FROM tries WHERE key = ?',
  );
  const addTry = db.prepare(`
    INSERT INTO tries (key, n, last_at) VALUES (?, 1, ?)
    ON CONFLICT (key) DO UPDATE SET n = n + 1, last_at = excluded.last_at`);
  const clearTries = db.prepare('DELETE FROM tries WHERE key = ?');
  const factorOf = db.prepare<[string], SecondFactorsRow>('SELECT * FROM second_factors WHERE editor_id = ?');
  const putFactor = db.prepare(`
    INSERT INTO second_factors (editor_id, secret, confirmed_at, last_step, recovery) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (editor_id) DO UPDATE SET secret = excluded.secret, confirmed_at = excluded.confirmed_at,
      last_step = excluded.last_step, recovery = excluded.recovery`);
  const dropFactor = db.prepare('DELETE FROM second_factors WHERE editor_id = ?');
  const useStep = db.prepare('UPDATE second_factors SET last_step = ? WHERE editor_id = ? AND last_step < ?');

  const takeCode = db.transaction((digest: string, at: string): string | undefined => {
    const row = openCode.get(digest, at);
    if (row) useCode.run(at, digest);
    return row?.editor_id;
  });

  return {
    addSession(session: Session): void {
      insertSession.run({
        id: session.id,
        token_digest: session.tokenDigest,
        editor_id: session.editorId,
        created_at: session.createdAt,
        seen_at: session.seenAt,
        agent: session.agent,
        half_signed: session.halfSigned ? 1 : 0,
      } satisfies SessionsRow);
    },
    findSession(tokenDigest: string): { session: Session; editor: Editor } | undefined {
      const row = sessionByToken.get(tokenDigest);
      return row && { session: sessionOf(row), editor: joinedEditor(row) };
    },
    touchSession(id: string, at: string): void {
      touch.run(at, id);
    },
    sessions: (editorId: string): readonly Session[] => sessionsOf.all(editorId).map(sessionOf),
    endSession(id: string): void {
      endOne.run(id);
    },
    endSessions(editorId: string, except: string | null): void {
      endAll.run(editorId, except ?? '');
    },
    addCode({ digest, editorId, expiresAt }: { digest: string; editorId: string; expiresAt: string }): void {
      insertCode.run(digest, editorId, expiresAt);
    },
    voidCodes(editorId: string, at: string): void {
      voidCodes.run(at, editorId);
    },
    findCode: (digest: string, at: string, take: boolean): string | undefined =>
      take ? takeCode.immediate(digest, at) : openCode.get(digest, at)?.editor_id,
    tries(key: string): Tries | undefined {
      const row = triesOf.get(key);
      return row && { n: row.n, lastAt: row.last_at };
    },
    addTry(key: string, at: string): void {
      addTry.run(key, at);
    },
    clearTries(key: string): void {
      clearTries.run(key);
    },
    secondFactor(editorId: string): SecondFactor | undefined {
      const row = factorOf.get(editorId);
      return (
        row && {
          secret: row.secret,
          confirmedAt: row.confirmed_at,
          lastStep: row.last_step,
          recovery: JSON.parse(row.recovery) as string[],
        }
      );
    },
    putSecondFactor(editorId: string, factor: SecondFactor | null): void {
      if (!factor) dropFactor.run(editorId);
      else
        putFactor.run(
          editorId,
          factor.secret,
          factor.confirmedAt,
          factor.lastStep,
          JSON.stringify(factor.recovery),
        );
    },
    useStep: (editorId: string, step: number): boolean => useStep.run(step, editorId, step).changes === 1,
  };
}

const sessionOf = (row: SessionsRow): Session => ({
  id: row.id,
  tokenDigest: row.token_digest,
  editorId: row.editor_id,
  createdAt: row.created_at,
  seenAt: row.seen_at,
  agent: row.agent,
  halfSigned: row.half_signed === 1,
});
