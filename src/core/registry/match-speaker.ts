// Whether a speaker of a new article is one the desk knows. Sure links, unsure asks; a wrong merge does more harm than a
// question, so a doubt of any kind asks, and unnamed sources are nobody the registry knows.
import { BODY_NOUNS, isPersonPlural, singular } from '../resolve/nouns.js';
import type { Speaker, SpeakerType } from '../statement.js';
import { nameWords } from './name-keys.js';

export interface RegistrySpeaker {
  readonly id: string;
  readonly name: string;
  readonly type: SpeakerType;
  readonly aliases: readonly string[];
  readonly memberships: readonly {
    readonly role: string;
    readonly body: string;
    readonly from: string | null;
    readonly until: string | null;
  }[];
}

export type SpeakerMatch =
  | { readonly sure: RegistrySpeaker }
  | { readonly unsure: readonly RegistrySpeaker[] }
  | { readonly none: true };

const MOST_ASKED = 8;

/** `candidates` are those that share a key with the speaker's name (`nameKeys`); others do no harm. */
export function matchSpeaker(speaker: Speaker, candidates: readonly RegistrySpeaker[]): SpeakerMatch {
  if (speaker.type === 'anonymous' || (speaker.type === 'group' && !isNamed(speaker.name)))
    return { none: true };
  const wanted = nameWords(speaker.name);
  if (wanted.length === 0) return { none: true };
  const anyOrder = inAnyOrder(wanted);
  const sure: RegistrySpeaker[] = [];
  const unsure: RegistrySpeaker[] = [];
  for (const candidate of candidates) {
    const likeness = likenessOf(speaker, wanted, anyOrder, candidate);
    if (likeness === 'sure') sure.push(candidate);
    else if (likeness === 'unsure') unsure.push(candidate);
  }
  if (sure.length === 1) return { sure: sure[0]! };
  const asked = [...sure, ...unsure].slice(0, MOST_ASKED);
  return asked.length > 0 ? { unsure: asked } : { none: true };
}

type Likeness = 'sure' | 'unsure' | 'none';

function likenessOf(
  speaker: Speaker,
  wanted: readonly string[],
  anyOrder: string,
  candidate: RegistrySpeaker,
): Likeness {
  if (candidate.type === 'anonymous') return 'none';
  const names = namesOf(candidate);
  const same = names.some((name) => name.anyOrder === anyOrder);
  if (!same) return names.some(({ words }) => fits(wanted, words, speaker.type)) ? 'unsure' : 'none';
  if (!sameKind(speaker.type, candidate.type)) return 'unsure';
  if (wanted.join('').length < 2 || speaker.type === 'document') return 'unsure';
  if (speaker.type === 'person') return personLikeness(speaker, wanted, candidate);
  if (isNamed(speaker.name) && !isGeneric(wanted)) return 'sure';
  return sharesBody(speaker, candidate)
    ? 'sure'
    : hasBody(speaker) && candidate.memberships.length > 0
      ? 'none'
      : 'unsure';
}

interface Name {
  readonly words: readonly string[];
  readonly anyOrder: string;
}

const namesRead = new WeakMap<RegistrySpeaker, readonly Name[]>();

/** Read once for each candidate: an import asks for the same ones for article after article. */
function namesOf(candidate: RegistrySpeaker): readonly Name[] {
  const known = namesRead.get(candidate);
  if (known) return known;
  const read = [candidate.name, ...candidate.aliases].map((name): Name => {
    const words = nameWords(name);
    return { words, anyOrder: inAnyOrder(words) };
  });
  namesRead.set(candidate, read);
  return read;
}

/** The same for two names of the same words: "Noor Ahmad" and "Ahmad, Noor". */
const inAnyOrder = (words: readonly string[]): string => [...words].sort().join(' ');

/** A full name is enough unless the hats contradict each other; a single name never is, unless an editor made it an alias. */
function personLikeness(speaker: Speaker, wanted: readonly string[], candidate: RegistrySpeaker): Likeness {
  const alias = candidate.aliases.some((name) => nameWords(name).join(' ') === wanted.join(' '));
  if (wanted.length < 2 || wanted.every((word) => word.length === 1))
    return alias && sharesBody(speaker, candidate) ? 'sure' : 'unsure';
  if (wanted.some((word) => word.length === 1) && !alias)
    return sharesBody(speaker, candidate) ? 'sure' : 'unsure';
  const contradicted =
    hasBody(speaker) &&
    candidate.memberships.length > 0 &&
    !sharesBody(speaker, candidate) &&
    !sharesRole(speaker, candidate);
  return contradicted ? 'unsure' : 'sure';
}

/** A surname, an initial or an acronym that fits a longer name, or the other way round. */
function fits(a: readonly string[], b: readonly string[], type: SpeakerType): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 0 || (short.length === 1 && short[0]!.length === 1)) return false;
  if (
    short.length === 1 &&
    type !== 'person' &&
    long.length > 2 &&
    long.map((word) => word[0]).join('') === short[0]
  )
    return true;
  if (short.length === long.length) return short.length > 1 && pairs(short, long);
  if (short.length === 1)
    return type === 'person' && (short[0] === long[long.length - 1] || short[0] === long[0]);
  return short[short.length - 1] === long[long.length - 1] && inOrder(short, long);
}

const pairs = (a: readonly string[], b: readonly string[]): boolean =>
  a.every((word, at) => sameOrInitial(word, b[at]!)) &&
  a.some((word, at) => word === b[at] && word.length > 1);

const sameOrInitial = (a: string, b: string): boolean =>
  a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));

function inOrder(short: readonly string[], long: readonly string[]): boolean {
  let at = 0;
  for (const word of long) if (at < short.length && sameOrInitial(short[at]!, word)) at++;
  return at === short.length;
}

function sameKind(a: SpeakerType, b: SpeakerType): boolean {
  if (a === b) return true;
  const bodies: readonly SpeakerType[] = ['organization', 'publisher'];
  return bodies.includes(a) && bodies.includes(b);
}

/** "police", "residents": a description, not a name. Scripts without capitals are names. */
const isNamed = (name: string): boolean => /[\p{Lu}\p{Lo}\p{N}]/u.test(name);

/** "Interior Ministry", "City Council": there is one in every country. */
const isGeneric = (words: readonly string[]): boolean =>
  words.every(
    (word) =>
      BODY_NOUNS.has(word) || BODY_NOUNS.has(singular(word)) || isPersonPlural(word) || FIELDS.has(word),
  );

const FIELDS = new Set(
  (
    'interior home foreign defence defense finance health education justice transport labour labor trade energy agriculture ' +
    'environment culture information economy planning communications works public national state federal central local ' +
    'city town county regional provincial supreme high constitutional electoral election security civil joint general ' +
    'and of affairs external internal external social welfare sports youth women tourism mining water housing'
  ).split(' '),
);

const hasBody = (speaker: Speaker): boolean => speaker.affiliation !== null;

const sharesBody = (speaker: Speaker, candidate: RegistrySpeaker): boolean =>
  speaker.affiliation !== null &&
  candidate.memberships.some(({ body }) => shares(nameWords(body), nameWords(speaker.affiliation!)));

const sharesRole = (speaker: Speaker, candidate: RegistrySpeaker): boolean =>
  speaker.role !== null &&
  candidate.memberships.some(({ role }) => shares(nameWords(role), nameWords(speaker.role!)));

/** All words of the shorter are in the longer: "Second Step" and "Second Step charity". */
function shares(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.length > 0 && short.every((word) => long.includes(word));
}
