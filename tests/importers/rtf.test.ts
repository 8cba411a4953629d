import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/importers/read-document.ts';

const read = (rtf: string) => readDocument({ bytes: Buffer.from(rtf, 'latin1'), name: 'story.rtf' });
const wrapped = (inside: string): string =>
  `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset204 Times Cyr;}}{\\colortbl;\\red0;}{\\info{\\title Not text}}${inside}}`;

describe('an RTF file', () => {
  it.each([
    ['paragraphs', '\\pard One said so.\\par Two said so.\\par', 'One said so.\n\nTwo said so.'],
    [
      'curly quotes, by name and by byte',
      "\\ldblquote Yes,\\rdblquote  he said. \\'93No,\\'94 she said. It\\rquote s done.",
      '“Yes,” he said. “No,” she said. It’s done.',
    ],
    ['Unicode with a stand-in for old readers', '\\uc1 caf\\u233?; \\u8211-dash', 'café; –dash'],
    ['characters outside the basic plane', '\\uc0\\u-10179 \\u-8704  said', '\u{1F600} said'],
    ['the code page of a font', "{\\f1 \\'ec\\'ee\\'f1\\'f2} said", 'мост said'],
    [
      'text after skipped groups',
      '{\\*\\generator Word;}{\\pict 0102}{\\*\\unknown gone}He said so.',
      'He said so.',
    ],
    [
      'the result of a field',
      '{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt the quay}} is old.',
      'the quay is old.',
    ],
    [
      'line breaks that are escaped, as paragraphs',
      'One said so.\\\nTwo said so.',
      'One said so.\n\nTwo said so.',
    ],
    ['words that are cut by line breaks', 'He sa\r\nid so\\emdash\n-or not.', 'He said so—-or not.'],
    ['words after a byte that is none', "He said \\'zzso.", 'He said zzso.'],
    ['words after pictures in bytes', '{\\pict\\bin7 {{\\\\}}x}He said so.', 'He said so.'],
    ['escaped braces', '\\{He\\} said \\\\o/.', '{He} said \\o/.'],
  ])('keeps %s', async (_, inside, text) => {
    expect((await read(wrapped(inside))).text).toBe(text);
  });

  it('leaves tracked deletions and hidden text out', async () => {
    const document = await read(wrapped('She {\\deleted admitted}{\\revised said} it.{\\v secret}\\par'));
    expect(document.text).toBe('She said it.');
    expect(document.warnings).toEqual(['One tracked deletion was left out of the text.']);
  });

  it('sets tables, footnotes and page headers aside', async () => {
    const { text, blocks } = await read(
      wrapped(
        '{\\header DRAFT\\par}\\pard She said so{\\footnote By telephone.}, twice.\\par\\trowd\\intbl Day\\cell Sailings\\cell\\row\\trowd\\intbl Monday\\cell 4\\cell\\row\\pard He denied it all.\\par',
      ),
    );
    expect(blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['paragraph', 'She said so, twice.'],
      ['table', 'Day\tSailings\nMonday\t4'],
      ['paragraph', 'He denied it all.'],
      ['furniture', 'DRAFT'],
      ['comment', 'By telephone.'],
    ]);
  });

  it('leaves control characters and halves of characters out, and says so', async () => {
    const document = await read(wrapped('He said \\u0?no\\u-10179?.'));
    expect(document.text).toBe('He said no\uFFFD.');
    expect(document.warnings).toEqual(['One control character was left out of the text.']);
  });

  it.each([
    ['short lines', 'a\n'],
    ['a picture in short lines', '{\\pict ff\nff\n}', 'He said so.'],
    ['short groups', '{a}'],
    ['bytes that are none', "\\'zz"],
  ])(
    'of 9 MB in one group is read in bounded time: %s',
    async (_, part, text = '') => {
      const long = part.startsWith('{\\pict')
        ? `{\\pict ${'ff\n'.repeat(3_000_000)}}`
        : part.repeat(9_000_000 / part.length);
      const before = process.cpuUsage();
      const document = await read(wrapped(`${text}${long}`));
      const { user, system } = process.cpuUsage(before);
      expect(document.text.length).toBeGreaterThan(text === '' ? 2_000_000 : 0);
      expect((user + system) / 1000).toBeLessThan(8_000);
    },
    120_000,
  );

  it('is read to its end whatever length its bytes are said to have', async () => {
    expect((await read(wrapped('He said so.{\\pict\\bin4000000000 x}'))).text).toBe('He said so.');
  });

  it('is refused when its groups are nested without end', async () => {
    await expect(read(wrapped('{'.repeat(10_000)))).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('too deep'),
    });
  });
});
