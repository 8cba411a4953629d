// Many articles at once, through threads: all of them kept once, however often the command is run.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
let folder: string;

const run = (...args: string[]) =>
  spawnSync(process.execPath, [CLI, ...args, '--data', join(folder, 'data')], {
    encoding: 'utf8',
    timeout: 50_000,
  });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'whosaid-'));
  run('migrate');
  run('user', 'add', 'admin', '--role', 'admin');
  const lines = Array.from({ length: 70 }, (_, n) =>
    JSON.stringify({
      id: `a${n}`,
      text: `Crane ${n} falls\n\nCrane ${n} fell at noon, the harbour master said.\n`,
    }),
  );
  writeFileSync(join(folder, 'many.jsonl'), `${lines.join('\n')}\n{"text":""}\nnot json\n`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('imports every readable line once, names the others, and can be run again', () => {
  const first = run('import', join(folder, 'many.jsonl'), '--jobs', '2');
  expect(first.stdout).toBe('70 imported, 0 here already, 2 refused.\n');
  expect(first.stderr.trim().split('\n')).toHaveLength(2);
  expect(first.status).toBe(1);
  const again = run('import', join(folder, 'many.jsonl'), '--jobs', '2');
  expect(again.stdout).toBe('0 imported, 70 here already, 2 refused.\n');
  expect(run('verify-log').stdout).toContain('70 articles checked');
}, 120_000);

it('lists a feed to pick from, and fetches nothing unless the desk may', () => {
  const feed = join(folder, 'feed.xml');
  const item = (n: number) =>
    `<item><title>Crane ${n}</title><link>https://example.org/${n}</link><pubDate>Mon, 02 Mar 2026 09:00:00 GMT</pubDate></item>`;
  writeFileSync(
    feed,
    `<?xml version="1.0"?><rss version="2.0"><channel><title>Quay</title>${item(1)}${item(2)}</channel></rss>`,
  );
  const listed = run('import', feed);
  expect(listed.stdout).toContain('   2  2026-03-02  Crane 2  https://example.org/2');
  expect(listed.status).toBe(0);
  for (const [pick, sentence] of [
    ['1', 'this desk fetches no pages'],
    ['3', '--pick takes numbers from 1 to 2'],
    ['2-1', '--pick takes numbers from 1 to 2'],
  ]) {
    const refused = run('import', feed, '--pick', pick!);
    expect(refused.stderr).toContain(sentence);
    expect(refused.status).not.toBe(0);
  }
}, 60_000);
