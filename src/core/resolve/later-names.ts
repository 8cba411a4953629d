// "The ferryman … His name is Jan Roe": somebody described first and named in a sentence of its own.
import type { Member } from './cast.js';
import type { Scene } from './scene.js';

const POSSESSIVE = /^(?:his|her)$/;
const NAME = /^(?:name|names|surname)$/;
const IS = /^(?:is|was)$/;

/** Those without a name whom the article names afterwards, each with who they are. */
export function namedLater(
  scene: Scene,
  foundAt: (at: number) => Member | null,
  ownerAt: (at: number, pronoun: string) => Member | null,
): Map<Member, Member> {
  const { words } = scene.wording;
  const named = new Map<Member, Member>();
  for (let at = 0; at < words.length - 3; at++) {
    if (
      !POSSESSIVE.test(words[at]!.lower) ||
      !NAME.test(words[at + 1]!.lower) ||
      !IS.test(words[at + 2]!.lower)
    )
      continue;
    const name = foundAt(at + 3);
    const nameless = ownerAt(at, words[at]!.lower);
    if (name && nameless && name !== nameless && nameless.names.length === 0 && !nameless.plural)
      named.set(nameless, name);
  }
  return named;
}
