import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { signedBy } from '../src/core/seal.ts';
import { deskKey, KEY_FILE } from '../src/desk-key.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'whosaid-key-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('is made once, for its owner alone, and stays the same', () => {
  const first = deskKey(folder);
  expect(statSync(join(folder, KEY_FILE)).mode & 0o777).toBe(0o600);
  const pem = readFileSync(join(folder, KEY_FILE), 'utf8');
  expect(deskKey(folder).publicKey).toBe(first.publicKey);
  expect(readFileSync(join(folder, KEY_FILE), 'utf8')).toBe(pem);
  const signature = Buffer.from(first.sign('words')).toString('base64url');
  expect(signedBy(first.publicKey, 'words', signature)).toBe(true);
  expect(signedBy(first.publicKey, 'other words', signature)).toBe(false);
});

it('is not used while others on the machine may read it', () => {
  deskKey(folder);
  chmodSync(join(folder, KEY_FILE), 0o644);
  expect(() => deskKey(folder)).toThrow('chmod 600');
});

it('is not replaced when it is damaged', () => {
  writeFileSync(join(folder, KEY_FILE), 'not a key', { mode: 0o600 });
  expect(() => deskKey(folder)).toThrow();
  expect(readFileSync(join(folder, KEY_FILE), 'utf8')).toBe('not a key');
});
