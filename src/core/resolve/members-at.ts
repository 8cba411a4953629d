// Which member of the cast stands at a word of the article.

import type { Member } from './cast.js';
import type { Identified } from './identify.js';
import type { Mention } from './mentions.js';
import { formOf } from './name-forms.js';
import { innerPhrases } from './phrase.js';
import type { MemberAt } from './relays.js';
import type { Wording } from './wording.js';

/** A phrase inside a phrase counts before it: in "the leader of the Guard" the last word is the Guard. */
export function membersByWord(
  wording: Wording,
  mentions: readonly Mention[],
  identified: Identified,
): MemberAt {
  const covering = new Int32Array(wording.words.length).fill(-1);
  const inner = new Map<number, { member: Member; first: number; last: number }>();
  mentions.forEach(({ phrase }, index) => {
    covering.fill(index, phrase.first, phrase.last);
    for (const part of innerPhrases(phrase)) {
      const member =
        part.name.length > 0 ? identified.cast.byForm.get(formOf(part.name).join(' ')) : undefined;
      if (member)
        for (let at = part.first; at < part.last; at++)
          inner.set(at, { member, first: part.first, last: part.last });
    }
  });
  return (at) => {
    const within = inner.get(at);
    if (within) return within;
    const index = covering[at] ?? -1;
    if (index < 0) {
      const pointed = identified.pronounAt(at);
      return pointed ? { member: pointed, first: at, last: at + 1 } : null;
    }
    const member = identified.byMention[index]?.member;
    const { phrase } = mentions[index]!;
    return member ? { member, first: phrase.first, last: phrase.last } : null;
  };
}
