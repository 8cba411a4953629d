import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/core/article.ts';
import { readArticle } from '../../../src/core/extract/reading.ts';
import { tokenize, tokenText } from '../../../src/core/extract/tokens.ts';
import { busyMs } from '../../busy.ts';

const blocksOf = (text: string): Block[] =>
  [...text.matchAll(/[^\n]+/g)].map((line) => ({
    kind: 'paragraph',
    setAside: false,
    start: line.index,
    end: line.index + line[0].length,
  }));
const read = (text: string) =>
  readArticle({ text, blocks: blocksOf(text), publishedOn: null, publisher: null });
const words = (text: string): string[] => {
  const tokens = tokenize(text);
  return Array.from({ length: tokens.count }, (_, index) => tokenText(tokens, index));
};
const sentences = (text: string): string[] => read(text).sentences.map((s) => text.slice(s.start, s.end));
const quotations = (text: string): string[] => read(text).quotations.map((q) => text.slice(q.start, q.end));

describe('tokens', () => {
  it.each([
    ['He didn’t go.', ['He', 'didn’t', 'go', '.']],
    ['al-Tayyib paid $4,100 at 6:30 p.m.', ['al-Tayyib', 'paid', '$', '4,100', 'at', '6:30', 'p.m.']],
    ['Mr. Lee of the U.S. left', ['Mr.', 'Lee', 'of', 'the', 'U.S.', 'left']],
    ['@name #tag 😀!', ['@name', '#tag', '😀', '!']],
    ['he said.The end', ['he', 'said', '.', 'The', 'end']],
    ['wait... no -- yes', ['wait', '...', 'no', '--', 'yes']],
  ])('cuts %j into words and marks', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });
});

describe('sentences', () => {
  it.each([
    ['She left. He stayed.', ['She left.', 'He stayed.']],
    ['Mr. Lee met Gen. Ray. They spoke.', ['Mr. Lee met Gen. Ray.', 'They spoke.']],
    ['“No.” He left.', ['“No.”', 'He left.']],
    ['"Really?" he said.', ['"Really?" he said.']],
    ['A calendar, "Lomna Reads!", was withdrawn.', ['A calendar, "Lomna Reads!", was withdrawn.']],
    ['He lives in the U.S. The end.', ['He lives in the U.S.', 'The end.']],
    ['He leads the U.S. Army.', ['He leads the U.S. Army.']],
    ['One\nTwo', ['One', 'Two']],
  ])('splits %j', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });
});

describe('quotations', () => {
  it.each([
    ['“a b,” he said, “c.”', ['“a b,”', '“c.”']],
    ["'It wasn't the officials' car,' she said", ["'It wasn't the officials' car,'"]],
    ['the officials’ car and the ’90s', []],
    ['“He told me ‘no’ twice”', ['“He told me ‘no’ twice”', '‘no’']],
    ['«un» „zwei“ ‹trois›', ['«un»', '„zwei“', '‹trois›']],
    ['"One.\n"Two."', ['"One.', '"Two."']],
    ['“One.\n“Two.”', ['“One.', '“Two.”']],
    ['told them “let “them” go” and', ['“let “them” go”', '“them”']],
    ['a 6" pipe and a 4" pipe', []],
  ])('finds the quotations of %j', (text, expected) => {
    expect(quotations(text)).toEqual(expected);
  });

  it('takes a closing mark where a quotation must begin for an opening one', () => {
    expect(quotations('”We were cold,” she said.\n”And then it thawed.”')).toEqual([
      '”We were cold,”',
      '”And then it thawed.”',
    ]);
  });

  it('reads five million marks in bounded time', () => {
    for (const mark of ['"', '“', " '", '" ']) {
      const text = mark.repeat(5_000_000 / mark.length);
      const started = performance.now();
      read(text);
      expect(performance.now() - started).toBeLessThan(20_000);
    }
  }, 120_000);

  it('reads forty thousand paragraphs without a mark as fast as one paragraph of their length', () => {
    const text = Array.from({ length: 40_000 }, (_, at) => `Lamp ${at} was out that night.`).join('\n');
    read(text);
    const before = busyMs();
    read(text);
    expect(busyMs() - before).toBeLessThan(3_000);
  });
});
