// `whosaid migrate`: brings a database to this version of the program.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE, dataFolder } from '../open-desk.js';
import { migrateFile } from '../store/open.js';
import { DATA_OPTION } from './data.js';
import { type CliIo, EXIT, readArgs, say } from './io.js';

export async function migrateCommand(args: readonly string[], io: CliIo): Promise<number> {
  const { values } = readArgs({ args: [...args], options: DATA_OPTION });
  const folder = dataFolder(values.data, io.env);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const done = migrateFile(join(folder, DATABASE));
  say(io, done.length === 0 ? 'The database is up to date.' : `Applied ${done.join(', ')}.`);
  return EXIT.done;
}
