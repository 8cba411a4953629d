import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBundle, unpack } from '../src/bundle.ts';
import { bundleCommand } from '../src/cli/bundle.ts';
import { reportCommand } from '../src/cli/report.ts';
import { verifyCommand } from '../src/cli/verify.ts';
import { sha256 } from '../src/core/digest.ts';
import { blankSeal, fillSeal, type Signer } from '../src/core/seal.ts';
import { MANIFEST, verifyBundle } from '../src/core/verify-bundle.ts';
import { deskKey } from '../src/desk-key.ts';
import { EXPORTERS, FORMATS } from '../src/exporters/index.ts';
import { harbour, LOGBOOK, SECRETS } from './core/report/harbour.ts';
import { type KeptDesk, keptDesk } from './core/report/kept-desk.ts';
import { paperDesk } from './core/report/paper-desk.ts';

let desk: KeptDesk;
let signer: Signer;
let bundle: Uint8Array;

beforeAll(async () => {
  desk = await keptDesk(harbour());
  signer = deskKey(desk.folder);
  bundle = await makeBundle(desk.store, 'article-1', signer);
});

afterAll(() => desk.close());

const path = (name: string) => join(desk.folder, name);

function put(name: string, bytes: Uint8Array): string {
  writeFileSync(path(name), bytes);
  return path(name);
}

/** Runs a command as the command line would and keeps what it says. */
async function run(command: typeof verifyCommand, ...args: string[]) {
  const said = { out: '', err: '' };
  const sink = (key: 'out' | 'err') => ({ write: (text: string) => (said[key] += text) }) as never;
  const code = await command(args, {
    stdin: process.stdin,
    stdout: sink('out'),
    stderr: sink('err'),
    env: {},
  });
  return { code, ...said };
}

describe('a bundle', () => {
  it('holds the text, the original, the evidence, the log and the report in every form', () => {
    expect([...unpack(bundle).keys()].sort()).toEqual(
      [
        'README.txt',
        'editors.json',
        'manifest.json',
        `evidence/${sha256(LOGBOOK)}`,
        ...['article.json', 'log.jsonl', 'original', 'statements.json', 'text.txt'].map(
          (name) => `versions/1/${name}`,
        ),
        ...FORMATS.map((format) => `report/report.${EXPORTERS[format].extension}`),
      ].sort(),
    );
  });

  it('is the same to the last byte when made again', async () => {
    expect(sha256(await makeBundle(desk.store, 'article-1', signer))).toBe(sha256(bundle));
  });

  it('holds nothing confidential, in no file', () => {
    for (const [name, bytes] of unpack(bundle))
      for (const secret of SECRETS)
        expect(Buffer.from(bytes).includes(secret), `${secret} in ${name}`).toBe(false);
  });

  it('counts what was withheld and keeps its digests', async () => {
    const files = unpack(bundle);
    const log = Buffer.from(files.get('versions/1/log.jsonl')!)
      .toString()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const withheld = log.filter((event) => !('payload' in event));
    expect(withheld.map(({ kind }) => kind)).toEqual(['identity_recorded', 'noted', 'noted']);
    const kept = await desk.store.events('article-1');
    for (const event of withheld) {
      expect(event).not.toHaveProperty('salt');
      expect(event.payloadDigest).toBe(kept[event.seq - 1]?.payloadDigest);
    }
  });

  it('verifies offline', async () => {
    const { code, out, err } = await run(verifyCommand, put('whole.zip', bundle), '--key', signer.publicKey);
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toContain('34 entries, 3 of them withheld, their digests kept.');
    expect(out).toContain('The report says what the log says.');
  });

  it('does not hold with one flipped byte, wherever it is', async () => {
    const step = Math.ceil(bundle.length / 400);
    for (let at = 0; at < bundle.length; at += step) {
      const altered = Buffer.from(bundle);
      altered[at] = altered[at]! ^ 0x20;
      const { code, err } = await run(verifyCommand, put('altered.zip', altered));
      expect(code, `byte ${at}: ${err}`).toBe(1);
      expect(err.trim(), `byte ${at}`).not.toBe('');
    }
  });

  it('does not hold under another desk’s key', async () => {
    const { code, err } = await run(verifyCommand, put('whole.zip', bundle), '--key', 'A'.repeat(43));
    expect(code).toBe(1);
    expect(err).toContain('It is not sealed with the key');
  });
});

describe('a bundle somebody repacked', () => {
  const repacked = (change: (files: Record<string, Uint8Array>) => void): ReturnType<typeof verifyBundle> => {
    const files = unzipSync(bundle);
    change(files);
    return verifyBundle(unpack(zipSync(files)));
  };

  const cases: readonly (readonly [string, (files: Record<string, Uint8Array>) => void, string])[] = [
    [
      'with another text',
      (files) => {
        files['versions/1/text.txt'] = Buffer.from('Another text');
      },
      'versions/1/text.txt was altered',
    ],
    [
      'without a piece of evidence',
      (files) => {
        for (const name of Object.keys(files)) if (name.startsWith('evidence/')) delete files[name];
      },
      'is missing.',
    ],
    [
      'with a file slipped in',
      (files) => {
        files['evidence/extra'] = Buffer.from('x');
      },
      'evidence/extra is not in the manifest.',
    ],
    [
      'with another manifest',
      (files) => {
        files[MANIFEST] = Buffer.from(Buffer.from(files[MANIFEST]!).toString().replace('"desk"', '"Desk"'));
      },
      'The manifest was altered',
    ],
    [
      'without a manifest',
      (files) => {
        delete files[MANIFEST];
      },
      'There is no manifest in it',
    ],
  ];

  it.each(cases)('%s is found out', (_, change, sentence) => {
    expect(repacked(change).fault).toContain(sentence);
  });

  /** Somebody who holds the key, and lists every file as it now is. */
  const resealed = (change: (files: Record<string, Uint8Array>) => void) =>
    repacked((files) => {
      change(files);
      const manifest = JSON.parse(Buffer.from(files[MANIFEST]!).toString());
      for (const file of manifest.files) file.sha256 = sha256(files[file.path]!);
      const text = JSON.stringify({ ...manifest, seal: blankSeal(signer.publicKey) });
      files[MANIFEST] = fillSeal(Buffer.from(text), signer);
    });

  const rewritten = (name: string, from: string, to: string) => (files: Record<string, Uint8Array>) => {
    const text = Buffer.from(files[name]!).toString();
    expect(text).toContain(from);
    files[name] = Buffer.from(text.replace(from, to));
  };

  it.each([
    [
      'an event',
      rewritten('versions/1/log.jsonl', '"rating":"verified"', '"rating":"false"'),
      'what event 4 says was altered',
    ],
    ['who did it', rewritten('versions/1/log.jsonl', '"by":"jonas"', '"by":"amira"'), 'was altered'],
    [
      'a statement as extracted',
      rewritten('versions/1/statements.json', '"polarity": "denied"', '"polarity": "asserted"'),
      'not the ones that were extracted',
    ],
    [
      'the report',
      rewritten('report/report.json', 'Eight statements', 'Nine statements'),
      'The report’s digest',
    ],
  ])('by the desk itself, %s changed behind the log, is found out', (_, change, sentence) => {
    expect(resealed(change).fault).toContain(sentence);
  });
});

describe('a bundle of an older version', () => {
  it('holds every version of the story, and the report of the one asked for', async () => {
    const older = harbour();
    older.act('amira', null, { kind: 'superseded', payload: { by: 'article-2', dropped: [], orphaned: [] } });
    const more = { id: 'article-2', storyId: 'article-1', version: 2, supersedes: 'article-1' };
    const said = [{ content: 'The port is open', speaker: { name: 'Ilse Brandt' } }];
    const newer = paperDesk('Crane falls\n\nThe port is open again, Ilse Brandt said.\n', said, more);
    const both = await keptDesk(older, newer);
    try {
      const files = unpack(await makeBundle(both.store, 'article-1', signer));
      expect(verifyBundle(files)).toMatchObject({ fault: null, publicKey: signer.publicKey });
      expect([...files.keys()]).toEqual(
        expect.arrayContaining(['versions/1/log.jsonl', 'versions/2/log.jsonl']),
      );
      const report = JSON.parse(Buffer.from(files.get('report/report.json')!).toString());
      expect(report.articles.map((one: { id: string }) => one.id)).toEqual(['article-1']);
      expect(report.cautions[0]).toContain('has a newer version. This report is about version 1.');
    } finally {
      await both.close();
    }
  });
});

describe('a report on its own', () => {
  it.each(FORMATS)('%s verifies as issued and not otherwise', async (format) => {
    const file = path(`report.${EXPORTERS[format].extension}`);
    await run(reportCommand, 'article-1', '--data', desk.folder, '-o', file);
    expect((await run(verifyCommand, file, '--key', signer.publicKey)).code).toBe(0);
    const bytes = Buffer.from(unpack(bundle).get(`report/report.${EXPORTERS[format].extension}`)!);
    bytes[Math.floor(bytes.length / 2)]! ^= 1;
    writeFileSync(file, bytes);
    const { code, err } = await run(verifyCommand, file);
    expect(code).toBe(1);
    expect(err).not.toBe('');
  });

  it('is told apart from one that is not in the bundle', async () => {
    const zip = put('whole.zip', bundle);
    const inside = put('inside.csv', unpack(bundle).get('report/report.csv')!);
    expect((await run(verifyCommand, inside, '--bundle', zip)).out).toContain(
      'It is report/report.csv of the bundle',
    );
    const outside = await run(verifyCommand, put('outside.csv', Buffer.from('words\n')), '--bundle', zip);
    expect(outside).toMatchObject({ code: 1 });
    expect(outside.err).toContain('this file is not in it');
  });

  it('without any seal says how it can be checked', async () => {
    const { code, err } = await run(verifyCommand, put('plain.txt', Buffer.from('Nothing.')));
    expect(code).toBe(1);
    expect(err).toContain('--bundle FILE.zip');
  });
});

describe('the command', () => {
  it('writes a bundle that verifies', async () => {
    const file = path('by-command.zip');
    const made = await run(bundleCommand, 'article-1', '--data', desk.folder, '-o', file);
    expect(made).toMatchObject({ code: 0 });
    expect((await run(verifyCommand, file)).code).toBe(0);
  });

  it('refuses an article that is not there, in a sentence', async () => {
    await expect(run(bundleCommand, 'nobody', '--data', desk.folder, '-o', path('x.zip'))).rejects.toThrow(
      'no such article',
    );
  });
});
