// What somebody is typing: kept for them alone, put back by the page, gone once it was sent.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/core/editor.ts';
import { fieldsOf, open, send } from './a-form.ts';
import { aServer, type TestServer } from './a-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.stop());

const RATED = 'form[data-draft="rated"]';
const bench = (): string => `/articles/${server.articleId}?statement=${server.statementId}`;
const keep = (body: object, as: Role = 'editor') =>
  server.knock('/drafts', {
    as,
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  });
const draft = (fields: Record<string, string>, name = 'rated', more = {}) =>
  keep({ key: `${server.statementId}:${name}`, fields, ...more });
const kept = (as: Role = 'editor') => server.store.drafts(server.editors[as].id, server.statementId);

describe('a draft', () => {
  it('is put back into its form, with a word about it, for its author alone', async () => {
    expect((await draft({ reason: 'The tape shows it', rating: 'unverifiable' })).status).toBe(204);
    const page = await open(server, bench());
    expect(fieldsOf(page, RATED).fields).toMatchObject({
      reason: 'The tape shows it',
      rating: 'unverifiable',
    });
    expect(page.words(RATED)).toContain('Put back: you typed this and did not send it');
    expect((await open(server, `/statements/${server.statementId}/panel`)).html).toContain(
      'The tape shows it',
    );
    for (const other of ['lead', 'admin'] as const) {
      const theirs = await open(server, bench(), other);
      expect(theirs.html).not.toContain('The tape');
      expect(await kept(other)).toEqual([]);
    }
  });

  it('keeps a confidential note confidential', async () => {
    await draft({ body: 'She is the source.', confidential: 'on' }, 'noted');
    const page = await open(server, bench());
    const form = page.document.querySelector('form[data-draft="noted"]');
    expect(form?.querySelector('textarea')?.textContent).toBe('She is the source.');
    expect(form?.querySelector('[name=confidential]')?.hasAttribute('checked')).toBe(true);
    expect(server.logged()).not.toContain('She is the source');
    for (const path of ['/search?q=source', '/log', '/queue', `/articles/${server.articleId}/report`, '/'])
      expect((await open(server, path)).html, path).not.toContain('She is the source');
  });

  it('survives a form that was refused, and goes with the one that is applied', async () => {
    await draft({ reason: 'We asked twice.', rating: 'false' });
    const refused = await send(server, await open(server, bench()), RATED);
    expect(refused.status).toBe(422);
    expect(await kept()).toContainEqual(expect.objectContaining({ key: `${server.statementId}:rated` }));
    await send(server, await open(server, bench()), 'form[data-act="attribution_confirmed"]');
    const applied = await send(server, await open(server, bench()), RATED, { rating: 'unverifiable' });
    expect(applied.status).toBe(200);
    expect((await kept()).map(({ key }) => key)).not.toContain(`${server.statementId}:rated`);
    expect(applied.words(RATED)).not.toContain('Put back');
  });

  it('of a pasted article comes back on the import form, and goes once the article is kept', async () => {
    const text = 'The ferry is late again, said the harbour master.';
    await keep({ key: 'import:new', fields: { text, url: 'https://quay.example/late' } });
    const form = await open(server, '/articles/new');
    expect(fieldsOf(form, 'main form').fields).toMatchObject({ text, url: 'https://quay.example/late' });
    expect(fieldsOf(await open(server, '/articles/new', 'lead'), 'main form').fields.text).toBe('');
    const preview = await send(server, form, 'main form');
    expect(await server.store.drafts(server.editors.editor.id, 'import')).toHaveLength(1);
    const stored = await send(server, preview, 'form[action="/articles"]', { title: 'Late again' });
    expect(stored.address).toMatch(/^\/articles\//);
    expect(await server.store.drafts(server.editors.editor.id, 'import')).toEqual([]);
  });

  it('that arrives after its form was applied is not kept', async () => {
    const page = await open(server, bench());
    const { request_key } = fieldsOf(page, RATED).fields;
    await send(server, page, RATED, { rating: 'unverifiable', reason: 'Asked, no answer.' });
    await draft({ reason: 'Asked, no an' }, 'rated', { request_key });
    expect((await kept()).map(({ key }) => key)).not.toContain(`${server.statementId}:rated`);
  });

  it('is thrown away on request, also by a page without scripts, and by emptying the form', async () => {
    await draft({ reason: 'gone' }, 'struck_out');
    const page = await open(server, bench());
    const form = 'form[data-draft="struck_out"]';
    const button = page.document.querySelector(`${form} [formaction]`);
    const answer = await server.knock(button?.getAttribute('formaction') ?? '', {
      as: 'editor',
      form: { ...fieldsOf(page, form).fields, draft_page: button?.getAttribute('value') ?? '' },
    });
    expect(answer.headers.get('location')).toBe(bench().replace(/$/, ''));
    expect((await kept()).map(({ key }) => key)).not.toContain(`${server.statementId}:struck_out`);
    await draft({ reason: 'gone' }, 'struck_out');
    await draft({}, 'struck_out');
    expect((await kept()).map(({ key }) => key)).not.toContain(`${server.statementId}:struck_out`);
  });

  it('is refused where it is not a form’s: odd keys, odd names, too much', async () => {
    const fields = { reason: 'x' };
    for (const body of [
      { key: 'x', fields },
      { key: `${server.statementId}:rated`, fields: { reason: ['x'] } },
      { key: `${server.statementId}:rated`, fields: { 'a b': 'x' } },
      { key: `${server.statementId}:rated`, fields, role: 'admin' },
      { key: `${'9'.repeat(150)}:rated`, fields },
      [],
    ])
      expect((await keep(body)).status, JSON.stringify(body)).toBe(422);
    const proto = `{"key":"${server.statementId}:returned","fields":{"__proto__":"x"}}`;
    const headers = { 'content-type': 'application/json' };
    await server.knock('/drafts', { as: 'editor', headers, body: proto });
    expect((await kept()).map(({ key }) => key)).not.toContain(`${server.statementId}:returned`);
    expect((await draft({ reason: 'x'.repeat(300_000) })).status).toBe(413);
    expect((await keep({ key: `${server.statementId}:rated`, fields }, 'reader')).status).toBe(403);
    const elsewhere = await server.knock('/drafts', {
      as: 'editor',
      headers: { origin: 'https://example.org', 'content-type': 'application/json' },
      body: JSON.stringify({ key: `${server.statementId}:rated`, fields }),
    });
    expect(elsewhere.status).toBe(403);
  });

  it('leaves when two hundred newer ones are kept, or after a month', async () => {
    const { store, editors } = server;
    const at = (n: number) => new Date(Date.parse('2026-01-01') + n * 1000).toISOString();
    for (let n = 0; n < 210; n++)
      await store.saveDraft(editors.admin.id, {
        key: `thing:f_${n}`.replace(/\d/g, (d) => 'abcdefghij'[Number(d)] ?? ''),
        fields: { n: String(n) },
        at: at(n),
      });
    expect(await store.drafts(editors.admin.id, 'thing')).toHaveLength(200);
    await store.saveDraft(editors.admin.id, { key: 'other:one', fields: {}, at: '2026-03-01T00:00:00.000Z' });
    expect(await store.drafts(editors.admin.id, 'thing')).toHaveLength(0);
    expect(await store.drafts(editors.admin.id, 'other')).toHaveLength(1);
  });
});
