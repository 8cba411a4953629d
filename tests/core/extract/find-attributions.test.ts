import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/core/article.ts';
import { findAttributions } from '../../../src/core/extract/find-attributions.ts';
import { findingsOf } from '../../../src/core/extract/finding.ts';
import { loadLinearTagger } from '../../../src/core/extract/linear-tagger.ts';
import { readArticle } from '../../../src/core/extract/reading.ts';
import { WIDE } from '../../../src/core/extract/role-readings.ts';
import type { Attribution } from '../../../src/core/statement.ts';

const model = readFileSync(new URL('../../../model/whosaid-linear.bin', import.meta.url));
const tagger = loadLinearTagger(model);

const blocksOf = (text: string): Block[] =>
  [...text.matchAll(/[^\n]*\S[^\n]*/g)].map((line) => ({
    kind: 'paragraph',
    setAside: false,
    start: line.index,
    end: line.index + line[0].length,
  }));
const find = (text: string, blocks = blocksOf(text)): Attribution[] =>
  findAttributions({ text, blocks, publishedOn: null, publisher: null }, tagger);
const shown = (text: string) =>
  find(text).map(({ source, cue, content }) => {
    const words = (spans: readonly { start: number; end: number }[]): string =>
      spans.map(({ start, end }) => text.slice(start, end)).join(' ~ ');
    return [words(source), words(cue), words(content)];
  });

describe('attributions', () => {
  it.each([
    ['Ann Lee said the bridge was unsafe.', ['Ann Lee', 'said', 'the bridge was unsafe']],
    ['“We will rebuild it,” the mayor said.', ['the mayor', 'said', '“We will rebuild it,”']],
    ['"We will rebuild it," said the mayor.', ['the mayor', 'said', '"We will rebuild it,"']],
    ["'We will rebuild it,' the mayor said.", ['the mayor', 'said', "'We will rebuild it,'"]],
    ['«We will rebuild it», the mayor said.', ['the mayor', 'said', '«We will rebuild it»']],
    ['“We will rebuild,” she said, “and soon.”', ['she', 'said', '“We will rebuild,” ~ “and soon.”']],
    ['According to the army, the road is closed.', ['the army', 'According to', 'the road is closed']],
    [
      '‘It is over for the valley,’ grumbled Ann Lee.',
      ['Ann Lee', 'grumbled', '‘It is over for the valley,’'],
    ],
    ['She told reporters that the talks had failed.', ['She', 'told', 'that the talks had failed']],
  ])('finds who said what in %j', (text, expected) => {
    expect(shown(text)).toContainEqual(expected);
  });

  it('carries a quotation over paragraphs, with and without closing marks', () => {
    const text = '“We were cold,” Ann Lee said. “We had no wood.\n“Then the thaw came.”';
    const [statement] = find(text);
    expect(statement!.content.at(-1)).toEqual({ start: text.indexOf('“Then'), end: text.length });
  });

  it('reads a name and a colon before a quotation as its source', () => {
    expect(shown('06:40 Ann Lee: “The road is shut.”')).toContainEqual([
      'Ann Lee',
      ':',
      '“The road is shut.”',
    ]);
  });

  it('reads a dash and a name after a quotation as its source', () => {
    for (const dash of ['–', '—', '―', '-'])
      expect(shown(`“They fed us first” ${dash} Ann Lee`)).toContainEqual([
        'Ann Lee',
        dash,
        '“They fed us first”',
      ]);
  });

  it('does not read blocks set aside', () => {
    const text = 'Ann Lee said the bridge was unsafe.';
    expect(find(text, [{ kind: 'furniture', setAside: true, start: 0, end: text.length }])).toEqual([]);
  });

  it('answers the same whatever it has read before', () => {
    const wire = new URL('../../corpus/wire/', import.meta.url);
    const stories = ['01-river-bridge', '02-aid-convoy', '03-camp-monsoon', '04-two-cousins'].map((name) =>
      readFileSync(new URL(`${name}.txt`, wire), 'utf8'),
    );
    const read = (text: string, by = loadLinearTagger(model)): Attribution[] =>
      findAttributions({ text, blocks: blocksOf(text), publishedOn: null, publisher: null }, by);
    const practised = loadLinearTagger(model);
    for (const story of stories) read(story, practised);
    for (const story of stories) expect(read(story, practised)).toEqual(read(story));
  });

  it('looks at few of the readings that confidence was learned from, and at none that were not', () => {
    const text = readFileSync(new URL('../../corpus/wire/02-aid-convoy.txt', import.meta.url), 'utf8');
    const reading = readArticle({ text, blocks: blocksOf(text), publishedOn: null, publisher: null });
    const seen = (by = loadLinearTagger(model)): string[] =>
      findingsOf(reading, by.read(reading)).map(({ cue, source, content }) =>
        JSON.stringify([cue.first, cue.last, source, content]),
      );
    const narrow = seen();
    const wide = new Set(seen(loadLinearTagger(model, WIDE)));
    expect(narrow.length).toBeLessThan(wide.size / 2);
    expect(narrow.filter((one) => !wide.has(one))).toEqual([]);
  });

  it('finds nothing in an empty text', () => {
    expect(find('')).toEqual([]);
  });
});

const PIECES = [
  '“',
  '”',
  '"',
  "'",
  '‘',
  '’',
  '«',
  '»',
  '.',
  ',',
  ' ',
  '\n',
  ': ',
  ' – ',
  '?',
  '…',
  '(',
  '😀',
  '\ud83d',
  '\ude00',
  ' said ',
  ' told ',
  ' that ',
  'Ann Lee',
  'according to',
  'the mayor',
  ' was unsafe',
  'He',
  '’s',
  '1,200',
  'é',
  'Q:',
  'A:',
];

const insideSurrogate = (text: string, at: number): boolean =>
  at > 0 && /[\ud800-\udbff]/.test(text[at - 1]!) && /[\udc00-\udfff]/.test(text[at] ?? '');

describe('any text', () => {
  it('gives spans in range, in order, around whole characters, and `within` that comes before', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        const found = find(text);
        let previous = -1;
        found.forEach(({ source, cue, content, confidence, within }, index) => {
          expect(content.length).toBeGreaterThan(0);
          expect(content[0]!.start).toBeGreaterThanOrEqual(previous);
          previous = content[0]!.start;
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
          if (within !== undefined) expect(within).toBeLessThan(index);
          for (const { start, end } of [...source, ...cue, ...content]) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            expect(insideSurrogate(text, start) || insideSurrogate(text, end)).toBe(false);
          }
        });
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it.each([
    ['quotation marks', '"'.repeat(300_000)],
    ['quoted letters', '“a” '.repeat(80_000)],
    ['one sentence', 'Ann Lee said that '.repeat(16_000)],
    ['words without an end', 'said'.repeat(80_000)],
    ['names and colons', 'Ann: “a”\n'.repeat(30_000)],
  ])(
    'takes bounded time for a text of %s',
    (_, text) => {
      const before = process.cpuUsage();
      find(text);
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1000).toBeLessThan(30_000);
    },
    60_000,
  );
});
