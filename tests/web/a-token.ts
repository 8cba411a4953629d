// A token for the API, as the account page would make it, without asking for the password each time.
import { digestOfToken, newToken } from '../../src/accounts/secret.ts';
import type { Role } from '../../src/core/editor.ts';
import type { Scope } from '../../src/core/token-store.ts';
import type { TestServer } from './a-server.ts';

export async function aToken(server: TestServer, role: Role, scope: Scope): Promise<string> {
  const token = newToken();
  await server.store.addToken({
    id: server.desk.newId(),
    digest: digestOfToken(token),
    editorId: server.editors[role].id,
    name: 'for a test',
    scope,
    createdAt: server.desk.now(),
    usedAt: null,
  });
  return token;
}
