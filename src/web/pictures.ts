// Pictures on pages, drawn by the same hand as those in reports, in the reader's language.
import { RATINGS, type Rating } from '../core/rating.js';
import { chainDot } from '../exporters/pictures/chain.js';
import { cellSide } from '../exporters/pictures/matrix.js';
import { type Said, sayingsTimeline } from '../exporters/pictures/timeline.js';
import { type Status, statusOf } from './bench/statement-line.js';
import { day } from './dates.js';
import type { SafeHtml } from './render.js';
import type { T } from './words/words.js';

/** Speakers against statuses: a square for each cell, its area the number in it. */
export interface Matrix {
  readonly columns: readonly Status[];
  readonly rows: readonly MatrixRow[];
  /** Speakers there was no room for. */
  readonly more: number;
}

export interface MatrixRow {
  readonly name: string;
  readonly hat: string;
  readonly total: number;
  readonly cells: readonly { readonly code: Rating; readonly n: number; readonly side: number }[];
}

export interface Spoken {
  readonly speaker: string;
  readonly hat: string;
  readonly rating: Rating;
}

export function matrixOf(spoken: readonly Spoken[], most = Number.POSITIVE_INFINITY): Matrix {
  const used = RATINGS.filter((rating) => spoken.some((one) => one.rating === rating));
  const bySpeaker = new Map<string, Spoken[]>();
  for (const one of spoken) {
    const own = bySpeaker.get(one.speaker);
    if (own) own.push(one);
    else bySpeaker.set(one.speaker, [one]);
  }
  const speakers = [...bySpeaker].toSorted((a, b) => b[1].length - a[1].length);
  const shown = speakers.slice(0, most).map(([name, own]) => ({
    name,
    hat: own[0]?.hat ?? '',
    total: own.length,
    counts: used.map((code) => ({ code, n: own.filter(({ rating }) => rating === code).length })),
  }));
  const largest = Math.max(1, ...shown.flatMap(({ counts }) => counts.map(({ n }) => n)));
  return {
    columns: used.map(statusOf),
    rows: shown.map(({ counts, ...row }) => ({
      ...row,
      cells: counts.map(({ code, n }) => ({ code, n, side: n === 0 ? 0 : cellSide(n, largest) })),
    })),
    more: speakers.length - shown.length,
  };
}

/** One stop of a way read downwards, as tall as the words beside it, which say what it is. */
export const stopOf = (index: number, count: number): SafeHtml =>
  `<svg class="picture" width="16" height="100%" aria-hidden="true">${
    index < count - 1 ? '<line x1="8" x2="8" y1="15" y2="100%" class="rule"/>' : ''
  }${chainDot(index, 10)}</svg>` as SafeHtml;

/** When what was said, and through whom; empty where the record holds fewer than two days. */
export const timelineOf = (said: readonly Said[], t: T): SafeHtml =>
  sayingsTimeline(said, 'timeline', {
    title: t('picture.timeline'),
    day: (iso) => day(iso, t.language),
    statements: (n) => t('read.count_statements', { n }),
    undated: (n) => t('picture.undated', { n }),
    straight: t('picture.straight'),
    through: (names) => t('chain.through', { names: names.join(' → ') }),
    otherWays: t('picture.other_ways'),
  }) as SafeHtml;
