// What the pictures share: one colour a rating, as a class a page may restyle and an inline fallback for when it does not.
import type { Rating } from '../../core/rating.js';
import { escaped } from '../markup.js';

const FILL: Readonly<Record<Rating, string>> = {
  verified: '#23663a',
  corroborated: '#0f666e',
  disputed: '#8a5200',
  misleading: '#9c4410',
  false: '#a1232b',
  unverifiable: '#57547a',
  not_checkable: '#63605a',
  unchecked: '#e2ddd2',
};

/** Attributes, not styles: a strict content policy lets them through, and any CSS rule wins over them. */
export const paint = (rating: Rating): string => `class="fill-${rating}" fill="${FILL[rating]}"`;

export const RATING_COLOURS = FILL;

/** Opens an SVG that says in words what it shows. Ids make the title findable, so `id` must be unique on the page. */
export const opened = (id: string, width: number, height: number, title: string, desc: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" class="picture" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" direction="ltr" aria-labelledby="${id}-title ${id}-desc"><title id="${id}-title">${escaped(title)}</title><desc id="${id}-desc">${escaped(desc)}</desc>`;

/** A label that cannot run out of its place; the whole of it is in the description. */
export const clipped = (text: string, characters: number): string => {
  const whole = [...text];
  return escaped(whole.length > characters ? `${whole.slice(0, characters - 1).join('')}…` : text);
};
