// "Mayor Roe and the governor said": two who speak with one voice. A statement has one speaker, so together they are a
// group that carries both their names; each of the two comes into view by themselves as well.
import { calling } from './callings.js';
import { addMember, type Cast, type Member } from './cast.js';
import { countryNamed } from './countries.js';
import { isNoun, isPersonNoun, isPersonPlural } from './nouns.js';
import type { Run } from './open-phrases.js';
import { type Phrase, parsePhrase } from './phrase.js';
import { isOutlet } from './relays.js';
import type { Word } from './wording.js';

export interface JointRuns {
  readonly one: Run;
  readonly other: Run;
}

/** The two phrases that a source joins with "and", of the phrases open in its sentence. */
export function jointRuns(
  words: readonly Word[],
  open: readonly Run[],
  from: number,
  source: Run,
): JointRuns | null {
  for (let at = Math.max(0, from - 2); at + 1 < open.length && open[at]!.first < source.last; at++) {
    const one = open[at]!;
    const other = open[at + 1]!;
    if (one.last <= source.first || other.last < source.last || other.first >= source.last) continue;
    const and = words[one.last]?.text === ',' ? one.last + 1 : one.last;
    if (words[and]?.lower !== 'and' || other.first !== and + 1) continue;
    const first = words[one.first]!.lower === 'both' ? one.first + 1 : one.first;
    const whole = { first, last: one.last };
    return areTwo(words, whole, other) ? { one: whole, other } : null;
  }
  return null;
}

/** Whether the phrases have two bearers. */
function areTwo(words: readonly Word[], one: Run, other: Run): boolean {
  const a = parsePhrase(words, one.first, one.last);
  const b = parsePhrase(words, other.first, other.last);
  if (a.pronoun || b.pronoun || !isSomebody(a)) return false;
  const belongs = words.slice(one.first, one.last).some(({ lower }) => lower === 'of' || lower === 'for');
  if (isBare(b)) return b.name.length > 1 || isCapitals(b) ? !(a.plural && belongs) : isPair(a, b, belongs);
  if (!isSomebody(b) || (belongs && !isPersonal(b))) return false;
  if (a.name.length > 0 || a.plural || b.plural) return true;
  // "The president and founder said", "Cabinet spokesman and Media Minister Roe": one bearer of two offices.
  return b.determiner !== 'none' || b.owner !== null || b.honorifics.length > 0;
}

/** "A spokesman for the army and the navy said": what follows what one belongs to may be more of it, if no person. */
const isPersonal = ({ name, honorifics, roles }: Phrase): boolean =>
  honorifics.length > 0 ||
  (name.length > 1 && roles.length > 0) ||
  roles.some(({ head }) => isPersonNoun(head) || isPersonPlural(head));

/** A name and nothing else. */
const isBare = ({ name, roles, honorifics, determiner }: Phrase): boolean =>
  name.length > 0 && roles.length === 0 && honorifics.length === 0 && determiner === 'none';

const isCapitals = ({ name }: Phrase): boolean => name.length === 1 && /^\p{Lu}{2,}$/u.test(name[0]!);

/** "Peru and Chile said", but not "Marks and Spencer said" or "the Ministry of Health and Population said". */
const isPair = (a: Phrase, b: Phrase, belongs: boolean): boolean =>
  !belongs && countryNamed(a.name.join(' ')) !== undefined && countryNamed(b.name.join(' ')) !== undefined;

const isSomebody = ({ name, honorifics, acronym, roles, plural }: Phrase): boolean =>
  name.length > 0 ||
  honorifics.length > 0 ||
  acronym !== null ||
  plural ||
  roles.some(({ head }) => isNoun(head));

export interface Joint {
  readonly group: Member;
  readonly one: Member;
  readonly other: Member;
}

/** The group of two who are different and can both speak, or null. */
export function joinMembers(cast: Cast, one: Member | null, other: Member | null, at: number): Joint | null {
  if (!one || !other || one === other || [one, other].some(cannotJoin)) return null;
  const group = addMember(cast, 'group', at);
  if (one.unnamed && other.unnamed && one.kind === 'person' && other.kind === 'person')
    group.calls.set('sources', new Set(['sources']));
  return { group, one, other };
}

const cannotJoin = (member: Member): boolean => member.kind === 'document' || isOutlet(member);

/** Only when all names are known is it known what to call both. */
export function nameJoint({ group, one, other }: Joint): void {
  group.label = `${calling(one)} and ${calling(other)}`;
}
