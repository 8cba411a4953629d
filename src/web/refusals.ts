// One table from refusals to statuses. Anything else is a bug: a short apology and a reference; the log gets the stack.
import type { NextFunction, Request, Response } from 'express';
import { isDiskFull, Refusal, type RefusalCode } from '../core/errors.js';

export const STATUS: Readonly<Record<RefusalCode, number>> = {
  invalid: 422,
  not_found: 404,
  conflict: 409,
  forbidden: 403,
  too_large: 413,
  throttled: 429,
};

export interface Answer {
  readonly status: number;
  readonly heading: string;
  readonly message: string;
  /** What to quote when asking for help; only on our own faults. */
  readonly reference: string | null;
}

const HEADINGS: Readonly<Record<RefusalCode, string>> = {
  invalid: 'That did not work yet',
  not_found: 'Not here',
  conflict: 'Somebody was faster',
  forbidden: 'Not with this account',
  too_large: 'Too large',
  throttled: 'Too many tries',
};

export const DISK_FULL =
  'Nothing of this was kept, and nothing kept before was lost. Free some space and send it again.';

/** When to come back, for those who read headers: RFC 9110, 10.2.3. */
export function sayWhen(response: Response, error: unknown): void {
  if (error instanceof Refusal && error.retryAfter !== undefined)
    response.setHeader('Retry-After', String(error.retryAfter));
}

interface HttpError {
  readonly status?: number;
  readonly type?: string;
  readonly code?: string;
}

/** What the reader is told. `reference` is the request's id. */
export function answerFor(error: unknown, reference: string): Answer {
  if (error instanceof Refusal)
    return {
      status: STATUS[error.code],
      heading: HEADINGS[error.code],
      message: error.message,
      reference: null,
    };
  const { status, type } = (error ?? {}) as HttpError;
  if (type === 'entity.too.large')
    return {
      status: 413,
      heading: HEADINGS.too_large,
      message: 'That is more than one form may hold. Upload it as a file, or split it.',
      reference: null,
    };
  if (type === 'entity.parse.failed')
    return {
      status: 400,
      heading: 'That is not JSON',
      message: 'What was sent is not JSON, or broke off. Check it and send it again.',
      reference: null,
    };
  if (isDiskFull(error)) return { status: 507, heading: 'The disk is full', message: DISK_FULL, reference };
  if (status !== undefined && status >= 400 && status < 500)
    return {
      status,
      heading: 'That request makes no sense',
      message: 'Go back and try again.',
      reference: null,
    };
  return {
    status: 500,
    heading: 'Our mistake',
    message:
      'Something broke on our side. What was saved before is safe. Quote the reference when you ask for help.',
    reference,
  };
}

export type RefusalPage = (
  request: Request,
  response: Response,
  answer: Answer,
  error: unknown,
) => Promise<void>;

export function refusalHandler(page: RefusalPage, log: { error: (fields: object, message: string) => void }) {
  return (error: unknown, request: Request, response: Response, next: NextFunction): void => {
    const reference = String(response.locals.requestId ?? '');
    const answer = answerFor(error, reference);
    if (answer.status >= 500)
      log.error(
        { reference, path: request.route?.path ?? 'unrouted', stack: (error as Error)?.stack },
        'request failed',
      );
    sayWhen(response, error);
    if (response.headersSent) next(error);
    else page(request, response, answer, error).catch(next);
  };
}
