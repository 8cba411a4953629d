import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutText, type Marked } from '../../src/web/text-segments.ts';

const text = 'Rain fell, said Ada. He “knew” it 🌧 well.';
const whole = [{ kind: 'paragraph' as const, setAside: false, start: 0, end: text.length }];
const mark = (id: string, content: [number, number][], cue: [number, number][] = []): Marked => ({
  id,
  content: content.map(([start, end]) => ({ start, end })),
  cue: cue.map(([start, end]) => ({ start, end })),
  source: [],
});
const shown = (...marks: Marked[]) =>
  cutText(text, whole, marks)[0]!.segments.map(
    (one) => `${one.layers.map(({ id, role }) => id + role[0]).join('+')}|${one.text}`,
  );

test.each([
  ['nothing marked', [], [`|${text}`]],
  ['one mark', [mark('a', [[0, 9]])], ['ac|Rain fell', `|${text.slice(9)}`]],
  [
    'a mark inside another, the wider one outside',
    [mark('b', [[5, 9]]), mark('a', [[0, 20]])],
    ['ac|Rain ', 'ac+bc|fell', `ac|${text.slice(9, 20)}`, `|${text.slice(20)}`],
  ],
  [
    'two that overlap',
    [mark('a', [[0, 9]]), mark('b', [[5, 15]])],
    ['ac|Rain ', 'bc+ac|fell', `bc|${text.slice(9, 15)}`, `|${text.slice(15)}`],
  ],
  [
    'one in two pieces, its cue between them',
    [
      mark(
        'a',
        [
          [0, 9],
          [21, 30],
        ],
        [[11, 15]],
      ),
    ],
    ['ac|Rain fell', '|, ', 'ac|said', '| Ada. ', `ac|${text.slice(21, 30)}`, `|${text.slice(30)}`],
  ],
])('cuts at every boundary: %s', (_, marks, expected) => {
  expect(shown(...marks)).toEqual(expected);
});

test('numbers a statement once, where its first content begins', () => {
  const pieces = mark('a', [
    [21, 30],
    [0, 9],
  ]);
  const opens = cutText(text, whole, [pieces])[0]!.segments.flatMap((one) =>
    one.opens.map((id) => [id, one.start]),
  );
  expect(opens).toEqual([['a', 0]]);
});

test('a mark over two blocks is shown in both', () => {
  const blocks = [
    { kind: 'paragraph' as const, setAside: false, start: 0, end: 20 },
    { kind: 'paragraph' as const, setAside: false, start: 21, end: text.length },
  ];
  const cut = cutText(text, blocks, [mark('a', [[5, 30]])]);
  expect(
    cut.map(({ segments }) => segments.filter((one) => one.layers.length > 0).map((one) => one.text)),
  ).toEqual([[text.slice(5, 20)], [text.slice(21, 30)]]);
});

test('whatever is marked, the segments of a block are its exact text, and each carries exactly whom it belongs to', () => {
  const span = fc.tuple(fc.nat(text.length), fc.nat(text.length)).filter(([a, b]) => a !== b);
  const spans = fc.array(
    span.map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]),
    { minLength: 1, maxLength: 3 },
  );
  fc.assert(
    fc.property(fc.array(spans, { maxLength: 6 }), (all) => {
      const marks = all.map((content, index) => mark(String(index), content));
      const { segments } = cutText(text, whole, marks)[0]!;
      expect(segments.map((one) => one.text).join('')).toBe(text);
      for (const segment of segments)
        for (const one of marks) {
          const covers = one.content.some(
            ({ start, end }) => start <= segment.start && segment.start + segment.text.length <= end,
          );
          expect(segment.layers.some(({ id }) => id === one.id)).toBe(covers);
        }
    }),
  );
});

test('ten thousand marks in one line of five million characters are cut in a moment', () => {
  const long = 'x '.repeat(2_500_000);
  const marks = Array.from({ length: 10_000 }, (_, at) => mark(String(at), [[at * 400, at * 400 + 90]]));
  const started = performance.now();
  cutText(long, [{ kind: 'paragraph', setAside: false, start: 0, end: long.length }], marks);
  expect(performance.now() - started).toBeLessThan(2000);
});
