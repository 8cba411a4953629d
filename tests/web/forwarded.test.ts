// X-Forwarded-* is somebody's word about who asks: taken from the proxy the desk was told of, and from nobody else.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aServer, PASSWORD, type TestServer } from './a-server.ts';

const SPOOFED = {
  'x-forwarded-for': '198.51.100.7',
  'x-forwarded-proto': 'https',
  'x-forwarded-host': 'evil.example',
  forwarded: 'for=198.51.100.7;proto=https;host=evil.example',
};

async function tries(server: TestServer): Promise<readonly string[]> {
  const rows = server.db.prepare("SELECT key FROM tries WHERE key LIKE 'address:%'").all() as {
    key: string;
  }[];
  return rows.map(({ key }) => key);
}

describe.each([
  ['no proxy is named', null],
  ['another proxy is named', '10.1.2.3'],
] as const)('where %s', (_case, proxy) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await aServer({}, undefined, proxy);
  });
  afterAll(() => server.stop());

  it('wrong passwords count against the address that asks, whatever the headers say', async () => {
    for (let n = 0; n < 3; n++)
      await server.knock('/sign-in', {
        form: { login: `nobody${n}`, password: 'wrong' },
        headers: { ...SPOOFED, 'x-forwarded-for': `198.51.100.${n}` },
      });
    expect(await tries(server)).toEqual(['address:127.0.0.1']);
  });

  it('the scheme and the host stay ours: no cookie, address or permission changes', async () => {
    const form = { login: 'editor', password: PASSWORD };
    const signed = await server.knock('/sign-in', { form, headers: SPOOFED });
    expect(signed.headers.get('set-cookie')).toMatch(/^whosaid=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(signed.headers.get('strict-transport-security')).toBeNull();
    expect(signed.headers.get('location')).toBe('/');
    const foreign = await server.knock('/sign-in', {
      form,
      headers: { ...SPOOFED, origin: 'https://evil.example' },
    });
    expect(foreign.status).toBe(403);
    for (const path of ['/sign-in', '/nowhere', '/feed.atom', '/oembed?url=x', '/'])
      expect(await (await server.knock(path, { as: 'reader', headers: SPOOFED })).text(), path).not.toContain(
        'evil.example',
      );
  });
});

it('from the proxy the desk was told of, the address is taken, and the last one it did not write itself', async () => {
  const server = await aServer({}, undefined, '127.0.0.1');
  try {
    const headers = { 'x-forwarded-for': '203.0.113.9, 198.51.100.7' };
    await server.knock('/sign-in', { form: { login: 'nobody', password: 'wrong' }, headers });
    expect(await tries(server)).toEqual(['address:198.51.100.7']);
  } finally {
    await server.stop();
  }
});
