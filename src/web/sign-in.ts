// Signing in and out, and the first visit with a code.
import { z } from 'zod';
import { MAX_LENGTH } from '../accounts/passwords.js';
import { forbidden, Refusal } from '../core/errors.js';
import { type Problem, readForm, requiredText } from './form.js';
import { type KeptForm, takeKept } from './kept-form.js';
import { wordsFor } from './language.js';
import { STATUS, sayWhen } from './refusals.js';
import { render } from './render.js';
import type { Route, Signed, Visit, Web } from './route.js';
import { clearToken, readToken, setToken } from './session.js';
import { shellFor } from './shell.js';
import { from, localPath, problemOf } from './visit.js';

const password = z.string({ error: 'Give the password.' }).min(1, 'Give the password.').max(MAX_LENGTH);

export const signInRoutes: readonly Route[] = [
  { method: 'get', path: '/sign-in', needs: 'anyone', handle: showSignIn },
  { method: 'post', path: '/sign-in', needs: 'anyone', handle: signIn },
  { method: 'get', path: '/sign-in/code', needs: 'anyone', handle: showCode },
  { method: 'post', path: '/sign-in/code', needs: 'anyone', handle: signInWithCode },
  { method: 'get', path: '/welcome', needs: 'anyone', handle: showWelcome },
  { method: 'post', path: '/welcome', needs: 'anyone', handle: redeem },
  { method: 'post', path: '/sign-out', needs: 'anyone', handle: signOut },
];

async function showSignIn(visit: Visit, web: Web): Promise<void> {
  const next = localPath(visit.request.query.next);
  if (visit.signed) return visit.response.redirect(303, next);
  await signInPage(visit, web, { login: '', next, kept: null, problem: null }, 200);
}

/** Shown in place of a refused post: what was typed rides along as hidden fields. */
export async function askToSignInAgain(visit: Visit, web: Web): Promise<void> {
  const fields = Object.entries(visit.form).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one) => [name, one] as const),
  );
  const kept: KeptForm = { action: visit.request.originalUrl, fields };
  const problem = { field: null, message: 'Your session has ended. Sign in again: what you typed is kept.' };
  await signInPage(visit, web, { login: '', next: '/', kept, problem }, 401);
}

async function signInPage(
  visit: Visit,
  web: Web,
  model: { login: string; next: string; kept: KeptForm | null; problem: Problem | null },
  status: number,
): Promise<void> {
  await render(
    visit.response,
    'sign-in',
    model,
    shellFor({ title: wordsFor(visit)('nav.sign_in'), signed: null, web }),
    status,
  );
}

async function signIn(visit: Visit, web: Web): Promise<void> {
  const { kept, rest } = takeKept(visit.form);
  const next = localPath(rest.next);
  const login = typeof rest.login === 'string' ? rest.login.trim().slice(0, 200) : '';
  try {
    const given = readForm(
      { ...visit, form: rest },
      { login: requiredText(200, 'Give your sign-in name.'), password, next: z.string().optional() },
    );
    const signed = await web.accounts.signIn(given.login.toLowerCase(), given.password, from(visit));
    setToken(visit.response, signed.token, web.config.secure);
    web.log.info({ editor: signed.editor.id, halfSigned: signed.halfSigned }, 'signed in');
    if (signed.halfSigned) return await codePage(visit, web, { next, kept, problem: null }, 200);
    await goOn(visit, web, { editor: signed.editor, sessionId: '' }, next, kept);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    web.log.warn({ code: error.code }, 'sign-in refused');
    sayWhen(visit.response, error);
    await signInPage(visit, web, { login, next, kept, problem: problemOf(error) }, STATUS[error.code]);
  }
}

async function showCode(visit: Visit, web: Web): Promise<void> {
  await codePage(visit, web, { next: localPath(visit.request.query.next), kept: null, problem: null }, 200);
}

async function codePage(
  visit: Visit,
  web: Web,
  model: { next: string; kept: KeptForm | null; problem: Problem | null },
  status: number,
): Promise<void> {
  await render(
    visit.response,
    'sign-in-code',
    model,
    shellFor({ title: wordsFor(visit)('account.second_factor'), signed: null, web }),
    status,
  );
}

async function signInWithCode(visit: Visit, web: Web): Promise<void> {
  const { kept, rest } = takeKept(visit.form);
  const next = localPath(rest.next);
  try {
    const given = readForm(
      { ...visit, form: rest },
      { code: requiredText(60, 'Type the code.'), next: z.string().optional() },
    );
    const token = readToken(visit.request, web.config.secure);
    if (!token) throw forbidden('Sign in with your password first.');
    const signed = await web.accounts.signInWithCode(token, given.code, from(visit));
    setToken(visit.response, signed.token, web.config.secure);
    await goOn(visit, web, { editor: signed.editor, sessionId: '' }, next, kept);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    web.log.warn({ code: error.code }, 'second factor refused');
    sayWhen(visit.response, error);
    await codePage(visit, web, { next, kept, problem: problemOf(error) }, STATUS[error.code]);
  }
}

async function goOn(
  visit: Visit,
  web: Web,
  signed: Signed,
  next: string,
  kept: KeptForm | null,
): Promise<void> {
  if (!kept) return visit.response.redirect(303, next);
  await render(
    visit.response,
    'resume',
    { kept },
    shellFor({ title: wordsFor(visit)('resume.nav'), signed, web }),
  );
}

async function showWelcome(visit: Visit, web: Web): Promise<void> {
  await render(
    visit.response,
    'welcome',
    { problem: null },
    shellFor({ title: wordsFor(visit)('welcome.nav'), signed: null, web }),
  );
}

async function redeem(visit: Visit, web: Web): Promise<void> {
  try {
    const given = readForm(visit, { code: requiredText(100, 'Type the code you were given.'), password });
    const signed = await web.accounts.redeem(given.code, given.password, from(visit));
    setToken(visit.response, signed.token, web.config.secure);
    visit.response.redirect(303, signed.halfSigned ? '/sign-in/code' : '/');
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    sayWhen(visit.response, error);
    const shell = shellFor({ title: wordsFor(visit)('welcome.nav'), signed: null, web });
    await render(visit.response, 'welcome', { problem: problemOf(error) }, shell, STATUS[error.code]);
  }
}

async function signOut(visit: Visit, web: Web): Promise<void> {
  const token = readToken(visit.request, web.config.secure);
  if (token) await web.accounts.signOut(token);
  clearToken(visit.response, web.config.secure);
  visit.response.redirect(303, '/sign-in');
}
