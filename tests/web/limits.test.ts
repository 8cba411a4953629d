// How often one person may ask for what costs much: told when to come back, and nobody else is held up.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/core/editor.ts';
import { COUNTED, LIMITS } from '../../src/web/limits.ts';
import { ROUTES } from '../../src/web/routes.ts';
import { aServer, type TestServer } from './a-server.ts';
import { aToken } from './a-token.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.stop());

const times = async (n: number, ask: () => Promise<Response>): Promise<Response> => {
  for (let at = 1; at < n; at++) expect((await ask()).status, `ask ${at} of ${n}`).not.toBe(429);
  return ask();
};

it('every route that is counted exists, and whatever takes files is counted', () => {
  const known = new Set(ROUTES.map(({ method, path }) => `${method} ${path}`));
  expect(Object.keys(COUNTED).filter((key) => !known.has(key))).toEqual([]);
});

describe('more than the limit', () => {
  const search = (as: Role) => server.knock('/search?q=crane', { as });

  it('of searches is refused with the seconds to wait, in a page; others search on', async () => {
    await times(LIMITS.search.points, () => search('editor'));
    const refused = await search('editor');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect(await refused.text()).toMatch(/That is more than 120 searches in a minute\. Wait \d+ seconds?/);
    expect((await search('lead')).status).toBe(200);
    const token = await aToken(server, 'editor', 'read');
    const api = await server.knock('/api/v1/search?q=crane', {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(api.status).toBe(429);
    expect(api.headers.get('content-type')).toContain('application/problem+json');
    expect(api.headers.get('retry-after')).toMatch(/^\d+$/);
  });

  it('of reports is refused, by page and by API together', async () => {
    const token = await aToken(server, 'editor', 'read');
    const report = () => server.knock(`/articles/${server.articleId}/report`, { as: 'editor' });
    await times(LIMITS.export.points, report);
    expect((await report()).status).toBe(429);
    const api = await server.knock(`/api/v1/articles/${server.articleId}/report.json`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(api.status).toBe(429);
  });

  it('of imports is refused before the document is read', async () => {
    const preview = () => server.knock('/articles/preview', { as: 'editor', form: { nonsense: 'x' } });
    await times(LIMITS.import.points, preview);
    expect((await preview()).status).toBe(429);
  });

  it('of files is refused, and nothing is kept', async () => {
    const upload = () => {
      const form = new FormData();
      form.append('act', 'nonsense');
      form.append('file', new File(['x'], 'x.txt'));
      return server.knock(`/statements/${server.statementId}/events`, { as: 'editor', body: form });
    };
    await times(LIMITS.upload.points, upload);
    expect((await upload()).status).toBe(429);
    const note = await server.knock(`/statements/${server.statementId}/events`, {
      as: 'editor',
      form: { act: 'noted', version: '0', body: 'Still writing.' },
    });
    expect(note.status).toBe(303);
  });

  it('of drafts is refused in JSON', async () => {
    const draft = () =>
      server.knock('/drafts', {
        as: 'editor',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ key: `${server.statementId}:rated`, fields: { reason: 'x' } }),
      });
    await times(LIMITS.draft.points, draft);
    const refused = await draft();
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
  });

  it('of wrong passwords says when to come back, too', async () => {
    const wrong = () => server.knock('/sign-in', { form: { login: 'reader', password: 'wrong' } });
    for (let n = 0; n < 5; n++) expect((await wrong()).status).toBe(403);
    const refused = await wrong();
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
  });
});
