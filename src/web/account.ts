// One's own account: password, second factor, sessions.
import { z } from 'zod';
import { MAX_LENGTH } from '../accounts/passwords.js';
import { Refusal } from '../core/errors.js';
import { SCOPES } from '../core/token-store.js';
import { type Problem, readForm, requiredText } from './form.js';
import { wordsFor } from './language.js';
import { STATUS, sayWhen } from './refusals.js';
import { render } from './render.js';
import type { Route, Signed, Visit, Web } from './route.js';
import { shellFor } from './shell.js';
import { present, problemOf } from './visit.js';

const password = z.string({ error: 'Give the password.' }).min(1, 'Give the password.').max(MAX_LENGTH);

export const accountRoutes: readonly Route[] = [
  { method: 'get', path: '/account', needs: 'own_account', handle: showAccount },
  { method: 'post', path: '/account/password', needs: 'own_account', handle: changePassword },
  { method: 'post', path: '/account/second-factor', needs: 'own_account', handle: beginSecondFactor },
  {
    method: 'post',
    path: '/account/second-factor/confirm',
    needs: 'own_account',
    handle: confirmSecondFactor,
  },
  {
    method: 'post',
    path: '/account/second-factor/remove',
    needs: 'own_account',
    handle: removeSecondFactor,
  },
  { method: 'post', path: '/account/sessions/end', needs: 'own_account', handle: endSessions },
  { method: 'post', path: '/account/tokens', needs: 'own_account', handle: makeToken },
  { method: 'post', path: '/account/tokens/revoke', needs: 'own_account', handle: revokeToken },
];

interface AccountExtras {
  readonly problem?: Problem | null;
  readonly enrolment?: { secret: string; uri: string } | null;
  readonly recoveryCodes?: readonly string[];
  readonly token?: string | null;
  readonly notice?: string;
  readonly status?: number;
}

async function accountPage(visit: Visit, web: Web, extras: AccountExtras = {}): Promise<void> {
  const signed = present(visit);
  const sessions = await web.accounts.sessions(signed.editor.id);
  const model = {
    editor: signed.editor,
    sessions: sessions.map((session) => ({ ...session, own: session.id === signed.sessionId })),
    hasSecondFactor: await web.accounts.hasSecondFactor(signed.editor.id),
    enrolment: extras.enrolment ?? null,
    recoveryCodes: extras.recoveryCodes ?? [],
    tokens: await web.accounts.tokens(signed.editor.id),
    token: extras.token ?? null,
    problem: extras.problem ?? null,
  };
  const shell = shellFor({
    title: wordsFor(visit)('account.title'),
    signed,
    web,
    section: 'account',
    notice: extras.notice,
  });
  await render(visit.response, 'account', model, shell, extras.status);
}

function showAccount(visit: Visit, web: Web): Promise<void> {
  const needed = visit.request.query['second-factor'] === 'needed';
  const notice = needed ? 'This desk asks everybody for a second factor. Set yours up to go on.' : undefined;
  return accountPage(visit, web, { notice });
}

/** Shows the page again with the sentence beside its field when an act on the account is refused. */
async function onAccount(
  visit: Visit,
  web: Web,
  act: (signed: Signed) => Promise<AccountExtras>,
): Promise<void> {
  try {
    await accountPage(visit, web, await act(present(visit)));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    sayWhen(visit.response, error);
    await accountPage(visit, web, { problem: problemOf(error), status: STATUS[error.code] });
  }
}

function changePassword(visit: Visit, web: Web): Promise<void> {
  return onAccount(visit, web, async ({ editor, sessionId }) => {
    const given = readForm(visit, { current: password, password });
    await web.accounts.changePassword(editor, sessionId, given.current, given.password);
    return { notice: 'Your password is changed, and you are signed out everywhere else.' };
  });
}

function beginSecondFactor(visit: Visit, web: Web): Promise<void> {
  return onAccount(visit, web, async ({ editor }) => {
    const given = readForm(visit, { password });
    return { enrolment: await web.accounts.beginSecondFactor(editor, given.password) };
  });
}

function confirmSecondFactor(visit: Visit, web: Web): Promise<void> {
  return onAccount(visit, web, async ({ editor, sessionId }) => {
    const given = readForm(visit, { code: requiredText(60, 'Type the code from your app.') });
    const recoveryCodes = await web.accounts.confirmSecondFactor(editor, sessionId, given.code);
    return { recoveryCodes, notice: 'From now on signing in asks for a code.' };
  });
}

function removeSecondFactor(visit: Visit, web: Web): Promise<void> {
  return onAccount(visit, web, async ({ editor }) => {
    const given = readForm(visit, { password });
    await web.accounts.removeSecondFactor(editor, given.password);
    return { notice: 'Signing in no longer asks for a code.' };
  });
}

function endSessions(visit: Visit, web: Web): Promise<void> {
  return onAccount(visit, web, async ({ editor, sessionId }) => {
    const given = readForm(visit, { session: z.string().max(100).optional() });
    if (given.session) await web.accounts.endSession(editor.id, given.session);
    else await web.accounts.endSessions(editor.id, sessionId);
    return { notice: given.session ? 'That session has ended.' : 'You are signed out everywhere else.' };
  });
}

function makeToken(visit: Visit, web: Web): Promise<void> {
  return onAccount(visit, web, async ({ editor }) => {
    const given = readForm(visit, {
      name: requiredText(100, 'Give the token a name, so that you know it again.'),
      scope: z.enum(SCOPES, { error: 'Say what the token is for.' }),
      password,
    });
    const { name, scope } = given;
    const token = await web.accounts.makeToken(editor, given.password, { name, scope });
    web.log.info({ by: editor.id, scope }, 'token made');
    return { token };
  });
}

function revokeToken(visit: Visit, web: Web): Promise<void> {
  return onAccount(visit, web, async ({ editor }) => {
    const given = readForm(visit, { token: z.string().max(100) });
    await web.accounts.revokeToken(editor.id, given.token);
    return { notice: 'That token no longer works.' };
  });
}
