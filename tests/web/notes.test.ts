// Notes on a stretch of the text, on the article and on a statement: threads, whom they call on, what stays confidential.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fieldsOf, open, type Page, send } from './a-form.ts';
import { aServer, type TestServer } from './a-server.ts';
import { aToken } from './a-token.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.stop());

const NOTE = 'form[data-draft="article_noted"]';
const bench = (): string => `/articles/${server.articleId}`;
const note = async (typed: Record<string, string>): Promise<Page & { address: string }> =>
  send(server, await open(server, bench()), NOTE, typed);

describe('a note on words of the article', () => {
  it('is shown at its place and leads there and back', async () => {
    const page = await note({ words: 'harbour master\nIda Holm', body: 'Is she **still** that?' });
    const at = page.document.querySelector('#text a.note-at');
    expect(at?.nextElementSibling?.textContent).toBe('harbour master Ida Holm');
    const thread = page.document.querySelector(at?.getAttribute('href') ?? '');
    expect(thread?.querySelector('strong')?.textContent).toBe('still');
    expect(thread?.querySelector('a')?.getAttribute('href')).toBe(`#${at?.id}`);
    const { notes } = await server.store.articleReview(server.articleId);
    const { text } = await server.store.article(server.articleId);
    const { start, end } = notes[0]?.span ?? { start: 0, end: 0 };
    expect(text.slice(start, end)).toBe('harbour master Ida Holm');
  });

  it('asks which of several places is meant, and refuses words that are not there, with everything kept', async () => {
    const twice = await note({ words: 'the crane', body: 'Which crane?' });
    expect(twice.status).toBe(200);
    const missing = await note({ words: 'the drawbridge', body: 'Kept, I hope.' });
    expect(missing.status).toBe(422);
    expect(missing.words(`${NOTE} .problem`)).toContain('do not stand in this article');
    expect(fieldsOf(missing, NOTE).fields).toMatchObject({ words: 'the drawbridge', body: 'Kept, I hope.' });
    const many = await note({ words: 'a', body: 'Which?' });
    expect(many.status).toBe(422);
    expect(many.document.querySelectorAll(`${NOTE} [name=occurrence]`).length).toBeGreaterThan(2);
    const chosen = await send(server, many, NOTE, { occurrence: '2' });
    expect(chosen.status).toBe(200);
  });

  it('is answered, reworded with the earlier words kept, closed and opened again', async () => {
    let page = await note({ words: 'at noon', body: 'Whose noon?' });
    const id = (await server.store.articleReview(server.articleId)).notes.at(-1)?.id;
    const form = (act: string) => `#note-${id} form[data-act="${act}"]`;
    page = await send(server, page, form('article_noted'), { body: 'The tower clock says 12:04.' });
    expect(page.words(`#note-${id} .items`)).toContain('12:04');
    page = await send(server, page, form('note_edited'), { body: 'Whose noon is meant?' });
    expect(page.words(`#note-${id}`)).toContain('Whose noon is meant?');
    expect(page.words(`#note-${id} details`)).toContain('Whose noon?');
    page = await send(server, page, form('note_resolved'));
    expect(page.words(`#note-${id}`)).toContain('closed');
    expect(page.document.querySelector(`#at-${id}`)).toBeNull();
    page = await send(server, page, form('note_reopened'));
    expect(page.document.querySelector(`#at-${id}`)).not.toBeNull();
    expect(
      (await server.store.articleReview(server.articleId)).notes.find((one) => one.id === id),
    ).toMatchObject({
      earlier: [{ body: 'Whose noon?' }],
    });
  });
});

describe('somebody called on by name', () => {
  const mentions = async (as: 'lead' | 'admin' | 'editor' = 'lead') =>
    (await open(server, '/queue?pile=mentions', as)).words('main');

  it('finds it on the desk and in the queue until they have read it', async () => {
    await note({ body: '@lead please look. Write to desk@admin.example, not to @nobody or @reader.' });
    expect((await open(server, '/', 'lead')).words('main')).toContain('You were mentioned 1');
    expect(await mentions()).toContain('please look');
    expect(await mentions('admin')).not.toContain('please look');
    expect(await mentions('editor')).not.toContain('please look');
    const page = await open(server, '/queue?pile=mentions', 'lead');
    const href = page.document.querySelector('main .items a')?.getAttribute('href') ?? '';
    expect(href).toMatch(/#note-/);
    await send(server, page, 'main .items form', {}, 'lead');
    expect(await mentions()).toContain('Nobody has called on you');
  });

  it('no longer finds it once they answered, the thread was closed, or they are named no more', async () => {
    const call = async (): Promise<string> => {
      await note({ body: '@lead, whose crane?' });
      expect(await mentions()).toContain('whose crane?');
      return (await server.store.articleReview(server.articleId)).notes.at(-1)?.id ?? '';
    };
    const act = async (id: string, name: string, typed = {}, as: 'lead' | 'editor' = 'editor') =>
      send(server, await open(server, bench(), as), `#note-${id} form[data-act="${name}"]`, typed, as);
    for (const settle of [
      (id: string) => act(id, 'article_noted', { body: 'The port’s.' }, 'lead'),
      (id: string) => act(id, 'note_resolved'),
      (id: string) => act(id, 'note_withdrawn'),
      (id: string) => act(id, 'note_edited', { body: 'Whose crane?' }),
    ]) {
      await settle(await call());
      expect(await mentions()).toContain('Nobody has called on you');
    }
    const id = await call();
    await act(id, 'note_edited', { body: '@admin, whose crane?' });
    expect(await mentions('admin')).toContain('whose crane?');
  });

  it('is called on from a statement and through the API too, and nobody reads another’s mentions away', async () => {
    const at = `${bench()}?statement=${server.statementId}`;
    await send(server, await open(server, at), '#panel form[data-draft="noted"]', {
      body: 'For @lead: see the tape.',
    });
    expect(await mentions()).toContain('see the tape');
    const [mention] = await server.store.mentions(server.editors.lead.id, 5);
    await server.knock(`/mentions/${mention?.noteId}`, { as: 'admin', form: {} });
    expect(await mentions()).toContain('see the tape');
    const { version } = await server.store.review(server.statementId);
    await server.knock(`/api/v1/statements/${server.statementId}/events`, {
      headers: {
        authorization: `Bearer ${await aToken(server, 'editor', 'write')}`,
        'content-type': 'application/json',
        'if-match': `"${version}"`,
      },
      body: JSON.stringify({ act: 'noted', body: '@lead, from a script' }),
    });
    expect(await mentions()).toContain('from a script');
  });
});
