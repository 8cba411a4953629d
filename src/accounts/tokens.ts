// API tokens: made by their person with the password asked again, shown once, and stopped with the account.
import type { Editor } from '../core/editor.js';
import { invalid } from '../core/errors.js';
import type { Store } from '../core/store.js';
import type { Scope, Token } from '../core/token-store.js';
import { digestOfToken, newToken } from './secret.js';
import { unlessDiskFull } from './unless-disk-full.js';

/** So that a token left lying in a file is recognised for what it is. */
const PREFIX = 'whosaid_';
const MOST = 50;
const TOUCH_EVERY = 60_000;

/** `now` gives milliseconds since the epoch; `checkPassword` throws where it is not the person's. */
export function tokens(
  store: Store,
  now: () => number,
  newId: () => string,
  checkPassword: (editor: Editor, password: string, field: string) => Promise<unknown>,
) {
  const at = (): string => new Date(now()).toISOString();
  return {
    tokens: (editorId: string): Promise<readonly Token[]> => store.tokens(editorId),

    /** Returns the token, 256 random bits; only its digest is kept. */
    async makeToken(
      editor: Editor,
      password: string,
      wanted: { name: string; scope: Scope },
    ): Promise<string> {
      await checkPassword(editor, password, 'password');
      if ((await store.tokens(editor.id)).length >= MOST)
        throw invalid(`You have ${MOST} tokens. Revoke those you no longer use.`, 'name');
      const token = `${PREFIX}${newToken()}`;
      const digest = digestOfToken(token);
      await store.addToken({
        ...wanted,
        id: newId(),
        digest,
        editorId: editor.id,
        createdAt: at(),
        usedAt: null,
      });
      return token;
    },

    revokeToken: (editorId: string, id: string): Promise<boolean> => store.revokeToken(editorId, id),

    /** Who a token belongs to; null when it is unknown or revoked, or its account disabled. */
    async bearer(secret: string): Promise<{ token: Token; editor: Editor } | null> {
      const found = await store.findToken(digestOfToken(secret));
      if (!found || found.editor.disabled) return null;
      const { token } = found;
      if (token.usedAt === null || now() - Date.parse(token.usedAt) > TOUCH_EVERY)
        await unlessDiskFull(() => store.touchToken(token.id, at()));
      return found;
    },
  };
}
