// Webhooks under Settings: the addresses that are told when readers see something new, and what came of each delivery.
import { z } from 'zod';
import { Refusal } from '../core/errors.js';
import type { Delivery, Webhook } from '../core/webhook-store.js';
import * as workflow from '../workflow.js';
import { type Problem, readForm, readQuery, requiredText } from './form.js';
import { wordsFor } from './language.js';
import { STATUS } from './refusals.js';
import { render } from './render.js';
import type { Route, Visit, Web } from './route.js';
import { shellFor } from './shell.js';
import { present, problemOf } from './visit.js';

type Shown = Pick<Webhook, 'id' | 'url' | 'addedAt' | 'disabledAt'>;

export interface WebhooksModel {
  readonly webhooks: readonly (Shown & { readonly last: Pick<Delivery, 'state' | 'at'> | null })[];
  /** One just added, with its secret, shown this once. */
  readonly added: { readonly id: string; readonly url: string; readonly secret: string } | null;
  readonly url: string;
  readonly problem: Problem | null;
}

export interface WebhookModel {
  readonly webhook: Shown & { readonly addedBy: string };
  readonly deliveries: readonly Delivery[];
  readonly next: string | null;
}

export const webhookRoutes: readonly Route[] = [
  { method: 'get', path: '/settings/webhooks', needs: 'change_settings', handle: list },
  { method: 'post', path: '/settings/webhooks', needs: 'change_settings', handle: add },
  { method: 'get', path: '/settings/webhooks/:id', needs: 'change_settings', handle: show },
  { method: 'post', path: '/settings/webhooks/:id', needs: 'change_settings', handle: act },
];

function list(visit: Visit, web: Web): Promise<void> {
  return listPage(visit, web, {});
}

async function listPage(
  visit: Visit,
  web: Web,
  extras: Partial<Pick<WebhooksModel, 'added' | 'url' | 'problem'>>,
  status = 200,
): Promise<void> {
  const { store } = web.desk;
  const webhooks = await Promise.all(
    (await store.webhooks()).map(async ({ id, url, addedAt, disabledAt }) => {
      const [last] = (await store.deliveries(id, { limit: 1 })).rows;
      return { id, url, addedAt, disabledAt, last: last ? { state: last.state, at: last.at } : null };
    }),
  );
  const model = { webhooks, added: null, url: '', problem: null, ...extras };
  const title = wordsFor(visit)('webhooks.title');
  const shell = shellFor({ title, signed: visit.signed, web, section: 'settings' });
  await render(visit.response, 'webhooks', model, shell, status);
}

async function add(visit: Visit, web: Web): Promise<void> {
  const { editor } = present(visit);
  const url = typeof visit.form.url === 'string' ? visit.form.url : '';
  try {
    const given = readForm(visit, { url: requiredText(2000, 'Give the address to be told.') });
    const added = await workflow.addWebhook(web.desk, editor, given.url);
    web.log.info({ by: editor.id, webhook: added.id }, 'webhook added');
    await listPage(visit, web, { added });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await listPage(visit, web, { url, problem: { ...problemOf(error), field: 'url' } }, STATUS[error.code]);
  }
}

async function show(visit: Visit, web: Web): Promise<void> {
  const { after } = readQuery(visit, { after: z.string().max(500).optional() });
  const { store } = web.desk;
  const { id, url, addedAt, disabledAt, addedBy } = await store.webhook(String(visit.request.params.id));
  const page = await store.deliveries(id, { limit: 50, after });
  const t = wordsFor(visit);
  const by = (await store.editors()).find((editor) => editor.id === addedBy)?.name ?? t('someone');
  const model: WebhookModel = {
    webhook: { id, url, addedAt, disabledAt, addedBy: by },
    deliveries: page.rows,
    next: page.next,
  };
  const shell = shellFor({ title: t('webhooks.title'), signed: visit.signed, web, section: 'settings' });
  await render(visit.response, 'webhook', model, shell);
}

async function act(visit: Visit, web: Web): Promise<void> {
  const { editor } = present(visit);
  const id = String(visit.request.params.id);
  const given = readForm(visit, {
    act: z.enum(['test', 'switch_off', 'switch_on', 'redeliver'], { error: 'Choose what to do.' }),
    notice: z.string().max(100).optional(),
  });
  switch (given.act) {
    case 'test':
      await workflow.testWebhook(web.desk, editor, id);
      break;
    case 'switch_on':
    case 'switch_off':
      await workflow.switchWebhook(web.desk, editor, id, given.act === 'switch_on');
      break;
    case 'redeliver':
      await workflow.redeliver(web.desk, editor, id, given.notice ?? '');
  }
  web.log.info({ by: editor.id, webhook: id, act: given.act }, 'webhook changed');
  visit.response.redirect(303, `/settings/webhooks/${id}`);
}
