// Texts in which one line looks like another: a statement may be lost there, and is never put on another's words.
import { describe, expect, it } from 'vitest';
import { carryOver } from '../../../src/core/anchor/carry-over.ts';
import { hostileCase, KINDS, type Kind } from './hostile.ts';

/** What is found again, at least. Where a line stands twice word for word and one of the two went, nobody can tell. */
const LEAST_RIGHT: Readonly<Record<Kind, number>> = {
  names: 0.95,
  'live blog': 0.95,
  table: 0.9,
  headlines: 0.75,
  copies: 0.7,
  arabic: 0.95,
  chinese: 0.98,
  quotations: 0.75,
};

describe.each(KINDS)('lines that look alike: %s', (kind) => {
  it('are never put on one another’s words', () => {
    let right = 0;
    for (let seed = 1; seed <= 6; seed++) {
      const { older, newer, wrong, right: share } = hostileCase(kind, seed);
      const placements = carryOver(older, newer);
      expect(wrong(placements), `seed ${seed}`).toEqual([]);
      right += share(placements) / 6;
    }
    expect(right).toBeGreaterThan(LEAST_RIGHT[kind]);
  });

  it('all stay where nothing changed', () => {
    const { older } = hostileCase(kind, 1);
    expect(carryOver(older, older).map(({ status }) => status)).toEqual(older.statements.map(() => 'kept'));
  });
});
