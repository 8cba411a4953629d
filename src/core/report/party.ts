// Whom a statement is counted under: its speaker, and the side that speaker stands on.
import { type Origin, originKey } from '../evidence.js';
import type { Speaker } from '../statement.js';

export const OWN_VOICE = 'the publisher’s own voice';
export const NO_NAME = 'unnamed sources';

/** The body a speaker speaks for; whoever speaks for nobody else is a party alone. */
export function partyOf(speaker: Speaker): string {
  switch (speaker.type) {
    case 'publisher':
      return OWN_VOICE;
    case 'anonymous':
      return speaker.affiliation ?? NO_NAME;
    case 'organization':
    case 'group':
    case 'document':
    case 'person':
      return speaker.affiliation ?? speaker.name;
  }
}

type Named = Origin;

/**
 * One key for one person or body over all of `named`, however the name is written: a name without a registry entry is
 * the entry of that name, where another has one.
 */
export function keyOfName(named: Iterable<Named>): (one: Named) => string {
  const registered = new Map<string, string>();
  for (const one of named) {
    const bare = originKey({ name: one.name, speakerId: null });
    if (one.speakerId && !registered.has(bare)) registered.set(bare, originKey(one));
  }
  return (one) => {
    const key = originKey(one);
    return registered.get(key) ?? key;
  };
}

/** The same for speakers; unnamed sources stay apart from bodies that happen to be called alike. */
export function keyOfSpeaker(
  speakers: Iterable<Named & Pick<Speaker, 'type'>>,
): (speaker: Named & Pick<Speaker, 'type'>) => string {
  const keyOf = keyOfName(namedAmong(speakers));
  return (speaker) =>
    speaker.type === 'anonymous'
      ? `anonymous:${originKey({ name: speaker.name, speakerId: null })}`
      : keyOf(speaker);
}

function* namedAmong(speakers: Iterable<Named & Pick<Speaker, 'type'>>): Iterable<Named> {
  for (const speaker of speakers) if (speaker.type !== 'anonymous') yield speaker;
}

export const partyKey = (party: string): string => originKey({ name: party, speakerId: null });

/** "spokesman, Harbour Authority", or null when the article gives neither. */
export function aboutSpeaker(speaker: Pick<Speaker, 'type' | 'role' | 'affiliation'>): string | null {
  const hat = [speaker.role, speaker.affiliation].filter((part) => part !== null).join(', ');
  if (hat !== '') return hat;
  switch (speaker.type) {
    case 'publisher':
      return 'in its own voice';
    case 'anonymous':
      return 'not named';
    case 'organization':
    case 'group':
    case 'document':
      return speaker.type;
    case 'person':
      return null;
  }
}
