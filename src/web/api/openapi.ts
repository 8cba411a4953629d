// The OpenAPI 3.1 document, made from the same rows and the same schemas that answer and refuse.
import { z } from 'zod';
import type { Operation } from './operation.js';
import { API, PROBLEM } from './problem.js';

type Json = Readonly<Record<string, unknown>>;

export function openApiDocument(operations: readonly Operation[], version: string): Json {
  const components: Record<string, unknown> = {};
  const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
    const { $schema: _, $defs = {}, ...own } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
    for (const [name, definition] of Object.entries($defs)) components[name] = rebased(definition);
    return rebased(own);
  };
  const problem = {
    description: 'Refused, in a sentence.',
    content: { 'application/problem+json': { schema: schemaOf(PROBLEM, 'output') } },
  };
  const paths: Record<string, Record<string, Json>> = {};
  for (const row of operations) {
    const refusals = Object.entries(row.refusals ?? {}).map(([status, description]) => [
      status,
      status === '304' ? { description } : { ...problem, description },
    ]);
    const answered = {
      description: row.summary,
      ...(row.answers ? { headers: headersOf(row.answers) } : {}),
      content: { 'application/json': { schema: schemaOf(row.answer, 'output') } },
    };
    paths[row.path] = {
      ...paths[row.path],
      [row.method]: {
        operationId: row.name,
        summary: row.summary,
        description: row.needs === 'anyone' ? 'Needs no token.' : `Needs the permission “${row.needs}”.`,
        security: row.needs === 'anyone' ? [] : [{ token: [row.scope] }],
        parameters: [
          ...[...row.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
            name,
            in: 'path',
            required: true,
            schema: { type: 'string' },
          })),
          ...parametersOf('query', schemaOf(row.query, 'input')),
          ...parametersOf('header', schemaOf(row.headers, 'input')),
        ],
        ...(row.body
          ? {
              requestBody: {
                required: true,
                content: { 'application/json': { schema: schemaOf(row.body, 'input') } },
              },
            }
          : {}),
        responses: { [row.status ?? 200]: answered, ...Object.fromEntries(refusals), default: problem },
      },
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Whosaid',
      version,
      description:
        'Who said what, how it reached us, and whether it holds. Tokens are made on one’s own account page.',
    },
    servers: [{ url: API }],
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'Scopes: read; write, which may also read.' },
      },
      schemas: components,
    },
  };
}

/** zod gathers named schemas under `$defs`; OpenAPI keeps them under `components`. */
const rebased = (schema: unknown): Json =>
  JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
    key === '$ref' && typeof value === 'string' ? value.replace('#/$defs/', '#/components/schemas/') : value,
  ) as Json;

function parametersOf(place: 'query' | 'header', schema: Json): readonly Json[] {
  const required = (schema.required ?? []) as readonly string[];
  return Object.entries((schema.properties ?? {}) as Record<string, Json>).map(([name, property]) => {
    const { description, ...rest } = property;
    return {
      name,
      in: place,
      required: required.includes(name),
      ...(description ? { description } : {}),
      schema: rest,
    };
  });
}

const headersOf = (answers: Readonly<Record<string, string>>): Json =>
  Object.fromEntries(
    Object.entries(answers).map(([name, description]) => [name, { description, schema: { type: 'string' } }]),
  );
