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

  it('sets right-to-left text and emoji', async () => {
    const text = await textOf(HARD);
    expect(text).toContain('الوزير');
    expect(text).toContain('🚧');
    expect(text).not.toContain('□');
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

const saying = (...words: readonly string[]) =>
  buildReport(
    inputOf(
      paperDesk(
        `Border\n\n${words.join('\n\n')}\n`,
        words.map((content) => ({ content, cue: content, speaker: { name: content.split(' ')[0]! } })),
      ),
    ),
  );

it('sets Chinese, Japanese, Korean, the Indic scripts, Thai, Khmer, Ethiopic and emoji', async () => {
  const words = [
    '条约仍然有效，双方都遵守“边界协定”；說國學。',
    '政府は「国境協定」が有効であると述べた。',
    '정부는 조약이 유효하다고 밝혔다.',
    'संधि अब भी लागू है, क्षेत्र में शांति है।',
    'চুক্তিটি এখনও কার্যকর এবং উভয় পক্ষ মানতে হবে।',
    'ஒப்பந்தம் நடைமுறையில் உள்ளது.',
    'ఒప్పందం అమలులో ఉంది. ಒಪ್ಪಂದ ಜಾರಿಯಲ್ಲಿದೆ. കരാർ നിലവിലുണ്ട്.',
    'કરાર અમલમાં છે. ਸੰਧੀ ਲਾਗੂ ਹੈ। ස්ත්‍රී ගිවිසුම.',
    'สนธิสัญญายังมีผลบังคับใช้ตามเงื่อนไข',
    'የኢትዮጵያ ስምምነት កិច្ចព្រមព្រៀង 🎉🔥 🇮🇳 👩‍💻',
  ];
  const text = (await textOf(saying(...words))).replace(/ /g, '');
  // □ stands for what could not be set, ◌ for a mark that lost its letter.
  expect(text).not.toMatch(/[□◌]|no letters for/);
  for (const whole of ['条约仍然有效', '国境協定', '조약이', '說國學', '🎉🔥']) expect(text).toContain(whole);
  for (const word of words)
    for (const letter of word.replace(/[\s\p{M}\p{P}\p{Cf}]/gu, '')) expect(text, letter).toContain(letter);
});

it('breaks lines of Chinese between characters, and keeps what closes with what it closes', async () => {
  const document = await opened(saying(`${'条约仍然有效（双方）。'.repeat(40)}`));
  const { items } = await (await document.getPage(1)).getTextContent();
  const lines = new Map<number, string>();
  for (const { str, transform } of items as { str: string; transform: number[] }[])
    lines.set(transform[5]!, (lines.get(transform[5]!) ?? '') + str);
  const long = [...lines.values()].filter((line) => line.includes('条约仍然有效（'));
  expect(long.length).toBeGreaterThan(1);
  for (const line of long) {
    expect(line.trim()).not.toMatch(/^[）。]/u);
    expect(line.trim()).not.toMatch(/（$/u);
  }
});

it('says on its first page which scripts it cannot show, and where they are shown', async () => {
  const report = saying('བོད་ཡིག It holds, she said, 𒀀.');
  const document = await opened(report);
  const { items } = await (await document.getPage(1)).getTextContent();
  const first = (items as { str?: string }[])
    .map((item) => ('str' in item ? item.str : ''))
    .join(' ')
    .replace(/\s+/g, ' ');
  expect(first).toContain('no letters for Tibetan, some other signs: each is shown as □');
  expect(await textOf(HARBOUR)).not.toContain('no letters for');
});

it('draws who said how much and when, and says both in words', async () => {
  const said = ['2031-05-01', '2031-05-02'].map((saidOn) => ({
    content: `The pier was open on ${saidOn}`,
    cue: 'was',
    speaker: { name: 'Ilse Brandt' },
    saidOn,
  }));
  const text = `The piers\n\n${said.map(({ content }) => content).join('\n\n')}\n`;
  const report = buildReport(inputOf(paperDesk(text, said)));
  const figures = (await roles(report)).filter(({ role }) => role === 'Figure').map(({ alt }) => alt);
  expect(figures).toEqual([
    'Statements by status: 2 unchecked.',
    'Speakers and the status of what they said. Ilse Brandt: 2, 2 unchecked',
    'When the statements were made, and through whom they came. 1 May 2031: one statement; 2 May 2031: one statement.',
  ]);
});

it('repeats the head of a table on the next page, for the eye alone', async () => {
  const report = saying(...Array.from({ length: 60 }, (_, n) => `Name${n} spoke about the harbour.`));
  const document = await opened(report);
  const { items } = await (await document.getPage(2)).getTextContent();
  const words = (items as { str?: string }[]).map((item) => item.str?.trim()).filter(Boolean);
  expect(words.slice(0, 8)).toContain('speaker');
  // Four tables with a head each; one of them counts what is unchecked, and all.
  expect((await roles(report)).filter(({ role }) => role === 'TR').length).toBe(
    4 + 2 + report.bySpeaker.length + report.byParty.length + report.scale.length,
  );
});

it('is the same to the byte when written again, whatever it holds', async () => {
  const report = saying('条约仍然有效 है में 🎉', 'It holds');
  expect(Buffer.compare(await written('pdf', report), await written('pdf', report))).toBe(0);
});
