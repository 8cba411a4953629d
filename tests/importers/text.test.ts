import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { MAX_BYTES } from '../../src/importers/document.ts';
import { decodeText } from '../../src/importers/encoding.ts';
import { readDocument } from '../../src/importers/read-document.ts';
import { safeName } from '../../src/importers/safe-name.ts';

const TEXTS = {
  english:
    'The office said on Friday that the ferry would sail. “We have finished,” the spokesman said. It’s done — finally.',
  french:
    'Le ministère a déclaré vendredi que le pont serait ouvert la semaine prochaine. « Nous avons terminé », a affirmé l’agence.',
  russian:
    'Представитель министерства заявил в пятницу, что мост будет открыт на следующей неделе. «Мы закончили», — сказал он.',
  arabic:
    'قال المتحدث باسم الوزارة يوم الجمعة إن الجسر سيفتتح الأسبوع المقبل. وأضاف أن العمل انتهى، وأن المهندسين غادروا الموقع.',
  chinese: '港务局星期五表示，渡轮将在月底之前恢复航行。市长说：“我们不会被谣言左右。”工程师没有发现故障。',
  japanese: '省の報道官は金曜日、橋は来週開通すると述べた。「工事は終わった」と彼は記者団に語った。',
} as const;

/** KOI8-R has no quotation marks of its own. */
const SPOKEN = TEXTS.russian.replace(/[«»—]/g, '-');

describe('the encoding of a text', () => {
  it.each([
    ['UTF-8', TEXTS.french, Buffer.from(TEXTS.french), 'utf-8'],
    ['UTF-8 with a mark', TEXTS.french, Buffer.from(`\ufeff${TEXTS.french}`), 'utf-8'],
    [
      'UTF-16 with a mark',
      TEXTS.russian,
      iconv.encode(TEXTS.russian, 'utf-16', { addBOM: true }),
      'utf-16le',
    ],
    [
      'UTF-16, big end first, with a mark',
      TEXTS.french,
      iconv.encode(`\ufeff${TEXTS.french}`, 'utf-16be'),
      'utf-16be',
    ],
    ['UTF-16 without a mark', TEXTS.english, iconv.encode(TEXTS.english, 'utf-16le'), 'utf-16le'],
    [
      'UTF-16 without a mark, big end first',
      TEXTS.russian,
      iconv.encode(TEXTS.russian, 'utf-16be'),
      'utf-16be',
    ],
    ['windows-1252', TEXTS.french, iconv.encode(TEXTS.french, 'windows-1252'), 'windows-1252'],
    [
      'windows-1252 with curly quotes alone',
      TEXTS.english,
      iconv.encode(TEXTS.english, 'windows-1252'),
      'windows-1252',
    ],
    ['windows-1251', TEXTS.russian, iconv.encode(TEXTS.russian, 'windows-1251'), 'windows-1251'],
    ['KOI8-R', SPOKEN, iconv.encode(SPOKEN, 'koi8-r'), 'koi8-r'],
    ['windows-1256', TEXTS.arabic, iconv.encode(TEXTS.arabic, 'windows-1256'), 'windows-1256'],
    ['Shift_JIS', TEXTS.japanese, iconv.encode(TEXTS.japanese, 'shift_jis'), 'shift_jis'],
    ['EUC-JP', TEXTS.japanese, iconv.encode(TEXTS.japanese, 'euc-jp'), 'euc-jp'],
    ['GBK', TEXTS.chinese, iconv.encode(TEXTS.chinese, 'gbk'), 'gb18030'],
  ])('is found: %s', (_, text, bytes, encoding) => {
    expect(decodeText(bytes)).toMatchObject({ text, encoding });
  });

  it('is said when the text was converted', () => {
    const { warnings } = decodeText(iconv.encode(TEXTS.russian, 'windows-1251'));
    expect(warnings).toEqual(['The file is not UTF-8; it was read as windows-1251.']);
  });

  it('is not converted on a guess that is not sure', () => {
    expect(() => decodeText(Buffer.from([0x41, 0x20, 0xe9, 0x20, 0xd8, 0x20, 0xf1]))).toThrow(
      /not UTF-8.*Save it as UTF-8/,
    );
  });

  it('can be given when it was not sure, and is passed over when the bytes are not in it', () => {
    expect(decodeText(Buffer.from([0x41, 0xe9]), ['iso-8859-1'])).toMatchObject({
      text: 'Aé',
      encoding: 'windows-1252',
    });
    expect(decodeText(Buffer.from('café'), ['shift_jis'])).toMatchObject({ text: 'café', encoding: 'utf-8' });
  });

  it.each([
    ['lone surrogates', Buffer.from([0x48, 0x65, 0xed, 0xa0, 0x80, 0x2e])],
    ['a cut-off last character', Buffer.from('café said. é').subarray(0, -1)],
    ['a few bad bytes among many good', Buffer.concat([Buffer.from('é'.repeat(40)), Buffer.from([0xff])])],
  ])('is UTF-8 still, with a mark at each bad place: %s', (_, bytes) => {
    const decoded = decodeText(bytes);
    expect(decoded).toMatchObject({ encoding: 'utf-8' });
    expect(decoded.text).toContain('\ufffd');
    expect(decoded.warnings[0]).toMatch(/could not be read as UTF-8/);
  });

  it('leaves out zero bytes and control codes, and says how many', () => {
    const text = `${TEXTS.english} ${TEXTS.english}`;
    expect(decodeText(Buffer.from(`${text}\0\u0007`))).toMatchObject({
      text,
      warnings: ['2 control characters were left out of the text.'],
    });
  });

  it.each([
    ['random bytes', Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256))],
    ['zero bytes', Buffer.alloc(1000)],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0])],
  ])('is none: %s', (_, bytes) => {
    expect(() => decodeText(bytes)).toThrow(expect.objectContaining({ code: 'invalid' }));
  });
});

describe('plain text', () => {
  it('is kept character for character, line ends and all', async () => {
    const text =
      'Ferry to sail again\r\n\r\nThe office said so on Friday, and then again.\r\n\r\nSource: Post Agency\r\n';
    const document = await readDocument({ bytes: Buffer.from(text), name: 'a.txt' });
    expect(document).toMatchObject({
      text,
      publisher: 'Post Agency',
      mediaType: 'text/plain',
      encoding: 'utf-8',
    });
    expect(document.trace.map(({ from }) => from)).toEqual(['line 1', 'line 3', 'line 5']);
  });

  it.each([
    ['one line of 5 MB', 'word '.repeat(1_000_000)],
    ['5 MB of quotation marks', '“'.repeat(1_700_000)],
    ['half a million lines', 'a\n'.repeat(500_000)],
  ])('is read in bounded time: %s', async (_, text) => {
    const started = performance.now();
    expect((await readDocument({ bytes: Buffer.from(text) })).text).toBe(text);
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});

describe('Markdown', () => {
  const read = (text: string) => readDocument({ bytes: Buffer.from(text), name: 'a.md' });

  it('gives up its signs and keeps its words, and says on which line each block starts', async () => {
    const { text, blocks, trace } = await read(
      '# Ferry *to* sail\n\nThe [office](https://a.example) said **so** on Friday,\nand “again”.\n\n- One\n- Two `x`\n\n> Quoted\n\n## Next\n\n| a | b |\n|---|---|\n| 1 | 2 |\n',
    );
    expect(blocks.map(({ kind, start, end }, at) => [kind, text.slice(start, end), trace[at]!.from])).toEqual(
      [
        ['headline', 'Ferry to sail', 'line 1'],
        ['paragraph', 'The office said so on Friday, and “again”.', 'line 3'],
        ['list_item', 'One', 'line 6'],
        ['list_item', 'Two x', 'line 7'],
        ['block_quote', 'Quoted', 'line 9'],
        ['subheading', 'Next', 'line 11'],
        ['table', 'a\tb\n1\t2', 'line 13'],
      ],
    );
  });

  it('reads the lines between dashes at its top as metadata', async () => {
    const document = await read(
      '---\ntitle: "Ferry to sail"\ndate: 2024-03-08\nauthor: Nell\n---\n\nThe office said so on Friday.\n',
    );
    expect(document).toMatchObject({
      title: 'Ferry to sail',
      publishedOn: '2024-03-08',
      byline: 'Nell',
      text: 'The office said so on Friday.',
    });
    expect(document.trace[0]!.from).toBe('line 7');
  });

  it('keeps the words that look like the address of a link, and sets addresses aside', async () => {
    const document = await read(
      'He asked [the office][1] and Robin.\n\n[1]: https://harbour.example/a "Office"\n\n[Robin]: No.\n\n[Robin]: Yes.\n\n> [Robin]: Perhaps.\n\n[1]: https://harbour.example/b\n',
    );
    const shown = document.blocks.map(({ start, end, setAside }) => [
      document.text.slice(start, end),
      setAside,
    ]);
    expect(shown).toEqual([
      ['He asked the office and Robin.', false],
      ['[1]: https://harbour.example/a "Office"', true],
      ['[Robin]: No.', false],
      ['[Robin]: Yes.', false],
      ['[Robin]: Perhaps.', false],
      ['1: https://harbour.example/b', true],
    ]);
  });

  it.each([
    ['a few lines', `${'!'.repeat(90_000)}\n\n`.repeat(12)],
    ['thousands of lines', `${'!'.repeat(1_999)}\n\n`.repeat(4_000)],
    ['one paragraph', `${'*a_ '.repeat(400)}\n`.repeat(3_000)],
  ])('is read as plain text, and soon, when it is too long to be untangled: %s', async (_, words) => {
    const before = process.cpuUsage();
    const document = await read(words);
    const { user, system } = process.cpuUsage(before);
    expect(document.warnings).toEqual([expect.stringContaining('too long to be Markdown')]);
    expect((user + system) / 1000).toBeLessThan(4_000);
  });

  it('shows tags as no text, and runs no script', async () => {
    expect((await read('He said <script>alert(1)</script><b>so</b>.\n')).text).toBe('He said so.');
  });

  it.each([
    ['a line of 5 MB', '*_'.repeat(2_500_000)],
    ['10,000 nested quotations', `${'>'.repeat(10_000)} x`],
    ['unclosed brackets', `${'['.repeat(50_000)}\n`],
    ['unclosed emphasis', '*a **b '.repeat(10_000)],
    ['backticks of many lengths', Array.from({ length: 400 }, (_, i) => '`'.repeat(i)).join(' ')],
  ])('is read or refused in bounded time: %s', async (_, text) => {
    const started = performance.now();
    await read(text).catch((error) => expect(error).toMatchObject({ code: 'invalid' }));
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});

describe('a file', () => {
  const read = (bytes: Uint8Array | string, name: string) =>
    readDocument({ bytes: Buffer.from(bytes as string, 'latin1'), name });

  it.each([
    ['nothing', '', 'a.txt', /empty/],
    ['white space', ' \n\t ', 'a.txt', /no text/],
    ['a picture', '\x89PNG\r\n\x1a\n....', 'a.txt', /picture/],
    ['a program', '\x7fELF\x02\x01\x01\0', 'a.txt', /program/],
    ['text by the name of a PDF', 'He said so.', 'a.pdf', /does not hold a PDF/],
    ['text by the name of a Word file', 'He said so.', 'a.docx', /does not hold a zip or Word file/],
    ['a PDF by the name of a text', '%PDF-1.4\n', 'a.txt', /holds a PDF/],
    ['gzip', '\x1f\x8b\x08\0\0\0', 'a.html', /gzip/],
    ['an empty zip', 'PK\x05\x06', 'a.docx', /empty zip/],
  ])('with %s is refused with a sentence', async (_, bytes, name, sentence) => {
    await expect(read(bytes, name)).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringMatching(sentence),
    });
  });

  it('over the limit is refused before it is read', async () => {
    await expect(readDocument({ bytes: new Uint8Array(MAX_BYTES + 1) })).rejects.toMatchObject({
      code: 'too_large',
      message: expect.stringContaining('10 MB'),
    });
  });

  it.each([
    ['MZ was the first to say so, the office said.', 'text/plain'],
    ['RIFF raff, the mayor said on Friday.', 'text/plain'],
    ['From: here the ferry sails, he said.', 'text/plain'],
    ['<p>He said so.</p>', 'text/html'],
    ['\n <!-- saved --> <!DOCTYPE html><p>He said so.</p>', 'text/html'],
    ['Every PDF starts with %PDF-1.7, the office said.', 'text/plain'],
    ['5 < 6 and <this> is no tag, she said.', 'text/plain'],
  ])('is known by its content: %s', async (text, mediaType) => {
    expect(await read(text, 'a.txt')).toMatchObject({ mediaType });
  });
});

describe('the name of a file', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\me\\story.docx', 'story.docx'],
    ['sto\0ry\r\n.txt', 'story.txt'],
    ['photo\u202Egpj.exe', 'photogpj.exe'],
    ['a\u061Cb\u2067c.txt', 'abc.txt'],
    ['half \uD83D.txt', 'half \uFFFD.txt'],
    ['..hidden', 'hidden'],
    ['a<b>:c|d?.txt', 'a_b__c_d_.txt'],
    ['', null],
    ['..', null],
    ['/', null],
    [null, null],
    ['story (final).txt ', 'story (final).txt'],
  ])('is made safe: %j', (name, safe) => {
    expect(safeName(name)).toBe(safe);
  });

  it('keeps its extension when it is cut', () => {
    const name = safeName(`${'x'.repeat(5000)}.docx`)!;
    expect(name).toMatch(/…\.docx$/);
    expect(name.length).toBeLessThanOrEqual(120);
  });
});
