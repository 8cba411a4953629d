// `whosaid import`: files, folders, zips and JSONL into the desk. What is there already is left as it is.
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { sha256 } from '../core/digest.js';
import { invalid, Refusal } from '../core/errors.js';
import { readDocument } from '../importers/read-document.js';
import { openDesk } from '../open-desk.js';
import { importArticle, importedFrom, type Said } from '../workflow.js';
import { actor, DATA_OPTION, withStore } from './data.js';
import { type CliIo, EXIT, readArgs, say, UsageError } from './io.js';

interface Tally {
  imported: number;
  known: number;
  refused: number;
}

export async function importCommand(args: readonly string[], io: CliIo): Promise<number> {
  const { values, positionals } = readArgs({
    args: [...args],
    options: {
      ...DATA_OPTION,
      title: { type: 'string' },
      publisher: { type: 'string' },
      'published-on': { type: 'string' },
      url: { type: 'string' },
      by: { type: 'string' },
      jobs: { type: 'string' },
    },
    allowPositionals: true,
  });
  if (positionals.length === 0) throw new UsageError('name at least one file to import');
  const said = {
    title: values.title,
    publisher: values.publisher,
    publishedOn: dayOf(values['published-on']),
    url: values.url,
  };
  return withStore(values.data, io, async (store) => {
    const editor = await actor(store, values.by);
    const desk = await openDesk(store);
    const tally: Tally = { imported: 0, known: 0, refused: 0 };
    for (const path of positionals) {
      if (!(await stat(path)).isFile()) throw invalid(`${path} is no file.`);
      const bytes = new Uint8Array(await readFile(path));
      const known = await store.findArticle({ sourceSha256: sha256(bytes) });
      if (known) {
        tally.known += 1;
        say(io, `${path}: here already as ${known.id}`);
        continue;
      }
      try {
        const document = await readDocument({ bytes, name: basename(path), url: values.url });
        const article = await importArticle(
          desk,
          editor,
          importedFrom(document, { bytes, name: basename(path) }, said),
        );
        tally.imported += 1;
        for (const warning of document.warnings) say(io, `${path}: ${warning}`);
        const { counts } = await store.articleSummary(article.id);
        say(
          io,
          `${path}: ${article.id}, ${counts.total} statements${article.publishedOn ? '' : '; its day of publication is not known'}`,
        );
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        tally.refused += 1;
        io.stderr.write(`${path}: ${error.message}\n`);
      }
    }
    if (positionals.length > 1)
      say(io, `${tally.imported} imported, ${tally.known} here already, ${tally.refused} refused.`);
    return tally.refused > 0 ? EXIT.failed : EXIT.done;
  });
}

function dayOf(text: string | undefined): Said['publishedOn'] {
  if (text === undefined) return undefined;
  const day = new Date(`${text}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(day.getTime()) || !day.toISOString().startsWith(text))
    throw new UsageError('--published-on takes a day such as 2021-08-13');
  return text;
}
