// The parts of the alignment: words, sentences, order, and how sure a pairing is.
import { describe, expect, it } from 'vitest';
import { isNear } from '../../../src/core/anchor/fit.ts';
import { inOrder } from '../../../src/core/anchor/order.ts';
import { pairByPosterior } from '../../../src/core/anchor/posterior.ts';
import { findSentences } from '../../../src/core/anchor/sentences.ts';
import { emptyLexicon, tokenise, tokensOf } from '../../../src/core/anchor/tokens.ts';

const written = (text: string): string[] => {
  const { starts, ends, count } = tokenise(text, emptyLexicon());
  return Array.from({ length: count }, (_, at) => text.slice(starts[at], ends[at]));
};

describe('tokenise', () => {
  it.each([
    ['“Don’t,” she said.', ['“', 'Don’t', ',', '”', 'she', 'said', '.']],
    ['12,000 of 3.5m at 10:30.', ['12,000', 'of', '3.5m', 'at', '10:30', '.']],
    ['well-known 🔥', ['well', '-', 'known', '🔥']],
    ['官员说', ['官', '员', '说']],
  ])('%s', (text, tokens) => {
    expect(written(text)).toEqual(tokens);
  });

  it.each([
    ['“Don’t” — no', '"Don\'t" - no', true],
    ['co\u00adoperate', 'cooperate', true],
    ['Cafe\u0301', 'Café', true],
    ['Said', 'said', false],
    ['12', '13', false],
  ])('%s and %s are the same words: %s', (a, b, same) => {
    const lexicon = emptyLexicon();
    const ids = [a, b].map((text) => [...tokenise(text, lexicon).ids].join(' '));
    expect(ids[0] === ids[1]).toBe(same);
  });

  it('finds the tokens a span touches', () => {
    const tokens = tokenise('Ada Quill said so.', emptyLexicon());
    expect(tokensOf(tokens, 4, 14)).toEqual([1, 3]);
    expect(tokensOf(tokens, 3, 4)).toEqual([1, 1]);
  });
});

describe('findSentences', () => {
  it.each([
    ['It rained. “It stopped.” Then it rained', ['It rained.', '“It stopped.”', 'Then it rained']],
    ['Mr. Larch left. He ran', ['Mr. Larch left.', 'He ran']],
    ['A heading\nAnd a line', ['A heading', 'And a line']],
    ['It cost 3.5 m. more', ['It cost 3.5 m. more']],
  ])('%s', (text, sentences) => {
    const lexicon = emptyLexicon();
    const tokens = tokenise(text, lexicon);
    const { first, count } = findSentences(tokens, lexicon);
    const found = Array.from({ length: count }, (_, at) =>
      text.slice(tokens.starts[first[at]!], tokens.ends[first[at + 1]! - 1]),
    );
    expect(found).toEqual(sentences);
  });
});

describe('isNear', () => {
  it.each([
    ['bridge', 'brdige', true],
    ['bridge', 'bridges', true],
    ['Bridge', 'bridge', true],
    ['US', 'us', true],
    ['bridge', 'market', false],
    ['1,200', '1,300', false],
    ['cat', 'car', false],
  ])('%s and %s: %s', (a, b, near) => {
    expect(isNear(a, b)).toBe(near);
  });
});

describe('inOrder', () => {
  it('keeps the heaviest set that runs forward', () => {
    const pairs = [
      { older: 0, newer: 5, weight: 4 },
      { older: 1, newer: 0, weight: 2 },
      { older: 2, newer: 1, weight: 3 },
      { older: 3, newer: 6, weight: 1 },
    ];
    expect(inOrder(pairs)).toEqual([false, true, true, true]);
  });

  it('of nothing is nothing', () => {
    expect(inOrder([])).toEqual([]);
  });
});

describe('pairByPosterior', () => {
  const pair = (rows: string, columns: string) =>
    pairByPosterior(
      rows.length,
      columns.length,
      (row, column) => (rows[row] === columns[column] ? 50 : 0.1),
      {
        rows: new Uint8Array(rows.length).fill(1),
        columns: new Uint8Array(columns.length).fill(1),
      },
    );

  it('is sure of what can only be one way', () => {
    const { column, sure } = pair('abcd', 'abxcd');
    expect([...column]).toEqual([0, 1, 3, 4]);
    expect(Math.min(...sure)).toBeGreaterThan(0.98);
  });

  it('is sure of none of three equal ones of which one is gone', () => {
    const { sure } = pair('axxxb', 'axxb');
    expect(sure[0]).toBeGreaterThan(0.98);
    expect(Math.max(sure[1]!, sure[2]!, sure[3]!)).toBeLessThan(0.75);
  });

  it('does not run out of numbers on long texts', () => {
    const text = Array.from({ length: 1400 }, (_, at) => String.fromCharCode(0x4e00 + at)).join('');
    const { column, sure } = pair(text, text);
    expect(column[1399]).toBe(1399);
    expect(Math.min(...sure)).toBeGreaterThan(0.95);
  });

  it('pairs nothing with nothing', () => {
    expect([...pair('', 'ab').column]).toEqual([]);
    expect([...pair('ab', '').column]).toEqual([-1, -1]);
  });
});
