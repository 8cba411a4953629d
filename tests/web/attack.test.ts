// What somebody would try who means harm, or is only curious: each role against what is not theirs.
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/core/editor.ts';
import { signOffDigest } from '../../src/core/sign-off.ts';
import { ROUTES } from '../../src/web/routes.ts';
import { inLanguage } from '../../src/web/words/sentences.ts';
import {
  confirmAttribution,
  identifySource,
  publish,
  rate,
  recordIdentity,
  signOff,
} from '../../src/workflow.ts';
import { fieldsOf, open, send } from './a-form.ts';
import { aServer, PASSWORD, type TestServer } from './a-server.ts';
import { aToken } from './a-token.ts';

let server: TestServer;
/** One statement of the article is published, the other is not. */
let open1: string;
let closed: string;
const SECRETS = ['Porter Quill', 'night-gate tape', 'half-typed suspicion', 'Ask Porter again', 'quiet word'];

beforeAll(async () => {
  server = await aServer();
  const { desk, editors, store, articleId } = server;
  const [first, second] = (await store.statements(articleId)).map(({ id }) => id);
  open1 = first ?? '';
  closed = second ?? '';
  const seen = async (id: string) => ({ version: (await store.review(id)).version });
  await confirmAttribution(desk, editors.editor, open1, await seen(open1));
  await rate(desk, editors.editor, open1, await seen(open1), 'unverifiable', 'Nobody answered.');
  const digest = signOffDigest(await store.review(open1));
  await signOff(desk, editors.lead, open1, await seen(open1), digest);
  const anonymous = { name: 'a docker', type: 'anonymous' as const, role: null, affiliation: null };
  const provenance = { speaker: anonymous, via: [], channel: null, saidOn: null };
  await identifySource(desk, editors.editor, closed, await seen(closed), provenance, null);
  await recordIdentity(desk, editors.editor, closed, await seen(closed), 'Porter Quill');
  const at = `/articles/${articleId}?statement=${closed}`;
  const form = (name: string) => `#panel form[data-draft="${name}"]`;
  await send(server, await open(server, at), form('evidence_added'), {
    title: 'night-gate tape',
    origin: 'Gate camera',
    stance: 'supports',
  });
  await send(server, await open(server, at), form('noted'), {
    body: '@lead @admin Ask Porter again',
    confidential: 'on',
  });
  await send(server, await open(server, at), 'form[data-draft="article_noted"]', {
    words: 'harbour master',
    body: 'A quiet word',
    confidential: 'on',
  });
  await store.saveDraft(editors.editor.id, {
    key: `${closed}:noted`,
    fields: { body: 'half-typed suspicion' },
    at: desk.now(),
  });
  await publish(desk, editors.lead, articleId);
  await store.changeSettings({ publicReading: true });
});
afterAll(() => server.stop());

it('the desk itself has all of it, or the rest of this page proves nothing', async () => {
  const { html } = await open(server, `/articles/${server.articleId}?statement=${closed}`);
  for (const secret of SECRETS) expect(html).toContain(secret);
});

describe('those who only read', () => {
  const pages = ROUTES.filter(({ method }) => method === 'get').map(({ path }) => path);
  it.each(pages)('find nothing confidential or unpublished: %s', async (pattern) => {
    for (const statement of [open1, closed])
      for (const as of [null, 'reader'] as const) {
        const path = pattern
          .replace(/:id\b/, pattern.includes('statements') ? statement : server.articleId)
          .replace(/:\w+/g, 'x');
        const url = encodeURIComponent(`${server.base}/embed/statements/${statement}`);
        for (const query of ['', '?q=Porter', `?url=${url}`, '?done=noted']) {
          const token = pattern.startsWith('/api') && as ? await aToken(server, as, 'read') : null;
          const answer = await server.knock(path + query, {
            as: as ?? undefined,
            headers: token ? { authorization: `Bearer ${token}` } : {},
          });
          const text = await answer.text();
          for (const secret of SECRETS) expect(text, `${path}${query} to ${as}`).not.toContain(secret);
        }
      }
  });

  it('are shown no statement that was not published, by no address', async () => {
    for (const path of [
      `/embed/statements/${closed}`,
      `/oembed?url=${encodeURIComponent(`${server.base}/embed/statements/${closed}`)}`,
    ])
      expect((await server.knock(path)).status, path).toBe(404);
    expect((await server.knock(`/embed/statements/${open1}`)).status).toBe(200);
  });

  it('cannot act on anything, with a session or a token', async () => {
    const token = await aToken(server, 'reader', 'write');
    const api = await server.knock(`/api/v1/statements/${closed}/events`, {
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'if-match': '"0"' },
      body: JSON.stringify({ act: 'noted', body: 'x' }),
    });
    expect(api.status).toBe(403);
    const page = await server.knock(`/statements/${closed}/events`, {
      as: 'reader',
      form: { act: 'noted', body: 'x' },
    });
    expect(page.status).toBe(403);
  });
});

it('confidential notes and identities are in no report, export, feed or API answer, whoever asks', async () => {
  const headers = { authorization: `Bearer ${await aToken(server, 'lead', 'read')}` };
  const asked = [
    `/api/v1/articles/${server.articleId}`,
    `/api/v1/articles/${server.articleId}/statements`,
    `/api/v1/articles/${server.articleId}/report.json`,
    `/api/v1/statements/${closed}`,
    '/api/v1/search?q=Porter',
    '/api/v1/search?q=quiet',
  ];
  for (const path of asked)
    expect(await (await server.knock(path, { headers })).text(), path).not.toMatch(/Porter|quiet word/);
  for (const path of [
    `/articles/${server.articleId}/report`,
    '/feed.atom',
    `/read/${server.articleId}`,
    '/log',
  ])
    expect(await (await server.knock(path, { as: 'lead' })).text(), path).not.toMatch(/Porter|quiet word/);
});

describe('somebody else’s', () => {
  it('sessions, tokens and mentions cannot be ended, revoked or read away by their ids', async () => {
    const { store, editors } = server;
    const [session] = await store.sessions(editors.lead.id).then(async (known) => {
      await server.tokenOf('lead');
      return known.length > 0 ? known : store.sessions(editors.lead.id);
    });
    await aToken(server, 'lead', 'read');
    const [token] = await store.tokens(editors.lead.id);
    const knock = (path: string, form: Record<string, string>) => server.knock(path, { as: 'editor', form });
    await knock('/account/sessions/end', { session: session?.id ?? '' });
    await knock('/account/tokens/revoke', { token: token?.id ?? '' });
    const [mention] = await store.mentions(editors.lead.id, 1);
    await knock(`/mentions/${mention?.noteId}`, {});
    expect((await store.sessions(editors.lead.id)).map(({ id }) => id)).toContain(session?.id);
    expect((await store.tokens(editors.lead.id)).map(({ id }) => id)).toContain(token?.id);
    expect(await store.mentions(editors.lead.id, 1)).toEqual([mention]);
  });

  it('drafts are neither shown nor cleared by their keys', async () => {
    const before = await server.store.drafts(server.editors.editor.id, closed);
    await server.knock('/drafts/discard', { as: 'lead', form: { draft: `${closed}:noted` } });
    expect(await server.store.drafts(server.editors.editor.id, closed)).toEqual(before);
    expect(
      (await open(server, `/articles/${server.articleId}?statement=${closed}`, 'lead')).html,
    ).not.toContain('half-typed');
  });

  it('notes cannot be reworded, withdrawn, or answered on another thing', async () => {
    const { notes } = await server.store.review(closed);
    const act = (form: Record<string, string>, on = `/statements/${closed}/events`) =>
      server.knock(on, { as: 'lead', form: { version: '9', ...form } });
    const note_id = notes[0]?.id ?? '';
    expect((await act({ act: 'note_edited', note_id, body: 'Forged.' })).status).toBe(403);
    expect((await act({ act: 'note_withdrawn', note_id })).status).toBe(403);
    expect(
      (await act({ act: 'noted', reply_to: note_id, body: 'Elsewhere' }, `/statements/${open1}/events`))
        .status,
    ).toBe(404);
    expect((await server.store.review(closed)).notes).toEqual(notes);
  });

  it('request keys hide nothing of another person’s, and one key names one thing', async () => {
    const note = (as: Role, statement: string, body: string) =>
      server.knock(`/statements/${statement}/events`, {
        as,
        form: { act: 'noted', version: '0', request_key: 'the-same-key', body },
      });
    expect((await note('editor', open1, 'from the editor')).status).toBe(303);
    expect((await note('lead', open1, 'from the lead')).status).toBe(303);
    expect((await note('editor', open1, 'from the editor')).status).toBe(303);
    const bodies = (await server.store.review(open1)).notes.map(({ body }) => body);
    expect(bodies).toEqual(['from the editor', 'from the lead']);
    expect((await note('editor', closed, 'must not vanish')).status).toBe(422);
  });
});

it('an act undone with a double click is undone once', async () => {
  const at = `/articles/${server.articleId}?statement=${closed}`;
  await send(server, await open(server, at), 'form[data-act="attribution_reopened"]');
  await send(server, await open(server, at), 'form[data-act="attribution_confirmed"]');
  const { action, fields } = fieldsOf(await open(server, at), 'form[data-act="undone"]');
  const undo = () => server.knock(action, { as: 'editor', form: fields });
  expect((await undo()).status).toBe(303);
  const { version } = await server.store.review(closed);
  expect((await undo()).status).toBe(303);
  expect(await server.store.review(closed)).toMatchObject({ version, attribution: 'unchecked' });
});

describe('codes', () => {
  const welcome = (code: string) =>
    server.knock('/welcome', { form: { code, password: 'tangerine-canal-hinge-42' } });

  it('work once, and a newer one, a first use or a disabled account ends the older ones', async () => {
    const page = await server.knock('/people', {
      as: 'admin',
      form: { login: 'nils', name: 'Nils', role: 'editor' },
    });
    const codeIn = async (answer: Response) =>
      /<code[^>]*>([^<]+)<\/code>/.exec(await answer.text())?.[1] ?? '';
    const first = await codeIn(page);
    const nils = (await server.store.editors()).find(({ login }) => login === 'nils');
    const reset = () => server.knock(`/people/${nils?.id}`, { as: 'admin', form: { act: 'reset' } });
    const second = await codeIn(await reset());
    expect(second).not.toBe(first);
    expect((await welcome(first)).status).toBe(422);
    expect((await welcome(second)).status).toBe(303);
    expect((await welcome(second)).status).toBe(422);
    const third = await codeIn(await reset());
    const old = await server.knock('/sign-in', {
      form: { login: 'nils', password: 'tangerine-canal-hinge-42' },
    });
    expect(old.status, 'a password somebody may have stolen ends with the reset').toBe(403);
    await server.knock(`/people/${nils?.id}`, { as: 'admin', form: { act: 'disable' } });
    await server.knock(`/people/${nils?.id}`, { as: 'admin', form: { act: 'enable' } });
    expect((await welcome(third)).status).toBe(422);
  });
});

describe('signing in', () => {
  it('gives a new token, whatever cookie came along, and a half-signed one opens nothing', async () => {
    const answer = await server.knock('/sign-in', {
      form: { login: 'editor', password: PASSWORD },
      headers: { cookie: 'whosaid=chosen-by-somebody-else' },
    });
    expect(answer.headers.get('set-cookie')).not.toContain('chosen-by');
    expect(
      (await server.knock('/queue', { headers: { cookie: 'whosaid=chosen-by-somebody-else' } })).status,
    ).toBe(303);
  });

  it.each([
    'https:evil.example',
    '/%5cevil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    '//evil.example/%2f..',
  ])('and choosing a language never leads away: %s', async (next) => {
    const signed = await server.knock('/sign-in', { form: { login: 'lead', password: PASSWORD, next } });
    const spoken = await server.knock('/language', { form: { language: 'en', back: next } });
    const thrown = await server.knock('/drafts/discard', {
      as: 'editor',
      form: { draft: 'x:y', draft_page: next },
    });
    for (const answer of [signed, spoken, thrown]) {
      const to = new URL(answer.headers.get('location') ?? '', server.base);
      expect(to.origin).toBe(server.base);
    }
  });
});

describe('a request made by hand', () => {
  const raw = (headers: Record<string, string>, path: string, body = '', method = 'POST') =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const asked = httpRequest(`${server.base}${path}`, { method, headers }, (answer) => {
        let text = '';
        answer.on('data', (chunk: Buffer) => {
          text += chunk.toString();
        });
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
      });
      asked.on('error', reject);
      asked.end(body);
    });
  const cookie = async () => `whosaid=${await server.tokenOf('editor')}`;

  it('with no word about where it comes from changes nothing', async () => {
    const type = 'application/x-www-form-urlencoded';
    const answer = await raw(
      { cookie: await cookie(), 'content-type': type },
      `/statements/${open1}/events`,
      'act=noted&body=x',
    );
    expect(answer.status).toBe(403);
  });

  it('under another host’s name is answered for itself alone: no page keeps it', async () => {
    const answer = await raw({ host: 'evil.example', cookie: await cookie() }, '/sign-in', '', 'GET');
    expect(answer.text).not.toContain('evil.example');
  });

  it('with broken or hostile bodies is refused in a sentence', async () => {
    const own = { cookie: await cookie(), origin: server.base };
    const json = { ...own, 'content-type': 'application/json', accept: 'application/json' };
    const multipart = { ...own, 'content-type': 'multipart/form-data; boundary=x' };
    const many = Array.from(
      { length: 300 },
      (_, n) => `--x\r\nContent-Disposition: form-data; name="f${n}"\r\n\r\nv\r\n`,
    ).join('');
    const cases: [Record<string, string>, string, string][] = [
      [json, '/drafts', '['.repeat(100_000)],
      [json, '/drafts', '{"key":'],
      [json, '/drafts', '"text"'],
      [{ ...own, 'content-type': 'multipart/form-data' }, `/statements/${open1}/events`, 'x'],
      [multipart, `/statements/${open1}/events`, `${many}--x--`],
      [
        multipart,
        `/statements/${open1}/events`,
        '--x\r\nContent-Disposition: form-data; name="__proto__"\r\n\r\nv\r\n--x--',
      ],
      [multipart, `/statements/${open1}/events`, '--x\r\nbroken'],
      [
        { ...own, 'content-type': 'application/x-www-form-urlencoded' },
        `/statements/${open1}/events`,
        'constructor[prototype][x]=1&act=noted',
      ],
      [
        { ...own, 'content-type': 'application/x-www-form-urlencoded' },
        `/statements/${open1}/events`,
        'act=toString',
      ],
      [
        { ...own, 'content-type': 'application/x-www-form-urlencoded' },
        `/articles/${server.articleId}/events`,
        'act=__proto__',
      ],
    ];
    for (const [headers, path, body] of cases) {
      const { status, text } = await raw(headers, path, body);
      expect(status, body.slice(0, 60)).toBeGreaterThanOrEqual(400);
      expect(status, body.slice(0, 60)).toBeLessThan(500);
      expect(text).not.toMatch(/at .*\.(ts|js):\d+|node_modules/);
    }
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('from somebody unknown keeps its words through the sign-in, and none of its files in memory', async () => {
    const form = new FormData();
    form.append('act', 'evidence_added');
    form.append('title', 'Typed with care');
    form.append('file', new File(['x'.repeat(2_000_000)], 'tape.bin'));
    const answer = await server.knock(`/statements/${open1}/events`, { body: form });
    expect(answer.status).toBe(401);
    expect(await answer.text()).toContain('name="kept:title" value="Typed with care"');
  });

  it('with a reason made to be slow is put into Persian in a moment, or left as it is', () => {
    for (const piece of ['A. ', 'a ', '“', '“a”: ', 'x handed this to y: ', 'A” B. ']) {
      const sentence = `Nobody knows this sentence: ${piece.repeat(5000)}`;
      for (const length of [300, 1000, 5000]) {
        const started = performance.now();
        inLanguage(sentence.slice(0, length), 'fa');
        expect(performance.now() - started, `${length} of ${piece}`).toBeLessThan(300);
      }
    }
  });

  it('with words made to be slow is answered in a moment', async () => {
    const at = `/articles/${server.articleId}?statement=${open1}`;
    const page = await open(server, at);
    const { fields } = fieldsOf(page, 'form[data-draft="article_noted"]');
    const slow: Record<string, string>[] = [
      { body: '@a'.repeat(5000) },
      { body: `@${'a.'.repeat(4990)}` },
      { body: '>'.repeat(9999) },
      { body: 'x', words: ' '.repeat(90_000) },
      { body: 'x', words: 'e' },
      { body: `${'a'.repeat(9000)}@`.repeat(1) },
    ];
    for (const [n, typed] of slow.entries()) {
      const started = performance.now();
      const form = { ...fields, ...typed, request_key: `slow-${n}` };
      await server.knock(`/articles/${server.articleId}/events`, { as: 'editor', form });
      expect(performance.now() - started, JSON.stringify(typed).slice(0, 40)).toBeLessThan(1500);
    }
  });
});
