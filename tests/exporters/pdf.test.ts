import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { buildReport } from '../../src/core/report.ts';
import { blankSeal } from '../../src/core/seal.ts';
import { inputOf } from '../core/report/harbour.ts';
import { paperDesk } from '../core/report/paper-desk.ts';
import { CASES, HARBOUR, HARD, written } from './written.ts';

const opened = async (report = HARBOUR, seal?: string) =>
  getDocumentProxy(new Uint8Array(await written('pdf', report, seal)));

const textOf = async (report = HARBOUR) =>
  (await extractText(await opened(report), { mergePages: true })).text.replace(/\s+/g, ' ');

interface Tagged {
  readonly role?: string;
  readonly type?: string;
  readonly alt?: string;
  readonly lang?: string;
  readonly children?: readonly Tagged[];
}

async function roles(report = HARBOUR): Promise<readonly Tagged[]> {
  const document = await opened(report);
  const found: Tagged[] = [];
  const visit = (node: Tagged): void => {
    if (node.role) found.push(node);
    for (const child of node.children ?? []) visit(child);
  };
  for (let page = 1; page <= document.numPages; page++) {
    const tree = await (await document.getPage(page)).getStructTree();
    if (tree) visit(tree as Tagged);
  }
  return found;
}

describe('opened by another reader', () => {
  it('has the words, speakers and reasons of every statement', async () => {
    const text = await textOf();
    for (const { words, speaker, rating } of HARBOUR.articles[0]!.statements) {
      expect(text).toContain(words.replace(/\s+/g, ' '));
      expect(text).toContain(speaker.name);
      expect(text).toContain(rating.reason);
    }
    expect(text).toContain(HARBOUR.digest);
  });

  it.each(CASES)('opens: %s', async (_, report) => {
    expect((await opened(report)).numPages).toBeGreaterThanOrEqual(2);
  });

  it('opens with a seal behind its end', async () => {
    expect((await opened(HARBOUR, blankSeal('A'.repeat(43)))).numPages).toBeGreaterThan(2);
  });

  it('sets right-to-left text, and says how much it could not set', async () => {
    const text = await textOf(HARD);
    expect(text).toContain('الوزير');
    expect(text).toContain('This PDF has no letters for emoji: each is shown as □.');
  });
});

describe('for a screen reader', () => {
  it('has a title, a language and tags', async () => {
    const document = await opened();
    const { info } = await document.getMetadata();
    expect(info).toMatchObject({ Title: `Verification report: ${HARBOUR.title}`, Language: 'en' });
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
  });

  it('tags headings, lists, tables with their heads, quotations, links and the figure', async () => {
    const found = await roles();
    expect(found[1]?.role).toBe('Document');
    const count = (role: string) => found.filter((one) => one.role === role).length;
    expect(count('H1')).toBe(1);
    expect(count('H3')).toBeGreaterThanOrEqual(9);
    expect(count('BlockQuote')).toBeGreaterThanOrEqual(9);
    expect(count('Table')).toBeGreaterThanOrEqual(5);
    for (const role of ['TH', 'TD', 'LI', 'Link']) expect(count(role), role).toBeGreaterThan(5);
    expect(found.find(({ role }) => role === 'Figure')?.alt).toBe(
      'Statements by status: 1 verified, 1 corroborated, 1 disputed, 1 false, 1 unverifiable, 1 not checkable, 2 unchecked.',
    );
  });

  it('has bookmarks for its parts', async () => {
    const outline = (await (await opened()).getOutline()) as { title: string }[];
    expect(outline.map(({ title }) => title)).toEqual([
      'What was found',
      'What it rests on',
      'What was not reviewed to the end',
      `Statements: ${HARBOUR.title}`,
      'Method, scale and settings',
      'What this was made from',
    ]);
  });

  it('says in which language the article’s own words are', async () => {
    expect((await roles(HARD)).some(({ role, lang }) => role === 'BlockQuote' && lang === 'ar')).toBe(true);
  });
});

it('links only to the web', async () => {
  for (const [, report] of CASES) {
    const document = await opened(report);
    for (let page = 1; page <= document.numPages; page++)
      for (const { url, unsafeUrl } of await (await document.getPage(page)).getAnnotations())
        expect(unsafeUrl ?? url).toMatch(/^https?:/);
  }
});

it('says on its first page which scripts it cannot show, and where they are shown', async () => {
  const text = 'Border\n\n条约仍然有效，发言人说。 संधि लागू है, उसने कहा. It holds, she said.\n';
  const said = [{ content: '条约仍然有效', cue: '说', source: '发言人', speaker: { name: '王毅' } }];
  const report = buildReport(inputOf(paperDesk(text, said)));
  const document = await opened(report);
  const { items } = await (await document.getPage(1)).getTextContent();
  const first = (items as { str?: string }[])
    .map((item) => ('str' in item ? item.str : ''))
    .join(' ')
    .replace(/\s+/g, ' ');
  expect(first).toContain('no letters for Chinese characters, Devanagari: each is shown as □');
  expect(await textOf(HARBOUR)).not.toContain('no letters for');
});
