// The API as a client meets it: tokens, every operation, preconditions, refusals, and what must never be in an answer.
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOfToken } from '../../src/accounts/secret.ts';
import type { Role } from '../../src/core/editor.ts';
import { apiRoutes, OPERATIONS } from '../../src/web/api/operations.ts';
import { addNote, recordIdentity } from '../../src/workflow.ts';
import { aServer, PASSWORD, type TestServer } from './a-server.ts';
import { aToken } from './a-token.ts';

interface Json {
  readonly [name: string]: Json;
}

let server: TestServer;
let writing: string;
const tokens = new Map<string, string>();
beforeAll(async () => {
  server = await aServer();
  writing = await aToken(server, 'editor', 'write');
});
afterAll(() => server.stop());

interface Asked {
  readonly as?: Role;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Asks as a program does: no cookie, no Origin. */
async function ask(path: string, { as, token, headers = {}, body }: Asked = {}, to = server) {
  const known = as && (tokens.get(as) ?? (await aToken(to, as, 'write')));
  if (as && known) tokens.set(as, known);
  return fetch(`${to.base}/api/v1${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    redirect: 'manual',
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      authorization: `Bearer ${token ?? known ?? writing}`,
      ...headers,
    },
    body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
  });
}

const read = async (answer: Response): Promise<Json> => (await answer.json()) as Json;

/** An article of its own, so that one test's acts are no other's. */
async function anArticle(): Promise<{ articleId: string; statementId: string }> {
  const text = `The crane fell at noon, harbour master Ida Holm said. Copy ${crypto.randomUUID()}.\n`;
  const { id } = await read(await ask('/articles', { body: { text } }));
  const articleId = String(id);
  const { items } = await read(await ask(`/articles/${articleId}/statements`));
  return { articleId, statementId: String((items as unknown as readonly Json[])[0]?.id) };
}

const act = (id: string, seen: string, body: unknown, more: Asked = {}) =>
  ask(`/statements/${id}/events`, { ...more, body, headers: { 'if-match': seen, ...more.headers } });

async function problemIn(answer: Response, status: number): Promise<Json> {
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const problem = await read(answer);
  expect(problem).toMatchObject({ type: 'about:blank', status });
  expect(String(problem.detail)).toMatch(/\w.*[.!]$/);
  return problem;
}

describe('a token', () => {
  it.each([
    ['none', {}],
    ['another scheme', { authorization: 'Basic ZWRpdG9yOng=' }],
    ['a wrong one', { authorization: `Bearer whosaid_${'x'.repeat(43)}` }],
    ['an empty one', { authorization: 'Bearer ' }],
  ])('is asked for: %s', async (_what, headers) => {
    const answer = await fetch(`${server.base}/api/v1/articles`, { headers });
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
    await problemIn(answer, 401);
  });

  it('is no session, and a session is no token', async () => {
    const session = await server.tokenOf('editor');
    const withCookie = await server.knock('/api/v1/articles', { as: 'editor' });
    await problemIn(withCookie, 401);
    await problemIn(await ask('/articles', { token: session }), 401);
    const page = await server.knock('/articles', { headers: { cookie: `whosaid=${writing}` } });
    expect(page.status).toBe(303);
    const bearerOnPage = await server.knock('/articles', { headers: { authorization: `Bearer ${writing}` } });
    expect(bearerOnPage.status).toBe(303);
  });

  it('acts for its own person, whatever cookie comes along', async () => {
    const cookie = `whosaid=${await server.tokenOf('admin')}`;
    await problemIn(await ask('/articles', { as: 'reader', headers: { cookie } }), 403);
  });

  it('for reading does not write', async () => {
    const token = await aToken(server, 'editor', 'read');
    expect((await ask('/articles', { token })).status).toBe(200);
    const problem = await problemIn(await ask('/articles', { token, body: { text: 'Words.' } }), 403);
    expect(String(problem.detail)).toContain('reading only');
  });

  it('does no more than its person’s role, and stops when the role does', async () => {
    const other = await aServer();
    try {
      const token = await aToken(other, 'editor', 'write');
      expect((await ask('/articles', { token }, other)).status).toBe(200);
      await other.store.changeEditor(other.editors.editor.id, { role: 'reader' });
      await problemIn(await ask('/articles', { token }, other), 403);
      await other.store.changeEditor(other.editors.editor.id, {
        role: 'editor',
        disabledAt: other.desk.now(),
      });
      await problemIn(await ask('/articles', { token }, other), 401);
    } finally {
      await other.stop();
    }
  });

  it('is gone for good once its account was disabled', async () => {
    const other = await aServer();
    try {
      const token = await aToken(other, 'editor', 'write');
      const { id } = other.editors.editor;
      for (const act of ['disable', 'enable'])
        expect((await other.knock(`/people/${id}`, { as: 'admin', form: { act } })).status).toBe(303);
      await problemIn(await ask('/articles', { token }, other), 401);
    } finally {
      await other.stop();
    }
  });

  it('waits for the second factor where the desk asks everybody for one', async () => {
    const other = await aServer();
    try {
      const token = await aToken(other, 'editor', 'write');
      await other.store.changeSettings({ secondFactor: true });
      const problem = await problemIn(await ask('/articles', { token }, other), 403);
      expect(String(problem.detail)).toContain('second factor');
    } finally {
      await other.stop();
    }
  });
});

describe('on the account page', () => {
  const wanted = { name: 'the night desk’s script', scope: 'write', password: PASSWORD };
  const shown = (page: string) => /whosaid_[\w-]{43}/.exec(page)?.[0] ?? '';

  it('a token is made with the password, shown once, kept as a digest, and revoked', async () => {
    const made = await server.knock('/account/tokens', { as: 'lead', form: wanted });
    const token = shown(await made.text());
    expect((await ask('/articles', { token })).status).toBe(200);
    const page = await (await server.knock('/account', { as: 'lead' })).text();
    expect(page).not.toContain(token);
    expect(page).toContain('last used');
    const [kept] = await server.store.tokens(server.editors.lead.id);
    expect(kept).toMatchObject({ digest: digestOfToken(token), scope: 'write' });
    expect(kept?.usedAt).not.toBeNull();
    expect(server.logged()).not.toContain(token);
    await server.knock('/account/tokens/revoke', { as: 'lead', form: { token: kept?.id ?? '' } });
    await problemIn(await ask('/articles', { token }), 401);
  });

  it.each([
    ['a wrong password', { ...wanted, password: 'wrong' }],
    ['no name', { ...wanted, name: ' ' }],
    ['a scope there is not', { ...wanted, scope: 'everything' }],
  ])('none is made with %s', async (_why, form) => {
    const answer = await server.knock('/account/tokens', { as: 'admin', form });
    expect(answer.status).toBe(422);
    expect(shown(await answer.text())).toBe('');
    expect(await server.store.tokens(server.editors.admin.id)).toEqual([]);
  });

  it('nobody revokes another’s token', async () => {
    const token = await aToken(server, 'lead', 'read');
    const [kept] = await server.store.tokens(server.editors.lead.id);
    await server.knock('/account/tokens/revoke', { as: 'admin', form: { token: kept?.id ?? '' } });
    expect((await ask('/articles', { token })).status).toBe(200);
  });
});

describe('articles', () => {
  const text = 'The crane fell at noon, harbour master Ida Holm said.\n';

  it('are imported, with what the client says about them', async () => {
    const said = {
      title: 'A crane',
      publisher: 'Quay Wire',
      published_on: '2026-03-04',
      url: 'https://example.org/crane',
      language: 'en',
    };
    const answer = await ask('/articles', { body: { text, ...said } });
    expect(answer.status).toBe(201);
    const article = await read(answer);
    expect(answer.headers.get('location')).toBe(`/api/v1/articles/${article.id}`);
    expect(article).toMatchObject({ ...said, imported_by: { name: 'The editor' }, counts: { total: 1 } });
    expect(await read(await ask(`/articles/${article.id}`))).toEqual(article);
  });

  it('are imported once, however often a request is repeated', async () => {
    const headers = { 'idempotency-key': 'morning-1' };
    const first = await read(await ask('/articles', { body: { text: `Once. ${text}` }, headers }));
    const again = await ask('/articles', { body: { text: `Once. ${text}` }, headers });
    expect(again.status).toBe(201);
    expect(await read(again)).toEqual(first);
    const problem = await problemIn(
      await ask('/articles', { body: { text: `Other. ${text}` }, headers }),
      422,
    );
    expect(problem.field).toBe('Idempotency-Key');
  });

  it.each([
    ['no text', { title: 'Empty' }, 'text'],
    ['blank text', { text: ' \n' }, 'text'],
    ['an unknown field', { text, colour: 'red' }, 'colour'],
    ['a field that is called __proto__', '{"text":"Words.","__proto__":{"a":1}}', '__proto__'],
    ['a day that is none', { text, published_on: '2026-02-30' }, 'published_on'],
    ['a link that is none', { text, url: 'javascript:alert(1)' }, 'url'],
    ['a title that is too long', { text, title: 'x'.repeat(501) }, 'title'],
    ['a number for text', { text: 7 }, 'text'],
    ['a list', '[{"text":"Words."}]', 'text'],
    ['nested lists without end', `{"text":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, 'text'],
  ])('are refused with %s', async (_what, body, field) => {
    expect((await problemIn(await ask('/articles', { body }), 422)).field).toBe(field);
  });

  it.each([
    ['broken JSON', '{"text": "Wor', 'application/json', 400],
    ['a form', 'text=Words', 'application/x-www-form-urlencoded', 415],
    ['more than an article may be', `{"text":"${'x'.repeat(11 * 1024 * 1024)}"}`, 'application/json', 413],
  ])('are refused as %s', async (_what, body, type, status) => {
    await problemIn(await ask('/articles', { body, headers: { 'content-type': type } }), status);
  });

  it('keep half a surrogate pair as a sign that something is missing', async () => {
    const { id } = await read(
      await ask('/articles', { body: `{"text":"Half \\ud83d a pair.","title":"A \\ud83d"}` }),
    );
    expect(await read(await ask(`/articles/${id}`))).toMatchObject({
      title: 'A \ufffd',
      text: expect.stringContaining('\ufffd'),
    });
  });

  it('are listed page by page, each once', async () => {
    for (let n = 0; n < 3; n++) await anArticle();
    const ids: string[] = [];
    let after = '';
    for (let pages = 0; pages < 50; pages++) {
      const { items, next } = await read(await ask(`/articles?limit=2${after && `&after=${after}`}`));
      ids.push(...(items as unknown as readonly Json[]).map(({ id }) => String(id)));
      if (!next) break;
      after = String(next);
    }
    const all = (await server.store.articles({ limit: 200 })).rows.map(({ id }) => id);
    expect(ids).toEqual(all);
  });

  it.each([
    ['/articles?after=nonsense', undefined],
    ['/articles?limit=0', 'limit'],
    ['/articles?limit=2&limit=3', 'limit'],
    ['/articles?colour=red', 'colour'],
    ['/search', 'q'],
  ])('refuses %s', async (path, field) => {
    expect((await problemIn(await ask(path), 422)).field).toBe(field);
  });

  it.each([
    '/articles/x',
    '/articles/x/statements',
    '/articles/x/report.json',
    '/statements/x',
    '/speakers/x',
    '/nowhere',
  ])('says that there is no %s', async (path) => {
    await problemIn(await ask(path), 404);
  });

  it('have a report', async () => {
    const answer = await ask(`/articles/${server.articleId}/report.json`);
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(JSON.stringify(await read(answer))).toContain('Nobody was hurt');
  });
});

describe('statements', () => {
  it('are listed page by page in the article’s order', async () => {
    const path = `/articles/${server.articleId}/statements`;
    const whole = (await read(await ask(path))).items as unknown as readonly Json[];
    expect(whole.map(({ ordinal }) => ordinal)).toEqual([1, 2]);
    const first = await read(await ask(`${path}?limit=1`));
    const second = await read(await ask(`${path}?limit=1&after=${first.next}`));
    expect([
      ...(first.items as unknown as readonly Json[]),
      ...(second.items as unknown as readonly Json[]),
    ]).toEqual(whole);
    expect(second.next).toBeNull();
  });

  it('carry their version as ETag and are not sent again while it holds', async () => {
    const { statementId } = await anArticle();
    const answer = await ask(`/statements/${statementId}`);
    expect(answer.headers.get('etag')).toBe('"0"');
    expect(await read(answer)).toMatchObject({
      version: 0,
      phase: 'untouched',
      speaker: { name: 'Ida Holm' },
    });
    const same = await ask(`/statements/${statementId}`, { headers: { 'if-none-match': '"0"' } });
    expect(same.status).toBe(304);
    expect(await same.text()).toBe('');
    await act(statementId, '"0"', { act: 'attribution_confirmed' });
    expect((await ask(`/statements/${statementId}`, { headers: { 'if-none-match': '"0"' } })).status).toBe(
      200,
    );
  });

  it('are not acted on without saying which version was seen', async () => {
    const { statementId } = await anArticle();
    const body = { act: 'attribution_confirmed' };
    const missing = await problemIn(await ask(`/statements/${statementId}/events`, { body }), 428);
    expect(missing.field).toBe('If-Match');
    await problemIn(await act(statementId, '*', body), 422);
    await problemIn(await act(statementId, '0', body), 422);
    expect((await server.store.review(statementId)).version).toBe(0);
  });

  it.each([
    ['a rating', { act: 'rated', rating: 'not_checkable', reason: 'A wish.' }],
    ['a note', { act: 'noted', body: 'Call her.' }],
    ['evidence', { act: 'evidence_added', title: 'Log', origin: 'Port office', stance: 'supports' }],
  ])('are not acted on by whoever saw an older version: %s', async (_what, body) => {
    const { statementId } = await anArticle();
    expect((await act(statementId, '"0"', { act: 'attribution_confirmed' })).status).toBe(200);
    const problem = await problemIn(await act(statementId, '"0"', body), 412);
    expect(problem.version).toBe(1);
    expect((await server.store.review(statementId)).version).toBe(1);
  });

  it('let one of several who saw the same version act, and tell the others', async () => {
    const { statementId } = await anArticle();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => act(statementId, '"0"', { act: 'noted', body: `Note ${n}.` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(412)]);
    expect((await server.store.review(statementId)).notes).toHaveLength(1);
  });

  it('say what the rules of the desk do not allow', async () => {
    const { statementId } = await anArticle();
    const problem = await problemIn(
      await act(statementId, '"0"', { act: 'rated', rating: 'verified', reason: 'So.' }),
      422,
    );
    expect(String(problem.detail)).toContain('who said it');
    const other = await problemIn(await act(statementId, '"0"', { act: 'restored' }), 409);
    expect(other.version).toBeUndefined();
  });

  it('take an act once, however often a request is repeated', async () => {
    const { statementId } = await anArticle();
    const headers = { 'idempotency-key': 'act-1' };
    const note = { act: 'noted', body: 'Call her.' };
    const first = await read(await act(statementId, '"0"', note, { headers }));
    const again = await act(statementId, '"0"', note, { headers });
    expect(again.status).toBe(200);
    expect(await read(again)).toEqual(first);
    expect((await server.store.review(statementId)).notes).toHaveLength(1);
    const other = await act(statementId, '"1"', { act: 'attribution_confirmed' }, { headers });
    expect((await problemIn(other, 422)).field).toBe('Idempotency-Key');
  });

  it('go through a whole review, two people signing', async () => {
    const { statementId } = await anArticle();
    let version = 0;
    const next = async (body: unknown, as: Role = 'editor'): Promise<Json> => {
      const answer = await act(statementId, `"${version}"`, body, { as });
      const after = await read(answer);
      expect([body, answer.status, after]).toEqual([body, 200, expect.anything()]);
      expect(answer.headers.get('etag')).toBe(`"${after.version}"`);
      version = Number(after.version);
      return after;
    };
    await next({ act: 'attribution_disputed', reason: 'Not on the recording.' });
    const speaker = { name: 'Ida Holm', type: 'person', role: 'deputy harbour master' };
    const named = await next({
      act: 'source_identified',
      speaker,
      via: ['Quay Wire'],
      channel: 'phone',
      said_on: '2026-03-01',
    });
    expect(named).toMatchObject({
      speaker: { ...speaker, affiliation: null },
      via: ['Quay Wire'],
      channel: 'phone',
    });
    if (String(named.attribution) !== 'confirmed') await next({ act: 'attribution_confirmed' });
    for (const origin of ['Port office', 'Coast guard'])
      await next({
        act: 'evidence_added',
        title: `Log of the ${origin}`,
        url: 'https://example.org/log',
        origin,
        stance: 'supports',
        reliability: 'A',
        credibility: 2,
      });
    const rated = await next({ act: 'rated', rating: 'corroborated', reason: 'Two logs say so.' });
    expect(rated.phase).toBe('awaiting_second');
    const back = await next({ act: 'returned', reason: 'Which noon?' }, 'lead');
    expect(back.phase).toBe('fell_back');
    const again = await next({ act: 'rated', rating: 'corroborated', reason: 'Noon on Monday.' });
    const signed = await next({ act: 'signed_off', digest: again.sign_off_digest }, 'lead');
    expect(signed).toMatchObject({ phase: 'done', sign_off: { by: { name: 'The lead' } } });
    expect((await next({ act: 'struck_out', reason: 'A repetition.' })).phase).toBe('struck_out');
    expect((await next({ act: 'restored' })).struck_out).toBeNull();
  });

  it.each([
    ['an act there is not', { act: 'identity_recorded', identity: 'Somebody' }, 'act'],
    ['no act', {}, 'act'],
    ['a field that belongs elsewhere', { act: 'attribution_confirmed', rating: 'false' }, 'rating'],
    ['a rating there is not', { act: 'rated', rating: 'untrue' }, 'rating'],
    [
      'a link that is none',
      { act: 'evidence_added', title: 'T', origin: 'O', stance: 'supports', url: 'ftp://x/' },
      'url',
    ],
  ])('refuse %s', async (_what, body, field) => {
    const problem = await problemIn(await act(server.statementId, '"0"', body), 422);
    expect(problem.field).toBe(field);
  });
});

describe('speakers and search', () => {
  it('give the registry, and each speaker by name and number', async () => {
    await anArticle();
    const { items } = await read(await ask('/speakers?q=ida'));
    const [first] = items as unknown as readonly Json[];
    expect(first).toMatchObject({ name: 'Ida Holm', type: 'person' });
    const speaker = await read(await ask(`/speakers/${first?.id}`));
    expect(speaker).toMatchObject({ name: 'Ida Holm', statements: expect.any(Array) });
  });

  it('finds words', async () => {
    const { items } = await read(await ask('/search?q=nobody&kind=statement'));
    expect((items as unknown as readonly Json[]).map(({ statement_id: id }) => String(id))).toHaveLength(1);
  });
});

describe('confidential matter', () => {
  it('is in no answer, whoever asks', async () => {
    const { store, desk, editors } = server;
    const { articleId, statementId } = await anArticle();
    const secret = 'Zanzibarquux';
    const note = { body: `Secret: ${secret}`, confidential: true, replyTo: null, span: null, mentions: [] };
    await addNote(desk, editors.editor, { articleId, statementId }, note);
    await addNote(desk, editors.editor, { articleId, statementId: null }, note);
    await addNote(
      desk,
      editors.editor,
      { articleId, statementId },
      { ...note, body: 'An open word.', confidential: false },
    );
    const anonymous = { name: 'a dock worker', type: 'anonymous' };
    const { version } = await store.review(statementId);
    expect(
      (await act(statementId, `"${version}"`, { act: 'source_identified', speaker: anonymous })).status,
    ).toBe(200);
    const seen = { version: version + 1 };
    await recordIdentity(desk, editors.editor, statementId, seen, secret);
    expect((await store.review(statementId)).identity).toBe(secret);
    const { rows } = await store.speakers({ search: 'Ida', limit: 1 });
    const speakerId = rows[0]?.id ?? '';
    const { version: speakerVersion } = await store.speaker(speakerId);
    await server.knock(`/speakers/${speakerId}/events`, {
      as: 'editor',
      form: { act: 'confidential_note_set', version: String(speakerVersion), note: secret },
    });
    expect((await store.speaker(speakerId)).confidentialNote).toBe(secret);

    const now = (await store.review(statementId)).version;
    const answers = [
      await act(
        statementId,
        `"${now}"`,
        { act: 'noted', body: `More: ${secret}`, confidential: true },
        { as: 'admin' },
      ),
    ];
    for (const path of [
      '/articles',
      `/articles/${articleId}`,
      `/articles/${articleId}/statements`,
      `/articles/${articleId}/report.json`,
      `/statements/${statementId}`,
      '/speakers',
      `/speakers/${speakerId}`,
      `/search?q=${secret}`,
    ])
      answers.push(await ask(path, { as: 'admin' }));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    const all = (await Promise.all(answers.map((answer) => answer.text()))).join('\n');
    expect(all).not.toContain(secret);
    expect(all).toContain('An open word.');
  });
});

describe('the OpenAPI document', () => {
  const namesIn = (operation: Json | undefined, name: (parameter: Json) => unknown) =>
    (operation?.parameters as unknown as readonly Json[] | undefined)?.map(name);
  const document = async () => read(await fetch(`${server.base}/api/v1/openapi.json`));

  it('needs no token and names every route, and no other', async () => {
    const { openapi, paths } = await document();
    expect(openapi).toBe('3.1.0');
    const named = Object.entries(paths ?? {}).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method} /api/v1${path.replace(/\{(\w+)\}/g, ':$1')}`),
    );
    expect(named.sort()).toEqual(apiRoutes.map(({ method, path }) => `${method} ${path}`).sort());
  });

  it('fits the schema that the OpenAPI Initiative publishes', async () => {
    const { valid, errors } = await new Validator().validate(
      (await document()) as unknown as Record<string, unknown>,
    );
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
    const { info: _, ...broken } = await document();
    expect((await new Validator().validate(broken)).valid).toBe(false);
  });

  it('has every schema it refers to, and unique operation ids', async () => {
    const whole = await document();
    const refs = [...JSON.stringify(whole).matchAll(/"\$ref":"#\/([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(refs.length).toBeGreaterThan(20);
    for (const ref of refs)
      expect([ref, ref.split('/').reduce<Json | undefined>((at, key) => at?.[key], whole)]).toEqual([
        ref,
        expect.any(Object),
      ]);
    expect(JSON.stringify(whole)).not.toContain('$defs');
    expect(new Set(OPERATIONS.map(({ name }) => name)).size).toBe(OPERATIONS.length);
  });

  it('gives each operation its parameters, its body, its answer and its refusals', async () => {
    const { paths } = await document();
    const events = paths?.['/statements/{id}/events']?.post;
    expect(namesIn(events, ({ name, in: place }) => `${place} ${name}`)).toEqual([
      'path id',
      'header if-match',
      'header idempotency-key',
    ]);
    expect(Object.keys(events?.responses ?? {}).sort()).toEqual(['200', '409', '412', '428', 'default']);
    expect(JSON.stringify(events?.requestBody)).toContain('#/components/schemas/Act');
    const list = paths?.['/articles']?.get;
    expect(namesIn(list, ({ name }) => name)).toEqual(['after', 'limit', 'published', 'superseded']);
    expect(Object.keys(paths?.['/articles']?.post?.responses ?? {})).toContain('201');
  });
});
