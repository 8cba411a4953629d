// What became of each statement, as a page tells it: its number, its words, and where to look at it.
import type { PlacementStatus } from '../../core/anchor/version.js';
import { type Fate, fatesBetween, type Told } from '../../core/fates.js';
import type { Review } from '../../core/review.js';
import type { Store } from '../../core/store.js';
import type { LoadedArticle } from '../bench/loaded-article.js';

export interface ShownFate {
  readonly status: PlacementStatus;
  /** In the version `in` names, and so are its number, its first word's offset and its page. */
  readonly in: 'older' | 'newer';
  readonly id: string;
  readonly number: number;
  readonly start: number | null;
  readonly href: string;
  readonly words: string;
  readonly speaker: string;
  readonly changed: string;
  /** What the desk had found before, where that fell or stays behind; empty where there was nothing. */
  readonly rating: Review['rating'];
}

/** `versions` from the older one to the newer one, each the successor of the one before. */
export async function shownFates(
  store: Store,
  versions: readonly LoadedArticle[],
): Promise<readonly ShownFate[]> {
  const [older, newer] = [versions[0], versions.at(-1)];
  if (!older || !newer || older === newer) return [];
  const fates = fatesBetween(await Promise.all(versions.map((version) => toldOf(store, version))));
  const pair = { older: numbered(older), newer: numbered(newer) };
  return fates.flatMap((fate) => shownFate(fate, pair));
}

/** A version with its statements by their ids, each with its number. */
interface Numbered {
  readonly articleId: string;
  readonly of: ReadonlyMap<string, { readonly review: Review; readonly number: number }>;
}

const numbered = ({ article, reviews }: LoadedArticle): Numbered => ({
  articleId: article.id,
  of: new Map(reviews.map((review, index) => [review.statementId, { review, number: index + 1 }])),
});

const toldBy = new WeakMap<LoadedArticle, Promise<Told>>();

/** Remembered as long as the article stays as it was loaded: its whole log is read for two lists of ids. */
export function toldOf(store: Store, loaded: LoadedArticle): Promise<Told> {
  const told = toldBy.get(loaded) ?? readTold(store, loaded);
  toldBy.set(loaded, told);
  return told;
}

async function readTold(store: Store, { article, standing, reviews }: LoadedArticle): Promise<Told> {
  const events = standing.supersededBy ? await store.events(article.id) : [];
  const superseded = events.find((event) => event.kind === 'superseded');
  const { dropped, orphaned } = superseded?.payload ?? { dropped: [], orphaned: [] };
  return { reviews, dropped, orphaned };
}

function shownFate(fate: Fate, { older, newer }: { older: Numbered; newer: Numbered }): ShownFate[] {
  const version = fate.newer === null ? older : newer;
  const id = fate.newer ?? fate.older ?? '';
  const found = version.of.get(id);
  if (!found) return [];
  const { review, number } = found;
  const was = older.of.get(fate.older ?? '')?.review;
  return [
    {
      status: fate.status,
      in: fate.newer === null ? 'older' : 'newer',
      id,
      number,
      start: review.content[0]?.start ?? null,
      href: `/articles/${version.articleId}?statement=${id}#n${number}`,
      words: review.words,
      speaker: review.provenance.speaker.name,
      changed: fate.changed,
      rating: was?.rating ?? 'unchecked',
    },
  ];
}

export interface FateCount {
  readonly status: PlacementStatus;
  readonly n: number;
}

const ORDER: readonly PlacementStatus[] = ['kept', 'moved', 'reworded', 'new', 'dropped', 'orphaned'];

export const countFates = (fates: readonly Pick<Fate, 'status'>[]): readonly FateCount[] =>
  ORDER.map((status) => ({ status, n: fates.filter((fate) => fate.status === status).length })).filter(
    ({ n }) => n > 0,
  );
