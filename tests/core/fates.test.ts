// What became of each statement over one or more newer versions.
import { describe, expect, it } from 'vitest';
import type { Placement } from '../../src/core/event.ts';
import { fatesBetween, type Told } from '../../src/core/fates.ts';
import type { Review } from '../../src/core/review.ts';
import { fresh } from './a-review.ts';

const own = (id: string): Review => ({ ...fresh(), statementId: id });
const from = (id: string, older: string, placement: Placement, changed = ''): Review => ({
  ...own(id),
  carried: { from: older, fromArticle: 'before', placement, changed },
});
const version = (
  reviews: readonly Review[],
  lost: Partial<Pick<Told, 'dropped' | 'orphaned'>> = {},
): Told => ({
  reviews,
  dropped: [],
  orphaned: [],
  ...lost,
});

describe('fatesBetween', () => {
  it('tells each fate once, the lost ones last', () => {
    const versions = [
      version([own('a'), own('b'), own('c'), own('d')], { dropped: ['c'], orphaned: ['d'] }),
      version([from('b2', 'b', 'reworded', '“12” became “15”.'), own('n'), from('a2', 'a', 'kept')]),
    ];
    expect(fatesBetween(versions)).toEqual([
      { status: 'reworded', older: 'b', newer: 'b2', changed: '“12” became “15”.' },
      { status: 'new', older: null, newer: 'n', changed: '' },
      { status: 'kept', older: 'a', newer: 'a2', changed: '' },
      { status: 'dropped', older: 'c', newer: null, changed: '' },
      { status: 'orphaned', older: 'd', newer: null, changed: '' },
    ]);
  });

  it('follows statements over several versions, and never forgets what changed on the way', () => {
    const versions = [
      version([own('a'), own('b')]),
      version([from('a2', 'a', 'reworded', 'One.'), from('b2', 'b', 'moved'), own('n2')], { dropped: [] }),
      version([from('a3', 'a2', 'kept'), from('n3', 'n2', 'reworded', 'Two.')]),
    ];
    const told = [versions[0]!, { ...versions[1]!, orphaned: ['b2'] }, versions[2]!];
    expect(fatesBetween(told)).toEqual([
      { status: 'reworded', older: 'a', newer: 'a3', changed: 'One.' },
      { status: 'new', older: null, newer: 'n3', changed: '' },
      { status: 'orphaned', older: 'b', newer: null, changed: '' },
    ]);
  });
});
