// "The country's", "the nation's": the country the article is about, as one of the cast.
import { addMember, addName, type Member } from './cast.js';
import { fold } from './name-forms.js';
import type { Phrase } from './phrase.js';
import type { Scene } from './scene.js';

/** "The country's Defence Ministry": the country the article is about. */
export const ownedByCountry = (phrase: Phrase): boolean =>
  phrase.owner?.name.length === 0 && /^(?:country|nation|state)$/.test(phrase.owner.roles[0]?.head ?? '');

export function countryMember(scene: Scene): Member | null {
  const country = scene.country();
  if (!country) return null;
  const known = scene.cast.byForm.get(fold(country.name));
  if (known) return known;
  const member = addMember(scene.cast, 'place', 0);
  addName(scene.cast, member, country.name.split(' '));
  return member;
}
