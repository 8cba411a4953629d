// Nesting: which attribution stands inside the content of which, by index in one list in text order.
import { contains } from '../span.js';
import type { Attribution } from '../statement.js';

const startOf = ({ content }: Attribution): number => content[0]!.start;
const endOf = ({ content }: Attribution): number => content.at(-1)!.end;

/** In text order, the outer before the inner. */
export const inTextOrder = (a: Attribution, b: Attribution): number =>
  startOf(a) - startOf(b) || endOf(b) - endOf(a);

/** Says of each attribution inside whose content it stands, cue and content both. They must be in text order. */
export function nested(attributions: readonly Attribution[]): Attribution[] {
  const open: number[] = [];
  return attributions.map((attribution, index) => {
    while (open.length > 0 && endOf(attributions[open.at(-1)!]!) <= startOf(attribution)) open.pop();
    let within: number | undefined;
    for (let at = open.length - 1; at >= Math.max(0, open.length - DEEPEST) && within === undefined; at--) {
      if (holds(attributions[open[at]!]!, attribution)) within = open[at];
    }
    open.push(index);
    return within === undefined ? attribution : { ...attribution, within };
  });
}

/** Looked through at most, so that any input takes bounded time. */
const DEEPEST = 12;

function holds(outer: Attribution, inner: Attribution): boolean {
  const spans = [...inner.content, ...inner.cue];
  return inner.cue.length > 0 && spans.every((span) => outer.content.some((own) => contains(own, span)));
}

/** The attributions that `keep` keeps, with `within` counted anew. */
export function keepAttributions(
  attributions: readonly Attribution[],
  keep: (attribution: Attribution) => boolean,
): Attribution[] {
  const place = new Map<number, number>();
  const kept = attributions.filter((attribution, at) => {
    const stays = keep(attribution);
    if (stays) place.set(at, place.size);
    return stays;
  });
  return kept.map(({ within, ...attribution }) => {
    const outer = within === undefined ? undefined : place.get(within);
    return outer === undefined ? attribution : { ...attribution, within: outer };
  });
}
