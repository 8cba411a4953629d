// The thread articles with many statements are written in.
import type { NewArticle, Store } from './core/store.js';
import { answerQuestions } from './importers/threads.js';
import { openDatabase } from './store/open.js';
import { sqliteStore } from './store/sqlite-store.js';

export interface KeepJob {
  /** The database's file. */
  readonly path: string;
  readonly entry: NewArticle;
}

const stores = new Map<string, Store>();

answerQuestions<KeepJob, string>(async ({ path, entry }) => {
  const store = stores.get(path) ?? sqliteStore(openDatabase(path));
  stores.set(path, store);
  return store.addArticle(entry);
});
