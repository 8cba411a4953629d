// Reads pages of a dozen kinds, and prints how far the text kept agrees with what Readability finds through jsdom, how
// much faster it is, and how long a page of 264 kB takes in a thread while this one goes on answering.
// Run with: node bench/run.mjs import [paragraphs]
import { Readability } from '@mozilla/readability';
import { JSDOM } from 'jsdom';
import { readDocument } from '../src/importers/read-document.ts';
import { closeWorkers, readDocumentInWorker } from '../src/importers/read-in-worker.ts';
import { pages } from '../tests/importers/pages.ts';
import { sharedWords } from '../tests/importers/shared-words.ts';

const RUNS = 7;
const sizes = process.argv[2] ? [Number(process.argv[2])] : [25, 100, 400];

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

async function timed<T>(work: () => T | Promise<T>): Promise<{ result: T; ms: number; cpuMs: number }> {
  const times: number[] = [];
  const cpu: number[] = [];
  let result = await work();
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    const before = process.cpuUsage();
    result = await work();
    const { user, system } = process.cpuUsage(before);
    cpu.push((user + system) / 1000);
    times.push(performance.now() - start);
  }
  return { result, ms: median(times), cpuMs: median(cpu) };
}

const ratios: number[] = [];
const agreements: number[] = [];
for (const size of sizes)
  for (const { name, html } of pages(size)) {
    const bytes = Buffer.from(html);
    const ours = await timed(() => readDocument({ bytes, name: 'page.html' }));
    const theirs = await timed(() => new Readability(new JSDOM(html).window.document).parse());
    const { text, blocks } = ours.result;
    const kept = blocks
      .filter(
        ({ kind, setAside }) =>
          kind !== 'headline' && (!setAside || ['caption', 'table', 'byline'].includes(kind)),
      )
      .map(({ start, end }) => text.slice(start, end));
    const agreement = sharedWords(kept.join('\n'), theirs.result?.content ?? '');
    // Time on the processor, which other programs on the machine disturb less than time on the clock.
    const ratio = theirs.cpuMs / ours.cpuMs;
    ratios.push(ratio);
    agreements.push(agreement);
    console.log(
      `${String(Math.round(html.length / 1000)).padStart(4)} kB  ${name.padEnd(46)} agrees ${(100 * agreement).toFixed(2)} %` +
        `  ${ours.cpuMs.toFixed(1).padStart(6)} ms against ${theirs.cpuMs.toFixed(1).padStart(7)} ms, ${ratio.toFixed(1)} times as fast`,
    );
  }
console.log(
  `\nLeast agreement ${(100 * Math.min(...agreements)).toFixed(2)} %, median ${(100 * median(agreements)).toFixed(2)} %` +
    ` (≥ 99). Slowest ${Math.min(...ratios).toFixed(1)} times as fast, median ${median(ratios).toFixed(1)} (≥ 4).`,
);

const large = pages(400)
  .map(({ html }) => html)
  .filter((html) => html.length >= 264_000)
  .sort((a, b) => a.length - b.length)[0]!;
const input = { bytes: Buffer.from(large), name: 'page.html' };
let longest = 0;
let last = performance.now();
await readDocumentInWorker(input);
const ticking = setInterval(() => {
  longest = Math.max(longest, performance.now() - last);
  last = performance.now();
}, 2);
last = performance.now();
const { ms } = await timed(() => readDocumentInWorker(input));
clearInterval(ticking);
await closeWorkers();
console.log(
  `${Math.round(large.length / 1000)} kB in a thread: ${ms.toFixed(0)} ms (≤ 150); this thread was never kept longer than ${longest.toFixed(0)} ms (< 100).`,
);
