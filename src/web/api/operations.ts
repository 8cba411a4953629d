// Every operation of the API. The routes and the OpenAPI document are both made from this list.
import { z } from 'zod';
import type { Route } from '../route.js';
import { articleOperations } from './articles.js';
import { openApiDocument } from './openapi.js';
import { type Operation, routeOf } from './operation.js';
import { speakerOperations } from './speakers.js';
import { statementOperations } from './statements.js';

const described: Operation = {
  name: 'readOpenApi',
  method: 'get',
  path: '/openapi.json',
  summary: 'This document.',
  scope: 'read',
  needs: 'anyone',
  query: z.strictObject({}),
  headers: z.object({}),
  body: null,
  answer: z.looseObject({}),
  handle: async (_visit, web) => {
    document ??= openApiDocument(OPERATIONS, web.config.version);
    return { answer: document };
  },
};

/** Made once: it asks for no token, so it must cost nothing. */
let document: ReturnType<typeof openApiDocument> | undefined;

export const OPERATIONS: readonly Operation[] = [
  ...articleOperations,
  ...statementOperations,
  ...speakerOperations,
  described,
];

export const apiRoutes: readonly Route[] = OPERATIONS.map(routeOf);
