// How the API refuses: RFC 9457 problem documents, and the few statuses that only HTTP has a use for.
import { STATUS_CODES } from 'node:http';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { Refusal } from '../../core/errors.js';
import type { Answer } from '../refusals.js';

export const API = '/api/v1';

/** On these addresses no cookie is read and every refusal is a problem document. */
export const isApi = (request: Request): boolean => /^\/api\/v1(?:\/|$)/i.test(request.path);

export const PROBLEM = z
  .object({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('A sentence that says what to do.'),
    field: z.string().optional().describe('The field, parameter or header the sentence is about.'),
    version: z.int().optional().describe('With 412: the version the statement has now.'),
    reference: z.string().optional().describe('With 500: what to quote when asking for help.'),
  })
  .meta({ id: 'Problem' });

/** A refusal in HTTP's own terms. `more` goes into the document as it is. */
export class HttpRefusal extends Error {
  constructor(
    readonly status: 401 | 412 | 415 | 428,
    message: string,
    readonly more: { readonly field?: string; readonly version?: number } = {},
  ) {
    super(message);
    this.name = 'HttpRefusal';
  }
}

export const noToken = () =>
  new HttpRefusal(
    401,
    'Send “Authorization: Bearer …” with a token of yours. Tokens are made on your account page; revoked ones no longer work.',
  );

/** `answer` is what the one table of refusals makes of `error`. */
export function sendProblem(response: Response, answer: Answer, error: unknown): void {
  const http = error instanceof HttpRefusal ? error : null;
  const status = http?.status ?? answer.status;
  const field = error instanceof Refusal ? error.field : undefined;
  if (status === 401) response.setHeader('WWW-Authenticate', 'Bearer realm="Whosaid"');
  const problem: z.infer<typeof PROBLEM> = {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail: http?.message ?? answer.message,
    ...(field === undefined ? {} : { field }),
    ...http?.more,
    ...(answer.reference === null || http ? {} : { reference: answer.reference }),
  };
  response.status(status).type('application/problem+json').send(JSON.stringify(problem));
}
