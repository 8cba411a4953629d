// An outlet that cites somebody passes their words on: "the agency said, citing the coast guard, that …" is the coast
// guard speaking through the agency.

import type { Attribution } from '../statement.js';
import type { Found } from './antecedents.js';
import { CITING, isOutlet, type MemberAt } from './relays.js';
import { type Layout, scopeOf } from './scope.js';
import type { Wording } from './wording.js';

/** Whom each outlet's statement cites; statements that cite nobody are left out. */
export function citedSpeakers(
  wording: Wording,
  attributions: readonly Attribution[],
  layout: Layout,
  found: readonly Found[],
  memberAt: MemberAt,
): Map<number, Found> {
  const cited = new Map<number, Found>();
  attributions.forEach((_, index) => {
    const { member } = found[index]!;
    if (!member || !isOutlet(member)) return;
    const scope = scopeOf(wording, attributions, layout, index);
    for (let at = scope.first; at < scope.last - 1; at++) {
      if (!CITING.test(wording.words[at]!.lower) || !(scope.holds(at) || at < scope.cue.last)) continue;
      const target = memberAt(at + 1)?.member ?? null;
      if (!target || target === member || target.kind === 'place') continue;
      cited.set(index, { member: target, confidence: 0.9, others: [] });
      return;
    }
  });
  return cited;
}
