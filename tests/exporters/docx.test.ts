import { unzipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import mammoth from 'mammoth';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { CASES, HARBOUR, HARD, written } from './written.ts';

const opened = async (report = HARBOUR) => {
  const { value, messages } = await mammoth.convertToHtml({
    buffer: Buffer.from(await written('docx', report)),
  });
  return { document: parseHTML(`<main>${value}</main>`).document, messages };
};

const parts = async (report = HARBOUR) => unzipSync(await written('docx', report));

const part = async (name: string, report = HARBOUR) => Buffer.from((await parts(report))[name]!).toString();

describe('opened by another reader', () => {
  it.each(CASES)('has a heading and the exact words for every statement: %s', async (_, report) => {
    const { document, messages } = await opened(report);
    expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
    const statements = report.articles.flatMap((article) => article.statements);
    const headings = [...document.querySelectorAll('h3')].filter((one) =>
      one.textContent?.startsWith('Statement '),
    );
    expect(headings.length).toBe(statements.length);
    const text = document.querySelector('main')?.textContent ?? '';
    for (const { words } of statements)
      expect(text).toContain(words.replace(/\p{Cc}/gu, '\uFFFD').slice(0, 40_000));
  });

  it('has real headings, tables and footnotes', async () => {
    const { document } = await opened();
    expect(document.querySelectorAll('h1').length).toBeGreaterThanOrEqual(5);
    expect(document.querySelectorAll('table').length).toBe(6);
    const notes = [...document.querySelectorAll('ol li')].map((one) => one.textContent ?? '');
    expect(
      notes.some((note) => note.includes('https://records.example/log') && note.includes('SHA-256')),
    ).toBe(true);
  });

  it('links only to the web', async () => {
    for (const [, report] of CASES) {
      const links = [...(await opened(report)).document.querySelectorAll('a[href]')].map((one) =>
        one.getAttribute('href'),
      );
      for (const link of links) expect(link).toMatch(/^(https?:|#)/);
    }
  });
});

describe('the parts', () => {
  it.each(CASES)('are well-formed XML: %s', async (_, report) => {
    for (const [name, bytes] of Object.entries(await parts(report))) {
      if (!/\.(xml|rels)$/.test(name)) continue;
      const parser = new SaxesParser();
      parser.on('error', (error) => {
        throw new Error(`${name}: ${error.message}`);
      });
      parser.write(Buffer.from(bytes).toString()).close();
    }
  });

  it('name every link they use', async () => {
    const used = [...(await part('word/document.xml')).matchAll(/<w:hyperlink[^>]*r:id="([^"]+)"/g)].map(
      ([, id]) => id,
    );
    const named = [...(await part('word/_rels/document.xml.rels')).matchAll(/ Id="([^"]+)"/g)].map(
      ([, id]) => id,
    );
    expect(used.length).toBeGreaterThan(5);
    expect(new Set(named).size).toBe(named.length);
    for (const id of used) expect(named).toContain(id);
  });

  it('make no field of what somebody said', async () => {
    const document = await part('word/document.xml', HARD);
    expect(document).not.toMatch(/w:instrText|w:fldSimple/);
    expect(document).toContain('=HYPERLINK(');
  });

  it('say which way the article is written, and in what language', async () => {
    const document = await part('word/document.xml', HARD);
    expect(document).toContain('<w:bidi/>');
    expect(document).toContain('<w:rtl/>');
    expect(document).toMatch(/<w:lang w:bidi="ar"\/>/);
  });

  it('repeat the head row of every table on the next page', async () => {
    expect((await part('word/document.xml')).match(/<w:tblHeader\/>/g)?.length).toBe(5);
  });
});
