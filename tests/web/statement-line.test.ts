// How the words reached us, as the panel shows it.
import { describe, expect, it } from 'vitest';
import type { Provenance } from '../../src/core/event.ts';
import { chainOf } from '../../src/web/bench/statement-line.ts';
import { wordsIn } from '../../src/web/words/words.ts';

const provenance = {
  speaker: { name: 'Ann Lee', type: 'person', role: null, affiliation: null },
  via: [],
  channel: null,
  saidOn: null,
} as unknown as Provenance;
const detailWith = (cues: readonly string[]): string | undefined =>
  chainOf(provenance, cues, 'The Gazette', wordsIn('en'))[0]?.detail;

describe('the chain', () => {
  it('shows the article’s verb with who spoke', () => {
    expect(detailWith(['claimed'])).toContain('claimed');
  });

  it('shows no bare colon or dash', () => {
    expect(detailWith([':'])).toBe(detailWith([]));
    expect(detailWith(['–'])).toBe('');
  });
});
