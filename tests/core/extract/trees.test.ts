import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hopesOf, logOdds, probabilityFrom, type Trees } from '../../../src/core/extract/trees.ts';

const DEPTH = 2;
const FEATURES = 4;
const number = fc.double({ min: -4, max: 4, noNaN: true });
const tree = fc.record({
  features: fc.array(fc.nat(FEATURES - 1), { minLength: 3, maxLength: 3 }),
  thresholds: fc.array(number, { minLength: 3, maxLength: 3 }),
  leaves: fc.array(number, { minLength: 4, maxLength: 4 }),
});
const sum = fc.array(tree, { minLength: 1, maxLength: 9 }).map(
  (trees): Trees => ({
    depth: DEPTH,
    bias: -0.5,
    features: Uint8Array.from(trees.flatMap(({ features }) => features)),
    thresholds: Float64Array.from(trees.flatMap(({ thresholds }) => thresholds)),
    leaves: Float32Array.from(trees.flatMap(({ leaves }) => leaves)),
  }),
);
const values = fc.array(number, { minLength: FEATURES, maxLength: FEATURES });

describe('a sum of trees left off where it has no hope', () => {
  it('gives the whole sum’s probability wherever that reaches the least asked for, and no more where it does not', () => {
    fc.assert(
      fc.property(sum, values, fc.double({ min: 0, max: 0.9, noNaN: true }), (trees, numbers, least) => {
        const evidence = Float64Array.from(numbers);
        const whole = 1 / (1 + Math.exp(-logOdds(trees, evidence)));
        const found = probabilityFrom(trees, hopesOf(trees), evidence, least);
        if (whole >= least) expect(found).toBe(whole);
        else expect([0, whole]).toContain(found);
      }),
    );
  });
});
