import { DOMParser } from 'linkedom';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signOffDigest } from '../../src/core/sign-off.ts';
import { confirmAttribution, publish, publishCorrection, rate, signOff } from '../../src/workflow.ts';
import { aServer, type TestServer } from './a-server.ts';

let server: TestServer;
const seen = async () => ({ version: (await server.store.review(server.statementId)).version });

beforeAll(async () => {
  server = await aServer();
  const { desk, editors, statementId, articleId, store } = server;
  await confirmAttribution(desk, editors.editor, statementId, await seen());
  await rate(desk, editors.editor, statementId, await seen(), 'unverifiable', 'Asked the port <twice>.');
  await signOff(
    desk,
    editors.lead,
    statementId,
    await seen(),
    signOffDigest(await store.review(statementId)),
  );
  await publish(desk, editors.lead, articleId);
  const correction = {
    statementId,
    what: 'the reason',
    why: 'We asked once.',
    before: 'twice',
    after: 'once',
  };
  await publishCorrection(desk, editors.lead, articleId, correction);
});
afterAll(() => server.stop());

it('gives published findings and corrections as a well-formed Atom feed', async () => {
  const feed = await server.knock('/feed.atom', { as: 'reader' });
  expect(feed.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
  const document = new DOMParser().parseFromString(await feed.text(), 'text/xml');
  const titles = [...document.querySelectorAll('entry > title')].map((title) => title.textContent);
  expect(titles).toEqual([
    'Correction: Harbour council argues over the crane',
    'Harbour council argues over the crane',
  ]);
  const link = document.querySelector('entry > link')?.getAttribute('href') ?? '';
  expect(link).toBe(`${server.base}/read/${server.articleId}#s-${server.statementId}`);
  const page = await server.knock(new URL(link).pathname, { as: 'reader' });
  expect(await page.text()).toContain(`id="${new URL(link).hash.slice(1)}"`);
  expect(document.querySelector('entry > content')?.textContent).toContain('Why: We asked once.');
});

it('gives a published statement as oEmbed, and nothing of another site', async () => {
  const url = `${server.base}/read/${server.articleId}#s-${server.statementId}`;
  const answer = await server.knock(`/oembed?url=${encodeURIComponent(url)}`, { as: 'reader' });
  const body = (await answer.json()) as { html: string; type: string };
  expect(body.type).toBe('rich');
  expect(body.html).toContain(`src="${server.base}/embed/statements/${server.statementId}"`);
  const elsewhere = `https://example.org/embed/statements/${server.statementId}`;
  expect((await server.knock(`/oembed?url=${encodeURIComponent(elsewhere)}`, { as: 'reader' })).status).toBe(
    422,
  );
});
