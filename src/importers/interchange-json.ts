// JSON from elsewhere into a value of a known shape, or a sentence that says where it is not.
import type { z } from 'zod';
import { invalid, tooLarge } from '../core/errors.js';

/** Characters of one document. A report of 20,000 statements has about forty million. */
const LONGEST = 100_000_000;

export function readJson<T>(text: string, schema: z.ZodType<T>, what: string): T {
  if (text.length > LONGEST)
    throw tooLarge(`This ${what} is longer than can be read (100 million characters).`);
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw invalid(`This is no ${what}: it is not JSON.`);
  }
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const where = issue?.path.length ? ` at ${issue.path.slice(0, 8).map(String).join('.')}` : '';
  throw invalid(`This is no ${what} as we know it${where}: ${issue?.message ?? 'it has another shape'}.`);
}

/** JSON-LD writes one value bare and several as a list. */
export const asList = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

/** Words, or null where there are none. */
export const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
