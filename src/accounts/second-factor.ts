// TOTP (RFC 6238) as a second factor: a code works once, for its own thirty seconds and the neighbours a slow clock needs.
import { Secret, TOTP } from 'otpauth';
import type { SecondFactor } from '../core/account-store.js';
import { digestOfCode, newCode } from './secret.js';

const STEP = 30;

const totp = (secret: string, login: string): TOTP =>
  new TOTP({ issuer: 'Whosaid', label: login, secret: Secret.fromBase32(secret), period: STEP, digits: 6 });

export const newSecret = (): string => new Secret({ size: 20 }).base32;

/** The address an authenticator app reads. */
export const enrolmentUri = (secret: string, login: string): string => totp(secret, login).toString();

/** The time step a code belongs to, or null when it fits none near `now` (milliseconds). */
export function stepOf(secret: string, code: string, now: number): number | null {
  const token = code.replace(/\D/g, '');
  if (token.length !== 6) return null;
  const delta = totp(secret, '').validate({ token, timestamp: now, window: 1 });
  return delta === null ? null : Math.floor(now / 1000 / STEP) + delta;
}

/** Ten codes for the day the telephone is lost: shown once, kept as digests. */
export function newRecoveryCodes(): { codes: readonly string[]; digests: readonly string[] } {
  const codes = Array.from({ length: 10 }, () => newCode().slice(0, 17));
  return { codes, digests: codes.map(digestOfCode) };
}

/** The factor without the recovery code that was used, or null when it is none of them. */
export function spendRecovery(factor: SecondFactor, code: string): SecondFactor | null {
  const digest = digestOfCode(code);
  if (!factor.recovery.includes(digest)) return null;
  return { ...factor, recovery: factor.recovery.filter((other) => other !== digest) };
}
