// Signing in and out, invitations, passwords and second factors. Sessions live on the server; browsers hold a random token.
import type { SecondFactor, Session } from '../core/account-store.js';
import type { Editor } from '../core/editor.js';
import { conflict, forbidden, invalid } from '../core/errors.js';
import type { Account, Store } from '../core/store.js';
import { checkNewPassword, hashPassword, passwordFits } from './passwords.js';
import { enrolmentUri, newRecoveryCodes, newSecret, spendRecovery, stepOf } from './second-factor.js';
import { digestOfCode, digestOfToken, newCode, newToken } from './secret.js';
import { accountKey, addressKey, countTry, refuseIfThrottled } from './throttle.js';
import { tokens } from './tokens.js';
import { unlessDiskFull } from './unless-disk-full.js';

/** Two hours without a request, or sixteen hours in all: then one signs in again, and what was typed is still there. */
export const IDLE_LIMIT = 2 * 3_600_000;
export const ABSOLUTE_LIMIT = 16 * 3_600_000;
const CODE_LIFE = 72 * 3_600_000;
const TOUCH_EVERY = 60_000;

export interface From {
  readonly address: string;
  readonly agent: string;
}

export type SignedIn = { readonly token: string; readonly editor: Editor; readonly halfSigned: boolean };

export type Accounts = ReturnType<typeof accounts>;

const WRONG = 'That sign-in name and password do not go together. Check both and try again.';

/** `now` gives milliseconds since the epoch. */
export function accounts(store: Store, now: () => number, newId: () => string) {
  const at = (offset = 0): string => new Date(now() + offset).toISOString();

  async function open(editor: Editor, agent: string, halfSigned: boolean): Promise<SignedIn> {
    const token = newToken();
    const session: Session = {
      id: newId(),
      tokenDigest: digestOfToken(token),
      editorId: editor.id,
      createdAt: at(),
      seenAt: at(),
      agent: agent.slice(0, 200),
      halfSigned,
    };
    await store.addSession(session);
    return { token, editor, halfSigned };
  }

  async function find(token: string): Promise<{ session: Session; editor: Editor } | null> {
    const found = await store.findSession(digestOfToken(token));
    if (!found || found.editor.disabled) return null;
    const { session } = found;
    const over =
      now() - Date.parse(session.seenAt) > IDLE_LIMIT ||
      now() - Date.parse(session.createdAt) > ABSOLUTE_LIMIT;
    if (over) {
      await store.endSession(session.id);
      return null;
    }
    if (now() - Date.parse(session.seenAt) > TOUCH_EVERY)
      await unlessDiskFull(() => store.touchSession(session.id, at()));
    return found;
  }

  async function checkPassword(editor: Editor, password: string, field: string): Promise<Account> {
    const key = accountKey(editor.login);
    await refuseIfThrottled(store, [key], now());
    const account = await store.findAccount(editor.login);
    if (!account || !(await passwordFits(password, account.passwordHash))) {
      await countTry(store, [key], now());
      throw invalid('That is not your password.', field);
    }
    return account;
  }

  async function checkSecondFactor(editor: Editor, factor: SecondFactor, code: string): Promise<void> {
    const keys = [accountKey(`${editor.login}/code`)];
    await refuseIfThrottled(store, keys, now());
    const step = stepOf(factor.secret, code, now());
    if (step !== null && (await store.useStep(editor.id, step))) return;
    const rest = spendRecovery(factor, code);
    if (rest) {
      await store.putSecondFactor(editor.id, rest);
      return;
    }
    await countTry(store, keys, now());
    throw invalid('That code does not fit, or was used already. Wait for the next one.', 'code');
  }

  return {
    ...tokens(store, now, newId, checkPassword),

    /** Throws forbidden, the same for a wrong name and a wrong password, or throttled. */
    async signIn(login: string, password: string, from: From): Promise<SignedIn> {
      const keys = [accountKey(login), addressKey(from.address)];
      await refuseIfThrottled(store, keys, now());
      const account = await store.findAccount(login);
      const fits = await passwordFits(password, account?.passwordHash ?? null);
      if (!account || !fits || account.disabled) {
        await countTry(store, keys, now());
        throw forbidden(WRONG);
      }
      await store.clearTries(accountKey(login));
      const factor = await store.secondFactor(account.id);
      return open(editorOf(account), from.agent, factor?.confirmedAt != null);
    },

    /** The second step of a sign-in; the session gets a new token. */
    async signInWithCode(token: string, code: string, from: From): Promise<SignedIn> {
      const found = await find(token);
      if (!found?.session.halfSigned) throw forbidden('Sign in with your password first.');
      const factor = await store.secondFactor(found.editor.id);
      if (!factor) throw conflict('This account has no second factor. Sign in again.');
      await checkSecondFactor(found.editor, factor, code);
      await store.endSession(found.session.id);
      return open(found.editor, from.agent, false);
    },

    /** Who a token belongs to; null when it is unknown, expired, half signed in or its account disabled. */
    async current(token: string): Promise<{ session: Session; editor: Editor } | null> {
      const found = await find(token);
      return found && !found.session.halfSigned ? found : null;
    },

    async signOut(token: string): Promise<void> {
      const found = await store.findSession(digestOfToken(token));
      if (found) await store.endSession(found.session.id);
    },

    sessions: (editorId: string) => store.sessions(editorId),

    async endSession(editorId: string, sessionId: string): Promise<void> {
      const own = (await store.sessions(editorId)).some((session) => session.id === sessionId);
      if (own) await store.endSession(sessionId);
    },

    endSessions: (editorId: string, except: string | null) => store.endSessions(editorId, except),

    /** A code for a first sign-in or a forgotten password: one use, three days, and none given before works. Shown once. */
    async invite(editorId: string): Promise<string> {
      const code = newCode();
      await store.voidCodes(editorId, at());
      await store.addCode({ digest: digestOfCode(code), editorId, expiresAt: at(CODE_LIFE) });
      return code;
    },

    /** Sets the password a code was given for, ends other sessions and signs in. */
    async redeem(code: string, password: string, from: From): Promise<SignedIn> {
      const keys = [addressKey(from.address)];
      await refuseIfThrottled(store, keys, now());
      const editorId = await store.findCode(digestOfCode(code), at(), false);
      if (editorId === undefined) {
        await countTry(store, keys, now());
        throw invalid('That code does not work: it was used, or is too old. Ask for a new one.', 'code');
      }
      const editor = await store.editor(editorId);
      if (editor.disabled) throw forbidden('This account is disabled. Ask an admin of the desk.');
      await checkNewPassword(password, editor.login);
      const passwordHash = await hashPassword(password);
      if ((await store.findCode(digestOfCode(code), at(), true)) === undefined)
        throw conflict('That code was used a moment ago.');
      await store.changeEditor(editorId, { passwordHash });
      await store.endSessions(editorId, null);
      const factor = await store.secondFactor(editorId);
      return open(editor, from.agent, factor?.confirmedAt != null);
    },

    async changePassword(editor: Editor, sessionId: string, current: string, next: string): Promise<void> {
      await checkPassword(editor, current, 'current');
      await checkNewPassword(next, editor.login);
      await store.changeEditor(editor.id, { passwordHash: await hashPassword(next) });
      await store.endSessions(editor.id, sessionId);
    },

    hasSecondFactor: async (editorId: string): Promise<boolean> =>
      (await store.secondFactor(editorId))?.confirmedAt != null,

    /** Begins enrolment: asks for the password again, and replaces an enrolment that was never confirmed. */
    async beginSecondFactor(editor: Editor, password: string): Promise<{ secret: string; uri: string }> {
      await checkPassword(editor, password, 'password');
      const before = await store.secondFactor(editor.id);
      if (before?.confirmedAt) throw conflict('A second factor is set up already. Remove it first.');
      const secret = newSecret();
      await store.putSecondFactor(editor.id, { secret, confirmedAt: null, lastStep: 0, recovery: [] });
      return { secret, uri: enrolmentUri(secret, editor.login) };
    },

    /** Confirms enrolment with a first code; returns the recovery codes, shown this once. */
    async confirmSecondFactor(editor: Editor, sessionId: string, code: string): Promise<readonly string[]> {
      const factor = await store.secondFactor(editor.id);
      if (!factor || factor.confirmedAt) throw conflict('Begin setting up the second factor again.');
      await checkSecondFactor(editor, factor, code);
      const { codes, digests } = newRecoveryCodes();
      const used = await store.secondFactor(editor.id);
      await store.putSecondFactor(editor.id, { ...(used ?? factor), confirmedAt: at(), recovery: digests });
      await store.endSessions(editor.id, sessionId);
      return codes;
    },

    async removeSecondFactor(editor: Editor, password: string): Promise<void> {
      await checkPassword(editor, password, 'password');
      await store.putSecondFactor(editor.id, null);
    },

    /** For an admin: takes password, factor, sessions and tokens of somebody who lost their telephone, or worse. */
    async reset(editorId: string): Promise<string> {
      await store.putSecondFactor(editorId, null);
      await store.changeEditor(editorId, { passwordHash: null });
      await store.endSessions(editorId, null);
      await store.revokeTokens(editorId);
      return this.invite(editorId);
    },

    /** A person of the desk without a password yet, and the code for their first sign-in. */
    async add(person: {
      login: string;
      name: string;
      role: Editor['role'];
    }): Promise<{ editor: Editor; code: string }> {
      if (!/^[a-z0-9][a-z0-9._@+-]{0,99}$/.test(person.login))
        throw invalid('A sign-in name has small letters, digits and . _ - @ + only.', 'login');
      if (person.name.trim() === '') throw invalid('Give the person a name.', 'name');
      const editor: Editor = { ...person, id: newId(), disabled: false };
      await store.addEditor({ ...editor, passwordHash: null, createdAt: at() });
      return { editor, code: await this.invite(editor.id) };
    },

    async disable(editorId: string): Promise<void> {
      await store.changeEditor(editorId, { disabledAt: at() });
      await store.voidCodes(editorId, at());
      await store.endSessions(editorId, null);
      await store.revokeTokens(editorId);
    },

    async enable(editorId: string): Promise<void> {
      await store.changeEditor(editorId, { disabledAt: null });
    },
  };
}

const editorOf = ({ id, login, name, role, disabled }: Account): Editor => ({
  id,
  login,
  name,
  role,
  disabled,
});
