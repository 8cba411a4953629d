// Which of the newer version's own statements each carried one is, and whether its attribution changed with it.
import type { Span } from '../span.js';
import type { Alignment } from './alignment.js';
import { tokensOf } from './tokens.js';
import type { CarriedStatement, Part, Placement } from './version.js';

/** Of the words of both contents together, so many must be common. */
const LEAST_COMMON = 0.4;

/** For each placement the newer statement that covers the same words best; each newer statement goes to one. */
export function correspondences(
  alignment: Alignment,
  placements: readonly Placement[],
  newer: readonly CarriedStatement[],
): (CarriedStatement | undefined)[] {
  const { tokens } = alignment.newer;
  const sizes = newer.map((statement) => wordsOf(statement.content).length);
  const holders = new Map<number, number[]>();
  for (const [index, statement] of newer.entries())
    for (const at of wordsOf(statement.content)) {
      const list = holders.get(at);
      if (list === undefined) holders.set(at, [index]);
      else list.push(index);
    }
  const likely: { from: number; to: number; common: number }[] = [];
  for (const [from, placement] of placements.entries()) {
    const words = wordsOf(placement.content);
    const counts = new Map<number, number>();
    for (const at of words) for (const to of holders.get(at) ?? []) counts.set(to, (counts.get(to) ?? 0) + 1);
    for (const [to, count] of counts) {
      const common = count / (words.length + sizes[to]! - count);
      if (common >= LEAST_COMMON) likely.push({ from, to, common });
    }
  }
  likely.sort((a, b) => b.common - a.common || a.from - b.from || a.to - b.to);
  const partners: (CarriedStatement | undefined)[] = placements.map(() => undefined);
  const taken = new Set<number>();
  for (const { from, to } of likely) {
    if (partners[from] !== undefined || taken.has(to)) continue;
    partners[from] = newer[to];
    taken.add(to);
  }
  return partners;

  function wordsOf(spans: readonly Span[]): number[] {
    const words = new Set<number>();
    for (const span of spans) {
      const [first, end] = tokensOf(tokens, span.start, span.end);
      for (let at = first; at < end; at++) words.add(at);
    }
    return [...words];
  }
}

/**
 * The parts of the attribution the newer statement gives otherwise. Where the sentence itself is word for word the
 * same, only a speaker resolved otherwise counts: other spans there are an editor's correction, not the article's.
 */
export function changedAttribution(
  alignment: Alignment,
  older: CarriedStatement,
  newer: CarriedStatement,
): Part[] {
  const changed: Part[] = [];
  if (!sentencesStayed(alignment, older)) {
    if (older.via !== undefined && newer.via !== undefined && older.via.join('\n') !== newer.via.join('\n'))
      changed.push('via');
    if (!sameForms(alignment, older.cue, newer.cue)) changed.push('cue');
    if (!sameForms(alignment, older.source, newer.source)) changed.push('source');
  }
  if (older.speaker !== undefined && newer.speaker !== undefined && older.speaker !== newer.speaker)
    changed.push('speaker');
  return changed;
}

function sentencesStayed(alignment: Alignment, statement: CarriedStatement): boolean {
  const { older, newer, became } = alignment;
  const sentences = new Set<number>();
  for (const span of [...statement.content, ...statement.cue, ...statement.source]) {
    const [first, end] = tokensOf(older.tokens, span.start, span.end);
    for (let at = first; at < end; at++) sentences.add(older.sentences.of[at]!);
  }
  for (const sentence of sentences) {
    const first = older.sentences.first[sentence]!;
    const end = older.sentences.first[sentence + 1]!;
    for (let at = first; at < end; at++) {
      const to = became[at]!;
      if (to < 0 || older.tokens.ids[at] !== newer.tokens.ids[to]) return false;
      if (at > first && to !== became[at - 1]! + 1) return false;
    }
    const start = became[first]!;
    const there = newer.sentences.of[start]!;
    if (newer.sentences.first[there] !== start || newer.sentences.first[there + 1] !== start + end - first)
      return false;
  }
  return true;
}

function sameForms(alignment: Alignment, older: readonly Span[], newer: readonly Span[]): boolean {
  const there = formsOf(alignment.older.tokens, older);
  const now = formsOf(alignment.newer.tokens, newer);
  return there.length === now.length && there.every((id, at) => id === now[at]);
}

function formsOf(tokens: Alignment['older']['tokens'], spans: readonly Span[]): number[] {
  return spans.flatMap((span) => {
    const [first, end] = tokensOf(tokens, span.start, span.end);
    return [...tokens.ids.slice(first, end)];
  });
}
