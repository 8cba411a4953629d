// The body a role is held in, where the role's own words say it: "army spokeswoman", "Commission president".
import { nameOf } from './callings.js';
import type { Cast, Member } from './cast.js';
import { fold, formOf } from './name-forms.js';
import { BODY_NOUNS, isPersonNoun } from './nouns.js';
import type { Role } from './phrase.js';
import type { Scene } from './scene.js';

/** "FAA chief", "Upton Rovers manager": a role that begins with the name of a body of the article. */
export function namedWithin({ cast }: Scene, role: Role): string | null {
  if (!isPersonNoun(role.head)) return null;
  const words = role.text.split(' ');
  for (let count = words.length - 1; count > 0; count--) {
    const known =
      cast.byForm.get(formOf(words.slice(0, count)).join(' ')) ?? acronymOf(cast, words.slice(0, count));
    if (known?.kind === 'body' && /^\p{Lu}/u.test(words[0]!)) return nameOf(known);
  }
  return null;
}

const acronymOf = (cast: Cast, words: readonly string[]): Member | undefined =>
  words.length === 1 && /^\p{Lu}{2,6}$/u.test(words[0]!)
    ? cast.byWord.get(`initials:${fold(words[0]!)}`)?.[0]
    : undefined;

/** "Commission" in "Commission president", by its full name where the article has one. */
export function fullBody(scene: Scene, body: string | null): string | null {
  if (!body || body.includes(' ')) return body;
  const named = (scene.cast.byCall.get(body.toLowerCase()) ?? []).filter(
    ({ kind, names }) => kind === 'body' && names.length > 0,
  );
  return named.length === 1 ? nameOf(named[0]!) : body;
}

/** "army spokeswoman", "Security Council president": the body said before the role. */
export function bodyWithin(role: Role): string | null {
  if (!isPersonNoun(role.head)) return null;
  const words = role.text.split(' ');
  for (let at = words.length - 2; at >= 0; at--) {
    const word = words[at]!.toLowerCase();
    if (BODY_NOUNS.has(word) && !/^(?:state|district|staff)$/.test(word))
      return words.slice(0, at + 1).join(' ');
  }
  return null;
}

/** "Kenyan Red Cross spokeswoman": capitals before a role that has none name a body, which is no government. */
export const capitalsBefore = (role: string): string | null =>
  role.match(/^((?:\p{Lu}[\p{L}.’'-]*\s+)+)\p{Ll}[\p{L}-]*$/u)?.[1]?.trim() ?? null;
