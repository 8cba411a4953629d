// Turns of a transcript: paragraphs that begin with the same few labels over and over ("Q:", "A:", a surname).
// They are somebody's words, whoever was found for them; those of the one who asks are no statements at all.

import { opensInStudio, skipOpening } from '../blocks/opening.js';
import type { Reading } from './reading.js';

const LABEL =
  /^(?:\*\*|__)?(\p{Lu}[\p{L}\p{M}.'’-]{0,24}(?: \p{Lu}[\p{L}\p{M}.'’-]{0,24}){0,3}) ?(?:\([^)]{0,40}\))? ?:(?:\*\*|__)?\s/u;

/** A transcript quoted whole may open every paragraph with a mark. */
const OPENING_MARK = /^["“„«]/;

export interface Turns {
  /** Indexes of all blocks that are turns. */
  readonly all: ReadonlySet<number>;
  /** Those of the interviewer: the label whose turns mostly end in a question. */
  readonly interviewer: ReadonlySet<number>;
}

/** "LEE (VIA INTERPRETER): …": a script's note of how the voice is heard. */
const VOICED = /^[^:]{2,60}\((?:via|through|speaking|voice|translated|archive)\b[^):]*\) ?:/i;

/** A label makes turns when it comes back; in capitals once is enough in a broadcast, which has a studio, or with a note. */
export function findTurns({ text, blocks }: Reading): Turns {
  const byLabel = new Map<string, number[]>();
  const voiced = new Set<string>();
  let isBroadcast = false;
  for (const [at, block] of blocks.entries()) {
    if (block.setAside) continue;
    const head = text.slice(block.start, Math.min(block.end, block.start + 160));
    if (opensInStudio(head)) {
      isBroadcast = true;
      continue;
    }
    const label = LABEL.exec(head.slice(skipOpening(head, false)).replace(OPENING_MARK, ''))?.[1];
    if (label === undefined) continue;
    const turns = byLabel.get(label) ?? [];
    turns.push(at);
    if (VOICED.test(head)) voiced.add(label);
    byLabel.set(label, turns);
  }
  const repeated = [...byLabel]
    .filter(
      ([label, turns]) => turns.length > 1 || ((isBroadcast || voiced.has(label)) && isInCapitals(label)),
    )
    .map(([, turns]) => turns);
  const asks = (at: number): boolean =>
    /\?["”’)\]]*$/.test(text.slice(Math.max(0, blocks[at]!.end - 8), blocks[at]!.end));
  const interviewer = repeated.filter((turns) => turns.filter(asks).length >= turns.length / 2);
  return {
    all: new Set(repeated.flat()),
    interviewer: new Set(
      interviewer.length < repeated.length || repeated.length === 1 ? interviewer.flat() : [],
    ),
  };
}

const isInCapitals = (label: string): boolean => label.length > 1 && label === label.toUpperCase();
