import { describe, expect, it } from 'vitest';
import type { Faces } from '../../src/exporters/pdf/faces.ts';
import { type Line, type Run, typeset } from '../../src/exporters/pdf/typeset.ts';

/** A face in which every character is one wide. */
const FACES: Faces = {
  shape: (text) => [{ text, width: [...text].length / 10, ink: [] }],
  missing: () => [],
};

const run = (text: string, more: Partial<Run> = {}): Run => ({
  text,
  face: 'regular',
  size: 10,
  colour: '#000',
  ...more,
});

const shown = (lines: readonly Line[]): string[] =>
  lines.map((line) => line.map(({ text }) => text).join(''));

describe('lines', () => {
  it.each([
    ['fit as many words as they hold', 'one two three', 9, ['one two ', 'three']],
    ['let the space at the end hang over', 'one two', 3, ['one ', 'two']],
    ['cut a word longer than they are', 'abcdefgh ij', 3, ['abc', 'def', 'gh ', 'ij']],
    ['end where somebody ended one', 'one\ntwo\r\nthree', 20, ['one', 'two', 'three']],
    ['keep an empty one', 'one\n\ntwo', 20, ['one', '', 'two']],
    ['may be none at all', '', 20, ['']],
  ])('%s', (_, text, width, expected) => {
    expect(shown(typeset([run(text)], width, FACES))).toEqual(expected);
  });

  it('do not break inside a word set in two faces', () => {
    expect(shown(typeset([run('one two'), run('fold ', { face: 'bold' }), run('x')], 8, FACES))).toEqual([
      'one ',
      'twofold ',
      'x',
    ]);
  });

  it('are broken in bounded time, however long the word', () => {
    const started = process.cpuUsage();
    expect(typeset([run('x'.repeat(50_000))], 90, FACES).length).toBe(556);
    expect(typeset([run(`${' '.repeat(50_000)}x`)], 90, FACES).length).toBeGreaterThan(1);
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(2_000);
  });
});

describe('right to left', () => {
  it('sets the pieces in the order they are seen', () => {
    const [line] = typeset([run('said אבג 12 דה now')], 40, FACES);
    expect(line?.map(({ text, rightToLeft }) => [text.trim(), rightToLeft])).toEqual([
      ['said', false],
      ['דה', true],
      ['12', false],
      ['אבג', true],
      ['now', false],
    ]);
  });

  it('stands at the right margin where the paragraph is', () => {
    const [line] = typeset([run('אבג')], 40, FACES, 'rtl');
    expect(line?.[0]).toMatchObject({ x: 37, width: 3, rightToLeft: true });
  });

  it('turns brackets round', () => {
    const [line] = typeset([run('אב (גד)')], 40, FACES, 'rtl');
    expect(line?.map(({ text }) => text).join('')).toContain(')גד(');
  });
});
