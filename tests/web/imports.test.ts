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
    const { original } = await fetchForImport(desk, server.editors.editor, 'https://example.org/crane');
    expect(await server.store.fetches(original.sha256)).toMatchObject([
      { finalUrl: 'https://example.org/crane', status: 200 },
    ]);
    const again = await readKept(desk, server.editors.editor, original.sha256, null);
    expect(again.document.text).toContain('The crane fell at noon');
  });
});
