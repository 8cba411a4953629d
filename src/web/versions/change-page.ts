// The page of an article's versions: their times, and how one differs from an earlier one.
import type { Duplicate } from '../../core/duplicates/duplicate-of.js';
import { may } from '../../core/editor.js';
import { fatesBetween } from '../../core/fates.js';
import { directionOf } from '../../core/report/direction.js';
import type { ArticleSummary, Store, StoredArticle } from '../../core/store.js';
import type { Desk } from '../../workflow.js';
import { type LoadedArticle, loadArticle } from '../bench/loaded-article.js';
import type { Problem } from '../form.js';
import type { Signed } from '../route.js';
import type { T } from '../words/words.js';
import {
  changesBetween,
  changesOfStory,
  openChangesBetween,
  type ShownParagraph,
  shownChanges,
} from './shown-changes.js';
import { countFates, type FateCount, type ShownFate, shownFates, toldOf } from './shown-fates.js';

export interface ChangedDetail {
  readonly name: 'title' | 'publisher' | 'published_on' | 'url';
  readonly older: string;
  readonly newer: string;
}

export interface TimelineEntry {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly here: boolean;
  readonly at: string;
  readonly by: string;
  readonly publishedAt: string | null;
  /** Against the version before it; empty for the first. */
  readonly fates: readonly FateCount[];
}

export interface ChangesModel {
  readonly article: {
    readonly id: string;
    readonly title: string;
    readonly version: number;
    readonly language: string;
    readonly direction: 'ltr' | 'rtl';
  };
  readonly timeline: readonly TimelineEntry[];
  /** The version this one is compared with; null for the first of all. */
  readonly since: { readonly id: string; readonly version: number } | null;
  readonly earlier: readonly { readonly id: string; readonly version: number; readonly chosen: boolean }[];
  readonly details: readonly ChangedDetail[];
  readonly fates: readonly FateCount[];
  readonly lost: readonly ShownFate[];
  readonly paragraphs: readonly ShownParagraph[];
  readonly whole: boolean;
  /** Changed paragraphs left out because they were set aside. */
  readonly aside: number;
  /** Whether readers of the version compared with are shown this. */
  readonly edit: {
    readonly state: 'not_published' | 'hidden' | 'shown' | 'both_published';
    readonly mayPublish: boolean;
  } | null;
  /** The articles that are this text under other mastheads, this one among them; empty where there are none. */
  readonly wire: readonly {
    readonly id: string;
    readonly title: string;
    readonly publisher: string | null;
    readonly here: boolean;
    readonly isOrigin: boolean;
    readonly recordedOn: string | null;
  }[];
  /** Articles of like text that nobody has said anything about yet. */
  readonly alike: readonly {
    readonly id: string;
    readonly title: string;
    readonly publisher: string | null;
    readonly how: Duplicate;
  }[];
  readonly problem: Problem | null;
}

export interface ChangesRequest {
  readonly articleId: string;
  readonly since: string | null;
  readonly whole: boolean;
  readonly signed: Signed;
  readonly problem: Problem | null;
}

/** More versions than these are listed without what became of their statements. */
const COUNTED = 20;

export async function changesPage(
  { store, compare }: Pick<Desk, 'store' | 'compare'>,
  request: ChangesRequest,
  t: T,
): Promise<ChangesModel> {
  const here = await loadArticle(store, request.articleId);
  const { article } = here;
  const versions = await store.versions(article.storyId);
  const editors = await store.editors();
  const nameOf = (id: string): string => editors.find((one) => one.id === id)?.name ?? t('someone');
  const earlier = versions.filter(({ version }) => version < article.version);
  const since = earlier.find(({ id }) => id === request.since) ?? earlier.at(-1) ?? null;
  const path = versions.filter(
    ({ version }) => since && version >= since.version && version <= article.version,
  );
  const loaded = await Promise.all(path.map(({ id }) => loadArticle(store, id)));
  const fates = await shownFates(store, loaded);
  const older = loaded[0];
  const changes = older ? await changesBetween(older.article, article, compare) : [];
  const { story, aside } = changesOfStory(changes, older?.article ?? article, article);
  return {
    article: {
      id: article.id,
      title: article.title,
      version: article.version,
      language: article.language,
      direction: directionOf(article.language),
    },
    timeline: await timelineOf(store, versions, article.id, nameOf),
    since: since && { id: since.id, version: since.version },
    earlier: earlier.map(({ id, version }) => ({ id, version, chosen: id === since?.id })),
    details: older ? changedDetails(older.article, article) : [],
    fates: countFates(fates),
    lost: fates.filter((fate) => fate.in === 'older'),
    paragraphs: shownChanges(request.whole ? changes : story, fates, request.whole),
    aside: request.whole ? 0 : aside,
    whole: request.whole,
    edit: older && older.standing.supersededBy === article.id ? editOf(older, here, request.signed) : null,
    ...(await copiesOf(store, article)),
    problem: request.problem,
  };
}

async function copiesOf(store: Store, article: StoredArticle): Promise<Pick<ChangesModel, 'wire' | 'alike'>> {
  const outlets = await store.wireOf(article.id);
  const known = new Set(outlets.map((outlet) => outlet.article.storyId));
  const alike = (await store.alikeArticles(article.text)).filter(
    (one) => !known.has(one.article.storyId) && !one.article.superseded,
  );
  const wire = outlets.map((outlet) => ({
    id: outlet.article.id,
    title: outlet.article.title,
    publisher: outlet.article.publisher,
    here: outlet.article.storyId === article.storyId,
    isOrigin: outlet.recordedOn === null,
    recordedOn: outlet.recordedOn,
  }));
  return {
    wire: wire.length > 1 ? wire : [],
    alike: alike
      .slice(0, 10)
      .map(({ article: { id, title, publisher }, how }) => ({ id, title, publisher, how })),
  };
}

async function timelineOf(
  store: Store,
  versions: readonly ArticleSummary[],
  here: string,
  nameOf: (id: string) => string,
): Promise<readonly TimelineEntry[]> {
  const recent = versions.slice(-COUNTED - 1);
  const told = await Promise.all(recent.map(async ({ id }) => toldOf(store, await loadArticle(store, id))));
  return versions
    .map((one): TimelineEntry => {
      const at = recent.indexOf(one);
      const pair = at > 0 ? told.slice(at - 1, at + 1) : [];
      return {
        id: one.id,
        version: one.version,
        title: one.title,
        here: one.id === here,
        at: one.importedAt,
        by: nameOf(one.importedBy),
        publishedAt: one.publishedAt,
        fates: pair.length === 2 ? countFates(fatesBetween(pair)) : [],
      };
    })
    .toReversed();
}

export function changedDetails(older: StoredArticle, newer: StoredArticle): readonly ChangedDetail[] {
  const details: readonly ChangedDetail[] = [
    { name: 'title', older: older.title, newer: newer.title },
    { name: 'publisher', older: older.publisher ?? '', newer: newer.publisher ?? '' },
    { name: 'published_on', older: older.publishedOn ?? '', newer: newer.publishedOn ?? '' },
    { name: 'url', older: older.url ?? '', newer: newer.url ?? '' },
  ];
  return details.filter((detail) => detail.older !== detail.newer);
}

function editOf(older: LoadedArticle, newer: LoadedArticle, { editor }: Signed): ChangesModel['edit'] {
  const mayPublish = may(editor, 'publish');
  if (!older.standing.published) return { state: 'not_published', mayPublish };
  if (newer.standing.published) return { state: 'both_published', mayPublish };
  return { state: older.standing.editShown ? 'shown' : 'hidden', mayPublish };
}

/**
 * Readers see how a published text was changed once the desk shows it to them, or has published findings on the newer
 * text too: before that, the newer text may be one that nobody outside has seen.
 */
export const readersMayCompare = (
  older: Pick<LoadedArticle, 'standing'>,
  newer: Pick<LoadedArticle, 'standing'>,
): boolean =>
  older.standing.published !== null &&
  (newer.standing.published !== null || Boolean(older.standing.editShown));

/** The pages with the changes after this version and before it, where its readers may see them. */
export async function changesOpenToReaders(
  store: Store,
  here: Pick<LoadedArticle, 'article' | 'standing'>,
): Promise<{ readonly later: string | null; readonly earlier: string | null }> {
  const { article, standing } = here;
  const standingOf = async (id: string) => ({ standing: await store.articleReview(id) });
  const { supersededBy: after } = standing;
  const { supersedes: before } = article;
  return {
    later: after && readersMayCompare(here, await standingOf(after)) ? `/read/${after}/changes` : null,
    earlier:
      before && readersMayCompare(await standingOf(before), here) ? `/read/${article.id}/changes` : null,
  };
}

export interface ReadChangesModel {
  readonly article: ChangesModel['article'];
  readonly publisher: string | null;
  readonly desk: string;
  readonly older: { readonly id: string; readonly at: string };
  readonly newer: { readonly id: string; readonly at: string; readonly published: boolean };
  readonly details: readonly ChangedDetail[];
  readonly paragraphs: readonly ShownParagraph[];
  readonly whole: boolean;
}

export async function readChanges(
  older: LoadedArticle,
  newer: LoadedArticle,
  { name, compare, whole }: { name: string; compare: Desk['compare']; whole: boolean },
): Promise<ReadChangesModel> {
  const { article } = newer;
  return {
    article: {
      id: article.id,
      title: article.title,
      version: article.version,
      language: article.language,
      direction: directionOf(article.language),
    },
    publisher: article.publisher ?? older.article.publisher,
    desk: name,
    older: { id: older.article.id, at: older.article.importedAt },
    newer: {
      id: article.id,
      at: article.importedAt,
      published: newer.standing.published !== null,
    },
    // What the desk did not write down is no change of the article.
    details: changedDetails(older.article, article).filter((one) => one.older !== '' && one.newer !== ''),
    paragraphs: shownChanges(await openChangesBetween(older.article, article, compare), [], whole),
    whole,
  };
}
