// How many times a second the bench is served with 500 statements, beside a bare Express hello on the same machine.
// Run: node bench/run.mjs bench-page. It must hold a twenty-fifth of the hello's rate; the two are measured in turns.
// Where Linux tells, the server's own time on a core is told too: it is the same however busy the machine is.
import { readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Worker } from 'node:worker_threads';
import express from 'express';
import { LONG, tell } from '../tests/browser/stories.ts';
import { aServer } from '../tests/web/a-server.ts';

const ROUNDS = 5;
const MILLISECONDS = 2000;
const AT_ONCE = 8;

/** The client runs beside the server, not in its turn: keep-alive connections that ask again at once. */
const CLIENT = `
const http = require('node:http');
const { parentPort } = require('node:worker_threads');
const agent = new http.Agent({ keepAlive: true, maxSockets: ${AT_ONCE} });
const ask = ({ url, cookie }) => new Promise((resolve, reject) => {
  http.get(url, { agent, headers: { cookie, accept: 'text/html' } }, (answer) => {
    if (answer.statusCode !== 200) reject(new Error('status ' + answer.statusCode));
    let bytes = 0;
    answer.on('data', (chunk) => { bytes += chunk.length; });
    answer.on('end', () => resolve(bytes));
  }).on('error', reject);
});
parentPort.on('message', async (wanted) => {
  const until = performance.now() + wanted.ms;
  const started = performance.now();
  let asked = 0, bytes = 0;
  await Promise.all(Array.from({ length: ${AT_ONCE} }, async () => {
    while (performance.now() < until) { bytes = await ask(wanted); asked += 1; }
  }));
  parentPort.postMessage({ rate: (1000 * asked) / (performance.now() - started), bytes });
});`;

const client = new Worker(CLIENT, { eval: true });
/** Nanoseconds this thread has spent on a core; the client's thread is not counted. NaN where nobody tells. */
const onCore = (): number => {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]);
  } catch {
    return Number.NaN;
  }
};

const ask = (url: string, cookie: string, ms: number) =>
  new Promise<{ rate: number; bytes: number }>((resolve, reject) => {
    client.removeAllListeners().once('message', resolve).once('error', reject);
    client.postMessage({ url, cookie, ms });
  });

async function measure(url: string, cookie: string, ms: number) {
  const [before, started] = [onCore(), performance.now()];
  const answer = await ask(url, cookie, ms);
  const asked = (answer.rate * (performance.now() - started)) / 1000;
  return { ...answer, core: (onCore() - before) / 1e6 / asked };
}

const hello = express();
hello.get('/', (_request, response) => void response.send('Hello'));
const bare = http.createServer(hello).listen(0, '127.0.0.1');
const server = await aServer();
const { id, statements } = await tell(server, LONG);
const cookie = `whosaid=${await server.tokenOf('editor')}`;
const port = (bare.address() as AddressInfo).port;
const targets = {
  hello: `http://127.0.0.1:${port}/`,
  bench: `${server.base}/articles/${id}?statement=${statements[250]}`,
};
for (const url of Object.values(targets)) await measure(url, cookie, MILLISECONDS);
const ratios: number[] = [];
const cores: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  const plain = await measure(targets.hello, cookie, MILLISECONDS);
  const page = await measure(targets.bench, cookie, MILLISECONDS);
  ratios.push(plain.rate / page.rate);
  cores.push(page.core / plain.core);
  console.log(
    `hello ${plain.rate.toFixed(0)}/s; bench with ${statements.length} statements ${page.rate.toFixed(0)}/s of ${(page.bytes / 1024).toFixed(0)} kB: 1/${(plain.rate / page.rate).toFixed(1)}`,
  );
}
const middleOf = (all: readonly number[]): number =>
  all.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
const middle = middleOf(ratios);
console.log(
  `Median: 1/${middle.toFixed(1)} of the hello’s rate; 1/25 is asked for. Time on a core: ${middleOf(cores).toFixed(1)} of the hello’s.`,
);
await client.terminate();
bare.close();
await server.stop();
if (middle > 25) process.exitCode = 1;
