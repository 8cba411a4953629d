// `whosaid verify-log`: proves every article's log, text and statements, also against the heads printed in reports.
import type { Head } from '../core/log.js';
import type { Store } from '../core/store.js';
import { verifyArticle } from '../core/verify-article.js';
import { DATA_OPTION, withStore } from './data.js';
import { type CliIo, EXIT, readArgs, say, UsageError } from './io.js';

export async function verifyLogCommand(args: readonly string[], io: CliIo): Promise<number> {
  const { values, positionals } = readArgs({
    args: [...args],
    options: { ...DATA_OPTION, head: { type: 'string' } },
    allowPositionals: true,
  });
  const [only] = positionals;
  if (values.head !== undefined && only === undefined)
    throw new UsageError('--head belongs to one article: name it too');
  const printed = values.head === undefined ? [] : [readHead(values.head)];
  return withStore(values.data, io, async (store) => {
    const ids = only === undefined ? await store.articleIds() : [only];
    const faults = await verifyArticles(store, ids, printed, (line) => say(io, line));
    say(
      io,
      faults === 0
        ? `${ids.length} ${ids.length === 1 ? 'article' : 'articles'} checked: every log is whole and unaltered.`
        : `${faults} of ${ids.length} articles do not hold.`,
    );
    return faults === 0 ? EXIT.done : EXIT.failed;
  });
}

/** Tells each fault and counts the articles that have one. */
export async function verifyArticles(
  store: Store,
  ids: readonly string[],
  printed: readonly Head[],
  tell: (line: string) => void,
): Promise<number> {
  let faults = 0;
  for (const id of ids) {
    const reports = await store.reports(id);
    const fault = verifyArticle({
      article: await store.article(id),
      statements: await store.statements(id),
      events: await store.events(id),
      printed: [...reports.map((report) => report.head), ...printed],
    });
    if (!fault) continue;
    faults += 1;
    tell(`${id}: ${fault}`);
  }
  return faults;
}

function readHead(text: string): Head {
  const match = /^(\d{1,12}):([0-9a-f]{64})$/.exec(text);
  if (!match) throw new UsageError('--head looks like 12:4f…, as a report prints it');
  return { seq: Number(match[1]), hash: match[2] ?? '' };
}
