// When things were said: a mark a statement, stacked over its day. Only days the record holds are drawn.
import { longDay } from '../../core/report/dates.js';
import type { ReportStatement } from '../../core/report/model.js';
import { counted } from '../../core/report/numbers.js';
import { opened, paint } from './paint.js';

const WIDTH = 720;
const EDGE = 60;
const STEP = 18;
const TALLEST = 10;

type Said = Pick<ReportStatement, 'number' | 'saidOn' | 'rating'>;

/** An SVG, or an empty string where fewer than two days are known: one day is better said in words. */
export function sayingsTimeline(statements: readonly Said[], id = 'timeline'): string {
  const days = byDay(statements);
  const names = [...days.keys()].sort();
  const first = names[0];
  const last = names.at(-1);
  if (first === undefined || last === undefined || first === last) return '';
  const undated = statements.filter(({ saidOn }) => saidOn === null).length;
  const tallest = Math.min(TALLEST, Math.max(...[...days.values()].map((said) => said.length)));
  const base = 24 + tallest * STEP;
  const span = dayNumber(last) - dayNumber(first);
  const placeOf = (day: string) => EDGE + ((dayNumber(day) - dayNumber(first)) / span) * (WIDTH - 2 * EDGE);
  const desc = `${names.map((day) => `${longDay(day)}: ${counted(days.get(day)?.length ?? 0, 'statement')}`).join('; ')}.${undated > 0 ? ` ${undated} without a day.` : ''}`;
  const axis = `<line x1="0" x2="${WIDTH}" y1="${base}" y2="${base}" class="rule" stroke="#a8a092"/>`;
  const stacks = names.map((day) => stack(days.get(day) ?? [], placeOf(day), base));
  return `${opened(id, WIDTH, base + 26, 'When the statements were made', desc)}${axis}${stacks.join('')}${labels(names, placeOf, base)}</svg>`;
}

function byDay(statements: readonly Said[]): ReadonlyMap<string, readonly Said[]> {
  const days = new Map<string, Said[]>();
  for (const statement of statements) {
    if (statement.saidOn === null) continue;
    const said = days.get(statement.saidOn);
    if (said) said.push(statement);
    else days.set(statement.saidOn, [statement]);
  }
  return days;
}

const dayNumber = (day: string): number => Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000);

function stack(said: readonly Said[], x: number, base: number): string {
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
function labels(names: readonly string[], placeOf: (day: string) => number, base: number): string {
  let clear = Number.NEGATIVE_INFINITY;
  return names
    .map((day) => {
      const x = placeOf(day);
      if (x < clear) return '';
      clear = x + 125;
      return `<text x="${x.toFixed(1)}" y="${base + 18}" text-anchor="middle" font-family="sans-serif" font-size="12" class="soft" fill="#5f5a52">${longDay(day)}</text>`;
    })
    .join('');
}
