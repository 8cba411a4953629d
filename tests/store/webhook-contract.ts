// What any store must do with webhooks and what is sent to them.
import { describe, expect, test } from 'vitest';
import type { Store } from '../../src/core/store.js';
import type { Delivery, Tried, Webhook } from '../../src/core/webhook-store.js';
import { AMIRA } from './a-desk.js';

const at = (minute: number): string => new Date(Date.UTC(2026, 2, 2, 9, minute)).toISOString();

const webhook = (id: string, more: Partial<Webhook> = {}): Webhook => ({
  id,
  url: `https://hooks.example/${id}`,
  secret: `whsec_${id}`,
  addedBy: AMIRA.id,
  addedAt: at(0),
  disabledAt: null,
  ...more,
});

const delivery = (webhookId: string, noticeId: string, minute: number): Delivery => ({
  webhookId,
  noticeId,
  kind: 'ping',
  body: `{"id":"${noticeId}","naïve":"🙂"}`,
  at: at(minute),
  state: 'waiting',
  tries: 0,
  dueAt: at(minute),
  triedAt: null,
  status: null,
  problem: null,
});

const failed = (tries: number, due: number): Tried => ({
  state: 'waiting',
  tries,
  dueAt: at(due),
  triedAt: at(due - 1),
  status: 500,
  problem: 'The receiver answered 500.',
});

export function webhookContract(open: () => Store): void {
  const taken = async (minute: number, limit = 8, except: readonly string[] = []) =>
    (await open().takeDeliveries(at(minute), at(minute + 1), { limit, except: new Set(except) })).map(
      ({ delivery: { webhookId, noticeId } }) => `${webhookId} ${noticeId}`,
    );
  const all = async (id: string) => (await open().deliveries(id, { limit: 50 })).rows;

  describe('webhooks', () => {
    test('come back as they went in, the newest first, each address once', async () => {
      const [a, b] = [webhook('a'), webhook('b', { disabledAt: at(3) })];
      await open().addWebhook(a);
      await open().addWebhook(b);
      expect(await open().webhooks()).toEqual([b, a]);
      expect(await open().webhook('a')).toEqual(a);
      await expect(open().addWebhook(webhook('c', { url: a.url }))).rejects.toMatchObject({
        code: 'conflict',
      });
      expect(await open().webhooks()).toHaveLength(2);
    });

    test('that are unknown are not found, whatever is asked of them', async () => {
      const missing = { code: 'not_found' };
      await expect(open().webhook('x')).rejects.toMatchObject(missing);
      await expect(open().switchWebhook('x', at(1))).rejects.toMatchObject(missing);
      await expect(open().recordTry({ webhookId: 'x', noticeId: 'n' }, failed(1, 2))).rejects.toMatchObject(
        missing,
      );
      await open().addWebhook(webhook('a'));
      await expect(open().recordTry({ webhookId: 'a', noticeId: 'n' }, failed(1, 2))).rejects.toMatchObject(
        missing,
      );
      expect(await all('x')).toEqual([]);
      await expect(open().addDelivery(delivery('x', 'n', 1))).rejects.toThrow();
    });

    test('keep deliveries as they went in, the newest first, page after page', async () => {
      await open().addWebhook(webhook('a'));
      await open().addWebhook(webhook('b'));
      const kept = [1, 2, 3, 4, 5].map((n) => delivery('a', `n${n}`, n));
      for (const one of kept) await open().addDelivery(one);
      await open().addDelivery(delivery('b', 'n1', 1));
      const pages: Delivery[][] = [];
      for (let after: string | null | undefined; after !== null; ) {
        const page = await open().deliveries('a', { limit: 2, after });
        pages.push([...page.rows]);
        after = page.next;
      }
      expect(pages.map(({ length }) => length)).toEqual([2, 2, 1]);
      expect(pages.flat()).toEqual(kept.toReversed());
      await expect(open().addDelivery(kept[0]!)).rejects.toThrow();
    });

    test('give out what is due: one each, the longest due first, and to nobody else meanwhile', async () => {
      for (const id of ['a', 'b', 'c']) await open().addWebhook(webhook(id));
      for (const [id, notice, minute] of [
        ['a', 'n1', 2],
        ['a', 'n2', 3],
        ['b', 'n1', 1],
        ['c', 'n9', 30],
      ] as const)
        await open().addDelivery(delivery(id, notice, minute));
      expect(await taken(0)).toEqual([]);
      expect(await taken(4)).toEqual(['b n1', 'a n1']);
      expect(await taken(4)).toEqual(['a n2']);
      expect(await taken(4)).toEqual([]);
      // Nobody told what came of them: they are due again.
      expect(await taken(5, 1)).toEqual(['a n1']);
      expect(await taken(5, 8, ['a'])).toEqual(['b n1']);
    });

    test('hold what a try came to, and when the next one is due', async () => {
      await open().addWebhook(webhook('a'));
      await open().addDelivery(delivery('a', 'n1', 1));
      await taken(1);
      await open().recordTry({ webhookId: 'a', noticeId: 'n1' }, failed(1, 20));
      expect(await all('a')).toEqual([{ ...delivery('a', 'n1', 1), ...failed(1, 20) }]);
      expect(await taken(19)).toEqual([]);
      expect(await taken(20)).toEqual(['a n1']);
      const done: Tried = { ...failed(2, 20), state: 'delivered', status: 204, problem: null };
      await open().recordTry({ webhookId: 'a', noticeId: 'n1' }, done);
      expect(await taken(59)).toEqual([]);
    });

    test('get nothing once they are switched off, not even what was under way', async () => {
      await open().addWebhook(webhook('a'));
      await open().addDelivery(delivery('a', 'n1', 1));
      await open().addDelivery(delivery('a', 'n2', 1));
      await open().addDelivery(delivery('a', 'n3', 1));
      expect(await taken(1)).toEqual(['a n1']);
      await open().switchWebhook('a', at(2));
      expect(await open().webhook('a')).toMatchObject({ disabledAt: at(2) });
      await open().recordTry({ webhookId: 'a', noticeId: 'n1' }, failed(1, 3));
      for (const one of await all('a'))
        expect(one).toMatchObject({ state: 'given_up', problem: 'The webhook was switched off.' });
      await open().switchWebhook('a', null);
      expect(await taken(59)).toEqual([]);
    });

    test('forget what is settled and old, never what waits', async () => {
      await open().addWebhook(webhook('a'));
      for (const [notice, minute] of [
        ['n1', 1],
        ['n2', 1],
        ['n3', 9],
      ] as const)
        await open().addDelivery(delivery('a', notice, minute));
      for (const noticeId of ['n2', 'n3'])
        await open().recordTry({ webhookId: 'a', noticeId }, { ...failed(9, 9), state: 'given_up' });
      await open().forgetDeliveries(at(5));
      expect((await all('a')).map(({ noticeId }) => noticeId)).toEqual(['n3', 'n1']);
    });
  });
}
