// Speakers × statuses: a square a cell, its area the number of statements, the number beside it.
import { RATING_WORDS, RATINGS } from '../../core/rating.js';
import type { Tally } from '../../core/report/model.js';
import { clipped, opened, paint } from './paint.js';

const NAMES = 232;
const COLUMN = 61;
const ROW = 30;
const HEAD = 40;
const ROWS = 14;

/** An SVG, or an empty string where there is nobody. Beyond fourteen speakers the rest is counted. */
export function speakerMatrix(tallies: readonly Tally[], id = 'speaker-matrix'): string {
  if (tallies.length === 0) return '';
  const shown = tallies.slice(0, ROWS);
  const rest = tallies.length - shown.length;
  const most = Math.max(...shown.flatMap(({ byRating }) => Object.values(byRating)), 1);
  const height = HEAD + shown.length * ROW + (rest > 0 ? ROW : 0);
  const width = NAMES + RATINGS.length * COLUMN;
  const desc = shown.map(({ name, total, byRating }) => `${name}: ${total}, ${inWords(byRating)}`).join('; ');
  const more =
    rest > 0
      ? label(0, height - 10, `and ${rest} more, listed in the table`, 'start', 'soft', '#5f5a52')
      : '';
  return `${opened(id, width, height, 'Speakers and the status of what they said', desc)}${heads()}${shown.map((tally, index) => row(tally, HEAD + index * ROW, most)).join('')}${more}</svg>`;
}

/** How wide a cell's square is: its area tells the number. */
export const cellSide = (n: number, most: number): number => 4 + 14 * Math.sqrt(n / most);

const inWords = (byRating: Tally['byRating']): string =>
  RATINGS.filter((rating) => byRating[rating] > 0)
    .map((rating) => `${byRating[rating]} ${RATING_WORDS[rating].word}`)
    .join(', ');

const label = (x: number, y: number, text: string, anchor: string, name: string, fill: string, size = 13) =>
  `<text x="${x}" y="${y}" text-anchor="${anchor}" font-family="sans-serif" font-size="${size}" class="${name}" fill="${fill}">${text}</text>`;

const heads = (): string =>
  RATINGS.map((rating, index) => {
    const x = NAMES + index * COLUMN + COLUMN / 2;
    const { glyph, word } = RATING_WORDS[rating];
    return `${label(x, 14, glyph, 'middle', 'ink', '#1d1b18')}${label(x, 30, word, 'middle', 'soft', '#5f5a52', 9)}`;
  }).join('');

function row({ name, byRating }: Tally, y: number, most: number): string {
  const rule = `<line x1="0" x2="${NAMES + RATINGS.length * COLUMN}" y1="${y}" y2="${y}" class="rule" stroke="#e2ddd2" stroke-width="1"/>`;
  const cells = RATINGS.map((rating, index) => {
    const n = byRating[rating];
    if (n === 0) return '';
    const side = cellSide(n, most);
    const middle = NAMES + index * COLUMN + COLUMN / 2;
    return `<rect x="${(middle - side / 2 - 8).toFixed(1)}" y="${(y + ROW / 2 - side / 2).toFixed(1)}" width="${side.toFixed(1)}" height="${side.toFixed(1)}" rx="1.5" ${paint(rating)}/>${label(middle + 6, y + ROW / 2 + 4.5, String(n), 'start', 'ink', '#1d1b18')}`;
  });
  return `${rule}${label(0, y + ROW / 2 + 4.5, clipped(name, 32), 'start', 'ink', '#1d1b18')}${cells.join('')}`;
}
