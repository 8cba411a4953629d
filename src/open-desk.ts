// Wires a desk together: the data folder, the store, the engine, the clock and the source of ids.

import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { compareInWorker } from './compare-in-worker.js';
import type { Store } from './core/store.js';
import { loadEngine } from './engine.js';
import { extractArticle } from './extract-article.js';
import { readDocumentInWorker, readFeedInWorker } from './importers/read-in-worker.js';
import { openDatabase } from './store/open.js';
import { sqliteStore } from './store/sqlite-store.js';
import type { Desk } from './workflow.js';

export const DATABASE = 'whosaid.db';

/** Where the desk's data lies: `--data`, else `WHOSAID_DATA`, else ./data. */
export const dataFolder = (
  named: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): string => resolve(named ?? env.WHOSAID_DATA ?? 'data');

/** Opens (and, when it is missing, makes and migrates) the store in a folder that only its owner may read. */
export function openStore(folder: string, name: string = DATABASE): Store {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return sqliteStore(openDatabase(join(folder, name)));
}

export async function openDesk(store: Store): Promise<Desk> {
  const engine = await loadEngine();
  return {
    store,
    engine: `${engine.name} ${engine.version} (${engine.tagger.name})`,
    extract: (article) => extractArticle(article, engine),
    read: readDocumentInWorker,
    readFeed: readFeedInWorker,
    compare: compareInWorker(),
    now: () => new Date().toISOString(),
    newId: uuidv7,
    newSalt: () => randomBytes(16).toString('base64url'),
  };
}
