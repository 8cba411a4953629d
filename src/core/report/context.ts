// A statement's words where they stand in the article: enough around them to be read, no more.
import type { ArticleText } from '../article.js';
import type { Span } from '../span.js';
import type { Segment } from './model.js';

/** Characters kept on each side of the statement, and between two pieces of one. */
const AROUND = 240;

interface Parts {
  readonly content: readonly Span[];
  readonly cue: readonly Span[];
  readonly source: readonly Span[];
}

type Role = Segment['role'];
type Marked = Span & { readonly role: Role };

/** The excerpt as segments in text order; source, cue and content keep their roles. */
export function contextOf(article: Pick<ArticleText, 'text' | 'blocks'>, parts: Parts): readonly Segment[] {
  const hull = hullOf(parts.content);
  if (!hull) return [];
  const window = windowOf(article, hull, [...parts.cue, ...parts.source]);
  const marked = markedIn(parts, window);
  const segments: Segment[] = [];
  if (window.cutBefore) segments.push({ role: 'cut', text: '…' });
  let at = window.start;
  for (const span of marked) {
    if (span.start < at) continue;
    if (span.start > at) segments.push(...between(article.text, at, span.start, segments.length > 0));
    segments.push({ role: span.role, text: article.text.slice(span.start, span.end) });
    at = span.end;
  }
  if (at < window.end) segments.push({ role: 'plain', text: article.text.slice(at, window.end) });
  if (window.cutAfter) segments.push({ role: 'cut', text: '…' });
  return segments;
}

function hullOf(spans: readonly Span[]): Span | null {
  const first = spans[0];
  if (!first) return null;
  return spans.reduce<Span>(
    (hull, span) => ({ start: Math.min(hull.start, span.start), end: Math.max(hull.end, span.end) }),
    first,
  );
}

/** The hull, widened to nearby source and cue and to some text around, kept inside its own blocks. */
function windowOf({ text, blocks }: Pick<ArticleText, 'text' | 'blocks'>, hull: Span, near: readonly Span[]) {
  const close = near.filter((span) => span.start >= hull.start - AROUND && span.end <= hull.end + AROUND);
  const wide = hullOf([hull, ...close]) ?? hull;
  const blockStart = blocks[firstWhere(blocks, (block) => block.start > wide.start) - 1]?.start ?? 0;
  const blockEnd = blocks[firstWhere(blocks, (block) => block.end >= wide.end)]?.end ?? text.length;
  const start = snapBack(text, Math.max(blockStart, wide.start - AROUND), blockStart, wide.start);
  const end = snapOn(text, Math.min(blockEnd, wide.end + AROUND), blockEnd, wide.end);
  return { start, end, cutBefore: start > blockStart, cutAfter: end < blockEnd };
}

/** Index of the first that holds, by halves: where one holds, all after it do. The length where none does. */
function firstWhere<T>(all: readonly T[], holds: (one: T) => boolean): number {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(all[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** To the start of a word, so that no excerpt opens in the middle of one. */
function snapBack(text: string, start: number, floor: number, ceiling: number): number {
  if (start <= floor) return Math.min(floor, ceiling);
  const space = text.slice(start, ceiling).search(/\s/);
  return space < 0 ? ceiling : start + space + 1;
}

function snapOn(text: string, end: number, ceiling: number, floor: number): number {
  if (end >= ceiling) return Math.max(ceiling, floor);
  const space = text.slice(floor, end).search(/\s\S*$/);
  return space < 0 ? floor : floor + space;
}

function markedIn(parts: Parts, window: Span): readonly Marked[] {
  const all: Marked[] = [
    ...parts.content.map((span): Marked => ({ ...span, role: 'content' })),
    ...parts.cue.map((span): Marked => ({ ...span, role: 'cue' })),
    ...parts.source.map((span): Marked => ({ ...span, role: 'source' })),
  ];
  return all
    .filter((span) => span.start >= window.start && span.end <= window.end && span.end > span.start)
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

function between(text: string, start: number, end: number, inside: boolean): Segment[] {
  if (!inside || end - start <= 2 * AROUND) return [{ role: 'plain', text: text.slice(start, end) }];
  return [
    { role: 'plain', text: text.slice(start, snapOn(text, start + AROUND, end, start)) },
    { role: 'cut', text: ' … ' },
    { role: 'plain', text: text.slice(snapBack(text, end - AROUND, start, end), end) },
  ];
}
