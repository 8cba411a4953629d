// The demo as its own manual: six steps on the article that came in last, each done or next as the record says. It can
// be put away, and brought back.
import { z } from 'zod';
import { isOwnVoiceOpen } from '../workflow.js';
import { loadArticle } from './bench/loaded-article.js';
import { readForm } from './form.js';
import type { Route, Visit, Web } from './route.js';
import { localPath } from './visit.js';

const STEPS = ['confirm', 'own_voice', 'evidence', 'rate', 'sign', 'issue'] as const;

export interface Tour {
  readonly article: { readonly id: string; readonly title: string };
  readonly steps: readonly {
    readonly name: (typeof STEPS)[number];
    readonly number: number;
    readonly state: 'done' | 'next' | 'later';
  }[];
  readonly done: number;
  readonly isOpen: boolean;
}

const COOKIE = /(?:^|;\s*)tour=off(?:;|$)/;
const YEAR = 365 * 86_400_000;

export const tourRoutes: readonly Route[] = [
  { method: 'post', path: '/tour', needs: 'own_account', handle: choose },
];

/** Null on a desk that is nobody's demo, or that has no article. */
export async function tourFor(visit: Visit, web: Web): Promise<Tour | null> {
  if (!web.config.demo) return null;
  const { rows } = await web.desk.store.articles({ limit: 50 });
  // Ids are in the order in which they were given (UUIDv7).
  const last = rows.toSorted((a, b) => (a.id < b.id ? 1 : -1))[0];
  if (!last) return null;
  const [{ reviews }, reports] = await Promise.all([
    loadArticle(web.desk.store, last.id),
    web.desk.store.reports(last.id),
  ]);
  const live = reviews.filter(({ struckOut }) => !struckOut);
  const ownVoice = live.filter(({ kind }) => kind === 'narration');
  const counts: Readonly<Record<(typeof STEPS)[number], number>> = {
    confirm: live.filter((one) => one.kind !== 'narration' && one.attribution !== 'unchecked').length,
    own_voice: ownVoice.some(isOwnVoiceOpen) ? 0 : Math.max(1, ownVoice.length),
    evidence: live.reduce((sum, { evidence }) => sum + evidence.length, 0),
    rate: live.filter(({ rating }) => rating !== 'unchecked').length,
    sign: live.filter(({ signOff }) => signOff).length,
    issue: reports.length,
  };
  const next = STEPS.find((name) => counts[name] === 0);
  return {
    article: { id: last.id, title: last.title },
    steps: STEPS.map((name, index) => ({
      name,
      number: index + 1,
      state: counts[name] > 0 ? 'done' : name === next ? 'next' : 'later',
    })),
    done: STEPS.filter((name) => counts[name] > 0).length,
    isOpen: !COOKIE.test(visit.request.headers.cookie ?? ''),
  };
}

async function choose(visit: Visit): Promise<void> {
  const { show, back } = readForm(visit, {
    show: z.enum(['on', 'off']),
    back: z.string().max(4000).optional(),
  });
  visit.response.cookie('tour', show, { sameSite: 'lax', path: '/', maxAge: YEAR });
  visit.response.redirect(303, localPath(back));
}
