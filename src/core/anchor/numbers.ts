// The numbers of a statement. In casualty lists, score lines and tables they are what tells one line from its neighbour.
import type { Alignment } from './alignment.js';
import type { Run } from './locate-content.js';
import { tokensOf } from './tokens.js';
import type { CarriedStatement } from './version.js';

const HAS_DIGIT = /\p{N}/u;

/** True if a number of the statement is gone from where it is said to stand now, and another stands there. */
export function hasOtherNumbers(alignment: Alignment, statement: CarriedStatement, main: Run): boolean {
  const { older, newer, became, lexicon } = alignment;
  const isNumber = (id: number): boolean => HAS_DIGIT.test(lexicon.forms[id]!);
  let own = 0;
  let kept = 0;
  for (const span of statement.content) {
    const [from, end] = tokensOf(older.tokens, span.start, span.end);
    for (let at = from; at < end; at++) {
      const id = older.tokens.ids[at]!;
      if (!isNumber(id)) continue;
      own++;
      const to = became[at]!;
      if (to >= main.first && to < main.end && newer.tokens.ids[to] === id) kept++;
    }
  }
  return kept < own && newer.tokens.ids.subarray(main.first, main.end).filter(isNumber).length > kept;
}
