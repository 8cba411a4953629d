// Person, body or place: what a phrase by itself says its bearer is.
import type { MemberKind } from './cast.js';
import { countryNamed, countryOfCapital, countryOfDemonym } from './countries.js';
import { genderOfFirstName } from './first-names.js';
import { fold } from './name-forms.js';
import { BODY_NOUNS, isPersonNoun, MEDIA_NOUNS, MEDIA_OPENINGS } from './nouns.js';
import type { Phrase } from './phrase.js';
import { closesBodyName } from './phrase-name.js';

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
  const isArticled = phrase.determiner === 'definite' && !phrase.owner;
  if (
    name.length > 1 &&
    !isArticled &&
    genderOfFirstName(fold(name[0]!)) &&
    !closesBodyName(name[name.length - 1]!)
  )
    return { kind: 'person', certainty: 2 };
  if (
    phrase.acronym ||
    closesBodyName(name[name.length - 1] ?? '') ||
    name.some((word) => BODY_NOUNS.has(word.toLowerCase()) && word.length > 4)
  )
    return { kind: 'body', certainty: 2 };
  if (phrase.personal > 0 && !isArticled) return { kind: 'person', certainty: phrase.personal };
  if (isArticled) return { kind: 'body', certainty: name.length > 1 ? 1 : 0 };
  return name.length > 1 ? { kind: 'person', certainty: 1 } : { kind: 'unknown', certainty: 0 };
}
