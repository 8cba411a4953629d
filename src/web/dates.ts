// Days and times on pages: the month is a word, so that no day can be read for a month, and times carry their zone.
import type { Language } from './words/words.js';

interface Written {
  readonly day: Intl.DateTimeFormat;
  readonly moment: Intl.DateTimeFormat;
}

/** Everywhere the Gregorian calendar, in Latin digits, as reports have it; only the words are the language's. */
const write = (locale: string): Written => {
  const date = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return {
    day: new Intl.DateTimeFormat(locale, { ...date, weekday: 'short' }),
    moment: new Intl.DateTimeFormat(locale, {
      ...date,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
  };
};

const WRITTEN: Readonly<Record<Language, Written>> = {
  en: write('en-US'),
  fa: write('fa-u-ca-gregory-nu-latn'),
};

/** `2031-05-04`, or a whole timestamp, → `Sun 4 May 2031`; anything else as it is. */
export function day(iso: string, language: Language = 'en'): string {
  const at = new Date(iso.length === 10 ? `${iso}T00:00:00Z` : iso);
  if (Number.isNaN(at.getTime())) return iso;
  const parts = partsOf(WRITTEN[language].day, at);
  return `${parts.weekday} ${parts.day} ${parts.month} ${parts.year}`;
}

/** `2031-05-04T16:04:11.120Z` → `4 May 2031, 16:04 UTC`. */
export function moment(iso: string, language: Language = 'en'): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const parts = partsOf(WRITTEN[language].moment, at);
  const comma = language === 'fa' ? '،' : ',';
  return `${parts.day} ${parts.month} ${parts.year}${comma} ${parts.hour}:${parts.minute} UTC`;
}

const partsOf = (format: Intl.DateTimeFormat, at: Date): Readonly<Record<string, string>> =>
  Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
