// Looks near-duplicates up among 100,000 synthetic stories in the tables of the store, and prints how many
// are found, how many strangers come with them, and how long it takes: node bench/run.mjs duplicates [stories].
import { duplicateTables } from '../src/store/duplicates.ts';
import { openDatabase } from '../src/store/open.ts';
import { randomFrom } from '../tests/core/anchor/edits.ts';

const STORIES = Number(process.argv[2] ?? 100_000);
const QUERIES = 500;
const random = randomFrom(7);
const below = (count: number): number => Math.floor(random() * count);
const VOCABULARY = Array.from({ length: 8_000 }, (_, at) => `w${at.toString(36)}`);
const word = (): string => VOCABULARY[Math.floor(VOCABULARY.length ** random()) - 1] ?? 'w0';
const sentence = (): string => `${Array.from({ length: 10 + below(18) }, word).join(' ')}.`;
/** Quotations that many stories share, as the day's quotations do. */
const SHARED = Array.from({ length: 200 }, sentence);
const paragraph = (): string => Array.from({ length: 1 + below(3) }, sentence).join(' ');

function story(): string[] {
  const paragraphs = Array.from({ length: 4 + below(10) }, paragraph);
  if (random() < 0.5) paragraphs.splice(1, 0, SHARED[below(SHARED.length)]!);
  return paragraphs;
}

const CHANGES: Record<string, (story: readonly string[]) => string> = {
  identical: (paragraphs) => paragraphs.join('\n\n'),
  'other masthead': (paragraphs) =>
    [
      sentence(),
      `CITY, May ${below(30)} (${word()}) - ${paragraphs[0]}`,
      ...paragraphs.slice(1),
      sentence(),
    ].join('\n\n'),
  'cut to 60 %': (paragraphs) =>
    [sentence(), ...paragraphs.slice(0, Math.ceil(0.6 * paragraphs.length))].join('\n\n'),
  '5 % of words edited': (paragraphs) => editWords(paragraphs, 0.05),
  '10 % of words edited': (paragraphs) => editWords(paragraphs, 0.1),
  'two paragraphs added': (paragraphs) =>
    [...paragraphs.slice(0, 2), paragraph(), paragraph(), ...paragraphs.slice(2)].join('\n\n'),
};

const editWords = (paragraphs: readonly string[], rate: number): string =>
  paragraphs
    .map((text) =>
      text
        .split(' ')
        .map((each) => (random() < rate ? word() : each))
        .join(' '),
    )
    .join('\n\n');

// The store's own tables, without the articles they are about.
const db = openDatabase(':memory:');
db.pragma('foreign_keys = OFF');
const duplicates = duplicateTables(db);

const kept = new Map<number, string[]>();
let making = 0;
const start = performance.now();
db.transaction(() => {
  for (let id = 0; id < STORIES; id++) {
    const paragraphs = story();
    if (id % Math.ceil(STORIES / QUERIES) === 0) kept.set(id, paragraphs);
    const before = performance.now();
    duplicates.put(String(id), paragraphs.join('\n\n'));
    making += performance.now() - before;
  }
})();
console.log(
  `${STORIES} stories: ${(making / STORIES).toFixed(3)} ms to keep a fingerprint, ${((performance.now() - start) / 1000).toFixed(1)} s in all`,
);

for (const [name, change] of [
  ...Object.entries(CHANGES),
  ['a new story', (): string => story().join('\n\n')] as const,
]) {
  let found = 0;
  let strangers = 0;
  const called: Record<string, number> = {};
  const times: number[] = [];
  for (const [id, paragraphs] of kept) {
    const text = change(paragraphs);
    const before = performance.now();
    const alike = duplicates.alike(text);
    times.push(performance.now() - before);
    const own = alike.find(({ articleId }) => articleId === String(id));
    if (own !== undefined) {
      found++;
      called[own.how] = (called[own.how] ?? 0) + 1;
    }
    strangers += alike.filter(({ articleId }) => articleId !== String(id)).length;
  }
  times.sort((a, b) => a - b);
  console.log(
    `${name.padEnd(22)} found ${found} of ${kept.size} ${JSON.stringify(called)}  strangers ${strangers}` +
      `  ms median ${times[times.length >> 1]!.toFixed(2)} worst ${times.at(-1)!.toFixed(2)}`,
  );
}
