// Trains what is learned from findings in articles that the chains behind them did not see: what their words speak
// for them, how sure each is, and how well its cue is cut out.
import { cueEvidence, groupByCue } from '../core/extract/cue-evidence.js';
import { weigh } from '../core/extract/evidence.js';
import type { Finding } from '../core/extract/finding.js';
import { keyReader } from '../core/extract/reading-keys.js';
import type { ScoreTable } from '../core/extract/score-table.js';
import type { Trees } from '../core/extract/trees.js';
import type { Words } from '../core/extract/words.js';
import type { GoldRoles } from './example.js';
import { type FeatureIndex, indexFeatures } from './feature-index.js';
import { hunchOf, packHunches, trainHunches } from './hunch-training.js';
import { judge } from './judge.js';
import {
  CUE_TREE_SETTINGS,
  FOLDS,
  HUNCH_SETTINGS,
  LEAST_SEEN_KEY,
  SLOTS,
  TREE_SETTINGS,
} from './settings.js';
import { growTrees, type Judged, lossOf } from './tree-training.js';

export interface FoundArticle {
  readonly words: Words;
  readonly gold: readonly GoldRoles[];
  /** How often it is looked at. */
  readonly looks: number;
  readonly findings: readonly Finding[];
  readonly fold: number;
}

export interface Confidence {
  readonly hunches: ScoreTable;
  readonly trees: Trees;
  readonly cueTrees: Trees;
}

interface KeyedArticle extends FoundArticle {
  readonly right: readonly boolean[];
  readonly rows: readonly Int32Array[];
}

export function trainConfidence(articles: readonly FoundArticle[], log: (line: string) => void): Confidence {
  const keys = articles.map(({ words, findings }) => {
    const keysOf = keyReader(words);
    return findings.map((finding) => keysOf(finding).slice());
  });
  const index = indexFeatures((see) => {
    for (const own of keys) for (const one of own) for (const key of one) see(key);
  }, LEAST_SEEN_KEY);
  const keyed = articles.map((article, at) => ({
    ...article,
    right: judge(article.findings, article.gold),
    rows: keys[at]!.map((own) => own.map((key) => index.rowOf(key))),
  }));
  const judged = judgedUnseen(keyed, index);
  const trees = growTrees(judged, TREE_SETTINGS);
  log(`confidence from ${judged.length} findings, loss ${lossOf(trees, judged).toFixed(4)}`);
  const cuts = articles.flatMap((article) => timesOver(article, judgedCues(article)));
  const cueTrees = growTrees(cuts, CUE_TREE_SETTINGS);
  log(`cue ends from ${cuts.length} cues, loss ${lossOf(cueTrees, cuts).toFixed(4)}`);
  const hunches = trainHunches(examplesOf(keyed), index.rows, HUNCH_SETTINGS);
  return { hunches: packHunches(hunches, index, SLOTS.hunch), trees, cueTrees };
}

const examplesOf = (articles: readonly KeyedArticle[]) =>
  articles.flatMap((article) =>
    timesOver(
      article,
      article.rows.map((own, at) => ({ rows: own, right: article.right[at]! })),
    ),
  );

const timesOver = <T>({ looks }: FoundArticle, items: readonly T[]): T[] =>
  Array<readonly T[]>(looks).fill(items).flat();

/** Evidence whose hunches come from articles of other folds. */
function judgedUnseen(articles: readonly KeyedArticle[], index: FeatureIndex): Judged[] {
  const models = Array.from({ length: FOLDS }, (_, fold) =>
    trainHunches(examplesOf(articles.filter((article) => article.fold !== fold)), index.rows, HUNCH_SETTINGS),
  );
  return articles.flatMap((article) => {
    const { words, findings, fold, rows, right } = article;
    const hunches = rows.map((own) => hunchOf(models[fold]!, own));
    const judged = weigh(words, findings, hunches).map((evidence, at) => ({ evidence, right: right[at]! }));
    return timesOver(article, judged);
  });
}

/** Cues that touch a gold one, and whether they are cut as it is. */
function judgedCues({ words, gold, findings }: FoundArticle): Judged[] {
  const groups = groupByCue(findings);
  return groups.flatMap((group, at) => {
    const { cue } = group.findings[0]!;
    const touched = gold.filter(({ cue: own }) => own.first < cue.last && cue.first < own.last);
    if (touched.length === 0) return [];
    const right = touched.some(({ cue: own }) => own.first === cue.first && own.last === cue.last);
    return [{ evidence: cueEvidence(words, groups, at), right }];
  });
}
