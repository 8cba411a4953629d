import { Readability } from '@mozilla/readability';
import { JSDOM } from 'jsdom';
import { describe, expect, it, vi } from 'vitest';
import type { ImportedDocument } from '../../src/importers/document.ts';
import { MAX_DEPTH, MAX_ELEMENTS } from '../../src/importers/html/page-flow.ts';
import { readDocument } from '../../src/importers/read-document.ts';
import { brokenPages } from './broken-pages.ts';
import { pages } from './pages.ts';
import { sharedWords } from './shared-words.ts';

const read = (html: string, name = 'page.html'): Promise<ImportedDocument> =>
  readDocument({ bytes: Buffer.from(html), name });

const shown = (document: ImportedDocument): string[] =>
  document.blocks.map(
    ({ kind, setAside, start, end }) => `${setAside ? '-' : '+'} ${kind}: ${document.text.slice(start, end)}`,
  );

describe('the body of a page', () => {
  it.each(pages(60).map((page) => [page.name, page.html] as const))(
    'is what Readability finds with jsdom: %s',
    async (_, html) => {
      const document = await read(html);
      const kept = document.blocks
        .filter(
          ({ kind, setAside }) =>
            kind !== 'headline' && (!setAside || ['caption', 'table', 'byline'].includes(kind)),
        )
        .map(({ start, end }) => document.text.slice(start, end));
      const reference = new Readability(new JSDOM(html).window.document).parse();
      expect(sharedWords(kept.join('\n'), reference!.content!)).toBeGreaterThan(0.99);
    },
  );

  it('stands in a text where between the blocks is only white space', async () => {
    for (const { html } of pages(12)) {
      const { text, blocks, trace } = await read(html);
      let end = 0;
      for (const block of blocks) {
        expect(text.slice(end, block.start).trim()).toBe('');
        expect(block.end).toBeGreaterThan(block.start);
        end = block.end;
      }
      expect(text.slice(end).trim()).toBe('');
      expect(trace.map(({ block }) => block)).toEqual(blocks.map((_, at) => at));
    }
  });
});

const STORY = `<p>The mayor said on Friday that the ferry would sail again, and that nobody had asked her about it before.</p>
<p>“We will not be moved by a rumour,” she told reporters, who had waited on the quay since the early morning.</p>
<p>The harbour office, which runs the ferry, denied that 14 of its lamps had gone out, or that any of them would.</p>
<p>A union leader wrote in a statement that the engineers, who arrived on Tuesday, had found no fault at all, again.</p>`;

describe('what a page is made of', () => {
  it('keeps the article, and sets everything else aside in the order of the page', async () => {
    const html = `<!doctype html><html lang="en-GB"><head><title>Ferry to sail again | Post</title></head><body>
      <nav><a href="/">Home</a> <a href="/w">World</a></nav>
      <article><h1>Ferry to sail again</h1><p class="byline">By Nell Ostrander</p>${STORY}
      <figure><img src="f.jpg"><figcaption>The ferry at its berth</figcaption></figure>
      <h2>What happens next</h2>${STORY}<ul><li>Four sailings on Monday, said the office.</li><li>None on Tuesday, said the union.</li></ul>
      <blockquote>“Nobody asked,” the mayor said again.</blockquote>
      <table><tr><th>Day</th><th>Sailings</th></tr><tr><td>Monday</td><td>4</td></tr></table></article>
      <div id="comments" class="comments"><p>First!</p></div><footer>All rights reserved</footer></body></html>`;
    const document = await read(html);
    const kinds = shown(document).map((line) => line.slice(0, 40));
    expect(kinds[0]).toBe('- furniture: Home World');
    expect(kinds[1]).toBe('+ headline: Ferry to sail again');
    expect(kinds[2]).toBe('- byline: By Nell Ostrander');
    expect(kinds).toContain('- caption: The ferry at its berth');
    expect(kinds).toContain('+ subheading: What happens next');
    expect(kinds).toContain('+ list_item: Four sailings on Monday, sa');
    expect(kinds).toContain('+ block_quote: “Nobody asked,” the mayor');
    expect(shown(document)).toContain('- table: Day\tSailings\nMonday\t4');
    expect(kinds).toContain('- comment: First!');
    expect(kinds.at(-1)).toBe('- furniture: All rights reserved');
    expect(kinds.filter((line) => line.startsWith('+ paragraph'))).toHaveLength(8);
    expect(document).toMatchObject({
      title: 'Ferry to sail again',
      byline: 'Nell Ostrander',
      language: 'en',
    });
  });

  it('leaves punctuation and no-break spaces as they are, and collapses white space as a browser shows it', async () => {
    const { text } = await read(`<p>It’s “done” — 14&nbsp;000\n   lamps…<br>Second&#8239;line</p>`);
    expect(text).toBe('It’s “done” — 14\u00a0000 lamps…\nSecond\u202fline');
  });

  it('joins what inline elements part, and parts what block elements part', async () => {
    const { text } = await read(
      '<div>un<b>believ</b>able <a href="x">story</a></div><div>Two</div>three<p>four',
    );
    expect(text.split(/\n+/)).toEqual(['unbelievable story', 'Two', 'three', 'four']);
  });

  it('reads rich text that was pasted as all article', async () => {
    const document = await read('<p>One short line.</p><ul><li>A</li><li>B</li></ul>', 'pasted.html');
    expect(shown(document)).toEqual(['+ paragraph: One short line.', '+ list_item: A', '+ list_item: B']);
  });

  it('leaves out what was deleted and what stands in the margin of a text copied from Word', async () => {
    const html = `<html><body><!--StartFragment--><p class=MsoNormal>The crane <del cite="mailto:Ida" datetime="2026-03-02T10:00"><span>sank</span></del><ins cite="mailto:Ida">fell</ins> at noon.<span class=MsoCommentReference><span style='mso-special-character:comment'><a class=msocomanchor href="#_msocom_1">[IH1]</a></span></span></p><div style='mso-element:comment-list'><hr><div style='mso-element:comment'><p class=MsoCommentText>Is this true?</p></div></div><!--EndFragment--></body></html>`;
    const { text, warnings } = await read(html);
    expect(text).toBe('The crane fell at noon.');
    expect(warnings).toEqual([
      'One tracked deletion was left out of the text.',
      'One margin comment was left out.',
    ]);
    expect((await read('<p>It cost <del>12</del> 14 crowns.</p>')).text).toBe('It cost 12 14 crowns.');
  });

  it('reads only the part of a clipboard that was selected', async () => {
    const { text } = await read(
      '<html><body><p>No</p><!--StartFragment--><p>Yes, this.</p><!--EndFragment--><p>No</p></body></html>',
    );
    expect(text).toBe('Yes, this.');
  });

  it('leaves out scripts, styles and hidden passages, and says how many passages it left out', async () => {
    const html = `<html><body><p style="display: none">secret</p><script>var a = "<p>x</p>"</script><style>p{}</style><noscript>no</noscript><article>${STORY}${STORY}</article></body></html>`;
    const { text, warnings } = await read(html);
    expect(text).not.toMatch(/secret|var a|p\{\}|\bno\b<|noscript/);
    expect(warnings).toContain('The page hides one passage from its readers; they were left out.');
  });

  it('says where in the page each block came from', async () => {
    const { trace } = await read(`<html><body><div id="story"><p>${STORY}</p></div></body></html>`);
    expect(trace.map(({ from }) => from)).toContain('#story > p:nth-of-type(2)');
  });
});

describe('the metadata of a page', () => {
  const head = (inside: string): string => `<html><head>${inside}</head><body>${STORY}</body></html>`;
  const ld = (json: object): string => `<script type="application/ld+json">${JSON.stringify(json)}</script>`;
  const cases: readonly (readonly [string, string, Partial<ImportedDocument>])[] = [
    [
      'JSON-LD before everything',
      head(
        `<meta property="og:title" content="Other">${ld({ '@type': 'NewsArticle', headline: 'Ferry &amp; quay', datePublished: '2024-03-08T23:40:00-05:00', author: [{ name: 'A. One' }, { name: 'B. Two' }], publisher: { name: 'Post' }, articleSection: ['Local'] })}`,
      ),
      {
        title: 'Ferry & quay',
        publishedOn: '2024-03-08',
        byline: 'A. One, B. Two',
        publisher: 'Post',
        section: 'Local',
      },
    ],
    [
      'a graph with references',
      head(
        ld({
          '@graph': [
            { '@id': '#p', '@type': 'Organization', name: 'Post' },
            { '@type': ['ReportageNewsArticle'], headline: 'H', publisher: { '@id': '#p' } },
          ],
        }),
      ),
      { title: 'H', publisher: 'Post' },
    ],
    [
      'OpenGraph and meta',
      head(
        '<meta property="og:title" content="T"><meta property="og:site_name" content="S"><meta name="author" content="By Jon Pell"><meta property="article:published_time" content="2023-11-02T08:00:00Z"><meta property="og:url" content="https://a.example/x">',
      ),
      {
        title: 'T',
        publisher: 'S',
        byline: 'Jon Pell',
        publishedOn: '2023-11-02',
        url: 'https://a.example/x',
      },
    ],
    [
      'a title with the site’s name',
      head('<title>Ferry to sail again | The Post</title>'),
      { title: 'Ferry to sail again' },
    ],
    [
      'a title with a dash of its own',
      head('<title>Harbour – the whole story of a very long strike</title>'),
      { title: 'Harbour – the whole story of a very long strike' },
    ],
    [
      'its own story where others are described too, by its address',
      head(
        `<link rel="canonical" href="https://a.example/ferry">${ld([
          {
            '@type': 'NewsArticle',
            headline: 'In a box',
            datePublished: '2019-01-01',
            url: 'https://a.example/box',
          },
          {
            '@type': 'NewsArticle',
            headline: 'Ferry',
            mainEntityOfPage: { '@id': 'https://a.example/ferry' },
          },
        ])}`,
      ),
      { title: 'Ferry', publishedOn: null },
    ],
    [
      'its own story where others are described too, by its title',
      head(
        `<title>Ferry to sail – Post</title>${ld([
          { '@type': 'NewsArticle', headline: 'In a box', datePublished: '2019-01-01' },
          { '@type': 'NewsArticle', headline: 'Ferry to sail', datePublished: '2026-03-04' },
        ])}`,
      ),
      { title: 'Ferry to sail', publishedOn: '2026-03-04' },
    ],
    ['a date in words', head('<meta name="date" content="8 March 2024">'), { publishedOn: '2024-03-08' }],
    ['a date that could be two days', head('<meta name="date" content="03/04/2024">'), { publishedOn: null }],
    ['an impossible date', head('<meta name="date" content="2024-02-31">'), { publishedOn: null }],
    [
      'broken JSON-LD',
      head('<title>T here</title><script type="application/ld+json">{"@type":</script>'),
      { title: 'T here' },
    ],
    [
      'JSON-LD of something else',
      head(`<title>Mine</title>${ld({ '@type': 'Product', name: 'Soap' })}`),
      { title: 'Mine' },
    ],
    [
      'a canonical address that is no web address',
      head('<link rel="canonical" href="javascript:alert(1)">'),
      { url: null },
    ],
  ];
  it.each(cases)('reads %s', async (_, html, expected) => {
    expect(await read(html)).toMatchObject(expected);
  });
});

describe('what surrounds a story', () => {
  const kinds = async (html: string) => {
    const { text, blocks } = await read(html);
    return blocks.map(({ start, end, kind, setAside }) => [text.slice(start, end), kind, setAside]);
  };

  it('is set aside where headings in the story’s own box say what it is', async () => {
    const box = `<div class="story">${STORY}<h3>Comments (3)</h3><p>He said it was nothing, but it was.</p><p>Reply</p></div>`;
    expect((await kinds(`<html><body>${box}</body></html>`)).slice(-3)).toEqual([
      ['Comments (3)', 'furniture', true],
      ['He said it was nothing, but it was.', 'comment', true],
      ['Reply', 'furniture', true],
    ]);
  });

  it('names nobody as writer who only helped', async () => {
    const { byline } = await read(
      `<html><body>${STORY}<p>Additional reporting by Ann Ott. Editing by Bo Li.</p></body></html>`,
    );
    expect(byline).toBeNull();
  });

  it('says of a page for subscribers alone that its end may be missing', async () => {
    const paid = (isFree: unknown) =>
      `<html><head><script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Ferry', isAccessibleForFree: isFree })}</script></head><body>${STORY}</body></html>`;
    for (const isFree of [false, 'False', 'http://schema.org/False'])
      expect((await read(paid(isFree))).warnings.join()).toContain('only subscribers may read all of it');
    expect((await read(paid(true))).warnings).toEqual([]);
  });

  it('keeps the lines of a page that holds no article, and says so', async () => {
    const cards = Array.from(
      { length: 20 },
      (_, at) =>
        `<div class="card"><a href="/${at}"><h3>Headline number ${at}</h3></a><p>Teaser ${at}.</p></div>`,
    ).join('');
    const { text, blocks, warnings } = await read(
      `<html><body><div>${cards}</div><footer><p>Terms of use · Privacy policy</p></footer></body></html>`,
    );
    expect(warnings.join()).toContain('could not be told from the rest');
    const kept = blocks.filter(({ setAside }) => !setAside).map(({ start, end }) => text.slice(start, end));
    expect(kept).toContain('Teaser 7.');
    expect(kept).not.toContain('Terms of use · Privacy policy');
  });
});

describe('the encoding of a page', () => {
  const accented = '<p>caf\xe9 \x93quoted\x94</p>';
  it.each([
    ['its meta charset', `<meta charset="windows-1252">${accented}`, undefined],
    [
      'its http-equiv',
      `<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">${accented}`,
      undefined,
    ],
    ['its Content-Type', accented, 'text/html; charset=latin1'],
  ])('is told by %s', async (_, html, mediaType) => {
    const document = await readDocument({ bytes: Buffer.from(html, 'latin1'), name: 'a.html', mediaType });
    expect(document).toMatchObject({ text: 'café “quoted”', encoding: 'windows-1252', warnings: [] });
  });

  it('is UTF-8 when the bytes are, whatever the page says', async () => {
    const document = await read('<meta charset="iso-8859-1"><p>café “quoted”</p>');
    expect(document).toMatchObject({ text: 'café “quoted”', encoding: 'utf-8' });
  });
});

describe('a page whose markup was broken at random', () => {
  it('still gives blocks in order with only white space between them, and nothing on the console', async () => {
    const said = vi.spyOn(console, 'log');
    let unread = 0;
    for (const html of brokenPages(7, 60)) {
      // A comment or script that is never closed swallows the rest, in a browser too.
      const document = await read(html).catch((error) => {
        expect(error).toMatchObject({ code: 'invalid' });
        return null;
      });
      if (!document) {
        unread++;
        continue;
      }
      const { text, blocks } = document;
      let end = 0;
      for (const block of blocks) {
        expect(text.slice(end, block.start).trim()).toBe('');
        expect(block.end).toBeGreaterThan(block.start);
        end = block.end;
      }
    }
    expect(unread).toBeLessThan(6);
    expect(said).not.toHaveBeenCalled();
    said.mockRestore();
  });

  it.each([
    [
      'text in a head that is never closed',
      '<html><head><title>T</title><h1>Ferry</h1><p>He said so.</p>',
      'He said so.',
    ],
    [
      'a body inside the body',
      '<body><div><body class="x"><p>He said so.</p></body></div></body>',
      'He said so.',
    ],
    ['names only a browser forgives', '<p><o:p>He</o:p> said<p"x> so.</p"x>', 'He said so.'],
  ])('keeps %s', async (_, html, text) => {
    expect((await read(html)).text.replace(/\s+/g, ' ')).toContain(text);
  });
});

describe('a page that never closes what it opens', () => {
  const said = 'The harbour office said on Friday that the ferry would sail again.';
  const lost = '<p>“We will not,” the crew said in a letter that was read out at noon.</p>';

  it.each(['<style>', '<textarea>', '<noscript>', '<svg>', '<!--', '<script>', '<select><option>'])(
    'is said to have lost what follows its %s',
    async (open) => {
      const document = await read(
        `<html><body><article><p>${said}</p>${open}${lost}</article></body></html>`,
      );
      expect(document.text).toBe(said);
      expect(document.warnings.join()).toMatch(
        new RegExp(`opens ${open.replace('<option>', '')} and never closes it: the \\d+ characters after it`),
      );
    },
  );

  it.each(['<title>', '<style>'])('is refused when nothing is left before its %s', async (open) => {
    await expect(
      read(`<html><head>${open}Ferry</head><body><p>${said}</p>${lost}</body></html>`),
    ).rejects.toThrow(`opens ${open} and never closes it`);
  });

  it.each([
    `<p>${said}</p><p>Unclosed paragraphs, <b>bold words and lists are what pages are made of<ul><li>one`,
    `<p>${said}</p><noscript><img src="pixel.gif">`,
    `<p>${said}</p><!-- a comment --><style>p { color: red; background: url(a.gif); margin: 0 auto }</style>`,
  ])('is not said to have lost anything where it did not', async (page) => {
    expect((await read(`<html><body>${page}`)).warnings.join()).not.toContain('never closes');
  });
});

describe('a hostile page', () => {
  it.each([
    ['10,000 nested elements', `<html><body>${'<div>'.repeat(10_000)}x`, `more than ${MAX_DEPTH} deep`],
    [
      'a million elements',
      `<html><body>${'<i></i>'.repeat(MAX_ELEMENTS + 1)}x`,
      `more than ${MAX_ELEMENTS} elements`,
    ],
    ['no text', '<html><body><img src="a.png"></body></html>', 'no text'],
  ])('is refused with a sentence: %s', async (_, html, sentence) => {
    await expect(read(html)).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining(sentence),
    });
  });

  it.each([
    ['a line of 5 MB', `<html><body><p>${'word '.repeat(1_000_000)}</p></body></html>`],
    ['5 MB of quotation marks', `<html><body><p>${'"'.repeat(5_000_000)} he said.</p></body></html>`],
    ['5 MB of angle brackets', `<html><body><p>text ${'<'.repeat(5_000_000)}</p></body></html>`],
    [
      'an attribute of 5 MB',
      `<html><body><p class="${'a '.repeat(2_500_000)}">He said so.</p></body></html>`,
    ],
    [
      'an unclosed comment of 5 MB',
      `<html><body><p>He said so.</p><!--${'-'.repeat(5_000_000)}</body></html>`,
    ],
    ['90,000 line breaks', `<html><body><p>He said so.${'<br>'.repeat(90_000)}</p></body></html>`],
    ['5 MB of entities', `<html><body><p>He said so.${'&amp;'.repeat(1_000_000)}</p></body></html>`],
  ])('is read in bounded time: %s', async (_, html) => {
    const started = performance.now();
    expect((await read(html)).text.length).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(8_000);
  });
});
