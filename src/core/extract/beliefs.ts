// What the role chain believes of one reading: how probable it is as a whole, at its edges, and token by token.
import type { Marginals } from './marginals.js';
import { isContent, isSource, ROLE, ROLE_LABELS } from './roles.js';

export const BELIEFS = 8;

/** Beliefs in a reading that scores `score`, as BELIEFS numbers. */
export function beliefsIn(
  labels: Uint8Array,
  score: number,
  { unary, logPartition }: Marginals,
): Float64Array {
  const { count } = ROLE_LABELS;
  let starts = 1;
  let ends = 1;
  let least = 1;
  let content = 0;
  let contentTokens = 0;
  let contentElsewhere = 0;
  let source = 0;
  let sourceTokens = 0;
  let sourceElsewhere = 0;
  for (let t = 0, at = 0; t < labels.length; t++, at += count) {
    const label = labels[t]!;
    const asContent =
      unary[at + ROLE.contentBegin]! + unary[at + ROLE.contentInside]! + unary[at + ROLE.contentEnd]!;
    if (isContent(label)) {
      contentTokens++;
      content += asContent;
      least = Math.min(least, asContent);
      if (label === ROLE.contentBegin) starts = Math.min(starts, unary[at + label]!);
      if (label === ROLE.contentEnd) ends = Math.min(ends, unary[at + label]!);
      continue;
    }
    contentElsewhere += asContent;
    const asSource = 1 - unary[at]! - asContent;
    if (isSource(label)) {
      sourceTokens++;
      source += asSource;
    } else sourceElsewhere += asSource;
  }
  return Float64Array.of(
    score - logPartition,
    starts,
    ends,
    contentTokens > 0 ? content / contentTokens : 0,
    least,
    content / (contentTokens + contentElsewhere + 1e-6),
    sourceTokens > 0 ? source / sourceTokens : -1,
    sourceElsewhere,
  );
}
