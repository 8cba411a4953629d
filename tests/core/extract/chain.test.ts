import { describe, expect, it } from 'vitest';
import { factorsOf, marginals } from '../../../src/core/extract/marginals.js';
import { fallOf, roleMarginals } from '../../../src/core/extract/role-marginals.js';
import { type Decoded, searchRoles } from '../../../src/core/extract/role-search.js';
import { isContent, isSource, ROLE, ROLE_LABELS, type RoleUnits } from '../../../src/core/extract/roles.js';

const LENGTH = 5;
const CONTEXTS = 3;
const { count, allowed, mayStart, mayEnd } = ROLE_LABELS;

/** Numbers between -2 and 2 that a seed settles. */
function numbers(seed: number, length: number): Float32Array {
  let state = seed;
  return Float32Array.from({ length }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state / 2 ** 32) * 4 - 2;
  });
}

const SCALE = 1 / 64;

interface Chain {
  readonly scores: Float32Array;
  readonly steps: Float32Array;
  readonly context: Uint16Array;
}

const chainOf = (seed: number): Chain => ({
  scores: numbers(seed, LENGTH * count).map((score, at) =>
    at % count === 0 ? 0 : Math.round(score / SCALE) * SCALE,
  ),
  steps: numbers(seed + 1000, CONTEXTS * count * count),
  context: Uint16Array.from({ length: LENGTH }, (_, t) => (t * seed) % CONTEXTS),
});

const unitsOf = ({ scores }: Chain): RoleUnits => ({
  units: Int32Array.from(scores, (score) => Math.round(score / SCALE)),
  scale: SCALE,
});

const search = (chain: Chain): Decoded => searchRoles(LENGTH, unitsOf(chain), chain.steps, chain.context);

/** Every sequence of labels there can be, with its score. */
function allPaths({ scores, steps, context }: Chain): { labels: number[]; score: number }[] {
  const paths: { labels: number[]; score: number }[] = [];
  const go = (labels: number[], score: number): void => {
    const t = labels.length;
    const last = labels.at(-1);
    if (t === LENGTH) {
      if (mayEnd[last!]) paths.push({ labels, score });
      return;
    }
    for (let label = 0; label < count; label++) {
      if (last === undefined ? !mayStart[label] : !allowed[last * count + label]) continue;
      const step = last === undefined ? 0 : steps[(context[t]! * count + last) * count + label]!;
      go([...labels, label], score + step + scores[t * count + label]!);
    }
  };
  go([], 0);
  return paths;
}

const bitsOf = (labels: readonly number[]): number =>
  (labels.some(isSource) ? 1 : 0) | (labels.some(isContent) ? 2 : 0);

describe('a chain', () => {
  const seeds = [1, 2, 3, 4, 5, 6, 7, 8];

  it.each(seeds)('is decoded to the best sequence of each kind (%i)', (seed) => {
    const chain = chainOf(seed);
    const paths = allPaths(chain);
    const decoded = search(chain);
    const found = [
      { bits: 0, score: decoded.nothing, labels: Array(LENGTH).fill(ROLE.none) },
      { bits: 2, score: decoded.unsourced, labels: [...decoded.unsourcedLabels()] },
      { bits: 3, score: decoded.sourced, labels: [...decoded.sourcedLabels()] },
    ];
    for (const { bits, score, labels } of found) {
      const own = paths.filter((path) => bitsOf(path.labels) === bits);
      const best = own.reduce((a, b) => (b.score > a.score ? b : a));
      expect(score).toBeCloseTo(best.score, 4);
      expect(labels).toEqual(best.labels);
    }
  });

  it.each(seeds)('knows the best sequence for every place where content may end (%i)', (seed) => {
    const chain = chainOf(seed);
    const paths = allPaths(chain);
    const { endingScores: endings, labelsEndingAt } = search(chain);
    const endingScores = endings();
    let ends = 0;
    for (let end = 1; end < LENGTH; end++) {
      const own = paths.filter(
        ({ labels }) =>
          bitsOf(labels) === 3 &&
          labels.findLastIndex((label) => label !== ROLE.none) === end &&
          isContent(labels[end]!),
      );
      if (own.length === 0) continue;
      const best = own.reduce((a, b) => (b.score > a.score ? b : a));
      expect(endingScores[end]).toBeCloseTo(best.score, 4);
      expect([...labelsEndingAt(end)]).toEqual(best.labels);
      ends++;
    }
    expect(ends).toBeGreaterThan(2);
  });

  it.each(seeds)('knows how probable each label is (%i)', (seed) => {
    const chain = chainOf(seed);
    const weights = allPaths(chain).map(({ labels, score }) => ({ labels, weight: Math.exp(score) }));
    const total = weights.reduce((sum, { weight }) => sum + weight, 0);
    const factors = factorsOf(chain.steps);
    const written = roleMarginals(LENGTH, unitsOf(chain), fallOf(SCALE), factors, chain.context);
    for (const { unary, logPartition } of [
      marginals(ROLE_LABELS, LENGTH, chain.scores, factors, chain.context),
      written,
    ]) {
      expect(logPartition).toBeCloseTo(Math.log(total), 6);
      for (let t = 0; t < LENGTH; t++) {
        for (let label = 0; label < count; label++) {
          const own = weights.filter(({ labels }) => labels[t] === label);
          const share = own.reduce((sum, { weight }) => sum + weight, 0) / total;
          expect(unary[t * count + label]).toBeCloseTo(share, 6);
        }
      }
    }
  });
});
