import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { fetchPage, fetchThrough, type Gate } from '../../src/importers/fetch-page.ts';
import { isLocalName, isPublicAddress } from '../../src/importers/public-address.ts';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** Serves these pages by path; what is not listed is not found. */
const site = (pages: Record<string, RequestListener | string>): Promise<number> =>
  serve((request, response) => {
    const page = pages[request.url ?? ''];
    if (typeof page === 'function') return page(request, response);
    if (page === undefined) response.writeHead(404).end();
    else
      response
        .writeHead(200, {
          'content-type': request.url === '/robots.txt' ? 'text/plain' : 'text/html; charset=utf-8',
        })
        .end(page);
  });

/** Every name leads to the test's own servers, and nothing else is permitted. */
const only = (...ports: number[]): Gate => ({
  resolve: async () => ['127.0.0.1'],
  permits: (address, port) => address === '127.0.0.1' && ports.includes(port),
});

describe('an address inside is never fetched', () => {
  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://0x7f.1/',
    'http://0/',
    'http://0.0.0.0/',
    'http://localhost/',
    'http://LOCALHOST./',
    'http://a.localhost/',
    'http://printer/',
    'http://desk.local/',
    'http://db.internal/',
    'http://[::1]/',
    'http://[::]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[::127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[64:ff9b:1::1]/',
    'http://[2002:7f00:1::]/',
    'http://[2001:0:7f00:1::]/',
    'http://[fe80::1]/',
    'http://[fc00::1]/',
    'http://[fec0::1]/',
    'http://[ff02::1]/',
    'http://[2001:db8::1]/',
    'http://10.0.0.1/',
    'http://172.16.0.1/',
    'http://172.31.255.255/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.64.0.1/',
    'http://192.0.0.1/',
    'http://192.0.2.1/',
    'http://198.18.0.1/',
    'http://198.51.100.1/',
    'http://203.0.113.1/',
    'http://224.0.0.1/',
    'http://240.0.0.1/',
    'http://255.255.255.255/',
    'http://168.63.129.16/',
    'http://[2001:470::5efe:7f00:1]/',
    'http://[2001:470::200:5efe:10.0.0.1]/',
    'http://[::ffff:0:7f00:1]/',
    'http://017700000001/',
    'http://127.0.0.1./',
    'http:127.0.0.1',
    'http://local\u00adhost/',
    'http://①②⑦.⓪.⓪.①/',
    'http://127。0。0。1/',
    'http://%31%32%37.0.0.1/',
  ])('%s', async (url) => {
    await expect(fetchPage(url)).rejects.toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining('public web server'),
    });
  });

  it.each([
    ['file:///etc/passwd', 'invalid'],
    ['gopher://a.example/', 'invalid'],
    ['javascript:alert(1)', 'invalid'],
    ['http://user:pass@1.1.1.1/', 'invalid'],
    ['http://1.1.1.1:22/', 'forbidden'],
    ['http://1.1.1.1:8080/', 'forbidden'],
    ['http://[2606:4700::1111]:8080/', 'forbidden'],
    ['example.com:8080', 'invalid'],
    ['1.1.1.1:8080', 'invalid'],
    ['https://1.1.1.1:80443/', 'invalid'],
    ['nonsense', 'invalid'],
  ])('nor is any other kind of address: %s', async (url, code) => {
    await expect(fetchPage(url)).rejects.toMatchObject({ code });
  });

  it.each(['1.1.1.1', '93.184.215.14', '2606:4700::1111', '2a00:1450:4001:80b::200e'])(
    'while public ones are told from them: %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it('and neither is a name with one address inside among others', async () => {
    const port = await site({ '/': 'x' });
    const gate: Gate = { ...only(port), resolve: async () => ['127.0.0.1', '10.0.0.1'] };
    await expect(fetchThrough(gate, `http://paper.example:${port}/`, {})).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('nor one that a page redirects to', async () => {
    const asked: string[] = [];
    const hidden = await serve((request, response) => {
      asked.push(request.url ?? '');
      response.end('secret');
    });
    const port = await site({
      '/': (_, response) => response.writeHead(302, { location: `http://127.0.0.1:${hidden}/` }).end(),
    });
    await expect(fetchThrough(only(port), `http://paper.example:${port}/`, {})).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(asked).toEqual([]);
  });

  it('nor where a name leads after it was checked', async () => {
    const port = await site({ '/': 'the page' });
    let asked = 0;
    const gate: Gate = { ...only(port), resolve: async () => (++asked > 2 ? ['10.0.0.1'] : ['127.0.0.1']) };
    const page = await fetchThrough(gate, `http://rebind.example:${port}/`, {});
    expect(Buffer.from(page.bytes).toString()).toBe('the page');
    expect(asked).toBe(2);
  });

  it('knows names that only lead inside', () => {
    expect(['localhost', 'intranet', 'a.home.arpa', 'x.lan', 'paper.example'].map(isLocalName)).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
  });
});

describe('a page that is fetched', () => {
  it('is kept with where it came from, when, its headers and its digest', async () => {
    const port = await site({
      '/old': (_, response) => response.writeHead(301, { location: '/new#part' }).end(),
      '/new': (_, response) =>
        response
          .writeHead(200, {
            'content-type': 'text/html',
            'last-modified': 'Fri, 08 Mar 2024 00:00:00 GMT',
            'set-cookie': 'a=b',
          })
          .end('<p>He said so.</p>'),
    });
    const page = await fetchThrough(only(port), `http://paper.example:${port}/old`, {});
    expect(page).toMatchObject({
      finalUrl: `http://paper.example:${port}/new`,
      redirects: [`http://paper.example:${port}/old`],
      status: 200,
      mediaType: 'text/html',
    });
    expect(page.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(page.headers).toMatchObject({ 'last-modified': 'Fri, 08 Mar 2024 00:00:00 GMT' });
    expect(page.headers).not.toHaveProperty('set-cookie');
    expect(Date.parse(page.fetchedAt)).toBeGreaterThan(0);
  });

  it('is unpacked', async () => {
    const port = await site({
      '/': (_, response) =>
        response
          .writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' })
          .end(gzipSync('He said so.')),
    });
    expect(
      Buffer.from((await fetchThrough(only(port), `http://a.example:${port}/`, {})).bytes).toString(),
    ).toBe('He said so.');
  });

  it('is asked for by name of the program and of the host', async () => {
    const seen: (string | undefined)[] = [];
    const port = await site({
      '/': (request, response) => {
        seen.push(
          request.headers['user-agent'],
          request.headers.host,
          request.headers.cookie,
          request.headers.referer,
        );
        response.writeHead(200, { 'content-type': 'text/html' }).end('x');
      },
    });
    await fetchThrough(only(port), `http://paper.example:${port}/`, {
      userAgent: 'Whosaid/9 (desk@paper.example)',
    });
    expect(seen).toEqual(['Whosaid/9 (desk@paper.example)', `paper.example:${port}`, undefined, undefined]);
  });
});

describe('a page that cannot be had is refused with a sentence', () => {
  const endless: RequestListener = (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    const more = (): boolean => response.write('x'.repeat(65_536));
    response.on('drain', more);
    more();
  };
  /** Some bytes now and some later, for ever. */
  const drip =
    (head: string, bit: string): RequestListener =>
    ({ socket }) => {
      socket.write(head);
      const dripping = setInterval(() => socket.write(bit), 20);
      socket.on('error', () => {}).once('close', () => clearInterval(dripping));
    };
  const html = 'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n';
  it.each<readonly [string, Record<string, RequestListener | string>, object, RegExp]>([
    ['headers in drops', { '/': drip(html, 'x-a: b\r\n') }, { deadlineMs: 300 }, /did not arrive within/],
    ['a body in drops', { '/': drip(`${html}\r\n<p>`, 'a') }, { deadlineMs: 300 }, /did not arrive within/],
    [
      'chunks in drops',
      { '/': drip(`${html}transfer-encoding: chunked\r\n\r\n`, '1\r\na\r\n') },
      { deadlineMs: 300 },
      /did not arrive within/,
    ],
    ['not found', {}, {}, /answered 404/],
    [
      'no article',
      { '/': (_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end('x') },
      {},
      /image\/png, which is no article/,
    ],
    [
      'too many redirects',
      { '/': (_, response) => response.writeHead(302, { location: '/' }).end() },
      {},
      /too many times/,
    ],
    [
      'too large, as it says',
      { '/': (_, response) => response.writeHead(200, { 'content-length': '99999999' }).end() },
      {},
      /larger than 10 MB/,
    ],
    ['too large, as it turns out', { '/': endless }, { maxBytes: 200_000 }, /larger than/],
    [
      'a bomb',
      {
        '/': (_, response) =>
          response
            .writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' })
            .end(gzipSync(Buffer.alloc(50_000_000))),
      },
      {},
      /larger than 10 MB/,
    ],
    ['too slow', { '/': () => {} }, { deadlineMs: 300 }, /did not arrive within 0.3 s/],
    ['forbidden to programs', { '/robots.txt': 'User-agent: *\nDisallow: /', '/': 'x' }, {}, /robots\.txt/],
    [
      'forbidden to this program',
      { '/robots.txt': 'User-agent: whosaid\nDisallow: /\n\nUser-agent: *\nAllow: /', '/': 'x' },
      {},
      /robots\.txt/,
    ],
    [
      'a site that does not answer for its robots',
      { '/robots.txt': (_, response) => response.writeHead(503).end(), '/': 'x' },
      {},
      /left alone/,
    ],
    ['empty', { '/': '' }, {}, /empty/],
    [
      'a host the desk has not allowed',
      { '/': 'x' },
      { allowHosts: ['other.example'] },
      /other\.example only/,
    ],
  ])('%s', async (_, pages, options, sentence) => {
    const port = await site(pages);
    await expect(fetchThrough(only(port), `http://paper.example:${port}/`, options)).rejects.toMatchObject({
      name: 'Refusal',
      message: expect.stringMatching(sentence),
    });
  });

  it('no web server', async () => {
    const server = (await import('node:net')).createServer((socket) => socket.end('SSH-2.0-x\r\n'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await expect(fetchThrough(only(port), `http://a.example:${port}/`, {})).rejects.toMatchObject({
      name: 'Refusal',
    });
    server.close();
  });

  it('robots.txt that allows, or is not there, lets the page through', async () => {
    const port = await site({ '/robots.txt': 'User-agent: *\nDisallow: /private', '/story': 'x' });
    expect(
      await fetchThrough(only(port), `http://a.example:${port}/story`, { allowHosts: ['example'] }),
    ).toMatchObject({ status: 200 });
  });
});
