// What to call a member of the cast: the fullest name, or a description with whose it is.
import type { Member } from './cast.js';

/** The fullest name, without title; of two as long, the first printed. */
function fullName(member: Member): readonly string[] {
  let best: readonly string[] = [];
  let length = 0;
  member.names.forEach((name, at) => {
    const form = member.forms[at]!;
    if (form.length > length || (form.length === length && name.length > best.length)) {
      best = name;
      length = form.length;
    }
  });
  return best;
}

export const nameOf = (member: Member): string =>
  fullName(member)
    .join(' ')
    .replace(/^[Tt]he /, '');

/** How to call a member that may have no name: "foreign ministry", "Thiri's husband". */
export function calling(member: Member): string {
  const name = nameOf(member) || member.label;
  if (member.prefix) return `${member.prefix} ${name}`;
  const owner = member.labelOwner;
  if (!owner || owner === member) return name || 'unnamed';
  if (nameOf(member) && (owner.kind !== 'place' || !OF_STATE.test(name))) return name;
  return owned(owner, name);
}

const OF_STATE =
  /\b(?:ministry|department|army|navy|air force|police|parliament|senate|court|government|cabinet|presidency|council|office|commission|embassy|directorate|forces?|coast guard|central bank)$/i;

/** "Nation's army"; a country of the atlas gives its adjective only where the text did not name it itself. */
const owned = (owner: Member, name: string): string => {
  const holder = nameOf(owner) || owner.label;
  if (!holder) return name;
  return owner.plural && holder.endsWith('s') ? `${holder}' ${name}` : `${holder}'s ${name}`;
};
