// The marked stories: how they are read, and what is found in them at least.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findBlocks } from '../../../src/core/blocks/find-blocks.ts';
import { findAttributions } from '../../../src/core/extract/find-attributions.ts';
import { loadLinearTagger } from '../../../src/core/extract/linear-tagger.ts';
import type { Span } from '../../../src/core/span.ts';
import { readStories, readStory } from '../../../src/training/stories.ts';

const piecesOf = (text: string, spans: readonly (readonly [number, number])[] | null): string[] | null =>
  spans?.map(([start, end]) => text.slice(start, end)) ?? null;

const attributionsOf = (marked: string) => {
  const { text, attributions } = readStory('one', marked);
  return attributions.map(({ source, cue, content }) => ({
    source: piecesOf(text, source),
    cue: piecesOf(text, cue),
    content: piecesOf(text, content),
  }));
};

describe('a marked story', () => {
  it('is its text without the marks and the line that tells its kind', () => {
    const { text } = readStory('one', '# wire\n\nHead\n\n<s1>Ann</s1> <q1>said</q1> <c1>it rained</c1>.\n');
    expect(text).toBe('Head\n\nAnn said it rained.');
  });

  it('ties pieces together by their number, in the order of the text', () => {
    expect(attributionsOf('<c1>“No,”</c1> <q1>said</q1> <s1>she</s1>. <c1>“Never.”</c1>')).toEqual([
      { source: ['she'], cue: ['said'], content: ['“No,”', '“Never.”'] },
    ]);
  });

  it('holds attributions within attributions, and such as have no source', () => {
    const text = '<s1>He</s1> <q1>said</q1> <c1>it <q2>was alleged</q2> <c2>that she ran</c2></c1>.';
    expect(attributionsOf(text)).toEqual([
      { source: ['He'], cue: ['said'], content: ['it was alleged that she ran'] },
      { source: null, cue: ['was alleged'], content: ['that she ran'] },
    ]);
  });

  it.each([
    ['<c1>x</c1>', 'one: 1 has no cue.'],
    ['<q1>said</q1>', 'one: 1 has no content.'],
    ['<q1>said</c1>', 'one: </c1> closes nothing that is open.'],
    ['<q1>said', 'one: <q1> is never closed.'],
  ])('is refused where a mark is amiss: %s', (marked, reason) => {
    expect(() => readStory('one', marked)).toThrow(reason);
  });
});

describe('the marked stories', () => {
  const tests = new URL('../../', import.meta.url);
  const stories = readStories(fileURLToPath(new URL('corpus/stories', tests)));
  const learned = readStories(fileURLToPath(new URL('../model/stories', tests)));
  const pairs = (spans: readonly Span[]) => spans.map(({ start, end }) => [start, end]);

  it('are many, of several kinds', () => {
    expect(learned.length).toBeGreaterThanOrEqual(90);
    expect(new Set(learned.map(({ id }) => id.split(/[\\/]/)[0])).size).toBeGreaterThanOrEqual(3);
  });

  it('are measured on others than the tagger has learned from', () => {
    const texts = new Set(learned.map(({ text }) => text));
    expect(stories.length).toBeGreaterThanOrEqual(20);
    expect(stories.filter(({ text }) => texts.has(text))).toEqual([]);
  });

  it('lose no words to what is set aside as no story', () => {
    const lost = [...learned, ...stories].flatMap(({ id, text, attributions }) => {
      const aside = findBlocks(text).filter(({ setAside }) => setAside);
      return attributions
        .flatMap(({ content }) => content)
        .filter(([start]) => aside.some((block) => block.start <= start && start < block.end))
        .map(([start, end]) => `${id}: ${text.slice(start, end)}`);
    });
    expect(lost).toEqual([]);
  });

  it('give up four in five of what is said in them, and three in four of what is found is right', async () => {
    const tagger = loadLinearTagger(readFileSync(new URL('../model/whosaid-linear.bin', tests)));
    const scorer = await import(new URL('corpus/score-attribution.mjs', tests).href);
    const found = stories.map(({ id, text }) => {
      const article = { text, blocks: findBlocks(text), publishedOn: null, publisher: null };
      const attributions = findAttributions(article, tagger).map(({ source, cue, content }) => ({
        source: source.length > 0 ? pairs(source) : null,
        cue: pairs(cue),
        content: pairs(content),
        speaker: null,
      }));
      return { id, text, attributions };
    });
    const { attribution } = scorer.score(stories, found).result.all;
    expect(attribution.r).toBeGreaterThan(0.8);
    expect(attribution.p).toBeGreaterThan(0.75);
  });
});
