// Links that leave the desk: of the address it was given, whatever Host a request brings; of that Host where it was given none.
import { DOMParser, parseHTML } from 'linkedom';
import { afterEach, describe, expect, it } from 'vitest';
import { signOffDigest } from '../../src/core/sign-off.ts';
import { confirmAttribution, publish, rate, signOff } from '../../src/workflow.ts';
import { aServer, type TestServer } from './a-server.ts';

const PUBLIC = 'https://desk.example';
const EVIL = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' };

let server: TestServer;
afterEach(() => server.stop());

async function published(publicUrl?: string): Promise<void> {
  // The proxy that is believed is the one that is fooled here.
  server = await aServer({}, undefined, '127.0.0.1', publicUrl);
  const { desk, editors, statementId, articleId, store } = server;
  const seen = async () => ({ version: (await store.review(statementId)).version });
  await confirmAttribution(desk, editors.editor, statementId, await seen());
  await rate(desk, editors.editor, statementId, await seen(), 'unverifiable', 'Asked the port twice.');
  const digest = signOffDigest(await store.review(statementId));
  await signOff(desk, editors.lead, statementId, await seen(), digest);
  await publish(desk, editors.lead, articleId);
}

/** As a browser sends it that is on the public address. */
const HERE = { ...EVIL, origin: PUBLIC };

const page = async (path: string) => (await server.knock(path, { as: 'admin', headers: EVIL })).text();
const canonical = async (path: string) =>
  parseHTML(await page(path))
    .document.querySelector('link[rel=canonical]')
    ?.getAttribute('href');

describe('a desk that knows its own address', () => {
  it('puts it into the feed, oEmbed and canonical links', async () => {
    await published(PUBLIC);
    const { articleId, statementId } = server;
    const feed = new DOMParser().parseFromString(await page('/feed.atom'), 'text/xml');
    const links = [...feed.querySelectorAll('link')].map((link) => link.getAttribute('href'));
    expect(links).toEqual([`${PUBLIC}/feed.atom`, `${PUBLIC}/read`, `${PUBLIC}/read/${articleId}`]);
    const of = (base: string) =>
      `/oembed?url=${encodeURIComponent(`${base}/read/${articleId}#s-${statementId}`)}`;
    expect(JSON.parse(await page(of(PUBLIC)))).toMatchObject({
      provider_url: PUBLIC,
      html: expect.stringContaining(`src="${PUBLIC}/embed/statements/${statementId}"`),
    });
    expect((await server.knock(of(server.base), { as: 'reader' })).status).toBe(422);
    expect(await canonical('/read')).toBe(`${PUBLIC}/read`);
    expect(await canonical(`/read/${articleId}?by=speaker`)).toBe(`${PUBLIC}/read/${articleId}`);
    expect(await canonical(`/embed/statements/${statementId}`)).toBe(`${PUBLIC}/read/${articleId}`);
    expect(await canonical(`/articles/${articleId}`)).toBeUndefined();
  });

  it('puts it into ClaimReviews it issues, and into invitations', async () => {
    await published(PUBLIC);
    const { articleId, statementId } = server;
    await server.knock(`/articles/${articleId}/exports`, {
      as: 'lead',
      headers: HERE,
      form: { format: 'claimreview', request_key: 'one' },
    });
    const [issued] = await server.store.reports(articleId);
    const { bytes } = await server.store.report(issued!.id);
    const graph = JSON.parse(Buffer.from(bytes).toString())['@graph'] as { '@type': string; url?: string }[];
    expect(graph.find((node) => node['@type'] === 'ClaimReview')).toMatchObject({
      url: `${PUBLIC}/read/${articleId}#s-${statementId}`,
      author: { url: PUBLIC },
    });
    const form = { login: 'mara', name: 'Mara Quill', role: 'editor' };
    const invited = await (await server.knock('/people', { as: 'admin', headers: HERE, form })).text();
    expect(invited).toContain(`${PUBLIC}/welcome`);
  });

  it('takes forms from its own pages, and from no other site', async () => {
    await published(PUBLIC);
    const form = { login: 'nobody', password: 'wrong' };
    const refused = async (origin: string) =>
      (await (await server.knock('/sign-in', { form, headers: { origin } })).text()).includes(
        'sent from another site',
      );
    expect(await refused(PUBLIC)).toBe(false);
    expect(await refused(server.base)).toBe(false);
    for (const origin of [
      'https://evil.example',
      'http://desk.example',
      'https://desk.example.evil.example',
      'null',
    ])
      expect(await refused(origin), origin).toBe(true);
  });
});

it('without one, links follow the request, and no page says where it is', async () => {
  await published();
  expect(await (await server.knock('/feed.atom', { as: 'reader' })).text()).toContain(
    `${server.base}/read/${server.articleId}`,
  );
  expect(await canonical('/read')).toBeUndefined();
  const form = { login: 'mara', name: 'Mara Quill', role: 'editor' };
  const invited = await (await server.knock('/people', { as: 'admin', form })).text();
  expect(invited).toContain('at /welcome');
});
