import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signOffDigest } from '../../src/core/sign-off.ts';
import {
  addNote,
  confirmAttribution,
  publish,
  publishCorrection,
  rate,
  signOff,
} from '../../src/workflow.ts';
import { aServer, type TestServer } from './a-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.stop());

const seen = async () => ({ version: (await server.store.review(server.statementId)).version });
const page = async () => (await server.knock(`/read/${server.articleId}`, { as: 'reader' })).text();

async function finalAs(rating: 'unverifiable' | 'not_checkable', reason: string): Promise<void> {
  const { desk, editors, statementId, store } = server;
  await rate(desk, editors.editor, statementId, await seen(), rating, reason);
  const digest = signOffDigest(await store.review(statementId));
  await signOff(desk, editors.lead, statementId, await seen(), digest);
}

describe('what readers see', () => {
  it('is nothing before it is published, and a finding once it is', async () => {
    expect((await server.knock(`/read/${server.articleId}`, { as: 'reader' })).status).toBe(404);
    await confirmAttribution(server.desk, server.editors.editor, server.statementId, await seen());
    await finalAs('unverifiable', 'Asked the port; no answer came.');
    const on = { articleId: server.articleId, statementId: server.statementId };
    const note = { confidential: true, replyTo: null, span: null, mentions: [] };
    await addNote(server.desk, server.editors.editor, on, { ...note, body: 'the foreman told us in secret' });
    await publish(server.desk, server.editors.lead, server.articleId);
    const html = await page();
    expect(html).toContain('Asked the port; no answer came.');
    expect(html).not.toContain('in secret');
  });

  it('is never a finding that changed after it was published, until the correction is', async () => {
    await finalAs('not_checkable', 'On second thoughts an opinion.');
    expect(await page()).not.toContain('On second thoughts');
    const correction = {
      statementId: server.statementId,
      what: 'the rating',
      why: 'We took it for a fact.',
      before: 'unverifiable',
      after: 'not checkable',
    };
    await publishCorrection(server.desk, server.editors.lead, server.articleId, correction);
    const html = await page();
    expect(html).toContain('On second thoughts an opinion.');
    expect(html).toContain('We took it for a fact.');
  });

  it('needs an account unless the desk opens its readers’ pages, and opens nothing else', async () => {
    expect((await server.knock('/read')).status).toBe(303);
    await server.store.changeSettings({ publicReading: true });
    expect((await server.knock('/read')).status).toBe(200);
    expect((await server.knock(`/read/${server.articleId}`)).status).toBe(200);
    for (const path of [
      '/',
      '/account',
      '/articles',
      `/articles/${server.articleId}`,
      '/log',
      '/search?q=crane',
    ])
      expect((await server.knock(path)).status, path).toBe(303);
  });
});
