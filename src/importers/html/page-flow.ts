// One pass over the tags of a page. Collects text block by block with where it stood, metadata, and the slim page.
// Refuses pages that nest or multiply elements beyond what anyone could read, before a tree is built from them.
import { Parser } from 'htmlparser2';
import { invalid } from '../../core/errors.js';
import {
  BLOCK_ELEMENTS,
  BYLINE_CLASS,
  CAPTION_CLASS,
  COMMENT_CLASS,
  DROPPED_ELEMENTS,
  ENDS_HEADING,
  FURNITURE_ELEMENTS,
  HEADINGS,
  HIDING_STYLE,
  MEDIA_ELEMENTS,
  PLAIN_INLINE,
  TELLING_ATTRIBUTES,
  TEXTLESS_ELEMENTS,
  VOID_ELEMENTS,
  WORD_BULLET_STYLE,
  WORD_LIST_CLASS,
} from './elements.js';
import type { FlowBlock, PageFlow, Place, Table } from './flow.js';
import { HeadReader } from './head-reader.js';

/** Browsers stop nesting at 512 too. */
export const MAX_DEPTH = 512;
export const MAX_ELEMENTS = 100_000;

type Attributes = Record<string, string>;

interface Frame {
  readonly tag: string;
  readonly place: Place;
  readonly step: string;
  /** Where in the slim page its open tag stands, or -1. */
  readonly slot: number;
  /** The number it is marked with once text is found directly in it; 0 before. */
  owner: number;
  children: Map<string, number> | null;
}

interface OpenBlock {
  readonly place: Place;
  readonly path: string;
  readonly tag: string;
  readonly row: number;
  readonly cell: number;
  readonly parts: string[];
  readonly owners: Map<number, number>;
  breaks: number;
}

const NOWHERE: Place = {
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

export function readFlow(html: string): PageFlow {
  const flow = new FlowReader();
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => flow.open(tag, attributes),
      ontext: (part) => flow.text(part),
      onclosetag: (tag) => flow.close(tag),
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(html);
  return flow.finish();
}

/** A class because a tag reader calls back: its state is one pass over one page. */
class FlowReader {
  readonly #stack: Frame[] = [{ tag: 'html', place: NOWHERE, step: '', slot: -1, owner: 0, children: null }];
  readonly #blocks: FlowBlock[] = [];
  readonly #slim: string[] = [];
  readonly #head = new HeadReader();
  #block: OpenBlock | null = null;
  /** Text comes in bits, one for every entity or stray bracket. */
  #text = '';
  #breaks = 0;
  /** The classes of these two count for Readability like any other's. */
  #html: string | null = null;
  #body: string | null = null;
  #elements = 0;
  #owners = 0;
  #hidden = 0;

  open(tag: string, attributes: Attributes): void {
    this.#endText();
    if (++this.#elements > MAX_ELEMENTS)
      throw invalid(
        `This page has more than ${MAX_ELEMENTS} elements. Copy the article's text from the page and paste it.`,
      );
    if (this.#stack.length > MAX_DEPTH)
      throw invalid(
        `This page nests its elements more than ${MAX_DEPTH} deep, which no readable page does. Copy the article's text from the page and paste it.`,
      );
    const parent = this.#stack.at(-1)!;
    this.#head.open(tag, attributes);
    if (tag === 'html' || tag === 'head' || tag === 'body') {
      if (tag === 'html') this.#html ??= openTag(tag, attributes);
      else if (tag === 'body') this.#body ??= openTag(tag, attributes);
      this.#stack.push({
        tag,
        place: placeOf(parent.place, tag, attributes),
        step: '',
        slot: -1,
        owner: 0,
        children: null,
      });
      return;
    }
    if (BLOCK_ELEMENTS.has(tag)) this.#endBlock();
    else if (tag === 'br') this.#break();
    if (tag !== 'br') this.#breaks = 0;
    const place = placeOf(parent.place, tag, attributes);
    const { step, slot } = this.#enter(parent, tag, attributes, place);
    this.#stack.push({ tag, place, step, slot, owner: 0, children: null });
  }

  #enter(parent: Frame, tag: string, attributes: Attributes, place: Place): { step: string; slot: number } {
    parent.children ??= new Map();
    const nth = (parent.children.get(tag) ?? 0) + 1;
    parent.children.set(tag, nth);
    const step =
      attributes.id && /^[\w-]{1,60}$/.test(attributes.id)
        ? `#${attributes.id}`
        : `${tag}:nth-of-type(${nth})`;
    // A third break in a row says nothing more, and a page of nothing else takes Readability minutes.
    if (isDropped(tag, place) || (tag === 'br' && ++this.#breaks > 2)) return { step, slot: -1 };
    const open = openTag(tag, attributes);
    if (open.length === tag.length + 1 && PLAIN_INLINE.has(tag)) return { step, slot: -1 };
    const slot = this.#slim.length;
    this.#slim.push(open, VOID_ELEMENTS.has(tag) ? '/>' : '>');
    return { step, slot };
  }

  text(part: string): void {
    this.#text += part;
  }

  #endText(): void {
    const text = this.#text;
    if (text === '') return;
    this.#text = '';
    const frame = this.#stack.at(-1)!;
    if (this.#head.text(frame.tag, text) || frame.place.skipped) return;
    const solid = text.trim().length;
    if (solid === 0 && this.#block === null) {
      // One space is as good as many, but none would change the lengths Readability goes by.
      if (this.#slim.at(-1) !== ' ' && !isOmitted(frame.place)) this.#slim.push(' ');
      return;
    }
    if (solid > 0) this.#breaks = 0;
    if (!isOmitted(frame.place)) this.#slim.push(harmless(text));
    this.#block ??= this.#startBlock(frame);
    const block = this.#block;
    if (solid > 0) {
      if (block.breaks === 1) block.parts.push('\u2028');
      block.breaks = 0;
      const owner = this.#ownerOfText(frame);
      block.owners.set(owner, (block.owners.get(owner) ?? 0) + solid);
    }
    block.parts.push(frame.place.preformatted ? text.replaceAll('\n', '\u2028') : text);
  }

  /** The number of the nearest element that stands in the slim page; 0 for text that does not. */
  #ownerOfText(frame: Frame): number {
    if (isOmitted(frame.place)) return 0;
    const element =
      frame.slot >= 0 ? frame : (this.#stack.findLast(({ slot }) => slot >= 0) ?? this.#stack[0]!);
    const isNew = element.owner === 0;
    if (isNew) element.owner = ++this.#owners;
    // Readability puts the bare text of a division into paragraphs of its own, and may then drop the division.
    if (element.slot < 0 || element.tag === 'div') {
      const text = this.#slim.pop()!;
      this.#slim.push(`<span data-w="${element.owner}">${text}</span>`);
    } else if (isNew) this.#slim[element.slot] += ` data-w="${element.owner}"`;
    return element.owner;
  }

  close(tag: string): void {
    this.#endText();
    this.#head.close(tag);
    if (BLOCK_ELEMENTS.has(tag)) this.#endBlock();
    const at = this.#stack.findLastIndex((frame) => frame.tag === tag);
    if (at > 0) this.#closeDownTo(at);
  }

  /** The slim page has to be well-formed whatever the page was. */
  #closeDownTo(at: number): void {
    while (this.#stack.length > at) {
      const { tag, slot } = this.#stack.pop()!;
      if (slot >= 0 && !VOID_ELEMENTS.has(tag)) this.#slim.push(`</${slimName(tag)}>`);
    }
  }

  finish(): PageFlow {
    this.#endText();
    this.#endBlock();
    this.#closeDownTo(1);
    const head = this.#head.finish();
    const open = `<!doctype html>${this.#html ?? '<html'}><head>${this.#head.slim()}</head>${this.#body ?? '<body'}>`;
    const slim = `${open}${this.#slim.join('')}</body></html>`;
    return { blocks: this.#blocks, head, slim, hiddenBlocks: this.#hidden };
  }

  #startBlock(frame: Frame): OpenBlock {
    const block = this.#stack.findLast(({ tag }) => BLOCK_ELEMENTS.has(tag)) ?? frame;
    const { table } = frame.place;
    return {
      place: frame.place,
      path: this.#path(block),
      tag: block.tag,
      row: table?.row ?? 0,
      cell: table?.cell ?? 0,
      parts: [],
      owners: new Map(),
      breaks: 0,
    };
  }

  /** From the nearest element with an id, and no longer than a reader would follow. */
  #path(block: Frame): string {
    const steps: string[] = [];
    for (let i = this.#stack.lastIndexOf(block); i > 0; i--) {
      const { step } = this.#stack[i]!;
      if (step === '') break;
      steps.unshift(step);
      if (step.startsWith('#') || steps.length === 12) break;
    }
    return steps.join(' > ') || 'body';
  }

  /** One break is a new line, two are a new paragraph. */
  #break(): void {
    if (this.#block === null) return;
    if (++this.#block.breaks >= 2) this.#endBlock();
  }

  #endBlock(): void {
    const block = this.#block;
    if (block === null) return;
    this.#block = null;
    const text = collapsed(block.parts.join(''));
    if (text === '') return;
    if (block.place.hidden) {
      this.#hidden++;
      return;
    }
    const { table } = block.place;
    if (table !== null && (text.length > LONGEST_CELL || block.place.heading)) table.isLayout = true;
    const { place, row, cell, path, tag, owners } = block;
    this.#blocks.push({ text, place, row, cell, path, tag, owners });
  }
}

/** A cell longer than this holds running text. */
const LONGEST_CELL = 300;

function placeOf(place: Place, tag: string, attributes: Attributes): Place {
  const named = `${attributes.class ?? ''} ${attributes.id ?? ''}`;
  const style = attributes.style ?? '';
  const changes: { -readonly [Key in keyof Place]?: Place[Key] } = {};
  if (DROPPED_ELEMENTS.has(tag) || TEXTLESS_ELEMENTS.has(tag) || WORD_BULLET_STYLE.test(style))
    changes.skipped = true;
  if (HEADINGS.has(tag)) changes.heading = true;
  // An unclosed heading would otherwise run to the end of the page.
  else if (place.heading && ENDS_HEADING.has(tag)) changes.heading = false;
  if (tag === 'li' || WORD_LIST_CLASS.test(named)) changes.listItem = true;
  if (tag === 'blockquote') changes.quote = true;
  if (tag === 'figcaption' || (named.length > 1 && CAPTION_CLASS.test(named))) changes.caption = true;
  if (FURNITURE_ELEMENTS.has(tag) || isFurnitureRole(attributes.role)) changes.furniture = true;
  if (tag === 'time') changes.time = true;
  if (tag === 'pre') changes.preformatted = true;
  if (named.length > 1 && COMMENT_CLASS.test(named)) changes.comment = true;
  if (isByline(named, attributes)) changes.byline = true;
  if ('hidden' in attributes || (style !== '' && HIDING_STYLE.test(style))) changes.hidden = true;
  if (attributes['aria-hidden'] === 'true' && !/fallback-image/.test(named)) changes.unspoken = true;
  if (tag === 'table') changes.table = tableIn(place.table, attributes);
  else if (place.table !== null) countCell(place.table, tag);
  for (const _ in changes) return { ...place, ...changes };
  return place;
}

const isFurnitureRole = (role: string | undefined): boolean =>
  role !== undefined &&
  /^(?:navigation|banner|contentinfo|complementary|search|dialog|menu|menubar|toolbar)$/.test(role);

const isByline = (named: string, attributes: Attributes): boolean =>
  attributes.rel === 'author' ||
  /\bauthor\b/.test(attributes.itemprop ?? '') ||
  (named.length > 1 && BYLINE_CLASS.test(named));

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

const isOmitted = (place: Place): boolean => place.hidden || place.unspoken;

const isDropped = (tag: string, place: Place): boolean =>
  isOmitted(place) ||
  DROPPED_ELEMENTS.has(tag) ||
  (place.skipped && !TEXTLESS_ELEMENTS.has(tag)) ||
  tag === 'meta' ||
  tag === 'link' ||
  tag === 'base';

/** Names that only a browser forgives (`o:p`, `p"`) stand for nothing Readability knows. */
const slimName = (tag: string): string => (/^[a-z][a-z0-9-]*$/.test(tag) ? tag : 'span');

function openTag(tag: string, attributes: Attributes): string {
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
const harmless = (text: string): string => text.replace(/[<>&]/g, '+');

/** Only HTML's white space collapses; a no-break space was put there by somebody. */
const collapsed = (text: string): string =>
  text
    .replace(/[ \t\n\f\r]+/g, ' ')
    .replace(/ ?\u2028 ?/g, '\n')
    .replace(/^[\s\u200B\uFEFF]+|[\s\u200B\uFEFF]+$/g, '');
