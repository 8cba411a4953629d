// A form that was on its way when the session ended rides through the sign-in as hidden fields.
import type { Visit } from './route.js';
import { localPath } from './visit.js';

/** A form that was on its way when the session ended: kept through the sign-in, then offered again. */
export interface KeptForm {
  readonly action: string;
  readonly fields: readonly (readonly [string, string])[];
}

/** Takes the kept form out of a sign-in form. */
export function takeKept(form: Visit['form']): { kept: KeptForm | null; rest: Visit['form'] } {
  const rest: Record<string, string | readonly string[]> = {};
  const fields: [string, string][] = [];
  let action: string | null = null;
  for (const [name, value] of Object.entries(form)) {
    if (name === 'kept_action' && typeof value === 'string') action = localPath(value);
    else if (name.startsWith('kept:'))
      for (const one of typeof value === 'string' ? [value] : value) fields.push([name.slice(5), one]);
    else rest[name] = value;
  }
  return { kept: action === null ? null : { action, fields }, rest };
}
