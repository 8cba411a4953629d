// The running program as a newcomer meets it: first start, second start, and the starts that are refused.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

let folder: string;
const running = new Set<ChildProcess>();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'whosaid-'));
  writeFileSync(join(folder, 'whosaid.db.seeding'), 'a start that was cut off');
});
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

interface Finished {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function start(args: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [CLI, ...args], {
    env: { ...process.env, WHOSAID_DATA: folder, ...env },
  });
  running.add(child);
  let out = '';
  let err = '';
  child.stdout.on('data', (piece) => {
    out += piece;
  });
  child.stderr.on('data', (piece) => {
    err += piece;
  });
  const finished = new Promise<Finished>((resolve) => {
    child.on('close', (code) => {
      running.delete(child);
      resolve({ code, out, err });
    });
  });
  const address = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const found = /at (http:\/\/[^ ]+)\//.exec(out)?.[1];
      if (found && (!out.includes('demo desk') || out.includes('Desk admin'))) resolve(found);
    });
    child.on('close', () => reject(new Error(`it did not start: ${err}`)));
  });
  address.catch(() => undefined);
  return { child, finished, address };
}

const accountsIn = (out: string): string[] =>
  out.split('\n').filter((line) => /^ {2}\w+ +[a-z-]+ +\w+ /.test(line));

it('starts with the demo in it, stops within five seconds, and keeps everything until the next start', async () => {
  const first = start(['serve', '--port', '0']);
  const page = await fetch(`${await first.address}/sign-in`);
  expect(page.status).toBe(200);
  const stopping = Date.now();
  first.child.kill('SIGTERM');
  const { code, out } = await first.finished;
  expect(code).toBe(0);
  expect(Date.now() - stopping).toBeLessThan(5_000);
  expect(accountsIn(out)).toHaveLength(5);
  expect(existsSync(join(folder, 'whosaid.db.seeding'))).toBe(false);
  expect(statSync(join(folder, 'demo-accounts.txt')).mode & 0o077).toBe(0);

  const second = start(['serve', '--port', '0']);
  await second.address;
  second.child.kill('SIGTERM');
  expect(accountsIn((await second.finished).out)).toEqual(accountsIn(out));
  const list = await start(['list']).finished;
  expect(list.out).toContain('With fall of Logar');
}, 120_000);

it('says in a sentence that its port is taken', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as { port: number };
  const { code, err } = await start(['serve', '--port', String(port)]).finished;
  other.close();
  expect(code).toBe(1);
  expect(err).toMatch(/^whosaid: Something else is listening on 127\.0\.0\.1:\d+\..*\n$/);
}, 60_000);

it('never serves the demo’s printed passwords beyond this machine', async () => {
  const { code, err } = await start(['serve', '--port', '0', '--host', '0.0.0.0']).finished;
  expect(code).toBe(1);
  expect(err).toContain('not served beyond this machine');
}, 60_000);

it('gives a real desk’s first admin a code, and no demo', async () => {
  const real = mkdtempSync(join(tmpdir(), 'whosaid-'));
  const desk = start(['serve', '--port', '0', '--no-demo'], { WHOSAID_DATA: real });
  await desk.address;
  desk.child.kill('SIGTERM');
  const { out } = await desk.finished;
  expect(out).toMatch(/use the code (?:[A-Z2-9]{5}-){5}[A-Z2-9]{5}\n/);
  expect(out).not.toContain('demo');
  rmSync(real, { recursive: true, force: true });
}, 60_000);

it.each([
  [['nosuch'], 2, 'there is no command'],
  [['import'], 2, 'name at least one file'],
  [['report', 'nothing'], 1, 'There is no such article'],
  [['list', '--data', '/nowhere/at/all'], 1, 'There is no desk in'],
  [['serve', '--public-url', 'desk.example'], 2, 'is not the desk’s public address: give it whole'],
  [['verify-log', '--head', 'x'], 2, '--head'],
])(
  '%j ends with %i and one sentence',
  async (args, code, sentence) => {
    const finished = await start(args).finished;
    expect(finished.code).toBe(code);
    expect(finished.err).toContain(sentence);
    expect(finished.err.trim().split('\n')).toHaveLength(1);
  },
  60_000,
);
