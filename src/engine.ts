// The engine this package ships: its tagger's weights read from the model file, once.
import { readFile } from 'node:fs/promises';
import { loadLinearTagger } from './core/extract/linear-tagger.js';
import type { Engine } from './core/extract-statements.js';
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
