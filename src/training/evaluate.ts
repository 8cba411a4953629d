// npm run eval [-- --polnear FILE.jsonl] [--model FILE] [--curve]
// Prints how well statements are found: on the wire set and the marked stories in tests/corpus, and on a corpus of
// attributions where given.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findBlocks } from '../core/blocks/find-blocks.js';
import { findAttributions } from '../core/extract/find-attributions.js';
import { loadLinearTagger } from '../core/extract/linear-tagger.js';
import { type Engine, extractStatements } from '../core/extract-statements.js';
import type { Span } from '../core/span.js';
import type { Attribution } from '../core/statement.js';
import { articleOf, type GoldDocument, readCorpus } from './corpus.js';
import { readStories } from './stories.js';

interface Measure {
  readonly p: number;
  readonly r: number;
  readonly f: number;
}

interface CorpusMeasures {
  readonly attribution: Measure;
  readonly content: { readonly relaxed: Measure; readonly exact: Measure };
}

interface CorpusScorer {
  score(gold: unknown, predicted: unknown): { result: { all: CorpusMeasures } };
  render(result: unknown): string;
}

interface WireArticle {
  readonly id: string;
  readonly text: string;
  readonly published_on: string | null;
  readonly publisher: string | null;
}

const corpus = (path: string): URL => new URL(`../../tests/corpus/${path}`, import.meta.url);

const { values } = parseArgs({
  options: {
    polnear: { type: 'string' },
    model: {
      type: 'string',
      default: fileURLToPath(new URL('../../model/whosaid-linear.bin', import.meta.url)),
    },
    curve: { type: 'boolean', default: false },
  },
});
const tagger = loadLinearTagger(readFileSync(values.model));
const engine: Engine = { name: 'whosaid', version: tagger.name, tagger };

function printWire(): void {
  const folder = mkdtempSync(join(tmpdir(), 'whosaid-eval-'));
  const predicted = join(folder, 'predicted.jsonl');
  writeFileSync(predicted, readLines(corpus('wire/gold.jsonl')).map(extracted).join('\n'));
  const scorer = fileURLToPath(corpus('wire/score.mjs'));
  const run = spawnSync(process.execPath, [scorer, fileURLToPath(corpus('wire/gold.jsonl')), predicted], {
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  console.log(`Wire set, at the default operating point\n${run.stdout.replace(/^\{.*$/m, '')}${run.stderr}`);
}

function readLines(file: URL): WireArticle[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as WireArticle);
}

function extracted({ id, text, published_on, publisher }: WireArticle): string {
  const article = { text, blocks: findBlocks(text), publishedOn: published_on, publisher };
  const statements = extractStatements(article, engine).map((statement) => ({
    ...statement,
    said_on: statement.saidOn,
  }));
  return JSON.stringify({ id, statements });
}

/** The marked stories as a desk would read them: with what is found to be no story set aside. */
async function printStories(): Promise<void> {
  const scorer = await corpusScorer();
  const stories = readStories(fileURLToPath(corpus('stories')));
  const found = stories.map(({ id, text }) => {
    const article = { text, blocks: findBlocks(text), publishedOn: null, publisher: null };
    return { id, text, attributions: inCorpusShape(findAttributions(article, tagger), 0) };
  });
  const { attribution, content } = scorer.score(stories, found).result.all;
  console.log(`Marked stories, ${stories.length}, at the default operating point
${written('ATTRIBUTION', attribution)}
${written('content relaxed', content.relaxed)}
${written('content exact', content.exact)}
`);
}

const corpusScorer = async (): Promise<CorpusScorer> =>
  (await import(corpus('score-attribution.mjs').href)) as CorpusScorer;

/** Thresholds from which the point of the highest F1 is taken. */
const THRESHOLDS = Array.from({ length: 19 }, (_, step) => (step + 1) * 0.05);

async function printCorpus(documents: readonly GoldDocument[]): Promise<void> {
  const scorer = await corpusScorer();
  const found = documents.map(({ text }) =>
    findAttributions(articleOf(text), tagger, { minConfidence: 0.05 }),
  );
  const scoreAt = (least: number) =>
    scorer.score(
      documents,
      documents.map(({ id, text }, at) => ({ id, text, attributions: inCorpusShape(found[at]!, least) })),
    ).result;
  const points = THRESHOLDS.map((threshold) => ({ threshold, result: scoreAt(threshold) }));
  if (values.curve) {
    for (const { threshold, result } of points)
      console.log(`${threshold.toFixed(2)}  ${written('ATTRIBUTION', result.all.attribution)}`);
  }
  const best = points.reduce((a, b) => (b.result.all.attribution.f > a.result.all.attribution.f ? b : a));
  console.log(`Corpus, where F1 is highest: confidence at least ${best.threshold.toFixed(2)}`);
  console.log(scorer.render(best.result));
  const standard = documents.map(({ id, text }) => ({
    id,
    text,
    attributions: inCorpusShape(findAttributions(articleOf(text), tagger), 0),
  }));
  console.log(
    `\nAt the default operating point: ${written('ATTRIBUTION', scorer.score(documents, standard).result.all.attribution)}`,
  );
}

const percent = (share: number): string => (100 * share).toFixed(1).padStart(5);
const written = (what: string, { p, r, f }: Measure): string =>
  `${what.padEnd(16)}P ${percent(p)}  R ${percent(r)}  F1 ${percent(f)}`;

const pairs = (spans: readonly Span[]): [number, number][] => spans.map(({ start, end }) => [start, end]);

function inCorpusShape(attributions: readonly Attribution[], least: number) {
  return attributions
    .filter(({ confidence }) => confidence >= least)
    .map(({ source, cue, content }) => ({
      source: source.length > 0 ? pairs(source) : null,
      cue: pairs(cue),
      content: pairs(content),
      speaker: null,
    }));
}

printWire();
await printStories();
if (values.polnear) await printCorpus(readCorpus(values.polnear));
