// The demo's accounts: passwords made at first start, printed at every start, and never good beyond loopback.

import { randomInt } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashPassword } from './accounts/passwords.js';
import type { Role } from './core/editor.js';

const FILE = 'demo-accounts.txt';

export interface DemoAccount {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly password: string;
}

const CAST: readonly Omit<DemoAccount, 'password'>[] = [
  { login: 'amira', name: 'Amira Haddad', role: 'lead' },
  { login: 'jonas', name: 'Jonas Weber', role: 'editor' },
  { login: 'ines', name: 'Inês Duarte', role: 'editor' },
  { login: 'reader', name: 'A reader', role: 'reader' },
  { login: 'admin', name: 'Desk admin', role: 'admin' },
];

/** Fresh accounts with passwords of four common words each, kept in the data folder for its owner to read. */
export async function makeDemoAccounts(
  folder: string,
): Promise<readonly (DemoAccount & { passwordHash: string })[]> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  const words = (dictionary['diceware-common'] as readonly string[]).filter((word) =>
    /^[a-z]{4,7}$/.test(word),
  );
  const made = await Promise.all(
    CAST.map(async (person) => {
      const password = Array.from({ length: 4 }, () => words[randomInt(words.length)]).join('-');
      return { ...person, password, passwordHash: await hashPassword(password) };
    }),
  );
  const lines = made.map(({ login, password, role, name }) => [login, password, role, name].join('\t'));
  writeFileSync(join(folder, FILE), `${lines.join('\n')}\n`, { mode: 0o600 });
  return made;
}

/** The demo's accounts in a data folder, or none where it is a real desk. */
export function demoAccounts(folder: string): readonly DemoAccount[] {
  const path = join(folder, FILE);
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [login = '', password = '', role = 'reader', name = ''] = line.split('\t');
      return { login, password, role: role as Role, name };
    });
}
