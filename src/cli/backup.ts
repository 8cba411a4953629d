// `whosaid backup DIR`: a whole copy of the database, and the desk's key, while the desk goes on working.
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Store } from '../core/store.js';
import { KEY_FILE } from '../desk-key.js';
import { DATA_OPTION, withStore } from './data.js';
import { type CliIo, EXIT, readArgs, say, UsageError } from './io.js';

export async function backupCommand(args: readonly string[], io: CliIo): Promise<number> {
  const { values, positionals } = readArgs({ args: [...args], options: DATA_OPTION, allowPositionals: true });
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1)
    throw new UsageError('name the folder the backup goes to');
  return withStore(values.data, io, async (store, data) => {
    say(io, `Backed up to ${await backupInto(store, data, resolve(folder), new Date())}.`);
    return EXIT.done;
  });
}

/** Writes under another name first, so that a file with a backup's name is always a whole backup. */
export async function backupInto(store: Store, data: string, folder: string, now: Date): Promise<string> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const key = join(data, KEY_FILE);
  if (existsSync(key)) {
    copyFileSync(key, join(folder, KEY_FILE));
    chmodSync(join(folder, KEY_FILE), 0o600);
  }
  const path = join(folder, `whosaid-${now.toISOString().replace(/[:.]/g, '-')}.db`);
  await store.backup(`${path}.part`);
  renameSync(`${path}.part`, path);
  return path;
}

const HOURS = 24;
const KEPT = 14;

/** Backs up into `folder` on a schedule while the desk runs; the oldest beyond a fortnight's worth go. Off without a folder. */
export function startBackups(
  store: Store,
  data: string,
  folder: string | undefined,
  hours: string | undefined,
  log: { error: (fields: object, message: string) => void },
): { stop: () => void } {
  if (!folder) return { stop: () => undefined };
  const every = Math.max(1, Number(hours) || HOURS) * 3_600_000;
  const timer = setInterval(() => {
    backupInto(store, data, resolve(folder), new Date())
      .then(() => dropOldest(resolve(folder)))
      .catch((error: Error) => log.error({ stack: error.stack }, 'backup failed'));
  }, every);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

function dropOldest(folder: string): void {
  const backups = readdirSync(folder).filter((name) => /^whosaid-[\dTZ-]+\.db$/.test(name));
  for (const name of backups.sort().slice(0, -KEPT)) rmSync(join(folder, name));
}
