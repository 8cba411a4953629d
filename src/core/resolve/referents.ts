// Who a phrase without a name means: an owner, the holder of a role, whoever wrote a document. Each may hold a phrase
// of another sort ("the ministry's statement", "his brother's lawyer"), so they are read together.
import { type Found, nobody, type Viewpoint } from './antecedents.js';
import { calling, nameOf } from './callings.js';
import { addMember, call, describe, type Hat, type Member } from './cast.js';
import { countryNamed, countryOfDemonym } from './countries.js';
import { describedMember, isDocumentNoun } from './descriptions.js';
import { knownDocument, lastSpeaker, writtenBy } from './documents.js';
import { outletNamed, sameLabel } from './known-labels.js';
import type { Mention } from './mentions.js';
import { formOf } from './name-forms.js';
import { knownAlone, oneOfSeveral } from './namesakes.js';
import { introduceNames } from './namings.js';
import { newcomer } from './newcomers.js';
import { AUTHORED_NOUNS, BODY_NOUNS, isPersonNoun, MEDIA_NOUNS, singular } from './nouns.js';
import { countryMember, ownedByCountry } from './own-country.js';
import { type Phrase, parsePhrase, type Role } from './phrase.js';
import { byPronoun } from './pronouns.js';
import { bodyWithin, capitalsBefore, fullBody, namedWithin } from './role-bodies.js';
import type { Scene } from './scene.js';
import { insert } from './sightings.js';

export function byDescription(scene: Scene, phrase: Phrase, view: Viewpoint, mayAdd = true): Found {
  const role = phrase.roles.find(({ head }) => head !== '');
  if (!role) return nobody;
  // "according to the same source": whoever was the source before.
  if (role.head === 'source' && /\bsame\b/.test(phrase.label)) return speakerBefore(scene, view);
  if (
    isDocumentNoun(role.head) &&
    !MEDIA_NOUNS.has(role.head) &&
    role.head !== 'account' &&
    !namesSomebody(scene, phrase, role)
  ) {
    const document = ownedDocument(scene, phrase, role, view);
    if (document) return document;
  }
  const owner = ownerOf(scene, phrase, view);
  const hat = hatOf(scene, role, owner, view);
  if (definite(phrase, role)) {
    const sought = {
      phrase,
      head: role.head,
      words: role.words,
      owner: ownedByCountry(phrase) ? null : owner,
      body: hat.body,
    };
    const found = describedMember(scene.cast, scene.narrative, view, sought);
    if (found.member) {
      remember(scene, found, phrase, hat);
      return found;
    }
  } else {
    const same = sameLabel(scene, phrase);
    if (same) return { member: same, confidence: 0.85, others: [] };
  }
  const outlet = outletNamed(scene, phrase, role);
  if (outlet) return { member: outlet, confidence: 0.95, others: [] };
  return mayAdd
    ? { member: newcomer(scene, phrase, role, owner, hat), confidence: 0.95, others: [] }
    : nobody;
}

function speakerBefore({ cast }: Scene, { at }: Viewpoint): Found {
  const before = cast.sightings.findLast((sighting) => sighting.speaks && sighting.at < at);
  return before ? { member: before.member, confidence: 0.9, others: [] } : nobody;
}

/** "The column said", where the Dawn Column has been named: no piece of writing. */
const namesSomebody = (scene: Scene, phrase: Phrase, role: Role): boolean =>
  phrase.determiner === 'definite' &&
  phrase.owner === null &&
  (scene.cast.byCall.get(role.head) ?? []).some(
    ({ kind, forms }) =>
      kind !== 'document' && kind !== 'person' && forms.some((form) => form.at(-1) === role.head),
  );

function remember(scene: Scene, found: Found, phrase: Phrase, hat: Hat): void {
  const { member } = found;
  if (!member || found.confidence < 0.9) return;
  call(scene.cast, member, hat.head, hat.words);
  if (member.names.length > 0) return;
  const owner = hat.owner;
  if (owner && !member.labelOwner && member.kind !== 'person') member.labelOwner = owner;
  if (
    phrase.label.length > member.label.length &&
    hat.words.length > (member.hats[0]?.words.length ?? 0) &&
    !member.unnamed
  )
    member.label = phrase.label;
}

/** With "the", with an owner, or bare where only one can be meant ("Police said"). */
const definite = (phrase: Phrase, role: Role): boolean =>
  phrase.determiner === 'definite' ||
  phrase.owner !== null ||
  (phrase.determiner === 'none' && !phrase.plural && BODY_NOUNS.has(role.head)) ||
  (phrase.determiner === 'none' && !phrase.plural && isPersonNoun(role.head));

/** Whoever wrote or gave it speaks: "the command's statement", "a memo by the inspectorate", "counts of the charity". */
export function ownedDocument(scene: Scene, phrase: Phrase, role: Role, view: Viewpoint): Found | null {
  const authored = [role.head, `${role.head}s`, singular(role.head)].some((noun) => AUTHORED_NOUNS.has(noun));
  const owner = ownerOf(scene, phrase, view);
  const author = authored ? (owner ?? authorOf(scene, phrase, view)) : null;
  if (author && author.kind !== 'document') {
    introduceDocument(scene, phrase, role, author, view);
    return { member: author, confidence: 0.93, others: [] };
  }
  if (phrase.determiner === 'definite') {
    const known = knownDocument(scene, role, owner, view);
    if (known) return (authored && known.member && writtenBy(scene, known.member)) || known;
    const speaker = authored && !owner ? lastSpeaker(scene, view) : null;
    if (speaker) return speaker;
  }
  return { member: introduceDocument(scene, phrase, role, owner, view), confidence: 0.95, others: [] };
}

function introduceDocument(
  scene: Scene,
  phrase: Phrase,
  role: Role,
  owner: Member | null,
  view: Viewpoint,
): Member {
  const { cast } = scene;
  const member = addMember(cast, 'document', phrase.first);
  member.label = phrase.label;
  member.labelOwner = owner;
  call(cast, member, role.head, role.words);
  const body = role.body ? bodyName(scene, role.body, view) : null;
  member.hats.push({ text: role.text, head: role.head, words: role.words, owner, body, at: view.at });
  insert(cast.sightings, { member, at: phrase.first, sentence: view.sentence, weight: 0.5, speaks: false });
  return member;
}

const PASSED_ON = new Set(
  'seen obtained reviewed viewed shared leaked published cited reported quoted carried read aired broadcast'.split(
    ' ',
  ),
);

/** "by X", "from X", "of X" right after the document's noun. */
function authorOf(scene: Scene, phrase: Phrase, view: Viewpoint): Member | null {
  const { words } = scene.wording;
  for (let at = phrase.first; at < phrase.last; at++) {
    if (!/^(?:by|from|of)$/.test(words[at]!.lower) || PASSED_ON.has(words[at - 1]?.lower ?? '')) continue;
    const author = at + 1 < phrase.last ? parsePhrase(words, at + 1, phrase.last) : null;
    if (!author || author.pronoun || (author.name.length === 0 && author.roles.length === 0)) return null;
    const head = author.roles[0]?.head ?? '';
    if (author.roles[0] && namesSomebody(scene, author, author.roles[0]))
      return holderOf(scene, author, { ...view, at: author.first });
    if (author.name.length === 0 && !isPersonNoun(head) && !BODY_NOUNS.has(head) && !author.plural)
      return null;
    return holderOf(scene, author, { ...view, at: author.first });
  }
  return null;
}

export function ownerOf(scene: Scene, phrase: Phrase, view: Viewpoint): Member | null {
  if (ownedByCountry(phrase)) return countryMember(scene);
  return phrase.owner ? holderOf(scene, phrase.owner, view) : null;
}

/** Who an owner phrase is: a name already introduced, a pronoun, a description. */
function holderOf(scene: Scene, owner: Phrase, view: Viewpoint): Member | null {
  const loose = { ...view, own: [], at: Math.min(view.at, owner.first) };
  if (owner.pronoun) return byPronoun(scene, owner.pronoun, { ...loose, verbatim: view.verbatim }).member;
  if (owner.name.length > 0) return namedHolder(scene, owner, loose);
  return byDescription(scene, owner, loose).member;
}

function namedHolder(scene: Scene, owner: Phrase, view: Viewpoint): Member {
  const mention: Mention = {
    phrase: owner,
    sentence: view.sentence,
    source: -1,
    beside: -1,
    leads: false,
    heading: false,
  };
  const naming = knownAlone(scene, owner) ?? introduceNames(scene.cast, [mention], NO_PLACES).get(0);
  const member = naming?.member ?? oneOfSeveral(scene, owner, naming?.several ?? [], view).member;
  const known = member ?? addMember(scene.cast, 'unknown', owner.first);
  describe(scene.cast, known, owner, hatsOf(scene, owner, view, known));
  return known;
}

const NO_PLACES: ReadonlySet<string> = new Set();

export function hatsOf(scene: Scene, phrase: Phrase, view: Viewpoint, member: Member | null): Hat[] {
  const hats: Hat[] = [];
  for (const role of phrase.roles) {
    const owner = role.owner ? holderOf(scene, role.owner, view) : null;
    hats.push(hatOf(scene, role, owner === member ? null : owner, view));
  }
  return hats;
}

const OF_STATE =
  /^(?:president|minister|premier|chancellor|ambassador|envoy|official|officials|diplomat|secretary|senator|consul|officer|spokesman|spokeswoman|spokesperson|government|ministry|army|navy|police|forces|military|intelligence|pm|king|queen|negotiator|delegate|soldier|soldiers|troops|lawmaker|authorities|prosecutor|prosecutors|commander|general)$/;

function hatOf(scene: Scene, role: Role, owner: Member | null, view: Viewpoint): Hat {
  let text = role.text;
  const isStaff = role.head === 'chief' && role.body?.label === 'staff';
  if (isStaff) text += ' of staff';
  let body = role.body && !isStaff ? bodyName(scene, role.body, view) : null;
  const [first = ''] = text.split(' ');
  const country = countryOfDemonym(first) ?? countryNamed(first);
  if (country && OF_STATE.test(role.head) && text.length > first.length) {
    text = text.slice(first.length + 1);
    body ??= `${countryNamed(first) ? country.demonym : first} ${capitalsBefore(text) ?? 'government'}`;
  }
  body ??= namedWithin(scene, role) ?? fullBody(scene, bodyWithin(role));
  return { text, head: role.head, words: role.words, owner, body, at: view.at };
}

function bodyName(scene: Scene, body: Phrase, view: Viewpoint): string | null {
  if (body.pronoun) return null;
  if (body.name.length > 0) {
    const known = scene.cast.byForm.get(formOf(body.name).join(' '));
    return known ? nameOf(known) || body.name.join(' ') : body.name.join(' ').replace(/^[Tt]he /, '');
  }
  const role = body.roles[0];
  if (!role) return null;
  if (body.determiner === 'definite' || body.owner) {
    const found = byDescription(scene, body, { ...view, own: [] }, false);
    if (found.member) return calling(found.member);
  }
  return body.owner ? body.label : body.label || null;
}
