// What became of each statement between two versions of an article, from what their logs recorded.
import type { PlacementStatus } from './anchor/version.js';
import type { Review } from './review.js';

export interface Fate {
  readonly status: PlacementStatus;
  /** Statement ids; null where the version has none. */
  readonly older: string | null;
  readonly newer: string | null;
  /** What of it changed, in sentences; empty unless it was reworded. */
  readonly changed: string;
}

/** A version of a story: its statements, and those its successor could not take over. */
export interface Told {
  readonly reviews: readonly Review[];
  /** Where each of these two lists came from: the `superseded` event; both empty for the newest version. */
  readonly dropped: readonly string[];
  readonly orphaned: readonly string[];
}

/** From the first of `versions` to the last, each the successor of the one before: the newer one's statements in order, then the lost ones. */
export function fatesBetween(versions: readonly Told[]): Fate[] {
  const [first, ...later] = versions;
  if (!first) return [];
  let fates: Fate[] = first.reviews.map(({ statementId: id }) => ({
    status: 'kept',
    older: id,
    newer: id,
    changed: '',
  }));
  let before = first;
  for (const version of later) {
    fates = step(fates, before, version);
    before = version;
  }
  return fates;
}

function step(fates: readonly Fate[], before: Told, version: Told): Fate[] {
  const known = new Map(fates.map((fate) => [fate.newer, fate]));
  const reached = version.reviews.map((review): Fate => {
    const { statementId: newer, carried } = review;
    const was = carried && known.get(carried.from);
    if (!carried || !was) return { status: 'new', older: null, newer, changed: '' };
    if (was.status === 'new') return { ...was, newer };
    const changed = [was.changed, carried.changed].filter((sentence) => sentence !== '').join(' ');
    return { status: worse(was.status, carried.placement), older: was.older, newer, changed };
  });
  const gone = new Set([...before.dropped, ...before.orphaned]);
  const orphaned = new Set(before.orphaned);
  const lost = fates.flatMap((fate): Fate[] => {
    if (fate.newer === null) return [fate];
    if (fate.older === null || !gone.has(fate.newer)) return [];
    return [
      {
        status: orphaned.has(fate.newer) ? 'orphaned' : 'dropped',
        older: fate.older,
        newer: null,
        changed: '',
      },
    ];
  });
  return [...reached, ...lost];
}

const ORDER: readonly PlacementStatus[] = ['kept', 'moved', 'reworded', 'dropped', 'orphaned', 'new'];

const worse = (a: PlacementStatus, b: PlacementStatus): PlacementStatus =>
  ORDER.indexOf(a) >= ORDER.indexOf(b) ? a : b;
