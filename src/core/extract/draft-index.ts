// Drafts by where they lie, so that a rule looks only at those near it, however long the text.
import type { Draft } from './draft.js';
import type { Window } from './window.js';

const STRIDE = 128;

export interface DraftIndex {
  add(draft: Draft, key: number): void;
  /** Keys of drafts whose cue, source or content may touch the range; never one twice. */
  near(range: Window): readonly number[];
}

export function indexDrafts(drafts: readonly Draft[]): DraftIndex {
  const cells = new Map<number, number[]>();
  const add = (draft: Draft, key: number): void => {
    const ranges = [...draft.source, ...draft.content, ...(draft.cue ? [draft.cue] : [])];
    const own = new Set<number>();
    for (const { first, last } of ranges) {
      for (let cell = Math.floor(first / STRIDE); cell <= Math.floor((last - 1) / STRIDE); cell++)
        own.add(cell);
    }
    for (const cell of own) {
      const keys = cells.get(cell);
      if (keys) keys.push(key);
      else cells.set(cell, [key]);
    }
  };
  const near = ({ first, last }: Window): number[] => {
    const keys = new Set<number>();
    for (let cell = Math.floor(first / STRIDE); cell <= Math.floor((last - 1) / STRIDE); cell++) {
      for (const key of cells.get(cell) ?? []) keys.add(key);
    }
    return [...keys];
  };
  drafts.forEach(add);
  return { add, near };
}

/** From the first token of a draft to its last. */
export function extentOf({ source, content, cue }: Draft): Window {
  const ranges = [...source, ...content, ...(cue ? [cue] : [])];
  return {
    first: Math.min(...ranges.map(({ first }) => first)),
    last: Math.max(...ranges.map(({ last }) => last)),
  };
}
