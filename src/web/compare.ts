// Any two moments of a statement, or of an article with all its statements, side by side.
import { z } from 'zod';
import { type ArticleReview, applyArticleEvent, untouchedArticle } from '../core/article-review.js';
import { may } from '../core/editor.js';
import type { ArticleEvent, Event } from '../core/event.js';
import { openEvents } from '../core/report/withheld.js';
import type { Note, Review } from '../core/review.js';
import { reviewAfter } from '../core/review-after.js';
import type { Statement } from '../core/store.js';
import { moment } from './dates.js';
import { type Asker, articleDifferences, type Difference, reviewDifferences } from './differences.js';
import { sentenceFor } from './event-sentence.js';
import { readQuery } from './form.js';
import { wordsFor } from './language.js';
import { render } from './render.js';
import type { Route, Visit, Web } from './route.js';
import { shellFor } from './shell.js';
import { present } from './visit.js';
import { inLanguage } from './words/sentences.js';

export interface CompareModel {
  readonly heading: string;
  readonly words: string;
  readonly back: string;
  readonly action: string;
  /** 0 is before anybody did anything; each other moment is named for the act that ended it. */
  readonly moments: readonly { readonly n: number; readonly label: string }[];
  readonly from: number;
  readonly to: number;
  readonly deeds: readonly { readonly at: string; readonly sentence: string }[];
  readonly parts: readonly {
    readonly heading: string | null;
    readonly href: string | null;
    readonly differences: readonly Difference[];
  }[];
}

export const compareRoutes: readonly Route[] = [
  { method: 'get', path: '/statements/:id/compare', needs: 'read_desk', handle: compareStatement },
  { method: 'get', path: '/articles/:id/compare', needs: 'read_desk', handle: compareArticle },
];

const idOf = (visit: Visit): string => String(visit.request.params.id);

async function compareStatement(visit: Visit, web: Web): Promise<void> {
  const { store } = web.desk;
  const statement = await store.statement(idOf(visit));
  const [article, events, review, asker] = await Promise.all([
    store.article(statement.articleId),
    store.statementEvents(statement.id),
    store.review(statement.id),
    askerOf(visit, web),
  ]);
  const { t } = asker;
  const { from, to } = momentsAsked(visit, events.length);
  const stood = (n: number): Review => reviewAfter(statement, article.text, events.slice(0, n));
  await show(visit, web, {
    heading: t('compare.statement'),
    words: review.words,
    back: `/statements/${statement.id}`,
    action: `/statements/${statement.id}/compare`,
    moments: momentsOf(events, asker),
    from,
    to,
    deeds: deedsOf(events.slice(from, to), review.notes, asker),
    parts: [{ heading: null, href: null, differences: reviewDifferences(stood(from), stood(to), asker) }],
  });
}

async function compareArticle(visit: Visit, web: Web): Promise<void> {
  const { store } = web.desk;
  const id = idOf(visit);
  const [article, events, statements, standing, asker] = await Promise.all([
    store.article(id),
    store.events(id),
    store.statements(id),
    store.articleReview(id),
    askerOf(visit, web),
  ]);
  const { t } = asker;
  const { from, to } = momentsAsked(visit, events.length);
  const stood = (n: number): ArticleReview =>
    events
      .slice(0, n)
      .filter((event): event is ArticleEvent => event.statementId === null)
      .reduce(applyArticleEvent, untouchedArticle(id));
  const own = { heading: null, href: null, differences: articleDifferences(stood(from), stood(to), asker) };
  const parts = statements.map((statement, index) => ({
    heading: t('panel.title', { number: index + 1 }),
    href: `/statements/${statement.id}`,
    differences: differencesOf(statement, article.text, events, { from, to }, asker),
  }));
  await show(visit, web, {
    heading: t('compare.article'),
    words: article.title,
    back: `/articles/${id}`,
    action: `/articles/${id}/compare`,
    moments: momentsOf(events, asker),
    from,
    to,
    deeds: deedsOf(events.slice(from, to), standing.notes, asker),
    parts: [own, ...parts].filter(({ differences }) => differences.length > 0),
  });
}

/** Nothing is replayed for a statement that nobody touched in between. */
function differencesOf(
  statement: Statement,
  text: string,
  events: readonly Event[],
  { from, to }: { from: number; to: number },
  asker: Asker,
): readonly Difference[] {
  const isOwn = (event: Event): boolean => event.statementId === statement.id;
  if (!events.slice(from, to).some(isOwn)) return [];
  const stood = (n: number): Review => reviewAfter(statement, text, events.slice(0, n).filter(isOwn));
  return reviewDifferences(stood(from), stood(to), asker);
}

async function askerOf(visit: Visit, web: Web): Promise<Asker> {
  const t = wordsFor(visit);
  const names = new Map((await web.desk.store.editors()).map(({ id, name }) => [id, name]));
  return {
    nameOf: (id) => names.get(id) ?? t('someone'),
    seesConfidential: may(present(visit).editor, 'read_confidential'),
    t,
  };
}

/** The earlier one first, whichever way they were asked for; the whole history where nothing was. */
function momentsAsked(visit: Visit, last: number): { from: number; to: number } {
  const n = z.coerce.number().int().min(0).optional();
  const asked = readQuery(visit, { from: n, to: n });
  const [one, other] = [asked.from ?? 0, asked.to ?? last].map((at) => Math.min(at, last));
  return { from: Math.min(one ?? 0, other ?? 0), to: Math.max(one ?? 0, other ?? 0) };
}

const LABEL = 90;

function momentsOf(events: readonly Event[], { nameOf, t }: Asker): CompareModel['moments'] {
  const label = (event: Event): string => {
    const sentence = `${moment(event.at, t.language)} · ${inLanguage(sentenceFor(event, nameOf), t.language)}`;
    return sentence.length > LABEL ? `${sentence.slice(0, LABEL - 1).trimEnd()}…` : sentence;
  };
  return [
    { n: 0, label: t('compare.start') },
    ...events.map((event, index) => ({ n: index + 1, label: `${index + 1}. ${label(event)}` })),
  ];
}

const deedsOf = (events: readonly Event[], notes: readonly Note[], { nameOf, seesConfidential }: Asker) =>
  (seesConfidential ? events : openEvents(events, notes)).map((event) => ({
    at: event.at,
    sentence: sentenceFor(event, nameOf),
  }));

async function show(visit: Visit, web: Web, model: CompareModel): Promise<void> {
  const shell = shellFor({ title: model.heading, signed: visit.signed, web, section: 'articles' });
  await render(visit.response, 'compare', model, shell);
}
