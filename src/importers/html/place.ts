// Where an element stands, from where its parent stands and what its own name, class and role say.
import {
  BYLINE_CLASS,
  CAPTION_CLASS,
  COMMENT_CLASS,
  DROPPED_ELEMENTS,
  ENDS_HEADING,
  FURNITURE_ELEMENTS,
  HEADINGS,
  HIDING_STYLE,
  TELLING_CLASS,
  TEXTLESS_ELEMENTS,
  WORD_BULLET_STYLE,
  WORD_COMMENT_STYLE,
  WORD_LIST_CLASS,
} from './elements.js';
import type { Place, Table } from './flow.js';

export type Attributes = Readonly<Record<string, string>>;

export const NOWHERE: Place = {
  heading: false,
  listItem: false,
  quote: false,
  caption: false,
  furniture: false,
  comment: false,
  byline: false,
  time: false,
  preformatted: false,
  hidden: false,
  unspoken: false,
  skipped: false,
  table: null,
};

/** Readability never sees what is hidden from all readers or from some. */
export const isOmitted = (place: Place): boolean => place.hidden || place.unspoken;

type Changes = { -readonly [Key in keyof Place]?: Place[Key] };

export function placeOf(place: Place, tag: string, attributes: Attributes): Place {
  const named = `${attributes.class ?? ''} ${attributes.id ?? ''}`;
  const style = attributes.style ?? '';
  const changes: Changes = {};
  if (
    DROPPED_ELEMENTS.has(tag) ||
    TEXTLESS_ELEMENTS.has(tag) ||
    (style !== '' && WORD_BULLET_STYLE.test(style))
  )
    changes.skipped = true;
  if (isWordDeletion(tag, attributes) || isWordComment(attributes)) changes.skipped = true;
  if (HEADINGS.has(tag)) changes.heading = true;
  // An unclosed heading would otherwise run to the end of the page.
  else if (place.heading && ENDS_HEADING.has(tag)) changes.heading = false;
  if (tag === 'li') changes.listItem = true;
  if (tag === 'blockquote') changes.quote = true;
  if (tag === 'figcaption') changes.caption = true;
  if (FURNITURE_ELEMENTS.has(tag) || isFurnitureRole(attributes.role)) changes.furniture = true;
  if (tag === 'time') changes.time = true;
  if (tag === 'pre') changes.preformatted = true;
  if (attributes.rel === 'author' || /\bauthor\b/.test(attributes.itemprop ?? '')) changes.byline = true;
  if (named.length > 1 && TELLING_CLASS.test(named)) readClass(named, changes);
  if ('hidden' in attributes || (style !== '' && HIDING_STYLE.test(style))) changes.hidden = true;
  if (attributes['aria-hidden'] === 'true' && !/fallback-image/.test(named)) changes.unspoken = true;
  if (tag === 'table') changes.table = tableIn(place.table, attributes);
  else if (place.table !== null) countCell(place.table, tag);
  for (const _ in changes) return { ...place, ...changes };
  return place;
}

/** A tracked deletion in a text copied from Word names who made it. */
export const isWordDeletion = (tag: string, { cite }: Attributes): boolean =>
  tag === 'del' && cite !== undefined && /^mailto:/i.test(cite);

export const isWordComment = ({ style }: Attributes): boolean =>
  style !== undefined && WORD_COMMENT_STYLE.test(style);

const isFurnitureRole = (role: string | undefined): boolean =>
  role !== undefined &&
  /^(?:navigation|banner|contentinfo|complementary|search|dialog|menu|menubar|toolbar)$/.test(role);

function readClass(named: string, changes: Changes): void {
  if (WORD_LIST_CLASS.test(named)) changes.listItem = true;
  if (CAPTION_CLASS.test(named)) changes.caption = true;
  if (COMMENT_CLASS.test(named)) changes.comment = true;
  if (BYLINE_CLASS.test(named)) changes.byline = true;
}

function tableIn(outer: Table | null, attributes: Attributes): Table {
  if (outer !== null) outer.isLayout = true;
  return { isLayout: attributes.role === 'presentation', row: 0, cell: 0 };
}

function countCell(table: Table, tag: string): void {
  if (tag === 'tr') {
    table.row++;
    table.cell = 0;
  } else if (tag === 'td' || tag === 'th') table.cell++;
}
