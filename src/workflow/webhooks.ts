// Addresses that are told when readers see something new. For leads; no act on an article, so the log has none of it.
import { isIP } from 'node:net';
import type { Editor } from '../core/editor.js';
import { conflict, invalid } from '../core/errors.js';
import type { Notice } from '../core/notice.js';
import type { Webhook } from '../core/webhook-store.js';
import { isLocalName, isPublicAddress } from '../importers/public-address.js';
import { type Desk, permit } from './desk.js';

/** The webhook with its secret, which is shown this once. */
export async function addWebhook(desk: Desk, editor: Editor, address: string): Promise<Webhook> {
  permit(editor, 'change_settings');
  const webhook: Webhook = {
    id: desk.newId(),
    url: checkedAddress(address, desk.webhooksInside === true),
    secret: `whsec_${Buffer.from(desk.newSalt() + desk.newSalt()).toString('base64')}`,
    addedBy: editor.id,
    addedAt: desk.now(),
    disabledAt: null,
  };
  await desk.store.addWebhook(webhook);
  return webhook;
}

/** Where a name leads is looked at again before each delivery; what can be seen by eye is refused at once. */
function checkedAddress(address: string, inside: boolean): string {
  if (!URL.canParse(address))
    throw invalid('This is no web address. Give one that starts with https://.', 'url');
  const url = new URL(address);
  if (url.protocol !== 'https:' && !(inside && url.protocol === 'http:'))
    throw invalid('Give an address that starts with https://, so that nobody on the way reads it.', 'url');
  if (url.username !== '' || url.password !== '')
    throw invalid(
      'This address holds a user name or password. Give it without them; the signature proves who sends.',
      'url',
    );
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isOutside = isIP(host) ? isPublicAddress(host) : !isLocalName(host);
  if (!inside && !isOutside)
    throw invalid(
      'This address leads into your own network. Whoever runs the desk can allow that with WHOSAID_WEBHOOKS_INSIDE=1.',
      'url',
    );
  url.hash = '';
  return url.href;
}

export async function switchWebhook(desk: Desk, editor: Editor, id: string, on: boolean): Promise<void> {
  permit(editor, 'change_settings');
  await desk.store.switchWebhook(id, on ? null : desk.now());
}

/** A delivery that tells of nothing, to see whether the way is open. */
export async function testWebhook(desk: Desk, editor: Editor, id: string): Promise<void> {
  permit(editor, 'change_settings');
  await mustBeOn(desk, id);
  const at = desk.now();
  const notice: Notice = { id: desk.newId(), kind: 'ping', at, article: null };
  await desk.store.addDelivery({
    webhookId: id,
    noticeId: notice.id,
    kind: notice.kind,
    body: JSON.stringify(notice),
    at,
    state: 'waiting',
    tries: 0,
    dueAt: at,
    triedAt: null,
    status: null,
    problem: null,
  });
}

/** Tries again what was given up, the same notice under the same id. */
export async function redeliver(desk: Desk, editor: Editor, id: string, noticeId: string): Promise<void> {
  permit(editor, 'change_settings');
  await mustBeOn(desk, id);
  await desk.store.recordTry(
    { webhookId: id, noticeId },
    { state: 'waiting', tries: 0, dueAt: desk.now(), triedAt: null, status: null, problem: null },
  );
}

async function mustBeOn(desk: Desk, id: string): Promise<void> {
  if ((await desk.store.webhook(id)).disabledAt)
    throw conflict('This webhook is switched off. Switch it on first.');
}
