// Whom a short name may mean: a surname, a given name with its title, the letters a body is known by.
import type { Cast, Member } from './cast.js';
import { countryNamed, countryOfDemonym } from './countries.js';
import { kindOfPhrase } from './member-kinds.js';
import { bareTitle, fold, isShortOf } from './name-forms.js';
import { BODY_NOUNS, type Gender, genderOfHonorific, MEDIA_ENDINGS } from './nouns.js';
import type { Phrase } from './phrase.js';

/** Names shared by more are not looked at one by one. */
const CROWD = 60;

/** Members whom a short name may mean. */
export function shortOf(
  cast: Cast,
  phrase: Phrase,
  form: readonly string[],
  places: ReadonlySet<string>,
): Member[] {
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
