// When things were said, and through whom: a mark a statement over its day, a row for each way the words came. Only days
// the record holds are drawn.
import { longDay } from '../../core/report/dates.js';
import type { Report, ReportStatement } from '../../core/report/model.js';
import { counted } from '../../core/report/numbers.js';
import { escaped } from '../markup.js';
import { clipped, opened, paint } from './paint.js';

const WIDTH = 720;
const EDGE = 60;
const NAMES = 170;
const STEP = 18;
const TALLEST = 10;
const LANES = 6;

export type Said = Pick<ReportStatement, 'number' | 'saidOn' | 'via'> & {
  readonly rating: Pick<ReportStatement['rating'], 'code' | 'glyph'>;
};

/** What the timeline looks at in a report, and no more. */
export function sayingsOf(report: Report): readonly Said[] {
  const told: Said[] = [];
  for (const article of report.articles)
    for (const { struckOut, number, saidOn, via, rating } of article.statements)
      if (!struckOut) told.push({ number, saidOn, via, rating: { code: rating.code, glyph: rating.glyph } });
  return told;
}

/** What the picture says in words; pages give their own language's. */
export interface TimelineWords {
  readonly title: string;
  readonly day: (iso: string) => string;
  readonly statements: (n: number) => string;
  readonly undated: (n: number) => string;
  /** How words came that nobody passed on. */
  readonly straight: string;
  readonly through: (names: readonly string[]) => string;
  readonly otherWays: string;
}

const ENGLISH: TimelineWords = {
  title: 'When the statements were made, and through whom they came',
  day: longDay,
  statements: (n) => counted(n, 'statement'),
  undated: (n) => `${n} without a day.`,
  straight: 'straight to the publisher',
  through: (names) => `through ${names.join(', then ')}`,
  otherWays: 'in other ways',
};

/** An SVG, or an empty string where fewer than two days are known: one day is better said in words. */
export function sayingsTimeline(
  statements: readonly Said[],
  id = 'timeline',
  words: TimelineWords = ENGLISH,
): string {
  const dated = statements.filter(({ saidOn }) => saidOn !== null);
  const days = [...new Set(dated.map(({ saidOn }) => saidOn ?? ''))].sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined || first === last) return '';
  const lanes = lanesOf(dated, words);
  const left = EDGE + (lanes.length > 1 ? NAMES : 0);
  const span = dayNumber(last) - dayNumber(first);
  const placeOf = (day: string) =>
    left + ((dayNumber(day) - dayNumber(first)) / span) * (WIDTH - EDGE - left);
  let base = 6;
  const drawn = lanes.map((lane) => {
    base += 18 + heightOf(lane.said) * STEP;
    return drawLane(lane, base, lanes.length > 1, placeOf);
  });
  const desc = describe(days, lanes, statements.length - dated.length, words);
  return `${opened(id, WIDTH, base + 26, words.title, desc)}${drawn.join('')}${labels(days, placeOf, base, words)}</svg>`;
}

interface Lane {
  readonly name: string;
  readonly said: ReadonlyMap<string, readonly Said[]>;
}

/** The ways the words came, the one most taken first; more than a page can hold are drawn as one. */
function lanesOf(dated: readonly Said[], words: TimelineWords): readonly Lane[] {
  const byWay = new Map<string, Said[]>();
  for (const one of dated) {
    const way = one.via.length > 0 ? words.through(one.via) : words.straight;
    byWay.set(way, [...(byWay.get(way) ?? []), one]);
  }
  const ways = [...byWay].toSorted((a, b) => b[1].length - a[1].length);
  const shown = ways.slice(0, ways.length > LANES ? LANES - 1 : LANES);
  const rest = ways.slice(shown.length).flatMap(([, said]) => said);
  const all = rest.length > 0 ? [...shown, [words.otherWays, rest] as const] : shown;
  return all.map(([name, said]) => ({ name, said: byDay(said) }));
}

function byDay(statements: readonly Said[]): ReadonlyMap<string, readonly Said[]> {
  const days = new Map<string, Said[]>();
  for (const one of statements) days.set(one.saidOn ?? '', [...(days.get(one.saidOn ?? '') ?? []), one]);
  return days;
}

const dayNumber = (day: string): number => Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000);

const heightOf = (said: Lane['said']): number =>
  Math.min(TALLEST, Math.max(...[...said.values()].map((stack) => stack.length)));

function describe(
  days: readonly string[],
  lanes: readonly Lane[],
  undated: number,
  words: TimelineWords,
): string {
  const ways = (day: string): string => {
    if (lanes.length < 2) return '';
    const named = lanes.filter(({ said }) => said.has(day)).map(({ name }) => name);
    return ` (${named.join(', ')})`;
  };
  const total = (day: string): number =>
    lanes.reduce((sum, { said }) => sum + (said.get(day)?.length ?? 0), 0);
  const told = days.map((day) => `${words.day(day)}: ${words.statements(total(day))}${ways(day)}`);
  return `${told.join('; ')}.${undated > 0 ? ` ${words.undated(undated)}` : ''}`;
}

function drawLane(
  { name, said }: Lane,
  base: number,
  isNamed: boolean,
  placeOf: (day: string) => number,
): string {
  const axis = `<line x1="0" x2="${WIDTH}" y1="${base}" y2="${base}" class="rule" stroke="#a8a092"/>`;
  const label = isNamed
    ? `<text x="0" y="${base - 6}" font-family="sans-serif" font-size="12" class="soft" fill="#5f5a52"><title>${escaped(name)}</title>${clipped(name, 26)}</text>`
    : '';
  const stacks = [...said].map(([day, stack]) => drawStack(stack, placeOf(day), base));
  return `${axis}${label}${stacks.join('')}`;
}

function drawStack(said: readonly Said[], x: number, base: number): string {
  const fits = said.length > TALLEST ? TALLEST - 1 : said.length;
  const marks = said
    .slice(0, fits)
    .map(({ rating, number }, index) => {
      const y = base - 6 - index * STEP;
      return `<rect x="${(x - 13).toFixed(1)}" y="${y - 11}" width="26" height="15" rx="2" ${paint(rating.code)}/><text x="${x.toFixed(1)}" y="${y}" text-anchor="middle" font-family="sans-serif" font-size="10" ${rating.code === 'unchecked' ? 'class="ink" fill="#1d1b18"' : 'class="on-fill" fill="#ffffff"'}>${rating.glyph}${number}</text>`;
    })
    .join('');
  const rest = said.length - fits;
  return rest > 0
    ? `${marks}<text x="${x.toFixed(1)}" y="${base - 6 - fits * STEP}" text-anchor="middle" font-family="sans-serif" font-size="11" class="soft" fill="#5f5a52">+${rest}</text>`
    : marks;
}

/** As many day names as stand clear of each other, the first always. */
function labels(
  days: readonly string[],
  placeOf: (day: string) => number,
  base: number,
  words: TimelineWords,
): string {
  let clear = Number.NEGATIVE_INFINITY;
  return days
    .map((day) => {
      const x = placeOf(day);
      if (x < clear) return '';
      clear = x + 125;
      return `<text x="${x.toFixed(1)}" y="${base + 18}" text-anchor="middle" font-family="sans-serif" font-size="12" class="soft" fill="#5f5a52">${escaped(words.day(day))}</text>`;
    })
    .join('');
}
