// `whosaid restore BACKUP`: proves a backup's log and reviews before it replaces anything; what was there is kept aside.
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { conflict, notFound } from '../core/errors.js';
import { DATABASE, dataFolder } from '../open-desk.js';
import { openDatabase } from '../store/open.js';
import { sqliteStore } from '../store/sqlite-store.js';
import { DATA_OPTION } from './data.js';
import { type CliIo, EXIT, readArgs, say, UsageError } from './io.js';
import { verifyArticles } from './verify-log.js';

export async function restoreCommand(args: readonly string[], io: CliIo): Promise<number> {
  const { values, positionals } = readArgs({ args: [...args], options: DATA_OPTION, allowPositionals: true });
  const [backup] = positionals;
  if (backup === undefined || positionals.length > 1) throw new UsageError('name the backup file');
  if (!existsSync(backup)) throw notFound(`There is no file ${backup}. Check its name.`);
  const folder = dataFolder(values.data, io.env);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const fresh = join(folder, `${DATABASE}.restoring`);
  copyFileSync(resolve(backup), fresh);
  try {
    await prove(fresh, io);
  } catch (error) {
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${fresh}${suffix}`, { force: true });
    throw error;
  }
  const current = join(folder, DATABASE);
  if (existsSync(current)) {
    const aside = `${current}.before-${new Date().toISOString().replace(/[:.]/g, '-')}`;
    for (const suffix of ['', '-wal', '-shm'])
      if (existsSync(`${current}${suffix}`)) renameSync(`${current}${suffix}`, `${aside}${suffix}`);
    say(io, `What was there is kept as ${aside}.`);
  }
  renameSync(fresh, current);
  say(io, `Restored ${backup} to ${folder}. Its log is whole and unaltered.`);
  return EXIT.done;
}

async function prove(path: string, io: CliIo): Promise<void> {
  const store = sqliteStore(openDatabase(path));
  try {
    const faults = await verifyArticles(store, await store.articleIds(), [], (line) => say(io, line));
    const { mismatches } = await store.replay({ repair: false });
    if (faults > 0 || mismatches.length > 0)
      throw conflict('This backup does not hold, so nothing was replaced. Take an older one.');
  } finally {
    await store.close();
  }
}
