import { afterAll, beforeAll, expect, it } from 'vitest';
import { addSpeaker, assign, confirmAttribution, rate } from '../../src/workflow.ts';
import { aServer, type TestServer } from './a-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.stop());

const seen = async () => ({ version: (await server.store.review(server.statementId)).version });
const link = () => `/statements/${server.statementId}`;
const page = async (query: string) => (await server.knock(`/queue${query}`, { as: 'editor' })).text();

it('moves a statement from pile to pile as its turn comes', async () => {
  const { desk, editors, statementId } = server;
  expect(await page('?pile=nobodys')).toContain(link());
  expect(await page('')).not.toContain(link());
  await assign(desk, editors.lead, statementId, await seen(), editors.editor.id, 'please');
  expect(await page('')).toContain(link());
  expect(await page('?pile=nobodys')).not.toContain(link());
  await confirmAttribution(desk, editors.editor, statementId, await seen());
  expect(await page('?pile=under_way')).toContain(link());
  await rate(desk, editors.editor, statementId, await seen(), 'unverifiable', 'Asked; no answer.');
  expect(await page('?pile=second')).toContain(link());
});

it('narrows by article, kind and age, and keeps the choice from page to page', async () => {
  expect(await page(`?pile=all&article=${server.articleId}&checkable=yes`)).toContain(link());
  expect(await page('?pile=all&checkable=no')).not.toContain(link());
  expect(await page('?pile=all&days=1')).not.toContain(link());
  expect(await page('?pile=all&checkable=yes')).toContain('href="/queue?pile=second&#38;checkable=yes"');
});

it.each(['?pile=secret', '?days=-1', '?pile=mine&pile=all', '?after=xx'])(
  'answers %s with a sentence',
  async (query) => {
    const answer = await server.knock(`/queue${query}`, { as: 'editor' });
    expect(answer.status).toBe(422);
  },
);

it('narrows by speaker, by name, and by status, and asks where a name is nobody’s or two people’s', async () => {
  const { desk, editors } = server;
  expect(await page('?pile=all&by=ida+holm')).toContain(link());
  expect(await page('?pile=all&by=Holm&status=done')).not.toContain(link());
  expect(await page('?pile=all&status=awaiting_second')).toContain(link());
  expect(await page('?pile=all&status=untouched')).not.toContain(link());
  const otto = await addSpeaker(desk, editors.editor, { name: 'Otto Lind', type: 'person', aliases: [] });
  expect(await page('?pile=all&by=Otto+Lind')).not.toContain(link());
  expect(await page('?pile=all&by=Otto+Lind')).toContain(`speaker=${otto}`);
  await addSpeaker(desk, editors.editor, { name: 'Otto Lind', type: 'organization', aliases: [] });
  for (const name of ['Otto+Lind', 'Nobody+Here'])
    expect((await server.knock(`/queue?by=${name}`, { as: 'editor' })).status).toBe(422);
});
