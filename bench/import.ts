// Reads pages of a dozen kinds, and prints how long a page of 264 kB takes in a thread while this one goes on answering,
// how far the text kept agrees with what Readability finds through jsdom, and how much faster it is.
// Run with: node bench/run.mjs import [paragraphs]
import { Readability } from '@mozilla/readability';
import { JSDOM } from 'jsdom';
import { readDocument } from '../src/importers/read-document.ts';
import { closeWorkers, readDocumentInWorker } from '../src/importers/read-in-worker.ts';
import { type Page, pages } from '../tests/importers/pages.ts';
import { sharedWords } from '../tests/importers/shared-words.ts';

const RUNS = 11;
const sizes = process.argv[2] ? [Number(process.argv[2])] : [25, 100, 400];

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

interface Timed<T> {
  readonly result: T;
  /** On the clock. */
  readonly ms: number;
  /** On the processor, which other programs on the machine disturb less. */
  readonly cpuMs: number;
}

async function timed<T>(work: () => T | Promise<T>): Promise<Timed<T>> {
  const clock: number[] = [];
  const cpu: number[] = [];
  let result = await work();
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    const before = process.cpuUsage();
    result = await work();
    const { user, system } = process.cpuUsage(before);
    cpu.push((user + system) / 1000);
    clock.push(performance.now() - start);
  }
  return { result, ms: median(clock), cpuMs: median(cpu) };
}

/** Every page three times before any is measured, as a server's threads have read some before. */
async function measured<T>(
  all: readonly Page[],
  read: (html: string) => T | Promise<T>,
): Promise<Timed<T>[]> {
  for (let round = 0; round < 3; round++) for (const { html } of pages(25)) await read(html);
  const times: Timed<T>[] = [];
  for (const { html } of all) times.push(await timed(() => read(html)));
  return times;
}

async function inThread(): Promise<string> {
  const large = pages(400)
    .map(({ html }) => html)
    .filter((html) => html.length >= 264_000)
    .sort((a, b) => a.length - b.length)[0]!;
  const input = { bytes: Buffer.from(large), name: 'page.html' };
  for (let warming = 0; warming < 6; warming++) await readDocumentInWorker(input);
  let longest = 0;
  let last = performance.now();
  const ticking = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 2);
  const { ms, cpuMs } = await timed(() => readDocumentInWorker(input));
  clearInterval(ticking);
  await closeWorkers();
  return `${Math.round(large.length / 1000)} kB in a thread: ${ms.toFixed(0)} ms, ${cpuMs.toFixed(0)} ms of them on the processor (≤ 150); this thread was never kept longer than ${longest.toFixed(0)} ms (< 100).`;
}

// One side after the other: what jsdom leaves behind would be cleared away at the other's expense.
const all = sizes.flatMap(pages);
console.log(await inThread());
const ours = await measured(all, (html) => readDocument({ bytes: Buffer.from(html), name: 'page.html' }));
const theirs = await measured(all, (html) => new Readability(new JSDOM(html).window.document).parse());

const ratios: number[] = [];
const agreements: number[] = [];
for (const [at, { name, html }] of all.entries()) {
  const [mine, reference] = [ours[at]!, theirs[at]!];
  const { text, blocks } = mine.result;
  const kept = blocks
    .filter(
      ({ kind, setAside }) =>
        kind !== 'headline' && (!setAside || ['caption', 'table', 'byline'].includes(kind)),
    )
    .map(({ start, end }) => text.slice(start, end));
  const agreement = sharedWords(kept.join('\n'), reference.result?.content ?? '');
  const ratio = reference.cpuMs / mine.cpuMs;
  ratios.push(ratio);
  agreements.push(agreement);
  console.log(
    `${String(Math.round(html.length / 1000)).padStart(4)} kB  ${name.padEnd(48)} agrees ${(100 * agreement).toFixed(2)} %` +
      `  ${mine.cpuMs.toFixed(1).padStart(6)} ms against ${reference.cpuMs.toFixed(1).padStart(7)} ms, ${ratio.toFixed(1)} times as fast`,
  );
}
console.log(
  `Least agreement ${(100 * Math.min(...agreements)).toFixed(2)} %, median ${(100 * median(agreements)).toFixed(2)} %` +
    ` (≥ 99). Slowest ${Math.min(...ratios).toFixed(1)} times as fast, median ${median(ratios).toFixed(1)} (≥ 4).`,
);
