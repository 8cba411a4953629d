// The desk's signing key: made once, kept in the data folder where only its owner may read it, never in the database.
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { invalid } from './core/errors.js';
import type { Signer } from './core/seal.js';

export const KEY_FILE = 'desk-key.pem';

/** Opens the key in `folder`; makes it when there is none. */
export function deskKey(folder: string): Signer {
  const path = join(folder, KEY_FILE);
  const pem = readKey(path) ?? makeKey(path);
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== 'ed25519')
    throw invalid(`${path} holds no Ed25519 key. Put the desk’s own key back from a backup.`);
  const { x } = createPublicKey(key).export({ format: 'jwk' });
  return { publicKey: x ?? '', sign: (message) => sign(null, Buffer.from(message), key) };
}

function readKey(path: string): string | null {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return null;
  // Windows keeps no such modes.
  if (process.platform !== 'win32' && (stat.mode & 0o077) !== 0)
    throw invalid(`Others on this machine may read ${path}. Run: chmod 600 ${path}`);
  return readFileSync(path, 'utf8');
}

/** Written whole beside its place, then linked into it: two first starts end with one key. */
function makeKey(path: string): string {
  const pem = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;
  const draft = `${path}.${process.pid}.new`;
  writeFileSync(draft, pem, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, path);
    return pem;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return readFileSync(path, 'utf8');
  } finally {
    rmSync(draft);
  }
}
