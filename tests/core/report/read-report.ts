// What `buildReport` takes, read from a store with everything in memory.
import type { Selection } from '../../../src/core/report/selection.ts';
import type { ReportedArticle, ReportInput } from '../../../src/core/report.ts';
import type { Store } from '../../../src/core/store.ts';

export async function readReport(
  store: Store,
  articleIds: readonly string[],
  selection: Selection = {},
): Promise<ReportInput> {
  const articles = await Promise.all(articleIds.map((id) => readArticle(store, id)));
  const editors = new Map((await store.editors()).map((editor) => [editor.id, editor.name]));
  return { articles, editors, settings: await store.settings(), selection };
}

const readArticle = async (store: Store, id: string): Promise<ReportedArticle> => ({
  article: await store.article(id),
  statements: await store.statements(id),
  reviews: await store.reviews(id),
  articleReview: await store.articleReview(id),
  events: await store.events(id),
  head: await store.head(id),
});
