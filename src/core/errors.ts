// The four ways to refuse. The message is a sentence the reader can act on; one table in web/ and one in cli turn codes into answers.

export type RefusalCode = 'invalid' | 'not_found' | 'conflict' | 'forbidden' | 'too_large' | 'throttled';

export class Refusal extends Error {
  readonly code: RefusalCode;
  /** The form field the sentence is about, when there is one. */
  readonly field: string | undefined;
  /** Seconds to wait before the same would be taken. */
  readonly retryAfter: number | undefined;

  constructor(code: RefusalCode, message: string, field?: string, retryAfter?: number) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.field = field;
    this.retryAfter = retryAfter;
  }
}

export const invalid = (message: string, field?: string): Refusal => new Refusal('invalid', message, field);
export const notFound = (message: string): Refusal => new Refusal('not_found', message);
export const conflict = (message: string): Refusal => new Refusal('conflict', message);
export const forbidden = (message: string): Refusal => new Refusal('forbidden', message);
export const tooLarge = (message: string): Refusal => new Refusal('too_large', message);
export const throttled = (message: string, retryAfter?: number): Refusal =>
  new Refusal('throttled', message, undefined, retryAfter);

/** Not a refusal of ours: SQLite says so when it cannot grow, Node when it cannot write. */
export const isDiskFull = (error: unknown): boolean =>
  ['SQLITE_FULL', 'ENOSPC', 'EDQUOT'].includes((error as { code?: string } | null)?.code ?? '');
