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
