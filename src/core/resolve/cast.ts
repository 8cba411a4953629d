// The cast of an article: who and what is named or described in it, what each is called, and the ways to find them.
import { countryOfDemonym } from './countries.js';
import { genderOfFirstName } from './first-names.js';
import { isKin } from './kin.js';
import { bareTitle, formOf } from './name-forms.js';
import {
  BODY_NOUNS,
  COMPANY_NOUNS,
  type Gender,
  genderOfHonorific,
  genderOfNoun,
  isPersonNoun,
  MEDIA_NOUNS,
  MOVEMENT_NOUNS,
  singular,
  TITLE_NOUNS,
} from './nouns.js';
import type { Phrase } from './phrase.js';

export type MemberKind = 'person' | 'body' | 'group' | 'document' | 'place' | 'unknown';

export interface Hat {
  readonly text: string;
  readonly head: string;
  readonly words: readonly string[];
  readonly owner: Member | null;
  /** The body it belongs to, as named in the article. */
  readonly body: string | null;
  readonly at: number;
}

export interface Sighting {
  readonly member: Member;
  /** Index of the word. */
  readonly at: number;
  readonly sentence: number;
  readonly weight: number;
  readonly speaks: boolean;
}

/** One of the cast. Filled in while the article is read; nothing outside `resolve/` sees it. */
export interface Member {
  readonly id: number;
  kind: MemberKind;
  /** How sure the kind is: 2 said so, 1 looks like it, 0 unknown. */
  certainty: 0 | 1 | 2;
  readonly names: (readonly string[])[];
  readonly forms: (readonly string[])[];
  gender: Gender;
  plural: boolean;
  /** Common nouns it has been called by, each with the words around it. */
  readonly calls: Map<string, Set<string>>;
  readonly hats: Hat[];
  label: string;
  labelOwner: Member | null;
  /** The country's adjective, where the text only says "the country's". */
  prefix: string | null;
  /** Introduced without a name on purpose: "a nurse", "sources". */
  unnamed: boolean;
  movement: boolean;
  company: boolean;
  medium: string | null;
  firstAt: number;
  count: number;
}

export interface Cast {
  readonly members: Member[];
  readonly byForm: Map<string, Member>;
  readonly byWord: Map<string, Member[]>;
  readonly byCall: Map<string, Member[]>;
  readonly sightings: Sighting[];
}

export const emptyCast = (): Cast => ({
  members: [],
  byForm: new Map(),
  byWord: new Map(),
  byCall: new Map(),
  sightings: [],
});

export function addMember(cast: Cast, kind: MemberKind, at: number): Member {
  const member: Member = {
    id: cast.members.length,
    kind,
    certainty: kind === 'unknown' ? 0 : 2,
    names: [],
    forms: [],
    gender: null,
    plural: kind === 'group',
    calls: new Map(),
    hats: [],
    label: '',
    labelOwner: null,
    prefix: null,
    unnamed: false,
    movement: false,
    company: false,
    medium: null,
    firstAt: at,
    count: 0,
  };
  cast.members.push(member);
  return member;
}

const index = (map: Map<string, Member[]>, key: string, member: Member): void => {
  const list = map.get(key);
  if (!list) map.set(key, [member]);
  else if (!list.includes(member)) list.push(member);
};

export function addName(cast: Cast, member: Member, name: readonly string[]): void {
  const form = formOf(name);
  const key = form.join(' ');
  if (form.length === 0 || member.forms.some((known) => known.join(' ') === key)) return;
  member.names.push(name);
  member.forms.push(form);
  if (!cast.byForm.has(key)) cast.byForm.set(key, member);
  for (const word of new Set(form)) index(cast.byWord, word, member);
  if (member.kind === 'person') return;
  const last = form[form.length - 1]!;
  // An observer group that is military is no military.
  const isAdjective = (word: string): boolean => word === 'military' && word !== last;
  for (const word of form)
    if ((BODY_NOUNS.has(word) || BODY_NOUNS.has(singular(word))) && !isAdjective(word))
      call(cast, member, word, form);
  if (form.length > 1) call(cast, member, last, form);
}

export function call(cast: Cast, member: Member, head: string, words: readonly string[]): void {
  if (!head) return;
  const known = member.calls.get(head);
  if (known) for (const word of words) known.add(word);
  else member.calls.set(head, new Set(words));
  index(cast.byCall, head, member);
}

/** Makes long names of bodies findable by their initials. */
export function indexInitials(cast: Cast, member: Member): void {
  for (const form of member.forms) {
    if (form.length < 2) continue;
    const letters = form
      .filter((word) => !/^(?:of|the|for|and|on|in)$/.test(word))
      .map((word) => word[0])
      .join('');
    index(cast.byWord, `initials:${letters}`, member);
    if (countryOfDemonym(form[0]!)) index(cast.byWord, `initials:${letters.slice(1)}`, member);
  }
}

/** Roles, gender and what one may be called by afterwards, from one phrase about a member. */
export function describe(cast: Cast, member: Member, phrase: Phrase, hats: readonly Hat[]): void {
  for (const title of phrase.honorifics) {
    member.gender ??= genderOfHonorific(title);
    const noun = TITLE_NOUNS[bareTitle(title)] ?? bareTitle(title);
    call(cast, member, noun, [noun]);
  }
  for (const hat of hats) {
    if (
      !member.hats.some(
        (known) => known.text === hat.text && known.owner === hat.owner && known.body === hat.body,
      )
    )
      member.hats.push(hat);
    if (!hat.head) continue;
    call(cast, member, hat.head, hat.words);
    for (const word of hat.words)
      if (word !== hat.head && isPersonNoun(word)) call(cast, member, word, [word]);
    if (member.kind === 'person' || isPersonNoun(hat.head)) member.gender ??= genderOfNoun(hat.head);
    if (MEDIA_NOUNS.has(hat.head)) member.medium = hat.words.join(' ');
    if (MOVEMENT_NOUNS.has(hat.head)) member.movement = true;
    if (COMPANY_NOUNS.has(hat.head) && member.kind === 'body') member.company = true;
    if (hat.words.some((word) => word === 'telegram')) member.medium = 'telegram';
  }
  if (member.kind === 'person' && member.gender === null)
    for (const form of member.forms) if (form.length > 1) member.gender ??= genderOfFirstName(form[0]!);
  if (member.kind === 'person' && member.gender === null && member.names[0]?.length === 1)
    member.gender = genderOfFirstName(member.forms[0]![0]!);
}

export const isRelative = (head: string): boolean => isKin(head);
