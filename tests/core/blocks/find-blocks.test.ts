import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/core/article.js';
import { findBlocks } from '../../../src/core/blocks/find-blocks.js';
import { titleOf } from '../../../src/core/blocks/headline.js';
import { PAGES, type Page } from './pages.js';

const shown = (text: string, blocks: readonly Block[]): string[] =>
  blocks.map(({ kind, start, end }) => `${kind} | ${text.slice(start, end).replace(/\s+/g, ' ')}`);
const expected = (page: Page): string[] => page.parts.map(([kind, words]) => `${kind} | ${words}`);

/** As a mail program wraps it: greedily, at 72 columns. */
function wrapped(words: string): string {
  const lines = [''];
  for (const word of words.split(' ')) {
    const line = lines.at(-1)!;
    if (line !== '' && line.length + 1 + word.length > 72) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join('\n');
}

const layouts: readonly [string, (page: Page) => string][] = [
  ['parted by blank lines', (page) => page.parts.map(([, words]) => words).join('\n\n')],
  ['with Windows line ends', (page) => page.parts.map(([, words]) => words).join('\r\n\r\n')],
  ['wrapped at 72 columns', (page) => page.parts.map(([, words]) => wrapped(words)).join('\n\n')],
];

describe.each(layouts)('finds the blocks of pages %s', (_, print) => {
  it.each(PAGES.map((page) => [page.name, page] as const))('%s', (_name, page) => {
    const text = print(page);
    expect(shown(text, findBlocks(text))).toEqual(expected(page));
  });
});

describe('finds the blocks of pages with one line per block', () => {
  const onlyByItsGaps = 'a magazine piece with crossheads and an ornament';
  it.each(PAGES.filter(({ name }) => name !== onlyByItsGaps).map((page) => [page.name, page] as const))(
    '%s',
    (_name, page) => {
      const text = page.parts.map(([, words]) => words).join('\n');
      expect(shown(text, findBlocks(text))).toEqual(expected(page));
    },
  );
});

describe('any text', () => {
  it('drops nothing: only white space stands between blocks', () => {
    for (const page of PAGES) {
      const text = `\n  ${page.parts.map(([, words]) => words).join('\n \t\n')}\n\n`;
      let at = 0;
      for (const block of findBlocks(text)) {
        expect(text.slice(at, block.start).trim()).toBe('');
        expect(block.end).toBeGreaterThan(block.start);
        at = block.end;
      }
      expect(text.slice(at).trim()).toBe('');
    }
  });

  it('gives no block for white space alone', () => {
    expect(findBlocks('')).toEqual([]);
    expect(findBlocks(' \n\t\r\n\u2028 ')).toEqual([]);
  });

  it('reads a single line as a paragraph, whatever its length', () => {
    expect(findBlocks('The minister said yes').map(({ kind }) => kind)).toEqual(['paragraph']);
    const long = 'He said "no". '.repeat(400_000);
    const started = performance.now();
    expect(findBlocks(long).map(({ kind }) => kind)).toEqual(['paragraph']);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('keeps indented paragraphs of wrapped copy apart', () => {
    const text = [
      '   The harbour master of Tolk closed the inner basin on Saturday night',
      'after a barge broke its moorings and drifted against the fuel jetty of',
      'the cannery.',
      '   Nobody was hurt. The basin is to open again on Monday morning, when',
      'divers have looked at the piles under the jetty.',
    ].join('\n');
    expect(findBlocks(text)).toHaveLength(2);
  });

  it('does not join short lines that end where they want to', () => {
    const text = 'Killed: 12\nInjured: 40\nMissing: 3\nThe figures are from the fire service, as of Monday.';
    expect(findBlocks(text)).toHaveLength(4);
  });
});

describe('titleOf', () => {
  it.each([
    [
      'Menu\nFerry cancelled for a third day\n\nThe ferry stayed in harbour on Monday.',
      'Ferry cancelled for a third day',
    ],
    ['The ferry stayed in harbour on Monday.', 'The ferry stayed in harbour on Monday.'],
    ['', ''],
  ])('of %j is %j', (text, title) => {
    expect(titleOf(text, findBlocks(text))).toBe(title);
  });

  it('cuts a long opening at a word', () => {
    const text = 'word '.repeat(100).trim();
    const title = titleOf(text, findBlocks(text));
    expect(title.endsWith('word…')).toBe(true);
    expect(title.length).toBeLessThanOrEqual(201);
  });
});
