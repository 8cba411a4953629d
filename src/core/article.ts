// An article: text as imported, never changed. Its blocks say what each stretch of the text is.
import type { Span } from './span.js';

/**
 * What a stretch of an article is. Blocks are in text order, do not overlap, and between them stands only
 * white space. `furniture` (menus, share bars, "Read more:"), `credit`, `byline`, `caption`, `table` and `comment` are
 * set aside: kept in the text, shown as set aside, never read for statements.
 */
export type BlockKind =
  | 'headline'
  | 'subheading'
  | 'paragraph'
  | 'list_item'
  | 'block_quote'
  | 'byline'
  | 'dateline'
  | 'caption'
  | 'table'
  | 'credit'
  | 'comment'
  | 'furniture';

export interface Block extends Span {
  readonly kind: BlockKind;
  /** True where an importer or an editor keeps the block out of extraction. */
  readonly setAside: boolean;
}

/** What the extractor reads: the text, its blocks, and what is known of its publication. */
export interface ArticleText {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** `YYYY-MM-DD`, or null when unknown: then no weekday is resolved. */
  readonly publishedOn: string | null;
  readonly publisher: string | null;
}

/** An article as the desk keeps it. */
export interface Article extends ArticleText {
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
  readonly language: string;
  /** The article whose newer version this one is. */
  readonly supersedes: string | null;
  /** 1 for the first version of a story. */
  readonly version: number;
  /** SHA-256 of the bytes as they came in, hex; the bytes are kept in `files`. */
  readonly sourceSha256: string;
  readonly sourceMediaType: string;
  readonly sourceName: string | null;
  /** ISO-8601 UTC. */
  readonly importedAt: string;
  /** Editor id. */
  readonly importedBy: string;
}
