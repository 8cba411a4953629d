// Reads what a client sent against its schema; what does not fit comes back as one sentence about one field.
import { z } from 'zod';
import { invalid } from '../../core/errors.js';
import { wellFormed } from '../../core/well-formed.js';

export function read<Schema extends z.ZodType>(schema: Schema, values: object): z.output<Schema> {
  const parsed = schema.safeParse(values, { error: sentence });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = issue?.path.join('.') ?? '';
  if (issue?.code === 'unrecognized_keys') {
    const unknown = [path, issue.keys[0]].filter(Boolean).join('.');
    throw invalid(`There is no “${unknown}” here. Leave it out.`, unknown);
  }
  throw invalid(`${path ? `“${path}”: ` : ''}${issue?.message ?? ''}`, path || undefined);
}

/** For schemas that have no sentence of their own. */
const sentence: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'This is missing.' : `Give this as ${issue.expected}.`;
    case 'invalid_value':
      return `Give one of ${issue.values.join(', ')}.`;
    case 'invalid_union':
      return Array.isArray(issue.options)
        ? `Give one of ${issue.options.join(', ')}.`
        : 'This does not have the form that is asked for.';
    case 'too_small':
      return `Give at least ${issue.minimum}.`;
    case 'too_big':
      return `Give at most ${issue.maximum}.`;
    case 'invalid_format':
    case 'not_multiple_of':
    case 'unrecognized_keys':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return 'This does not have the form that is asked for.';
  }
};

/** Text as JSON may bring it: at most `limit` UTF-16 units, halves of surrogate pairs replaced. */
export const words = (limit: number) =>
  z.string().max(limit, `That is longer than ${limit} characters.`).overwrite(wellFormed);

export const someWords = (limit: number, message: string) => words(limit).trim().min(1, message);
