import { describe, expect, it } from 'vitest';
import type { ImportedDocument } from '../../src/importers/document.ts';
import { readDocument } from '../../src/importers/read-document.ts';
import { column, makePdf, type PdfOddities } from './make-pdf.ts';

const read = (bytes: Uint8Array, name = 'story.pdf'): Promise<ImportedDocument> =>
  readDocument({ bytes, name });

const kept = ({ text, blocks }: ImportedDocument): string[] =>
  blocks.filter(({ setAside }) => !setAside).map(({ start, end }) => text.slice(start, end));

const FIRST = [
  'The harbour office said on Friday that the ferry would sail again',
  'before the end of the month, and that nobody had been asked.',
];
const SECOND = [
  'A union leader denied that 14 of the 32 lamps along the quay had',
  'gone out, or that anybody would be asked about it in the end.',
];

describe('a PDF with a text layer', () => {
  it('joins lines to paragraphs at the gaps between them', async () => {
    const document = await read(makePdf([[...column(FIRST), ...column(SECOND, 660)]]));
    expect(kept(document)).toEqual([FIRST.join(' '), SECOND.join(' ')]);
    expect(document.trace.map(({ from }) => from)).toEqual(['page 1, line 1', 'page 1, line 3']);
  });

  it('starts a paragraph at an indented line, and after a short line that ends a sentence', async () => {
    const short = [...FIRST, 'She said so.', ...SECOND];
    expect(kept(await read(makePdf([column(short)])))).toEqual([
      `${FIRST.join(' ')} She said so.`,
      SECOND.join(' '),
    ]);
    const [a, b, c, d] = [...column(FIRST), ...column(SECOND, 676)];
    expect(kept(await read(makePdf([[a!, b!, { ...c!, x: 86 }, d!]])))).toEqual([
      FIRST.join(' '),
      SECOND.join(' '),
    ]);
  });

  it('carries a paragraph over to the next column and the next page', async () => {
    const document = await read(
      makePdf([[...column([FIRST[0]!], 400), ...column([FIRST[1]!], 700, 280)], column(SECOND)]),
    );
    expect(kept(document)).toEqual([FIRST.join(' '), SECOND.join(' ')]);
    const over = await read(makePdf([column([FIRST[0]!]), column([FIRST[1]!, ...SECOND])]));
    expect(kept(over)[0]).toMatch(/sail again before the end/);
  });

  it('reads one column after the other where the file gives them row by row, and tables by their rows', async () => {
    const LEFT = [
      'The harbour office said on Friday that',
      'the ferry would sail again before the',
      'end of the month, and nobody denied',
      'it in public.',
    ];
    const RIGHT = [
      'Union leaders answered that they had',
      'not been asked about the crossing at',
      'all. The mayor did not reply to them,',
      'nor to the desk.',
    ];
    const rows = (left: readonly string[], right: readonly string[]) =>
      left.flatMap((text, at) => [
        { text, x: 60, y: 700 - at * 12 },
        { text: right[at]!, x: 330, y: 700 - at * 12 },
      ]);
    const over = [
      { text: 'A headline that stands over both of the columns of this page', x: 60, y: 740, size: 16 },
    ];
    const document = await read(makePdf([[...over, ...rows([...LEFT, ...LEFT], [...RIGHT, ...RIGHT])]]));
    expect(kept(document).join(' ')).toContain(LEFT.join(' '));
    expect(kept(document).join(' ')).toContain(RIGHT.join(' '));
    expect(document.title).toContain('over both of the columns');
    const table = await read(
      makePdf([
        [
          ...column([FIRST.join(' ')], 760),
          ...rows(['Lamps', 'Boats', 'Cranes', 'Piers', 'Locks'], ['14', '3', '2', '9', '1']),
        ],
      ]),
    );
    expect(table.text).toMatch(/Lamps\s+14\s+Boats\s+3/);
  });

  it('sets headers, footers and page numbers aside', async () => {
    const page = (number: number, lines: readonly string[]) => [
      { text: `The Aldermouth Post, page ${number}`, x: 72, y: 810 },
      ...column([...lines, ...SECOND, ...FIRST]),
      { text: String(number), x: 290, y: 30 },
    ];
    const document = await read(makePdf([page(1, FIRST), page(2, SECOND)]));
    expect(kept(document).join('\n')).not.toMatch(/Post|^\d$/m);
    expect(document.text).toContain('The Aldermouth Post, page 2');
    expect(document.warnings).toContain('Page headers, footers and page numbers were set aside at the end.');
  });

  it('reads what is set larger as headline and subheading', async () => {
    const document = await read(
      makePdf([
        [
          { text: 'Ferry to sail', x: 72, y: 760, size: 24 },
          ...column(FIRST),
          { text: 'What next', x: 72, y: 650, size: 13 },
          ...column(SECOND, 630),
        ],
      ]),
    );
    expect(document.blocks.map(({ kind }) => kind)).toEqual([
      'headline',
      'paragraph',
      'subheading',
      'paragraph',
    ]);
    expect(document.title).toBe('Ferry to sail');
  });

  it('mends a broken word only when the document shows how it is written', async () => {
    const lines = [
      'The government said so, and the govern-',
      'ment was right about the well-known engineers; the well-',
      'known ones came late, and so did the harb-',
      'our office, which had said that it would not come at all.',
    ];
    const document = await read(makePdf([column(lines)]));
    expect(document.text).toContain('and the government was right');
    expect(document.text).toContain('the well-known ones');
    expect(document.text).toContain('the harb-our office');
    expect(document.warnings).toContain(
      'One word broken at the end of a line keeps its hyphen; check it against the original.',
    );
  });
});

describe('a PDF that cannot be read is refused with a sentence', () => {
  const page = column([...FIRST, ...SECOND]);
  const locked = '/Encrypt 900 0 R/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]';
  const key = `(${'x'.repeat(32)})`;
  it.each<readonly [string, () => Uint8Array, RegExp]>([
    ['pictures of pages', () => makePdf([[]]), /pictures of its pages and no text/],
    [
      'a password',
      () =>
        makePdf([page], { trailer: locked, objects: [`<</Filter/Standard/V 1/R 2/O${key}/U${key}/P -4>>`] }),
      /locked with a password/,
    ],
    ['no PDF after its first line', () => Buffer.from('%PDF-1.4\nnothing'), /damaged/],
    ['too many pages', () => makePdf(Array.from({ length: 501 }, () => page)), /501 pages; the limit is 500/],
  ])('%s', async (_, make, sentence) => {
    await expect(read(make())).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringMatching(sentence),
    });
  });

  const loops: readonly (readonly [string, PdfOddities])[] = [
    ['a page tree that holds itself', { kids: '2 0 R 10 0 R' }],
    [
      'a form that draws itself',
      {
        stream: '/X Do',
        resources: '/XObject<</X 900 0 R>>',
        objects: [
          '<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 900 0 R>>>>/Length 5>>\nstream\n/X Do\nendstream',
        ],
      },
    ],
    ['a length that refers to itself', { objects: ['900 0 R'], stream: 'BT ET' }],
    ['a trailer before itself', { trailer: '/Prev 9' }],
  ];
  it.each(loops)('or read, but in bounded time: %s', async (_, odd) => {
    const started = performance.now();
    await read(makePdf([page], odd)).catch((error) => expect(error).toMatchObject({ code: 'invalid' }));
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
