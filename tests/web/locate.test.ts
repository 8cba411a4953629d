import { expect, test } from 'vitest';
import { findWords, locatePieces, occurrencesOf } from '../../src/web/bench/locate.ts';

const text = 'The crane\nfell at  noon.\n\nNobody saw the crane fall. The crane fell again.';

test.each([
  ['as printed', 'Nobody saw', ['Nobody saw']],
  ['however the white space was copied', 'The crane fell', ['The crane\nfell', 'The crane fell']],
  ['over a run of spaces', ' fell at noon ', ['fell at  noon']],
  ['with its own capitals only', 'the Crane', []],
  ['empty', '  \n ', []],
])('finds words %s', (_, words, found) => {
  expect(findWords(text, words).map(({ start, end }) => text.slice(start, end))).toEqual(found);
});

test('takes the place nearest to where the statement stood', () => {
  const at = text.lastIndexOf('The crane');
  expect(locatePieces(text, 'The crane fell', at + 3, 'content')).toEqual([{ start: at, end: at + 14 }]);
});

test('one line is one piece', () => {
  const pieces = locatePieces(text, 'Nobody saw\r\n\r\nfell again\n', 0, 'content');
  expect(pieces.map(({ start, end }) => text.slice(start, end))).toEqual(['Nobody saw', 'fell again']);
});

test.each([
  ['words that are not there', 'a ferry sank', 0, /does not stand in this article/],
  [
    'words that are there twice, with nothing to tell them apart',
    'The crane fell',
    null,
    /stands here 2 times/,
  ],
])('refuses %s', (_, words, near, message) => {
  expect(() => locatePieces(text, words, near, 'content')).toThrow(message);
});

test('shows what stands around each place', () => {
  const [first, second] = occurrencesOf(text, findWords(text, 'The crane fell'));
  expect(first).toMatchObject({ number: 1, before: '', words: 'The crane\nfell' });
  expect(second?.before).toMatch(/fall\. $/);
});
