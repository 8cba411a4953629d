// `whosaid findings`: what others found, brought into an article. Without --apply it only says what it would do.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { openDesk } from '../open-desk.js';
import { bringInFindings, type Findings, previewFindings } from '../workflow.js';
import { actor, DATA_OPTION, withStore } from './data.js';
import { type CliIo, EXIT, readArgs, say, UsageError } from './io.js';

export async function findingsCommand(args: readonly string[], io: CliIo): Promise<number> {
  const { values, positionals } = readArgs({
    args: [...args],
    options: { ...DATA_OPTION, apply: { type: 'boolean' }, by: { type: 'string' } },
    allowPositionals: true,
  });
  const [article, ...paths] = positionals;
  if (article === undefined || paths.length === 0)
    throw new UsageError('name the article, then the files of findings');
  return withStore(values.data, io, async (store) => {
    const desk = await openDesk(store);
    const editor = await actor(store, values.by);
    let unplaced = 0;
    for (const path of paths) {
      const file = { bytes: readFileSync(path), name: basename(path) };
      const found = await previewFindings(desk, editor, article, file);
      unplaced += found.unplaced.length;
      tell(io, found);
      const news = found.placed.filter(({ does }) => does !== 'known');
      if (!values.apply || news.length === 0) continue;
      const made = await bringInFindings(desk, editor, article, file);
      say(io, `${path}: ${made.statements} statements and ${made.notes} notes were added.`);
    }
    if (!values.apply) say(io, 'Nothing was written. Add --apply to bring it in.');
    return unplaced > 0 ? EXIT.failed : EXIT.done;
  });
}

const DOES = {
  added: 'would be added',
  noted: 'is here; would be noted on it',
  remarked: 'would be noted on the text; they name no speaker',
  known: 'is here already',
} as const;

function tell(io: CliIo, { name, placed, unplaced }: Findings): void {
  for (const { words, does } of placed) say(io, `${name}: ${DOES[does]}: ${short(words)}`);
  for (const { words } of unplaced)
    io.stderr.write(`${name}: cannot be placed, so it is left out: ${short(words)}\n`);
}

const short = (words: string): string => {
  const line = words.replace(/\s+/g, ' ');
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
};
