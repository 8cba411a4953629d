// One bar: how many statements have which rating. Glyph and number stand in every segment wide enough to hold them.
import type { RatingCount } from '../../core/report/model.js';
import { counted } from '../../core/report/numbers.js';
import { opened, paint } from './paint.js';

const WIDTH = 720;
const HEIGHT = 34;

/** An SVG, or an empty string where there is nothing to draw. */
export function statusBar(counts: readonly RatingCount[], id = 'status-bar'): string {
  const present = counts.filter(({ total }) => total > 0);
  const all = present.reduce((sum, { total }) => sum + total, 0);
  if (all === 0) return '';
  const desc = present.map(({ word, total }) => `${total} ${word}`).join(', ');
  let at = 0;
  const segments = present.map((count) => {
    const width = (count.total / all) * WIDTH;
    const segment = drawn(count, at, width);
    at += width;
    return segment;
  });
  return `${opened(id, WIDTH, HEIGHT, `${counted(all, 'statement')} by status`, desc)}${segments.join('')}</svg>`;
}

function drawn({ rating, glyph, total }: RatingCount, x: number, width: number): string {
  const box = `<rect x="${x.toFixed(1)}" y="0" width="${Math.max(1, width - 2).toFixed(1)}" height="${HEIGHT}" rx="2" ${paint(rating)}/>`;
  if (width < 44) return box;
  const ink = rating === 'unchecked' ? 'class="ink" fill="#1d1b18"' : 'class="on-fill" fill="#ffffff"';
  return `${box}<text x="${(x + width / 2 - 1).toFixed(1)}" y="22" text-anchor="middle" font-family="sans-serif" font-size="14" ${ink}>${glyph} ${total}</text>`;
}
