// Reads an article's mentions in order and says for each which member of the cast it is. What stands inside somebody's
// quoted words is read after who speaks them is known: only then does "my brother" mean anybody.
import {
  agreementWith,
  antecedent,
  cataphor,
  FIRST_PERSON,
  type Found,
  type Narrative,
  nobody,
  type Viewpoint,
} from './antecedents.js';
import {
  addMember,
  addName,
  type Cast,
  call,
  calling,
  describe,
  emptyCast,
  type Hat,
  introduceNames,
  type Member,
  type MemberKind,
  type Naming,
  nameOf,
  type Sighting,
} from './cast.js';
import { countryNamed, countryOfDemonym } from './countries.js';
import { describedMember, isDocumentNoun } from './descriptions.js';
import type { Mention } from './mentions.js';
import { bareTitle, fold, formOf } from './name-forms.js';
import {
  AUTHORED_NOUNS,
  BODY_NOUNS,
  genderOfNoun,
  isPersonNoun,
  isPersonPlural,
  KIN_NOUNS,
  MEDIA_NOUNS,
  MOVEMENT_NOUNS,
  NATIVES,
  singular,
} from './nouns.js';
import { innerPhrases, type Phrase, parsePhrase, type Role } from './phrase.js';
import { type HomeCountry, homeCountry, placesIn } from './places.js';
import type { Wording } from './wording.js';

/** What is known of a source before anybody is resolved. */
export interface Asking {
  /** Index of the attribution inside whose content it stands, -1 for none. */
  readonly within: number;
  readonly verbatim: boolean;
  readonly own: readonly (readonly [number, number])[];
  readonly continuing: boolean;
  readonly written: boolean;
}

export interface Identified {
  readonly cast: Cast;
  /** For each source given, who it is. */
  readonly bySource: ReadonlyMap<number, Found>;
  readonly byMention: readonly (Found | undefined)[];
  /** Whom a pronoun at a word goes back to that nobody is quoted by: "it said, citing …". */
  readonly pronounAt: (at: number) => Member | null;
  /** Who is mentioned at a word. */
  readonly foundAt: (at: number) => Found | null;
}

interface Scene {
  readonly cast: Cast;
  readonly wording: Wording;
  readonly mentions: readonly Mention[];
  readonly namings: ReadonlyMap<number, Naming>;
  readonly narrative: Narrative;
  readonly asked: readonly Asking[];
  readonly quoted: Uint8Array;
  readonly country: () => HomeCountry | null;
}

/** In `quoted`: words given word for word, and words reported. */
export const QUOTED = 1;
export const REPORTED = 2;

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const WEIGHT = { speaks: 1, leads: 0.9, other: 0.55, quoted: 0.3 } as const;

export function identify(
  wording: Wording,
  mentions: readonly Mention[],
  asked: readonly Asking[],
  quoted: Uint8Array,
  narrative: Narrative,
): Identified {
  const cast = emptyCast();
  const namings = introduceNames(cast, withInner(mentions), placesIn(wording));
  const scene: Scene = {
    cast,
    wording,
    mentions,
    namings,
    narrative,
    asked,
    quoted,
    country: once(() => homeCountry(wording)),
  };
  introduceRoles(scene);
  markMovements(scene);
  const bySource = new Map<number, Found>();
  const byMention: (Found | undefined)[] = new Array(mentions.length);
  for (const at of readingOrder(mentions, asked)) {
    const mention = mentions[at]!;
    const asking = mention.source >= 0 ? asked[mention.source]! : undefined;
    const outer = asking && asking.within >= 0 ? (bySource.get(asking.within)?.member ?? null) : null;
    const found = findMember(scene, at, viewpointOf(mention, asking, outer), mention.source >= 0);
    byMention[at] = found;
    if (mention.source >= 0) bySource.set(mention.source, found);
    if (found.member) sight(scene, mention, found.member);
    sightInner(scene, mention, found.member);
  }
  const covering = new Int32Array(wording.words.length).fill(-1);
  mentions.forEach(({ phrase }, index) => {
    covering.fill(index, phrase.first, phrase.last);
  });
  const foundAt = (word: number): Found | null => byMention[covering[word] ?? -1] ?? null;
  return { cast, bySource, byMention, pronounAt: (at) => pronounAt(scene, at), foundAt };
}

/** Mentions, then the named phrases inside them: "the leader of the Outer Guard" names the Guard too. */
function withInner(mentions: readonly Mention[]): Mention[] {
  const all = [...mentions];
  for (const mention of mentions)
    for (const phrase of innerPhrases(mention.phrase))
      if (phrase.name.length > 0) all.push({ ...mention, phrase, source: -1, leads: false });
  return all;
}

/** What named members are called anywhere in the article, so that a description may come before the name. */
function introduceRoles(scene: Scene): void {
  for (const [at, { member }] of scene.namings) {
    const phrase = scene.mentions[at]?.phrase;
    if (!member || !phrase) continue;
    for (const role of phrase.roles) {
      if (!role.head) continue;
      call(scene.cast, member, role.head, role.words);
      for (const word of role.words)
        if (word !== role.head && isPersonNoun(word)) call(scene.cast, member, word, [word]);
      if (member.kind === 'person') member.gender ??= genderOfNoun(role.head);
      if (MEDIA_NOUNS.has(role.head)) member.medium ??= role.words.join(' ');
    }
  }
}

const MANY_VERB = /^(?:have|are|were|fighters|militants|insurgents|rebels|gunmen|militia|troops|forces)$/;

/** "the Xs have": a movement, not a ministry. */
function markMovements(scene: Scene): void {
  const { words } = scene.wording;
  for (const [at, { member }] of scene.namings) {
    const phrase = scene.mentions[at]?.phrase;
    if (!member || !phrase || member.kind === 'person' || member.kind === 'place') continue;
    const next = words[phrase.last];
    const movementName = member.forms.some((form) =>
      form.some((word) => /^(?:front|movement|brigade|brigades|militia|guard|resistance|rebels)$/.test(word)),
    );
    if (movementName || (phrase.name.length <= 2 && MANY_VERB.test(next?.lower ?? ''))) {
      member.movement = true;
      if (member.kind === 'unknown') member.kind = 'body';
    }
    if (
      member.forms.some((form) =>
        /^(?:asa|inc|ltd|plc|corp|ag|sa|nv|gmbh|co|holdings|group|industries)$/.test(form[form.length - 1]!),
      )
    )
      member.company = true;
  }
}

/** In text order, but a source inside a quotation after the source of that quotation. */
function readingOrder(mentions: readonly Mention[], asked: readonly Asking[]): number[] {
  const placeOf = new Map<number, number>();
  mentions.forEach((mention, at) => {
    if (mention.source >= 0 && !placeOf.has(mention.source)) placeOf.set(mention.source, at);
  });
  const key = (at: number): number => {
    let place = at;
    let source = mentions[at]!.source;
    for (let depth = 0; depth < 4 && source >= 0; depth++) {
      const outer = asked[source]!.within;
      if (outer < 0) break;
      place = Math.max(place, (placeOf.get(outer) ?? -1) + 0.5);
      source = outer;
    }
    return place;
  };
  return mentions
    .map((_, at) => ({ at, key: key(at) }))
    .sort((a, b) => a.key - b.key || a.at - b.at)
    .map(({ at }) => at);
}

function viewpointOf(mention: Mention, asking: Asking | undefined, enclosing: Member | null): Viewpoint {
  return {
    at: mention.phrase.first,
    sentence: mention.sentence,
    enclosing,
    verbatim: asking?.verbatim ?? false,
    own: asking?.own ?? [],
    continuing: asking?.continuing ?? false,
    written: asking?.written ?? false,
  };
}

function sight(scene: Scene, mention: Mention, member: Member): void {
  const { phrase } = mention;
  const speaks = mention.source >= 0;
  const inside = scene.quoted[phrase.first]!;
  const weight =
    inside === QUOTED
      ? speaks
        ? 0.45
        : WEIGHT.quoted
      : speaks
        ? speaking(scene, mention)
        : (mention.leads ? WEIGHT.leads : WEIGHT.other) * (inside ? 0.85 : 1);
  member.count++;
  insert(scene.cast.sightings, {
    member,
    at: phrase.first,
    sentence: mention.sentence,
    weight: mention.heading ? weight * 0.3 : weight,
    speaks,
  });
}

/** A second speaker of one sentence is less in view than the first. */
function speaking(scene: Scene, mention: Mention): number {
  const last = scene.cast.sightings[scene.cast.sightings.length - 1];
  return last?.speaks && last.sentence === mention.sentence && !mention.leads ? 0.8 : WEIGHT.speaks;
}

/** Owners and bodies named inside a phrase come into view too, less than who the phrase is about. */
function sightInner(scene: Scene, mention: Mention, own: Member | null): void {
  for (const phrase of innerPhrases(mention.phrase)) {
    const member = phrase.name.length > 0 ? scene.cast.byForm.get(formOf(phrase.name).join(' ')) : undefined;
    if (!member || member === own) continue;
    const weight = scene.quoted[phrase.first] === 1 ? WEIGHT.quoted * 0.8 : 0.45;
    insert(scene.cast.sightings, {
      member,
      at: phrase.first,
      sentence: mention.sentence,
      weight,
      speaks: false,
    });
  }
}

/** Keeps sightings in text order; what is read late is never far from its place. */
function insert(sightings: Sighting[], sighting: Sighting): void {
  let at = sightings.length;
  while (at > 0 && sightings[at - 1]!.at > sighting.at) at--;
  sightings.splice(at, 0, sighting);
}

function findMember(scene: Scene, at: number, view: Viewpoint, speaks: boolean): Found {
  const { phrase } = scene.mentions[at]!;
  if (phrase.pronoun) return speaks ? byPronoun(scene, phrase.pronoun, view) : nobody;
  if (phrase.name.length > 0) return byName(scene, at, view);
  return byDescription(scene, phrase, view);
}

function byPronoun(scene: Scene, pronoun: string, view: Viewpoint): Found {
  const { cast, narrative } = scene;
  if (FIRST_PERSON.has(pronoun))
    return view.enclosing ? { member: view.enclosing, confidence: 0.95, others: [] } : nobody;
  if (pronoun === 'who' || pronoun === 'which' || pronoun === 'whom' || pronoun === 'whose')
    return justBefore(scene, view);
  const agrees = agreementWith(pronoun, view);
  if (!agrees) return nobody;
  const fit = (member: Member): number =>
    view.enclosing === member && view.verbatim ? 0 : agrees(member) * (view.enclosing === member ? 1.5 : 1);
  const found = antecedent(cast, narrative, view, fit);
  if (found.member) {
    learnGender(found, pronoun);
    return found;
  }
  const wide = view.own.length > 0 ? antecedent(cast, narrative, { ...view, own: [] }, fit) : nobody;
  if (wide.member) return { ...wide, confidence: Math.min(wide.confidence, 0.7) };
  return cataphor(laterSightings(scene, view), fit);
}

function pronounAt(scene: Scene, at: number): Member | null {
  const word = scene.wording.words[at];
  if (!word || !/^(?:it|he|she|they)$/.test(word.lower)) return null;
  const view: Viewpoint = {
    at,
    sentence: word.sentence,
    enclosing: null,
    verbatim: false,
    own: [],
    continuing: false,
    written: false,
  };
  return byPronoun(scene, word.lower, view).member;
}

function learnGender(found: Found, pronoun: string): void {
  const { member } = found;
  if (member?.kind !== 'person' || member.gender !== null || found.confidence < 0.9) return;
  if (pronoun === 'he' || pronoun === 'his' || pronoun === 'him') member.gender = 'm';
  if (pronoun === 'she' || pronoun === 'her') member.gender = 'f';
}

/** "…, who put the bill at 90 million": the phrase right before. */
function justBefore(scene: Scene, view: Viewpoint): Found {
  const { sightings } = scene.cast;
  for (let back = sightings.length - 1; back >= 0; back--) {
    const sighting = sightings[back]!;
    if (sighting.at >= view.at) continue;
    if (view.at - sighting.at > 25) break;
    return { member: sighting.member, confidence: 0.95, others: [] };
  }
  return nobody;
}

/** Named members first met after the viewpoint, within the next few sentences. */
function laterSightings(scene: Scene, view: Viewpoint): Sighting[] {
  const later: Sighting[] = [];
  for (const [index, naming] of scene.namings) {
    const mention = scene.mentions[index];
    if (
      !mention ||
      !naming.member ||
      mention.phrase.first <= view.at ||
      scene.narrative[mention.sentence]! > scene.narrative[view.sentence]! + 3
    )
      continue;
    later.push({
      member: naming.member,
      at: mention.phrase.first,
      sentence: mention.sentence,
      weight: 1,
      speaks: false,
    });
  }
  return later.sort((a, b) => a.at - b.at);
}

function byName(scene: Scene, at: number, view: Viewpoint): Found {
  const naming = scene.namings.get(at);
  const { phrase } = scene.mentions[at]!;
  if (!naming) return nobody;
  const document = documentNamed(scene, phrase, view);
  if (document) return document;
  const native = nativeOf(scene, phrase, view);
  if (native) return native;
  const found = naming.member
    ? { member: naming.member, confidence: 1, others: [] }
    : oneOfSeveral(scene, phrase, naming.several, view);
  if (found.member) {
    describe(scene.cast, found.member, phrase, hatsOf(scene, phrase, view, found.member));
    if (phrase.owner && found.member.kind !== 'person') ownBody(scene, found.member, phrase, view);
  }
  return found;
}

/** Keeps whose the body is: "Nation's Defence Ministry", and "the country's" by its adjective. */
function ownBody(scene: Scene, member: Member, phrase: Phrase, view: Viewpoint): void {
  if (member.labelOwner) return;
  member.labelOwner = ownerOf(scene, phrase, view);
  if (ownedByCountry(phrase)) member.prefix = scene.country()?.adjective ?? null;
}

/** "the Italian": whoever is in view, not a country. */
function nativeOf(scene: Scene, phrase: Phrase, view: Viewpoint): Found | null {
  const [word = ''] = phrase.name;
  if (
    phrase.determiner !== 'definite' ||
    phrase.name.length !== 1 ||
    !(countryOfDemonym(word) || NATIVES.has(word.toLowerCase()))
  )
    return null;
  const found = antecedent(scene.cast, scene.narrative, view, (member) =>
    member.kind === 'person' && !member.plural ? 1 : 0,
  );
  return found.member ? { ...found, confidence: found.confidence * 0.85 } : null;
}

/** "a report by Agency X" and the like name a body; the words are its words. */
function documentNamed(scene: Scene, phrase: Phrase, view: Viewpoint): Found | null {
  const role = phrase.roles.find(({ head }) => head !== '');
  return role && isDocumentNoun(role.head) && !MEDIA_NOUNS.has(role.head) && phrase.owner
    ? ownedDocument(scene, phrase, role, view)
    : null;
}

function oneOfSeveral(scene: Scene, phrase: Phrase, several: readonly Member[], view: Viewpoint): Found {
  const wanted = new Set(several);
  const found = antecedent(scene.cast, scene.narrative, view, (member) =>
    wanted.has(member) ? (member.kind === 'person' ? 1 : 0.6) : 0,
  );
  const explicit = explicitlyMeant(phrase, several);
  if (explicit) return { member: explicit, confidence: 0.97, others: [] };
  if (found.member)
    return {
      member: found.member,
      confidence: Math.min(found.confidence, 0.75),
      others: several.filter((other) => other !== found.member).slice(0, 3),
    };
  const [first, ...others] = several;
  return first ? { member: first, confidence: 0.4, others: others.slice(0, 3) } : nobody;
}

/** "Roe, the minister,": the role that follows says which of the two. */
function explicitlyMeant(phrase: Phrase, several: readonly Member[]): Member | null {
  for (const role of phrase.roles) {
    const holders = several.filter((member) => member.calls.has(role.head));
    if (role.head && holders.length === 1) return holders[0]!;
  }
  return null;
}

function ownerOf(scene: Scene, phrase: Phrase, view: Viewpoint): Member | null {
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
    leads: false,
    heading: false,
  };
  const naming = knownAlone(scene, owner) ?? introduceNames(scene.cast, [mention], NO_PLACES).get(0);
  const member = naming?.member ?? oneOfSeveral(scene, owner, naming?.several ?? [], view).member;
  const known = member ?? addMember(scene.cast, 'unknown', owner.first);
  describe(scene.cast, known, owner, hatsOf(scene, owner, view, known));
  return known;
}

/** The only member any word of the name leads to. */
function knownAlone({ cast }: Scene, { name, honorifics, roles }: Phrase): Naming | undefined {
  if (honorifics.length > 0 || roles.length > 0) return undefined;
  const form = formOf(name);
  const member = cast.byForm.get(form.join(' '));
  const alone = member && (form.length > 1 || cast.byWord.get(form[0]!)?.length === 1);
  return alone ? { member, several: [] } : undefined;
}

const NO_PLACES: ReadonlySet<string> = new Set();

function hatsOf(scene: Scene, phrase: Phrase, view: Viewpoint, member: Member | null): Hat[] {
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
  let body = role.body ? bodyName(scene, role.body, view) : null;
  const [first = ''] = text.split(' ');
  const country = countryOfDemonym(first) ?? countryNamed(first);
  if (country && OF_STATE.test(role.head) && text.length > first.length) {
    text = text.slice(first.length + 1);
    body ??= `${countryNamed(first) ? country.demonym : first} government`;
  }
  body ??= namedWithin(scene, role) ?? fullBody(scene, bodyWithin(role));
  return { text, head: role.head, words: role.words, owner, body, at: view.at };
}

/** "FAA chief", "Upton Rovers manager": a role that begins with the name of a body of the article. */
function namedWithin({ cast }: Scene, role: Role): string | null {
  if (!isPersonNoun(role.head)) return null;
  const words = role.text.split(' ');
  for (let count = words.length - 1; count > 0; count--) {
    const known =
      cast.byForm.get(formOf(words.slice(0, count)).join(' ')) ?? acronymOf(cast, words.slice(0, count));
    if (known?.kind === 'body' && /^\p{Lu}/u.test(words[0]!)) return nameOf(known);
  }
  return null;
}

const acronymOf = (cast: Cast, words: readonly string[]): Member | undefined =>
  words.length === 1 && /^\p{Lu}{2,6}$/u.test(words[0]!)
    ? cast.byWord.get(`initials:${fold(words[0]!)}`)?.[0]
    : undefined;

/** "Commission" in "Commission president", by its full name where the article has one. */
function fullBody(scene: Scene, body: string | null): string | null {
  if (!body || body.includes(' ')) return body;
  const named = (scene.cast.byCall.get(body.toLowerCase()) ?? []).filter(
    ({ kind, names }) => kind === 'body' && names.length > 0,
  );
  return named.length === 1 ? nameOf(named[0]!) : body;
}

/** "army spokeswoman", "Security Council president": the body said before the role. */
function bodyWithin(role: Role): string | null {
  if (!isPersonNoun(role.head)) return null;
  const words = role.text.split(' ');
  for (let at = words.length - 2; at >= 0; at--) {
    const word = words[at]!.toLowerCase();
    if (BODY_NOUNS.has(word) && word !== 'state' && word !== 'district')
      return words.slice(0, at + 1).join(' ');
  }
  return null;
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

function byDescription(scene: Scene, phrase: Phrase, view: Viewpoint, mayAdd = true): Found {
  const role = phrase.roles.find(({ head }) => head !== '');
  if (!role) return nobody;
  if (isDocumentNoun(role.head) && !MEDIA_NOUNS.has(role.head) && role.head !== 'account') {
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

/** "the semi-official X news agency": X, where the article also says X alone. */
function outletNamed(scene: Scene, phrase: Phrase, role: Role): Member | null {
  if (!MEDIA_NOUNS.has(role.head)) return null;
  const { words } = scene.wording;
  for (let at = phrase.first; at < phrase.last; at++) {
    const word = words[at]!;
    if (!word.capital || word.opens || countryOfDemonym(word.text)) continue;
    const known = scene.cast.byForm.get(fold(word.text));
    if (!known || known.kind === 'person' || known.kind === 'place') continue;
    call(scene.cast, known, role.head, role.words);
    known.kind = 'body';
    known.medium ??= role.words.join(' ');
    return known;
  }
  return null;
}

/** With "the", with an owner, or bare where only one can be meant ("Police said"). */
const definite = (phrase: Phrase, role: Role): boolean =>
  phrase.determiner === 'definite' ||
  phrase.owner !== null ||
  (phrase.determiner === 'none' && !phrase.plural && BODY_NOUNS.has(role.head)) ||
  (phrase.determiner === 'none' && !phrase.plural && isPersonNoun(role.head));

function sameLabel(scene: Scene, phrase: Phrase): Member | null {
  if (phrase.determiner !== 'none') return null;
  const label = fold(phrase.label);
  for (const member of scene.cast.byCall.get(phrase.roles[0]!.head) ?? [])
    if (fold(member.label) === label && member.names.length === 0 && member.plural) return member;
  return null;
}

/** Whoever wrote or gave it speaks: "the command's statement", "a memo by the inspectorate", "counts of the charity". */
function ownedDocument(scene: Scene, phrase: Phrase, role: Role, view: Viewpoint): Found | null {
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

/** Whose a document is: its owner's, or, in "X said in a statement that …", X's. */
function writtenBy(scene: Scene, document: Member): Found | null {
  if (document.kind !== 'document') return null;
  if (document.labelOwner) return { member: document.labelOwner, confidence: 0.92, others: [] };
  const { words } = scene.wording;
  let at = document.firstAt - 1;
  if (/^(?:a|an|the)$/.test(words[at]?.lower ?? '')) at--;
  if (!/^(?:in|by|via|through)$/.test(words[at]?.lower ?? '')) return null;
  const sentence = words[document.firstAt]!.sentence;
  let author: Sighting | null = null;
  const { sightings } = scene.cast;
  for (let back = sightings.length - 1; back >= 0 && back > sightings.length - 400; back--) {
    const sighting = sightings[back]!;
    if (sighting.sentence < sentence) break;
    if (
      sighting.sentence > sentence ||
      sighting.member.kind === 'document' ||
      sighting.member.kind === 'place'
    )
      continue;
    if (!author || sighting.speaks || !author.speaks) author = sighting;
  }
  return author ? { member: author.member, confidence: 0.9, others: [] } : null;
}

/** "The statement said": of whoever spoke last. */
function lastSpeaker(scene: Scene, view: Viewpoint): Found | null {
  const found = antecedent(scene.cast, scene.narrative, { ...view, continuing: true }, (member) => {
    if (member.kind === 'document' || member.kind === 'place' || member.count === 0) return 0;
    return member.kind === 'person' ? 0.8 : 1;
  });
  return found.member && spokeLately(scene, found.member, view)
    ? { ...found, confidence: found.confidence * 0.85 }
    : null;
}

function spokeLately(scene: Scene, member: Member, view: Viewpoint): boolean {
  const { sightings } = scene.cast;
  for (let back = sightings.length - 1; back >= 0 && back > sightings.length - 30; back--) {
    const sighting = sightings[back]!;
    if (
      sighting.member === member &&
      sighting.speaks &&
      sighting.at < view.at &&
      view.sentence - sighting.sentence <= 4
    )
      return true;
  }
  return false;
}

function knownDocument(scene: Scene, role: Role, owner: Member | null, view: Viewpoint): Found | null {
  const nouns = new Set([role.head, singular(role.head)]);
  const found = antecedent(scene.cast, scene.narrative, view, (member) => {
    if (![...nouns].some((noun) => member.calls.has(noun))) return 0;
    if (owner && member.labelOwner && member.labelOwner !== owner) return 0;
    return member.kind === 'document' ? 1 : 0.7;
  });
  return found.member ? found : null;
}

/** "by X", "from X", "of X" right after the document's noun. */
function authorOf(scene: Scene, phrase: Phrase, view: Viewpoint): Member | null {
  const { words } = scene.wording;
  for (let at = phrase.first; at < phrase.last; at++) {
    if (!/^(?:by|from|of)$/.test(words[at]!.lower)) continue;
    const author = at + 1 < phrase.last ? parsePhrase(words, at + 1, phrase.last) : null;
    if (!author || author.pronoun || (author.name.length === 0 && author.roles.length === 0)) return null;
    const head = author.roles[0]?.head ?? '';
    if (author.name.length === 0 && !isPersonNoun(head) && !BODY_NOUNS.has(head) && !author.plural)
      return null;
    return holderOf(scene, author, { ...view, at: author.first });
  }
  return null;
}

/** "The country's Defence Ministry": the country the article is about. */
const ownedByCountry = (phrase: Phrase): boolean =>
  phrase.owner?.name.length === 0 && /^(?:country|nation|state)$/.test(phrase.owner.roles[0]?.head ?? '');

function countryMember(scene: Scene): Member | null {
  const country = scene.country();
  if (!country) return null;
  const known = scene.cast.byForm.get(fold(country.name));
  if (known) return known;
  const member = addMember(scene.cast, 'place', 0);
  addName(scene.cast, member, country.name.split(' '));
  return member;
}

function newcomer(scene: Scene, phrase: Phrase, role: Role, owner: Member | null, hat: Hat): Member {
  const kind = kindOfHead(role, phrase);
  const member = addMember(scene.cast, kind, phrase.first);
  member.plural = phrase.plural && kind !== 'body';
  const office = kind === 'body' && ofOffice(phrase);
  member.label = office ? `${phrase.owner!.label}'s ${phrase.label}` : phrase.label;
  member.labelOwner = office ? null : owner;
  member.unnamed = kind !== 'body' && phrase.determiner !== 'definite' && !phrase.owner;
  member.gender = genderOfNoun(role.head);
  member.movement = MOVEMENT_NOUNS.has(role.head);
  if (MEDIA_NOUNS.has(role.head)) member.medium = role.words.join(' ');
  member.hats.push(hat);
  call(scene.cast, member, role.head, role.words);
  if (ownedByCountry(phrase)) member.prefix = scene.country()?.adjective ?? null;
  if (phrase.proper && kind === 'body') addName(scene.cast, member, phrase.label.split(' '));
  if (KIN_NOUNS.has(role.head) && owner) call(scene.cast, member, role.head, [bareTitle(role.head)]);
  return member;
}

/** "the governor's press service": the office's, whoever holds it. */
const ofOffice = ({ owner }: Phrase): boolean =>
  owner !== null && owner.name.length === 0 && !owner.pronoun && isPersonNoun(owner.roles[0]?.head ?? '');

function kindOfHead(role: Role, phrase: Phrase): MemberKind {
  const noun = role.words[role.words.length - 1] ?? '';
  if (isPersonPlural(noun)) return BODY_NOUNS.has(noun) ? 'body' : 'group';
  if (phrase.plural && !BODY_NOUNS.has(role.head)) return 'group';
  if (BODY_NOUNS.has(role.head) || MEDIA_NOUNS.has(role.head)) return 'body';
  return 'person';
}
