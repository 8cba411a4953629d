// Bundles made to deceive, by somebody without the desk's key and by somebody with a key of their own: each is answered
// with one sentence that names what is wrong, and with no stack.
import { generateKeyPairSync, sign } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, Zip, ZipDeflate, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBundle } from '../src/bundle.ts';
import { verifyCommand } from '../src/cli/verify.ts';
import { sha256 } from '../src/core/digest.ts';
import { blankSeal, fillSeal, type Signer } from '../src/core/seal.ts';
import { MANIFEST, type Manifest } from '../src/core/verify-bundle.ts';
import { deskKey } from '../src/desk-key.ts';
import { withComment } from '../src/exporters/zip.ts';
import { harbour, LOGBOOK } from './core/report/harbour.ts';
import { type KeptDesk, keptDesk } from './core/report/kept-desk.ts';

type Files = Record<string, Uint8Array>;

let desk: KeptDesk;
let signer: Signer;
let bundle: Uint8Array;
const stranger = aKey();

beforeAll(async () => {
  desk = await keptDesk(harbour());
  signer = deskKey(desk.folder);
  bundle = await makeBundle(desk.store, 'article-1', signer);
});
afterAll(() => desk.close());

function aKey(): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const x = publicKey.export({ format: 'jwk' }).x!;
  return { publicKey: x, sign: (message) => sign(null, Buffer.from(message), privateKey) };
}

async function verified(bytes: Uint8Array, ...more: string[]) {
  const file = join(desk.folder, 'given.zip');
  writeFileSync(file, bytes);
  let [out, err] = ['', ''];
  const code = await verifyCommand([file, ...more], {
    stdin: process.stdin,
    stdout: { write: (text: string) => (out += text) } as never,
    stderr: { write: (text: string) => (err += text) } as never,
    env: {},
  });
  return { code, out, err: err.replaceAll(`${file}: `, '') };
}

async function refused(bytes: Uint8Array, sentence: string | RegExp, ...more: string[]): Promise<void> {
  const { code, err } = await verified(bytes, ...more);
  expect(err).toMatch(sentence);
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(err).not.toContain('    at ');
  expect(code).toBe(1);
}

const filesOf = (): Files => unzipSync(bundle);

/** A container sealed by `key` around whatever is in it. */
const sealedZip = (zip: Uint8Array, key: Signer): Uint8Array =>
  fillSeal(withComment(zip, blankSeal(key.publicKey)), key);

/** The bundle with files changed and a manifest made anew by `key` that lists them as they now are. */
function remade(
  key: Signer,
  change: (files: Files) => void,
  alter: (manifest: Manifest) => unknown = (m) => m,
) {
  const files = filesOf();
  change(files);
  const before = JSON.parse(Buffer.from(files[MANIFEST]!).toString()) as Manifest;
  const listed = Object.entries(files)
    .filter(([path]) => path !== MANIFEST)
    .map(([path, bytes]) => ({ path, sha256: sha256(bytes), size: bytes.length }));
  const fresh = { ...before, files: listed, publicKey: key.publicKey, seal: blankSeal(key.publicKey) };
  files[MANIFEST] = fillSeal(Buffer.from(JSON.stringify(alter(fresh))), key);
  return sealedZip(zipSync(files), key);
}

/** Entries as they are given, names twice too. */
function rawZip(entries: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const [name, bytes] of entries) {
    const file = new ZipDeflate(name);
    zip.add(file);
    file.push(bytes, true);
  }
  zip.end();
  return Buffer.concat(chunks);
}

it('the bundle itself holds', async () => {
  expect(await verified(bundle)).toMatchObject({ code: 0, err: '' });
});

describe('without the desk’s key', () => {
  it('files swapped under a manifest that lists them as they are', async () => {
    const files = filesOf();
    files['report/report.html'] = strToU8('<p>All is well.');
    const manifest = Buffer.from(files[MANIFEST]!).toString();
    const { sha256: old } = (JSON.parse(manifest) as Manifest).files.find(
      ({ path }) => path === 'report/report.html',
    )!;
    files[MANIFEST] = strToU8(manifest.replace(old, sha256(files['report/report.html'])));
    await refused(zipSync(files), 'The manifest was altered: its seal does not hold.');
  });

  it('all of it made anew by another key under the same name', async () => {
    const swapped = remade(stranger, () => undefined);
    await refused(swapped, /^report\/report\.\w+ is sealed with another key than the bundle/);
    await refused(swapped, 'is sealed with another key', '--key', signer.publicKey);
    // Whoever seals every file again has made a bundle of their own: it says whose key it is, and --key refuses it.
    const own = await makeBundle(desk.store, 'article-1', stranger);
    expect((await verified(own)).out).toContain(`Sealed with the key ${stranger.publicKey}`);
    await refused(own, `It is not sealed with the key ${signer.publicKey}.`, '--key', signer.publicKey);
  });

  it('a name twice: what one program shows, another does not', async () => {
    const fake = strToU8('<p>All is well.');
    const entries = Object.entries(filesOf());
    await refused(
      rawZip([['report/report.html', fake], ...entries]),
      'report/report.html is in this ZIP twice',
    );
    await refused(
      rawZip([...entries, ['report/report.html', fake]]),
      'report/report.html is in this ZIP twice',
    );
  });

  it.each(['../evil', 'a/../../evil', '/etc/passwd', 'C:\\evil', 'a\\..\\evil', './x', '__proto__'])(
    'an entry named %s',
    async (name) => {
      await refused(rawZip([...Object.entries(filesOf()), [name, strToU8('x')]]), 'is a path no bundle has');
    },
  );

  it('one entry more', async () => {
    const more = zipSync({ ...filesOf(), 'notes.txt': strToU8('x') });
    await refused(more, 'notes.txt is not in the manifest.');
  });

  it('a name that prints lines of its own', async () => {
    const name = 'x\ngiven.zip: The report says what the log says.\u001b[2K';
    const { err } = await verified(zipSync({ ...filesOf(), [name]: strToU8('x') }));
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).not.toContain('\u001b');
  });

  it('bytes before it, behind it, cut off, or other ones around the same files', async () => {
    const around = 'the ZIP around them was altered';
    await refused(Buffer.concat([bundle, strToU8('trailing')]), around);
    await refused(
      Buffer.concat([strToU8('PK leading'), bundle]),
      'something before, between or behind its parts',
    );
    await refused(zipSync(filesOf(), { level: 9 }), around);
    for (const part of [4, 100, Math.floor(bundle.length / 2), bundle.length - 200])
      await refused(bundle.slice(0, part), 'This ZIP cannot be read');
    await refused(bundle.slice(0, -1), /cannot be read|was altered/);
  });

  it('the 64-bit kind', async () => {
    const large = Buffer.from(bundle);
    const end = large.lastIndexOf('PK\x05\x06', undefined, 'latin1');
    large.writeUInt32LE(0xffffffff, end + 16);
    await refused(large, 'of the 64-bit kind');
  });

  it('sizes that lie', async () => {
    const lying = Buffer.from(bundle);
    // The central directory's first entry: its unpacked size stands 24 bytes in.
    const entry = lying.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    lying.writeUInt32LE(0xfffffff0, entry + 24);
    await refused(lying, 'more than a bundle holds');
    lying.writeUInt32LE(1, entry + 24);
    await refused(lying, 'The manifest carries no seal.');
  });
});

describe('with a key of their own', () => {
  it.each<[string, (manifest: Manifest) => unknown, RegExp]>([
    ['is no object', () => null, /manifest/i],
    ['is a list', () => [], /manifest/i],
    ['lists no files', (m) => ({ ...m, files: undefined }), /does not list its files and articles/],
    ['lists nothing', (m) => ({ ...m, files: [null] }), /does not list its files and articles/],
    ['has no article', (m) => ({ ...m, articles: [] }), /nothing to prove/],
    ['has an empty article', (m) => ({ ...m, articles: [{}] }), /is missing|not as a bundle has it/],
    [
      'names a path that leads out',
      (m) => ({ ...m, files: [...m.files, { path: '../../etc/passwd', sha256: '0', size: 0 }] }),
      /\.\.\/\.\.\/etc\/passwd is missing/,
    ],
    ['names a file twice', (m) => ({ ...m, files: [...m.files, m.files[0]] }), /is listed twice/],
    [
      'names a folder that leads out',
      (m) => ({ ...m, articles: [{ ...m.articles[0], folder: '..' }] }),
      /is missing/,
    ],
    ['forgets a file', (m) => ({ ...m, files: m.files.slice(1) }), /is not in the manifest/],
  ])('a manifest that %s', async (_name, alter, sentence) => {
    await refused(
      remade(stranger, () => undefined, alter),
      sentence,
    );
  });

  it.each<[string, string, RegExp]>([
    ['versions/1/statements.json', 'null', /versions\/1/],
    ['versions/1/statements.json', '[{}]', /versions?.1/],
    ['versions/1/article.json', '[]', /versions?.1/],
    ['versions/1/log.jsonl', 'null\n', /versions?.1/],
    ['versions/1/log.jsonl', '[', /cannot be read/],
    ['report/report.json', '{}', /report/],
    ['report/report.json', '{"articles":[]}', /report/],
    ['report/report.json', `${'['.repeat(200_000)}${']'.repeat(200_000)}`, /report/],
  ])('%s that says %s', async (path, text, sentence) => {
    const change = (files: Files) => {
      files[path] = strToU8(text);
    };
    await refused(remade(stranger, change), sentence);
  });

  it('evidence left out, of which the report speaks', async () => {
    const without = remade(signer, (files) => {
      delete files[`evidence/${sha256(LOGBOOK)}`];
    });
    await refused(without, /the kept file of “.*” is not in the bundle/);
  });

  it('a sealed report that is none', async () => {
    for (const text of ['{"format":"whosaid-report"', '{"format":"whosaid-report","articles":null']) {
      const blank = `${text},"seal":"${blankSeal(stranger.publicKey)}"}`;
      await refused(fillSeal(Buffer.from(blank), stranger), 'no report that can be read');
    }
  });
});
