import { describe, expect, it } from 'vitest';
import { findHints } from '../../../src/core/hints/find-hints.js';
import type { ExtractedStatement, Kind } from '../../../src/core/statement.js';

/** One paragraph a statement: [speaker, words]. The publisher's are narration. */
function hintsIn(...said: readonly (readonly [string, string])[]): string[] {
  const text = said.map(([, words]) => words).join('\n\n');
  let at = 0;
  const statements = said.map(([name, words]): ExtractedStatement => {
    const start = at;
    at += words.length + 2;
    const kind: Kind = name === 'publisher' ? 'narration' : 'indirect';
    return {
      kind,
      content: [{ start, end: start + words.length }],
      cue: [],
      source: [],
      speaker: { name, type: 'person', role: null, affiliation: null },
      via: [],
      channel: null,
      saidOn: null,
      polarity: 'asserted',
      checkable: true,
      confidence: 1,
    };
  });
  const article = { text, blocks: [], publishedOn: null, publisher: null };
  return findHints(article, statements).map(({ kind, finding, statement, spans }) => {
    for (const span of spans) expect(span.end).toBeGreaterThan(span.start);
    return `${kind} ${finding} ${statement}`;
  });
}

describe('sums in one statement', () => {
  it.each([
    ['The village lies 90 kilometers (55 miles) north.', 'conversion consistent 0'],
    ['The village lies 10 km (6 miles) north.', 'conversion consistent 0'],
    ['The tower is 100 metres (300 feet) high.', 'conversion consistent 0'],
    ['The tower is 100 metres (390 feet) high.', 'conversion inconsistent 0'],
    ['The village lies 90 kilometers (75 miles) north.', 'conversion inconsistent 0'],
    ['They keep 12 nautical miles (22 km) clear.', 'conversion consistent 0'],
    ['The boat carried 17 of 12 crew members.', 'ratio inconsistent 0'],
    ['The front holds 17 of the 34 capitals.', 'ratio consistent 0'],
    ['It won 17 of the 34 seats, or 50 percent.', 'ratio consistent 0'],
    ['It won 17 of the 34 seats, or 62 percent.', 'ratio inconsistent 0'],
    ['Profit rose 12% to 418 million crowns from 373 million.', 'change consistent 0'],
    ['Profit rose 22% to 418 million crowns from 373 million.', 'change inconsistent 0'],
    ['Profit fell 12% to 418 million crowns from 373 million.', 'change inconsistent 0'],
    ['Tolm was the fourth town to fall, after Lenno, Oster and Perran.', 'list consistent 0'],
    ['Tolm was the fifth town to fall, after Lenno, Oster and Perran.', 'list inconsistent 0'],
    ['They burned three villages: Lenno, Oster and Perran.', 'list consistent 0'],
    ['They burned four villages: Lenno, Oster and Perran.', 'list inconsistent 0'],
  ])('%s', (words, hint) => {
    expect(hintsIn(['publisher', words])).toEqual([hint]);
  });

  it.each([
    'The bill passed by 7-2 on 15 May 2024.',
    'Two of the men had left before 3 p.m.',
    'He was the third minister to resign after Monday’s vote in the old chamber.',
    'It costs $3 (£2) at the door.',
    'One of the boats was empty.',
  ])('nothing wrong in %s', (words) => {
    expect(hintsIn(['publisher', words]).some((hint) => hint.includes('inconsistent'))).toBe(false);
  });
});

describe('figures of two speakers', () => {
  it('points at different counts of one thing', () => {
    expect(
      hintsIn(
        ['Red Society', 'All 18 trucks of the convoy arrived.'],
        ['the brigades', 'Only sixteen trucks of the convoy went through.'],
      ),
    ).toEqual(['figures note 1']);
  });

  it.each([
    ['the same figure', 'All 18 trucks arrived.', 'Eighteen trucks went through.'],
    [
      'a part of the whole',
      'All 18 trucks arrived.',
      'Another 12 trucks were late, and 14 more trucks broke down.',
    ],
    ['a rate', 'All 18 trucks arrived.', 'We need 20 trucks a day.'],
    ['the same noun alone', 'All 18 trucks arrived.', 'The army lost 16 trucks in March.'],
    ['another thing', 'All 18 trucks arrived.', 'We saw 16 buses.'],
    ['a common noun', 'There were 18 people in the hall.', 'There were 16 people on the roof.'],
    ['another order of size', 'All 18 trucks arrived.', 'The firm owns 400 trucks.'],
  ])('passes over %s', (_, first, second) => {
    expect(hintsIn(['Red Society', first], ['the brigades', second])).toEqual([]);
  });

  it('does not hold one speaker to two figures', () => {
    expect(
      hintsIn(['Red Society', 'All 18 trucks arrived.'], ['Red Society', 'Then 16 trucks left.']),
    ).toEqual([]);
  });
});

describe('a claim in the publisher’s voice', () => {
  it('points at a headline that drops who said it', () => {
    expect(
      hintsIn(
        ['publisher', 'Rebels capture airport near Oster'],
        ['the Hill Front', 'its rebels had captured the airport near Oster'],
      ),
    ).toEqual(['voice note 0']);
  });

  it.each([
    ['a second party says it too', ['the army', 'the rebels captured the airport near Oster']],
    ['it is narrated elsewhere', ['publisher', 'The rebels captured the airport near Oster']],
  ] as const)('is quiet when %s', (_, other) => {
    expect(
      hintsIn(
        ['publisher', 'Rebels capture airport near Oster'],
        ['the Hill Front', 'its rebels had captured the airport near Oster'],
        other,
      ),
    ).toEqual([]);
  });
});

it('takes bounded time over endless figures', () => {
  const words = '17 of 34 trucks, 18 trucks, 90 km (55 miles), '.repeat(2_000);
  const started = performance.now();
  hintsIn(...Array.from({ length: 200 }, (_, at) => [`speaker ${at}`, words] as const));
  expect(performance.now() - started).toBeLessThan(20_000);
});
