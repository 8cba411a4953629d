// Where a string occurs, overlapping ones included, in time linear in both (Knuth, Morris, Pratt): five million
// quotation marks must not take a day.

/** The offsets, in order; at most `most` of them. */
export function occurrences(text: string, sought: string, most = 100_000): number[] {
  if (sought === '') return [];
  const fallback = fallbacks(sought);
  const found: number[] = [];
  let matched = 0;
  for (let at = 0; at < text.length && found.length < most; at++) {
    const unit = text.charCodeAt(at);
    while (matched > 0 && sought.charCodeAt(matched) !== unit) matched = fallback[matched - 1]!;
    if (sought.charCodeAt(matched) === unit) matched++;
    if (matched === sought.length) {
      found.push(at + 1 - matched);
      matched = fallback[matched - 1]!;
    }
  }
  return found;
}

/** For each prefix the length of its longest proper prefix that also ends it. */
function fallbacks(sought: string): Int32Array {
  const lengths = new Int32Array(sought.length);
  let length = 0;
  for (let at = 1; at < sought.length; at++) {
    while (length > 0 && sought.charCodeAt(at) !== sought.charCodeAt(length)) length = lengths[length - 1]!;
    if (sought.charCodeAt(at) === sought.charCodeAt(length)) length++;
    lengths[at] = length;
  }
  return lengths;
}
