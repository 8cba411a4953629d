// Webhooks and their deliveries. A delivery is written with the event it tells of, or not at all.
import type { Database } from 'better-sqlite3';
import type { ArticleReview } from '../core/article-review.js';
import { conflict, notFound } from '../core/errors.js';
import type { ArticleEvent, StatementEvent } from '../core/event.js';
import { type Notice, noticeOfArticle, noticeOfStatement } from '../core/notice.js';
import type { Review } from '../core/review.js';
import type { Page } from '../core/store.js';
import type { Delivery, DeliveryState, Tried, Webhook } from '../core/webhook-store.js';
import type { ArticleTables } from './articles.js';
import { decodeCursor, LAST, toPage } from './cursor.js';
import type { ReviewTables } from './reviews.js';
import type { DeliveriesRow, WebhooksRow } from './rows.js';

export type WebhookTables = ReturnType<typeof webhookTables>;

const SWITCHED_OFF = 'The webhook was switched off.';

export function webhookTables(db: Database, articles: ArticleTables, reviews: ReviewTables) {
  const insert = db.prepare(`
    INSERT INTO webhooks (id, url, secret, added_by, added_at, disabled_at)
    VALUES (@id, @url, @secret, @added_by, @added_at, @disabled_at)
    ON CONFLICT (url) DO NOTHING`);
  const one = db.prepare<[string], WebhooksRow>('SELECT * FROM webhooks WHERE id = ?');
  const all = db.prepare<[], WebhooksRow>('SELECT * FROM webhooks ORDER BY id DESC');
  const enabled = db.prepare<[], WebhooksRow>('SELECT * FROM webhooks WHERE disabled_at IS NULL');
  const switchOne = db.prepare('UPDATE webhooks SET disabled_at = ? WHERE id = ?');
  const giveUp = db.prepare(`
    UPDATE deliveries SET state = 'given_up', problem = '${SWITCHED_OFF}'
    WHERE webhook_id = ? AND state = 'waiting'`);
  const put = db.prepare(`
    INSERT INTO deliveries (webhook_id, notice_id, kind, body, at, state, tries, due_at, tried_at, status, problem)
    VALUES (@webhook_id, @notice_id, @kind, @body, @at, @state, @tries, @due_at, @tried_at, @status, @problem)`);
  const ofWebhook = db.prepare<[string, string, number], DeliveriesRow>(`
    SELECT * FROM deliveries WHERE webhook_id = ? AND notice_id < ? ORDER BY notice_id DESC LIMIT ?`);
  const due = db.prepare<[string, string], DeliveriesRow>(`
    SELECT * FROM deliveries WHERE webhook_id = ? AND state = 'waiting' AND due_at <= ? ORDER BY due_at LIMIT 1`);
  const putOff = db.prepare('UPDATE deliveries SET due_at = ? WHERE webhook_id = ? AND notice_id = ?');
  const settle = db.prepare(`
    UPDATE deliveries SET state = @state, tries = @tries, due_at = @due_at, tried_at = @tried_at, status = @status,
      problem = @problem WHERE webhook_id = @webhook_id AND notice_id = @notice_id`);
  const forget = db.prepare(`DELETE FROM deliveries WHERE at < ? AND state <> 'waiting'`);

  function tell(notice: Notice | null): void {
    if (!notice) return;
    const body = JSON.stringify(notice);
    for (const { id } of enabled.all())
      put.run(
        rowOf({
          webhookId: id,
          noticeId: notice.id,
          kind: notice.kind,
          body,
          at: notice.at,
          state: 'waiting',
          tries: 0,
          dueAt: notice.at,
          triedAt: null,
          status: null,
          problem: null,
        }),
      );
  }

  const isHeard = (): boolean => enabled.get() !== undefined;

  const isAnyDue = (at: string): boolean => enabled.all().some(({ id }) => due.get(id, at) !== undefined);

  const take = db.transaction((at: string, until: string, limit: number, except: ReadonlySet<string>) =>
    enabled
      .all()
      .flatMap((webhook) => {
        const row = except.has(webhook.id) ? undefined : due.get(webhook.id, at);
        return row ? [{ row, webhook }] : [];
      })
      .sort((a, b) => (a.row.due_at < b.row.due_at ? -1 : Number(a.row.due_at > b.row.due_at)))
      .slice(0, limit)
      .map(({ row, webhook }) => {
        putOff.run(until, row.webhook_id, row.notice_id);
        return { delivery: deliveryOf(row), webhook: webhookOf(webhook) };
      }),
  );

  const recordTry = db.transaction(
    ({ webhookId, noticeId }: Pick<Delivery, 'webhookId' | 'noticeId'>, tried: Tried): void => {
      const { tries, dueAt, triedAt, status } = tried;
      const isOff = tried.state === 'waiting' && one.get(webhookId)?.disabled_at !== null;
      const { changes } = settle.run({
        webhook_id: webhookId,
        notice_id: noticeId,
        state: isOff ? 'given_up' : tried.state,
        tries,
        due_at: dueAt,
        tried_at: triedAt,
        status,
        problem: isOff ? SWITCHED_OFF : tried.problem,
      });
      if (changes === 0) throw notFound('There is no such delivery any more.');
    },
  );

  const switchWebhook = db.transaction((id: string, disabledAt: string | null): void => {
    if (switchOne.run(disabledAt, id).changes === 0) throw unknown();
    if (disabledAt !== null) giveUp.run(id);
  });

  return {
    /** To be called inside the event's transaction. */
    tellOfArticle(event: ArticleEvent, after: ArticleReview): void {
      if (isHeard())
        tell(noticeOfArticle(event, after, articles.article(event.articleId), (id) => reviews.review(id)));
    },
    tellOfStatement(event: StatementEvent, before: Review, after: Review): void {
      if (!isHeard()) return;
      const standing = reviews.articleReview(event.articleId);
      tell(noticeOfStatement(event, before, after, standing, () => articles.article(event.articleId)));
    },
    addWebhook(webhook: Webhook): void {
      const { id, url, secret, addedBy, addedAt, disabledAt } = webhook;
      const row = { id, url, secret, added_by: addedBy, added_at: addedAt, disabled_at: disabledAt };
      if (insert.run(row satisfies WebhooksRow).changes === 0)
        throw conflict(
          'There is a webhook for this address already. Switch it on again, or give another one.',
        );
    },
    webhook(id: string): Webhook {
      const row = one.get(id);
      if (!row) throw unknown();
      return webhookOf(row);
    },
    webhooks: (): readonly Webhook[] => all.all().map(webhookOf),
    switchWebhook: (id: string, disabledAt: string | null): void => switchWebhook.immediate(id, disabledAt),
    addDelivery(delivery: Delivery): void {
      put.run(rowOf(delivery));
    },
    deliveries(webhookId: string, { limit, after }: { limit: number; after?: string }): Page<Delivery> {
      const [before = LAST] = after === undefined ? [] : decodeCursor(after, 1);
      const rows = ofWebhook.all(webhookId, before, limit + 1);
      return toPage(rows, limit, (row) => [row.notice_id], deliveryOf);
    },
    takeDeliveries: (
      at: string,
      until: string,
      { limit, except = new Set() }: { limit: number; except?: ReadonlySet<string> },
      // Asked every few seconds: while another connection writes a long article, a look needs no lock.
    ) => (isAnyDue(at) ? take.immediate(at, until, limit, except) : []),
    recordTry: (delivery: Pick<Delivery, 'webhookId' | 'noticeId'>, tried: Tried): void =>
      recordTry.immediate(delivery, tried),
    forgetDeliveries(before: string): void {
      forget.run(before);
    },
  };
}

const unknown = () => notFound('There is no such webhook. It may be a mistyped address.');

const webhookOf = (row: WebhooksRow): Webhook => ({
  id: row.id,
  url: row.url,
  secret: row.secret,
  addedBy: row.added_by,
  addedAt: row.added_at,
  disabledAt: row.disabled_at,
});

const deliveryOf = (row: DeliveriesRow): Delivery => ({
  webhookId: row.webhook_id,
  noticeId: row.notice_id,
  kind: row.kind,
  body: row.body,
  at: row.at,
  state: row.state as DeliveryState,
  tries: row.tries,
  dueAt: row.due_at,
  triedAt: row.tried_at,
  status: row.status,
  problem: row.problem,
});

const rowOf = (delivery: Delivery) =>
  ({
    webhook_id: delivery.webhookId,
    notice_id: delivery.noticeId,
    kind: delivery.kind,
    body: delivery.body,
    at: delivery.at,
    state: delivery.state,
    tries: delivery.tries,
    due_at: delivery.dueAt,
    tried_at: delivery.triedAt,
    status: delivery.status,
    problem: delivery.problem,
  }) satisfies DeliveriesRow;
