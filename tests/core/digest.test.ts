import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, digestOf, sha256 } from '../../src/core/digest.js';

test.each<[string, unknown, string]>([
  ['keys in code-unit order', { b: 1, a: 2, é: 3, A: 4 }, '{"A":4,"a":2,"b":1,"é":3}'],
  ['no undefined entries', { a: undefined, b: null }, '{"b":null}'],
  ['arrays in their order', [3, 1, [2]], '[3,1,[2]]'],
  ['escapes, and a lone surrogate', 'a"\n\ud800', '"a\\"\\n\\ud800"'],
  ['negative zero as zero', -0, '0'],
  ['short decimals', 0.93, '0.93'],
])('canonical JSON has %s', (_name, value, expected) => {
  expect(canonicalJson(value)).toBe(expected);
});

test('canonical JSON says the same after a round trip, however the keys were ordered', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(canonicalJson(JSON.parse(JSON.stringify(value)))).toBe(canonicalJson(value));
    }),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.integer()), (record) => {
      const reversed = Object.fromEntries(Object.entries(record).reverse());
      expect(canonicalJson(reversed)).toBe(canonicalJson(record));
    }),
  );
});

test('SHA-256 is the standard one', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(sha256(new TextEncoder().encode('abc'))).toBe(sha256('abc'));
});

test('a digest made for one purpose is not one for another', () => {
  expect(digestOf('sign-off', { a: 1 })).not.toBe(digestOf('event', { a: 1 }));
});
