// What was published, in numbers: by what it came to, and by who said it.
import { RATINGS, type Rating } from '../../core/rating.js';
import type { T } from '../words/words.js';
import type { Published, ReadModel } from './read-model.js';
import type { ReadStatement } from './read-statement.js';

export function countBy(statements: readonly ReadStatement[]): Record<Rating, number> {
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

export function tallyOf(counts: Record<Rating, number>, t: T): ReadModel['tally'] {
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

export function ledeOf(
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

export function groupBySpeaker(statements: readonly ReadStatement[]): ReadModel['groups'] {
  const groups = new Map<string, ReadStatement[]>();
  for (const statement of statements) {
    const own = groups.get(statement.speaker);
    if (own) own.push(statement);
    else groups.set(statement.speaker, [statement]);
  }
  return [...groups].map(([heading, own]) => ({ heading, statements: own }));
}
