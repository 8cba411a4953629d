// The article as the bench shows it: blocks, marks and the numbers in the margin. Nothing in it depends on who looks.
import type { Block } from '../../core/article.js';
import type { Rating } from '../../core/rating.js';
import type { Review } from '../../core/review.js';
import type { Span } from '../../core/span.js';
import type { StoredArticle } from '../../core/store.js';
import { cutText, type TextBlock, type TextSegment } from '../text-segments.js';
import type { T } from '../words/words.js';
import { lineOf, statusOf } from './statement-line.js';

export interface MarginNumber {
  readonly number: number;
  readonly href: string;
  readonly rating: Rating;
  readonly glyph: string;
  readonly label: string;
  /** Set among the words: the margin beside this line has its number already. */
  readonly near: boolean;
}

export interface ShownSegment {
  readonly at: number;
  readonly text: string;
  readonly wraps: readonly { readonly number: number; readonly classes: string }[];
  readonly numbers: readonly MarginNumber[];
  /** Notes of the desk that stand on the words from here on. Nothing of what they say is in the text. */
  readonly notes: readonly { readonly id: string; readonly label: string }[];
}

export interface ShownBlock {
  readonly kind: Block['kind'];
  /** Where its text begins in the article's, in UTF-16 units; its segments follow on each other. */
  readonly at: number;
  readonly segments: readonly ShownSegment[];
}

export type ShownGroup =
  | { readonly aside: false; readonly block: ShownBlock }
  | { readonly aside: true; readonly words: string; readonly blocks: readonly ShownBlock[] };

/** What a statement's number stands for on paper, where there is no panel. */
export interface PrintedNote {
  readonly number: number;
  readonly glyph: string;
  readonly word: string;
  readonly who: string;
  readonly reason: string;
}

export interface ShownText {
  /** The first block that reads as the article's title, shown as the page's heading. */
  readonly headline: ShownBlock | null;
  readonly groups: readonly ShownGroup[];
  readonly notes: readonly PrintedNote[];
}

/** A note and the words it stands on. */
export interface Noted {
  readonly id: string;
  readonly span: Span;
}

export interface Numbered {
  readonly review: Review;
  readonly number: number;
}

/** `shown` are the statements to mark; `href` gives a statement's own address on this page; `noted` are words with notes. */
export function showText(
  article: StoredArticle,
  shown: readonly Numbered[],
  href: (one: Numbered) => string,
  t: T,
  noted: readonly Noted[] = [],
): ShownText {
  const byId = new Map(shown.map((one) => [one.review.statementId, one]));
  const marked = shown.map(({ review }) => ({ ...review, id: review.statementId }));
  const show = (block: TextBlock): ShownBlock => ({
    kind: block.block.kind,
    at: block.block.start,
    segments: withNear(block.segments.map((segment) => showSegment(segment, byId, href, t))),
  });
  const notes = noted.map(({ id, span }) => ({ id, content: [], cue: [], source: [], note: [span] }));
  const cut = cutText(article.text, article.blocks, [...marked, ...notes]);
  const title = cut.find(({ block }) => isTitle(article, block));
  return {
    headline: title ? show(title) : null,
    notes: shown.length > PRINTED ? [] : shown.map((one) => printedNote(one, t)),
    groups: groupBlocks(
      cut.filter((one) => one !== title),
      show,
      t,
    ),
  };
}

/** More than these fill pages nobody prints; the report holds them all. */
const PRINTED = 150;

const printedNote = ({ review, number }: Numbered, t: T): PrintedNote => {
  const { glyph } = statusOf(review.rating);
  const word = t(`rating.${review.rating}`);
  return { number, glyph, word, who: lineOf(review.provenance, t), reason: review.reason };
};

const isTitle = (article: StoredArticle, block: Block): boolean =>
  !block.setAside &&
  article.text.slice(block.start, block.end).replace(/\s+/g, ' ').trim() ===
    article.title.replace(/\s+/g, ' ').trim();

function groupBlocks(
  blocks: readonly TextBlock[],
  show: (block: TextBlock) => ShownBlock,
  t: T,
): ShownGroup[] {
  const groups: ShownGroup[] = [];
  let aside: TextBlock[] = [];
  const close = (): void => {
    if (aside.length > 0) groups.push({ aside: true, words: asideWords(aside, t), blocks: aside.map(show) });
    aside = [];
  };
  for (const block of blocks) {
    if (block.block.setAside) aside.push(block);
    else {
      close();
      groups.push({ aside: false, block: show(block) });
    }
  }
  close();
  return groups;
}

/** "Set aside: credit “Source: …”" — what kind of thing it is, and how it begins. */
function asideWords(blocks: readonly TextBlock[], t: T): string {
  const kinds = [...new Set(blocks.map(({ block }) => t(`block.${block.kind}`)))].join(', ');
  const first = blocks[0]?.segments.map((segment) => segment.text).join('') ?? '';
  const begins = first.replace(/\s+/g, ' ').trim();
  const words = begins.length > 60 ? `${begins.slice(0, 57).trimEnd()}…` : begins;
  return blocks.length === 1
    ? t('text.aside_one', { kinds, words })
    : t('text.aside', { n: blocks.length, kinds, words });
}

function showSegment(
  segment: TextSegment,
  byId: ReadonlyMap<string, Numbered>,
  href: (one: Numbered) => string,
  t: T,
): ShownSegment {
  const wraps = segment.layers.map(({ id, role }) => {
    if (role === 'note') return { number: 0, classes: 'noted' };
    const { review, number } = byId.get(id) ?? {};
    const classes =
      role === 'content' ? `m s-${review?.rating} ${review?.kind}` : role === 'cue' ? 'cue' : 'src';
    return { number: number ?? 0, classes };
  });
  const numbers = segment.opens.flatMap((id) => {
    const one = byId.get(id);
    return one ? [marginNumber(one, href, t)] : [];
  });
  const notes = segment.notes.map((id) => ({ id, label: t('notes.here') }));
  return { at: segment.start, text: segment.text, wraps, numbers, notes };
}

/** A line holds about this many letters; where lines are broken, only the browser knows. */
const LINE = 60;

/** The margin holds one number a line; those of further statements that begin on it stand before their words. */
function withNear(segments: readonly ShownSegment[]): readonly ShownSegment[] {
  let hung = Number.NEGATIVE_INFINITY;
  return segments.map((segment) => ({
    ...segment,
    numbers: segment.numbers.map((one) => {
      if (segment.at - hung < LINE) return { ...one, near: true };
      hung = segment.at;
      return one;
    }),
  }));
}

function marginNumber(one: Numbered, href: (one: Numbered) => string, t: T): MarginNumber {
  const { review, number } = one;
  const { code, glyph } = statusOf(review.rating);
  const speaker = review.provenance.speaker.name;
  return {
    number,
    href: href(one),
    rating: code,
    glyph,
    label: t('text.number', { number, status: t(`rating.${code}`), speaker }),
    near: false,
  };
}
