// Reports as they leave by the pages: issued once however often the form is posted, on one article or on several.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { importArticle } from '../../src/workflow.ts';
import { importedFrom } from '../store/a-desk.ts';
import { aServer, type TestServer } from './a-server.ts';

let server: TestServer;
let other: string;
beforeEach(async () => {
  server = await aServer();
  const text = 'The crane fell at noon, Ida Holm said. It rained.';
  other = (await importArticle(server.desk, server.editors.editor, importedFrom(text))).id;
});
afterEach(() => server.stop());

const issuedIn = async (id: string) =>
  (await server.store.events(id)).filter(({ kind }) => kind === 'report_issued');

it('is issued once, however often the form is posted', async () => {
  const path = `/articles/${server.articleId}/exports`;
  const page = await (await server.knock(path, { as: 'editor' })).text();
  const key = /name="request_key" value="([^"]+)"/.exec(page)?.[1] ?? '';
  for (let n = 0; n < 3; n++) {
    const answer = await server.knock(path, { as: 'editor', form: { format: 'pdf', request_key: key } });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, path]);
  }
  expect((await server.store.reports(server.articleId)).length).toBe(1);
  expect((await issuedIn(server.articleId)).length).toBe(1);
  await server.knock(path, { as: 'editor', form: { format: 'pdf', request_key: 'another' } });
  expect((await server.store.reports(server.articleId)).length).toBe(2);
});

it('on several articles is kept once, and the log of each says so', async () => {
  const form = new URLSearchParams([
    ['article', server.articleId],
    ['article', other],
    ['speaker', 'Ida Holm'],
    ['format', 'json'],
    ['request_key', 'one'],
  ]);
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  for (let n = 0; n < 2; n++) {
    const answer = await server.knock('/reports', { as: 'editor', body: form.toString(), headers });
    expect(answer.headers.get('location')).toBe(`/articles/${server.articleId}/exports`);
  }
  const [kept, ...more] = await server.store.reports(server.articleId);
  expect(more).toEqual([]);
  const { bytes } = await server.store.report(kept!.id);
  const report = JSON.parse(Buffer.from(bytes).toString());
  expect(report.title).toBe('2 articles');
  expect(report.selection).toContain('said by Ida Holm');
  expect(report.articles.map(({ id }: { id: string }) => id)).toEqual([server.articleId, other]);
  for (const id of [server.articleId, other]) {
    const [event, ...rest] = await issuedIn(id);
    expect(rest).toEqual([]);
    const head = report.articles.find((one: { id: string }) => one.id === id).head.hash;
    expect(event?.payload).toMatchObject({ reportId: kept?.id, sha256: kept?.sha256, head });
  }
  expect((await server.store.replay({ repair: false })).mismatches).toEqual([]);
});

it('keeps what was chosen when something is missing', async () => {
  const form = { speaker: 'Ida Holm', rating: 'false', format: 'docx' };
  const answer = await server.knock('/reports', { as: 'editor', form });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain('Choose at least one article.');
  expect(page).toContain('value="Ida Holm"');
  expect(page).toMatch(/value="false" checked/);
  expect(page).toMatch(/value="docx" selected/);
});

it('offers the article one comes from, chosen', async () => {
  const page = await (await server.knock(`/reports/new?article=${other}`, { as: 'editor' })).text();
  expect(page).toContain(`value="${other}" checked`);
  expect((await server.knock('/reports/new?article=nowhere', { as: 'editor' })).status).toBe(404);
});
