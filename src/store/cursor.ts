// A page's cursor: the sort keys of its last row, opaque to everyone else.
import { invalid } from '../core/errors.js';

export const encodeCursor = (keys: readonly string[]): string =>
  Buffer.from(JSON.stringify(keys)).toString('base64url');

/** Throws invalid where the cursor is none of ours. */
export function decodeCursor(cursor: string, length: number): readonly string[] {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(keys) && keys.length === length && keys.every((key) => typeof key === 'string'))
      return keys;
  } catch {
    // falls through to the one sentence below
  }
  throw invalid('That page link is broken. Go back to the first page.');
}

/** Splits one row too many off a result: the page, and where the next one starts. */
export function toPage<Row, Out>(
  rows: readonly Row[],
  limit: number,
  keys: (row: Row) => readonly string[],
  out: (row: Row) => Out,
): { rows: readonly Out[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown.map(out),
    next: rows.length > limit && last !== undefined ? encodeCursor(keys(last)) : null,
  };
}

/** Sorts after every timestamp and id we write. */
export const LAST = '\uffff';
