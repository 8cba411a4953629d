// Days and times as an English reader reads them. Written out here so that every machine writes the same.

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `2031-05-04` or a whole timestamp → `4 May 2031`; anything else as it is. */
export function longDay(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name ? `${Number(day)} ${name} ${year}` : iso;
}

/** `2031-05-04T16:04:11.120Z` → `4 May 2031, 16:04 UTC`. */
export function longTime(iso: string): string {
  const [, clock] = /^\d{4}-\d{2}-\d{2}T(\d{2}:\d{2})/.exec(iso) ?? [];
  return clock ? `${longDay(iso)}, ${clock} UTC` : longDay(iso);
}
