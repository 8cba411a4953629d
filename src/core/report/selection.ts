// A report on part of an article: which statements, and how that is said.
import { RATING_WORDS, type Rating } from '../rating.js';
import type { ReportStatement } from './model.js';
import { listed } from './numbers.js';

/** Each condition narrows; none given means every statement. */
export interface Selection {
  readonly ratings?: readonly Rating[];
  /** Names as shown in the report. */
  readonly speakers?: readonly string[];
  readonly parties?: readonly string[];
  readonly statements?: readonly string[];
}

export const isSelected = (statement: ReportStatement, selection: Selection): boolean =>
  (selection.ratings?.includes(statement.rating.code) ?? true) &&
  (selection.speakers?.includes(statement.speaker.name) ?? true) &&
  (selection.parties?.includes(statement.speaker.party) ?? true) &&
  (selection.statements?.includes(statement.id) ?? true);

export function selectionInWords(selection: Selection, chosen: number, all: number): string | null {
  const conditions: string[] = [];
  if (selection.ratings)
    conditions.push(
      `rated ${listed(
        selection.ratings.map((rating) => RATING_WORDS[rating].word),
        'or',
      )}`,
    );
  if (selection.speakers) conditions.push(`said by ${listed(selection.speakers, 'or')}`);
  if (selection.parties) conditions.push(`on the part of ${listed(selection.parties, 'or')}`);
  if (selection.statements) conditions.push('chosen one by one');
  return conditions.length === 0 ? null : `${chosen} of ${all} statements, those ${listed(conditions)}.`;
}
