import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aServer, PASSWORD, type TestServer } from './a-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.stop());

describe('every answer', () => {
  it.each(['/sign-in', '/nowhere', '/public/look.css', '/'])('carries the headers: %s', async (path) => {
    const { headers } = await server.knock(path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toContain('no-store');
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  it('names its charset', async () => {
    expect((await server.knock('/sign-in')).headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  it('sends HSTS and a __Host- cookie behind TLS', async () => {
    const secure = await aServer({ secure: true });
    try {
      const answer = await secure.knock('/sign-in', { form: { login: 'editor', password: PASSWORD } });
      expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
      const cookie = answer.headers.get('set-cookie') ?? '';
      expect(cookie).toMatch(/^__Host-whosaid=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    } finally {
      await secure.stop();
    }
  });
});

describe('changes', () => {
  const form = { login: 'editor', password: PASSWORD };

  it.each([
    ['another origin', { origin: 'https://example.org' }],
    ['a cross-site fetch', { 'sec-fetch-site': 'cross-site' }],
    ['a same-site neighbour', { 'sec-fetch-site': 'same-site' }],
    ['no origin at all', { origin: 'null' }],
  ])('are refused from %s', async (_who, headers) => {
    const answer = await server.knock('/sign-in', { form, headers });
    expect(answer.status).toBe(403);
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  it('are taken from our own page', async () => {
    expect(
      (await server.knock('/sign-in', { form, headers: { 'sec-fetch-site': 'same-origin' } })).status,
    ).toBe(303);
  });

  it('are refused over the limit with 413, declared or not', async () => {
    const large = 'x'.repeat(300_000);
    expect((await server.knock('/sign-in', { form: { login: large, password: 'y' } })).status).toBe(413);
    const stream = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(`login=${large}`));
        controller.close();
      },
    });
    const answer = await fetch(`${server.base}/sign-in`, {
      method: 'POST',
      headers: {
        origin: server.base,
        accept: 'text/html',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: stream,
      duplex: 'half',
    } as RequestInit);
    expect(answer.status).toBe(413);
  });

  it('refuse fields they do not know, fields given twice and prototype tricks', async () => {
    const post = (body: string) =>
      server.knock('/sign-in', { body, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
    for (const extra of ['&role=admin', '&password=again', '&__proto__[role]=admin'])
      expect((await post(`login=editor&password=${PASSWORD}${extra}`)).status, extra).toBe(422);
  });
});

describe('signing in over HTTP', () => {
  it('sets a cookie scripts cannot read and a new token each time', async () => {
    const cookies = await Promise.all(
      [1, 2].map(async () => {
        const answer = await server.knock('/sign-in', { form: { login: 'editor', password: PASSWORD } });
        return answer.headers.get('set-cookie') ?? '';
      }),
    );
    expect(cookies[0]).toMatch(/^whosaid=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(cookies[0]).not.toBe(cookies[1]);
  });

  it.each([
    ['https://example.org/', '/'],
    ['//example.org', '/'],
    ['/\\example.org', '/'],
    ['/log?before=1', '/log?before=1'],
  ])('sends %s to %s, never to another host', async (next, to) => {
    const answer = await server.knock('/sign-in', { form: { login: 'editor', password: PASSWORD, next } });
    expect(answer.headers.get('location')).toBe(to);
  });

  it('keeps a form posted after the session ended, and offers it again', async () => {
    const lost = await server.knock('/settings', { form: { deskName: 'Night <desk>' } });
    expect(lost.status).toBe(401);
    const page = await lost.text();
    expect(page).toContain('name="kept:deskName" value="Night &#60;desk&#62;"');
    const again = await server.knock('/sign-in', {
      form: { login: 'lead', password: PASSWORD, kept_action: '/settings', 'kept:deskName': 'Night <desk>' },
    });
    const resumed = await again.text();
    expect(resumed).toContain('action="/settings"');
    expect(resumed).toContain('name="deskName" value="Night &#60;desk&#62;"');
  });

  it('clears what the browser kept on sign-out', async () => {
    const answer = await server.knock('/sign-out', { form: {} });
    expect(answer.headers.get('clear-site-data')).toContain('"storage"');
    expect(answer.headers.get('set-cookie')).toMatch(/^whosaid=;/);
  });
});

describe('faults', () => {
  it.each([
    '/articles/%00',
    '/articles/../../etc/passwd',
    '/.git/config',
    '/public/../package.json',
    '/articles/x%27--',
  ])('say nothing of the inside: %s', async (path) => {
    const answer = await server.knock(path, { as: 'editor' });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(await answer.text()).not.toMatch(/at .*\.(ts|js):\d+|node_modules|SQLITE/);
  });

  it('refuse TRACE', async () => {
    const { port } = new URL(server.base);
    const status = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1', () =>
        socket.write('TRACE / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'),
      );
      socket.once('data', (data) => resolve(data.toString().split('\r\n', 1)[0] ?? ''));
      socket.once('error', reject);
    });
    expect(status).toMatch(/ 40[0-9] /);
  });
});

describe('the log of requests', () => {
  it('is JSON lines without passwords, tokens or what was searched for', async () => {
    await server.knock('/sign-in?next=/secret-source-name', {
      form: { login: 'editor\nforged', password: 'secret-pass' },
    });
    const lines = server.logged().trim().split('\n');
    for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
    expect(server.logged()).not.toMatch(/secret-pass|secret-source-name|forged/);
    expect(lines.some((line) => line.includes('sign-in refused'))).toBe(true);
  });
});
