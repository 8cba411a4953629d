// Who a note calls on: `@` and the name they sign in with.
import type { Editor } from '../../core/editor.js';

/** Editor ids, each once. Somebody disabled, or not of this desk, is nobody. */
export function mentionsIn(body: string, editors: readonly Editor[]): readonly string[] {
  const called = new Set<string>();
  for (const [, login = ''] of body.matchAll(/@([\p{L}\p{N}][\p{L}\p{N}._-]{0,99})/gu))
    called.add(login.toLowerCase().replace(/[._-]+$/, ''));
  return editors.filter(({ login, disabled }) => !disabled && called.has(login)).map(({ id }) => id);
}
