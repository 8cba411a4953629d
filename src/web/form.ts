// Reads a form or a query against its schema. The first sentence about each field goes back beside that field.
import { z } from 'zod';
import { invalid } from '../core/errors.js';
import type { Visit } from './route.js';

/** A sentence about what was typed, shown beside its field. */
export interface Problem {
  readonly field: string | null;
  readonly message: string;
}

/** The form's values, or a refusal about the first field that is wrong. Unknown fields are refused. */
export function readForm<Shape extends z.ZodRawShape>(
  visit: Visit,
  shape: Shape,
): z.infer<z.ZodObject<Shape>> {
  return read(visit.form, shape);
}

/** The query's values. A parameter given twice is refused where the schema wants one. */
export function readQuery<Shape extends z.ZodRawShape>(
  visit: Visit,
  shape: Shape,
): z.infer<z.ZodObject<Shape>> {
  return read(visit.request.query, shape);
}

function read<Shape extends z.ZodRawShape>(values: unknown, shape: Shape): z.infer<z.ZodObject<Shape>> {
  const parsed = schemaOf(shape).safeParse({ ...(values as object) });
  if (parsed.success) return parsed.data as z.infer<z.ZodObject<Shape>>;
  const issue = parsed.error.issues[0];
  const field = issue?.path.join('.') ?? '';
  throw invalid(issue?.message ?? 'That form could not be read. Go back and try again.', field || undefined);
}

/** Schemas by their shape: making one takes longer than reading a form with it. */
const schemas = new WeakMap<z.ZodRawShape, z.ZodObject>();

function schemaOf(shape: z.ZodRawShape): z.ZodObject {
  const found = schemas.get(shape);
  if (found) return found;
  const fresh = z.strictObject(shape);
  schemas.set(shape, fresh);
  return fresh;
}

/** Optional one-line text: trimmed, empty means null. */
export const optionalText = (limit: number) =>
  z
    .string()
    .max(limit, `That is longer than ${limit} characters.`)
    .optional()
    .transform((value) => (value?.trim() ? value.trim() : null));

export const requiredText = (limit: number, message: string) =>
  z.string({ error: message }).trim().min(1, message).max(limit, `That is longer than ${limit} characters.`);

export const version = z.coerce.number({ error: 'This form is incomplete. Reload the page.' }).int().min(0);

export const requestKey = z.string().min(1).max(100).optional();

/** A checkbox: present or not. */
export const checkbox = z
  .enum(['on', 'true', '1'])
  .optional()
  .transform((value) => value !== undefined);
