// Somebody described for the first time, who joins the cast by that description.
import { addMember, addName, call, type Hat, type Member, type MemberKind } from './cast.js';
import { isKin } from './kin.js';
import { bareTitle } from './name-forms.js';
import {
  BODY_NOUNS,
  genderOfNoun,
  isPersonNoun,
  isPersonPlural,
  MEDIA_NOUNS,
  MOVEMENT_NOUNS,
} from './nouns.js';
import { ownedByCountry } from './own-country.js';
import type { Phrase, Role } from './phrase.js';
import type { Scene } from './scene.js';

export function newcomer(scene: Scene, phrase: Phrase, role: Role, owner: Member | null, hat: Hat): Member {
  const kind = kindOfHead(scene, role, phrase);
  const member = addMember(scene.cast, kind, phrase.first);
  member.plural = phrase.plural && kind !== 'body';
  const office = kind === 'body' && ofOffice(phrase);
  member.label = office ? `${phrase.owner!.label}'s ${phrase.label}` : phrase.label;
  member.labelOwner = office ? null : owner;
  member.unnamed = kind !== 'body' && phrase.determiner !== 'definite' && !phrase.owner;
  member.gender = genderOfNoun(role.head);
  member.movement = MOVEMENT_NOUNS.has(role.head);
  if (MEDIA_NOUNS.has(role.head)) member.medium = role.words.join(' ');
  member.hats.push(hat);
  call(scene.cast, member, role.head, role.words);
  if (ownedByCountry(phrase)) member.prefix = scene.country()?.adjective ?? null;
  if (phrase.proper && kind === 'body') addName(scene.cast, member, phrase.label.split(' '));
  if (isKin(role.head) && owner) call(scene.cast, member, role.head, [bareTitle(role.head)]);
  return member;
}

/** "the governor's press service": the office's, whoever holds it. */
const ofOffice = ({ owner }: Phrase): boolean =>
  owner !== null && owner.name.length === 0 && !owner.pronoun && isPersonNoun(owner.roles[0]?.head ?? '');

function kindOfHead(scene: Scene, role: Role, phrase: Phrase): MemberKind {
  const noun = role.words[role.words.length - 1] ?? '';
  if (isPersonPlural(noun)) return BODY_NOUNS.has(noun) ? 'body' : 'group';
  if (phrase.plural && !BODY_NOUNS.has(role.head)) return 'group';
  if (BODY_NOUNS.has(role.head) || MEDIA_NOUNS.has(role.head)) return 'body';
  return isPersonNoun(role.head) || !isThing(scene, phrase) ? 'person' : 'body';
}

/** "the dairy that owns the truck": of a person we would say "who". */
function isThing({ wording: { words } }: Scene, { first, last }: Phrase): boolean {
  for (let at = first + 1; at < last; at++)
    if (words[at]!.lower === 'that' || words[at]!.lower === 'which') return words[at - 1]!.kind === 'word';
  return false;
}
