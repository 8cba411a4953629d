// Spans to W3C selectors and back: the pair undoes itself, and words elsewhere are never taken for the words.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countCodePoints } from '../../src/core/selector/code-points.ts';
import { describeSpan, locateSelector, type Selector } from '../../src/core/selector.ts';

const spanOf = (text: string, words: string, from = 0): { start: number; end: number } => {
  const start = text.indexOf(words, from);
  return { start, end: start + words.length };
};

describe('describeSpan', () => {
  it('counts code points, where ours counts UTF-16 units', () => {
    const text = '👩‍🚒🔥 “All 12 are out,” said Ada Quill. 🚒';
    const span = spanOf(text, 'Ada Quill');
    const [quote, position] = describeSpan(text, span);
    expect(quote).toEqual({
      type: 'TextQuoteSelector',
      exact: 'Ada Quill',
      prefix: '👩‍🚒🔥 “All 12 are out,” said ',
      suffix: '. 🚒',
    });
    expect(position).toEqual({ type: 'TextPositionSelector', start: 28, end: 37 });
    expect([...text].slice(position.start, position.end).join('')).toBe('Ada Quill');
    expect(span.start).toBe(31);
  });

  it('never cuts a character in two at the edge of the context', () => {
    const text = `${'🔥'.repeat(40)}a${'🚒'.repeat(40)}`;
    const [quote] = describeSpan(text, spanOf(text, 'a'));
    expect(quote.prefix).toMatch(/^🔥+$/u);
    expect(quote.suffix).toMatch(/^🚒+$/u);
  });

  it('takes more context until the words stand out', () => {
    const line = 'Rain fell on the harbour, on the market and on the hill. ';
    const text = `${line.repeat(3)}Then it stopped.`;
    const [quote] = describeSpan(text, spanOf(text, 'hill', line.length));
    expect(text.split(quote.prefix + quote.exact + quote.suffix)).toHaveLength(2);
  });

  it.each([
    ['outside the text', 'Rain', 2, 9],
    ['back to front', 'Rain', 3, 1],
    ['inside a character', 'a🔥b', 0, 2],
  ])('refuses a span %s', (_, text, start, end) => {
    expect(() => describeSpan(text, { start, end })).toThrow(/span/);
  });
});

describe('locateSelector', () => {
  it('undoes describeSpan for any text and span', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '“', '🔥', 'é', '\ud83d') });
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, from, length) => {
        const offsets = [0];
        for (const character of text) offsets.push(offsets.at(-1)! + character.length);
        const first = from % offsets.length;
        const last = Math.min(offsets.length - 1, first + 1 + (length % 9));
        const span = { start: offsets[first]!, end: offsets[last]! };
        if (span.start === span.end) return;
        expect(locateSelector(text, describeSpan(text, span))).toEqual(span);
      }),
    );
  });

  it('finds the words where text was put in before them', () => {
    const text = 'The harbour reopened. “All 12 are out,” said Ada Quill.';
    const selector = describeSpan(text, spanOf(text, 'Ada Quill'));
    const later = `🔥 Updated. ${text}`;
    expect(locateSelector(later, selector)).toEqual(spanOf(later, 'Ada Quill'));
  });

  it('does not take one Robin for another', () => {
    const text =
      'Robin left at noon, said the driver. Later the guard asked where Robin was, and nobody knew.';
    const selector = describeSpan(text, spanOf(text, 'Robin', 10));
    expect(locateSelector('Robin left at noon, said the driver.', selector)).toBeUndefined();
  });

  it('lets the position decide between equal contexts, and nothing when it fits none', () => {
    const text = 'Rain fell. '.repeat(200);
    const selector = describeSpan(text, spanOf(text, 'fell', 1100));
    expect(locateSelector(text, selector)).toEqual(spanOf(text, 'fell', 1100));
    const elsewhere: Selector = [selector[0], { ...selector[1], start: 3, end: 7 }];
    expect(locateSelector(text, elsewhere)).toBeUndefined();
  });

  it('takes a quotation without context as it comes', () => {
    const bare: Selector = [
      { type: 'TextQuoteSelector', exact: 'Ada' },
      { type: 'TextPositionSelector', start: 99, end: 102 },
    ];
    expect(locateSelector('said Ada.', bare)).toEqual({ start: 5, end: 8 });
    expect(locateSelector('Ada and Ada.', bare)).toBeUndefined();
  });

  it('answers for five million quotation marks', () => {
    const text = '"'.repeat(5_000_000);
    const start = performance.now();
    const selector = describeSpan(text, { start: 2_000_000, end: 4_500_000 });
    locateSelector(text, selector);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

describe('countCodePoints', () => {
  it('goes there and back at every character', () => {
    const text = 'a🔥b👩‍🚒\ud83dc🇮🇱';
    const { codePointsBefore, unitAt } = countCodePoints(text);
    let unit = 0;
    for (const [index, character] of [...text].entries()) {
      expect(codePointsBefore(unit)).toBe(index);
      expect(unitAt(index)).toBe(unit);
      unit += character.length;
    }
    expect(codePointsBefore(text.length)).toBe([...text].length);
    expect(unitAt(99)).toBe(text.length);
  });
});
