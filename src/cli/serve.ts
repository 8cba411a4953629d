// `whosaid serve`: the running desk. First start fills it; every start prints the address and how to sign in.
import { existsSync, renameSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { pino } from 'pino';
import { uuidv7 } from 'uuidv7';
import { accounts } from '../accounts/accounts.js';
import { closeComparers } from '../compare-in-worker.js';
import { invalid } from '../core/errors.js';
import type { Store } from '../core/store.js';
import { type DemoAccount, demoAccounts, makeDemoAccounts } from '../demo.js';
import { deskKey } from '../desk-key.js';
import { closeFinders } from '../extract-article.js';
import { ANY_GATE, fetchPage, PUBLIC_GATE, READABLE_TYPES } from '../importers/fetch-page.js';
import { closeWorkers } from '../importers/read-in-worker.js';
import { closeKeepers, keepingInThread } from '../keep-in-worker.js';
import { DATABASE, dataFolder, openDesk, openStore } from '../open-desk.js';
import { VERSION } from '../version.js';
import { makeApp } from '../web/app.js';
import { startWebhooks } from '../webhooks.js';
import type { Desk } from '../workflow.js';
import { startBackups } from './backup.js';
import { DATA_OPTION } from './data.js';
import { type CliIo, EXIT, readArgs, say, UsageError } from './io.js';
import { publicUrlOf } from './public-url.js';

/** How long what is in flight may take to be answered once the desk is told to stop. */
const GRACE = 4_500;

export async function serveCommand(args: readonly string[], io: CliIo): Promise<number> {
  const { values } = readArgs({
    args: [...args],
    options: {
      ...DATA_OPTION,
      host: { type: 'string' },
      port: { type: 'string' },
      'no-demo': { type: 'boolean' },
      secure: { type: 'boolean' },
      proxy: { type: 'string' },
      'public-url': { type: 'string' },
      fetch: { type: 'boolean' },
      'webhooks-inside': { type: 'boolean' },
    },
  });
  const host = values.host ?? io.env.HOST ?? '127.0.0.1';
  const port = portOf(values.port ?? io.env.PORT ?? '3000');
  const folder = dataFolder(values.data, io.env);
  const secure = values.secure === true || io.env.WHOSAID_SECURE === '1';
  const publicUrl = publicUrlOf(values['public-url'] ?? io.env.WHOSAID_PUBLIC_URL, secure);
  const demoAsked = values['no-demo'] !== true && io.env.WHOSAID_DEMO !== 'off';
  if (demoAsked) await makeDemo(folder);
  const store = keepingInThread(openStore(folder), join(folder, DATABASE));
  try {
    const opened = await openDesk(store);
    const mayFetch = values.fetch === true || io.env.WHOSAID_FETCH === '1';
    const webhooksInside = values['webhooks-inside'] === true || io.env.WHOSAID_WEBHOOKS_INSIDE === '1';
    const fetch = mayFetch ? (url: string) => fetchPage(url, { accept: READABLE_TYPES }) : undefined;
    const desk: Desk = { ...opened, fetch, webhooksInside, publicUrl };
    const welcome = await firstAdmin(store);
    const demo = demoAccounts(folder);
    if (demo.length > 0 && !isLoopback(host))
      throw invalid(
        `This is a demo desk with printed passwords, so it is not served beyond this machine (${host} was asked for). Start a real one in another folder with --no-demo.`,
      );
    const log = pino({ level: io.env.WHOSAID_LOG ?? 'warn' }, pino.destination({ dest: 2, sync: false }));
    const app = makeApp(
      {
        desk,
        accounts: accounts(store, Date.now, uuidv7),
        log,
        signer: deskKey(folder),
        config: {
          demo: demo.length > 0,
          secure,
          version: VERSION,
        },
      },
      values.proxy ?? io.env.WHOSAID_PROXY ?? null,
    );
    const server = createServer(
      { requestTimeout: 60_000, headersTimeout: 20_000, maxHeaderSize: 16_384 },
      app,
    );
    await listen(server, port, host);
    const backups = startBackups(store, folder, io.env.WHOSAID_BACKUPS, io.env.WHOSAID_BACKUP_HOURS, log);
    const webhooks = startWebhooks(store, { log, gate: webhooksInside ? ANY_GATE : PUBLIC_GATE });
    greet(io, server, { host, publicUrl, demo, welcome, folder });
    await stopped(server);
    backups.stop();
    await webhooks.stop();
    await closeWorkers();
    await closeComparers();
    await closeFinders();
    await closeKeepers();
    log.flush();
    return EXIT.done;
  } finally {
    await store.close();
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(`“${text}” is no port; take one from 1 to 65535`);
  return port;
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);

/** A whole demo or none: it is made beside the data and moved into its place when it is finished. */
async function makeDemo(folder: string): Promise<void> {
  if (existsSync(join(folder, DATABASE))) return;
  const unfinished = `${DATABASE}.seeding`;
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(folder, unfinished + suffix), { force: true });
  const { seedDesk } = await import('../seed.js');
  const store = openStore(folder, unfinished);
  try {
    await seedDesk(await openDesk(store), await makeDemoAccounts(folder));
  } finally {
    await store.close();
  }
  renameSync(join(folder, unfinished), join(folder, DATABASE));
}

/** The code of a new desk's first admin, or of one whose code was lost or is too old; null where there is one at work. */
async function firstAdmin(store: Store): Promise<string | null> {
  const people = accounts(store, Date.now, uuidv7);
  if ((await store.editors()).length === 0)
    return (await people.add({ login: 'admin', name: 'Admin', role: 'admin' })).code;
  const unused = await onlyAdminWithoutPassword(store);
  return unused ? people.invite(unused) : null;
}

async function onlyAdminWithoutPassword(store: Store): Promise<string | null> {
  const people = await store.editors();
  const [only] = people;
  if (people.length !== 1 || !only) return null;
  const account = await store.findAccount(only.login);
  return account?.passwordHash === null ? only.id : null;
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        reject(
          invalid(
            `Something else is listening on ${host}:${port}. Stop it, or choose another port with PORT=3001.`,
          ),
        );
      else if (error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL')
        reject(invalid(`This account may not listen on ${host}:${port}. Choose another address or port.`));
      else reject(error);
    });
    server.listen(port, host, resolve);
  });
}

interface Greeting {
  readonly host: string;
  readonly publicUrl: string | undefined;
  readonly demo: readonly DemoAccount[];
  readonly welcome: string | null;
  readonly folder: string;
}

function greet(io: CliIo, server: Server, { host, publicUrl, demo, welcome, folder }: Greeting): void {
  const bound = server.address();
  const port = typeof bound === 'object' && bound ? bound.port : 0;
  const base = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const lines = [
    `Whosaid ${VERSION} is at ${base}/${publicUrl ? `, for others at ${publicUrl}/` : ''} (data in ${folder}; stop with Ctrl-C)`,
  ];
  if (welcome !== null)
    lines.push(
      `\nMake yourself the first admin: open ${publicUrl ?? base}/welcome and use the code ${welcome}`,
      'It works once, for three days; your sign-in name is “admin”.',
    );
  if (demo.length > 0) lines.push('\nThis is the demo desk. Sign in as one of:');
  for (const { login, password, role, name } of demo)
    lines.push(`  ${login.padEnd(8)} ${password.padEnd(32)} ${role.padEnd(7)} ${name}`);
  say(io, lines.join('\n'));
}

/** Resolves when the desk was told to stop and has answered what was in flight. */
function stopped(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      const cut = setTimeout(() => server.closeAllConnections(), GRACE);
      server.close(() => {
        clearTimeout(cut);
        resolve();
      });
      server.closeIdleConnections();
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  });
}
