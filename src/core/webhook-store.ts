// What the store keeps about webhooks: the addresses, and each delivery with how far it came.
import type { Page } from './store.js';

export interface Webhook {
  readonly id: string;
  readonly url: string;
  /** "whsec_" and 32 bytes or more in base64. */
  readonly secret: string;
  readonly addedBy: string;
  readonly addedAt: string;
  readonly disabledAt: string | null;
}

export type DeliveryState = 'waiting' | 'delivered' | 'given_up';

export interface Delivery {
  readonly webhookId: string;
  /** The same for every webhook: by it a receiver knows a repetition. */
  readonly noticeId: string;
  readonly kind: string;
  readonly body: string;
  readonly at: string;
  readonly state: DeliveryState;
  readonly tries: number;
  readonly dueAt: string;
  readonly triedAt: string | null;
  readonly status: number | null;
  readonly problem: string | null;
}

/** What a try came to. */
export type Tried = Pick<Delivery, 'state' | 'tries' | 'dueAt' | 'triedAt' | 'status' | 'problem'>;

export interface WebhookStore {
  /** Throws conflict where the address is there already. */
  addWebhook(webhook: Webhook): Promise<void>;
  /** Throws not_found. */
  webhook(id: string): Promise<Webhook>;
  /** Newest first. */
  webhooks(): Promise<readonly Webhook[]>;
  /** Switched off, nothing is written for it any more, and what waits is given up. */
  switchWebhook(id: string, disabledAt: string | null): Promise<void>;
  /** One that tells of no event: a test. */
  addDelivery(delivery: Delivery): Promise<void>;
  /** Newest first. */
  deliveries(webhookId: string, options: { limit: number; after?: string }): Promise<Page<Delivery>>;
  /**
   * Those due at `at`, at most one a webhook and `limit` in all, the longest due first; puts them off until `until`, so that
   * nobody else takes them meanwhile. Webhooks in `except` are passed over.
   */
  takeDeliveries(
    at: string,
    until: string,
    options: { limit: number; except?: ReadonlySet<string> },
  ): Promise<readonly { readonly delivery: Delivery; readonly webhook: Webhook }[]>;
  /** Throws not_found. Nothing waits for a webhook that was switched off meanwhile: it is given up. */
  recordTry(delivery: Pick<Delivery, 'webhookId' | 'noticeId'>, tried: Tried): Promise<void>;
  /** Forgets deliveries older than `before`. */
  forgetDeliveries(before: string): Promise<void>;
}
