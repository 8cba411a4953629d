// Small questions about a visit that several pages ask.
import { notFound, type Refusal } from '../core/errors.js';
import type { Problem } from './form.js';
import type { Signed, Visit } from './route.js';

/** Who is here, on a route that asks for a permission. */
export function present(visit: Visit): Signed {
  if (!visit.signed) throw notFound('Sign in first.');
  return visit.signed;
}

export const from = (visit: Visit): { address: string; agent: string } => ({
  address: visit.request.ip ?? '',
  agent: visit.request.get('user-agent') ?? 'unknown',
});

export const problemOf = (error: Refusal): Problem => ({
  field: error.field ?? null,
  message: error.message,
});

/** A path on this site, or the desk: never another host. */
export function localPath(value: unknown): string {
  return typeof value === 'string' && /^\/(?![/\\])[\x21-\x7e]*$/.test(value) && !value.includes('\\')
    ? value
    : '/';
}
