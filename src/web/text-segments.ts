// An article's text cut at every boundary of a source, cue or content, so that any mark, however it overlaps, can be shown.
import type { Block } from '../core/article.js';
import type { Span } from '../core/span.js';

export type Role = 'content' | 'cue' | 'source' | 'note';

/** The parts of one statement as they stand in its review, or the words that a note stands on. */
export interface Marked {
  readonly id: string;
  readonly content: readonly Span[];
  readonly cue: readonly Span[];
  readonly source: readonly Span[];
  readonly note?: readonly Span[];
}

export interface Layer {
  readonly id: string;
  readonly role: Role;
}

export interface TextSegment {
  /** Offset in the article's text, in UTF-16 units. */
  readonly start: number;
  readonly text: string;
  /** Whose words these are, widest span first. */
  readonly layers: readonly Layer[];
  /** Statements whose content begins here. */
  readonly opens: readonly string[];
  /** Notes whose words begin here. */
  readonly notes: readonly string[];
}

export interface TextBlock {
  readonly block: Block;
  readonly segments: readonly TextSegment[];
}

interface LayerSpan extends Span, Layer {
  readonly first: boolean;
}

/** Every block of `text` as segments. The segments of a block, set side by side, are its exact text. */
export function cutText(
  text: string,
  blocks: readonly Block[],
  statements: readonly Marked[],
): readonly TextBlock[] {
  const spans = statements.flatMap(layersOf).sort((a, b) => a.start - b.start);
  let next = 0;
  let open: LayerSpan[] = [];
  return blocks.map((block) => {
    while (next < spans.length && spans[next]!.start < block.end) open.push(spans[next++]!);
    open = open.filter((span) => span.end > block.start);
    return { block, segments: cutBlock(text, block, open) };
  });
}

function layersOf(statement: Marked): LayerSpan[] {
  const { id } = statement;
  const begins = Math.min(...statement.content.map((span) => span.start));
  return (['content', 'source', 'cue', 'note'] as const).flatMap((role) =>
    (statement[role] ?? []).map((span) => ({
      ...span,
      id,
      role,
      first: role === 'note' || (role === 'content' && span.start === begins),
    })),
  );
}

function cutBlock(text: string, block: Span, spans: readonly LayerSpan[]): TextSegment[] {
  const opening = new Map<number, LayerSpan[]>();
  const cuts = new Set([block.start, block.end]);
  for (const span of spans) {
    const start = Math.max(span.start, block.start);
    cuts.add(start);
    cuts.add(Math.min(span.end, block.end));
    opening.set(start, [...(opening.get(start) ?? []), span]);
  }
  const points = [...cuts].sort((a, b) => a - b);
  const segments: TextSegment[] = [];
  let active: LayerSpan[] = [];
  for (let at = 0; at + 1 < points.length; at++) {
    const start = points[at]!;
    const opened = opening.get(start) ?? [];
    active = [...active.filter((span) => span.end > start), ...opened].sort(widestFirst);
    segments.push({
      start,
      text: text.slice(start, points[at + 1]),
      layers: active.map(({ id, role }) => ({ id, role })),
      opens: beginning(opened, start, 'content'),
      notes: beginning(opened, start, 'note'),
    });
  }
  return segments;
}

const beginning = (opened: readonly LayerSpan[], start: number, role: Role): readonly string[] =>
  opened.filter((span) => span.first && span.role === role && span.start === start).map((span) => span.id);

const widestFirst = (a: LayerSpan, b: LayerSpan): number =>
  b.end - b.start - (a.end - a.start) || a.start - b.start;
