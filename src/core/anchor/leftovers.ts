// Newer sentences no older one has taken: whether anything like a lost statement is still among them decides
// between "dropped" and "orphaned".
import type { Span } from '../span.js';
import type { Alignment } from './alignment.js';
import { tokensOf } from './tokens.js';

/** How much of the spans' words, 0 to 1 by weight, the most alike newer sentence has … */
export interface LikenessFound {
  /** … among those nothing older has taken, */
  readonly free: number;
  /** … among those of them beside the place, */
  readonly freeBeside: number;
  /** … and among those nothing older has taken for sure. */
  readonly unsure: number;
}

/** `first` to `last` are the newer sentences the spans may have been placed in; they are no rivals to themselves. */
export type LikenessLeft = (spans: readonly Span[], first: number, last: number) => LikenessFound;

/** How far a sentence is still beside another. */
const BESIDE = 2;

/** For each word the leftover sentences that hold it, and how often. */
type Holders = Map<number, [sentence: number, times: number][]>;

/** Words in more leftover sentences than this find none of them, so that time stays bounded. */
const MOST_HOLDERS = 300;
/** A sentence is left over when less than this share of its words was taken. */
const TAKEN = 0.5;
const SURELY = 0.9;

export function findLeftovers(alignment: Alignment): LikenessLeft {
  const { weights } = alignment;
  const { holders, free } = indexLeftovers(alignment);
  return (spans, first, last) => {
    const shared = new Map<number, number>();
    let weight = 0;
    for (const [id, times] of countWords(alignment, spans)) {
      weight += weights[id]! * times;
      const sentences = holders.get(id) ?? [];
      if (sentences.length > MOST_HOLDERS) continue;
      for (const [sentence, otherTimes] of sentences)
        shared.set(sentence, (shared.get(sentence) ?? 0) + weights[id]! * Math.min(times, otherTimes));
    }
    const found = { free: 0, freeBeside: 0, unsure: 0 };
    for (const [sentence, sharedWeight] of shared) {
      const likeness = sharedWeight / weight;
      found.unsure = Math.max(found.unsure, likeness);
      if (!free.has(sentence) || (sentence >= first && sentence <= last)) continue;
      found.free = Math.max(found.free, likeness);
      if (sentence >= first - BESIDE && sentence <= last + BESIDE)
        found.freeBeside = Math.max(found.freeBeside, likeness);
    }
    return found;
  };
}

function indexLeftovers({ newer, was, sure }: Alignment): { holders: Holders; free: Set<number> } {
  const holders: Holders = new Map();
  const free = new Set<number>();
  for (let sentence = 0; sentence < newer.sentences.count; sentence++) {
    const first = newer.sentences.first[sentence]!;
    const end = newer.sentences.first[sentence + 1]!;
    let taken = 0;
    let takenSurely = 0;
    for (let at = first; at < end; at++) {
      if (was[at]! < 0) continue;
      taken++;
      if (sure[was[at]!]! >= SURELY) takenSurely++;
    }
    if (takenSurely >= TAKEN * (end - first)) continue;
    if (taken < TAKEN * (end - first)) free.add(sentence);
    for (let at = first; at < end; at++) {
      const id = newer.tokens.ids[at]!;
      const list = holders.get(id) ?? [];
      const last = list.at(-1);
      if (last?.[0] === sentence) last[1]++;
      else list.push([sentence, 1]);
      holders.set(id, list);
    }
  }
  return { holders, free };
}

function countWords({ older }: Alignment, spans: readonly Span[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const span of spans) {
    const [first, end] = tokensOf(older.tokens, span.start, span.end);
    for (let at = first; at < end; at++) {
      const id = older.tokens.ids[at]!;
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return counts;
}
