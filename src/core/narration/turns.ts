// Turns of a transcript: paragraphs that begin with the same few labels over and over ("Q:", "A:", a surname).
// They are somebody's words, whoever was found for them.
import type { Reading } from '../extract/reading.js';
import { skipOpening } from './opening.js';

const LABEL =
  /^(?:\*\*|__)?(\p{Lu}[\p{L}\p{M}.'’-]{0,24}(?: \p{Lu}[\p{L}\p{M}.'’-]{0,24}){0,3}) ?(?:\([^)]{0,40}\))? ?:(?:\*\*|__)?\s/u;

/** Indexes of the blocks that are turns. A label makes turns when it comes back. */
export function turnLabels({ text, blocks }: Reading): Set<number> {
  const byLabel = new Map<string, number[]>();
  for (const [at, block] of blocks.entries()) {
    if (block.setAside) continue;
    const head = text.slice(block.start, Math.min(block.end, block.start + 160));
    const label = LABEL.exec(head.slice(skipOpening(head, false)))?.[1];
    if (label === undefined) continue;
    const turns = byLabel.get(label) ?? [];
    turns.push(at);
    byLabel.set(label, turns);
  }
  return new Set([...byLabel.values()].filter((turns) => turns.length > 1).flat());
}
