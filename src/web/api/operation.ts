// An operation of the API: one row from which both its route and its entry in the OpenAPI document are made.
import { z } from 'zod';
import type { Editor, Permission } from '../../core/editor.js';
import type { Scope } from '../../core/token-store.js';
import type { Route, Visit, Web } from '../route.js';
import { present } from '../visit.js';
import { API, HttpRefusal } from './problem.js';
import { read } from './read.js';

/** A request as an operation sees it, read against its schemas. */
export interface Call<Query, Headers, Body> {
  readonly id: string;
  readonly query: Query;
  readonly headers: Headers;
  readonly body: Body;
  readonly editor: Editor;
  readonly web: Web;
}

/** A document to be sent, bytes of JSON that are sent as they are, or word that the client has it already. */
export type Outcome<Answer> =
  | { readonly answer: Answer; readonly headers?: Readonly<Record<string, string>> }
  | { readonly bytes: Uint8Array }
  | { readonly unchanged: string };

interface Described {
  /** The name generated clients call it by. */
  readonly name: string;
  readonly method: 'get' | 'post';
  /** Below `/api/v1`, as OpenAPI writes it: `/articles/{id}`. */
  readonly path: string;
  readonly summary: string;
  readonly scope: Scope;
  readonly needs: Permission | 'anyone';
  readonly bodyLimit?: number;
  readonly status?: 200 | 201;
  /** Headers of the answer, and what they say. */
  readonly answers?: Readonly<Record<string, string>>;
  /** Statuses besides those that any operation may have, and what they mean here. */
  readonly refusals?: Readonly<Record<number, string>>;
}

export interface Operation extends Described {
  readonly query: z.ZodType;
  readonly headers: z.ZodType;
  readonly body: z.ZodType | null;
  readonly answer: z.ZodType;
  readonly handle: (visit: Visit, web: Web) => Promise<Outcome<unknown>>;
}

const NOTHING = z.strictObject({});

interface Typed<
  Query extends z.ZodType,
  Headers extends z.ZodRawShape,
  Body extends z.ZodType,
  Answer extends z.ZodType,
> extends Described {
  readonly query?: Query;
  readonly headers?: Headers;
  readonly body?: Body;
  readonly answer: Answer;
  readonly handle: (
    call: Call<z.output<Query>, z.output<z.ZodObject<Headers>>, z.output<Body>>,
  ) => Promise<Outcome<z.input<Answer>>>;
}

/** An operation whose handler is given just what its schemas describe. */
export function operation<
  Answer extends z.ZodType,
  Query extends z.ZodType = typeof NOTHING,
  Headers extends z.ZodRawShape = Record<never, never>,
  Body extends z.ZodType = typeof NOTHING,
>(row: Typed<Query, Headers, Body, Answer>): Operation {
  const query = row.query ?? NOTHING;
  const headers = z.object(row.headers ?? {});
  const body = row.body ?? null;
  return {
    ...row,
    query,
    headers,
    body,
    handle: async (visit, web) => {
      const { request } = visit;
      if (body && !request.is('application/json'))
        throw new HttpRefusal(415, 'Send the body as JSON, with “Content-Type: application/json”.');
      // RFC 6585, 3: a precondition that is asked for and missing has a status of its own.
      if (row.headers?.['if-match'] && request.get('if-match') === undefined)
        throw new HttpRefusal(428, 'Send “If-Match” with the ETag of the statement as you saw it.', {
          field: 'If-Match',
        });
      return row.handle({
        id: String(request.params.id ?? ''),
        query: read(query, { ...request.query }) as z.output<Query>,
        headers: read(headers, { ...request.headers }) as z.output<z.ZodObject<Headers>>,
        body: (body ? read(body, { ...visit.form }) : {}) as z.output<Body>,
        editor: present(visit).editor,
        web,
      });
    },
  };
}

export const routeOf = (row: Operation): Route => ({
  method: row.method,
  path: `${API}${row.path.replace(/\{(\w+)\}/g, ':$1')}`,
  needs: row.needs,
  scope: row.scope,
  body: 'json',
  bodyLimit: row.bodyLimit,
  handle: async (visit, web) => {
    const outcome = await row.handle(visit, web);
    const { response } = visit;
    if ('bytes' in outcome) {
      response.type('application/json').send(Buffer.from(outcome.bytes));
      return;
    }
    if ('unchanged' in outcome) {
      response.status(304).setHeader('ETag', outcome.unchanged).end();
      return;
    }
    for (const [name, value] of Object.entries(outcome.headers ?? {})) response.setHeader(name, value);
    // What the schema does not name stays here.
    response.status(row.status ?? 200).json(row.answer.parse(outcome.answer));
  },
});
