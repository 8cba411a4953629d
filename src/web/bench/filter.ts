// Which statements the bench shows: by speaker, status, kind, checkable. A filter is part of the address, so it can be shared.
import { z } from 'zod';
import { RATINGS } from '../../core/rating.js';
import { phaseOf, type Review } from '../../core/review.js';
import { KINDS } from '../../core/statement.js';
import type { Key, T } from '../words/words.js';
import { statusOf } from './statement-line.js';

const STATUSES = [...RATINGS, 'waiting', 'fell_back', 'struck_out', 'unconfirmed'] as const;

export const FILTER = {
  status: z.enum(STATUSES).optional().catch(undefined),
  speaker: z.string().max(300).optional().catch(undefined),
  kind: z.enum(KINDS).optional().catch(undefined),
  checkable: z.enum(['yes', 'no']).optional().catch(undefined),
};

export type Filter = z.infer<z.ZodObject<typeof FILTER>>;

export function matches(review: Review, filter: Filter): boolean {
  return (
    hasStatus(review, filter.status) &&
    (filter.speaker === undefined || review.provenance.speaker.name === filter.speaker) &&
    (filter.kind === undefined || review.kind === filter.kind) &&
    (filter.checkable === undefined || review.checkable === (filter.checkable === 'yes'))
  );
}

function hasStatus(review: Review, status: Filter['status']): boolean {
  if (status === 'struck_out') return review.struckOut !== null;
  if (status === undefined) return true;
  if (review.struckOut) return false;
  switch (status) {
    case 'waiting':
      return phaseOf(review) === 'awaiting_second';
    case 'fell_back':
      return phaseOf(review) === 'fell_back';
    case 'unconfirmed':
      return review.attribution !== 'confirmed';
    default:
      return review.rating === status;
  }
}

/** The filter as the query of an address, without `?`; empty for none. */
export function queryOf(filter: Filter): string {
  const query = new URLSearchParams();
  for (const name of ['status', 'speaker', 'kind', 'checkable'] as const) {
    const value = filter[name];
    if (value !== undefined) query.set(name, value);
  }
  return query.toString();
}

/** Reads what `queryOf` wrote; anything else in it is ignored. */
export const filterFrom = (query: string): Filter =>
  z.object(FILTER).parse(Object.fromEntries(new URLSearchParams(query)));

export interface Choice {
  readonly words: string;
  readonly glyph: string;
  readonly code: string;
  readonly n: number;
  readonly chosen: boolean;
  /** The query that chooses it, or lets go of it when it is chosen. */
  readonly query: string;
}

export interface Facets {
  readonly all: Choice;
  readonly status: readonly Choice[];
  readonly speaker: readonly Choice[];
  readonly kind: readonly Choice[];
  readonly checkable: readonly Choice[];
  /** Whether one of the choices that are folded away is chosen. */
  readonly isNarrowed: boolean;
}

export function facetsOf(reviews: readonly Review[], filter: Filter, t: T): Facets {
  const live = reviews.filter((review) => review.struckOut === null);
  const count = (one: Filter): number => reviews.filter((review) => matches(review, one)).length;
  const choice = (one: Filter, words: string, code = '', glyph = ''): Choice => {
    const [name] = Object.keys(one) as (keyof Filter)[];
    const chosen = name !== undefined && filter[name] === one[name];
    const query = queryOf({ ...filter, ...(chosen && name ? { [name]: undefined } : one) });
    return { words, glyph, code, n: count(one), chosen, query };
  };
  const present = (choices: readonly Choice[]): readonly Choice[] =>
    choices.filter((one) => one.n > 0 || one.chosen);
  const speakers = [...new Set(live.map((review) => review.provenance.speaker.name))];
  return {
    all: { ...choice({}, t('filter.all')), n: live.length, chosen: queryOf(filter) === '', query: '' },
    status: present(
      STATUSES.map((status) => {
        const isRating = (RATINGS as readonly string[]).includes(status);
        const shown = isRating ? statusOf(status as (typeof RATINGS)[number]) : null;
        return choice(
          { status },
          isRating ? t(`rating.${status}` as Key) : t(`filter.${status}` as Key),
          status,
          shown?.glyph,
        );
      }),
    ),
    speaker: mostFirst(present(speakers.map((speaker) => choice({ speaker }, speaker)))),
    kind: present(KINDS.map((kind) => choice({ kind }, t(`kind.${kind}`)))),
    checkable: present(
      (['yes', 'no'] as const).map((checkable) => choice({ checkable }, t(`filter.checkable_${checkable}`))),
    ),
    isNarrowed: Boolean(filter.speaker ?? filter.kind ?? filter.checkable),
  };
}

/** As many as a menu can hold; the speakers' own pages have them all. */
const IN_MENU = 40;

const mostFirst = (choices: readonly Choice[]): readonly Choice[] => {
  const sorted = choices.toSorted((a, b) => b.n - a.n);
  return sorted.filter((one, index) => index < IN_MENU || one.chosen);
};
