// Older sentences that stand in the older or in the newer text twice within a short way, word for word: where one of ten is cut,
// each of the others is nine parts in ten sure to be itself, and that is not enough.
import { mix } from '../duplicates/hash.js';
import type { Alignment } from './alignment.js';
import type { Reading } from './weights.js';

/** Farther apart than this, in sentences, two are told apart by what stands around them. */
const FAR = 15;

export function findTwins({ older, newer }: Alignment): Set<number> {
  const hashes = hashSentences(older);
  const crowded = [crowdedIn(hashes), crowdedIn(hashSentences(newer))];
  const twins = new Set<number>();
  for (const [sentence, hash] of hashes.entries())
    if (crowded.some((set) => set.has(hash))) twins.add(sentence);
  return twins;
}

/** The hashes that come twice within a short way. */
function crowdedIn(hashes: readonly number[]): Set<number> {
  const last = new Map<number, number>();
  const crowded = new Set<number>();
  for (const [sentence, hash] of hashes.entries()) {
    if (sentence - (last.get(hash) ?? -Infinity) <= FAR) crowded.add(hash);
    last.set(hash, sentence);
  }
  return crowded;
}

/**
 * Older sentences that have an equal anywhere, in either text, and that left their place without a neighbour that went
 * with them: which of the equals they became cannot be told.
 */
export function findLonelyTwins({ older, newer, became, moved }: Alignment): Set<number> {
  const [there, now] = [hashSentences(older), hashSentences(newer)];
  const [oftenThere, oftenNow] = [countEach(there), countEach(now)];
  const lonely = new Set<number>();
  for (const [sentence, hash] of there.entries()) {
    const first = older.sentences.first[sentence]!;
    if (moved[first] === 0 || became[first]! < 0) continue;
    if (oftenThere.get(hash)! < 2 && (oftenNow.get(hash) ?? 0) < 2) continue;
    const to = newer.sentences.of[became[first]!]!;
    const isBeside = [-1, 1].some((step) => {
      const [left, right] = [there[sentence + step], now[to + step]];
      return left !== undefined && left === right;
    });
    if (!isBeside) lonely.add(sentence);
  }
  return lonely;
}

function countEach(hashes: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  return counts;
}

function hashSentences({ tokens, sentences }: Reading): number[] {
  const hashes: number[] = [];
  for (let sentence = 0; sentence < sentences.count; sentence++) {
    let hash = 0;
    for (let at = sentences.first[sentence]!; at < sentences.first[sentence + 1]!; at++)
      hash = mix(hash, tokens.ids[at]!);
    hashes.push(hash);
  }
  return hashes;
}
