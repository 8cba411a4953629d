// An editor as a row gives them, alone or joined to a session or a token.
import type { Editor, Role } from '../core/editor.js';
import type { EditorsRow } from './rows.js';

/** The editor's columns as a join names them: a session or a token has an id and a name of its own. */
export const EDITOR_COLUMNS =
  'editors.id AS editor_id, editors.login, editors.name AS editor_name, editors.role, editors.disabled_at';

export type JoinedEditor = Pick<EditorsRow, 'login' | 'role' | 'disabled_at'> & {
  readonly editor_id: string;
  readonly editor_name: string;
};

export const editorOf = (row: Omit<EditorsRow, 'password_hash' | 'created_at'>): Editor => ({
  id: row.id,
  login: row.login,
  name: row.name,
  role: row.role as Role,
  disabled: row.disabled_at !== null,
});

export const joinedEditor = (row: JoinedEditor): Editor =>
  editorOf({ ...row, id: row.editor_id, name: row.editor_name });
