// For readers: who said what, where each statement stands, on what grounds. Only what the desk published; nothing confidential.
import { z } from 'zod';
import type { ArticleReview } from '../core/article-review.js';
import { may } from '../core/editor.js';
import { notFound } from '../core/errors.js';
import { isSpeakersOwn, standing } from '../core/evidence.js';
import { RATINGS, type Rating } from '../core/rating.js';
import { directionOf } from '../core/report/direction.js';
import type { Review } from '../core/review.js';
import { signOffDigest } from '../core/sign-off.js';
import type { StoredArticle } from '../core/store.js';
import { isFinal } from '../workflow.js';
import { type Progress, progressOf } from './bench/progress.js';
import { hatOf, type Status, statusOf, wayOf } from './bench/statement-line.js';
import { readQuery } from './form.js';
import { wordsFor } from './language.js';
import { render } from './render.js';
import type { Route, Visit, Web } from './route.js';
import { shellFor } from './shell.js';
import type { T } from './words/words.js';

export interface ReadStatement {
  readonly id: string;
  readonly number: number;
  readonly who: string;
  readonly line: string;
  readonly speaker: string;
  readonly hat: string;
  readonly words: string;
  readonly status: Status;
  /** What the status means for this statement, in a sentence. */
  readonly means: string;
  readonly reason: string;
  readonly evidence: readonly {
    readonly title: string;
    readonly url: string | null;
    readonly stance: string;
    readonly origin: string;
    readonly speakersOwn: boolean;
  }[];
  readonly signatures: string;
  readonly correction: { readonly at: string; readonly what: string } | null;
}

export interface ReadModel {
  readonly article: {
    readonly id: string;
    readonly title: string;
    readonly publisher: string | null;
    readonly publishedOn: string | null;
    readonly url: string | null;
    readonly language: string;
    readonly direction: 'ltr' | 'rtl';
  };
  readonly desk: string;
  readonly publishedAt: string;
  readonly newer: string | null;
  readonly lede: readonly string[];
  readonly tally: readonly { readonly n: number; readonly words: string; readonly detail: string }[];
  readonly progress: Progress;
  readonly corrections: readonly {
    readonly at: string;
    readonly what: string;
    readonly why: string;
    readonly before: string;
    readonly after: string;
    readonly statement: ReadStatement | null;
  }[];
  readonly columns: readonly Status[];
  readonly speakers: readonly {
    readonly name: string;
    readonly hat: string;
    readonly total: number;
    readonly cells: readonly number[];
  }[];
  readonly bySpeaker: boolean;
  readonly groups: readonly { readonly heading: string; readonly statements: readonly ReadStatement[] }[];
  readonly legend: readonly Status[];
}

export interface ReadListModel {
  readonly articles: readonly {
    readonly id: string;
    readonly title: string;
    readonly publisher: string | null;
    readonly publishedOn: string | null;
    readonly publishedAt: string;
  }[];
  readonly next: string | null;
  readonly mayPublish: boolean;
}

export interface EmbedModel {
  readonly article: ReadModel['article'];
  readonly desk: string;
  readonly statement: ReadStatement;
}

export const readerRoutes: readonly Route[] = [
  { method: 'get', path: '/read', needs: 'read_published', handle: list },
  { method: 'get', path: '/read/:id', needs: 'read_published', handle: read },
  { method: 'get', path: '/embed/statements/:id', needs: 'read_published', handle: embed },
];

async function list(visit: Visit, web: Web): Promise<void> {
  const { after } = readQuery(visit, { after: z.string().max(500).optional() });
  const page = await web.desk.store.articles({ published: true, after, limit: 50 });
  const articles = page.rows.map(({ id, title, publisher, publishedOn, publishedAt }) => ({
    id,
    title,
    publisher,
    publishedOn,
    publishedAt: publishedAt ?? '',
  }));
  const shell = shellFor({
    title: wordsFor(visit)('read.title'),
    signed: visit.signed,
    web,
    section: 'read',
  });
  const mayPublish = may(visit.signed?.editor ?? null, 'publish');
  await render(visit.response, 'read-list', { articles, next: page.next, mayPublish }, shell);
}

async function read(visit: Visit, web: Web): Promise<void> {
  const { by } = readQuery(visit, { by: z.enum(['speaker']).optional().catch(undefined) });
  const loaded = await published(web, String(visit.request.params.id), wordsFor(visit));
  const model = readModel(loaded, by === 'speaker', wordsFor(visit));
  const shell = shellFor({ title: model.article.title, signed: visit.signed, web, section: 'read' });
  await render(visit.response, 'read', model, shell);
}

async function embed(visit: Visit, web: Web): Promise<void> {
  const { articleId } = await web.desk.store.review(String(visit.request.params.id));
  const loaded = await published(web, articleId, wordsFor(visit));
  const statement = shownStatements(loaded, wordsFor(visit)).find(
    (one) => one.id === visit.request.params.id,
  );
  if (!statement || !loaded.standing.published?.statements.includes(statement.id))
    throw notFound('This statement is not published.');
  const { article } = readModel(loaded, false, wordsFor(visit));
  await render(visit.response, 'embed', { article, desk: loaded.desk, statement }, null);
}

export interface Published {
  readonly article: StoredArticle;
  readonly standing: ArticleReview;
  readonly reviews: readonly Review[];
  readonly desk: string;
  readonly nameOf: (id: string) => string;
}

async function published(web: Web, articleId: string, t: T): Promise<Published> {
  const { store } = web.desk;
  const standing = await store.articleReview(articleId);
  if (!standing.published) throw notFound('This is not published, or no longer.');
  const [article, reviews, settings, editors] = await Promise.all([
    store.article(articleId),
    store.reviews(articleId),
    store.settings(),
    store.editors(),
  ]);
  const names = new Map(editors.map((editor) => [editor.id, editor.name]));
  const nameOf = (id: string): string => names.get(id) ?? t('someone');
  return { article, standing, reviews, desk: settings.deskName, nameOf };
}

export function readModel(loaded: Published, bySpeaker: boolean, t: T): ReadModel {
  const { article, standing } = loaded;
  const statements = shownStatements(loaded, t);
  const byRating = countBy(statements);
  const used = RATINGS.filter((rating) => byRating[rating] > 0);
  return {
    article: {
      id: article.id,
      title: article.title,
      publisher: article.publisher,
      publishedOn: article.publishedOn,
      url: article.url,
      language: article.language,
      direction: directionOf(article.language),
    },
    desk: loaded.desk,
    publishedAt: standing.published?.at ?? '',
    newer: standing.supersededBy,
    lede: ledeOf(statements, loaded, t),
    tally: tallyOf(byRating, t),
    progress: progressOf({ total: statements.length, byPhase: {}, byRating }),
    corrections: standing.corrections
      .map((correction) => ({
        ...correction,
        statement: statements.find((one) => one.id === correction.statementId) ?? null,
      }))
      .toReversed(),
    columns: used.map(statusOf),
    speakers: speakersOf(statements, used),
    bySpeaker,
    groups: bySpeaker ? groupBySpeaker(statements) : [{ heading: '', statements }],
    legend: RATINGS.map(statusOf),
  };
}

/** Readers see a finding as it was signed when it was published or corrected; one that changed since waits for its correction. */
const isShown = (review: Review, { published }: ArticleReview): boolean =>
  published !== null && isFinal(review) && published.digests[review.statementId] === signOffDigest(review);

/**
 * Published statements with their finding; all others as the article gives them, said to be unchecked: how far the desk
 * has come with them is not for readers yet.
 */
function shownStatements({ article, standing: state, reviews, nameOf }: Published, t: T): ReadStatement[] {
  return reviews.flatMap((review, index) => {
    if (review.struckOut) return [];
    const isPublished = isShown(review, state);
    const shown = isPublished
      ? review
      : { ...review, rating: 'unchecked' as Rating, reason: '', evidence: [] };
    return [readStatement(article, shown, index + 1, isPublished, state, nameOf, t)];
  });
}

function readStatement(
  article: StoredArticle,
  review: Review,
  number: number,
  isPublished: boolean,
  state: ArticleReview,
  nameOf: (id: string) => string,
  t: T,
): ReadStatement {
  const { speaker } = review.provenance;
  const signed = [review.ratedBy, review.signOff?.by ?? null].filter((id) => id !== null).map(nameOf);
  const correction = state.corrections.findLast((one) => one.statementId === review.statementId);
  const hat = hatOf(review.provenance, t);
  return {
    id: review.statementId,
    number,
    speaker: speaker.name,
    hat,
    who: hat === '' ? speaker.name : `${speaker.name}, ${hat}`,
    line: wayOf(review.provenance, t),
    words: review.words,
    status: statusOf(review.rating),
    means: meansFor(review, article, t),
    reason: review.reason,
    evidence: standing(review.evidence).map((item) => ({
      title: item.title,
      url: item.url,
      stance: item.stance,
      origin: item.origin.name,
      speakersOwn: isSpeakersOwn(item.origin, speaker),
    })),
    signatures:
      isPublished && signed.length > 0
        ? t('read.signed', { n: signed.length, names: signed.join(', ') })
        : '',
    correction: correction ? { at: correction.at, what: correction.what } : null,
  };
}

function meansFor(review: Review, article: StoredArticle, t: T): string {
  const speaker = review.provenance.speaker.name;
  if (review.rating === 'unchecked')
    return review.kind === 'narration'
      ? t('read.unchecked_own_voice', { publisher: article.publisher ?? t('read.the_publisher') })
      : t('read.unchecked', { speaker });
  if (review.rating === 'unverifiable' && review.kind !== 'narration') return t('read.one_word', { speaker });
  return t(`meaning.${review.rating}`);
}

function countBy(statements: readonly ReadStatement[]): Record<Rating, number> {
  const counts = Object.fromEntries(RATINGS.map((rating) => [rating, 0])) as Record<Rating, number>;
  for (const statement of statements) counts[statement.status.code] += 1;
  return counts;
}

/** What rests on evidence; what was looked into and stays open; what cannot be checked; what nobody checked. */
const HEAPS = [
  { words: 'read.established', ratings: ['verified', 'false', 'misleading'] },
  { words: 'read.open', ratings: ['corroborated', 'disputed', 'unverifiable'] },
  { words: 'read.no_fact', ratings: ['not_checkable'] },
  { words: 'read.not_checked', ratings: ['unchecked'] },
] as const;

function tallyOf(counts: Record<Rating, number>, t: T): ReadModel['tally'] {
  return HEAPS.map(({ words, ratings }) => {
    const parts = ratings.filter((rating) => counts[rating] > 0);
    return {
      n: ratings.reduce((sum, rating) => sum + counts[rating], 0),
      words: t(words),
      detail:
        ratings.length > 1
          ? parts.map((rating) => `${counts[rating]} ${t(`rating.${rating}`)}`).join(' · ')
          : t(`${words}_detail` as 'read.not_checked_detail' | 'read.no_fact_detail'),
    };
  }).filter(({ n }, index) => n > 0 || index !== 2);
}

function ledeOf(
  statements: readonly ReadStatement[],
  { reviews, standing: state }: Published,
  t: T,
): readonly string[] {
  const byId = new Map(reviews.map((review) => [review.statementId, review]));
  const alone = statements.filter(
    ({ id, status }) =>
      byId.get(id)?.kind !== 'narration' && (status.code === 'unchecked' || status.code === 'unverifiable'),
  ).length;
  return [
    t('read.lede', {
      statements: t('read.count_statements', { n: statements.length }),
      speakers: t('read.count_speakers', { n: new Set(statements.map((one) => one.speaker)).size }),
      checked: statements.filter(({ status }) => status.code !== 'unchecked').length,
    }),
    ...(alone > 0 ? [t('read.lede_alone', { n: alone })] : []),
    ...(state.corrections.length > 0 ? [t('read.lede_corrected', { n: state.corrections.length })] : []),
  ];
}

function speakersOf(statements: readonly ReadStatement[], used: readonly Rating[]): ReadModel['speakers'] {
  return groupBySpeaker(statements)
    .map(({ statements: own }) => {
      const first = own[0];
      return {
        name: first?.speaker ?? '',
        hat: first?.hat ?? '',
        total: own.length,
        cells: used.map((rating) => own.filter(({ status }) => status.code === rating).length),
      };
    })
    .toSorted((a, b) => b.total - a.total);
}

function groupBySpeaker(statements: readonly ReadStatement[]): ReadModel['groups'] {
  const groups = new Map<string, ReadStatement[]>();
  for (const statement of statements) {
    const own = groups.get(statement.speaker);
    if (own) own.push(statement);
    else groups.set(statement.speaker, [statement]);
  }
  return [...groups].map(([heading, own]) => ({ heading, statements: own }));
}
