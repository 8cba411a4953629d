// Passwords: argon2id with OWASP's parameters, kept with the hash; long ones welcome, common ones refused.
import { hash, verify } from '@node-rs/argon2';
import { invalid } from '../core/errors.js';

/** ASVS 5.0 6.2.1 and 6.2.9: at least 8 characters (15 advised on the page), at least 64 allowed. */
export const MIN_LENGTH = 8;
export const MAX_LENGTH = 256;

/** Argon2id is the library's default algorithm; m in KiB. OWASP's minimum is m=19 MiB, t=2, p=1. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), OPTIONS);

/** True when the password fits; with no hash it takes as long and is never true, so that nobody learns who exists. */
export async function passwordFits(password: string, passwordHash: string | null): Promise<boolean> {
  const fits = await verify(passwordHash ?? (await nobody()), password.normalize('NFKC'), OPTIONS);
  return fits && passwordHash !== null;
}

let nobodysHash: Promise<string> | undefined;
const nobody = (): Promise<string> => {
  nobodysHash ??= hashPassword('nobody has this password');
  return nobodysHash;
};

/** Throws invalid, in a sentence, where a new password is too short, too long, too common or the login itself. */
export async function checkNewPassword(password: string, login: string): Promise<void> {
  if ([...password].length < MIN_LENGTH)
    throw invalid(
      `Choose at least ${MIN_LENGTH} characters. Fifteen or more, such as four words, is better.`,
      'password',
    );
  if (password.length > MAX_LENGTH) throw invalid(`Choose at most ${MAX_LENGTH} characters.`, 'password');
  const lower = password.normalize('NFKC').toLowerCase();
  if (lower.includes(login.toLowerCase()) && lower.length < login.length + MIN_LENGTH)
    throw invalid('That is too close to your sign-in name. Choose another.', 'password');
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  if (new Set(dictionary['passwords-common'] as readonly string[]).has(lower))
    throw invalid('That password is on the lists attackers try first. Choose another.', 'password');
}
