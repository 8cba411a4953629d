// Two items that are one wire story: their origins count once, in every gate, and it can be taken back.
import { describe, expect, test } from 'vitest';
import type { StatementAct } from '../../src/core/event.js';
import { originsFor } from '../../src/core/evidence.js';
import { missingFor, refusesCredibility } from '../../src/core/gates.js';
import type { Review } from '../../src/core/review.js';
import { CONFIRM, fresh, item, JONAS, MINISTER, reviewAfter, signing } from './a-review.js';

const merge = (evidenceId: string, sameAs: string): StatementAct => ({
  kind: 'origins_merged',
  payload: { evidenceId, sameAs },
});
const part = (evidenceId: string): StatementAct => ({ kind: 'origins_parted', payload: { evidenceId } });
const evidenced = (...acts: StatementAct[]): Review => reviewAfter(fresh(), [CONFIRM, ...acts]);
const independent = (review: Review): number => originsFor(review.evidence, 'supports', MINISTER).size;
const KESTREL = item('k', 'supports', 'Kestrel');
const COURIER = item('c', 'supports', 'Harbour Courier');
const WATCH = item('w', 'supports', 'Harbour Watch');

describe('items found to be one story', () => {
  test('count as one origin, and apart again', () => {
    expect(independent(evidenced(KESTREL, COURIER))).toBe(2);
    const merged = evidenced(KESTREL, COURIER, merge('c', 'k'));
    expect(independent(merged)).toBe(1);
    expect(missingFor(merged, 'corroborated', '')).not.toEqual([]);
    expect(missingFor(merged, 'verified', '')).toEqual([]);
    expect(independent(reviewAfter(merged, [part('k')]))).toBe(2);
  });

  test('stay one when a third joins, whichever end it joins, and one leaves', () => {
    for (const third of [merge('w', 'k'), merge('k', 'w'), merge('w', 'c'), merge('c', 'w')]) {
      const all = evidenced(KESTREL, COURIER, WATCH, merge('c', 'k'), third);
      expect(independent(all)).toBe(1);
      expect(independent(reviewAfter(all, [part('k')]))).toBe(2);
      expect(independent(reviewAfter(all, [part('c')]))).toBe(2);
    }
  });

  test('make one origin of whatever else rests on either', () => {
    const again = item('k2', 'supports', 'The Kestrel');
    expect(independent(evidenced(KESTREL, COURIER, again, merge('c', 'k')))).toBe(1);
    expect(independent(evidenced(KESTREL, COURIER, WATCH, again, merge('c', 'k')))).toBe(2);
  });

  test('establish nothing where one of them traces the story to the speaker', () => {
    const own = item('m', 'supports', MINISTER.affiliation ?? '');
    const merged = evidenced(KESTREL, own, merge('k', 'm'));
    expect(independent(merged)).toBe(0);
    expect(missingFor(merged, 'verified', '')).not.toEqual([]);
    const other = evidenced(KESTREL, own, item('k2', 'supports', 'Kestrel'), merge('k', 'm'));
    expect(independent(other)).toBe(1);
  });

  test('do not confirm each other', () => {
    const merged = evidenced(KESTREL, COURIER, merge('c', 'k'));
    expect(refusesCredibility(evidenced(KESTREL, COURIER), 'k', 1)).toBeNull();
    expect(refusesCredibility(merged, 'k', 1)).toMatch(/confirmed by others/);
    const graded = evidenced(KESTREL, COURIER, {
      kind: 'credibility_graded',
      payload: { evidenceId: 'k', credibility: 1 },
    });
    expect(reviewAfter(graded, [merge('c', 'k')]).evidence[0]?.credibility).toBe(6);
  });

  test('take a rating that needed two, and a sign-off, along', () => {
    const rated = evidenced(KESTREL, COURIER, WATCH, {
      kind: 'rated',
      payload: { rating: 'corroborated', reason: '', secondSignature: true },
    });
    const signed = reviewAfter(rated, [signing(rated)], JONAS);
    const stillTwo = reviewAfter(signed, [merge('c', 'k')]);
    expect(stillTwo).toMatchObject({ rating: 'corroborated', signOff: null });
    expect(stillTwo.fellBack?.because).toBe(
      'Two items of evidence were found to be the same story after the sign-off.',
    );
    const one = reviewAfter(signed, [merge('c', 'k'), merge('w', 'k')]);
    expect(one).toMatchObject({ rating: 'unchecked', signOff: null });
    expect(one.fellBack?.because).toContain('“corroborated” no longer holds');
  });

  test.each([
    ['an item with itself', [merge('k', 'k')], /another item/],
    ['what is one already', [merge('c', 'k'), merge('k', 'c')], /one story already/],
    ['what is not there', [merge('k', 'x')], /not here/],
    [
      'what was withdrawn',
      [
        { kind: 'evidence_withdrawn', payload: { evidenceId: 'c', reason: 'Fake.' } } as const,
        merge('k', 'c'),
      ],
      /not here/,
    ],
    ['what is alone', [part('k')], /for itself already/],
  ] as const)('refuses %s', (_what, acts, sentence) => {
    expect(() => evidenced(KESTREL, COURIER, ...acts)).toThrow(sentence);
  });

  test('leave an item that was never part of one as it was, to the byte', () => {
    const before = evidenced(KESTREL, COURIER);
    const there = reviewAfter(before, [merge('c', 'k'), part('c')]);
    expect(JSON.stringify(there.evidence)).toBe(JSON.stringify(before.evidence));
  });
});
