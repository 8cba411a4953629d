// The desk: what waits for this editor, what waits for anybody, which articles are under way, what just happened.
import { may } from '../core/editor.js';
import type { Event } from '../core/event.js';
import type { Phase } from '../core/review.js';
import type { QueueCount, QueueRow } from '../core/store.js';
import { type ArticleLine, linesOf } from './articles.js';
import { lineOf, type Status, statusOf } from './bench/statement-line.js';
import { type Contradiction, contradictionsIn } from './contradictions.js';
import { sentenceFor } from './event-sentence.js';
import { wordsFor } from './language.js';
import { type MentionLine, mentionLines } from './mentions.js';
import { render } from './render.js';
import type { Route, Visit, Web } from './route.js';
import { shellFor } from './shell.js';
import { type Tour, tourFor } from './tour.js';
import { present } from './visit.js';
import type { T } from './words/words.js';

export interface WaitingLine {
  readonly id: string;
  readonly words: string;
  readonly who: string;
  readonly article: string;
  readonly status: Status;
  readonly because: string;
}

export interface Pile {
  readonly heading: string;
  readonly empty: string;
  readonly lines: readonly WaitingLine[];
  readonly more: number;
}

export interface DeskModel {
  readonly name: string;
  /** Notes that call on this editor. */
  readonly mentions: readonly MentionLine[];
  readonly piles: readonly Pile[];
  readonly articles: readonly ArticleLine[];
  readonly recent: readonly LogLine[];
  readonly isNew: boolean;
  /** What contradicts what in the articles under way, and nobody has rated yet. */
  readonly contradictions: { readonly lines: readonly Contradiction[]; readonly more: number };
  readonly tour: Tour | null;
}

export interface LogLine {
  readonly at: string;
  readonly sentence: string;
  readonly href: string;
}

const SHOWN = 6;

export const deskRoutes: readonly Route[] = [
  { method: 'get', path: '/', needs: 'own_account', handle: home },
];

async function home(visit: Visit, web: Web): Promise<void> {
  if (!may(visit.signed?.editor ?? null, 'read_desk')) return visit.response.redirect(303, '/read');
  const { editor } = present(visit);
  const { store } = web.desk;
  const t = wordsFor(visit);
  const [settings, counts, articles, recent, editors] = await Promise.all([
    store.settings(),
    store.queueCounts(),
    store.articles({ limit: 12 }),
    store.recentEvents({ limit: 12 }),
    store.editors(),
  ]);
  const names = new Map(editors.map((one) => [one.id, one.name]));
  const lines = await linesOf(web, articles.rows);
  const against = await contradictionsIn(store, articles.rows, t);
  const model: DeskModel = {
    name: settings.deskName,
    mentions: (await mentionLines(store, editor, t)).slice(0, SHOWN),
    piles: await pilesFor(web, editor.id, counts, t),
    articles: lines,
    contradictions: {
      lines: against.slice(0, SHOWN).map((one) => ({ ...one, words: shorten(one.words) })),
      more: Math.max(0, against.length - SHOWN),
    },
    tour: await tourFor(visit, web),
    recent: logLines(recent.rows, (id) => names.get(id) ?? t('someone')),
    isNew: articles.rows.length === 0,
  };
  const shell = shellFor({ title: t('desk.title'), signed: visit.signed, web, section: 'desk' });
  await render(visit.response, 'desk', model, shell);
}

async function pilesFor(
  web: Web,
  editorId: string,
  counts: readonly QueueCount[],
  t: T,
): Promise<readonly Pile[]> {
  const { store } = web.desk;
  const total = (phase: Phase): number =>
    counts.filter((count) => count.phase === phase).reduce((sum, count) => sum + count.n, 0);
  const [mine, signatures, back] = await Promise.all([
    store.queue({ assignedTo: editorId, limit: 60 }),
    store.queue({ phase: 'awaiting_second', limit: 60 }),
    store.queue({ phase: 'fell_back', limit: SHOWN }),
  ]);
  const open = mine.rows.filter(({ review }) => review.rating === 'unchecked' || review.fellBack !== null);
  const forMe = signatures.rows.filter(({ review }) => review.ratedBy !== editorId);
  const assigned = counts
    .filter(
      (count) => count.assignedTo === editorId && count.phase !== 'done' && count.phase !== 'struck_out',
    )
    .reduce((sum, count) => sum + count.n, 0);
  return [
    pileOf(t('desk.mine'), t('desk.mine_empty'), open, Math.max(assigned, open.length), t),
    pileOf(t('desk.signatures'), t('desk.signatures_empty'), forMe, forMe.length, t),
    pileOf(t('desk.back'), t('desk.back_empty'), back.rows, total('fell_back'), t),
  ];
}

function pileOf(heading: string, empty: string, rows: readonly QueueRow[], total: number, t: T): Pile {
  const lines = rows.slice(0, SHOWN).map(({ review, articleTitle }) => ({
    id: review.statementId,
    words: shorten(review.words),
    who: lineOf(review.provenance, t),
    article: articleTitle,
    status: statusOf(review.rating),
    because: shorten(review.fellBack?.because ?? ''),
  }));
  return { heading, empty, lines, more: Math.max(0, total - lines.length) };
}

const shorten = (words: string): string => (words.length > 160 ? `${words.slice(0, 157).trimEnd()}…` : words);

/** Events in sentences, each with the address of what it happened to. */
export const logLines = (events: readonly Event[], nameOf: (id: string) => string): readonly LogLine[] =>
  events.map((event) => ({
    at: event.at,
    sentence: sentenceFor(event, nameOf),
    href: event.statementId ? `/statements/${event.statementId}` : `/articles/${event.articleId}`,
  }));
