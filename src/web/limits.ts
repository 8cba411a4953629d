// How often one person may ask for what costs the desk much. Counted in memory: a restart forgives everybody.
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { throttled } from '../core/errors.js';
import type { Route } from './route.js';

interface Limit {
  readonly points: number;
  readonly minutes: number;
  readonly what: string;
}

export const LIMITS = {
  search: { points: 120, minutes: 1, what: 'searches' },
  draft: { points: 120, minutes: 1, what: 'drafts' },
  export: { points: 60, minutes: 10, what: 'reports' },
  import: { points: 120, minutes: 10, what: 'imports' },
  upload: { points: 120, minutes: 10, what: 'files' },
} as const satisfies Record<string, Limit>;

export type Costly = keyof typeof LIMITS;

/** What is counted, route by route. Files are counted wherever they come. */
export const COUNTED: Readonly<Record<string, Costly>> = {
  'get /search': 'search',
  'get /api/v1/search': 'search',
  'get /articles/:id/compare': 'search',
  'post /drafts': 'draft',
  'post /articles/:id/exports': 'export',
  'get /articles/:id/report': 'export',
  'get /api/v1/articles/:id/report.json': 'export',
  'post /articles/preview': 'import',
  'post /articles': 'import',
  'post /api/v1/articles': 'import',
};

export const countedOn = ({ method, path }: Pick<Route, 'method' | 'path'>): Costly | undefined =>
  COUNTED[`${method} ${path}`];

/** Counts one; throws throttled, with the seconds to wait, where there were too many. `who` is a person, or an address. */
export type Count = (costly: Costly, who: string) => Promise<void>;

export function counter(): Count {
  const limiters = new Map(
    Object.entries(LIMITS).map(([name, { points, minutes }]) => [
      name,
      new RateLimiterMemory({ points, duration: minutes * 60 }),
    ]),
  );
  return async (costly, who) => {
    try {
      await limiters.get(costly)?.consume(who);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const { points, minutes, what } = LIMITS[costly];
      const wait = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      const span = minutes === 1 ? 'a minute' : `${minutes} minutes`;
      throw throttled(
        `That is more than ${points} ${what} in ${span}. Wait ${wait} ${wait === 1 ? 'second' : 'seconds'}, then try again.`,
        wait,
      );
    }
  };
}
