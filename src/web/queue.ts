// The queue: everything that waits, by whose turn it is, narrowed down by article, speaker, kind and age.
import { z } from 'zod';
import { invalid } from '../core/errors.js';
import { nameKeys, nameWords } from '../core/registry/name-keys.js';
import { PHASES, type Phase } from '../core/review.js';
import type { Page, QueueFilter, QueueRow, Store } from '../core/store.js';
import { lineOf, type Status, statusOf } from './bench/statement-line.js';
import { readQuery } from './form.js';
import { wordsFor } from './language.js';
import { type MentionLine, mentionLines } from './mentions.js';
import { render } from './render.js';
import type { Route, Visit, Web } from './route.js';
import { shellFor } from './shell.js';
import { present } from './visit.js';
import type { T } from './words/words.js';

const PILES = ['mine', 'mentions', 'second', 'back', 'nobodys', 'under_way', 'all'] as const;
type Pile = (typeof PILES)[number];

export interface QueueModel {
  readonly piles: readonly { readonly code: Pile; readonly here: boolean; readonly href: string }[];
  readonly pile: Pile;
  /** Only in the pile of mentions, which is of notes. */
  readonly mentions: readonly MentionLine[];
  readonly rows: readonly {
    readonly id: string;
    readonly words: string;
    readonly who: string;
    readonly article: string;
    readonly status: Status;
    readonly because: string;
    readonly assignedTo: string | null;
    readonly changedAt: string | null;
  }[];
  readonly next: string | null;
  readonly article: { readonly id: string; readonly title: string } | null;
  readonly speaker: { readonly id: string; readonly name: string } | null;
  readonly articles: readonly { readonly id: string; readonly title: string }[];
  readonly checkable: '' | 'yes' | 'no';
  /** None where the pile itself is of one status. */
  readonly statuses: readonly Phase[];
  readonly status: '' | Phase;
  readonly days: number | null;
}

export const queueRoutes: readonly Route[] = [
  { method: 'get', path: '/queue', needs: 'read_desk', handle: showQueue },
];

const DAY = 86_400_000;
const NO_ROWS: Page<QueueRow> = { rows: [], next: null };

async function showQueue(visit: Visit, web: Web): Promise<void> {
  const signed = present(visit);
  const { store, now } = web.desk;
  const t = wordsFor(visit);
  const query = readQuery(visit, {
    pile: z.enum(PILES).default('mine'),
    article: z.string().max(100).optional(),
    speaker: z.string().max(100).optional(),
    by: z.string().trim().max(300, 'Give a shorter name.').optional(),
    status: z.enum(['', ...PHASES]).default(''),
    checkable: z.enum(['', 'yes', 'no']).default(''),
    days: z.union([z.literal(''), z.coerce.number().int().min(1).max(3650)]).optional(),
    after: z.string().max(1000).optional(),
  });
  const own = ofPile(query.pile, signed.editor.id);
  const speakerId = query.by ? await speakerCalled(store, query.by) : query.speaker || undefined;
  // A name typed is an entry from here on.
  const asked = { ...query, by: undefined, speaker: speakerId };
  const days = typeof query.days === 'number' ? query.days : null;
  const filter: QueueFilter = {
    ...own,
    ...(query.status === '' || own.phase ? {} : { phase: query.status }),
    articleId: query.article || undefined,
    speakerId,
    checkable: query.checkable === '' ? undefined : query.checkable === 'yes',
    unchangedSince: days === null ? undefined : new Date(Date.parse(now()) - days * DAY).toISOString(),
    after: query.after,
    limit: 100,
  };
  const ofNotes = query.pile === 'mentions';
  const [mentions, page, articles, editors] = await Promise.all([
    ofNotes ? mentionLines(store, signed.editor, t) : [],
    ofNotes ? NO_ROWS : store.queue(filter),
    store.articles({ limit: 100 }),
    store.editors(),
  ]);
  const names = new Map(editors.map((editor) => [editor.id, editor.name]));
  const model: QueueModel = {
    piles: PILES.map((code) => ({
      code,
      here: code === query.pile,
      href: `/queue?${paramsOf({ ...asked, pile: code })}`,
    })),
    pile: query.pile,
    mentions,
    rows: page.rows.map((row) => rowOf(row, names, t)),
    next: page.next && `/queue?${paramsOf({ ...asked, after: page.next })}`,
    article: query.article ? await store.articleSummary(query.article) : null,
    speaker: speakerId ? await store.speaker(speakerId) : null,
    statuses: own.phase ? [] : PHASES,
    status: query.status,
    articles: articles.rows,
    checkable: query.checkable,
    days,
  };
  await render(
    visit.response,
    'queue',
    model,
    shellFor({ title: t('queue.title'), signed, web, section: 'queue' }),
  );
}

/** The registry's entry of that name; refused where there is none, or more than one. */
async function speakerCalled(store: Store, name: string): Promise<string> {
  const wanted = nameWords(name).join(' ');
  const known = await store.findSpeakers(nameKeys(name));
  const named = known.filter((one) =>
    [one.name, ...one.aliases].some((alias) => nameWords(alias).join(' ') === wanted),
  );
  const [found, ...others] = named.length > 0 ? named : known;
  if (!found) throw invalid(`The desk knows no speaker called “${name}”. Look under Speakers.`, 'by');
  if (others.length > 0)
    throw invalid(`“${name}” could be ${[found, ...others].map((one) => one.name).join(' or ')}.`, 'by');
  return found.id;
}

function ofPile(pile: Pile, editorId: string): QueueFilter {
  switch (pile) {
    case 'mine':
    case 'mentions':
      return { assignedTo: editorId };
    case 'second':
      return { phase: 'awaiting_second' };
    case 'back':
      return { phase: 'fell_back' };
    case 'nobodys':
      return { phase: 'untouched', nobodys: true };
    case 'under_way':
      return { phase: 'under_way' satisfies Phase };
    case 'all':
      return {};
  }
}

function paramsOf(values: Readonly<Record<string, unknown>>): string {
  const kept = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  return new URLSearchParams(kept.map(([name, value]): [string, string] => [name, String(value)])).toString();
}

function rowOf(
  { review, articleTitle }: QueueRow,
  names: ReadonlyMap<string, string>,
  t: T,
): QueueModel['rows'][number] {
  return {
    id: review.statementId,
    words: review.words.length > 200 ? `${review.words.slice(0, 197).trimEnd()}…` : review.words,
    who: lineOf(review.provenance, t),
    article: articleTitle,
    status: statusOf(review.rating),
    because: review.fellBack?.because ?? '',
    assignedTo: review.assignedTo === null ? null : (names.get(review.assignedTo) ?? t('someone')),
    changedAt: review.changedAt,
  };
}
