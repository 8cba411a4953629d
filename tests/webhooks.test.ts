// Webhooks from end to end: real acts on a real store, sent over the loopback to a receiver that checks the signature with
// a library of others.
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { Webhook as Checker } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Notice } from '../src/core/notice.ts';
import { signOffDigest } from '../src/core/sign-off.ts';
import type { Delivery, Webhook } from '../src/core/webhook-store.ts';
import { ANY_GATE, PUBLIC_GATE } from '../src/importers/fetch-page.ts';
import { startWebhooks, WAITS } from '../src/webhooks.ts';
import * as acts from '../src/workflow.ts';
import { aServer, type TestServer } from './web/a-server.ts';

interface Got {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let server: TestServer;
let receiver: Server;
let got: Got[];
/** What the receiver answers next; 200 when there is nothing more. `never` keeps the line open. */
let answers: (number | 'never')[];
let url: string;
/** What a 429 asks for, in seconds. */
let pause: string;
/** Milliseconds by which the sender's clock was moved on by hand. */
let ahead: number;
const senders: { stop(): Promise<void> }[] = [];
const stop = async () => {
  for (const sender of senders.splice(0)) await sender.stop();
};
const faults: string[] = [];

beforeEach(async () => {
  server = await aServer();
  (server.desk as { webhooksInside: boolean }).webhooksInside = true;
  got = [];
  answers = [];
  pause = '';
  ahead = 0;
  receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      const answer = answers.shift() ?? 200;
      got.push({ headers: request.headers, body });
      if (answer === 'never') return;
      response
        .writeHead(answer, {
          ...(answer === 302 && { location: `${url}elsewhere` }),
          ...(answer === 429 && { 'retry-after': pause }),
        })
        .end('x'.repeat(100_000));
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
});

afterEach(async () => {
  await stop();
  receiver.closeAllConnections();
  await new Promise((resolve) => receiver.close(resolve));
  await server.stop();
  expect(faults.splice(0)).toEqual([]);
});

const start = (gate = ANY_GATE) => {
  const log = { error: (fields: object) => void faults.push(JSON.stringify(fields)) };
  senders.push(
    startWebhooks(server.store, { gate, log, now: () => Date.now() + ahead, every: 5, deadlineMs: 300 }),
  );
};

function drip(socket: Socket, text: string): void {
  const dripping = setInterval(() => socket.write(text), 20).unref();
  socket.once('close', () => clearInterval(dripping));
}

const added = (): Promise<Webhook> => acts.addWebhook(server.desk, server.editors.lead, url);

async function until<T>(find: () => Promise<T | undefined | false>): Promise<T> {
  for (let n = 0; n < 400; n++) {
    const found = await find();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('It did not come about.');
}

const sent = async (webhook: Webhook): Promise<readonly Delivery[]> =>
  (await server.store.deliveries(webhook.id, { limit: 50 })).rows.toReversed();

const settled = (webhook: Webhook, n = 1) =>
  until(async () => {
    const all = await sent(webhook);
    return all.length >= n && all.every(({ state }) => state !== 'waiting') && all;
  });

const notices = async (webhook: Webhook): Promise<readonly Notice[]> =>
  (await sent(webhook)).map(({ body }) => JSON.parse(body));

const seen = async () => ({ version: (await server.store.review(server.statementId)).version });

async function finish(reason = 'Asked the port twice.'): Promise<void> {
  const { desk, editors, statementId, store } = server;
  if ((await store.review(statementId)).attribution === 'unchecked')
    await acts.confirmAttribution(desk, editors.editor, statementId, await seen());
  await acts.rate(desk, editors.editor, statementId, await seen(), 'unverifiable', reason);
  const digest = signOffDigest(await store.review(statementId));
  await acts.signOff(desk, editors.lead, statementId, await seen(), digest);
}

const publish = () => acts.publish(server.desk, server.editors.lead, server.articleId);

describe('what is told', () => {
  it('is publication, change, correction and withdrawal: each once, as it happens', async () => {
    const webhook = await added();
    await finish();
    expect(await notices(webhook)).toEqual([]);
    await publish();
    await finish('Asked the port three times.');
    const { desk, editors, articleId, statementId } = server;
    await acts.publishCorrection(desk, editors.lead, articleId, {
      statementId,
      what: 'the reason',
      why: 'We asked once more.',
      before: 'twice',
      after: 'three times',
    });
    await acts.unpublish(desk, editors.lead, articleId, 'The lawyer asked for it.');
    const told = await notices(webhook);
    expect(told.map(({ kind }) => kind)).toEqual([
      'article.published',
      'rating.changed',
      'correction.published',
      'article.withdrawn',
    ]);
    const path = `/read/${articleId}`;
    expect(told[0]).toMatchObject({ article: { id: articleId, path }, ratings: { unverifiable: 1 } });
    expect(told[1]?.statement).toEqual({ id: statementId, path: `${path}#s-${statementId}`, finding: null });
    expect(told[2]).toMatchObject({
      correction: { why: 'We asked once more.' },
      statement: { finding: { rating: 'unverifiable', reason: 'Asked the port three times.' } },
    });
    const logged = new Set((await server.store.events(articleId)).map(({ id }) => id));
    for (const { id } of told) expect(logged).toContain(id);
    expect(JSON.stringify(told)).not.toContain('lawyer');
  });

  it('is nothing that readers do not see', async () => {
    const webhook = await added();
    const { desk, editors, statementId, articleId } = server;
    await finish();
    const on = { articleId, statementId };
    const note = { body: 'SECRET note', replyTo: null, span: null, mentions: [] };
    await publish();
    await acts.addNote(desk, editors.editor, on, { ...note, confidential: true });
    await acts.addNote(desk, editors.editor, on, { ...note, confidential: false });
    await finish('SECRET reason, not published yet');
    const told = await notices(webhook);
    expect(told.map(({ kind }) => kind)).toEqual(['article.published', 'rating.changed']);
    expect(JSON.stringify(told)).not.toContain('SECRET');
  });

  it('is nothing where the act itself was refused', async () => {
    const webhook = await added();
    await expect(publish()).rejects.toThrow();
    expect(await notices(webhook)).toEqual([]);
  });

  it('is nothing to a webhook that is switched off', async () => {
    const webhook = await added();
    await finish();
    await acts.switchWebhook(server.desk, server.editors.lead, webhook.id, false);
    await publish();
    expect(await notices(webhook)).toEqual([]);
    await expect(acts.testWebhook(server.desk, server.editors.lead, webhook.id)).rejects.toThrow(
      'switched off',
    );
  });
});

describe('sending', () => {
  it('is signed so that others can check it, and no other secret fits', async () => {
    const webhook = await added();
    await finish();
    await publish();
    start();
    const [delivery] = await settled(webhook);
    expect(delivery).toMatchObject({ state: 'delivered', tries: 1, status: 200, problem: null });
    const [one] = got;
    const headers = Object.fromEntries(
      Object.entries(one!.headers).map(([name, value]) => [name, String(value)]),
    );
    expect(new Checker(webhook.secret).verify(one!.body, headers)).toEqual(JSON.parse(delivery!.body));
    expect(headers['webhook-id']).toBe(delivery!.noticeId);
    expect(headers['content-type']).toBe('application/json');
    expect(() =>
      new Checker(`whsec_${btoa('another secret of thirty-two bytes')}`).verify(one!.body, headers),
    ).toThrow();
    expect(() => new Checker(webhook.secret).verify(`${one!.body} `, headers)).toThrow();
  });

  it('is tried again, longer and longer apart, under the same id, and given up in the end', async () => {
    answers = WAITS.map((_, n) => [500, 302, 404, 'never'][n % 4] as number | 'never');
    answers.push(503);
    const webhook = await added();
    await acts.testWebhook(server.desk, server.editors.lead, webhook.id);
    start();
    for (const [n, wait] of WAITS.entries()) {
      const [one] = await until(async () => {
        const all = await sent(webhook);
        return all[0]!.tries === n + 1 && all;
      });
      expect(one?.state).toBe('waiting');
      expect(Date.parse(one!.dueAt) - Date.parse(one!.triedAt!)).toBe(wait);
      expect(one?.problem).toMatch(/answered (500|302|404)|No answer in time/);
      ahead += wait;
    }
    const [last] = await settled(webhook);
    expect(last).toMatchObject({ state: 'given_up', tries: WAITS.length + 1, status: 503 });
    expect(got.length).toBe(WAITS.length + 1);
    expect(new Set(got.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    await acts.redeliver(server.desk, server.editors.lead, webhook.id, last!.noticeId);
    expect((await settled(webhook))[0]).toMatchObject({ state: 'delivered', tries: 1 });
  });

  it.each([
    ['90', 90_000],
    ['3', WAITS[0]],
    ['999999999', Math.max(...WAITS)],
    ['Wed, 21 Oct 2099 07:28:00 GMT', WAITS[0]],
    ['-5', WAITS[0]],
  ])('leaves a receiver alone that asks for %s seconds, never for ever', async (asked, waited) => {
    answers = [429];
    pause = asked;
    const webhook = await added();
    await acts.testWebhook(server.desk, server.editors.lead, webhook.id);
    start();
    const one = await until(async () => (await sent(webhook)).find(({ tries }) => tries === 1));
    expect(Date.parse(one.dueAt) - Date.parse(one.triedAt!)).toBe(waited);
  });

  it('stops at once where the receiver is gone for good', async () => {
    answers = [410];
    const webhook = await added();
    await acts.testWebhook(server.desk, server.editors.lead, webhook.id);
    start();
    expect((await settled(webhook))[0]).toMatchObject({ state: 'given_up', tries: 1, status: 410 });
  });

  it('to one that never answers keeps nobody else waiting, however much waits there', async () => {
    answers = ['never', 'never', 'never', 'never', 'never', 'never', 'never', 'never', 'never', 'never'];
    const slow = await added();
    const { desk, editors } = server;
    for (let n = 0; n < 9; n++) await acts.testWebhook(desk, editors.lead, slow.id);
    const quick = createServer((request, response) => {
      request.resume().on('end', () => response.end());
    });
    await new Promise<void>((resolve) => quick.listen(0, '127.0.0.1', resolve));
    const other = await acts.addWebhook(
      desk,
      editors.lead,
      `http://127.0.0.1:${(quick.address() as AddressInfo).port}/`,
    );
    for (let n = 0; n < 9; n++) await acts.testWebhook(desk, editors.lead, other.id);
    start();
    await settled(other, 9);
    expect(got.length).toBeLessThanOrEqual(2);
    expect((await sent(slow)).filter(({ tries }) => tries > 0).length).toBeLessThanOrEqual(1);
    await stop();
    await new Promise((resolve) => quick.close(resolve));
  });

  it.each([
    ['heads without end', (socket: Socket) => socket.write(`HTTP/1.1 200 OK\r\nx: ${'x'.repeat(100_000)}`)],
    ['a head that drips', (socket: Socket) => drip(socket, 'HTTP')],
    ['hints without end', (socket: Socket) => drip(socket, 'HTTP/1.1 103 Early Hints\r\n\r\n')],
    ['no HTTP at all', (socket: Socket) => socket.end('220 mail.example ESMTP\r\n')],
    ['nothing, and hangs up', (socket: Socket) => socket.destroy()],
  ])('survives %s, says so without the secret, and goes on', async (_name, answer) => {
    const rude = createTcpServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => answer(socket));
    });
    await new Promise<void>((resolve) => rude.listen(0, '127.0.0.1', resolve));
    const { port } = rude.address() as AddressInfo;
    const { desk, editors } = server;
    const webhook = await acts.addWebhook(desk, editors.lead, `http://127.0.0.1:${port}/?token=SECRET`);
    await acts.testWebhook(desk, editors.lead, webhook.id);
    start();
    const one = await until(async () => (await sent(webhook)).find(({ tries }) => tries === 1));
    expect(one).toMatchObject({ state: 'waiting', status: null });
    expect(one.problem).toMatch(/^(The connection failed \([A-Z_0-9]+\)|No answer in time)\.$/);
    expect(one.problem).not.toContain('SECRET');
    await stop();
    rude.close();
  });

  it('of what is not on record any more is refused in words', async () => {
    const webhook = await added();
    await expect(
      acts.redeliver(server.desk, server.editors.lead, webhook.id, 'nothing'),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  it('never reaches the desk’s own network unless that is allowed', async () => {
    const webhook = await added();
    await acts.testWebhook(server.desk, server.editors.lead, webhook.id);
    start(PUBLIC_GATE);
    const one = await until(async () => (await sent(webhook)).find(({ tries }) => tries === 1));
    expect(one.problem).toContain('does not lead to a public web server');
    expect(got).toEqual([]);
  });

  it('breaks off when the desk stops, and goes on when it is back', async () => {
    answers = ['never'];
    const webhook = await added();
    await acts.testWebhook(server.desk, server.editors.lead, webhook.id);
    start();
    await until(async () => got.length === 1);
    await stop();
    expect((await sent(webhook))[0]).toMatchObject({ state: 'waiting', tries: 0 });
    ahead += 61_000;
    start();
    expect((await settled(webhook))[0]).toMatchObject({ state: 'delivered', tries: 1 });
  });

  it('by two senders over one store reaches the receiver once', async () => {
    const webhook = await added();
    await finish();
    await publish();
    for (let n = 0; n < 20; n++) await acts.testWebhook(server.desk, server.editors.lead, webhook.id);
    start();
    start();
    await settled(webhook, 21);
    expect(got.length).toBe(21);
    expect(new Set(got.map(({ headers }) => headers['webhook-id'])).size).toBe(21);
  });
});

describe('addresses', () => {
  it.each([
    ['no address', 'no web address'],
    ['http://hooks.example/', 'starts with https://'],
    ['ftp://hooks.example/', 'starts with https://'],
    ['https://user:word@hooks.example/', 'user name or password'],
    ['https://127.0.0.1/', 'your own network'],
    ['https://[::1]/', 'your own network'],
    ['https://10.1.2.3/', 'your own network'],
    ['https://localhost/', 'your own network'],
    ['https://intranet/', 'your own network'],
  ])('%s is refused', async (address, sentence) => {
    (server.desk as { webhooksInside: boolean }).webhooksInside = false;
    await expect(acts.addWebhook(server.desk, server.editors.lead, address)).rejects.toThrow(sentence);
  });

  it('are added once, and by leads alone', async () => {
    await added();
    await expect(added()).rejects.toMatchObject({ code: 'conflict' });
    await expect(acts.addWebhook(server.desk, server.editors.editor, url)).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('the page', () => {
  it('adds one, shows its secret once, tests it, says what came of it, switches it off', async () => {
    const page = '/settings/webhooks';
    const made = await (await server.knock(page, { as: 'lead', form: { url } })).text();
    const [webhook] = await server.store.webhooks();
    expect(made).toContain(webhook!.secret);
    expect(await (await server.knock(page, { as: 'lead' })).text()).not.toContain(webhook!.secret);
    const own = `${page}/${webhook!.id}`;
    expect((await server.knock(own, { as: 'lead', form: { act: 'test' } })).status).toBe(303);
    start();
    answers = [410];
    await settled(webhook!);
    const shown = await (await server.knock(own, { as: 'lead' })).text();
    expect(shown).toContain('given up');
    expect(shown).toContain('The receiver answered 410.');
    expect(shown).not.toContain(webhook!.secret);
    const { noticeId } = (await sent(webhook!))[0]!;
    await server.knock(own, { as: 'lead', form: { act: 'redeliver', notice: noticeId } });
    await settled(webhook!);
    expect(await (await server.knock(own, { as: 'lead' })).text()).toContain('delivered');
    await server.knock(own, { as: 'lead', form: { act: 'switch_off' } });
    expect(await (await server.knock(own, { as: 'lead' })).text()).toContain('switched off');
  });

  it('keeps what was typed when it is refused', async () => {
    const answer = await server.knock('/settings/webhooks', { as: 'lead', form: { url: 'http:// nowhere' } });
    expect(answer.status).toBe(422);
    const text = await answer.text();
    expect(text).toContain('value="http:// nowhere"');
    expect(text).toContain('no web address');
  });
});
