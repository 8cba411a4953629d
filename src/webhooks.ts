// Sends what waits for the webhooks while the desk runs: signed, tried again, given up in the end. The signature is that of
// Standard Webhooks (https://www.standardwebhooks.com), for which receivers find libraries in their language.
import { createHmac } from 'node:crypto';
import type { Store } from './core/store.js';
import type { Delivery, Tried, Webhook } from './core/webhook-store.js';
import { checkedAddress, type Gate, PUBLIC_GATE } from './importers/fetch-page.js';
import { request } from './importers/guarded-request.js';
import { VERSION } from './version.js';

export interface Sending {
  /** Which addresses may be told; public ones unless the desk allows others. */
  readonly gate?: Gate;
  readonly now?: () => number;
  readonly log: { error: (fields: object, message: string) => void };
  /** Milliseconds between looks at what is due. */
  readonly every?: number;
  readonly deadlineMs?: number;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long to wait after each try that failed; after the last one it is given up: two days and a half in all. */
export const WAITS = [10 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 12 * HOUR, 36 * HOUR];

const LONGEST = Math.max(...WAITS);

/** Receivers told at a time, each of one notice after another: who never answers keeps nobody else waiting for long. */
const AT_ONCE = 8;
const KEPT_FOR = 90 * 24 * HOUR;

export function startWebhooks(store: Store, sending: Sending): { stop(): Promise<void> } {
  const { now = Date.now, log, every = SECOND } = sending;
  const stopping = new AbortController();
  /** By webhook. */
  const underWay = new Map<string, Promise<void>>();
  const failed = (error: Error) => log.error({ stack: error.stack }, 'webhooks: sending failed');

  // One look after another, so that each knows whom the one before it is telling.
  let looked: Promise<void> = Promise.resolve();
  const look = (): void => {
    looked = looked.then(take).catch(failed);
  };

  async function take(): Promise<void> {
    const room = AT_ONCE - underWay.size;
    if (room <= 0 || stopping.signal.aborted) return;
    const at = now();
    // Long enough that nobody else takes what is being tried; after a crash it is tried again then.
    const busy = new Set(underWay.keys());
    const due = await store.takeDeliveries(isoOf(at), isoOf(at + MINUTE), { limit: room, except: busy });
    for (const { delivery, webhook } of due) {
      const trying = deliver(store, delivery, webhook, sending, stopping.signal)
        .catch(failed)
        .finally(() => {
          underWay.delete(webhook.id);
          // What waits behind it is not kept until the next look.
          look();
        });
      underWay.set(webhook.id, trying);
    }
  }

  const forget = () => store.forgetDeliveries(isoOf(now() - KEPT_FOR)).catch(failed);
  const looking = setInterval(look, every);
  const forgetting = setInterval(() => void forget(), HOUR);
  looking.unref();
  forgetting.unref();
  return {
    async stop() {
      clearInterval(looking);
      clearInterval(forgetting);
      stopping.abort();
      await looked;
      await Promise.all(underWay.values());
    },
  };
}

const isoOf = (ms: number): string => new Date(ms).toISOString();

async function deliver(
  store: Store,
  delivery: Delivery,
  webhook: Webhook,
  sending: Sending,
  stopping: AbortSignal,
): Promise<void> {
  const { now = Date.now } = sending;
  const answer = await send(delivery, webhook, sending, stopping);
  // Broken off by the desk's own stop: no try of the receiver's. It is due again when the desk is back.
  if (stopping.aborted && answer.status === null) return;
  await store.recordTry(delivery, triedOf(delivery, answer, now()));
}

interface Heard {
  readonly status: number | null;
  readonly problem: string | null;
  /** Milliseconds the receiver asks to be left alone for. */
  readonly pause: number;
}

async function send(
  delivery: Delivery,
  webhook: Webhook,
  { gate = PUBLIC_GATE, now = Date.now, deadlineMs = 10 * SECOND }: Sending,
  stopping: AbortSignal,
): Promise<Heard> {
  const late = AbortSignal.timeout(deadlineMs);
  const signal = AbortSignal.any([late, stopping]);
  const body = new TextEncoder().encode(delivery.body);
  const timestamp = String(Math.floor(now() / SECOND));
  try {
    const url = new URL(webhook.url);
    const address = await checkedAddress(gate, url, signal);
    const { status, headers } = await request(url, {
      address,
      signal,
      maxBytes: 0,
      userAgent: `Whosaid/${VERSION}`,
      post: {
        body,
        headers: {
          'content-type': 'application/json',
          'webhook-id': delivery.noticeId,
          'webhook-timestamp': timestamp,
          'webhook-signature': signatureOf(webhook.secret, delivery.noticeId, timestamp, delivery.body),
        },
      },
    });
    const problem = status >= 200 && status < 300 ? null : `The receiver answered ${status}.`;
    return { status, problem, pause: pauseOf(headers['retry-after']) };
  } catch (error) {
    const problem = late.aborted ? 'No answer in time.' : problemIn(error as Error);
    return { status: null, problem, pause: 0 };
  }
}

/** `v1,` and the HMAC-SHA256, in base64, of id, time and body with full stops between. */
export const signatureOf = (secret: string, id: string, timestamp: string, body: string): string =>
  `v1,${createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64'))
    .update(`${id}.${timestamp}.${body}`)
    .digest('base64')}`;

/** A refusal is a sentence already; of a network's fault its name is enough. */
const problemIn = (error: Error): string =>
  error.name === 'Refusal'
    ? error.message
    : `The connection failed (${(error as NodeJS.ErrnoException).code ?? 'no reason given'}).`;

/** `Retry-After` in seconds; a day says nothing here, and nobody is left alone for longer than the longest wait. */
const pauseOf = (header: string | undefined): number =>
  /^\d{1,9}$/.test(header ?? '') ? Math.min(Number(header) * SECOND, LONGEST) : 0;

function triedOf({ tries }: Delivery, { status, problem, pause }: Heard, at: number): Tried {
  const tried = { tries: tries + 1, triedAt: isoOf(at), status, problem };
  if (problem === null) return { ...tried, state: 'delivered', dueAt: isoOf(at) };
  const wait = WAITS[tries];
  // 410 says that nobody will ever be there again.
  if (wait === undefined || status === 410) return { ...tried, state: 'given_up', dueAt: isoOf(at) };
  return { ...tried, state: 'waiting', dueAt: isoOf(at + Math.max(wait, pause)) };
}
