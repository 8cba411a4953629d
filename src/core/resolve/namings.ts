// Who each name of an article belongs to. Names are gathered over the whole article first, because a short form may
// come before the full one; nobody is ever merged on a name that fits two.
import { addMember, addName, type Cast, indexInitials, type Member } from './cast.js';
import { kindOfPhrase } from './member-kinds.js';
import type { Mention } from './mentions.js';
import { fold, formOf } from './name-forms.js';
import { genderOfHonorific } from './nouns.js';
import type { Phrase } from './phrase.js';
import { shortOf } from './short-names.js';

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
  phrase.roles.length > 0 || phrase.honorifics.length > 0 || phrase.acronym !== null || phrase.personal > 0
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
