import { describe, expect, it } from 'vitest';
import { choose, type Weighed } from '../../../src/core/extract/choice.ts';

const range = (first: number, last: number) => ({ first, last });
const finding = (over: Partial<Weighed>): Weighed => ({
  cue: { ...range(10, 11), probability: 0.5 },
  head: 10,
  source: [range(8, 10)],
  content: [range(12, 20)],
  margin: 1,
  behind: 0,
  beliefs: new Float64Array(8),
  confidence: 0.6,
  fit: 0,
  ...over,
});

describe('the choice between findings', () => {
  it('keeps the surest of those whose cues overlap', () => {
    const wide = finding({
      cue: { ...range(10, 12), probability: 0.2 },
      content: [range(12, 14)],
      confidence: 0.7,
    });
    expect(choose([finding({}), wide], 0.5)).toMatchObject([{ confidence: 0.7, content: [range(12, 14)] }]);
  });

  it('takes contents that are mostly the same for one statement', () => {
    const noun = finding({
      cue: { ...range(5, 6), probability: 0.4 },
      content: [range(12, 19)],
      confidence: 0.55,
    });
    expect(choose([noun, finding({})], 0.5)).toHaveLength(1);
  });

  it('keeps a statement within another', () => {
    const inner = finding({ cue: { ...range(14, 15), probability: 0.4 }, content: [range(16, 19)] });
    expect(choose([finding({}), inner], 0.5)).toHaveLength(2);
  });

  it('cuts the cue as fits best among those that give the same content, even where that one is unsure', () => {
    const long = finding({ cue: { ...range(9, 11), probability: 0.1 }, confidence: 0.1, fit: 2 });
    expect(choose([finding({}), long], 0.5)[0]!.cue).toEqual(long.cue);
  });

  it('ends the content where the chain liked best when two readings are about as sure', () => {
    const { cue } = finding({});
    const first = finding({ cue, content: [range(12, 25)], confidence: 0.65, behind: 2 });
    const second = finding({ cue, confidence: 0.6 });
    expect(choose([first, second], 0.5)).toMatchObject([{ content: [range(12, 20)], confidence: 0.65 }]);
  });

  it('leaves out what is less sure than asked for', () => {
    expect(choose([finding({ confidence: 0.4 })], 0.5)).toEqual([]);
  });
});
