// Whether a story is one the desk has: the same text, the same copy under another masthead, or lightly edited.
import type { Fingerprint } from './fingerprint.js';

export const DUPLICATES = ['identical', 'same_copy', 'edited'] as const;
/**
 * `identical`: the same text. `same_copy`: the same sentences one after another, under another masthead, headline, dateline or
 * credit, perhaps cut short.
 * `edited`: much of the one is in the other.
 */
export type Duplicate = (typeof DUPLICATES)[number];

export interface Similarity {
  /** Runs of four words both have, of all that either has (Jaccard, estimated). */
  readonly likeness: number;
  /** Of those the shorter text has, the share the other has too. */
  readonly containment: number;
  /** Sentences both have, and the share they are of the text that has fewer. */
  readonly sentences: number;
  readonly sentencesOfFewer: number;
  /** Between the first and the last sentence both have: the share that only one of them has. */
  readonly between: number;
}

// Set on bench/duplicates.ts. Two reports that share quotations stay under the bounds of `edited`.
const EDITED_LIKENESS = 0.3;
const EDITED_CONTAINMENT = 0.5;
const SAME_SENTENCES = 3;
const SAME_SENTENCES_OF_FEWER = 0.6;
const MOST_BETWEEN = 0.05;

/** The estimate of the likeness is off by some 0.05. */
export function similarity(a: Fingerprint, b: Fingerprint): Similarity {
  if (a.minima.length === 0 || b.minima.length === 0)
    return { likeness: 0, containment: 0, sentences: 0, sentencesOfFewer: 0, between: 0 };
  let equal = 0;
  for (const [at, value] of a.minima.entries()) if (value === b.minima[at]) equal++;
  const likeness = equal / a.minima.length;
  const common = (likeness / (1 + likeness)) * (a.shingles + b.shingles);
  return {
    likeness,
    containment: Math.min(1, common / Math.min(a.shingles, b.shingles)),
    ...compareSentences(a.sentences, b.sentences),
  };
}

/** What `candidate` is to `existing`; null when they are different stories. */
export function duplicateOf(candidate: Fingerprint, existing: Fingerprint): Duplicate | null {
  if (candidate.digest === existing.digest) return 'identical';
  const found = similarity(candidate, existing);
  const isSameCopy =
    found.sentences >= SAME_SENTENCES &&
    found.sentencesOfFewer >= SAME_SENTENCES_OF_FEWER &&
    found.between <= MOST_BETWEEN;
  if (isSameCopy) return 'same_copy';
  if (found.likeness >= EDITED_LIKENESS || found.containment >= EDITED_CONTAINMENT) return 'edited';
  return null;
}

function compareSentences(
  a: readonly number[],
  b: readonly number[],
): Pick<Similarity, 'sentences' | 'sentencesOfFewer' | 'between'> {
  const [common, between] = oneInOther(a, new Set(b));
  const [, betweenThere] = oneInOther(b, new Set(a));
  const fewer = Math.min(a.length, b.length);
  return {
    sentences: common,
    sentencesOfFewer: fewer === 0 ? 0 : Math.min(1, common / fewer),
    between: Math.max(between, betweenThere),
  };
}

/** How many sentences of `list` the other has, and of the stretch they span, the share it has not. */
function oneInOther(list: readonly number[], other: ReadonlySet<number>): [number, number] {
  const places = list.flatMap((hash, at) => (other.has(hash) ? [at] : []));
  if (places.length === 0) return [0, 0];
  return [places.length, 1 - places.length / (places.at(-1)! - places[0]! + 1)];
}
