// How an element is written in the slim page that Readability judges: by the names and attributes its rules look at.
import { DROPPED_ELEMENTS, MEDIA_ELEMENTS, TELLING_ATTRIBUTES, TEXTLESS_ELEMENTS } from './elements.js';
import type { Place } from './flow.js';
import { type Attributes, isOmitted } from './place.js';
import { attributeOf, type SlimAttribute } from './slim-page.js';

export const isDropped = (tag: string, place: Place): boolean =>
  isOmitted(place) ||
  DROPPED_ELEMENTS.has(tag) ||
  (place.skipped && !TEXTLESS_ELEMENTS.has(tag)) ||
  tag === 'meta' ||
  tag === 'link' ||
  tag === 'base';

/** Names that only a browser forgives (`o:p`, `p"`) stand for nothing Readability knows. */
export const slimName = (tag: string): string => (/^[a-z][a-z0-9-]*$/.test(tag) ? tag : 'span');

/** The attributes that any rule looks at. */
export function tellingAttributes(tag: string, attributes: Attributes): readonly SlimAttribute[] {
  const telling: SlimAttribute[] = [];
  for (const name in attributes)
    if (TELLING_ATTRIBUTES.has(name) && attributes[name] !== '')
      telling.push(attributeOf(name, cut(attributes[name]!)));
  const { href, src, data } = attributes;
  // Links within the page count for less; where else a link leads is never looked at.
  if (tag === 'a' && href?.startsWith('#') && href.length > 1) telling.push(attributeOf('href', '#x'));
  // A picture without a source is taken for a placeholder.
  if (tag === 'img' && hasPicture(attributes)) telling.push(attributeOf('src', 'x.jpg'));
  if (MEDIA_ELEMENTS.has(tag) && (src ?? data)) telling.push(attributeOf('src', cut((src ?? data)!)));
  return telling;
}

const cut = (value: string): string => value.slice(0, 500);

const hasPicture = (attributes: Attributes): boolean =>
  'src' in attributes ||
  'srcset' in attributes ||
  Object.values(attributes).some((value) => /\.(?:jpe?g|png|webp)/i.test(value));
