// Whom a description goes back to: "the ministry", "the Guard's leader", "my brother", "the veteran politician".
// First who has been called so, then who may be; a description that fits nobody introduces somebody.
import { antecedent, type Found, type Narrative, nobody, type Viewpoint } from './antecedents.js';
import type { Cast, Hat, Member } from './cast.js';
import { countryOfDemonym } from './countries.js';
import { INVERSE_KIN } from './kin.js';
import {
  COMPANY_NOUNS,
  DOCUMENT_NOUNS,
  GENERIC_PERSON_NOUNS,
  genderOfNoun,
  isPersonNoun,
  isPersonPlural,
  MEDIA_NOUNS,
  MOVEMENT_NOUNS,
  singular,
  widerThan,
} from './nouns.js';
import type { Phrase } from './phrase.js';
import { isOutlet } from './relays.js';

/** Said of anybody, they tell nobody apart. */
const EMPTY_WORDS = new Set(
  (
    'the a an own new old former current then veteran senior top same other first last young retired ruling main only local ' +
    'national state official armed government said outgoing incoming late self-styled unidentified whole entire'
  ).split(' '),
);
const GOVERNMENTAL =
  /^(?:ministry|government|police|court|council|army|navy|department|parliament|presidency|cabinet|office|commission|embassy|agency|directorate)$/;

/** A vice-president is no president while there is one. */
const LESSER = /^(?:vice|deputy|assistant|associate|acting|under|junior|former|ex|then)$/;

const FORMER = /^(?:former|ex|erstwhile|onetime|one-time)$/;

export interface Sought {
  readonly phrase: Phrase;
  readonly head: string;
  readonly words: readonly string[];
  readonly owner: Member | null;
  readonly body: string | null;
}

export function describedMember(cast: Cast, narrative: Narrative, view: Viewpoint, sought: Sought): Found {
  const relative = relativeOf(sought);
  if (relative) return { member: relative, confidence: 0.95, others: [] };
  const called = calledSo(cast, narrative, view, sought, [sought.head]);
  if (called.member) return called;
  if (sought.owner && sought.owner.kind === 'person') return nobody;
  const narrower = calledSo(cast, narrative, view, sought, widerThan(sought.head));
  if (narrower.member) return { ...narrower, confidence: narrower.confidence * 0.9 };
  if (sought.owner || sought.body) return nobody;
  const isNamed = namesOther(sought) && !isOfCountry(sought);
  if (!isNamed && (MOVEMENT_NOUNS.has(sought.head) || MOVEMENT_NOUNS.has(`${sought.head}s`))) {
    const plural = sought.phrase.plural || !MOVEMENT_NOUNS.has(sought.head);
    const movement = antecedent(
      cast,
      narrative,
      view,
      (member) => (plural && !member.movement ? 0 : asMovement(member)),
      OF_ITSELF,
    );
    if (movement.member) return { ...movement, confidence: movement.confidence * 0.95 };
  }
  if (COMPANY_NOUNS.has(sought.head)) {
    const isPlain = sought.words.every(
      (word) => word === sought.head || !telling(word) || PLAIN_MODIFIERS.test(word),
    );
    const company = antecedent(
      cast,
      narrative,
      view,
      (member) => (isPlain || member.kind === 'body' ? asCompany(member) : 0),
      OF_ITSELF,
    );
    if (namesOther(sought) && !(isPlain && isOfCountry(sought))) return nobody;
    return ANY_COMPANY.test(sought.head) && isPlain
      ? company
      : { ...company, confidence: company.confidence * 0.75 };
  }
  if (isPlainBody(sought)) {
    const body = antecedent(cast, narrative, view, (member) => (member.unnamed ? 0 : asCompany(member)));
    return { ...body, confidence: body.confidence * 0.85 };
  }
  if (MEDIA_NOUNS.has(sought.head) && sought.words.length === 1)
    return antecedent(cast, narrative, view, (member) => (member.medium || isOutlet(member) ? 1 : 0));
  if (isGenericPerson(sought)) {
    const person = antecedent(cast, narrative, view, (member) => asPerson(member, sought.head));
    return { ...person, confidence: person.confidence * 0.85 };
  }
  return nobody;
}

/** "The Front's men took the dam, the group said": who speaks may be named in the words themselves. */
const OF_ITSELF = 0.75;

/** "the Red Star aid group": a name stands inside the description. */
const namesOther = ({ phrase }: Sought): boolean =>
  /\p{Lu}/u.test(phrase.label) && !/-\p{Ll}+ed\b|-led\b/u.test(phrase.label);

/** "the Swiss firm": where it is from, and no name. */
const isOfCountry = ({ phrase }: Sought): boolean =>
  phrase.label
    .split(' ')
    .every(
      (word) =>
        !/^\p{Lu}/u.test(word) || Boolean(countryOfDemonym(word)) || PLAIN_MODIFIERS.test(word.toLowerCase()),
    );

/** Others say a trade: "the bank" may not be the company in view. */
const ANY_COMPANY = /^(?:company|firm|group|corporation|business|conglomerate|giant|multinational|maker)$/;

/** "the UN agency", "the rights group": which one is not said, so it is the one in view. */
const PLAIN_BODIES =
  /^(?:agency|charity|watchdog|body|institution|nonprofit|non-profit|bloc|alliance|organisation|organization|ngo)$/;
const PLAIN_MODIFIERS =
  /^(?:un|u\.n\.|eu|rights|aid|relief|global|international|world|humanitarian|campaign|news|intergovernmental|non-governmental|nongovernmental)$/;

const isPlainBody = ({ head, words }: Sought): boolean =>
  PLAIN_BODIES.test(head) &&
  words.every((word) => word === head || !telling(word) || PLAIN_MODIFIERS.test(word));

const isGenericPerson = ({ head, words, phrase }: Sought): boolean =>
  !phrase.plural &&
  !/\p{Lu}{2}/u.test(phrase.label) &&
  (GENERIC_PERSON_NOUNS.has(head) ||
    (/^(?!spokes|chair|police|congress|assembly|states|camera|fire|fisher|sales|business)\p{L}{3,}(?:wo)?man$/u.test(
      head,
    ) &&
      phrase.label.charAt(0) !== phrase.label.charAt(0).toLowerCase()) ||
    (isPersonNoun(head) && words.includes('veteran')) ||
    /^\d+-year-old$/.test(head));

function asPerson(member: Member, head: string): number {
  const gender = genderOfNoun(head);
  if (member.kind !== 'person' || member.plural || (gender && member.gender && gender !== member.gender))
    return 0;
  if (member.calls.size === 0) return 0.9;
  return [...member.calls.keys()].some((noun) => widerThan(head).includes(noun)) ? 1 : 0.7;
}

function asMovement(member: Member): number {
  if (member.kind !== 'body' && member.kind !== 'group' && member.kind !== 'unknown') return 0;
  if (member.medium || member.unnamed || [...member.calls.keys()].some((noun) => GOVERNMENTAL.test(noun)))
    return 0;
  if (member.movement) return 1.5;
  if (member.names.some((name) => isPlatform(name))) return 0;
  return member.names.length > 0 ? (member.kind === 'unknown' ? 0.5 : 0.8) : 0.3;
}

/** Where things are posted: never who "the group" or "the company" is that said so there. */
const PLATFORMS = new Set(
  'x twitter telegram facebook instagram tiktok youtube whatsapp weibo threads signal'.split(' '),
);
const isPlatform = (name: readonly string[]): boolean =>
  name.length === 1 && PLATFORMS.has(name[0]!.toLowerCase());

function asCompany(member: Member): number {
  if (member.names.some((name) => isPlatform(name))) return 0.05;
  if (member.kind === 'unknown' && member.names.length > 0) return 0.5;
  if (member.kind !== 'body' || member.medium || member.names.length === 0) return 0;
  if ([...member.calls.keys()].some((noun) => GOVERNMENTAL.test(noun))) return 0.1;
  return member.company ? 1.5 : 0.7 + Math.min(0.5, member.count / 10);
}

/** "her brother", when who "she" is has been introduced as his sister; or simply as her brother. */
function relativeOf({ head, owner }: Sought): Member | null {
  if (!owner || !INVERSE_KIN[head]) return null;
  for (const hat of owner.hats)
    if (hat.owner && (INVERSE_KIN[hat.head] ?? []).includes(head) && agreesInGender(hat.owner, head))
      return hat.owner;
  return null;
}

const agreesInGender = (member: Member, noun: string): boolean =>
  member.gender === null || genderOfNoun(noun) === null || member.gender === genderOfNoun(noun);

/** Who has been called by one of the nouns, most in view first; who is only so called later comes last. */
function calledSo(
  cast: Cast,
  narrative: Narrative,
  view: Viewpoint,
  sought: Sought,
  nouns: readonly string[],
): Found {
  const fits = new Map<Member, number>();
  for (const noun of nouns)
    for (const member of (cast.byCall.get(noun) ?? []).slice(-200)) {
      const fit = fitOf(member, noun, sought, view);
      if (fit > (fits.get(member) ?? 0)) fits.set(member, fit);
    }
  if (fits.size === 0) return nobody;
  const most = Math.max(...fits.values());
  for (const [member, fit] of fits) if (fit < 0.75 * most) fits.delete(member);
  const before = antecedent(cast, narrative, view, (member) => fits.get(member) ?? 0);
  if (before.member)
    return { ...before, confidence: Math.max(before.confidence, before.others.length === 0 ? 0.95 : 0.75) };
  const seen = [...fits].filter(([member]) => member.count > 0 && member.firstAt < view.at);
  const pool = seen.length > 0 ? seen : [...fits].filter(([member]) => !member.unnamed);
  const ranked = pool.sort(
    (a, b) => b[1] - a[1] || (seen.length > 0 ? b[0].firstAt - a[0].firstAt : a[0].firstAt - b[0].firstAt),
  );
  if (ranked.length === 0) return nobody;
  const others = ranked
    .slice(1, 4)
    .filter(([, fit]) => fit >= ranked[0]![1] * 0.9)
    .map(([member]) => member);
  // "MP says", where several are yet to come: which one is not said.
  const isOpen = seen.length === 0 && sought.phrase.determiner !== 'definite' && !sought.owner;
  if (isOpen && others.length > 0) return nobody;
  return { member: ranked[0]![0], confidence: others.length > 0 ? 0.7 : 0.88, others };
}

/** 0 when the description cannot be of this member. */
function fitOf(member: Member, noun: string, sought: Sought, view: Viewpoint): number {
  if (sought.phrase.plural !== (member.plural || member.kind === 'group') && member.kind !== 'body') return 0;
  if (!agreesInGender(member, sought.head)) return 0;
  if (
    member === sought.owner ||
    (view.enclosing === member && sought.owner === null && view.verbatim && member.kind === 'person')
  )
    return 0;
  const hat = member.hats.find((known) => known.head === noun);
  if (sought.owner && !belongsTo(member, hat, sought.owner)) return 0;
  if (sought.body && hat && (hat.body || hat.owner) && !sharesWord(hat.body ?? ownerName(hat), sought.body))
    return 0;
  if (hat && sought.words.length === 1 && hat.words.some((word) => LESSER.test(word))) return 0.7;
  const known = member.calls.get(noun) ?? new Set<string>();
  if (known.has('former') !== sought.words.some((word) => FORMER.test(word)) && noun === sought.head)
    return known.has('former') ? 0.6 : 0.7;
  const wanted = sought.words.filter((word) => word !== sought.head && telling(word));
  const missing = wanted.filter(
    (word) => !known.has(word) && !known.has(singular(word)) && !inName(member, word),
  );
  if (missing.length === 0) return wanted.length > 0 ? 1.2 : 1;
  if (noun !== sought.head) return 0;
  const others = [...known].filter((word) => word !== noun && telling(word));
  if (others.length > 0 && missing.length === wanted.length) return 0;
  if (!isPersonNoun(noun) && !isPersonPlural(noun))
    return member.names.length === 0 && others.length === 0 && !member.labelOwner ? 0.5 : 0;
  return 0.6 / (1 + missing.length);
}

const telling = (word: string): boolean =>
  !EMPTY_WORDS.has(word) && !/-(?:based|led|backed|held|born|old|year-old|style)$/.test(word);

const ownerName = (hat: Hat): string => (hat.owner ? (hat.owner.names[0]?.join(' ') ?? hat.owner.label) : '');

const inName = (member: Member, word: string): boolean => member.forms.some((form) => form.includes(word));

function belongsTo(member: Member, hat: Hat | undefined, owner: Member): boolean {
  if (member.labelOwner === owner) return true;
  if (member.hats.some((known) => known.owner === owner)) return true;
  if (
    member.hats.some(
      (known) => known.body !== null && owner.names.some((name) => sharesWord(known.body!, name.join(' '))),
    )
  )
    return true;
  if (hat && (hat.owner || hat.body)) return owner.kind === 'place' && hat.owner === null;
  return hat !== undefined && member.kind === 'person'
    ? owner.kind !== 'person'
    : member.kind === 'body' && member.labelOwner === null && owner.kind === 'place';
}

const words = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2 && !EMPTY_WORDS.has(word));

function sharesWord(a: string, b: string): boolean {
  const known = new Set(words(a).map(singular));
  return words(b).some((word) => known.has(singular(word)));
}

export const isDocumentNoun = (noun: string): boolean =>
  DOCUMENT_NOUNS.has(noun) || DOCUMENT_NOUNS.has(singular(noun));
