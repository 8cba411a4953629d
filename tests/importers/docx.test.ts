import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ImportedDocument } from '../../src/importers/document.ts';
import { readDocument } from '../../src/importers/read-document.ts';
import { DOCUMENT_RELATION, header, makeDocx, notes, paragraph } from './make-docx.ts';

const read = (bytes: Uint8Array, name = 'story.docx'): Promise<ImportedDocument> =>
  readDocument({ bytes, name });

const shown = (document: ImportedDocument): string[] =>
  document.blocks.map(
    ({ kind, setAside, start, end }) => `${setAside ? '-' : '+'} ${kind}: ${document.text.slice(start, end)}`,
  );

const SAID = 'The harbour office said on Friday that the ferry would sail again.';
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

describe('a Word file', () => {
  it('keeps headings, lists and quotations by their styles, in any language of Word', async () => {
    const document = await read(
      makeDocx(
        paragraph('Ferry to sail', '<w:pStyle w:val="Titel"/>') +
          paragraph(SAID) +
          paragraph('What next', '<w:pStyle w:val="Mine"/>') +
          paragraph('Four sailings.', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>') +
          paragraph('“Nobody asked me,” she said.', '<w:pStyle w:val="Zitat"/>'),
      ),
    );
    expect(shown(document)).toEqual([
      '+ headline: Ferry to sail',
      `+ paragraph: ${SAID}`,
      '+ subheading: What next',
      '+ list_item: Four sailings.',
      '+ block_quote: “Nobody asked me,” she said.',
    ]);
    expect(document.title).toBe('Ferry to sail');
    expect(document.trace.map(({ from }) => from)).toEqual([1, 2, 3, 4, 5].map((n) => `paragraph ${n}`));
  });

  it('keeps tracked insertions, leaves deletions out, and says so', async () => {
    const body = `<w:p>${run('The mayor ')}<w:del w:id="1"><w:r><w:delText>admitted</w:delText></w:r></w:del><w:ins w:id="2">${run('said')}</w:ins>${run(' that it would sail.')}</w:p>`;
    const document = await read(makeDocx(body));
    expect(document.text).toBe('The mayor said that it would sail.');
    expect(document.warnings).toEqual([
      'One tracked deletion was left out of the text.',
      'One tracked insertion was kept as text.',
    ]);
  });

  it('joins two paragraphs when the mark between them was deleted', async () => {
    const body = `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run('The mayor said ')}</w:p>${paragraph('that it would sail.')}`;
    expect((await read(makeDocx(body))).text).toBe('The mayor said that it would sail.');
  });

  it('leaves out margin comments and hidden text, and counts them', async () => {
    const body = `<w:p>${run('She said so.')}<w:r><w:commentReference w:id="0"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>Source: Nell</w:t></w:r></w:p>`;
    const document = await read(makeDocx(body, { 'word/comments.xml': '<w:comments/>' }));
    expect(document.text).toBe('She said so.');
    expect(document.warnings).toEqual([
      'One passage formatted as hidden was left out.',
      'One margin comment was left out.',
    ]);
  });

  it('sets tables, notes and page headers aside', async () => {
    const row = (...cells: string[]): string =>
      `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`;
    const document = await read(
      makeDocx(`${paragraph(SAID)}<w:tbl>${row('Day', 'Sailings')}${row('Monday', '4')}</w:tbl>`, {
        'word/footnotes.xml': notes(
          'footnote',
          `<w:footnote w:type="separator" w:id="0">${paragraph('x')}</w:footnote><w:footnote w:id="2">${paragraph('By telephone.')}</w:footnote>`,
        ),
        'word/header1.xml': header(paragraph('DRAFT')),
      }),
    );
    expect(shown(document)).toEqual([
      '- furniture: DRAFT',
      `+ paragraph: ${SAID}`,
      '- table: Day\tSailings\nMonday\t4',
      '- comment: By telephone.',
    ]);
    expect(document.trace.at(-1)!.from).toBe('footnote 2');
  });

  it('reads the result of a field and not its code, and a text box once', async () => {
    const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('the quay')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const box = `<mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph('Boxed.')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraph('Boxed.')}</w:txbxContent></mc:Fallback></mc:AlternateContent>`;
    const document = await read(
      makeDocx(
        `<w:p>${run('He left ')}${field}${run(' at once.')}</w:p><w:p>${run('He said so again.')}<w:r>${box}</w:r></w:p>`,
      ),
    );
    expect(document.text.split(/\n+/).sort()).toEqual([
      'Boxed.',
      'He left the quay at once.',
      'He said so again.',
    ]);
  });

  it('reads a text box after the paragraph it hangs on, never as the headline', async () => {
    const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
    const box = `<w:r><w:drawing><w:txbxContent><w:p>${run('Nobody was hurt')}</w:p></w:txbxContent></w:drawing></w:r>`;
    const { text, title } = await readDocument({
      bytes: makeDocx(
        `<w:p>${run('The crane fell at noon, the harbour master said, ')}${box}${run('and it lay there all night.')}</w:p>${paragraph('It was lifted on Friday, she said, before the ferry came.')}`,
      ),
    });
    expect(text.split(/\n+/)).toEqual([
      'The crane fell at noon, the harbour master said, and it lay there all night.',
      'Nobody was hurt',
      'It was lifted on Friday, she said, before the ferry came.',
    ]);
    expect(title).toBeNull();
  });

  it('reads tabs, breaks and hyphens that are elements', async () => {
    const body =
      '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t></w:r></w:p>';
    expect((await read(makeDocx(body))).text).toBe('a\tb\u2011c');
  });
});

describe('a Word file that cannot be read is refused with a sentence', () => {
  const laughs = `<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY a "ha">${'bcdefghij'
    .split('')
    .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghij'[at]};`.repeat(10)}">`)
    .join(
      '',
    )}]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>`;
  const external = laughs.replace(/<!ENTITY a .*?]>/s, '<!ENTITY j SYSTEM "file:///etc/passwd">]>');
  const nested = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${'<w:sdt>'.repeat(10_000)}${'</w:sdt>'.repeat(10_000)}</w:document>`;
  const zipOf = (parts: Record<string, Uint8Array>): Uint8Array => zipSync(parts, { level: 9 });
  const cases: readonly (readonly [string, () => Uint8Array, RegExp])[] = [
    [
      'entities that multiply',
      () => makeDocx('', { 'word/document.xml': laughs }),
      /declares a document type/,
    ],
    ['an external entity', () => makeDocx('', { 'word/document.xml': external }), /declares a document type/],
    ['an undeclared entity', () => makeDocx(paragraph('&nope;')), /damaged/],
    ['10,000 nested elements', () => makeDocx('', { 'word/document.xml': nested }), /too deep/],
    ['broken XML', () => makeDocx('', { 'word/document.xml': '<w:document' }), /damaged/],
    ['a cut-off file', () => makeDocx(paragraph(SAID)).slice(0, 300), /damaged or incomplete/],
    ['no text', () => makeDocx(''), /no text/],
    [
      'one entry that unpacks a thousandfold',
      () =>
        zipOf({ '_rels/.rels': strToU8(DOCUMENT_RELATION), 'word/document.xml': new Uint8Array(90_000_000) }),
      /Unpacked, this file/,
    ],
    [
      'one entry over the limit',
      () => zipOf({ 'word/document.xml': new Uint8Array(120_000_000) }),
      /Unpacked, this file/,
    ],
    [
      'too many entries',
      () =>
        zipOf(
          Object.fromEntries(Array.from({ length: 5_001 }, (_, i) => [`word/e${i}.xml`, new Uint8Array(1)])),
        ),
      /more than 5000 entries/,
    ],
    ['an entry that lies about its size', () => lyingZip(), /damaged/],
    [
      'a spreadsheet',
      () => zipOf({ '_rels/.rels': strToU8('<r/>'), 'xl/workbook.xml': strToU8('<x/>') }),
      /spreadsheet/,
    ],
    [
      'an OpenDocument text',
      () => zipOf({ mimetype: strToU8('application/vnd.oasis.opendocument.text') }),
      /OpenDocument/,
    ],
    ['some other zip file', () => zipOf({ 'a.txt': strToU8('hello') }), /is a zip file, not a Word file/],
    [
      'a password',
      () =>
        Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      /locked with a password/,
    ],
    [
      'the format of before 2007',
      () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('WordDocument', 'utf16le')]),
      /\.doc\)/,
    ],
  ];
  it.each(cases)('%s', async (_, make, sentence) => {
    await expect(read(make())).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringMatching(sentence),
    });
  });

  /** Declares a kilobyte for an entry that unpacks to ten megabytes. */
  function lyingZip(): Uint8Array {
    const zip = Buffer.from(
      zipOf({
        '_rels/.rels': strToU8(DOCUMENT_RELATION),
        'word/document.xml': new Uint8Array(10_000_000).fill(32),
      }),
    );
    const size = Buffer.alloc(4);
    size.writeUInt32LE(10_000_000);
    for (let at = zip.indexOf(size); at >= 0; at = zip.indexOf(size, at + 1)) zip.writeUInt32LE(1024, at);
    return zip;
  }
});
