// `whosaid verify`: proves a report or a bundle offline, with no database; names the first thing that does not hold.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { isZip, unpack } from '../bundle.js';
import { sha256 } from '../core/digest.js';
import { tooLarge } from '../core/errors.js';
import { reportDigest } from '../core/report/digest.js';
import type { WholeReport } from '../core/report/model.js';
import { checkSeal } from '../core/seal.js';
import { type BundleFiles, MANIFEST, type Manifest, verifyBundle } from '../core/verify-bundle.js';
import { type CliIo, EXIT, readArgs, say, UsageError } from './io.js';

/** What a check found: lines to print, the fault if there is one, and whose key it was. */
interface Found {
  readonly holds: readonly string[];
  readonly fault: string | null;
  readonly publicKey: string | null;
}

export async function verifyCommand(args: readonly string[], io: CliIo): Promise<number> {
  const { values, positionals } = readArgs({
    args: [...args],
    options: { key: { type: 'string' }, bundle: { type: 'string' } },
    allowPositionals: true,
  });
  if (positionals.length === 0) throw new UsageError('name a report or a bundle');
  let failed = false;
  for (const path of positionals) {
    const found = check(path, values.bundle);
    const { fault } = values.key ? withKey(found, values.key) : found;
    for (const line of found.holds) say(io, `${path}: ${printed(line)}`);
    if (fault) {
      io.stderr.write(`${path}: ${printed(fault)}\n`);
      failed = true;
    } else if (found.publicKey && !values.key)
      say(io, `${path}: Sealed with the key ${found.publicKey}. Compare it with the one the desk gave you.`);
  }
  return failed ? EXIT.failed : EXIT.done;
}

/** Names in a file may hold line breaks and escapes, with which it would print lines of its own. */
const printed = (line: string): string =>
  line.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu, '\uFFFD');

const withKey = (found: Found, key: string): Found =>
  found.fault === null && found.publicKey !== key
    ? { ...found, fault: `It is not sealed with the key ${key}.` }
    : found;

/** Node reads no more at once. */
const MOST_BYTES = 2 ** 31 - 1;

function read(path: string): Uint8Array {
  if (statSync(path).size > MOST_BYTES)
    throw tooLarge(`${path} is larger than 2 GB, more than a report or a bundle has.`);
  return readFileSync(path);
}

function check(path: string, bundle: string | undefined): Found {
  const bytes = read(path);
  if (bundle !== undefined) return checkAgainst(bytes, read(bundle));
  if (isZip(bytes)) {
    const files = unpacked(bytes);
    if (typeof files === 'string') return { holds: [], fault: files, publicKey: null };
    if (!files.has('word/document.xml')) return checkBundle(bytes, files);
  }
  return checkReport(path, bytes);
}

function unpacked(bytes: Uint8Array): BundleFiles | string {
  try {
    return unpack(bytes);
  } catch (error) {
    return (error as Error).message;
  }
}

/** The files first, because they name what was altered; then the container, of which no byte may differ either. */
function checkBundle(bytes: Uint8Array, files: BundleFiles): Found {
  const { holds, fault, publicKey } = verifyBundle(files);
  if (fault) return { holds, fault, publicKey };
  const container = checkSeal(bytes);
  if (container.state !== 'holds' || container.publicKey !== publicKey)
    return { holds, fault: 'Every file in it holds, but the ZIP around them was altered.', publicKey };
  return { holds: [...holds, 'No byte of the container differs.'], fault: null, publicKey };
}

function checkReport(path: string, bytes: Uint8Array): Found {
  const beside = existsSync(`${path}.seal`) ? readFileSync(`${path}.seal`, 'utf8') : undefined;
  const inside = checkSeal(bytes);
  const seal = inside.state === 'none' && beside !== undefined ? checkSeal(bytes, beside) : inside;
  if (seal.state === 'none')
    return {
      holds: [],
      fault: 'There is no seal in it, and none beside it. Give the bundle it came in with --bundle FILE.zip.',
      publicKey: null,
    };
  if (seal.state === 'broken')
    return {
      holds: [],
      fault: 'It was altered after the desk sealed it: the seal does not hold.',
      publicKey: seal.publicKey,
    };
  return {
    holds: ['It is byte for byte what was sealed.'],
    fault: digestFault(bytes),
    publicKey: seal.publicKey,
  };
}

/** A Whosaid JSON report carries its own digest as well. */
function digestFault(bytes: Uint8Array): string | null {
  const opening = '{"format":"whosaid-report"';
  if (Buffer.from(bytes.subarray(0, opening.length)).toString('latin1') !== opening) return null;
  try {
    const text = Buffer.from(bytes).toString('utf8');
    const { seal: _, ...report } = JSON.parse(text) as WholeReport & { seal?: string };
    return reportDigest(report) === report.digest ? null : 'Its digest is not that of its content.';
  } catch (error) {
    return `It is sealed, but no report that can be read (${(error as Error).message}).`;
  }
}

/** Whether a file (a report in any form, an original, a piece of evidence) is one of a bundle that holds. */
function checkAgainst(bytes: Uint8Array, bundle: Uint8Array): Found {
  const files = unpacked(bundle);
  if (typeof files === 'string') return { holds: [], fault: files, publicKey: null };
  const whole = checkBundle(bundle, files);
  if (whole.fault) return { ...whole, fault: `The bundle itself does not hold. ${whole.fault}` };
  const manifest = JSON.parse(Buffer.from(files.get(MANIFEST) ?? []).toString('utf8')) as Manifest;
  const listed = manifest.files.find((file) => file.sha256 === sha256(bytes));
  return listed
    ? {
        holds: [`It is ${listed.path} of the bundle, byte for byte.`],
        fault: null,
        publicKey: whole.publicKey,
      }
    : { holds: [], fault: 'The bundle holds, but this file is not in it.', publicKey: whole.publicKey };
}
