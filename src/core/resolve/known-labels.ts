// Members of the cast whom a description names by its own words, though it goes back to nobody in view.
import { call, type Member } from './cast.js';
import { countryOfDemonym } from './countries.js';
import { fold } from './name-forms.js';
import { MEDIA_NOUNS } from './nouns.js';
import type { Phrase, Role } from './phrase.js';
import type { Scene } from './scene.js';

/** "the semi-official X news agency": X, where the article also says X alone. */
export function outletNamed(scene: Scene, phrase: Phrase, role: Role): Member | null {
  if (!MEDIA_NOUNS.has(role.head)) return null;
  const { words } = scene.wording;
  for (let at = phrase.first; at < phrase.last; at++) {
    const word = words[at]!;
    if (!word.capital || word.opens || countryOfDemonym(word.text)) continue;
    const known = scene.cast.byForm.get(fold(word.text));
    if (!known || known.kind === 'person' || known.kind === 'place') continue;
    call(scene.cast, known, role.head, role.words);
    known.kind = 'body';
    known.medium ??= role.words.join(' ');
    return known;
  }
  return null;
}

export function sameLabel(scene: Scene, phrase: Phrase): Member | null {
  if (phrase.determiner !== 'none') return null;
  const label = fold(phrase.label);
  for (const member of scene.cast.byCall.get(phrase.roles[0]!.head) ?? [])
    if (fold(member.label) === label && member.names.length === 0 && member.plural) return member;
  return null;
}
