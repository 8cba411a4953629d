// What the store keeps about API tokens. They arrive here as digests; the tokens themselves never do.
import type { Editor } from './editor.js';

/** What a token is for. One for writing may also read; neither does more than its person's role. */
export const SCOPES = ['read', 'write'] as const;
export type Scope = (typeof SCOPES)[number];

export const allows = (given: Scope, needed: Scope): boolean =>
  SCOPES.indexOf(given) >= SCOPES.indexOf(needed);

export interface Token {
  readonly id: string;
  readonly digest: string;
  readonly editorId: string;
  /** What its person calls it, so that they know which one to revoke. */
  readonly name: string;
  readonly scope: Scope;
  readonly createdAt: string;
  /** When it was last used, to within a minute; null while it never was. */
  readonly usedAt: string | null;
}

export interface TokenStore {
  addToken(token: Token): Promise<void>;
  findToken(digest: string): Promise<{ token: Token; editor: Editor } | undefined>;
  touchToken(id: string, at: string): Promise<void>;
  /** An editor's tokens, newest first. */
  tokens(editorId: string): Promise<readonly Token[]>;
  /** Revokes one token of that editor; false when it was not theirs or is gone. */
  revokeToken(editorId: string, id: string): Promise<boolean>;
  revokeTokens(editorId: string): Promise<void>;
}
