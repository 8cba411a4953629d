// What somebody is typing, kept for them alone: saved by a script, put back by the page, thrown away on request.
import { z } from 'zod';
import { readForm } from './form.js';
import type { Route, Visit, Web } from './route.js';
import { localPath, present } from './visit.js';

export const draftRoutes: readonly Route[] = [
  {
    method: 'post',
    path: '/drafts',
    needs: 'annotate',
    body: 'json',
    bodyLimit: 256 * 1024,
    handle: keep,
  },
  { method: 'post', path: '/drafts/discard', needs: 'annotate', bodyLimit: 1024 * 1024, handle: discard },
];

/** What a form stands on and its own name: `0198…:noted`. */
const KEY = z
  .string()
  .max(200)
  .regex(/^[\w/.-]{1,120}:[a-z_]{1,40}(?:-[\w-]{1,40})?$/);

const FIELDS = z
  .record(z.string().regex(/^[a-z][a-z_]{0,39}$/), z.string().max(200_000))
  .refine((fields) => Object.keys(fields).length <= 60);

/** Keeps the fields of one form; none of them means that there is nothing to keep any more. */
async function keep(visit: Visit, web: Web): Promise<void> {
  const { key, request_key, fields } = readForm(visit, {
    key: KEY,
    request_key: z.string().max(100).optional(),
    fields: FIELDS,
  });
  const { store, now } = web.desk;
  const { editor } = present(visit);
  if (Object.keys(fields).length === 0) await store.clearDraft(editor.id, key);
  else await store.saveDraft(editor.id, { key, fields, at: now() }, request_key);
  visit.response.status(204).end();
}

/** Sent by a button inside the form itself, so it comes with everything that was typed there. */
async function discard(visit: Visit, web: Web): Promise<void> {
  await clearDraft(visit, web);
  visit.response.redirect(303, localPath(visit.form.draft_page));
}

/** The form was applied, or thrown away: its draft goes. */
export async function clearDraft(visit: Visit, web: Web): Promise<void> {
  const { draft } = visit.form;
  if (typeof draft === 'string') await web.desk.store.clearDraft(present(visit).editor.id, draft);
}
