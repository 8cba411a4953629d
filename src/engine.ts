// The engine this package ships: its tagger's weights read from the model file, once.
import { readFile } from 'node:fs/promises';
import type { ArticleText } from './core/article.js';
import { loadLinearTagger } from './core/extract/linear-tagger.js';
import { type Engine, extractStatements } from './core/extract-statements.js';
import type { ExtractedStatement } from './core/statement.js';
import { VERSION } from './version.js';

/** The weights, beside `dist/` and `src/` alike. */
const MODEL = new URL('../model/whosaid-linear.bin', import.meta.url);

let loading: Promise<Engine> | undefined;

/** The shipped engine. Reads the model file at the first call; later calls share it. */
export function loadEngine(): Promise<Engine> {
  loading ??= readEngine();
  return loading;
}

async function readEngine(): Promise<Engine> {
  const tagger = loadLinearTagger(await readFile(MODEL));
  return { name: 'whosaid', version: VERSION, tagger };
}

/** What a desk needs of the engine: its name and version as statements keep them, and the act itself. */
export async function extractWith(): Promise<{
  readonly engine: string;
  readonly extract: (article: ArticleText) => Promise<readonly ExtractedStatement[]>;
}> {
  const engine = await loadEngine();
  return {
    engine: `${engine.name} ${engine.version}`,
    extract: async (article) => extractStatements(article, engine),
  };
}
