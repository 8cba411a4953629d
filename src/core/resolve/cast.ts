// The cast of an article: who and what is named or described in it. Names are gathered over the whole article first,
// because a short form may come before the full one; nobody is ever merged on a name that fits two.
import { countryNamed, countryOfCapital, countryOfDemonym } from './countries.js';
import { genderOfFirstName } from './first-names.js';
import type { Mention } from './mentions.js';
import { bareTitle, fold, formOf, isShortOf } from './name-forms.js';
import {
  BODY_NOUNS,
  COMPANY_NOUNS,
  type Gender,
  genderOfHonorific,
  genderOfNoun,
  isPersonNoun,
  KIN_NOUNS,
  MEDIA_ENDINGS,
  MEDIA_NOUNS,
  MEDIA_OPENINGS,
  MOVEMENT_NOUNS,
  singular,
  TITLE_NOUNS,
} from './nouns.js';
import { closesBodyName, type Phrase } from './phrase.js';

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

/** Names shared by more are not looked at one by one. */
const CROWD = 60;

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
  for (const word of form)
    if (BODY_NOUNS.has(word) || BODY_NOUNS.has(singular(word))) call(cast, member, word, form);
  const last = form[form.length - 1]!;
  if (form.length > 1) call(cast, member, last, form);
}

export function call(cast: Cast, member: Member, head: string, words: readonly string[]): void {
  if (!head) return;
  const known = member.calls.get(head);
  if (known) for (const word of words) known.add(word);
  else member.calls.set(head, new Set(words));
  index(cast.byCall, head, member);
}

/** Seats of power and markets that speak for who sits there. */
const SEATS = new Set(
  (
    'downing street,white house,wall street,capitol hill,scotland yard,holy see,blue house,foggy bottom,élysée palace,elysee palace,' +
    'buckingham palace,kensington palace,foreign office,home office,quai d’orsay,red cross'
  ).split(','),
);

const COMPANY_ENDING = /^(?:inc|ltd|llc|plc|corp|asa|ag|gmbh|s\.?a|nv|b\.?v|oyj|holdings|limited|co)\.?$/i;

/** What a phrase by itself says about the kind of its bearer. */
export function kindOfPhrase(phrase: Phrase): { kind: MemberKind; certainty: 0 | 1 | 2 } {
  const { name, honorifics, roles } = phrase;
  if (honorifics.length > 0) return { kind: 'person', certainty: 2 };
  if (name.length > 1 && COMPANY_ENDING.test(name[name.length - 1]!)) return { kind: 'body', certainty: 2 };
  const described = roles.find((role) => role.head !== '');
  if (described) {
    if (BODY_NOUNS.has(described.head) || MEDIA_NOUNS.has(described.head))
      return { kind: 'body', certainty: 2 };
    if (isPersonNoun(described.head)) return { kind: 'person', certainty: 2 };
  }
  const whole = name.join(' ');
  if (name.length > 1 && MEDIA_OPENINGS.has(fold(name[0]!))) return { kind: 'body', certainty: 2 };
  if (SEATS.has(whole.toLowerCase())) return { kind: 'body', certainty: 2 };
  if (countryNamed(whole) || countryOfCapital(whole) || countryOfDemonym(whole))
    return { kind: 'place', certainty: 2 };
  if (name.length > 1 && genderOfFirstName(fold(name[0]!)) && !closesBodyName(name[name.length - 1]!))
    return { kind: 'person', certainty: 2 };
  if (
    phrase.acronym ||
    closesBodyName(name[name.length - 1] ?? '') ||
    name.some((word) => BODY_NOUNS.has(word.toLowerCase()) && word.length > 4)
  )
    return { kind: 'body', certainty: 2 };
  if (phrase.determiner === 'definite' && !phrase.owner)
    return { kind: 'body', certainty: name.length > 1 ? 1 : 0 };
  return name.length > 1 ? { kind: 'person', certainty: 1 } : { kind: 'unknown', certainty: 0 };
}

export interface Naming {
  readonly member: Member | null;
  /** More than one whom the short name fits. */
  readonly several: readonly Member[];
}

/** Members for all named phrases, by index of the mention; full names first, so that short ones find them. */
export function introduceNames(
  cast: Cast,
  mentions: readonly Mention[],
  places: ReadonlySet<string>,
): Map<number, Naming> {
  const named = mentions
    .map((mention, at) => ({ mention, at, form: formOf(mention.phrase.name) }))
    .filter(({ form }) => form.length > 0)
    .sort((a, b) => b.form.length - a.form.length || a.at - b.at);
  const namings = new Map<number, Naming>();
  const plain = new Map<string, Naming>();
  for (const { mention, at, form } of named) {
    const key = plainKey(mention.phrase, form);
    const naming = (key && plain.get(key)) || nameOne(cast, mention, form, places);
    if (key) plain.set(key, naming);
    if (naming.member) naming.member.firstAt = Math.min(naming.member.firstAt, mention.phrase.first);
    namings.set(at, naming);
  }
  return namings;
}

/** A name that says nothing but itself means the same wherever it stands. */
const plainKey = (phrase: Phrase, form: readonly string[]): string | null =>
  phrase.roles.length > 0 || phrase.honorifics.length > 0 || phrase.acronym !== null
    ? null
    : `${phrase.determiner} ${form.join(' ')}`;

function nameOne(cast: Cast, mention: Mention, form: readonly string[], places: ReadonlySet<string>): Naming {
  const { phrase } = mention;
  const exact = cast.byForm.get(form.join(' '));
  const fitting = form.length > 1 && exact ? [exact] : shortOf(cast, phrase, form, places);
  if (fitting.length > 1) return { member: null, several: fitting };
  const member = fitting[0] ?? addMember(cast, 'unknown', phrase.first);
  weigh(member, phrase, places);
  addName(cast, member, phrase.name);
  if (phrase.acronym) addName(cast, member, [phrase.acronym]);
  if (member.kind === 'body' && form.length > 1) indexInitials(cast, member);
  return { member, several: [] };
}

function weigh(member: Member, phrase: Phrase, places: ReadonlySet<string>): void {
  let { kind, certainty } = kindOfPhrase(phrase);
  if (certainty < 2 && phrase.name.length === 1 && places.has(fold(phrase.name[0]!))) {
    kind = 'place';
    certainty = 1;
  }
  if (certainty > member.certainty || member.kind === 'unknown') {
    member.kind = kind;
    member.certainty = certainty;
  }
  for (const title of phrase.honorifics) member.gender ??= genderOfHonorific(title);
}

/** Members whom a short name may mean. */
function shortOf(cast: Cast, phrase: Phrase, form: readonly string[], places: ReadonlySet<string>): Member[] {
  const { kind, certainty } = kindOfPhrase(phrase);
  const last = form[form.length - 1]!;
  const pool = cast.byWord.get(last) ?? [];
  const first = form[0] === last ? [] : (cast.byWord.get(form[0]!) ?? []);
  const seen = new Set<Member>();
  const fits: Member[] = [];
  for (const member of [...pool.slice(0, CROWD), ...first.slice(0, CROWD)]) {
    if (seen.has(member)) continue;
    seen.add(member);
    if (certainty === 2 && member.certainty === 2 && kind !== member.kind) continue;
    if (member.forms.some((known) => fitsName(member, known, form, phrase, places))) fits.push(member);
  }
  if (fits.length === 0 && form.length === 1) {
    const initials = byInitials(cast, phrase.name[0]!);
    if (initials) return [initials];
  }
  const titled = fits.length > 1 ? fits.filter((member) => agreesWithTitles(member, phrase)) : fits;
  const exact = titled.filter((member) => member.forms.some((known) => known.join(' ') === form.join(' ')));
  if (exact.length === 1 && form.length > 1) return exact;
  return titled.length > 0 ? titled : fits;
}

/** "Sir Keith", "Father Luca": titles that go with given names. */
const BEFORE_GIVEN_NAMES =
  /^(?:sir|dame|lady|sheikh|sheik|father|fr|sister|brother|don|doña|mullah|imam|maulana)$/;

function fitsName(
  member: Member,
  known: readonly string[],
  form: readonly string[],
  phrase: Phrase,
  places: ReadonlySet<string>,
): boolean {
  if (known.length < form.length) return false;
  if (known.join(' ') === form.join(' ')) return true;
  const lastKnown = known[known.length - 1]!;
  const last = form[form.length - 1]!;
  if (member.kind === 'person' || (member.kind === 'unknown' && known.length > 1)) {
    if (form.length === 1) {
      const gender = honorificGender(phrase);
      if (gender && member.gender && gender !== member.gender) return false;
      return (
        last === lastKnown ||
        (form[0] === known[0] &&
          phrase.honorifics.every((title) => BEFORE_GIVEN_NAMES.test(bareTitle(title)))) ||
        (known.length > 2 && known.includes(last) && phrase.name.length === 1)
      );
    }
    return isShortOf(form, known) && (last === lastKnown || form[0] === known[0]);
  }
  if (form.length > 1)
    return last === lastKnown
      ? isShortOf(form, known)
      : known.slice(0, form.length).join(' ') === form.join(' ') && !BODY_NOUNS.has(lastKnown);
  if (last === lastKnown) return true;
  return (
    form[0] === known[0] &&
    !places.has(last) &&
    !BODY_NOUNS.has(lastKnown) &&
    !MEDIA_ENDINGS.has(lastKnown) &&
    !countryOfDemonym(last) &&
    !countryNamed(last)
  );
}

const honorificGender = (phrase: Phrase): Gender => {
  for (const title of phrase.honorifics) if (genderOfHonorific(title)) return genderOfHonorific(title);
  return null;
};

/** "Minister Roe", "Bob Roe": of two with one surname, whoever has the title or the other name. */
function agreesWithTitles(member: Member, phrase: Phrase): boolean {
  if (phrase.roles.length === 0 && phrase.honorifics.length === 0) return true;
  const gender = honorificGender(phrase);
  if (gender) return member.gender === null || member.gender === gender;
  return (
    phrase.roles.every((role) => role.head === '' || member.calls.has(role.head)) &&
    phrase.honorifics.every(
      (title) =>
        member.calls.size === 0 || member.calls.has(bareTitle(title)) || genderOfHonorific(title) === null,
    )
  );
}

/** A body whose initials the letters are: "BBC". */
function byInitials(cast: Cast, name: string): Member | undefined {
  if (!/^\p{Lu}{2,6}$/u.test(name)) return undefined;
  const wanted = fold(name);
  for (const member of cast.byWord.get(`initials:${wanted}`) ?? []) return member;
  return undefined;
}

/** Makes long names of bodies findable by their initials. */
function indexInitials(cast: Cast, member: Member): void {
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

export const isRelative = (head: string): boolean => KIN_NOUNS.has(head);

/** The fullest name, without title; of two as long, the first printed. */
export function fullName(member: Member): readonly string[] {
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
export const owned = (owner: Member, name: string): string => {
  const holder = nameOf(owner) || owner.label;
  return holder ? `${holder}'s ${name}` : name;
};
