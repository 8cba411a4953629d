// `whosaid import`: files, folders, zips and JSONL into the desk. What is there already is left as it is, so that a
// stopped import can be run again.
import { availableParallelism } from 'node:os';
import { sha256 } from '../core/digest.js';
import type { Editor } from '../core/editor.js';
import type { ExtractedStatement } from '../core/statement.js';
import type { StoredArticle } from '../core/store.js';
import { type Bulk, type BulkItem, openBulk } from '../importers/bulk.js';
import type { ImportedDocument } from '../importers/document.js';
import type { FeedItem } from '../importers/feed.js';
import { safeName } from '../importers/safe-name.js';
import { openDesk } from '../open-desk.js';
import {
  type Desk,
  importArticles,
  importedFrom,
  type Registry,
  registryOf,
  type Said,
} from '../workflow.js';
import { actor, DATA_OPTION, withStore } from './data.js';
import { feedItems, fetched, picked, tellItems } from './import-feed.js';
import { type ImportPool, importPool } from './import-pool.js';
import { type CliIo, EXIT, readArgs, say, UsageError } from './io.js';

/** Articles kept in one transaction: the disk is waited for once for all of them. */
const BATCH = 100;

interface Read {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly document: ImportedDocument;
  readonly found: readonly ExtractedStatement[];
}

interface Tally {
  imported: number;
  known: number;
  readonly refused: { readonly name: string; readonly why: string }[];
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
      pick: { type: 'string' },
      jobs: { type: 'string' },
    },
    allowPositionals: true,
  });
  if (positionals.length === 0)
    throw new UsageError('name at least one file, folder, zip or JSONL to import');
  const said: Said = {
    title: values.title,
    publisher: values.publisher,
    publishedOn: dayOf(values['published-on']),
    url: values.url,
  };
  const jobs = jobsOf(values.jobs);
  return withStore(values.data, io, async (store) => {
    const editor = await actor(store, values.by);
    const pool = importPool(jobs);
    try {
      const tally: Tally = { imported: 0, known: 0, refused: [] };
      const desk = await openDesk(store);
      const run = { desk, editor, io, pool, jobs, said, tally, registry: registryOf(desk) };
      let listed = false;
      for (const path of positionals) {
        const items = await feedItems(path);
        if (!items) await importAll(run, await openBulk(path));
        else if (values.pick === undefined) listed = tellItems(io, items);
        else await importAll(run, picksOf(io, picked(items, values.pick)));
      }
      if (listed && positionals.length === 1) return EXIT.done;
      return tell(io, tally);
    } finally {
      await pool.close();
    }
  });
}

interface Run {
  readonly desk: Desk;
  readonly editor: Editor;
  readonly io: CliIo;
  readonly pool: ImportPool;
  readonly jobs: number;
  readonly said: Said;
  readonly tally: Tally;
  readonly registry: Registry;
}

/** Fetching is as much the desk's choice here as it is in the browser. */
function picksOf(io: CliIo, items: readonly FeedItem[]): Bulk {
  if (io.env.WHOSAID_FETCH !== '1')
    throw new UsageError('this desk fetches no pages; set WHOSAID_FETCH=1 to let it');
  return { total: items.length, items: fetched(items) };
}

/** Documents in hand for each thread: what it reads while the desk keeps a batch. */
const AHEAD = 48;
/** With so many bytes in hand only two each. */
const MOST_HELD = 32 * 1024 * 1024;

async function importAll(run: Run, { total, items }: Bulk): Promise<void> {
  const progress = progressBar(run.io, total);
  const underWay: { readonly done: Promise<Read | null>; readonly size: number }[] = [];
  let held = 0;
  let read: Read[] = [];
  const keepOldest = async (): Promise<void> => {
    const oldest = underWay.shift()!;
    const done = await oldest.done;
    held -= oldest.size;
    progress();
    if (done) read.push(done);
    if (read.length >= BATCH) {
      await keep(run, read, total !== 1);
      read = [];
    }
  };
  for await (const item of items) {
    const size = item.bytes?.length ?? 0;
    underWay.push({ done: readItem(run, item), size });
    held += size;
    while (underWay.length > run.jobs * (held > MOST_HELD ? 2 : AHEAD)) await keepOldest();
  }
  while (underWay.length > 0) await keepOldest();
  await keep(run, read, total !== 1);
  progress('done');
}

async function readItem(run: Run, item: BulkItem): Promise<Read | null> {
  const { tally, desk, pool, said } = run;
  const name = safeName(item.name) ?? item.name;
  if (item.refused !== null) {
    tally.refused.push({ name: item.name, why: item.refused });
    return null;
  }
  const known = await desk.store.findArticle({ sourceSha256: sha256(item.bytes) });
  if (known) {
    tally.known += 1;
    return null;
  }
  const { bytes, record } = item;
  const answer = await pool.run({ name, bytes, record, said });
  if ('refused' in answer) {
    tally.refused.push({ name: item.name, why: answer.refused });
    return null;
  }
  return { name, bytes, ...answer };
}

/** Two copies of one document in a batch are one article. */
async function keep(run: Run, read: readonly Read[], quiet: boolean): Promise<void> {
  const { desk, editor, io, said, tally, registry } = run;
  const fresh = new Map(read.map((one) => [sha256(one.bytes), one]));
  tally.known += read.length - fresh.size;
  const batch = [...fresh.values()];
  if (batch.length === 0) return;
  const imported = batch.map((one) => ({
    ...importedFrom(one.document, { bytes: one.bytes, name: one.name }, said),
    found: one.found,
  }));
  const articles = await importArticles(desk, editor, imported, registry);
  tally.imported += articles.length;
  if (quiet) return;
  for (const [index, article] of articles.entries()) tellOne(io, article, batch[index]);
}

function tellOne(io: CliIo, article: StoredArticle, read: Read | undefined): void {
  for (const warning of read?.document.warnings ?? []) io.stderr.write(`${read?.name}: ${warning}\n`);
  const day = article.publishedOn ? '' : '; its day of publication is not known, so no weekday was resolved';
  say(io, `${article.id}  ${read?.found.length ?? 0} statements  ${article.title}${day}`);
}

function tell(io: CliIo, { imported, known, refused }: Tally): number {
  for (const { name, why } of refused) io.stderr.write(`${name}: ${why}\n`);
  if (imported + known + refused.length !== 1 || known === 1)
    say(io, `${imported} imported, ${known} here already, ${refused.length} refused.`);
  return refused.length > 0 ? EXIT.failed : EXIT.done;
}

/** On a terminal, how far it is; elsewhere nothing. */
function progressBar(io: CliIo, total: number | null): (done?: 'done') => void {
  const shown = total !== 1 && 'isTTY' in io.stderr && io.stderr.isTTY === true;
  let n = 0;
  return (done) => {
    if (!shown) return;
    if (done) io.stderr.write('\r\x1b[K');
    else
      io.stderr.write(
        `\r\x1b[K${(++n).toLocaleString('en')}${total === null ? '' : ` of ${total.toLocaleString('en')}`} read`,
      );
  };
}

function jobsOf(text: string | undefined): number {
  if (text === undefined) return Math.max(1, Math.min(8, availableParallelism()));
  const jobs = Number(text);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 64)
    throw new UsageError('--jobs takes a number from 1 to 64');
  return jobs;
}

function dayOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const day = new Date(`${text}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(day.getTime()) || !day.toISOString().startsWith(text))
    throw new UsageError('--published-on takes a day such as 2021-08-13');
  return text;
}
