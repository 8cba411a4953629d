// Pairs the words between the anchors, each as surely as its surroundings allow.
import { type Alignment, likenessOf, link } from './alignment.js';
import { fitWords } from './fit.js';
import type { Pair } from './pairs.js';
import { pairByPosterior } from './posterior.js';
import { regionsBetween } from './regions.js';
import type { Reading } from './weights.js';

const MOST_CELLS_IN_ONE = 2_500_000;
const MOST_CELLS_IN_ALL = 80_000_000;

export function pairWords(alignment: Alignment, anchors: readonly Pair[], fits: Float64Array): void {
  const claims = new Map<number, { from: number; sure: number }[]>();
  let cells = 0;
  for (const region of regionsBetween(alignment.older, alignment.newer, anchors)) {
    const rows = tokensIn(alignment.older, region.older);
    const columns = tokensIn(alignment.newer, region.newer);
    if (rows.length === 0 || columns.length === 0) continue;
    if (isSameRun(alignment, rows, columns)) {
      for (const [at, from] of rows.entries()) claim(claims, columns[at]!, from, 1);
      continue;
    }
    const size = rows.length * columns.length;
    if (size > MOST_CELLS_IN_ONE || cells + size > MOST_CELLS_IN_ALL) continue;
    cells += size;
    const fit = fitWords(
      alignment.lexicon,
      fits,
      idsAt(alignment.older, rows),
      idsAt(alignment.newer, columns),
    );
    const pairing = pairByPosterior(rows.length, columns.length, fit, {
      rows: seamsAt(alignment.older, rows),
      columns: seamsAt(alignment.newer, columns),
    });
    for (const [at, from] of rows.entries())
      if (pairing.column[at]! >= 0 && pairing.sure[at]! > 0.05)
        claim(claims, columns[pairing.column[at]!]!, from, pairing.sure[at]!);
  }
  settleClaims(alignment, claims);
}

function claim(
  claims: Map<number, { from: number; sure: number }[]>,
  to: number,
  from: number,
  sure: number,
): void {
  const others = claims.get(to);
  if (others === undefined) claims.set(to, [{ from, sure }]);
  else others.push({ from, sure });
}

/** A newer sentence beside the seam of a moved block may be claimed from both sides; neither gets it unless one clearly fits. */
function settleClaims(alignment: Alignment, claims: Map<number, { from: number; sure: number }[]>): void {
  const strength = new Map<number, number>();
  const of = (from: number, to: number): number =>
    alignment.older.sentences.of[from]! * alignment.newer.sentences.count + alignment.newer.sentences.of[to]!;
  for (const [to, all] of claims)
    for (const { from, sure } of all)
      strength.set(of(from, to), (strength.get(of(from, to)) ?? 0) + sure * likenessOf(alignment, from, to));
  for (const [to, all] of claims) {
    const ranked = [...all].sort((a, b) => strength.get(of(b.from, to))! - strength.get(of(a.from, to))!);
    const [first, second] = ranked;
    if (second !== undefined && strength.get(of(second.from, to))! > 0.5 * strength.get(of(first!.from, to))!)
      continue;
    link(alignment, first!.from, to, first!.sure);
  }
}

function tokensIn(reading: Reading, sentences: readonly number[]): Int32Array {
  const tokens: number[] = [];
  for (const sentence of sentences)
    for (let at = reading.sentences.first[sentence]!; at < reading.sentences.first[sentence + 1]!; at++)
      tokens.push(at);
  return Int32Array.from(tokens);
}

const idsAt = (reading: Reading, tokens: Int32Array): Int32Array =>
  tokens.map((at) => reading.tokens.ids[at]!);

const seamsAt = (reading: Reading, tokens: Int32Array): Uint8Array =>
  Uint8Array.from(tokens, (at) => (reading.sentences.first[reading.sentences.of[at]!] === at ? 1 : 0));

function isSameRun(alignment: Alignment, rows: Int32Array, columns: Int32Array): boolean {
  return (
    rows.length === columns.length &&
    rows.every((from, at) => alignment.older.tokens.ids[from] === alignment.newer.tokens.ids[columns[at]!])
  );
}
