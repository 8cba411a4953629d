// Regions: stretches of both versions to be weighed together, from one anchor that holds the same words to the next.
import { type Pair, sameWords } from './pairs.js';
import type { Reading } from './weights.js';

/** Sentences of both, in the order to weigh them in. */
export interface Region {
  readonly older: readonly number[];
  readonly newer: readonly number[];
}

/** Past about this many pairs of words a region ends at its next anchor, so that time stays bounded. */
const CELLS_TO_CLOSE_AT = 60_000;
/** Pairs of words in a pair of sentences of usual length. */
const CELLS_IN_SENTENCES = 600;

/**
 * Walks the older sentences. A region runs from one anchor to the next; an anchor between two open stretches belongs
 * to both, since a sentence may have been split or joined beside it.
 */
export function regionsBetween(older: Reading, newer: Reading, anchors: readonly Pair[]): Region[] {
  const partner = new Int32Array(older.sentences.count).fill(-1);
  const anchored = new Uint8Array(newer.sentences.count);
  for (const pair of anchors) {
    partner[pair.older] = pair.newer;
    anchored[pair.newer] = 1;
  }
  const after = (newerAt: number): number[] => {
    const run: number[] = [];
    for (let at = newerAt + 1; at < anchored.length && anchored[at] === 0; at++) run.push(at);
    return run;
  };
  const before = (newerAt: number): number[] => {
    const run: number[] = [];
    for (let at = newerAt - 1; at >= 0 && anchored[at] === 0; at--) run.unshift(at);
    return run;
  };

  const regions: Region[] = [];
  let olderRun: number[] = [];
  let newerRun: number[] = [];
  let cellsOpen = 0;
  const close = (): void => {
    if (olderRun.length > 0 && newerRun.length > 0) regions.push({ older: olderRun, newer: newerRun });
    olderRun = [];
    newerRun = [];
    cellsOpen = 0;
  };
  let left = -1;
  for (let right = 0; right <= older.sentences.count; right++) {
    const atEnd = right === older.sentences.count;
    if (!atEnd && partner[right] === -1) continue;
    const leftPartner = left === -1 ? -1 : partner[left]!;
    const rightPartner = atEnd ? newer.sentences.count : partner[right]!;
    const gap: number[] = [];
    for (let at = left + 1; at < right; at++) gap.push(at);
    const ahead = after(leftPartner);
    const collinear = leftPartner + ahead.length + 1 === rightPartner;
    const across = collinear ? ahead : [...ahead, ...before(rightPartner)];
    const open = gap.length > 0 || across.length > 0;
    if (!open) close();
    olderRun.push(...gap);
    newerRun.push(...across);
    if (!atEnd) {
      const same = sameWords(older, right, newer, rightPartner);
      if (same) close();
      olderRun.push(right);
      newerRun.push(rightPartner);
      cellsOpen = olderRun.length * newerRun.length * CELLS_IN_SENTENCES;
      if (same || cellsOpen > CELLS_TO_CLOSE_AT) close();
    }
    left = right;
  }
  close();
  return regions;
}
