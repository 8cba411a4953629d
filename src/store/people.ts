// Editors and the desk's settings.
import type { Database } from 'better-sqlite3';
import type { Editor, Role } from '../core/editor.js';
import { conflict, notFound } from '../core/errors.js';
import type { Account, Settings } from '../core/store.js';
import { editorOf } from './editor-row.js';
import type { EditorsRow } from './rows.js';

const DEFAULTS: Settings = {
  deskName: 'The desk',
  secondSignature: true,
  publicReading: false,
  secondFactor: false,
};

export function peopleTables(db: Database) {
  const insert = db.prepare(`
    INSERT INTO editors (id, login, name, role, password_hash, created_at, disabled_at)
    VALUES (@id, @login, @name, @role, @password_hash, @created_at, @disabled_at)`);
  const all = db.prepare<[], EditorsRow>('SELECT * FROM editors ORDER BY name, id');
  const one = db.prepare<[string], EditorsRow>('SELECT * FROM editors WHERE id = ?');
  const byLogin = db.prepare<[string], EditorsRow>('SELECT * FROM editors WHERE login = ?');
  const update = db.prepare(`
    UPDATE editors SET name = @name, role = @role, password_hash = @password_hash, disabled_at = @disabled_at
    WHERE id = @id`);
  const settings = db.prepare<[], { name: string; value: string }>('SELECT name, value FROM settings');
  const putSetting = db.prepare(`
    INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`);

  const row = (id: string): EditorsRow => {
    const found = one.get(id);
    if (!found) throw notFound('There is no such editor.');
    return found;
  };

  return {
    addEditor(account: Account): void {
      if (byLogin.get(account.login))
        throw conflict(`Somebody signs in as “${account.login}” already. Choose another name.`);
      insert.run({
        id: account.id,
        login: account.login,
        name: account.name,
        role: account.role,
        password_hash: account.passwordHash,
        created_at: account.createdAt,
        disabled_at: null,
      } satisfies EditorsRow);
    },
    changeEditor(
      id: string,
      change: Partial<{ name: string; role: Role; passwordHash: string | null; disabledAt: string | null }>,
    ): void {
      const before = row(id);
      update.run({
        id,
        name: change.name ?? before.name,
        role: change.role ?? before.role,
        password_hash: change.passwordHash === undefined ? before.password_hash : change.passwordHash,
        disabled_at: change.disabledAt === undefined ? before.disabled_at : change.disabledAt,
      });
    },
    editors: (): readonly Editor[] => all.all().map(editorOf),
    editor: (id: string): Editor => editorOf(row(id)),
    findAccount(login: string): Account | undefined {
      const found = byLogin.get(login);
      return found && { ...editorOf(found), passwordHash: found.password_hash, createdAt: found.created_at };
    },
    settings(): Settings {
      const kept = Object.fromEntries(settings.all().map((entry) => [entry.name, JSON.parse(entry.value)]));
      return { ...DEFAULTS, ...kept };
    },
    changeSettings(change: Partial<Settings>): void {
      for (const [name, value] of Object.entries(change)) putSetting.run(name, JSON.stringify(value));
    },
  };
}
