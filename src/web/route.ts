// A route says who may use it; app.ts asks before any handler runs, and a test walks all of them for every role.
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import type { Accounts } from '../accounts/accounts.js';
import type { Editor, Permission } from '../core/editor.js';
import type { Signer } from '../core/seal.js';
import type { Scope } from '../core/token-store.js';
import type { Desk } from '../workflow.js';

export interface Config {
  /** True where the demo's printed passwords work. Such a desk is never served beyond loopback. */
  readonly demo: boolean;
  /** True behind TLS: cookies are `Secure` and `__Host-`, and HSTS is sent. */
  readonly secure: boolean;
  readonly version: string;
}

/** What handlers are given: no handler reaches for a global. */
export interface Web {
  readonly desk: Desk;
  readonly accounts: Accounts;
  readonly log: Logger;
  readonly config: Config;
  /** Seals the reports this desk issues; without one they leave unsealed. */
  readonly signer?: Signer;
}

export interface Signed {
  readonly editor: Editor;
  readonly sessionId: string;
  /** What the token is for, where the request came with one instead of a session; `sessionId` is then the token's. */
  readonly scope?: Scope;
}

export interface Upload {
  readonly field: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One request as a handler sees it. `editor` is present on every route that needs more than 'anyone'. */
export interface Visit {
  readonly request: Request;
  readonly response: Response;
  readonly signed: Signed | null;
  /** The form as sent: a field given twice is a list, which schemas refuse unless they ask for one. */
  readonly form: Readonly<Record<string, string | readonly string[]>>;
  readonly uploads: readonly Upload[];
}

export interface Route {
  readonly method: 'get' | 'post';
  readonly path: string;
  /** The permission asked for, or 'anyone' for pages that need no account. */
  readonly needs: Permission | 'anyone';
  /** On the API's routes: what the bearer token must be for. These never look at cookies. */
  readonly scope?: Scope;
  /** Bytes of body taken; forms get 256 KiB unless they say otherwise. */
  readonly bodyLimit?: number;
  /** Fields taken; forms get 200 unless they say otherwise. */
  readonly fieldLimit?: number;
  /** How the body comes: an urlencoded form (the default), a multipart form with files, or raw JSON. */
  readonly body?: 'form' | 'files' | 'json';
  readonly handle: (visit: Visit, web: Web) => Promise<void>;
}
