// What the store keeps about signing in. Tokens and codes arrive here as digests; the secrets themselves never do.
import type { Editor } from './editor.js';

export interface Session {
  readonly id: string;
  readonly tokenDigest: string;
  readonly editorId: string;
  readonly createdAt: string;
  readonly seenAt: string;
  /** The browser's own name for itself, so that people can tell their sessions apart. */
  readonly agent: string;
  /** True while the password was given and the second factor is still to come. */
  readonly halfSigned: boolean;
}

export interface SecondFactor {
  readonly secret: string;
  readonly confirmedAt: string | null;
  readonly lastStep: number;
  /** Digests of the recovery codes not used yet. */
  readonly recovery: readonly string[];
}

export interface Tries {
  readonly n: number;
  readonly lastAt: string;
}

export interface AccountStore {
  addSession(session: Session): Promise<void>;
  findSession(tokenDigest: string): Promise<{ session: Session; editor: Editor } | undefined>;
  touchSession(id: string, at: string): Promise<void>;
  sessions(editorId: string): Promise<readonly Session[]>;
  endSession(id: string): Promise<void>;
  /** Ends all of an editor's sessions but one. */
  endSessions(editorId: string, except: string | null): Promise<void>;
  addCode(code: { digest: string; editorId: string; expiresAt: string }): Promise<void>;
  /** No code given to that editor so far works any more. */
  voidCodes(editorId: string, at: string): Promise<void>;
  /** The editor a code is for, while it is unused and not expired; `take` uses it up. */
  findCode(digest: string, at: string, take: boolean): Promise<string | undefined>;
  tries(key: string): Promise<Tries | undefined>;
  addTry(key: string, at: string): Promise<void>;
  clearTries(key: string): Promise<void>;
  secondFactor(editorId: string): Promise<SecondFactor | undefined>;
  putSecondFactor(editorId: string, factor: SecondFactor | null): Promise<void>;
  /** Moves the last used time step forward; false when that step, or a later one, was used already. */
  useStep(editorId: string, step: number): Promise<boolean>;
}
