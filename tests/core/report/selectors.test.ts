import { describe, expect, it } from 'vitest';
import { contextOf } from '../../../src/core/report/context.ts';
import { selectorsOf } from '../../../src/core/report/selectors.ts';
import { countCodePoints } from '../../../src/core/selector/code-points.ts';
import { locateSelector } from '../../../src/core/selector.ts';
import type { Span } from '../../../src/core/span.ts';

const selector = (text: string, span: Span) => selectorsOf(text, [span], countCodePoints(text))[0]!;

describe('a selector', () => {
  it('carries 32 characters on each side where they are enough', () => {
    const text = `${'a'.repeat(40)}the words${'b'.repeat(40)}`;
    expect(selector(text, { start: 40, end: 49 })).toEqual([
      { type: 'TextQuoteSelector', exact: 'the words', prefix: 'a'.repeat(32), suffix: 'b'.repeat(32) },
      { type: 'TextPositionSelector', start: 40, end: 49 },
    ]);
  });

  it('carries more where the words occur again in the same company', () => {
    const line = `${'x'.repeat(50)} he said so ${'y'.repeat(50)}\n`;
    const text = `first ${line}second ${line}`;
    const start = text.lastIndexOf('he said so');
    const found = selector(text, { start, end: start + 10 });
    expect(found[0].prefix?.length).toBeGreaterThan(32);
    expect(locateSelector(text, found)).toEqual({ start, end: start + 10 });
  });

  it('is found again in a text too long to look for a better context', () => {
    const text = 'They said so. '.repeat(20_000);
    const span = { start: 14 * 500, end: 14 * 500 + 12 };
    expect(locateSelector(text, selector(text, span))).toEqual(span);
  });

  it('never ends inside an emoji, even where a selection by hand does', () => {
    const text = 'It burned 🚒 again';
    const [quote, position] = selector(text, { start: 3, end: 11 });
    expect(quote.exact).toBe('burned 🚒');
    expect([...text].slice(position.start, position.end).join('')).toBe('burned 🚒');
  });
});

describe('the context of a statement', () => {
  const blocks = (text: string) => [
    { kind: 'paragraph' as const, setAside: false, start: 0, end: text.length },
  ];
  const context = (text: string, content: readonly Span[]) =>
    contextOf({ text, blocks: blocks(text) }, { content, cue: [], source: [] });

  it('is cut between words, and says where', () => {
    const text = `${'before '.repeat(100)}THE WORDS${' after'.repeat(100)}`;
    const segments = context(text, [{ start: 700, end: 709 }]);
    expect(segments.map(({ role }) => role)).toEqual(['cut', 'plain', 'content', 'plain', 'cut']);
    expect(segments[1]?.text).toMatch(/^before (before )+$/);
    expect(segments[1]?.text.length).toBeLessThanOrEqual(240);
    expect(segments[3]?.text).toMatch(/^( after)+$/);
  });

  it('stays inside its own paragraph', () => {
    const text = 'One.\n\nTwo words here.\n\nThree.';
    const own = [
      { kind: 'paragraph' as const, setAside: false, start: 0, end: 4 },
      { kind: 'paragraph' as const, setAside: false, start: 6, end: 21 },
      { kind: 'paragraph' as const, setAside: false, start: 23, end: 29 },
    ];
    const segments = contextOf(
      { text, blocks: own },
      { content: [{ start: 6, end: 9 }], cue: [], source: [] },
    );
    expect(segments.map(({ text: words }) => words).join('')).toBe('Two words here.');
  });

  it('leaves out what stands between far pieces of one statement', () => {
    const text = `FIRST ${'between '.repeat(200)}LAST`;
    const segments = context(text, [
      { start: 0, end: 5 },
      { start: text.length - 4, end: text.length },
    ]);
    expect(segments.map(({ role }) => role)).toEqual(['content', 'plain', 'cut', 'plain', 'content']);
    expect(segments.map(({ text: words }) => words).join('').length).toBeLessThan(600);
  });

  it('is nothing where there are no words', () => {
    expect(context('Text', [])).toEqual([]);
  });

  it('takes bounded time over a text of spaces', () => {
    const text = `${' '.repeat(200_000)}W${' '.repeat(200_000)}`;
    const started = process.cpuUsage();
    context(text, [{ start: 200_000, end: 200_001 }]);
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(200);
  });
});
