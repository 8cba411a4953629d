// `whosaid list`: the articles with how far each one is.
import type { ArticleSummary, Store } from '../core/store.js';
import { DATA_OPTION, withStore } from './data.js';
import { type CliIo, EXIT, readArgs, say } from './io.js';

export async function listCommand(args: readonly string[], io: CliIo): Promise<number> {
  const { values } = readArgs({
    args: [...args],
    options: { ...DATA_OPTION, all: { type: 'boolean' }, json: { type: 'boolean' } },
  });
  return withStore(values.data, io, async (store) => {
    let none = true;
    for await (const article of everyArticle(store, values.all === true)) {
      none = false;
      say(io, values.json ? JSON.stringify(article) : line(article));
    }
    if (none && !values.json) say(io, 'No articles yet. Import one with “whosaid import FILE”.');
    return EXIT.done;
  });
}

async function* everyArticle(store: Store, superseded: boolean): AsyncGenerator<ArticleSummary> {
  let after: string | undefined;
  do {
    const page = await store.articles({ after, limit: 200, superseded });
    yield* page.rows;
    after = page.next ?? undefined;
  } while (after !== undefined);
}

function line(article: ArticleSummary): string {
  const { total, byRating } = article.counts;
  const rated = total - (byRating.unchecked ?? 0);
  const version = article.version > 1 ? ` (version ${article.version})` : '';
  return `${article.id}  ${article.publishedOn ?? 'no date   '}  ${`${rated} of ${total}`.padStart(9)} rated  ${article.title}${version}`;
}
