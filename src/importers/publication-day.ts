// The day in a publication date, as the publisher wrote it. No time zone is reckoned: midnight somewhere else is not ours to decide.
import { strict } from 'chrono-node';

/** `YYYY-MM-DD`, or null when the value names no day surely: `03/04/2025` could be two. */
export function publicationDay(value: string): string | null {
  const text = value.slice(0, 200).trim();
  const iso = /^(\d{4})-?(\d\d)-?(\d\d)(?:$|[T\s,])/.exec(text);
  if (iso) return real(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}/.test(text)) return null;
  // A fixed day stands in for today, which strict dates with a year never need.
  const found = strict.parse(text, new Date(0))[0]?.start;
  if (!found?.isCertain('day') || !found.isCertain('month') || !found.isCertain('year')) return null;
  return real(found.get('year')!, found.get('month')!, found.get('day')!);
}

function real(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1600 || year > 2200 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return null;
  return date.toISOString().slice(0, 10);
}
