// Who a phrase with a name in it means; a name may also say whose document it is, or where somebody is from.
import { antecedent, type Found, nobody, type Viewpoint } from './antecedents.js';
import { describe, type Member } from './cast.js';
import { countryOfDemonym } from './countries.js';
import { isDocumentNoun } from './descriptions.js';
import { oneOfSeveral } from './namesakes.js';
import { MEDIA_NOUNS, NATIVES } from './nouns.js';
import { ownedByCountry } from './own-country.js';
import type { Phrase } from './phrase.js';
import { hatsOf, ownedDocument, ownerOf } from './referents.js';
import type { Scene } from './scene.js';

export function byName(scene: Scene, at: number, view: Viewpoint): Found {
  const naming = scene.namings.get(at);
  const { phrase } = scene.mentions[at]!;
  if (!naming) return nobody;
  const document = documentNamed(scene, phrase, view);
  if (document) return document;
  const native = nativeOf(scene, phrase, view);
  if (native) return native;
  const found = naming.member
    ? { member: naming.member, confidence: 1, others: [] }
    : oneOfSeveral(scene, phrase, naming.several, view);
  if (found.member) {
    describe(scene.cast, found.member, phrase, hatsOf(scene, phrase, view, found.member));
    if (phrase.owner && found.member.kind !== 'person') ownBody(scene, found.member, phrase, view);
  }
  return found;
}

/** Keeps whose the body is: "Nation's Defence Ministry", and "the country's" by its adjective. */
function ownBody(scene: Scene, member: Member, phrase: Phrase, view: Viewpoint): void {
  if (member.labelOwner) return;
  member.labelOwner = ownerOf(scene, phrase, view);
  if (ownedByCountry(phrase)) member.prefix = scene.country()?.adjective ?? null;
}

/** "the Italian": whoever is in view, not a country. */
function nativeOf(scene: Scene, phrase: Phrase, view: Viewpoint): Found | null {
  const [word = ''] = phrase.name;
  if (
    phrase.determiner !== 'definite' ||
    phrase.name.length !== 1 ||
    !(countryOfDemonym(word) || NATIVES.has(word.toLowerCase()))
  )
    return null;
  const found = antecedent(scene.cast, scene.narrative, view, (member) =>
    member.kind === 'person' && !member.plural ? 1 : 0,
  );
  return found.member ? { ...found, confidence: found.confidence * 0.85 } : null;
}

/** "a report by Agency X" and the like name a body; the words are its words. */
function documentNamed(scene: Scene, phrase: Phrase, view: Viewpoint): Found | null {
  const role = phrase.roles.find(({ head }) => head !== '');
  return role && isDocumentNoun(role.head) && !MEDIA_NOUNS.has(role.head) && phrase.owner
    ? ownedDocument(scene, phrase, role, view)
    : null;
}
