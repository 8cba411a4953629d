// The same log head gives the same bytes, whatever the day, the place and the language of the machine: the built program is
// run twice as if on two machines. And whatever byte of what left is changed, it is found.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBundle } from '../src/bundle.ts';
import { checkSeal, type Signer, sealBeside } from '../src/core/seal.ts';
import { deskKey } from '../src/desk-key.ts';
import { EXPORTERS, FORMATS } from '../src/exporters/index.ts';
import { writeReport } from '../src/issue-report.ts';
import { harbour } from './core/report/harbour.ts';
import { type KeptDesk, keptDesk } from './core/report/kept-desk.ts';
import { HARBOUR, HARD } from './exporters/written.ts';

const DIST = fileURLToPath(new URL('../dist/', import.meta.url));

let desk: KeptDesk;
let signer: Signer;
beforeAll(async () => {
  desk = await keptDesk(harbour());
  signer = deskKey(desk.folder);
});
afterAll(() => desk.close());

const PROGRAM = `
import { createHash } from 'node:crypto';
const day = Number(process.argv[1]);
const Real = Date;
globalThis.Date = class extends Real {
  constructor(...given) { given.length === 0 ? super(day) : super(...given); }
  static now() { return day; }
};
const at = (name) => import(${JSON.stringify(`${new URL('../dist/', import.meta.url)}`)} + name);
const { openStore } = await at('open-desk.js');
const { longReport, writeReport } = await at('issue-report.js');
const { FORMATS } = await at('exporters/index.js');
const { deskKey } = await at('desk-key.js');
const { makeBundle } = await at('bundle.js');
const store = openStore(process.argv[2]);
const signer = deskKey(process.argv[2]);
const { report, close } = await longReport(store, ['article-1']);
const found = {};
const sha = (bytes) => createHash('sha256').update(bytes).digest('hex');
for (const format of FORMATS) found[format] = sha(await writeReport(report, format, signer));
close();
found.bundle = sha(await makeBundle(store, 'article-1', signer));
await store.close();
process.stdout.write(JSON.stringify({ found, zone: new Real().getTimezoneOffset(), day: new Date().getFullYear() }));
`;

function elsewhere(day: string, zone: string, language: string) {
  const args = ['--input-type=module', '-e', PROGRAM, String(Date.parse(day)), desk.folder];
  const env = { ...process.env, TZ: zone, LANG: language, LC_ALL: language };
  const { stdout, stderr, status } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env,
    cwd: join(DIST, '..'),
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as { found: Record<string, string>; zone: number; day: number };
}

it('are the same on any day, in any zone and language, in every form and in the bundle', () => {
  const here = elsewhere('2026-03-01T12:00:00Z', 'UTC', 'C');
  expect(Object.keys(here.found).sort()).toEqual([...FORMATS, 'bundle'].sort());
  const there = elsewhere('2041-12-31T23:59:59Z', 'Pacific/Kiritimati', 'fa_IR.UTF-8');
  expect([there.zone, there.day]).toEqual([-840, 2042]);
  expect([here.zone, here.day]).toEqual([0, 2026]);
  expect(there.found).toEqual(here.found);
}, 120_000);

/** Bytes from everywhere, the ends whole, each with another bit turned. */
function* altered(bytes: Uint8Array): Iterable<readonly [number, Uint8Array]> {
  const step = Math.max(1, Math.floor(bytes.length / 300));
  for (let at = 0; at < bytes.length; at += at < 40 || at > bytes.length - 140 ? 1 : step) {
    const copy = Uint8Array.from(bytes);
    copy[at] = copy[at]! ^ (1 << (at % 8));
    yield [at, copy];
  }
}

describe('one changed byte is found', () => {
  it.each(FORMATS)('anywhere in %s', async (format) => {
    for (const report of format === 'pdf' ? [HARBOUR] : [HARBOUR, HARD]) {
      const bytes = await writeReport(report, format, signer);
      const beside = EXPORTERS[format].sealed ? undefined : sealBeside(bytes, signer);
      expect(checkSeal(bytes, beside)).toEqual({ state: 'holds', publicKey: signer.publicKey });
      for (const [at, copy] of altered(bytes)) {
        const { state } = checkSeal(copy, beside);
        if (state === 'holds')
          throw new Error(`byte ${at} of ${bytes.length} was changed, and the seal holds`);
      }
    }
  });

  it('anywhere in a bundle', async () => {
    const bytes = await makeBundle(desk.store, 'article-1', signer);
    expect(checkSeal(bytes).state).toBe('holds');
    for (const [at, copy] of altered(bytes))
      if (checkSeal(copy).state === 'holds') throw new Error(`byte ${at} was changed, and the seal holds`);
  });

  it('or one more, or one less', async () => {
    for (const format of FORMATS) {
      const bytes = await writeReport(HARBOUR, format, signer);
      const beside = EXPORTERS[format].sealed ? undefined : sealBeside(bytes, signer);
      for (const copy of [bytes.slice(1), bytes.slice(0, -1), Buffer.concat([bytes, Buffer.from('\n')])])
        expect(checkSeal(copy, beside).state, format).not.toBe('holds');
    }
  });
});
