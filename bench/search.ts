// How long the desk looks for a word that stands in every statement of an archive, and for rarer ones.
// Run: node bench/run.mjs search 200000

import { openDatabase } from '../src/store/open.ts';
import { sqliteStore } from '../src/store/sqlite-store.ts';
import { benchDesk, statementsOf } from './a-desk.ts';

const EACH = 50;
const statements = Number(process.argv[2] ?? 200_000);
const store = sqliteStore(openDatabase(':memory:'));
const desk = await benchDesk(store);
await statementsOf(desk, Math.ceil(statements / EACH), EACH);

const CASES = [
  ['in every statement', 'sentence', {}],
  ['in every statement, two words', 'story sentence', {}],
  ['in every statement, as it is typed', 'sente', {}],
  ['in every statement, articles alone', 'sentence', { kind: 'article' }],
  ['in every statement, evidence alone', 'sentence', { kind: 'evidence' }],
  ['in every statement, verified alone', 'sentence', { rating: 'verified' }],
  ['in a few', 'story 77', {}],
  ['in none', 'zebra', {}],
] as const;
for (const [name, typed, filter] of CASES) {
  const times: number[] = [];
  let hits = 0;
  for (let round = 0; round < 7; round++) {
    const before = process.cpuUsage();
    hits = (await store.search(typed, { ...filter, withConfidential: true }, 50)).length;
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  const median = times.sort((a, b) => a - b)[3] ?? 0;
  console.log(`${name}: ${median.toFixed(1)} ms CPU, ${hits} shown of ${statements} statements`);
}
await store.close();
