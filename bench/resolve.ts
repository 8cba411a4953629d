// What resolution costs: beside the tagger on the same articles, and against a registry of a hundred thousand speakers.
// node bench/run.mjs resolve [rounds]
import { readdirSync, readFileSync } from 'node:fs';
import type { ArticleText } from '../src/core/article.js';
import { findBlocks } from '../src/core/blocks/find-blocks.js';
import { attributionsOf } from '../src/core/extract/find-attributions.js';
import { readArticle } from '../src/core/extract/reading.js';
import { matchSpeaker, type RegistrySpeaker } from '../src/core/registry/match-speaker.js';
import { nameKeys, speakerKeys } from '../src/core/registry/name-keys.js';
import { resolveSources } from '../src/core/resolve/resolve-sources.js';
import type { Speaker } from '../src/core/statement.js';
import { loadEngine } from '../src/engine.js';

const ROUNDS = Number(process.argv[2] ?? 40);
const REGISTERED = 100_000;
const CORPUS = new URL('../tests/corpus/wire/', import.meta.url);

const articles: ArticleText[] = readdirSync(CORPUS)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => {
    const text = readFileSync(new URL(name, CORPUS), 'utf8');
    return { text, blocks: findBlocks(text), publishedOn: '2024-05-17', publisher: null };
  });

const cpu = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const spent = process.cpuUsage(before);
  return (spent.user + spent.system) / 1000;
};

const { tagger } = await loadEngine();
const readings = articles.map(readArticle);
const found = readings.map((reading) => attributionsOf(reading, tagger));
let tagging = 0;
let resolving = 0;
for (let round = -5; round < ROUNDS; round++) {
  const tag = cpu(() => {
    for (const reading of readings) attributionsOf(reading, tagger);
  });
  const resolve = cpu(() => {
    for (const [at, article] of articles.entries()) resolveSources(article, found[at]!, readings[at]);
  });
  if (round < 0) continue;
  tagging += tag;
  resolving += resolve;
}
const each = (total: number): string => (total / ROUNDS / articles.length).toFixed(2);
console.log(
  `tagger     ${each(tagging)} ms of CPU an article (${articles.length} articles, ${ROUNDS} rounds)`,
);
console.log(`resolution ${each(resolving)} ms, ratio ${(resolving / tagging).toFixed(2)} (at most 0.50)`);

const FIRST = [
  'Ada',
  'Bola',
  'Chen',
  'Dina',
  'Emil',
  'Faris',
  'Gita',
  'Hugo',
  'Iris',
  'Jonas',
  'Kofi',
  'Lena',
  'Mina',
  'Noor',
  'Omar',
  'Petra',
];
const SYLLABLES = ['ka', 'lo', 'mi', 'ren', 'sto', 'vel', 'da', 'no', 'pi', 'tor', 'bel', 'gra'];
const surname = (seed: number): string => {
  let name = '';
  for (let rest = seed + 17, count = 0; count < 4; count++, rest = Math.floor(rest / SYLLABLES.length))
    name += SYLLABLES[rest % SYLLABLES.length];
  return name.charAt(0).toUpperCase() + name.slice(1);
};
const registered: RegistrySpeaker[] = Array.from({ length: REGISTERED }, (_, at) => ({
  id: String(at),
  name: `${FIRST[at % FIRST.length]} ${surname(Math.floor(at / FIRST.length) * 3)}`,
  type: 'person',
  aliases: at % 10 === 0 ? [`${surname(at)} Union`] : [],
  memberships: [],
}));
const index = new Map<string, RegistrySpeaker[]>();
for (const speaker of registered)
  for (const key of speakerKeys(speaker)) {
    const known = index.get(key);
    if (known) known.push(speaker);
    else index.set(key, [speaker]);
  }

const cast = (round: number): Speaker[] =>
  Array.from({ length: 20 }, (_, at) => {
    const { name } = registered[(round * 977 + at * 4999) % REGISTERED]!;
    const [first = '', last = ''] = name.split(' ');
    const shown = [name, `${first[0]}. ${last}`, last, `${first} Unheard`][at % 4]!;
    return { name: shown, type: 'person', role: null, affiliation: null };
  });
let sure = 0;
const casts = Array.from({ length: 500 }, (_, round) => cast(round));
const matching = cpu(() => {
  for (const speakers of casts)
    for (const speaker of speakers) {
      const candidates = new Set(nameKeys(speaker.name).flatMap((key) => index.get(key) ?? []));
      if ('sure' in matchSpeaker(speaker, [...candidates])) sure++;
    }
});
console.log(
  `registry   ${(matching / casts.length).toFixed(3)} ms of CPU an article of 20 speakers against ${REGISTERED} registered (under 5); ${sure} sure`,
);
