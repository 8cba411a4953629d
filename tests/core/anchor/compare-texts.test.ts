// The difference between two versions, word for word.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTexts } from '../../../src/core/anchor/compare-texts.ts';
import { makeCase } from './edits.ts';

type Side = 'older' | 'newer';
const KINDS = { older: ['kept', 'moved_away', 'removed'], newer: ['kept', 'moved', 'added'] };

function rebuild(older: string, newer: string, side: Side): string {
  const text = side === 'older' ? older : newer;
  return compareTexts(older, newer)
    .filter(({ kind }) => KINDS[side].includes(kind))
    .map((change) => text.slice(change[side]!.start, change[side]!.end))
    .join('');
}

function show(older: string, newer: string): string {
  const marks = { kept: '', removed: '-', added: '+', moved: '>', moved_away: '<' };
  return compareTexts(older, newer)
    .map(({ kind, ...change }) => {
      const words = change.newer
        ? newer.slice(change.newer.start, change.newer.end)
        : older.slice(change.older!.start, change.older!.end);
      return kind === 'kept' ? words : ` [${marks[kind]}${words.trimEnd()}] `;
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

const FIRST = 'The harbour reopened at dawn after two days of storms and heavy swell.';
const SECOND = 'Fishing boats left before sunrise and the market filled by nine.';
const THIRD = 'Schools in the northern districts stayed shut for another week of repairs.';

describe('compareTexts', () => {
  it.each([
    ['nothing changed', FIRST, FIRST, FIRST],
    [
      'a word exchanged',
      '“All safe,” said Ada Quill of the port.',
      '“All safe,” admitted Ada Quill of the port.',
      '“All safe,” [-said] [+admitted] Ada Quill of the port.',
    ],
    [
      'a word put in',
      FIRST,
      FIRST.replace('at dawn', 'not at dawn'),
      'The harbour reopened [+not] at dawn after two days of storms and heavy swell.',
    ],
    ['a sentence cut', `${FIRST} ${SECOND}`, FIRST, `${FIRST} [-${SECOND}]`],
    [
      'a paragraph moved',
      [FIRST, SECOND, THIRD].join('\n'),
      [THIRD, FIRST, SECOND].join('\n'),
      `[>${THIRD}] ${FIRST} ${SECOND} [<${THIRD}]`,
    ],
  ])('shows %s', (_, older, newer, shown) => {
    expect(show(older, newer)).toBe(shown);
  });

  it.each([
    ['', ''],
    ['', 'Rain.'],
    [' \n', 'Rain.'],
    ['Rain.', ''],
    ['Rain fell. '.repeat(5), 'Rain fell. '.repeat(3)],
  ])('loses not a character of %j and %j', (older, newer) => {
    expect(rebuild(older, newer, 'older')).toBe(older);
    expect(rebuild(older, newer, 'newer')).toBe(newer);
  });

  it('loses not a character of any two texts', () => {
    const text = fc
      .array(fc.constantFrom('Rain', ' ', 'fell', '. ', '\n', '“', 'on', ' the ', 'pier', '🔥', '12'), {
        maxLength: 60,
      })
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, text, (older, newer) => {
        expect(rebuild(older, newer, 'older')).toBe(older);
        expect(rebuild(older, newer, 'newer')).toBe(newer);
      }),
    );
  });

  it('keeps most of an article of which a twentieth was edited', () => {
    const { older, newer } = makeCase(
      'news',
      5,
      { words: 0.05, moves: 2, sentences: 0.01, paragraphs: 1 },
      8_000,
    );
    const length = (kind: string): number =>
      compareTexts(older.text, newer.text)
        .filter((change) => change.kind === kind)
        .reduce((sum, { newer: span }) => sum + (span === null ? 0 : span.end - span.start), 0);
    expect(length('kept') + length('moved')).toBeGreaterThan(0.9 * newer.text.length);
    expect(length('moved')).toBeGreaterThan(0);
  });

  it('answers for two texts of 5 MB in bounded time', () => {
    const { older, newer } = makeCase(
      'news',
      6,
      { words: 0.02, moves: 2, sentences: 0.01, paragraphs: 1 },
      100_000,
      1,
    );
    const [before, after] = [older.text.repeat(50), newer.text.repeat(50)];
    const start = process.cpuUsage();
    expect(compareTexts(before, after).length).toBeGreaterThan(0);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(10_000);
  }, 120_000);
});
