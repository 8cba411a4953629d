// An outlet that cites somebody passes their words on: "the agency said, citing the coast guard, that …" is the coast
// guard speaking through the agency.

import type { Attribution } from '../statement.js';
import type { Found } from './antecedents.js';
import type { Member } from './cast.js';
import { quotesAsSaying } from './messengers.js';
import { CITING, isOutlet, type MemberAt } from './relays.js';
import { type Layout, type Scope, scopeOf } from './scope.js';
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
    if (!member || !(isOutlet(member) || member.kind === 'person')) return;
    const cue = attributions[index]!.cue[0];
    if (
      member.kind === 'person' &&
      !(cue && CITING.has(wording.text.slice(cue.start, cue.end).toLowerCase()))
    )
      return;
    const scope = scopeOf(wording, attributions, layout, index);
    if (member.kind === 'person') {
      const verb = scope.cue.first;
      const quoted = quotesAsSaying(wording.words, verb, scope.last) ? memberAt(verb + 1)?.member : null;
      if (quoted && quoted !== member) cited.set(index, { member: quoted, confidence: 0.85, others: [] });
      return;
    }
    const through = carriedSpeaker(wording, scope, member, memberAt);
    if (through) {
      cited.set(index, { member: through, confidence: 0.85, others: [] });
      return;
    }
    for (let at = scope.first; at < scope.last - 1; at++) {
      if (!CITING.has(wording.words[at]!.lower) || !(scope.holds(at) || at < scope.cue.last)) continue;
      const target = memberAt(at + 1)?.member ?? null;
      if (!target || target === member || target.kind === 'place') continue;
      cited.set(index, { member: target, confidence: 0.9, others: [] });
      return;
    }
  });
  return cited;
}

/** "according to Roe, as reported by the outlet", "the note, as published by the outlet, says": whom the outlet carried. */
function carriedSpeaker({ words }: Wording, scope: Scope, outlet: Member, memberAt: MemberAt): Member | null {
  for (let at = scope.first + 1; at < scope.last - 2; at++) {
    if (
      words[at]!.lower !== 'as' ||
      !/^(?:reported|published|quoted|cited|carried|aired)$/.test(words[at + 1]!.lower)
    )
      continue;
    if (words[at + 2]!.lower !== 'by' || memberAt(at + 3)?.member !== outlet) continue;
    for (let back = at - 1; back >= Math.max(scope.first, at - 6); back--) {
      const target = memberAt(back)?.member;
      if (target && target !== outlet && target.kind !== 'place') return target;
    }
  }
  return null;
}
