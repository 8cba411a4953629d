// A backup is restored only after its log was proven; what was there is kept aside.
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { backupCommand } from '../../src/cli/backup.ts';
import { restoreCommand } from '../../src/cli/restore.ts';
import { verifyLogCommand } from '../../src/cli/verify-log.ts';
import { deskKey, KEY_FILE } from '../../src/desk-key.ts';
import { openDatabase } from '../../src/store/open.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { confirmAttribution } from '../../src/workflow.ts';
import { AMIRA, testDesk } from '../store/a-desk.ts';

let data: string;
let backups: string;
let out: string;

const io = () => ({
  stdin: process.stdin,
  stdout: {
    write: (text: string) => {
      out += text;
      return true;
    },
  } as unknown as NodeJS.WritableStream,
  stderr: process.stderr,
  env: { WHOSAID_DATA: data },
});

beforeEach(async () => {
  out = '';
  data = mkdtempSync(join(tmpdir(), 'whosaid-data-'));
  backups = mkdtempSync(join(tmpdir(), 'whosaid-backups-'));
  const store = sqliteStore(openDatabase(join(data, 'whosaid.db')));
  const desk = await testDesk(store);
  const article = await desk.import('The ferry sank. Nobody saw it.');
  const [id = ''] = await desk.ids(article.id);
  await confirmAttribution(desk, AMIRA, id, await desk.seen(id));
  await store.close();
  deskKey(data);
});
afterEach(() => {
  for (const folder of [data, backups]) rmSync(folder, { recursive: true, force: true });
});

async function backUp(): Promise<string> {
  expect(await backupCommand([backups], io())).toBe(0);
  return join(backups, readdirSync(backups).find((name) => name.endsWith('.db')) ?? '');
}

it('copies the database and the key, and puts the database back', async () => {
  const backup = await backUp();
  expect(statSync(join(backups, KEY_FILE)).mode & 0o077).toBe(0);
  rmSync(join(data, 'whosaid.db'));
  expect(await restoreCommand([backup], io())).toBe(0);
  expect(await verifyLogCommand([], io())).toBe(0);
  expect(out).toContain('1 article checked: every log is whole');
});

it('keeps what was there aside', async () => {
  const backup = await backUp();
  expect(await restoreCommand([backup], io())).toBe(0);
  expect(readdirSync(data).some((name) => name.startsWith('whosaid.db.before-'))).toBe(true);
});

it('replaces nothing when the backup does not hold', async () => {
  const backup = await backUp();
  const forged = join(backups, 'forged.db');
  copyFileSync(backup, forged);
  const db = new Sqlite(forged);
  db.exec('DROP TRIGGER events_no_update');
  db.prepare("UPDATE events SET payload = replace(payload, 'The ferry', 'A ferry')").run();
  db.close();
  await expect(restoreCommand([forged], io())).rejects.toThrow('nothing was replaced');
  expect(existsSync(join(data, 'whosaid.db.restoring'))).toBe(false);
  expect(await verifyLogCommand([], io())).toBe(0);
});
