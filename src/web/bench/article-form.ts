// What every form on an article carries.
import { z } from 'zod';
import { requestKey } from '../form.js';
import type { Visit, Web } from '../route.js';

export type ArticleForm = (visit: Visit, web: Web, articleId: string) => Promise<unknown>;

/** `view` is the bench's filter, `statement` the one at hand, `draft` the key under which what was typed is kept. */
export const COMMON = {
  act: z.string(),
  request_key: requestKey,
  view: z.string().max(2000).optional(),
  statement: z.string().max(100).optional(),
  draft: z.string().max(200).optional(),
};
