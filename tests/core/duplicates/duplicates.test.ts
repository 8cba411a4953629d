// Stories the desk already has: byte-same, the same copy under another masthead, lightly edited; and those it has not.
import { describe, expect, it } from 'vitest';
import { bandsOf } from '../../../src/core/duplicates/bands.ts';
import { duplicateOf, similarity } from '../../../src/core/duplicates/duplicate-of.ts';
import { fingerprint } from '../../../src/core/duplicates/fingerprint.ts';
import { decodeFingerprint, encodeFingerprint } from '../../../src/core/duplicates/fingerprint-bytes.ts';
import { hashText, hashWord } from '../../../src/core/duplicates/hash.ts';

const BODY = [
  'The harbour reopened at dawn after two days of storms that kept every boat in port.',
  '“We lost nets and one engine, but nobody was hurt,” said Ada Quill, who runs the fish market.',
  'The council said it would pay for half of the repairs to the north pier before the winter.',
  'Bo Larch, who leads the fishermen’s union, called that too little and asked for a meeting.',
  'Engineers found cracks in three of the nine pillars and closed the pier to lorries.',
  'A ferry with 120 passengers was turned away on Monday and sailed on to the next town.',
  'The weather office expects calmer seas until Friday, with rain in the evening.',
].join(' ');

const wire = `${BODY.replace('The harbour', 'GULL BAY, March 3 (Northern Press) - The harbour')}`;
const first = `Harbour open again\n\n${wire}\n\n(Reporting by Ned Fosse)`;
const second = `Storm-hit port back at work, council to pay\nDaily Tern\n\n${wire.replace('(Northern Press) - ', '— ')}\n\nAdditional work by the Tern desk`;
const cut = `Port reopens\n\n${wire.split(' A ferry')[0]}`;
const edited = wire
  .replace('kept every boat in port', 'held all boats in the port')
  .replace('half of the repairs', 'a third of the repairs')
  .replace('120 passengers', 'about 140 passengers');
const other =
  'Schools stay shut. Three districts keep pupils at home for another week while roofs are mended. ' +
  '“We lost nets and one engine, but nobody was hurt,” said Ada Quill, who runs the fish market. ' +
  'Teachers said they would send work by post, and the minister promised new stoves by the autumn. ' +
  'Parents met at the library and asked why the money voted last year had not been spent on the roofs.';

describe('duplicateOf', () => {
  it.each([
    ['the same text', first, first, 'identical'],
    ['the same copy with other headline, dateline and credit', second, first, 'same_copy'],
    ['the same copy, cut short', cut, first, 'same_copy'],
    [
      'other quotation marks, dashes and line breaks',
      wire.replaceAll('“', '"').replaceAll(' ', '\n'),
      wire,
      'edited',
    ],
    ['a lightly edited text', edited, wire, 'edited'],
    ['another story that shares a quotation', other, first, null],
    ['another story', other.split('“')[0]!, first, null],
    ['two texts without words', '…', '—', null],
    ['a text and nothing', '', first, null],
  ])('%s', (_, candidate, existing, expected) => {
    expect(duplicateOf(fingerprint(candidate), fingerprint(existing))).toBe(expected);
    expect(duplicateOf(fingerprint(existing), fingerprint(candidate))).toBe(expected);
  });
});

describe('similarity', () => {
  it('is 1 for a text and itself, near 0 for unrelated texts', () => {
    expect(similarity(fingerprint(first), fingerprint(first)).likeness).toBe(1);
    expect(similarity(fingerprint(other.split('“')[0]!), fingerprint(first)).likeness).toBeLessThan(0.08);
  });
});

describe('bandsOf', () => {
  it('shares a key between near-duplicates, and none between different stories', () => {
    const keys = new Set(bandsOf(fingerprint(first)));
    const shared = (text: string): number => bandsOf(fingerprint(text)).filter((key) => keys.has(key)).length;
    expect(shared(second)).toBeGreaterThan(0);
    expect(shared(edited)).toBeGreaterThan(0);
    expect(shared(other.split('“')[0]!)).toBe(0);
  });

  it('gives 40 whole numbers that SQL can hold, none for a text without words', () => {
    const bands = bandsOf(fingerprint(first));
    expect(new Set(bands).size).toBe(40);
    expect(bands.every((key) => Number.isSafeInteger(key) && key >= 0)).toBe(true);
    expect(bandsOf(fingerprint(' … '))).toEqual([]);
  });
});

describe('a fingerprint', () => {
  it.each(['Harbour', 'n95', 'a', 'ZEBRA'])(
    'takes “%s” in plain letters for the same word whatever stands around it',
    (word) => {
      expect(hashWord(`x ${word}é`, 2, 2 + word.length)).toBe(hashText(word.toLowerCase()));
      const among = (around: string) => fingerprint(`one ${word} two ${around} three four`).sentences;
      expect(among('five')).not.toEqual(among('fivé'));
      expect(fingerprint(`one two ${word}\u0301 three four`).sentences).toEqual(
        fingerprint(`one two ${`${word}\u0301`.normalize('NFC')} three four`).sentences,
      );
    },
  );

  it('is the same on every machine: these numbers are stored and must not change', () => {
    const { shingles, minima, sentences } = fingerprint('One two three four five. Six!');
    expect([shingles, minima[0], minima[119], sentences]).toMatchInlineSnapshot(`
      [
        3,
        358261764,
        618003203,
        [
          1562015235,
        ],
      ]
    `);
  });

  it.each([
    ['a story', first],
    ['no words', ''],
    ['one word', 'Rain'],
  ])('goes to bytes and back: %s', (_, text) => {
    const made = fingerprint(text);
    expect(decodeFingerprint(encodeFingerprint(made))).toEqual(made);
  });

  it('refuses bytes that are none', () => {
    expect(() => decodeFingerprint(new Uint8Array(50))).toThrow('not a fingerprint');
  });

  it.each([
    ['quotation marks', '"'.repeat(5_000_000)],
    ['one word', 'a'.repeat(5_000_000)],
    ['full stops', '. '.repeat(2_500_000)],
    ['words', 'rain on the pier. '.repeat(280_000)],
  ])('takes bounded time for 5 MB of %s', (_, text) => {
    const start = performance.now();
    fingerprint(text);
    expect(performance.now() - start).toBeLessThan(6_000);
  });
});
