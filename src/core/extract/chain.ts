// Labels of a linear chain, and which of them may follow which.

export interface Labels {
  readonly count: number;
  /** from * count + to → whether `to` may follow `from`. */
  readonly allowed: Uint8Array;
  readonly mayStart: Uint8Array;
  readonly mayEnd: Uint8Array;
  /** Pairs [from, to] that are allowed, flattened. */
  readonly pairs: Uint8Array;
}

export function makeLabels(
  follow: readonly (readonly number[])[],
  start: readonly number[],
  end: readonly number[],
): Labels {
  const count = follow.length;
  const allowed = new Uint8Array(count * count);
  const pairs: number[] = [];
  follow.forEach((nexts, from) => {
    for (const to of nexts) {
      allowed[from * count + to] = 1;
      pairs.push(from, to);
    }
  });
  const flags = (labels: readonly number[]): Uint8Array =>
    Uint8Array.from({ length: count }, (_, label) => (labels.includes(label) ? 1 : 0));
  return { count, allowed, mayStart: flags(start), mayEnd: flags(end), pairs: Uint8Array.from(pairs) };
}
