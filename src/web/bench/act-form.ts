// What every form on a statement carries: which act, the version its reader saw, and a key that makes a second post harmless.
import { z } from 'zod';
import type { Editor } from '../../core/editor.js';
import type { Recorded } from '../../core/store.js';
import { readForm, requestKey, requiredText, version } from '../form.js';
import type { Visit, Web } from '../route.js';

export interface ActOn {
  readonly visit: Visit;
  readonly web: Web;
  readonly editor: Editor;
  readonly id: string;
}

export type StatementForm = (on: ActOn) => Promise<Recorded>;

/** Fields of every form on a statement. `view` is the bench's filter, `go` where to go afterwards, `draft` its key among drafts. */
export const COMMON = {
  act: z.string(),
  version,
  request_key: requestKey,
  view: z.string().max(2000).optional(),
  go: z.enum(['stay', 'next']).optional(),
  draft: z.string().max(200).optional(),
};

export function readAct<Shape extends z.ZodRawShape>({ visit }: ActOn, shape: Shape) {
  const form = readForm(visit, { ...shape, ...COMMON }) as z.infer<z.ZodObject<Shape>> &
    z.infer<z.ZodObject<typeof COMMON>>;
  return { form, seen: { version: form.version, requestKey: form.request_key } };
}

export const reason = (message: string) => requiredText(2000, message);
