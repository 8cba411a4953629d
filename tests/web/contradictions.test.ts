import { afterAll, beforeAll, expect, test } from 'vitest';
import * as workflow from '../../src/workflow.ts';
import { aServer, type TestServer } from './a-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.stop());

const item = (stance: 'supports' | 'contradicts', origin: string) => ({
  title: 'What was seen',
  url: null,
  archiveUrl: null,
  stance,
  origin: { name: origin, speakerId: null },
  method: null,
  reliability: 'B' as const,
  credibility: 2 as const,
});

const desk = async (): Promise<string> => {
  const html = await (await server.knock('/', { as: 'editor' })).text();
  return html.slice(html.indexOf('New contradictions'), html.indexOf('Just now'));
};
const seen = async () => ({ version: (await server.store.review(server.statementId)).version });
const add = async (stance: 'supports' | 'contradicts', origin: string) =>
  workflow.addEvidence(
    server.desk,
    server.editors.editor,
    server.statementId,
    await seen(),
    item(stance, origin),
    null,
  );

test('the desk shows evidence against a statement nobody has rated, until somebody does', async () => {
  expect(await desk()).toContain('None.');
  await add('contradicts', 'Harbour camera');
  expect(await desk()).toContain('Harbour camera contradicts what Ida Holm says.');
  await add('supports', 'Port log');
  expect(await desk()).toContain('Port log says so; Harbour camera contradicts it.');
  const { editor } = server.editors;
  await workflow.confirmAttribution(server.desk, editor, server.statementId, await seen());
  await workflow.rate(server.desk, editor, server.statementId, await seen(), 'disputed', 'Two accounts.');
  expect(await desk()).toContain('None.');
});
