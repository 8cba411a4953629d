import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BulkItem, openBulk } from '../../src/importers/bulk.ts';
import { MAX_BYTES } from '../../src/importers/document.ts';
import { parseRecord, readRecord, splitLines } from '../../src/importers/jsonl.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'whosaid-bulk-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function listed(path: string): Promise<{ total: number | null; items: BulkItem[] }> {
  const { total, items } = await openBulk(path);
  const all: BulkItem[] = [];
  for await (const item of items) all.push(item);
  return { total, items: all };
}

const short = (items: readonly BulkItem[]): string[] =>
  items.map(
    ({ name, bytes, refused }) => `${name}: ${refused ?? Buffer.from(bytes!).toString().slice(0, 20)}`,
  );

describe('many documents at once', () => {
  it('come out of a folder in the order of their names, links and hidden files apart', async () => {
    const root = join(folder, 'dir');
    mkdirSync(join(root, 'b', '.git'), { recursive: true });
    writeFileSync(join(root, 'z.txt'), 'last');
    writeFileSync(join(root, 'a.txt'), 'first');
    writeFileSync(join(root, 'b', 'c.html'), '<p>middle</p>');
    writeFileSync(join(root, 'b', '.git', 'config'), 'no');
    writeFileSync(join(root, 'b', 'old.zip'), 'no');
    writeFileSync(join(root, 'big.txt'), new Uint8Array(MAX_BYTES + 1));
    symlinkSync('/etc/passwd', join(root, 'link.txt'));
    symlinkSync(root, join(root, 'loop'));
    expect(await listed(root).then(({ total, items }) => [total, short(items)])).toEqual([
      5,
      [
        'a.txt: first',
        'b/c.html: <p>middle</p>',
        'b/old.zip: It is a zip file; import it by itself.',
        'big.txt: It is larger than 10 MB, which is the limit.',
        'z.txt: last',
      ],
    ]);
  });

  it('come out of a zip file, of which no entry over the limit is unpacked', async () => {
    const path = join(folder, 'all.zip');
    writeFileSync(
      path,
      zipSync({
        'a.txt': strToU8('one'),
        'd/b.txt': strToU8('two'),
        'd/bomb.txt': new Uint8Array(50_000_000),
        '__MACOSX/a.txt': strToU8('no'),
      }),
    );
    const { total, items } = await listed(path);
    expect(total).toBe(3);
    expect(short(items)).toEqual([
      'a.txt: one',
      'd/b.txt: two',
      'd/bomb.txt: It is larger than 10 MB, which is the limit.',
    ]);
  });

  it('come out of JSON lines in a zip file too, until one of them is damaged', async () => {
    const path = join(folder, 'lines.zip');
    const lines = Array.from({ length: 400 }, (_, at) =>
      JSON.stringify({ text: `${at} squared is ${at * at}` }),
    );
    const zip = zipSync({
      'b/many.jsonl': strToU8(lines.join('\n')),
      'c/inner.zip': zipSync({ 'a.txt': strToU8('x') }),
      'd.txt': strToU8('one'),
    });
    writeFileSync(path, zip);
    const { items } = await listed(path);
    expect(short(items)[0]).toBe('b/many.jsonl, line 1: {"text":"0 squared i');
    expect(short(items).slice(399)).toEqual([
      'b/many.jsonl, line 400: {"text":"399 squared',
      'c/inner.zip: It is a zip file; import it by itself.',
      'd.txt: one',
    ]);
    zip.fill(0xff, 300, 340);
    writeFileSync(path, zip);
    const damaged = short((await listed(path)).items);
    expect(damaged).toContainEqual(expect.stringMatching(/^b\/many\.jsonl: .*damaged/));
    expect(damaged.at(-1)).toBe('d.txt: one');
  });

  it('come out of JSON lines, bad ones named and passed over', async () => {
    const path = join(folder, 'all.jsonl');
    const lines = [
      '{"text":"He said so.","published_on":"2024-03-08"}',
      '',
      '{"text":',
      '{"txt":"x"}',
      '{"text":" "}',
      '{"text":"x","published_on":"2024-02-31"}',
      '{"text":"x","url":"javascript:alert(1)"}',
      '{"text":"x","__proto__":{"a":1}}',
      '[]',
      '{"text":"Last, with no line end."}',
    ];
    writeFileSync(path, lines.join('\r\n'));
    const { total, items } = await listed(path);
    expect(total).toBeNull();
    expect(
      items.map(({ name, record, refused }) => [
        name.slice(path.length + 2),
        record?.text ?? refused?.slice(0, 24),
      ]),
    ).toEqual([
      ['line 1', 'He said so.'],
      ['line 3', 'The line is no JSON.'],
      ['line 4', '`text`: Invalid input: e'],
      ['line 5', '`text`: must not be empt'],
      ['line 6', '`published_on`: must be '],
      ['line 7', expect.stringMatching(/^`url`: /)],
      ['line 8', expect.stringMatching(/Unrecognized key/)],
      ['line 9', expect.stringMatching(/Invalid input/)],
      ['line 10', 'Last, with no line end.'],
    ]);
  });

  it('can be one document', async () => {
    const path = join(folder, 'one.txt');
    writeFileSync(path, 'He said so.');
    expect(await listed(path)).toMatchObject({
      total: 1,
      items: [{ name: path, record: null, refused: null }],
    });
  });

  it.each<readonly [string, () => Uint8Array, RegExp]>([
    ['names that lead outside', () => zipSync({ '../../evil.txt': strToU8('x') }), /lead outside/],
    [
      'half of it',
      () => zipSync({ 'a.txt': strToU8('x'.repeat(1000)) }).slice(0, 60),
      /damaged or incomplete/,
    ],
  ])('are refused with a sentence when a zip file has %s', async (what, make, sentence) => {
    const path = join(folder, `${what}.zip`);
    writeFileSync(path, make());
    await expect(listed(path)).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringMatching(sentence),
    });
  });

  it('are refused with a sentence when there are none', async () => {
    await expect(openBulk(join(folder, 'nowhere'))).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('There is no file or folder'),
    });
  });
});

describe('lines', () => {
  async function* cut(text: string, size: number): AsyncGenerator<Uint8Array> {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }

  it.each([1, 2, 3, 7, 100])('are the same however they are cut, %d bytes at a time', async (size) => {
    const lines: (string | null)[] = [];
    for await (const { bytes } of splitLines(cut('é one\n\n  \ntwo\r\nx'.padEnd(40, 'x'), size), 16))
      lines.push(bytes === null ? null : Buffer.from(bytes).toString());
    expect(lines).toEqual(['é one', 'two\r', null]);
  });

  it('hold a record that is read as plain text, with what it says of itself', () => {
    const parsed = parseRecord(
      Buffer.from(
        '{"id":"7","text":"The office said so on Friday.\\n\\nSource: Post Agency","title":"Ferry","language":"en-GB"}',
      ),
    );
    expect('record' in parsed && readRecord(parsed.record)).toMatchObject({
      title: 'Ferry',
      publisher: 'Post Agency',
      language: 'en',
      text: 'The office said so on Friday.\n\nSource: Post Agency',
    });
  });
});
