import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { putScore, SCORE_MOST, scoreOf } from '../../../src/core/extract/score-table.ts';

describe('a table of weights by key', () => {
  it('gives back what was put in, and nothing for keys it does not hold', () => {
    const weights = fc.uniqueArray(
      fc.tuple(fc.integer(), fc.integer({ min: -SCORE_MOST, max: SCORE_MOST })),
      {
        selector: ([key]) => key >>> 8,
        maxLength: 20,
      },
    );
    fc.assert(
      fc.property(weights, fc.integer(), (entries, other) => {
        const table = { rows: new Int32Array(64), scale: 0.5, bias: -1 };
        for (const [key, units] of entries) putScore(table.rows, key, units);
        for (const [key, units] of entries) {
          if (key >>> 8 > 1) expect(scoreOf(table, Int32Array.of(key))).toBe(units * 0.5 - 1);
        }
        fc.pre(entries.every(([key]) => key >>> 8 !== other >>> 8) && other >>> 8 > 1);
        expect(scoreOf(table, Int32Array.of(other))).toBe(-1);
      }),
    );
  });
});
