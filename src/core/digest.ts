// Canonical JSON and SHA-256: the same value gives the same digest on every machine and in every year.
import { createHash } from 'node:crypto';

/**
 * JSON with sorted keys, no white space, `undefined` left out: RFC 8785's order for the values we use
 * (strings, booleans, null, integers, short decimals, arrays, plain objects).
 */
export function canonicalJson(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  let written = '';
  if (Array.isArray(value)) {
    for (const entry of value) written += `${written === '' ? '' : ','}${canonicalJson(entry)}`;
    return `[${written}]`;
  }
  // Without a comparison of its own, `sort` goes by UTF-16 units, which is the order asked for.
  for (const key of Object.keys(value).sort()) {
    const entry = (value as Record<string, unknown>)[key];
    if (entry === undefined) continue;
    written += `${written === '' ? '' : ','}${quoted(key)}:${canonicalJson(entry)}`;
  }
  return `{${written}}`;
}

/** Printable ASCII without marks that JSON escapes: most strings, and their JSON is no work. */
const PLAIN = /^[ !#-[\]-~]*$/;
const quoted = (text: string): string => (PLAIN.test(text) ? `"${text}"` : JSON.stringify(text));

/** SHA-256 in lower-case hex. */
export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** SHA-256 of a value for one purpose; the purpose keeps a digest made for one thing from passing for another. */
export const digestOf = (purpose: string, value: unknown): string =>
  sha256(`whosaid:${purpose}:1\n${canonicalJson(value)}`);

/** What `digestOf` gives for a list, of its entries as canonical JSON: a long list can be written a stretch at a time. */
export const digestOfList = (purpose: string, entries: readonly string[]): string =>
  sha256(`whosaid:${purpose}:1\n[${entries.join(',')}]`);
