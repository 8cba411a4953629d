// A full disk: told with 507, nothing acknowledged is lost, nothing refused is half kept, and everybody can still read.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyChain } from '../../src/core/log.ts';
import { fieldsOf, open, pageOf } from './a-form.ts';
import { aServer, type TestServer } from './a-server.ts';
import { aToken } from './a-token.ts';

let server: TestServer;
let token: string;
beforeAll(async () => {
  server = await aServer();
  token = await aToken(server, 'editor', 'write');
});
afterAll(() => server.stop());

const at = (): string => `/articles/${server.articleId}?statement=${server.statementId}`;
const events = () => `/statements/${server.statementId}/events`;
const NOTE = 'form[data-draft="noted"]';
/** SQLite then says SQLITE_FULL just as it does when the file system has no room. */
const fill = (): void => {
  const pages = Number(server.db.pragma('page_count', { simple: true }));
  server.db.pragma(`max_page_count = ${pages}`);
};
const free = (): void => {
  server.db.pragma('max_page_count = 1000000');
};

it('answers 507 to notes, files, imports, drafts and the API, keeps every word in the form, and loses nothing', async () => {
  await server.tokenOf('editor');
  const acknowledged: string[] = [];
  const note = async (body: string): Promise<Response> => {
    const { fields } = fieldsOf(await open(server, at()), NOTE);
    return server.knock(events(), { as: 'editor', form: { ...fields, body } });
  };
  fill();
  let refused: Response | null = null;
  for (let n = 0; n < 200 && !refused; n++) {
    const body = `note ${n} ${'of some length '.repeat(500)}`;
    const answer = await note(body);
    if (answer.status === 303) acknowledged.push(body);
    else refused = answer;
  }
  expect(refused?.status).toBe(507);
  const page = await pageOf(refused!);
  expect(page.words(`${NOTE} .problem`)).toContain('nothing kept before was lost');
  expect(fieldsOf(page, NOTE).fields.body).toContain(`note ${acknowledged.length} of some length`);

  const big = 'x'.repeat(200_000);
  const upload = new FormData();
  const { fields } = fieldsOf(await open(server, at()), 'form[data-act="evidence_added"]');
  for (const [name, value] of Object.entries({
    ...fields,
    title: 'Tape',
    origin: 'Camera',
    stance: 'supports',
  }))
    upload.append(name, value);
  upload.append('file', new File([big], 'tape.txt'));
  expect((await server.knock(events(), { as: 'editor', body: upload })).status).toBe(507);
  const json = { 'content-type': 'application/json', accept: 'application/json' };
  const draft = { key: `${server.statementId}:rated`, fields: { reason: big } };
  const kept = await server.knock('/drafts', { as: 'editor', headers: json, body: JSON.stringify(draft) });
  expect(kept.status).toBe(507);
  const api = await server.knock('/api/v1/articles', {
    headers: { ...json, authorization: `Bearer ${token}` },
    body: JSON.stringify({ text: `${'The crane fell at noon, Ida Holm said. '.repeat(3000)}` }),
  });
  expect(api.status).toBe(507);

  for (const path of [at(), '/', '/queue', '/log', '/healthz'])
    expect((await server.knock(path, { as: 'editor' })).status, path).toBe(200);

  const proven = async (): Promise<void> => {
    const { notes, evidence } = await server.store.review(server.statementId);
    expect(notes.map(({ body }) => body)).toEqual(acknowledged);
    expect(evidence).toEqual([]);
    expect((await server.store.articles({})).rows).toHaveLength(1);
    expect(await server.store.drafts(server.editors.editor.id, server.statementId)).toEqual([]);
    expect(verifyChain(server.articleId, await server.store.events(server.articleId))).toBeNull();
    expect(await server.store.replay({ repair: false })).toMatchObject({ mismatches: [] });
    expect(server.db.pragma('integrity_check', { simple: true })).toBe('ok');
  };
  await proven();
  free();
  await proven();
  acknowledged.push('There is room again.');
  expect((await note('There is room again.')).status).toBe(303);
  await proven();
});

it('lets those who are signed in go on reading, whose last visit cannot be written down', async () => {
  const old = new Date(Date.now() - 600_000).toISOString();
  server.db.prepare('UPDATE sessions SET seen_at = ?').run(old);
  server.db.pragma('query_only = on');
  const { store } = server;
  const touch = store.touchSession;
  Object.assign(store, {
    touchSession: async () => {
      throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    },
  });
  expect((await server.knock('/queue', { as: 'editor' })).status).toBe(200);
  Object.assign(store, { touchSession: touch });
  server.db.pragma('query_only = off');
});
