// Random secrets, and the digests the store keeps of them.
import { randomBytes } from 'node:crypto';
import { sha256 } from '../core/digest.js';

/** 256 random bits as URL-safe text. */
export const newToken = (): string => randomBytes(32).toString('base64url');

const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** 150 random bits a person can type: six groups of letters and digits that are hard to confuse. */
export function newCode(): string {
  const letters = [...randomBytes(30)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return letters.replace(/(.{5})(?=.)/g, '$1-');
}

/** What the store keeps; typing a code in lower case or without its dashes is forgiven. */
export const digestOfToken = (token: string): string => sha256(`whosaid:token:1\n${token}`);
export const digestOfCode = (code: string): string =>
  sha256(`whosaid:code:1\n${code.toUpperCase().replace(/[^A-Z0-9]/g, '')}`);
