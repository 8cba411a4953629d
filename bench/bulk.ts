// Imports invented articles of 5 kB each in bulk, beside finding their statements alone, both by the built command over
// as many threads; then stops an import half-way and runs it again, and imports everything a second time.
// Run with: node bench/run.mjs bulk [articles=10000] [jobs=2]
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomFrom } from '../tests/core/anchor/edits.ts';

const articles = Number(process.argv[2] ?? 10_000);
const jobs = process.argv[3] ?? '2';
const CHARACTERS = 5_000;
const MOST_TIMES = 1.5;

const folder = mkdtempSync(join(tmpdir(), 'whosaid-bulk-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** Paragraphs of the wire set in any order, their names and numbers exchanged, so that no two articles are alike. */
function writeArticles(path: string): void {
  const paragraphs = readdirSync('tests/corpus/wire')
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => readFileSync(join('tests/corpus/wire', name), 'utf8').split(/\n\s*\n/))
    .filter((paragraph) => paragraph.length > 60);
  const random = randomFrom(1);
  const below = (count: number): number => Math.floor(random() * count);
  const names = Array.from({ length: 400 }, () =>
    ['Bar', 'Kel', 'Mor', 'Tas', 'Ven', 'Ri', 'So', 'Dal'][below(8)]!.concat(
      ['dun', 'mar', 'vik', 'lo', 'sen', 'rath', 'ni', 'borg'][below(8)]!,
    ),
  );
  const file = openSync(path, 'w');
  for (let at = 0; at < articles; at++) {
    let text = `Article ${at} from ${names[below(400)]}\n\n`;
    while (text.length < CHARACTERS) {
      const exchange = new Map<string, string>();
      const paragraph = paragraphs[below(paragraphs.length)]!.replace(
        /(?<=[a-z,] )[A-Z][a-z]{3,}/g,
        (name) => {
          const other = exchange.get(name) ?? names[below(400)]!;
          exchange.set(name, other);
          return other;
        },
      ).replace(/\b\d{2,3}\b/g, () => String(10 + below(900)));
      text += `${paragraph}\n\n`;
    }
    writeSync(file, `${JSON.stringify({ id: String(at), text, published_on: '2026-03-02' })}\n`);
  }
  closeSync(file);
}

interface Ran {
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** The most it held in its first half and in its second, in MB. */
  readonly memory: readonly [string, string];
  readonly said: string;
}

function start(args: readonly string[], input?: string): ChildProcess {
  const stdin = input === undefined ? 'ignore' : openSync(input, 'r');
  const usage = `import { isMainThread } from 'node:worker_threads';
    const held = [];
    if (isMainThread) setInterval(() => held.push(process.memoryUsage.rss()), 500).unref();
    const most = (samples) => Math.round(Math.max(0, ...samples) / 1e6);
    if (isMainThread) process.on('exit', () => {
      const { user, system } = process.cpuUsage();
      const half = held.length >> 1;
      process.stderr.write('\\nCPU ' + (user + system) / 1e6 + ' MEMORY ' + most(held.slice(0, half)) + ' ' + most(held.slice(half)));
    });`;
  return spawn(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(usage)}`, 'dist/cli.js', ...args],
    { stdio: [stdin, args[0] === 'extract' ? 'ignore' : 'pipe', 'pipe'] },
  );
}

function finished(child: ChildProcess): Promise<Ran> {
  const begun = performance.now();
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  return new Promise((resolve) => {
    child.on('close', () =>
      resolve({
        seconds: (performance.now() - begun) / 1000,
        cpuSeconds: Number(/CPU ([\d.]+)/.exec(said)?.[1] ?? 0),
        memory: [/MEMORY (\d+)/.exec(said)?.[1] ?? '', /MEMORY \d+ (\d+)/.exec(said)?.[1] ?? ''],
        said: said.replace(/\n?CPU [\d.]+ MEMORY \d+ \d+/g, '').trim(),
      }),
    );
  });
}

const file = join(folder, 'articles.jsonl');
writeArticles(file);
for (const name of ['whole', 'stopped'])
  for (const args of [['migrate'], ['user', 'add', 'bench', '--role', 'admin']])
    await finished(start([...args, '--data', join(folder, name)]));
const into = (name: string): string[] => ['import', file, '--jobs', jobs, '--data', join(folder, name)];
const tell = (what: string, { seconds, cpuSeconds, memory, said }: Ran): void =>
  console.log(
    `${what.padEnd(34)} ${seconds.toFixed(1).padStart(7)} s, ${cpuSeconds.toFixed(1).padStart(7)} s of processor, at most ${memory[0]} MB in its first half, ${memory[1]} MB in its second  ${said}`,
  );

const alone = await finished(start(['extract', '--jsonl', '--jobs', jobs], file));
tell('statements alone', alone);
const whole = await finished(start(into('whole')));
tell('import', whole);
const again = await finished(start(into('whole')));
tell('import of the same once more', again);

const stopped = start(into('stopped'));
const half = finished(stopped);
setTimeout(() => stopped.kill('SIGKILL'), (whole.seconds * 1000) / 2);
tell('import, killed half-way', await half);
const rest = await finished(start(into('stopped')));
tell('the rest of it', rest);

const total = [...rest.said.matchAll(/(\d[\d,]*) (?:imported|here already)/g)].reduce(
  (sum, found) => sum + Number(found[1]!.replace(/,/g, '')),
  0,
);
console.log(
  `${articles} articles of ${CHARACTERS} characters: import takes ${(whole.seconds / alone.seconds).toFixed(2)} times as long as finding the statements alone (≤ ${MOST_TIMES}), ${(whole.cpuSeconds / alone.cpuSeconds).toFixed(2)} times the processor; after the kill ${total} of them are there.`,
);
