// The options and errands every command on a data folder shares.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Editor } from '../core/editor.js';
import { invalid, notFound } from '../core/errors.js';
import type { Store } from '../core/store.js';
import { DATABASE, dataFolder, openStore } from '../open-desk.js';
import type { CliIo } from './io.js';

export const DATA_OPTION = { data: { type: 'string' } } as const;

/** Opens the store that is there; refuses to make an empty one by a mistyped name. */
export async function withStore<T>(
  data: string | undefined,
  io: CliIo,
  use: (store: Store, folder: string) => Promise<T>,
): Promise<T> {
  const folder = dataFolder(data, io.env);
  if (!existsSync(join(folder, DATABASE)))
    throw notFound(
      `There is no desk in ${folder}. Start one there with “whosaid serve”, or name another with --data.`,
    );
  const store = openStore(folder);
  try {
    return await use(store, folder);
  } finally {
    await store.close();
  }
}

/** Who acts: the named account, else the first admin. */
export async function actor(store: Store, login: string | undefined): Promise<Editor> {
  if (login !== undefined) {
    const account = await store.findAccount(login);
    if (!account || account.disabled) throw notFound(`Nobody signs in as “${login}”. See whosaid user list.`);
    return account;
  }
  const admin = (await store.editors()).find((editor) => editor.role === 'admin' && !editor.disabled);
  if (!admin) throw invalid('This desk has no admin. Add one with whosaid user add.');
  return admin;
}
