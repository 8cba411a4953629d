import { expect, test } from 'vitest';
import { matrixOf, type Spoken, timelineOf } from '../../src/web/pictures.ts';
import { wordsIn } from '../../src/web/words/words.ts';

const said = (speaker: string, rating: Spoken['rating']): Spoken => ({ speaker, hat: '', rating });

test('a matrix holds who spoke most first, the statuses there are, and squares whose area is the number', () => {
  const { columns, rows, more } = matrixOf([
    said('Ida', 'unchecked'),
    said('Otto', 'verified'),
    said('Otto', 'unchecked'),
    ...Array.from({ length: 4 }, () => said('Otto', 'unchecked')),
  ]);
  expect(columns.map(({ code }) => code)).toEqual(['verified', 'unchecked']);
  expect(rows.map(({ name, total }) => [name, total])).toEqual([
    ['Otto', 6],
    ['Ida', 1],
  ]);
  expect(rows[0]?.cells.map(({ n }) => n)).toEqual([1, 5]);
  expect(rows[0]?.cells[1]?.side).toBe(18);
  expect(rows[1]?.cells[0]).toEqual({ code: 'verified', n: 0, side: 0 });
  expect(more).toBe(0);
});

test('a matrix counts the speakers it has no room for', () => {
  const spoken = Array.from({ length: 20 }, (_, n) => said(`Speaker ${n}`, 'unchecked'));
  const { rows, more } = matrixOf(spoken, 14);
  expect([rows.length, more]).toEqual([14, 6]);
});

test('a timeline speaks the language of the page', () => {
  const one = (number: number, saidOn: string) => ({
    number,
    saidOn,
    via: [],
    rating: { code: 'unchecked' as const, glyph: '○' },
  });
  const days = [one(1, '2031-05-01'), one(2, '2031-05-03')];
  expect(timelineOf(days, wordsIn('fa'))).toContain('پنجشنبه 1 مه 2031');
  expect(timelineOf(days, wordsIn('en'))).toContain('Thu 1 May 2031: 1 statement');
  expect(timelineOf(days.slice(1), wordsIn('en'))).toBe('');
});
