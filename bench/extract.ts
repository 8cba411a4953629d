// How fast statements are found, beside wink-nlp (tokens, sentences, parts of speech) and compromise (.quotations())
// on the same text, in turns in one run. Text: the wire set over and over, or a file of {"text"} lines given.
import { readFileSync } from 'node:fs';
import compromise from 'compromise';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { findBlocks } from '../src/core/blocks/find-blocks.ts';
import { findAttributions } from '../src/core/extract/find-attributions.ts';
import { loadLinearTagger } from '../src/core/extract/linear-tagger.ts';
import { tokenize } from '../src/core/extract/tokens.ts';
import { extractStatements } from '../src/core/extract-statements.ts';

const file = process.argv[2] ?? 'tests/corpus/wire/gold.jsonl';
const lines = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '');
const texts = lines.map((line) => (JSON.parse(line) as { text: string }).text);
while (texts.reduce((sum, text) => sum + text.length, 0) < 600_000)
  texts.push(...texts.slice(0, lines.length));
const articles = texts.map((text) => ({
  text,
  blocks: findBlocks(text),
  publishedOn: null,
  publisher: null,
}));
const words = texts.reduce((sum, text) => sum + tokenize(text).count, 0);

const tagger = loadLinearTagger(readFileSync('model/whosaid-linear.bin'));
const engine = { name: 'whosaid', version: 'bench', tagger };
const nlp = winkNLP(model, ['sbd', 'pos']);

const runs: Record<string, { share: number; act: () => void }> = {
  'wink-nlp, tokens, sentences and parts of speech': {
    share: 1,
    act: () => {
      for (const text of texts) nlp.readDoc(text).tokens().out(nlp.its.pos);
    },
  },
  'compromise, .quotations()': {
    share: 0.1,
    act: () => {
      for (const text of texts.slice(0, texts.length / 10)) compromise(text).quotations().out('array');
    },
  },
  'whosaid, attributions': {
    share: 1,
    act: () => {
      for (const article of articles) findAttributions(article, tagger);
    },
  },
  'whosaid, statements': {
    share: 1,
    act: () => {
      for (const article of articles) extractStatements(article, engine);
    },
  },
};

const ROUNDS = 10;
const best = new Map<string, number>();
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, { share, act }] of Object.entries(runs)) {
    const before = process.cpuUsage();
    act();
    const { user, system } = process.cpuUsage(before);
    const speed = (words * share) / ((user + system) / 1e6);
    best.set(name, Math.max(best.get(name) ?? 0, speed));
  }
}
const [wink, quotations] = [...best.values()];
for (const [name, speed] of best) {
  const beside = `${(speed / wink!).toFixed(2)} of wink-nlp, ${(speed / quotations!).toFixed(1)} times compromise`;
  console.log(
    `${name.padEnd(48)} ${Math.round(speed).toLocaleString('en').padStart(10)} words/s   ${beside}`,
  );
}
