import { afterAll, beforeAll, expect, test } from 'vitest';
import * as workflow from '../../src/workflow.ts';
import { aServer, type TestServer } from './a-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer({ demo: true });
});
afterAll(() => server.stop());

const page = async (path: string, headers = {}): Promise<string> =>
  (await server.knock(path, { as: 'editor', headers })).text();

test('the demo says what is done and what comes next, from the record alone', async () => {
  // The article has no sentence in the publisher's own voice, so that step has nothing left to do.
  expect(await page('/')).toContain('1 of 6 done');
  const { version } = await server.store.review(server.statementId);
  await workflow.confirmAttribution(server.desk, server.editors.editor, server.statementId, { version });
  const desk = await page('/');
  expect(desk).toContain('2 of 6 done');
  expect(/aria-current="step">(.*?)</s.exec(desk)?.[1]).toContain('What does it rest on?');
  const bench = await page(`/articles/${server.articleId}`);
  expect(bench).toContain('What does it rest on?');
  expect(bench).not.toContain('What a rating still lacks is said before you give it');
});

test('it can be put away and brought back, and never leads to another site', async () => {
  const answer = await server.knock('/tour', {
    as: 'editor',
    form: { show: 'off', back: '//elsewhere.example/' },
  });
  expect(answer.headers.get('location')).toBe('/');
  expect(answer.headers.get('set-cookie')).toContain('tour=off');
  const cookie = `whosaid=${await server.tokenOf('editor')}; tour=off`;
  const desk = await page('/', { cookie });
  expect(desk).not.toContain('of 6 done');
  expect(desk).toContain('Show me round');
});

test('a desk that is no demo has none', async () => {
  const own = await aServer();
  expect(await (await own.knock('/', { as: 'editor' })).text()).not.toContain('of 6 done');
  await own.stop();
});
