// The real app over a fresh, migrated database with one account of each role, for tests that knock from outside.
import type { AddressInfo } from 'node:net';
import type { Database } from 'better-sqlite3';
import { pino } from 'pino';
import { uuidv7 } from 'uuidv7';
import { accounts } from '../../src/accounts/accounts.ts';
import { hashPassword } from '../../src/accounts/passwords.ts';
import { findBlocks } from '../../src/core/blocks/find-blocks.ts';
import { type Editor, ROLES, type Role } from '../../src/core/editor.ts';
import type { ExtractedStatement } from '../../src/core/statement.ts';
import type { Store } from '../../src/core/store.ts';
import { loadEngine } from '../../src/engine.ts';
import { extractArticle } from '../../src/extract-article.ts';
import { openDatabase } from '../../src/store/open.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { makeApp } from '../../src/web/app.ts';
import type { Config } from '../../src/web/route.ts';
import type { Desk } from '../../src/workflow.ts';
import { importArticle } from '../../src/workflow.ts';

export const PASSWORD = 'lantern-otter-gravel-noon';
const passwordHash = hashPassword(PASSWORD);

export const TEXT = `Harbour council argues over the crane\n\nThe crane fell at noon, harbour master Ida Holm said. "Nobody was hurt," she told reporters.\n`;

/** Enough of an engine for tests of pages: every sentence with "said" or a quotation is a statement of Ida Holm's. */
function extract(text: string): ExtractedStatement[] {
  const spans = [/The crane fell at noon/.exec(text), /"Nobody was hurt,"/.exec(text)];
  return spans.flatMap((match) =>
    match
      ? [
          {
            kind: 'indirect' as const,
            content: [{ start: match.index, end: match.index + match[0].length }],
            cue: [],
            source: [],
            speaker: { name: 'Ida Holm', type: 'person' as const, role: 'harbour master', affiliation: null },
            via: [],
            channel: null,
            saidOn: null,
            polarity: 'asserted' as const,
            checkable: true,
            confidence: 0.9,
          },
        ]
      : [],
  );
}

export interface Knock {
  readonly as?: Role;
  readonly headers?: Readonly<Record<string, string>>;
  readonly form?: Readonly<Record<string, string>>;
  readonly body?: BodyInit;
  readonly method?: string;
}

export interface TestServer {
  readonly base: string;
  readonly store: Store;
  readonly db: Database;
  readonly desk: Desk;
  readonly editors: Readonly<Record<Role, Editor>>;
  readonly articleId: string;
  readonly statementId: string;
  readonly logged: () => string;
  /** A session of that role's account, as its cookie carries it. */
  tokenOf(role: Role): Promise<string>;
  /** A request without following redirects; posts come from our own page unless the headers say otherwise. */
  knock(path: string, how?: Knock): Promise<Response>;
  stop(): Promise<void>;
}

/** The engine that ships, where a test is about what an editor meets in a real article. */
export async function shippedEngine(): Promise<Desk['extract']> {
  const engine = await loadEngine();
  return (article) => extractArticle(article, engine);
}

/** `proxy` is the address whose word about who asks is taken. */
export async function aServer(
  config: Partial<Config> = {},
  extractWith?: Desk['extract'],
  proxy: string | null = null,
  publicUrl?: string,
): Promise<TestServer> {
  const db = openDatabase(':memory:');
  const store = sqliteStore(db);
  const desk: Desk = {
    store,
    engine: 'test',
    extract: extractWith ?? (async (article) => extract(article.text)),
    now: () => new Date().toISOString(),
    newId: uuidv7,
    newSalt: uuidv7,
    publicUrl,
  };
  const editors = {} as Record<Role, Editor>;
  for (const role of ROLES) {
    editors[role] = { id: uuidv7(), login: role, name: `The ${role}`, role, disabled: false };
    await store.addEditor({ ...editors[role], passwordHash: await passwordHash, createdAt: desk.now() });
  }
  const article = await importArticle(desk, editors.editor, {
    text: TEXT,
    blocks: findBlocks(TEXT),
    title: 'Harbour council argues over the crane',
    publisher: 'Quay Wire',
    publishedOn: '2026-03-02',
    url: null,
    language: 'en',
    bytes: new TextEncoder().encode(TEXT),
    mediaType: 'text/plain',
    name: 'crane.txt',
  });
  const [statement] = await store.statements(article.id);
  const people = accounts(store, Date.now, uuidv7);
  const lines: string[] = [];
  const app = makeApp(
    {
      desk,
      accounts: people,
      log: pino({ level: 'info' }, { write: (line: string) => void lines.push(line) }),
      config: { demo: false, secure: false, version: 'test', ...config },
    },
    proxy,
  );
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const tokens = new Map<Role, string>();
  const cookieName = config.secure ? '__Host-whosaid' : 'whosaid';

  async function tokenOf(role: Role): Promise<string> {
    const known = tokens.get(role);
    if (known) return known;
    const { token } = await people.signIn(role, PASSWORD, { address: '127.0.0.1', agent: 'test' });
    tokens.set(role, token);
    return token;
  }

  return {
    base,
    store,
    db,
    desk,
    editors,
    articleId: article.id,
    statementId: statement?.id ?? '',
    logged: () => lines.join(''),
    tokenOf,
    async knock(path, { as, headers = {}, form, body, method } = {}) {
      const isPost = form !== undefined || body !== undefined;
      return fetch(`${base}${path}`, {
        method: method ?? (isPost ? 'POST' : 'GET'),
        redirect: 'manual',
        headers: {
          accept: 'text/html',
          ...(isPost || method === 'POST' ? { origin: base } : {}),
          ...(as ? { cookie: `${cookieName}=${await tokenOf(as)}` } : {}),
          ...headers,
        },
        body: form ? new URLSearchParams(form) : body,
      });
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await store.close();
    },
  };
}
