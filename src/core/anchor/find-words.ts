// Whether a statement's very words stand somewhere in the newer text where they did not come from the same words:
// "the bridge was closed", said by another now, while its old place says it is open.
import type { Alignment } from './alignment.js';
import { tokensOf } from './tokens.js';
import type { CarriedStatement } from './version.js';

const FEWEST_WORDS = 3;
/** A run whose rarest word is commoner than this is not looked for, so that time stays bounded. */
const MOST_PLACES = 200;
/** Longer runs are known by their first words. */
const LONGEST_RUN = 40;

export function findWords(alignment: Alignment): (statement: CarriedStatement) => boolean {
  const { older, newer, was, lexicon } = alignment;
  const places = placesOf(newer.tokens.ids, lexicon.forms.length);
  return (statement) =>
    statement.content.some((span) => {
      let [from, end] = tokensOf(older.tokens, span.start, span.end);
      while (from < end && lexicon.isWord[older.tokens.ids[from]!] === 0) from++;
      while (end > from && lexicon.isWord[older.tokens.ids[end - 1]!] === 0) end--;
      const run = older.tokens.ids.subarray(from, Math.min(end, from + LONGEST_RUN));
      return run.length >= FEWEST_WORDS && startsOf(run).some((start) => !cameFromLike(run, start));
    });

  function startsOf(run: Int32Array): number[] {
    let rarest = 0;
    for (let at = 1; at < run.length; at++)
      if (places.count(run[at]!) < places.count(run[rarest]!)) rarest = at;
    if (places.count(run[rarest]!) > MOST_PLACES) return [];
    return places
      .of(run[rarest]!)
      .map((place) => place - rarest)
      .filter((start) => start >= 0 && run.every((id, at) => newer.tokens.ids[start + at] === id));
  }

  /** True if the newer words came from older ones that read the same. */
  function cameFromLike(run: Int32Array, start: number): boolean {
    return run.every((id, at) => {
      const from = was[start + at]!;
      return from >= 0 && older.tokens.ids[from] === id;
    });
  }
}

interface Places {
  readonly count: (id: number) => number;
  readonly of: (id: number) => number[];
}

function placesOf(ids: Int32Array, forms: number): Places {
  const first = new Int32Array(forms + 1);
  for (const id of ids) first[id + 1] = first[id + 1]! + 1;
  for (let id = 0; id < forms; id++) first[id + 1] = first[id + 1]! + first[id]!;
  const next = first.slice();
  const places = new Int32Array(ids.length);
  for (const [at, id] of ids.entries()) {
    places[next[id]!] = at;
    next[id] = next[id]! + 1;
  }
  return {
    count: (id) => first[id + 1]! - first[id]!,
    of: (id) => [...places.subarray(first[id]!, first[id + 1]!)],
  };
}
