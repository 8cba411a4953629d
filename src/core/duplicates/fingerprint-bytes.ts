// A fingerprint as bytes for a BLOB column, and back: 32-bit little-endian numbers after the 32 bytes of the digest.
import { invalid } from '../errors.js';
import { BANDS, type Fingerprint, ROWS } from './fingerprint.js';

const DIGEST_BYTES = 32;
const MINIMA = BANDS * ROWS;

export function encodeFingerprint(fingerprint: Fingerprint): Uint8Array {
  const { digest, shingles, minima, sentences } = fingerprint;
  const numbers = [shingles, minima.length, ...minima, ...sentences];
  const bytes = new Uint8Array(DIGEST_BYTES + 4 * numbers.length);
  for (let at = 0; at < DIGEST_BYTES; at++) bytes[at] = Number.parseInt(digest.slice(2 * at, 2 * at + 2), 16);
  const view = new DataView(bytes.buffer);
  for (const [at, number] of numbers.entries()) view.setUint32(DIGEST_BYTES + 4 * at, number, true);
  return bytes;
}

export function decodeFingerprint(bytes: Uint8Array): Fingerprint {
  const count = (bytes.length - DIGEST_BYTES) / 4;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const numbers = Number.isInteger(count) && count >= 2 ? readNumbers(view, count) : [];
  const [shingles, length, ...rest] = numbers;
  if (shingles === undefined || (length !== 0 && length !== MINIMA) || rest.length < length)
    throw invalid('These bytes are not a fingerprint: make it anew from the text.');
  return {
    digest: [...bytes.subarray(0, DIGEST_BYTES)].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    shingles,
    minima: rest.slice(0, length),
    sentences: rest.slice(length),
  };
}

const readNumbers = (view: DataView, count: number): number[] =>
  Array.from({ length: count }, (_, at) => view.getUint32(DIGEST_BYTES + 4 * at, true));
