// The readers' page: what was published of one article, counted and put in order.
import type { ArticleReview } from '../../core/article-review.js';
import { RATINGS } from '../../core/rating.js';
import { directionOf } from '../../core/report/direction.js';
import type { Review } from '../../core/review.js';
import type { StoredArticle } from '../../core/store.js';
import { type Progress, progressOf } from '../bench/progress.js';
import { type Status, statusOf } from '../bench/statement-line.js';
import { type Matrix, matrixOf, timelineOf } from '../pictures.js';
import type { SafeHtml } from '../render.js';
import type { T } from '../words/words.js';
import { type ReadStatement, shownStatements } from './read-statement.js';
import { countBy, groupBySpeaker, ledeOf, tallyOf } from './tally.js';

export interface Published {
  readonly article: StoredArticle;
  readonly standing: ArticleReview;
  readonly reviews: readonly Review[];
  readonly desk: string;
  readonly nameOf: (id: string) => string;
  /** Pages that show readers how the text was changed, after this version and before it. */
  readonly changes: { readonly later: string | null; readonly earlier: string | null };
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
  readonly changes: Published['changes'];
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
  readonly matrix: Matrix;
  /** Empty where fewer than two days are known. */
  readonly timeline: SafeHtml;
  readonly bySpeaker: boolean;
  readonly groups: readonly { readonly heading: string; readonly statements: readonly ReadStatement[] }[];
  readonly legend: readonly Status[];
}

export function readModel(loaded: Published, bySpeaker: boolean, t: T): ReadModel {
  const { article, standing } = loaded;
  const statements = shownStatements(loaded, t);
  const byRating = countBy(statements);
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
    changes: loaded.changes,
    lede: ledeOf(statements, loaded, t),
    tally: tallyOf(byRating, t),
    progress: progressOf({ total: statements.length, byPhase: {}, byRating }),
    corrections: standing.corrections
      .map((correction) => ({
        ...correction,
        statement: statements.find((one) => one.id === correction.statementId) ?? null,
      }))
      .toReversed(),
    matrix: matrixOf(statements.map((one) => ({ ...one, rating: one.status.code }))),
    timeline: timelineOf(
      statements.map(({ number, saidOn, via, status }) => ({ number, saidOn, via, rating: status })),
      t,
    ),
    bySpeaker,
    groups: bySpeaker ? groupBySpeaker(statements) : [{ heading: '', statements }],
    legend: RATINGS.map(statusOf),
  };
}
