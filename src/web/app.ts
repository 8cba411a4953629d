// Every address: the routes, what each asks for, and the few things that happen to every request.
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import express, { type Express, type Request, type Response } from 'express';
import { may } from '../core/editor.js';
import { forbidden, notFound } from '../core/errors.js';
import { allows } from '../core/token-store.js';
import { API, isApi, noToken, sendProblem } from './api/problem.js';
import { readBody } from './body.js';
import { languageOf } from './language.js';
import { type Count, countedOn, counter } from './limits.js';
import { refusalHandler } from './refusals.js';
import { render } from './render.js';
import type { Route, Signed, Visit, Web } from './route.js';
import { ROUTES } from './routes.js';
import { refuseOtherSites, securityHeaders } from './security.js';
import { readToken } from './session.js';
import { shellFor } from './shell.js';
import { askToSignInAgain } from './sign-in.js';
import { inLanguage } from './words/sentences.js';

const PUBLIC = fileURLToPath(new URL('../../public/', import.meta.url));

export function makeApp(web: Web, trustedProxy: string | null = null): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('trust proxy', trustedProxy ?? false);
  app.use(identify(web));
  app.use(securityHeaders(web.config.secure));
  app.use(refuseOtherSites(web.desk.publicUrl));
  app.use('/public', express.static(PUBLIC, { index: false, dotfiles: 'deny', cacheControl: false }));
  const count = counter();
  for (const route of ROUTES) app[route.method](route.path, handlerOf(route, web, count));
  app.use((request, _response, next) =>
    next(
      notFound(
        isApi(request)
          ? `There is no such address. ${API}/openapi.json lists them all.`
          : 'There is no such page. Start again from the desk.',
      ),
    ),
  );
  app.use(
    refusalHandler(async (request, response, answer, error) => {
      if (isApi(request)) return sendProblem(response, answer, error);
      const signed = await signedIn(request, web).catch(() => null);
      if (wantsJson(request))
        response.status(answer.status).json({ error: answer.message, reference: answer.reference });
      else
        await render(
          response,
          'refusal',
          answer,
          shellFor({ title: inLanguage(answer.heading, languageOf(request)), signed, web }),
          answer.status,
        );
    }, web.log),
  );
  return app;
}

function identify(web: Web) {
  return (request: Request, response: Response, next: () => void): void => {
    const started = process.hrtime.bigint();
    response.locals.requestId = randomUUID();
    response.on('finish', () => {
      const ms = Number((process.hrtime.bigint() - started) / 1000n) / 1000;
      // The route's pattern, not the address: addresses may hold what someone searched for.
      const route = request.route?.path ?? 'unrouted';
      web.log.info(
        { id: response.locals.requestId, method: request.method, route, status: response.statusCode, ms },
        'request',
      );
    });
    next();
  };
}

/** The one place where a request is allowed or refused. */
function handlerOf(route: Route, web: Web, count: Count) {
  const costly = countedOn(route);
  return async (request: Request, response: Response): Promise<void> => {
    const signed = route.scope ? await bearer(request, web) : await signedIn(request, web);
    if (!(await mayEnter(route, signed, web))) {
      if (signed) {
        web.log.warn(
          { id: response.locals.requestId, editor: signed.editor.id, route: route.path },
          'refused',
        );
        throw forbidden('Your account may not open this page. Ask a lead of the desk.');
      }
      if (route.scope) throw noToken();
      return askToSignIn(route, request, response, web);
    }
    if (route.scope && signed?.scope && !allows(signed.scope, route.scope))
      throw forbidden('This token is for reading only. Make one for writing on your account page.');
    if (
      signed &&
      route.needs !== 'anyone' &&
      !route.path.startsWith('/account') &&
      (await lacksSecondFactor(signed, web))
    ) {
      if (route.scope)
        throw forbidden('This desk asks everybody for a second factor. Set yours up on your account page.');
      response.redirect(303, '/account?second-factor=needed');
      return;
    }
    const who = signed?.editor.id ?? `address ${request.ip}`;
    if (costly) await count(costly, who);
    const visit: Visit = { request, response, signed, ...(await readBody(route, request, response)) };
    if (visit.uploads.length > 0) await count('upload', who);
    await route.handle(visit, web);
  };
}

async function mayEnter(route: Route, signed: Signed | null, web: Web): Promise<boolean> {
  if (route.needs === 'anyone' || may(signed?.editor ?? null, route.needs)) return true;
  return route.needs === 'read_published' && (await web.desk.store.settings()).publicReading;
}

/** Where the desk asks everybody for a second factor, setting one up comes before everything else. */
async function lacksSecondFactor(signed: Signed, web: Web): Promise<boolean> {
  const { secondFactor } = await web.desk.store.settings();
  return secondFactor && !(await web.accounts.hasSecondFactor(signed.editor.id));
}

async function signedIn(request: Request, web: Web): Promise<Signed | null> {
  const token = readToken(request, web.config.secure);
  const found = token ? await web.accounts.current(token) : null;
  return found && { editor: found.editor, sessionId: found.session.id };
}

/** Who the token in `Authorization` belongs to (RFC 6750, 2.1). */
async function bearer(request: Request, web: Web): Promise<Signed | null> {
  const token = /^Bearer +([\w.~+/-]{1,200}=*) *$/i.exec(request.get('authorization') ?? '')?.[1];
  const found = token ? await web.accounts.bearer(token) : null;
  return found && { editor: found.editor, sessionId: found.token.id, scope: found.token.scope };
}

async function askToSignIn(route: Route, request: Request, response: Response, web: Web): Promise<void> {
  if (wantsJson(request)) {
    response.status(401).json({ error: 'Your session has ended. Sign in again; what you typed is kept.' });
    return;
  }
  if (route.method === 'get') {
    response.redirect(303, `/sign-in?next=${encodeURIComponent(request.originalUrl)}`);
    return;
  }
  await askToSignInAgain(
    { request, response, signed: null, ...(await readBody(route, request, response, false)) },
    web,
  );
}

const wantsJson = (request: Request): boolean => request.accepts(['html', 'json']) === 'json';
