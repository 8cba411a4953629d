// The seal: one line inside a file that says which desk issued these very bytes. No database, no network to check it.
//
//   whosaid-seal:1:<public key>:<signature>
//
// Both in base64url, 43 and 86 characters. Signed (Ed25519, RFC 8032) are the words `whosaid:seal:1`, a line feed and the
// SHA-256, in hex, of the file with its own 86 signature characters written as "A". A format without room for a seal is
// sealed from outside: the line stands in a file beside it, and the digest is of the whole file.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { sha256 } from './digest.js';

const BLANK = 'A'.repeat(86);
const OPENING = 'whosaid-seal:1:';
const SEAL = /^whosaid-seal:1:([A-Za-z0-9_-]{43}):([A-Za-z0-9_-]{86})$/;
const LENGTH = OPENING.length + 43 + 1 + 86;

/** More lines than this that look like seals are no honest file. */
const MOST = 50;

/** Whoever signs: the desk's key, public half as text. */
export interface Signer {
  readonly publicKey: string;
  readonly sign: (message: string) => Uint8Array;
}

/** To be written into a file before its bytes are known. */
export const blankSeal = (publicKey: string): string => `whosaid-seal:1:${publicKey}:${BLANK}`;

const message = (digest: string): string => `whosaid:seal:1\n${digest}`;

const signature = (signer: Signer, bytes: Uint8Array): string =>
  Buffer.from(signer.sign(message(sha256(bytes)))).toString('base64url');

/** The file with the last blank seal of this signer filled in; unchanged where there is none. */
export function fillSeal(bytes: Uint8Array, signer: Signer): Uint8Array {
  const file = Buffer.from(bytes);
  const at = file.lastIndexOf(blankSeal(signer.publicKey), undefined, 'latin1');
  if (at < 0) return bytes;
  const start = at + blankSeal(signer.publicKey).length - BLANK.length;
  file.write(signature(signer, bytes), start, 'latin1');
  return file;
}

/** The same, piece by piece: only what follows the blank seal is held back until everything before it is digested. */
export function* fillSealIn(pieces: Iterable<string>, signer: Signer): Iterable<string> {
  const blank = blankSeal(signer.publicKey);
  const digest = createHash('sha256');
  let held = '';
  for (const piece of pieces) {
    digest.update(piece);
    if (held === '' && !piece.includes(blank)) yield piece;
    else held += piece;
  }
  if (held === '') return;
  const signed = Buffer.from(signer.sign(message(digest.digest('hex')))).toString('base64url');
  const start = held.lastIndexOf(blank) + blank.length - BLANK.length;
  yield `${held.slice(0, start)}${signed}${held.slice(start + BLANK.length)}`;
}

/** A seal to keep beside a file. */
export const sealBeside = (bytes: Uint8Array, signer: Signer): string =>
  `${blankSeal(signer.publicKey).slice(0, -BLANK.length)}${signature(signer, bytes)}\n`;

export type SealCheck =
  | { readonly state: 'holds'; readonly publicKey: string }
  | { readonly state: 'broken'; readonly publicKey: string }
  | { readonly state: 'none' };

/** Whether a seal inside `bytes` (or in `beside`, when given) holds for exactly these bytes. */
export function checkSeal(bytes: Uint8Array, beside?: string): SealCheck {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = sealsIn(beside === undefined ? file : Buffer.from(beside, 'latin1'));
  for (const { publicKey, signed, at } of found) {
    const digest = beside === undefined ? blankedDigest(file, at) : sha256(file);
    if (signedBy(publicKey, message(digest), signed)) return { state: 'holds', publicKey };
  }
  const publicKey = found[0]?.publicKey;
  return publicKey === undefined ? { state: 'none' } : { state: 'broken', publicKey };
}

interface Found {
  readonly publicKey: string;
  readonly signed: string;
  /** Where the signature begins. */
  readonly at: number;
}

/** The last first. Looked for in the bytes: a file may be longer than a string. */
function sealsIn(file: Buffer): readonly Found[] {
  const found: Found[] = [];
  for (let from = file.length; from >= 0 && found.length < MOST; ) {
    const start = file.lastIndexOf(OPENING, from);
    if (start < 0) break;
    const [, publicKey, signed] = SEAL.exec(file.toString('latin1', start, start + LENGTH)) ?? [];
    if (publicKey && signed) found.push({ publicKey, signed, at: start + LENGTH - BLANK.length });
    from = start - 1;
  }
  return found;
}

/** Of the file with that signature written as "A". */
const blankedDigest = (file: Buffer, at: number): string =>
  createHash('sha256')
    .update(file.subarray(0, at))
    .update(BLANK)
    .update(file.subarray(at + BLANK.length))
    .digest('hex');

/** Whether `signature` (base64url) is of `text` by the key whose raw public half is `publicKey` (base64url). */
export function signedBy(publicKey: string, text: string, signature: string): boolean {
  const signed = Buffer.from(signature, 'base64url');
  // Base64 has spare bits in its last character; a flip there must be found too.
  if (signed.toString('base64url') !== signature) return false;
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
    return verify(null, Buffer.from(text), key, signed);
  } catch {
    return false;
  }
}
