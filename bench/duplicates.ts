// Looks near-duplicates up among 100,000 synthetic stories through an indexed table of band keys, and prints how many
// are found, how many strangers come with them, and how long it takes: node bench/run.mjs duplicates [stories].
import Database from 'better-sqlite3';
import { bandsOf } from '../src/core/duplicates/bands.ts';
import { duplicateOf } from '../src/core/duplicates/duplicate-of.ts';
import { type Fingerprint, fingerprint } from '../src/core/duplicates/fingerprint.ts';
import { decodeFingerprint, encodeFingerprint } from '../src/core/duplicates/fingerprint-bytes.ts';
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

const db = new Database(':memory:');
db.exec(`CREATE TABLE fingerprints (article_id INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
CREATE TABLE fingerprint_bands (band INTEGER NOT NULL, article_id INTEGER NOT NULL, PRIMARY KEY (band, article_id)) STRICT, WITHOUT ROWID;`);
const insert = db.prepare('INSERT INTO fingerprints VALUES (?, ?)');
const insertBand = db.prepare('INSERT OR IGNORE INTO fingerprint_bands VALUES (?, ?)');

const kept = new Map<number, string[]>();
let making = 0;
const start = performance.now();
db.transaction(() => {
  for (let id = 0; id < STORIES; id++) {
    const paragraphs = story();
    if (id % Math.ceil(STORIES / QUERIES) === 0) kept.set(id, paragraphs);
    const before = performance.now();
    const made = fingerprint(paragraphs.join('\n\n'));
    making += performance.now() - before;
    insert.run(id, encodeFingerprint(made));
    for (const band of bandsOf(made)) insertBand.run(band, id);
  }
})();
console.log(
  `${STORIES} stories: ${(making / STORIES).toFixed(3)} ms a fingerprint, ${((performance.now() - start) / 1000).toFixed(1)} s in all`,
);

const candidates = db.prepare(
  `SELECT f.article_id AS id, f.bytes, count(*) AS bands FROM fingerprint_bands b JOIN fingerprints f USING (article_id)
   WHERE b.band IN (SELECT value FROM json_each(?)) GROUP BY f.article_id ORDER BY bands DESC LIMIT 50`,
);
function lookUp(made: Fingerprint): { id: number; duplicate: string }[] {
  const rows = candidates.all(JSON.stringify(bandsOf(made))) as { id: number; bytes: Uint8Array }[];
  return rows.flatMap(({ id, bytes }) => {
    const duplicate = duplicateOf(made, decodeFingerprint(bytes));
    return duplicate === null ? [] : [{ id, duplicate }];
  });
}

for (const [name, change] of [
  ...Object.entries(CHANGES),
  ['a new story', (): string => story().join('\n\n')] as const,
]) {
  let found = 0;
  let strangers = 0;
  const called: Record<string, number> = {};
  const times: number[] = [];
  for (const [id, paragraphs] of kept) {
    const made = fingerprint(change(paragraphs));
    const before = performance.now();
    const duplicates = lookUp(made);
    times.push(performance.now() - before);
    const own = duplicates.find((each) => each.id === id);
    if (own !== undefined) {
      found++;
      called[own.duplicate] = (called[own.duplicate] ?? 0) + 1;
    }
    strangers += duplicates.filter((each) => each.id !== id).length;
  }
  times.sort((a, b) => a - b);
  console.log(
    `${name.padEnd(22)} found ${found} of ${kept.size} ${JSON.stringify(called)}  strangers ${strangers}` +
      `  ms median ${times[times.length >> 1]!.toFixed(2)} worst ${times.at(-1)!.toFixed(2)}`,
  );
}
