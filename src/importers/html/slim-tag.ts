// How an element is written in the slim page that Readability judges: by the names and attributes its rules look at.
import { DROPPED_ELEMENTS, MEDIA_ELEMENTS, TELLING_ATTRIBUTES, TEXTLESS_ELEMENTS } from './elements.js';
import type { Place } from './flow.js';
import { type Attributes, isOmitted } from './place.js';

export const isDropped = (tag: string, place: Place): boolean =>
  isOmitted(place) ||
  DROPPED_ELEMENTS.has(tag) ||
  (place.skipped && !TEXTLESS_ELEMENTS.has(tag)) ||
  tag === 'meta' ||
  tag === 'link' ||
  tag === 'base';

/** Names that only a browser forgives (`o:p`, `p"`) stand for nothing Readability knows. */
export const slimName = (tag: string): string => (/^[a-z][a-z0-9-]*$/.test(tag) ? tag : 'span');

export function openTag(tag: string, attributes: Attributes): string {
  let out = `<${slimName(tag)}`;
  for (const name in attributes)
    if (TELLING_ATTRIBUTES.has(name) && attributes[name] !== '')
      out += ` ${name}="${quoted(attributes[name]!)}"`;
  const { href, src, data } = attributes;
  // Links within the page count for less; where else a link leads is never looked at.
  if (tag === 'a' && href?.startsWith('#') && href.length > 1) out += ` href="#x"`;
  // A picture without a source is taken for a placeholder.
  if (tag === 'img' && hasPicture(attributes)) out += ' src="x.jpg"';
  if (MEDIA_ELEMENTS.has(tag) && (src ?? data)) out += ` src="${quoted((src ?? data)!)}"`;
  return out;
}

const quoted = (value: string): string =>
  value.slice(0, 500).replaceAll('&', '&amp;').replaceAll('"', '&quot;');

const hasPicture = (attributes: Attributes): boolean =>
  'src' in attributes ||
  'srcset' in attributes ||
  Object.values(attributes).some((value) => /\.(?:jpe?g|png|webp)/i.test(value));

/** Readability counts characters and never reads these three; as entities they would have to be decoded again. */
export const harmless = (text: string): string => text.replace(/[<>&]/g, '+');
