// Headlines say in short what the body says in full: whose words a heading gives is read off the statement it echoes.
import type { Attribution } from '../statement.js';
import type { Range } from './scope.js';
import type { Wording } from './wording.js';

const COMMON = new Set(
  'the a an of in on at to and or for from with by is are was were be has have had it its as that this not no'.split(
    ' ',
  ),
);
const ENOUGH = 0.34;

/** Index of the attribution in the body whose content the heading's repeats most, or -1. */
export function echoOf(
  wording: Wording,
  attributions: readonly Attribution[],
  contents: readonly (readonly Range[])[],
  index: number,
  inHeading: (index: number) => boolean,
): number {
  const own = wordsOf(wording, contents[index]!);
  if (own.size === 0) return -1;
  let best = -1;
  let most = ENOUGH;
  for (let other = 0; other < attributions.length; other++) {
    if (other === index || inHeading(other)) continue;
    const theirs = wordsOf(wording, contents[other]!);
    let shared = 0;
    for (const word of own) if (theirs.has(word)) shared++;
    const ratio = shared / own.size;
    if (ratio > most) {
      most = ratio;
      best = other;
    }
  }
  return best;
}

function wordsOf({ words }: Wording, ranges: readonly Range[]): Set<string> {
  const found = new Set<string>();
  for (const [first, last] of ranges)
    for (let at = first; at < last; at++)
      if (words[at]!.kind === 'word' && !COMMON.has(words[at]!.lower)) found.add(words[at]!.lower);
  return found;
}
