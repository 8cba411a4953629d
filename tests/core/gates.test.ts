import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StatementAct } from '../../src/core/event.js';
import { missingFor } from '../../src/core/gates.js';
import { CREDIBILITIES, RATINGS, type Rating, RELIABILITIES, STANCES } from '../../src/core/rating.js';
import type { Review } from '../../src/core/review.js';
import { SPEAKER_TYPES, type Speaker } from '../../src/core/statement.js';
import { CONFIRM, fresh, item, MINISTER, reviewAfter } from './a-review.js';

const SPEAKER = MINISTER.name;
const BODY = 'Ministry of Works';

const withItems = (items: readonly StatementAct[]): Review => reviewAfter(fresh(), [CONFIRM, ...items]);

describe('each rating asks for what the table says', () => {
  const s = (origin: string, n = origin): StatementAct => item(n, 'supports', origin);
  const c = (origin: string): StatementAct => item(`c-${origin}`, 'contradicts', origin);
  const x = (origin: string): StatementAct => item(`x-${origin}`, 'context', origin);
  const why = 'Because of the log.';
  const cases: [Rating, string, StatementAct[], string, boolean][] = [
    ['unchecked', 'nothing', [], '', true],
    ['verified', 'nothing', [], why, false],
    ['verified', 'the speaker', [s(SPEAKER)], why, false],
    ['verified', 'the body the speaker speaks for', [s(BODY)], why, false],
    ['verified', 'the speaker, otherwise written', [s('  the ILSE brandt')], why, false],
    ['verified', 'context only', [x('Kestrel')], why, false],
    ['verified', 'a contradiction only', [c('Kestrel')], why, false],
    ['verified', 'an independent origin', [s('Kestrel')], '', true],
    ['corroborated', 'one independent origin', [s('Kestrel')], why, false],
    ['corroborated', 'one origin twice', [s('Kestrel', 'e1'), s('The Kestrel', 'e2')], why, false],
    ['corroborated', 'one origin and the speaker', [s('Kestrel'), s(SPEAKER)], why, false],
    ['corroborated', 'two origins', [s('Kestrel'), s('Harbour Watch')], '', true],
    ['disputed', 'supporters only', [s('Kestrel')], why, false],
    ['disputed', 'contradictors only', [c('Kestrel')], why, false],
    ['disputed', 'the speaker against another', [s(SPEAKER), c('Kestrel')], '', true],
    ['misleading', 'a reason without an item', [], why, false],
    ['misleading', 'an item without a reason', [x('Kestrel')], ' ', false],
    ['misleading', 'both', [x('Kestrel')], why, true],
    ['false', 'nothing', [], why, false],
    ['false', 'the speaker against themselves', [c(SPEAKER)], why, false],
    ['false', 'an independent contradiction', [c('Kestrel')], '', true],
    ['unverifiable', 'no words', [s('Kestrel')], '\n\t ', false],
    ['unverifiable', 'what was tried', [], why, true],
    ['not_checkable', 'no words', [], '', false],
    ['not_checkable', 'the reason', [], why, true],
  ];
  test.each(cases)('%s with %s', (rating, _name, items, reason, allowed) => {
    const missing = missingFor(withItems(items), rating, reason);
    expect(missing.length === 0).toBe(allowed);
    for (const sentence of missing) expect(sentence).toMatch(/^“?[A-Z].*\.$/);
  });

  test('every rating is in the table above', () => {
    expect(new Set(cases.map(([rating]) => rating))).toEqual(new Set(RATINGS));
  });

  test('every rating but “unchecked” waits for attribution', () => {
    const items = [s('Kestrel'), s('Harbour Watch'), c('Town archive')];
    for (const rating of RATINGS) {
      const missing = missingFor(reviewAfter(fresh(), items), rating, why);
      expect(missing.length, rating).toBe(rating === 'unchecked' ? 0 : 1);
    }
  });
});

describe('origins', () => {
  const registered = (id: string, name: string, speakerId: string): StatementAct =>
    item(id, 'supports', name, { origin: { name, speakerId } });

  test('with one registry entry are one, whatever they are called', () => {
    const review = withItems([
      registered('e1', 'Kestrel', 'r1'),
      registered('e2', 'Kestrel Survey Ltd', 'r1'),
    ]);
    expect(missingFor(review, 'corroborated', '')).toHaveLength(1);
  });

  test('with two registry entries are two, even of one name', () => {
    const review = withItems([registered('e1', 'Jan Roos', 'r1'), registered('e2', 'Jan Roos', 'r2')]);
    expect(missingFor(review, 'corroborated', '')).toEqual([]);
  });

  test('are one where only one of two equal names is in the registry', () => {
    const review = withItems([item('e1', 'supports', 'Kestrel'), registered('e2', 'the Kestrel', 'r1')]);
    expect(missingFor(review, 'corroborated', '')).toHaveLength(1);
  });

  test('that are the speaker by registry are not independent under another name', () => {
    const speaker = { ...MINISTER, speakerId: 'r1' };
    const review = reviewAfter(fresh({ speaker }), [CONFIRM, registered('e1', 'The minister’s diary', 'r1')]);
    expect(missingFor(review, 'verified', '')).toHaveLength(1);
  });
});

describe('the gates are the same for every party', () => {
  const originOf = (who: 'speaker' | 'body' | string, speaker: Speaker): string =>
    who === 'speaker' ? speaker.name : who === 'body' ? (speaker.affiliation ?? 'nobody') : who;

  const party = fc.record({
    name: fc.string({ minLength: 1 }).map((name) => `Party ${name}`),
    type: fc.constantFrom(...SPEAKER_TYPES),
    role: fc.option(fc.string(), { nil: null }),
    affiliation: fc.string().map((name) => `Body ${name}`),
  });
  // Names that differ from each other by more than what a key leaves out.
  const apart = fc
    .tuple(party, party)
    .filter((pair) => pair.every(({ name }) => /^Party .*[a-z0-9]/i.test(name) && !/body/i.test(name)));
  const evidence = fc.array(
    fc.record({
      who: fc.constantFrom('speaker', 'body', 'Kestrel', 'Harbour Watch'),
      stance: fc.constantFrom(...STANCES),
      reliability: fc.constantFrom(...RELIABILITIES),
      credibility: fc.constantFrom(...CREDIBILITIES.filter((grade) => grade !== 1)),
    }),
    { maxLength: 5 },
  );

  test('swapping who speaks never changes what is missing', () => {
    fc.assert(
      fc.property(
        apart,
        evidence,
        fc.constantFrom(...RATINGS),
        fc.constantFrom('', 'A reason in words.'),
        ([one, other], items, rating, reason) => {
          const missingOf = (speaker: Speaker): readonly string[] =>
            missingFor(
              reviewAfter(fresh({ speaker }), [
                CONFIRM,
                ...items.map(({ who, stance, ...grades }, index) =>
                  item(`e${index}`, stance, originOf(who, speaker), grades),
                ),
              ]),
              rating,
              reason,
            );
          expect(missingOf(one)).toEqual(missingOf(other));
        },
      ),
      { numRuns: 500 },
    );
  });
});
