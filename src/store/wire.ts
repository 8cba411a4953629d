// Which articles are one text under several mastheads, and which article an address belongs to.
import type { Database } from 'better-sqlite3';
import { notFound } from '../core/errors.js';
import type { ArticleSummary } from '../core/store.js';
import type { Outlet } from '../core/wire.js';

/** Stories followed at most: a wire story has hundreds of mastheads, and nobody reads more of them here. */
const MOST = 500;

export function wireQueries(db: Database, summaryOf: (id: string) => ArticleSummary) {
  const storyOf = db.prepare<[string], { story_id: string }>('SELECT story_id FROM articles WHERE id = ?');
  const takenFrom = db.prepare<[string], { id: string; republishes: string }>(`
    SELECT articles.id, state.republishes
    FROM articles JOIN article_reviews AS state ON state.article_id = articles.id
    WHERE articles.story_id = ? AND state.republishes IS NOT NULL ORDER BY articles.version DESC`);
  const takenBy = db.prepare<[string], { story_id: string }>(`
    SELECT articles.story_id FROM article_reviews AS state JOIN articles ON articles.id = state.article_id
    WHERE state.republishes = ?`);
  const newest = db.prepare<[string], { id: string }>(
    'SELECT id FROM articles WHERE story_id = ? ORDER BY version DESC LIMIT 1',
  );
  const byUrl = db.prepare<[string], { id: string }>(
    'SELECT id FROM articles WHERE url = ? ORDER BY imported_at DESC LIMIT 1',
  );

  return {
    /** The whole wire of an article, what the others took theirs from first; the article alone where it is in none. */
    wireOf(articleId: string): readonly Outlet[] {
      const start = storyOf.get(articleId);
      if (!start) throw notFound('There is no such article. It may be a mistyped address.');
      const stories = new Set([start.story_id]);
      const outlets: Outlet[] = [];
      for (const story of stories) {
        const taken = takenFrom.all(story);
        if (stories.size < MOST) {
          for (const { republishes } of taken) stories.add(republishes);
          for (const { story_id } of takenBy.all(story)) stories.add(story_id);
        }
        const current = newest.get(story);
        if (current) outlets.push({ article: summaryOf(current.id), recordedOn: taken[0]?.id ?? null });
      }
      return outlets.sort(
        (a, b) =>
          Number(a.recordedOn !== null) - Number(b.recordedOn !== null) ||
          (a.article.importedAt < b.article.importedAt ? -1 : 1),
      );
    },
    /** The newest article kept under one of these addresses. */
    articleAt(urls: readonly string[]): ArticleSummary | undefined {
      for (const url of urls) {
        const found = byUrl.get(url);
        if (found) return summaryOf(found.id);
      }
      return undefined;
    },
  };
}
