import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { EN } from '../../src/web/words/en.ts';
import { FA } from '../../src/web/words/fa.ts';
import { type Entry, type Key, wordsIn } from '../../src/web/words/words.ts';

const t = wordsIn('en');
const VIEWS = new URL('../../views/', import.meta.url);
const views = readdirSync(VIEWS).map((name) => readFileSync(new URL(name, VIEWS), 'utf8'));

test('fills in names and numbers, and chooses the plural form', () => {
  expect(t('progress.rated', { rated: 3, total: 8 })).toBe('3 of 8 rated');
  expect(t('progress.waiting', { n: 1 })).toBe('1 waits for a second signature');
  expect(t('progress.waiting', { n: 4 })).toBe('4 wait for a second signature');
});

test('numbers are grouped as the language groups them', () => {
  expect(t('progress.rated', { rated: 12, total: 1200 })).toBe('12 of 1,200 rated');
});

test('a name in another script does not turn the sentence around it', () => {
  expect(t('bench.assigned', { name: 'Ida' })).toBe('with Ida');
  expect(t('bench.assigned', { name: 'سارا' })).toBe('with \u2068سارا\u2069');
  expect(wordsIn('fa')('bench.assigned', { name: 'Ida' })).toBe('نزد \u2068Ida\u2069');
});

test('another language says what English says', () => {
  expect(wordsIn('fa')('nav.desk')).toBe('میز');
  expect(wordsIn('fa')('credibility.1')).toBe('1، دیگران تأیید کرده‌اند');
});

test('a translation fills in the same names as the English', () => {
  const names = (entry: Entry): readonly string[] =>
    [...new Set([...JSON.stringify(entry).matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))].sort();
  const differing = (Object.keys(FA) as Key[]).filter(
    (key) => names(FA[key] ?? '').join() !== names(EN[key]).join(),
  );
  expect(differing).toEqual([]);
});

test('every key a view asks for is in the catalogue', () => {
  const asked = views.flatMap((view) =>
    [...view.matchAll(/\bt\('([^']+)'(?=\s*[,)])/g)].map((match) => match[1]),
  );
  expect(asked.length).toBeGreaterThan(200);
  expect(asked.filter((key) => !Object.hasOwn(EN, key ?? ''))).toEqual([]);
});

test('a key that is missing is a fault, never an empty place on a page', () => {
  expect(() => t('no.such.key' as Key)).toThrow('no.such.key');
});

test('views write nothing unescaped but their own parts and what a sanitiser made', () => {
  const unescaped = views.flatMap((view) =>
    [...view.matchAll(/<%-\s*(.*?)\s*%>/gs)].map((match) => match[1] ?? ''),
  );
  const allowed =
    /^(?:include\(|body$|note\.html$|one\.html$|acts\(note\)$|text\.headline$|textSlot$|namesSlot$|link\.mark$|chips$|glance$|timeline$)/;
  expect(unescaped.filter((code) => !allowed.test(code))).toEqual([]);
});
