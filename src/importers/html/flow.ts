// What one pass over a page's tags finds: its stretches of text in order, and a slimmer page for Readability to judge.
import type { JsonLd } from './json-ld.js';
import type { SlimDocument } from './slim-page.js';

/** Where a stretch of text stands, by the elements around it. */
export interface Place {
  readonly heading: boolean;
  readonly listItem: boolean;
  readonly quote: boolean;
  readonly caption: boolean;
  /** Navigation, header, footer, aside, form or button. */
  readonly furniture: boolean;
  readonly comment: boolean;
  readonly byline: boolean;
  readonly time: boolean;
  readonly preformatted: boolean;
  readonly hidden: boolean;
  /** Marked as not for every reader (`aria-hidden`), which Readability takes for hidden. */
  readonly unspoken: boolean;
  /** In an element whose text is never shown as text: script, style, a list of choices. */
  readonly skipped: boolean;
  readonly table: Table | null;
}

export interface Table {
  /** Laid out as a table but no table: says so itself, holds another one, a heading, or running text in a cell. */
  isLayout: boolean;
  row: number;
  cell: number;
}

/** Text without a block boundary in it. */
export interface FlowBlock {
  /** White space collapsed as a browser shows it. */
  readonly text: string;
  readonly place: Place;
  /** Which row and cell of `place.table`. */
  readonly row: number;
  readonly cell: number;
  /** Element path, as CSS would write it. */
  readonly path: string;
  /** Tag of the innermost block element. */
  readonly tag: string;
  /** How many characters came directly from which marked element of the slim page. */
  readonly owners: ReadonlyMap<number, number>;
}

export interface PageHead {
  readonly title: string;
  /** First value of each `<meta>` name, property or itemprop, lower case. */
  readonly meta: ReadonlyMap<string, string>;
  readonly canonical: string | null;
  readonly language: string | null;
  /** `datetime` of the `<time>` elements, those marked as the publication date first. */
  readonly times: readonly string[];
  readonly jsonLd: readonly JsonLd[];
}

export interface PageFlow {
  readonly blocks: readonly FlowBlock[];
  readonly head: PageHead;
  /** The page without scripts, styles and presentation; elements that own text carry their number. */
  readonly slim: SlimDocument;
  /** Stretches of text that the page hides from its readers. */
  readonly hiddenBlocks: number;
  /** In text copied from Word: tracked deletions and comments in the margin that were left out. */
  readonly deletions: number;
  readonly marginComments: number;
  /** What was opened and never closed, and so took so many characters that may be the article's; null where nothing did. */
  readonly neverClosed: { readonly what: string; readonly characters: number } | null;
}
