import { Secret, TOTP } from 'otpauth';
import { beforeEach, describe, expect, it } from 'vitest';
import { ABSOLUTE_LIMIT, type Accounts, accounts, IDLE_LIMIT } from '../../src/accounts/accounts.ts';
import { hashPassword } from '../../src/accounts/passwords.ts';
import type { Editor } from '../../src/core/editor.ts';
import type { Store } from '../../src/core/store.ts';
import { openDatabase } from '../../src/store/open.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';

const HERE = { address: '192.0.2.7', agent: 'a browser' };
const PASSWORD = 'lantern-otter-gravel-noon';
const passwordHash = await hashPassword(PASSWORD);

let clock: number;
let store: Store;
let people: Accounts;
let amira: Editor;

beforeEach(async () => {
  clock = Date.parse('2026-03-02T09:00:00Z');
  let next = 0;
  store = sqliteStore(openDatabase(':memory:'));
  people = accounts(
    store,
    () => clock,
    () => `id-${++next}`,
  );
  amira = { id: 'amira', login: 'amira', name: 'Amira Haddad', role: 'lead', disabled: false };
  await store.addEditor({ ...amira, passwordHash, createdAt: new Date(clock).toISOString() });
});

const signIn = (password = PASSWORD, login = 'amira') => people.signIn(login, password, HERE);
const codeAt = (secret: string, at: number) =>
  new TOTP({ secret: Secret.fromBase32(secret), period: 30, digits: 6 }).generate({ timestamp: at });

describe('signing in', () => {
  it('gives a token the store keeps only a digest of', async () => {
    const { token } = await signIn();
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const [session] = await store.sessions('amira');
    expect(session?.tokenDigest).not.toContain(token);
    expect((await people.current(token))?.editor.login).toBe('amira');
  });

  it('says the same of a wrong password, a wrong name and a disabled account', async () => {
    const said = async (login: string, password: string) =>
      people.signIn(login, password, HERE).then(
        () => 'in',
        (error: Error) => error.message,
      );
    const wrong = await said('amira', 'not this one');
    expect(await said('nobody', PASSWORD)).toBe(wrong);
    await people.disable('amira');
    expect(await said('amira', PASSWORD)).toBe(wrong);
  });

  it('gives a new token each time', async () => {
    expect((await signIn()).token).not.toBe((await signIn()).token);
  });
});

describe('sessions', () => {
  it.each([
    ['idle too long', IDLE_LIMIT + 1],
    ['too old', ABSOLUTE_LIMIT + 1],
  ])('end when %s', async (_why, later) => {
    const { token } = await signIn();
    clock += later;
    expect(await people.current(token)).toBeNull();
    expect(await store.sessions('amira')).toEqual([]);
  });

  it('end at the absolute limit however busy they are', async () => {
    const { token } = await signIn();
    for (let spent = 0; spent <= ABSOLUTE_LIMIT; spent += IDLE_LIMIT / 2) {
      clock += IDLE_LIMIT / 2;
      await people.current(token);
    }
    expect(await people.current(token)).toBeNull();
  });

  it('end with the account, with a sign-out and with a sign-out everywhere', async () => {
    const [first, second, third] = [await signIn(), await signIn(), await signIn()];
    await people.signOut(first.token);
    expect(await people.current(first.token)).toBeNull();
    const kept = (await people.current(second.token))?.session.id ?? '';
    await people.endSessions('amira', kept);
    expect(await people.current(third.token)).toBeNull();
    expect(await people.current(second.token)).not.toBeNull();
    await people.disable('amira');
    expect(await people.current(second.token)).toBeNull();
  });
});

describe('throttling', () => {
  it('slows wrong passwords down, and lets the right one in again after the wait', async () => {
    for (let n = 0; n < 5; n++) await expect(signIn('wrong')).rejects.toThrow('do not go together');
    await expect(signIn()).rejects.toMatchObject({ code: 'throttled' });
    clock += 2_000;
    await expect(signIn()).resolves.toBeDefined();
  });

  it('never makes anybody wait longer than five minutes', async () => {
    for (let n = 0; n < 60; n++) await store.addTry('account:amira', new Date(clock).toISOString());
    clock += 301_000;
    await expect(signIn()).resolves.toBeDefined();
  });

  it('counts by address too, whatever names are tried', async () => {
    for (let n = 0; n < 30; n++) await people.signIn(`name${n}`, 'wrong', HERE).catch(() => undefined);
    await expect(signIn()).rejects.toMatchObject({ code: 'throttled' });
    await expect(people.signIn('amira', PASSWORD, { ...HERE, address: '192.0.2.8' })).resolves.toBeDefined();
  });
});

describe('codes', () => {
  it('work once, sign in, and end every other session', async () => {
    const { token } = await signIn();
    const code = await people.invite('amira');
    await people.redeem(code.toLowerCase(), 'another long passphrase', HERE);
    expect(await people.current(token)).toBeNull();
    await expect(people.redeem(code, 'another long passphrase', HERE)).rejects.toThrow('does not work');
    await expect(signIn('another long passphrase')).resolves.toBeDefined();
  });

  it('expire after three days', async () => {
    const code = await people.invite('amira');
    clock += 73 * 3_600_000;
    await expect(people.redeem(code, 'another long passphrase', HERE)).rejects.toThrow('too old');
  });

  it('are not used up by a password that is refused', async () => {
    const code = await people.invite('amira');
    await expect(people.redeem(code, 'short', HERE)).rejects.toThrow('at least 8');
    await expect(people.redeem(code, 'another long passphrase', HERE)).resolves.toBeDefined();
  });
});

describe('new passwords', () => {
  it.each([
    ['short', 'at least 8'],
    ['password1', 'lists attackers try'],
    ['PASSWORD1', 'lists attackers try'],
    ['x'.repeat(257), 'at most 256'],
    ['amira123', 'too close to your sign-in name'],
  ])('refuses %s', async (password, message) => {
    const { session } = (await people.current((await signIn()).token)) ?? {};
    await expect(people.changePassword(amira, session?.id ?? '', PASSWORD, password)).rejects.toThrow(
      message,
    );
  });

  it('takes sixty-four characters and more, of any script', async () => {
    const long = 'کلید‌واژهٔ بلند '.repeat(5);
    const { session } = (await people.current((await signIn()).token)) ?? {};
    await people.changePassword(amira, session?.id ?? '', PASSWORD, long);
    await expect(signIn(long)).resolves.toBeDefined();
  });

  it('asks for the current one, and signs out everywhere else', async () => {
    const other = await signIn();
    const { session } = (await people.current((await signIn()).token)) ?? {};
    await expect(
      people.changePassword(amira, session?.id ?? '', 'wrong', 'another long passphrase'),
    ).rejects.toThrow('not your password');
    await people.changePassword(amira, session?.id ?? '', PASSWORD, 'another long passphrase');
    expect(await people.current(other.token)).toBeNull();
  });

  it('keeps argon2id with its parameters beside the hash', () => {
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});

describe('the second factor', () => {
  async function enrol() {
    const { session } = (await people.current((await signIn()).token)) ?? {};
    const { secret } = await people.beginSecondFactor(amira, PASSWORD);
    const recovery = await people.confirmSecondFactor(amira, session?.id ?? '', codeAt(secret, clock));
    clock += 60_000;
    return { secret, recovery };
  }

  it('leaves a session half signed in until the code is given', async () => {
    const { secret } = await enrol();
    const half = await signIn();
    expect(half.halfSigned).toBe(true);
    expect(await people.current(half.token)).toBeNull();
    const whole = await people.signInWithCode(half.token, codeAt(secret, clock), HERE);
    expect(await people.current(whole.token)).not.toBeNull();
    expect(whole.token).not.toBe(half.token);
  });

  it('takes each code once', async () => {
    const { secret } = await enrol();
    const code = codeAt(secret, clock);
    await people.signInWithCode((await signIn()).token, code, HERE);
    await expect(people.signInWithCode((await signIn()).token, code, HERE)).rejects.toThrow('used already');
  });

  it('takes no code from minutes ago', async () => {
    const { secret } = await enrol();
    const code = codeAt(secret, clock - 120_000);
    await expect(people.signInWithCode((await signIn()).token, code, HERE)).rejects.toThrow('does not fit');
  });

  it('takes each recovery code once, and keeps digests only', async () => {
    const { recovery } = await enrol();
    const [code = ''] = recovery;
    expect(JSON.stringify(await store.secondFactor('amira'))).not.toContain(code);
    await people.signInWithCode((await signIn()).token, code, HERE);
    await expect(people.signInWithCode((await signIn()).token, code, HERE)).rejects.toThrow('does not fit');
  });

  it('asks for the password before it is set up or removed', async () => {
    await expect(people.beginSecondFactor(amira, 'wrong')).rejects.toThrow('not your password');
    await enrol();
    await expect(people.removeSecondFactor(amira, 'wrong')).rejects.toThrow('not your password');
  });
});
