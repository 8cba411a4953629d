// A member of the cast as a statement's speaker: name, type, and the hat worn, in the article's words.
import type { Speaker, SpeakerType } from '../statement.js';
import { anonymityOf, withheld } from './anonymity.js';
import type { Found } from './antecedents.js';
import { calling, nameOf } from './callings.js';
import { type Hat, isRelative, type Member } from './cast.js';
import { genderOfFirstName } from './first-names.js';
import { fold, isHonorific } from './name-forms.js';
import { BODY_NOUNS, isPersonNoun, SOURCE_NOUNS } from './nouns.js';

const FAMILY =
  /^(?:father|mother|brother|sister|son|daughter|husband|wife|uncle|aunt|nephew|niece|cousin|grand\w+|widow|widower|parents)$/;

/** `sentence` gives the text in which the source stands, for what it says about anonymity. */
export function speakerOf(found: Found, sentence: () => string): Speaker {
  const { member } = found;
  if (!member)
    return {
      name: 'unnamed',
      type: 'anonymous',
      role: null,
      affiliation: null,
      anonymity: { reason: null, number: 'unknown' },
    };
  const type = typeOf(member, sentence);
  const hat = hatOf(member);
  const name = calling(member);
  const candidates = found.others.map(calling).filter((other) => other !== name);
  const speaker: Speaker = {
    name,
    type,
    role: roleOf(member, hat, type),
    affiliation: affiliationOf(member, hat, type),
  };
  return {
    ...speaker,
    ...(type === 'anonymous'
      ? { anonymity: anonymityOf(member.label || name, member.plural, sentence()) }
      : {}),
    ...(candidates.length > 0 ? { candidates: [name, ...candidates] } : {}),
  };
}

function typeOf(member: Member, sentence: () => string): SpeakerType {
  switch (member.kind) {
    case 'document':
      return 'document';
    case 'body':
      return member.movement && member.names.length > 0 && nameOf(member).split(' ').length === 1
        ? 'group'
        : 'organization';
    case 'place':
      return 'organization';
    case 'group':
      return isSource(member) || withheld(sentence()) ? 'anonymous' : 'group';
    case 'person':
      return member.names.length === 0 && withheld(sentence()) ? 'anonymous' : personType(member);
    case 'unknown':
      return isGivenName(nameOf(member)) ? 'person' : 'organization';
  }
}

/** A single name nobody has introduced is a firm's or a body's, unless it is one people are given. */
const isGivenName = (name: string): boolean =>
  genderOfFirstName(fold(name)) !== null || /^\p{Lo}/u.test(name);

const isSource = (member: Member): boolean =>
  [...member.calls.keys()].some((noun) => SOURCE_NOUNS.has(noun)) ||
  /\b(?:knowledge|familiar|briefed|close to)\b/i.test(member.label);

function personType(member: Member): SpeakerType {
  if (member.names.length > 0) return 'person';
  if (member.unnamed) return 'anonymous';
  return member.labelOwner &&
    !FAMILY.test(member.hats[0]?.head ?? '') &&
    member.hats.some((hat) => isRelative(hat.head))
    ? 'anonymous'
    : 'person';
}

/** The hat that says most: an office before a relation. */
function hatOf(member: Member): Hat | null {
  const named = member.hats.filter((hat) => hat.head !== '');
  const office = named.find(
    ({ head }) => isPersonNoun(head) && !FAMILY.test(head) && head !== 'colleague' && !isHonorific(head),
  );
  return office ?? named[0] ?? member.hats[0] ?? null;
}

const RANK =
  /^(?:det|insp|capt|maj|gen|col|lt|sgt|cpl|cmdr|cdr|adm|brig|const|supt|pc|dc|di|dci|sen|rep|gov)$/;

const NO_ROLE = /^(?:sources?|people|persons?|insiders?|man|woman|one|another|others)$/i;

function roleOf(member: Member, hat: Hat | null, type: SpeakerType): string | null {
  if (type !== 'person' && type !== 'anonymous')
    return type === 'group' && hat && member.names.length === 0 ? hat.text || null : null;
  if (hat?.text) return NO_ROLE.test(hat.text) ? null : hat.text;
  const ranks = [...member.calls.keys()].filter((noun) => RANK.test(noun));
  return ranks.length > 0 ? ranks.join(' ') : null;
}

/** "long the Kremlin's closest partner": on whose side, and nobody's employee. */
const SIDES = /^(?:partner|ally|friend|critic|opponent|rival|enemy|foe|supporter|admirer|challenger)$/;

function affiliationOf(member: Member, hat: Hat | null, type: SpeakerType): string | null {
  if (type === 'person' || type === 'anonymous' || type === 'group') {
    const bodied =
      member.hats.find(
        (known) =>
          known.owner && known.owner.kind !== 'person' && known.owner !== member && !SIDES.test(known.head),
      ) ?? null;
    const own = hat?.owner && hat.owner.kind !== 'person' ? hat : bodied;
    if (own?.owner)
      return own.owner.prefix && own.owner.kind === 'place'
        ? `${own.owner.prefix} government`
        : calling(own.owner);
    return hat?.body ?? member.hats.find((known) => known.body)?.body ?? null;
  }
  if (member.prefix) return `${member.prefix} government`;
  const owner = member.labelOwner;
  return owner && owner !== member
    ? nameOf(owner) || owner.label || null
    : hat && BODY_NOUNS.has(hat.head)
      ? hat.body
      : null;
}
