// One pass over the tags of a page. Collects text block by block with where it stood, metadata, and the slim page.
// Refuses pages that nest or multiply elements beyond what anyone could read, before a tree is built from them.
import { Parser } from 'htmlparser2';
import { invalid } from '../../core/errors.js';
import {
  BLOCK_ELEMENTS,
  DROPPED_ELEMENTS,
  PLAIN_INLINE,
  TEXTLESS_ELEMENTS,
  VOID_ELEMENTS,
} from './elements.js';
import type { FlowBlock, PageFlow, Place } from './flow.js';
import { HeadReader } from './head-reader.js';
import { type Attributes, isOmitted, isWordComment, isWordDeletion, NOWHERE, placeOf } from './place.js';
import { type SlimElement, SlimPage } from './slim-page.js';
import { isDropped, slimName, tellingAttributes } from './slim-tag.js';

/** Browsers stop nesting at 512 too. */
export const MAX_DEPTH = 512;
export const MAX_ELEMENTS = 100_000;

interface Frame {
  readonly tag: string;
  readonly place: Place;
  readonly id: string | null;
  /** Which of its parent's elements of this name it is, from 1; 0 for the document itself. */
  readonly nth: number;
  /** What stands for it in the slim page. */
  readonly slim: SlimElement | null;
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

export function readFlow(html: string): PageFlow {
  const flow = new FlowReader();
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => flow.open(tag, attributes),
      ontext: (part) => flow.text(part),
      onclosetag: (tag, implied) => flow.close(tag, implied),
      oncomment: () => flow.comment(html, parser.startIndex),
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(html);
  return flow.finish();
}

/** A class because a tag reader calls back: its state is one pass over one page. */
class FlowReader {
  readonly #stack: Frame[] = [
    { tag: 'html', place: NOWHERE, id: null, nth: 0, slim: null, owner: 0, children: null },
  ];
  readonly #blocks: FlowBlock[] = [];
  readonly #slim = new SlimPage();
  /** Nothing but one space since the last tag of the slim page. */
  #spaced = false;
  readonly #head = new HeadReader();
  #block: OpenBlock | null = null;
  /** Text comes in bits, one for every entity or stray bracket. */
  #text = '';
  #breaks = 0;
  readonly #described = new Set<string>();
  #elements = 0;
  #owners = 0;
  #hidden = 0;
  #deletions = 0;
  #marginComments = 0;
  /** Characters of text in the outermost element open whose text is none of the page's. */
  #untold = 0;
  #neverClosed: PageFlow['neverClosed'] = null;

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
      this.#describe(tag, attributes);
      this.#stack.push({
        tag,
        place: placeOf(parent.place, tag, attributes),
        id: null,
        nth: 0,
        slim: null,
        owner: 0,
        children: null,
      });
      return;
    }
    if (BLOCK_ELEMENTS.has(tag)) this.#endBlock();
    else if (tag === 'br') this.#break();
    if (tag !== 'br') this.#breaks = 0;
    const place = placeOf(parent.place, tag, attributes);
    if (place.skipped && !parent.place.skipped) {
      this.#untold = 0;
      if (isWordDeletion(tag, attributes)) this.#deletions++;
      // Each stands in the text as a sign, and all of them in a list at the end.
      else if (isWordComment(attributes) && tag === 'span') this.#marginComments++;
    }
    parent.children ??= new Map();
    const nth = (parent.children.get(tag) ?? 0) + 1;
    parent.children.set(tag, nth);
    const slim = this.#write(tag, attributes, place);
    this.#stack.push({ tag, place, id: attributes.id ?? null, nth, slim, owner: 0, children: null });
  }

  /** The classes of these two count for Readability like any other's. The first tag of each is the one that holds. */
  #describe(tag: 'html' | 'head' | 'body', attributes: Attributes): void {
    if (tag === 'head' || this.#described.has(tag)) return;
    this.#described.add(tag);
    const { documentElement, body } = this.#slim.document;
    (tag === 'html' ? documentElement : body).attributes = tellingAttributes(tag, attributes);
  }

  /** What now stands for the element in the slim page; null when it is left out of it. */
  #write(tag: string, attributes: Attributes, place: Place): SlimElement | null {
    // A third break in a row says nothing more, and a page of nothing else takes Readability minutes.
    if (isDropped(tag, place) || (tag === 'br' && ++this.#breaks > 2)) return null;
    const telling = tellingAttributes(tag, attributes);
    if (telling.length === 0 && PLAIN_INLINE.has(tag)) return null;
    const element = this.#slim.put(slimName(tag), telling);
    if (!VOID_ELEMENTS.has(tag)) this.#slim.enter(element);
    this.#spaced = false;
    return element;
  }

  text(part: string): void {
    this.#text += part;
  }

  #endText(): void {
    const text = this.#text;
    if (text === '') return;
    this.#text = '';
    const frame = this.#stack.at(-1)!;
    const isHead = this.#head.text(frame.tag, text);
    if (frame.place.skipped) this.#untold += text.trim().length;
    if (isHead || frame.place.skipped) return;
    const solid = text.trim().length;
    if (solid === 0 && this.#block === null) {
      // One space is as good as many, but none would change the lengths Readability goes by.
      if (!this.#spaced && !isOmitted(frame.place)) this.#slim.text(' ');
      this.#spaced ||= !isOmitted(frame.place);
      return;
    }
    if (solid > 0) this.#breaks = 0;
    this.#block ??= this.#startBlock(frame);
    const block = this.#block;
    if (solid > 0) {
      if (block.breaks === 1) block.parts.push('\u2028');
      block.breaks = 0;
      const owner = this.#writeOwned(frame, text);
      block.owners.set(owner, (block.owners.get(owner) ?? 0) + solid);
    } else if (!isOmitted(frame.place)) this.#slim.text(text);
    if (!isOmitted(frame.place)) this.#spaced = text === ' ';
    block.parts.push(frame.place.preformatted ? text.replaceAll('\n', '\u2028') : text);
  }

  /** Writes text into the slim page. The number of the nearest element that stands there; 0 for text that does not. */
  #writeOwned(frame: Frame, text: string): number {
    if (isOmitted(frame.place)) return 0;
    const element =
      frame.slim !== null ? frame : (this.#stack.findLast(({ slim }) => slim !== null) ?? this.#stack[0]!);
    if (element.owner === 0) element.owner = ++this.#owners;
    // Readability puts the bare text of a division into paragraphs of its own, and may then drop the division.
    if (element.slim === null || element.tag === 'div')
      this.#slim.element('span', [], text).owner = element.owner;
    else {
      element.slim.owner = element.owner;
      this.#slim.text(text);
    }
    return element.owner;
  }

  close(tag: string, implied: boolean): void {
    this.#endText();
    this.#head.close(tag);
    if (implied && this.#untold >= LEAST_LOST && TEXTLESS.has(tag)) this.#lose(`<${tag}>`, this.#untold);
    if (BLOCK_ELEMENTS.has(tag)) this.#endBlock();
    const at = this.#stack.findLastIndex((frame) => frame.tag === tag);
    if (at > 0) this.#closeDownTo(at);
  }

  /** Browsers, too, take all that follows an open comment for a part of it. */
  comment(html: string, start: number): void {
    if (html.startsWith('<!--', start) && html.indexOf('-->', start) < 0 && html.indexOf('--!>', start) < 0)
      this.#lose(
        '<!--',
        html
          .slice(start)
          .replace(/<[^<>]*>/g, '')
          .trim().length,
      );
  }

  #lose(what: string, characters: number): void {
    if (characters >= LEAST_LOST) this.#neverClosed = { what, characters };
    this.#untold = 0;
  }

  #closeDownTo(at: number): void {
    while (this.#stack.length > at) {
      const { tag, slim } = this.#stack.pop()!;
      if (slim === null || VOID_ELEMENTS.has(tag)) continue;
      this.#slim.leave();
      this.#spaced = false;
    }
  }

  finish(): PageFlow {
    this.#endText();
    this.#endBlock();
    this.#closeDownTo(1);
    const head = this.#head.finish();
    const slim = this.#slim.finish((page) => this.#head.describe(page));
    const [hiddenBlocks, neverClosed] = [this.#hidden, this.#neverClosed];
    const [deletions, marginComments] = [this.#deletions, this.#marginComments];
    return { blocks: this.#blocks, head, slim, hiddenBlocks, deletions, marginComments, neverClosed };
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
      const { tag, id, nth } = this.#stack[i]!;
      if (nth === 0) break;
      const isNamed = id !== null && /^[\w-]{1,60}$/.test(id);
      steps.unshift(isNamed ? `#${id}` : `${tag}:nth-of-type(${nth})`);
      if (isNamed || steps.length === 12) break;
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

/** Fewer characters in an element that was never closed are no passage of an article. */
const LEAST_LOST = 40;

const TEXTLESS = new Set([...DROPPED_ELEMENTS, ...TEXTLESS_ELEMENTS]);

/** A cell longer than this holds running text. */
const LONGEST_CELL = 300;

/** Only HTML's white space collapses; a no-break space was put there by somebody. */
function collapsed(text: string): string {
  // A space that stands alone is left alone, and most do.
  const flat = text.replace(/[\t\n\f\r][ \t\n\f\r]*| [ \t\n\f\r]+/g, ' ');
  const lines = (flat.includes('\u2028') ? flat.replace(/ ?\u2028 ?/g, '\n') : flat).trim();
  return lines.startsWith('\u200B') || lines.endsWith('\u200B')
    ? lines.replace(/^[\s\u200B]+|[\s\u200B]+$/g, '')
    : lines;
}
