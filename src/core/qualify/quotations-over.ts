// Which quotations a span touches, looked up by halving, so that long articles stay cheap.
import type { Quotation } from '../extract/quotations.js';
import { overlaps, type Span } from '../span.js';
import { firstStartingFrom } from '../span-search.js';

/** Outermost quotations that overlap a span. They are in text order, and do not overlap one another. */
export function quotationsOver(quotations: readonly Quotation[], span: Span): Quotation[] {
  const low = firstStartingFrom(quotations, span.start);
  const found: Quotation[] = [];
  for (let at = low - 1; at >= 0 && at >= low - LOOK_BACK; at--) {
    if (quotations[at]!.depth === 0 && overlaps(quotations[at]!, span)) found.push(quotations[at]!);
  }
  for (let at = low; at < quotations.length && quotations[at]!.start < span.end; at++) {
    if (quotations[at]!.depth === 0) found.push(quotations[at]!);
  }
  return found;
}

/** Quotations nested in the one that a span lies in stand between the two in text order. */
const LOOK_BACK = 12;
