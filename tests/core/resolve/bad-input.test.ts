// Articles nobody would write: resolution answers, in bounded time, and merges nobody on the way.
import { describe, expect, it } from 'vitest';
import type { ArticleText } from '../../../src/core/article.ts';
import { type Resolved, resolveSources } from '../../../src/core/resolve/resolve-sources.ts';
import type { Attribution } from '../../../src/core/statement.ts';

const SENTENCE = /^(.+?) (said|says) (.+?)\.$/;

/** One attribution a line: "<source> said <content>." */
function resolveLines(lines: readonly string[]): Resolved[] {
  const text = lines.join('\n');
  const attributions: Attribution[] = [];
  const blocks = [];
  let start = 0;
  for (const line of lines) {
    blocks.push({ start, end: start + line.length, kind: 'paragraph' as const, setAside: false });
    const [, source = '', cue = '', content = ''] = SENTENCE.exec(line) ?? [];
    const cueAt = start + source.length + 1;
    const contentAt = cueAt + cue.length + 1;
    if (content)
      attributions.push({
        source: [{ start, end: start + source.length }],
        cue: [{ start: cueAt, end: cueAt + cue.length }],
        content: [{ start: contentAt, end: contentAt + content.length }],
        confidence: 1,
      });
    start += line.length + 1;
  }
  const article: ArticleText = { text, blocks, publishedOn: '2024-01-05', publisher: null };
  return resolveSources(article, attributions);
}

const seconds = (work: () => void): number => {
  const begun = performance.now();
  work();
  return (performance.now() - begun) / 1000;
};

describe('bad input', () => {
  it('leaves an article of pronouns with nobody to name', () => {
    const resolved = resolveLines(['He said she said it.', 'She said they knew.', 'They said it was so.']);
    expect(resolved.map(({ speaker, confidence }) => [speaker.name, confidence < 1])).toEqual([
      ['He', true],
      ['She', true],
      ['They', true],
    ]);
  });

  it('keeps a thousand speakers apart, in little time', () => {
    const lines = Array.from(
      { length: 1000 },
      (_, at) => `Speaker${at} Family${at % 500}x said thing ${at}.`,
    );
    let names: string[] = [];
    const took = seconds(() => {
      names = resolveLines(lines).map(({ speaker }) => speaker.name);
    });
    expect(new Set(names).size).toBe(1000);
    expect(took).toBeLessThan(3);
  });

  it('keeps a thousand of one surname apart', () => {
    const lines = Array.from({ length: 1000 }, (_, at) => `Given${at} Smith said thing ${at}.`);
    const names = resolveLines(lines).map(({ speaker }) => speaker.name);
    expect(new Set(names).size).toBe(1000);
  });

  it('keeps names of one letter apart', () => {
    const resolved = resolveLines(['A said one.', 'B said two.', 'K said three.', 'A said four.']);
    expect(resolved.map(({ speaker }) => speaker.name)).toEqual(['A', 'B', 'K', 'A']);
  });

  it('shows names that are markup as they are', () => {
    const resolved = resolveLines([
      '<b>Ada</b> said one.',
      '<script>alert(1)</script> said two.',
      'Ada Quist said three.',
    ]);
    expect(resolved).toHaveLength(3);
    expect(resolved[2]!.speaker.name).toBe('Ada Quist');
  });

  it('resolves right-to-left names, and short forms of them', () => {
    const resolved = resolveLines(['داوود حسن said one.', 'مريم حسن said two.', 'داوود said three.']);
    expect(resolved.map(({ speaker }) => speaker.name)).toEqual(['داوود حسن', 'مريم حسن', 'داوود حسن']);
  });

  it('takes spans that point nowhere, and rings of nesting', () => {
    const article: ArticleText = { text: 'Ada said so.', blocks: [], publishedOn: null, publisher: null };
    const ring: Attribution[] = [
      { source: [{ start: 0, end: 3 }], cue: [], content: [{ start: 9, end: 11 }], confidence: 1, within: 1 },
      { source: [{ start: 90, end: 93 }], cue: [], content: [], confidence: 1, within: 0 },
      { source: [], cue: [], content: [], confidence: 1, within: 7 },
    ];
    expect(resolveSources(article, ring)).toHaveLength(3);
  });

  it('answers an empty article with nothing', () => {
    expect(resolveSources({ text: '', blocks: [], publishedOn: null, publisher: null }, [])).toEqual([]);
  });

  it('takes time in proportion to the text, on one endless line too', () => {
    const line = (count: number): string =>
      Array.from(
        { length: count },
        (_, at) => `the minister of Place${at % 7}, who knew, and his deputy`,
      ).join(' ');
    const time = (count: number): number =>
      seconds(() => void resolveLines([`The mayor said ${line(count)}.`]));
    time(200);
    const small = Math.max(time(1000), 0.02);
    expect(time(8000)).toBeLessThan(small * 40);
  });
});
