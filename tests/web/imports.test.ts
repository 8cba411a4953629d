import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/core/digest.ts';
import { aServer, TEXT, type TestServer } from './a-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.stop());

const NEW = 'Council measures the second crane\n\nThe crane fell at noon, harbour master Ida Holm said.\n';

function upload(fields: Record<string, string>, file?: { name: string; bytes: Uint8Array }): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  if (file) form.set('file', new Blob([file.bytes as BlobPart]), file.name);
  return form;
}

const preview = (form: FormData) => server.knock('/articles/preview', { as: 'editor', body: form });
const kept = async () => (await server.store.articles({})).rows.length;

function settled(text: string, more: Record<string, string> = {}): Record<string, string> {
  return {
    sha256: sha256(new TextEncoder().encode(text)),
    name: '',
    title: 'A title',
    publisher: '',
    published_on: '',
    url: '',
    language: 'en',
    request_key: 'key-1',
    ...more,
  };
}

describe('importing', () => {
  it('shows what would be stored before anything is', async () => {
    const before = await kept();
    const answer = await preview(upload({ text: NEW }));
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('Council measures the second crane');
    expect(await kept()).toBe(before);
  });

  it('keeps one article when the form is posted twice', async () => {
    await preview(upload({ text: NEW }));
    const before = await kept();
    const posts = await Promise.all(
      [1, 2].map(() => server.knock('/articles', { as: 'editor', form: settled(NEW) })),
    );
    expect(posts.map((answer) => answer.status)).toEqual([303, 303]);
    expect(new Set(posts.map((answer) => answer.headers.get('location'))).size).toBe(1);
    expect(await kept()).toBe(before + 1);
  });

  it('keeps everything typed when the day is none', async () => {
    const form = settled(NEW, { published_on: 'yesterday', title: 'Kept <title>', request_key: 'key-2' });
    const answer = await server.knock('/articles', { as: 'editor', form });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('value="Kept &#60;title&#62;"');
  });

  it('says that the desk has the story already', async () => {
    const page = await (await preview(upload({ text: TEXT }))).text();
    expect(page).toContain('the same text, word for word');
  });

  it.each([
    ['nothing at all', upload({ text: '   ' }), 'There is no text here'],
    [
      'a binary file',
      upload({ text: '' }, { name: 'a.txt', bytes: new Uint8Array([0, 1, 2, 3, 255, 0, 7]) }),
      '',
    ],
    [
      'an address, where pages are not fetched',
      upload({ text: '', url: 'https://example.org/a' }),
      'fetches no pages',
    ],
  ])('refuses %s with a sentence, the form still there', async (_what, form, sentence) => {
    const answer = await preview(form);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    const page = await answer.text();
    expect(page).toContain(sentence);
    expect(page).toContain('name="text"');
  });
});

const OTHER = 'Harbour council argues over the crane again and again in the small hall by the north quay';
/** Long enough that likeness can be told. */
const LONG = `${OTHER}\n\nThe council met for nine hours on Tuesday and ended without a vote on the crane. Councillor Una Strand said the inspection papers had been kept in a drawer since the spring. Engineers who looked at the broken jib found old paint inside the crack, which means that it was there before the last inspection. The company that owns the crane says every weld was checked in May. Dockers walked out at noon and came back at four, after the foreman promised that nobody would work under the second crane until it was measured.\n`;

describe('a story the desk has already', () => {
  const choose = async (relation: string, text: string) => {
    await preview(upload({ text }));
    return server.knock('/articles', {
      as: 'editor',
      form: settled(text, { relation, publisher: 'Salt Courier', request_key: `key-${relation}` }),
    });
  };

  it('is kept once, as its next version, or as one text with another, as the editor says', async () => {
    const first = await server.desk.store.articles({});
    expect(first.rows.length).toBeGreaterThan(0);
    const answer = await choose('', LONG);
    const id = (answer.headers.get('location') ?? '').match(/articles\/([\w-]+)/)?.[1] ?? '';
    const edited = LONG.replace('nine', 'ten');
    const page = await (await preview(upload({ text: edited }))).text();
    for (const kind of ['same', 'version', 'copy']) expect(page).toContain(`value="${kind} ${id}"`);
    const before = await kept();
    expect((await choose(`same ${id}`, edited)).headers.get('location')).toBe(`/articles/${id}`);
    expect(await kept()).toBe(before);
    const copy = await choose(`copy ${id}`, `${LONG}\n`);
    expect(copy.status).toBe(303);
    expect(await server.store.wireOf(id)).toHaveLength(2);
    const version = await choose(`version ${id}`, edited);
    expect(version.headers.get('location')).toMatch(/\/changes$/);
    expect((await server.store.articleSummary(id)).superseded).toBe(true);
  });
});

describe('what was set aside', () => {
  const MENU = Array.from({ length: 300 }, (_, at) => `<li><a href="/${at}">Menu entry ${at}</a></li>`).join(
    '',
  );
  const PAGE = `<!doctype html><html><head><title>Crane</title></head><body><nav><ul>${MENU}</ul></nav><article><h1>Crane</h1>${'<p>The crane fell at noon, harbour master Ida Holm said, and everybody ran away from the quay at once.</p>'.repeat(12)}</article></body></html>`;

  it('is restored by a click, and hundreds of lines of furniture fit in the form', async () => {
    const page = await (
      await preview(upload({ text: '' }, { name: 'page.html', bytes: new TextEncoder().encode(PAGE) }))
    ).text();
    expect(page.match(/name="keep"/g)?.length).toBeGreaterThanOrEqual(300);
    expect(page).toContain('lines set aside');
    expect(page).toMatch(/html &gt;|html &#62;|nav/);
    const asked = settled(PAGE, { name: 'page.html', keep: '2', request_key: 'key-aside' });
    const again = await (await preview(upload(asked))).text();
    expect(again).toMatch(/name="keep" value="2" checked/);
    const answer = await server.knock('/articles', { as: 'editor', form: asked });
    expect(answer.status).toBe(303);
    const id = (answer.headers.get('location') ?? '').match(/articles\/([\w-]+)/)?.[1] ?? '';
    const { blocks } = await server.store.article(id);
    expect(blocks.filter((block) => block.setAside).length).toBeGreaterThan(290);
    expect(blocks[2]?.setAside).toBe(false);
  });
});

describe('an encoding nobody can be sure of', () => {
  const bytes = new Uint8Array([...'Caf'].map((c) => c.charCodeAt(0)).concat([0xe9, 0x20, 0xfb, 0x21]));

  it('is asked for, the file kept, and can be chosen again on the preview', async () => {
    const refused = await preview(upload({ text: '' }, { name: 'cafe.txt', bytes }));
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain('choose its encoding');
    const digest = /name="sha256" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? '';
    const chosen = await preview(
      upload({ text: '', sha256: digest, name: 'cafe.txt', encoding: 'windows-1252' }),
    );
    expect(await chosen.text()).toContain('Café û!');
    const other = { ...settled(''), sha256: digest, name: 'cafe.txt', encoding_before: 'windows-1252' };
    const again = await (await preview(upload({ ...other, encoding: 'windows-1251' }))).text();
    expect(again).toContain('Cafй ы!');
    const answer = await server.knock('/articles', {
      as: 'editor',
      form: { ...other, encoding: 'windows-1251', request_key: 'key-encoding' },
    });
    const id = (answer.headers.get('location') ?? '').match(/articles\/([\w-]+)/)?.[1] ?? '';
    expect((await server.store.article(id)).text).toContain('Cafй ы!');
  });
});

describe('rich text from the clipboard', () => {
  it('keeps its structure, whether or not the browser marked what was selected', async () => {
    const html = 'Crane<h2>What happened</h2><blockquote>It fell.</blockquote><p>At noon.</p>';
    for (const given of [
      html,
      `<html><body><p>not chosen</p><!--StartFragment-->${html}<!--EndFragment--></body></html>`,
    ]) {
      const page = await (
        await preview(upload({ text: 'Crane What happened It fell. At noon.', html: given }))
      ).text();
      expect(page).toContain('subheading');
      expect(page).toContain('quotation');
      expect(page).not.toContain('not chosen');
    }
  });
});

describe('a feed', () => {
  const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>Quay Wire</title><item><title>Crane &lt;b&gt;falls&lt;/b&gt;</title><link>https://example.org/crane</link><pubDate>Mon, 02 Mar 2026 09:00:00 GMT</pubDate></item><item><title>Script</title><link>javascript:alert(1)</link></item></channel></rss>`;

  it('is a list to pick from, and nothing of it is fetched or stored', async () => {
    const before = await kept();
    const answer = await preview(
      upload({ text: '' }, { name: 'feed.xml', bytes: new TextEncoder().encode(FEED) }),
    );
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect(page).toContain('https://example.org/crane');
    expect(page).not.toContain('javascript:');
    expect(page).toContain('This desk fetches no pages');
    expect(page).not.toContain('name="url" value="https://example.org/crane"');
    expect(await kept()).toBe(before);
  });
});

describe('a page fetched by its address', () => {
  it('is kept with how it was fetched', async () => {
    const bytes = new TextEncoder().encode(
      `<html><body><article><h1>Crane</h1><p>${NEW}</p></article></body></html>`,
    );
    const fetched = {
      bytes,
      sha256: sha256(bytes),
      finalUrl: 'https://example.org/crane',
      redirects: [],
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8' },
      mediaType: 'text/html; charset=utf-8',
      fetchedAt: '2026-03-02T09:00:00.000Z',
    };
    const desk = { ...server.desk, fetch: async () => fetched };
    const { fetchForImport, readKept } = await import('../../src/workflow.ts');
    const brought = await fetchForImport(desk, server.editors.editor, 'https://example.org/crane');
    if (!('reading' in brought)) throw new Error('a page was taken for a feed');
    const { original } = brought.reading;
    expect(await server.store.fetches(original.sha256)).toMatchObject([
      { finalUrl: 'https://example.org/crane', status: 200 },
    ]);
    const again = await readKept(desk, server.editors.editor, original.sha256, null);
    expect(again.document.text).toContain('The crane fell at noon');
  });
});

describe('a text of thousands of paragraphs', () => {
  const LONG = Array.from({ length: 2_400 }, (_, at) => `Lamp ${at + 1} of the quay was out.`).join('\n\n');
  const post = (path: string, fields: readonly (readonly [string, string])[]) =>
    server.knock(path, {
      as: 'editor',
      body: new URLSearchParams(fields.map(([name, value]) => [name, value])),
    });
  const form = (more: readonly (readonly [string, string])[]) => [
    ...Object.entries(settled(LONG, { encoding_before: '', request_key: 'key-long' })),
    ...more,
  ];

  it('is shown in parts, and what was settled on one of them stays settled on the others', async () => {
    const first = await (await preview(upload({ text: LONG }))).text();
    expect(first).toContain('Paragraphs 1,001 to 2,000</button>');
    expect(first).toContain('<b aria-current="true">Paragraphs 1 to 1,000</b>');
    expect(first).toContain('Lamp 1000 of');
    expect(first).not.toContain('Lamp 1001 of');
    const second = await (
      await post(
        '/articles/preview',
        form([
          ['aside', '7'],
          ['part', '1'],
        ]),
      )
    ).text();
    expect(second).toContain('Lamp 2000 of');
    expect(second).not.toContain('Lamp 8 of');
    expect(second).toContain('<input type="hidden" name="aside" value="7">');
    const back = await (
      await post(
        '/articles/preview',
        form([
          ['aside', '7'],
          ['part', '0'],
        ]),
      )
    ).text();
    expect(back).toMatch(/name="aside" value="7" checked/);
    expect(back).not.toContain('type="hidden" name="aside"');
  });

  it('may have hundreds of its paragraphs set aside at once', async () => {
    const ticks = Array.from({ length: 1_100 }, (_, at) => ['aside', String(at)] as const);
    const answer = await post('/articles', form(ticks));
    expect(answer.status).toBe(303);
    const id = (answer.headers.get('location') ?? '').match(/articles\/([\w-]+)/)?.[1] ?? '';
    const { text, blocks } = await server.store.article(id);
    expect(text).toBe(LONG);
    expect(blocks.filter((block) => block.setAside)).toHaveLength(1_100);
  });

  it('shows the beginning of a paragraph of millions of characters, and keeps all of it', async () => {
    const text = `It began so. ${'word '.repeat(200_000)}`.trim();
    const page = await (await preview(upload({ text }))).text();
    expect(page.length).toBeLessThan(60_000);
    expect(page).toMatch(/and 980,\d{3} more characters, which are kept/);
    const form = settled(text, { request_key: 'key-endless' });
    const answer = await server.knock('/articles', { as: 'editor', form });
    const id = (answer.headers.get('location') ?? '').match(/articles\/([\w-]+)/)?.[1] ?? '';
    expect((await server.store.article(id)).text).toBe(text);
  });
});

describe('the name of a file', () => {
  const bytes = new TextEncoder().encode('The crane was measured on Friday, Ida Holm said.\n');

  it.each([
    ['../../etc/passwd.txt', 'passwd.txt'],
    ['C:\\desk\\note.txt', 'note.txt'],
    ['\u202etxt.exe.txt', 'txt.exe.txt'],
    ['<b>.txt', '_b_.txt'],
  ])('is kept without what it might do: %j', async (name, kept) => {
    const page = await (await preview(upload({ text: '' }, { name, bytes }))).text();
    expect(page).toContain(`name="name" value="${kept}"`);
  });

  it('with control characters is refused with what to do', async () => {
    const answer = await preview(upload({ text: '' }, { name: 'a\u001bb.txt', bytes }));
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Rename the file, then choose it again.');
  });
});
