// Noun phrases that can name a speaker: "its deputy commander, Jane Roe", "the ministry", "a nurse at the clinic".
// One parse says who owns it, which role it gives, which name it holds. Linear in the words it is given.

import { genderOfFirstName } from './first-names.js';
import { fold, isHonorific, isParticle, isPostNominal } from './name-forms.js';
import {
  BODY_NOUNS,
  CORPORATE_ENDINGS,
  isNoun,
  isPersonNoun,
  isPersonPlural,
  MEDIA_ENDINGS,
  RANKS,
  SURNAME_NOUNS,
  singular,
} from './nouns.js';
import type { Word } from './wording.js';

/** What a phrase calls its bearer: "deputy commander", of whom (`owner`) or of what (`body`). */
export interface Role {
  /** As printed, without determiner: "Deputy Interior Minister". */
  readonly text: string;
  /** The noun, lower case, singular: "minister". */
  readonly head: string;
  /** Every word of it, lower case. */
  readonly words: readonly string[];
  readonly owner: Phrase | null;
  readonly body: Phrase | null;
}

export type Determiner = 'definite' | 'indefinite' | 'none';

const NONE: readonly Phrase[] = [];

/** The phrases inside a phrase: who owns it, what its roles belong to. */
export function innerPhrases(phrase: Phrase): readonly Phrase[] {
  if (!phrase.owner && phrase.roles.every((role) => !role.owner && !role.body)) return NONE;
  const inner: Phrase[] = [];
  const take = (part: Phrase | null): void => {
    if (!part || part.pronoun || inner.includes(part)) return;
    inner.push(part);
    for (const deeper of innerPhrases(part)) if (!inner.includes(deeper)) inner.push(deeper);
  };
  take(phrase.owner);
  for (const role of phrase.roles) {
    take(role.owner);
    take(role.body);
  }
  return inner;
}

export interface Phrase {
  /** Words [first, last). */
  readonly first: number;
  readonly last: number;
  readonly determiner: Determiner;
  /** Lower case, where the phrase is a pronoun. */
  readonly pronoun: string | null;
  readonly owner: Phrase | null;
  readonly honorifics: readonly string[];
  /** The words of the name; none where nobody is named. */
  readonly name: readonly string[];
  readonly acronym: string | null;
  readonly roles: readonly Role[];
  /** Every word capitalised, so that the description is itself a name: "Interior Ministry". */
  readonly proper: boolean;
  readonly plural: boolean;
  /** How to call who has no name: verbatim, without article and clauses, after the owner; else the name. */
  readonly label: string;
}

export const PRONOUNS = new Set(
  'he she it they i we you him her them me us himself herself who whom this that these those both all his hers theirs mine ours'.split(
    ' ',
  ),
);
export const OWNER_PRONOUNS = new Set('his her its their my our your whose'.split(' '));

export const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those', 'both']);
export const INDEFINITE = new Set(
  (
    'a an one another some several many few two three four five six seven eight nine ten eleven twelve dozens ' +
    'hundreds thousands other others no any every each most more unnamed anonymous unidentified multiple numerous'
  ).split(' '),
);
export const PREPOSITIONS = new Set(
  (
    'of for at from in with to by on near under inside outside against among between behind within about across ' +
    'after before during since until through over around into onto off via without toward towards along beside'
  ).split(' '),
);
export const CLAUSE_WORDS = new Set(
  (
    'who whom whose which that when where while as if because although though and or but nor than then is are was ' +
    'were be been being has have had do does did will would can could may might must shall should said says say ' +
    'told tells tell also not only just even both now later earlier again yesterday today here there'
  ).split(' '),
);
const LEADING = new Set(
  (
    'also then now and but so even meanwhile however for yet still only just today yesterday here there hours days ' +
    'minutes weeks months moments shortly soon earlier later'
  ).split(' '),
);
const NAMING = /^(?:alias|aka|named|called|nicknamed|dubbed|calling|known|identified|surnamed)$/;
const NAMING_FILLER = /^(?:himself|herself|themselves|themself|as|only|simply|himself|by|the|name)$/;
const BELONGING = new Set(['of', 'for', 'at', 'from']);
/** These say where one belongs only before a name: "an analyst with Roe & Co", "ambassador to Ruritania". */
const BELONGING_BY_NAME = new Set(['with', 'in', 'to']);
export const NUMBER = /^\d[\d,.]*$/;
export const isNumber = (lower: string): boolean => lower.charCodeAt(0) < 58 && NUMBER.test(lower);
const AGE = /^(?:\d{1,3}|aged)$/;
const DEPTH = 3;

export const quoteMark = (word: Word): boolean => /^["'“”‘’«»„‹›]$/.test(word.text);
/** Ends of names of bodies: "… Ministry", "… ASA", "… Post", "B12". */
export const closesBodyName = (word: string): boolean => {
  const lower = fold(word).replace(/\.$/, '');
  return (
    BODY_NOUNS.has(lower) ||
    BODY_NOUNS.has(singular(lower)) ||
    CORPORATE_ENDINGS.has(lower) ||
    MEDIA_ENDINGS.has(lower) ||
    /^\p{Lu}{2,}\d*$/u.test(word) ||
    NUMBER.test(word)
  );
};

const parsed = new WeakMap<readonly Word[], Map<number, Phrase>>();
const SPAN = 4096;

/** Parses words [first, last), which are one noun phrase with its appositions. Remembers what it has parsed. */
export function parsePhrase(words: readonly Word[], first: number, last: number): Phrase {
  let known = parsed.get(words);
  if (!known) {
    known = new Map();
    parsed.set(words, known);
  }
  const key = first * SPAN + Math.min(last - first, SPAN - 1);
  let phrase = known.get(key);
  if (!phrase) {
    phrase = parseAnew(words, first, last);
    known.set(key, phrase);
  }
  return phrase;
}

function parseAnew(words: readonly Word[], first: number, last: number): Phrase {
  const segments = splitAtCommas(words, first, last);
  if (segments.length > 1 && isSeat(words, segments[1]!)) segments.shift();
  let main = parseSegment(words, segments[0]![0], segments[0]![1], DEPTH);
  for (const [from, to] of segments.slice(1)) main = withApposition(words, main, from, to);
  return { ...main, first, last };
}

/** "the Springfield, Ohio-based company": the first comma is inside an address. */
const isSeat = (words: readonly Word[], [from, to]: readonly [number, number]): boolean =>
  words.slice(from, Math.min(to, from + 3)).some(({ lower }) => /-(?:based|headquartered)$/.test(lower));

function splitAtCommas(words: readonly Word[], first: number, last: number): [number, number][] {
  const segments: [number, number][] = [];
  let from = first;
  for (let at = first; at <= last; at++) {
    const text = words[at]?.text;
    if (at < last && text !== ',' && text !== '–' && text !== '—' && text !== '--') continue;
    if (at > from) segments.push([from, at]);
    from = at + 1;
  }
  return segments.length > 0 ? segments : [[first, last]];
}

function withApposition(words: readonly Word[], main: Phrase, from: number, to: number): Phrase {
  const opening = words[from]!;
  if (AGE.test(opening.lower) && to - from <= 2) return main;
  if (opening.lower === 'who' || opening.lower === 'which') return withClause(words, main, from, to);
  if (main.name.length > 0 && to - from > 1 && /^(?:of|from|at|with)$/.test(opening.lower)) {
    const body = parseSegment(words, from + 1, phraseEnd(words, from + 1, to), DEPTH - 1);
    return body.name.length > 0
      ? { ...main, roles: [...main.roles, { text: '', head: '', words: [], owner: null, body }] }
      : main;
  }
  const next = parseSegment(words, afterNaming(words, from, to), to, DEPTH);
  if (next.pronoun) return main;
  if (main.name.length > 0) {
    return next.name.length > 0 || next.roles.length === 0
      ? main
      : { ...main, roles: [...main.roles, ...next.roles] };
  }
  if (next.name.length === 0) return { ...main, roles: [...main.roles, ...next.roles] };
  return {
    ...main,
    owner: next.owner ?? main.owner,
    name: next.name,
    acronym: next.acronym ?? main.acronym,
    honorifics: next.honorifics,
    roles: [...main.roles, ...next.roles],
    determiner: main.determiner,
    proper: true,
  };
}

/** "…, known as Falcon": the name alone. */
function afterNaming(words: readonly Word[], from: number, to: number): number {
  let at = from;
  while (
    at < to - 1 &&
    (NAMING.test(words[at]!.lower) ||
      (at > from && (NAMING_FILLER.test(words[at]!.lower) || quoteMark(words[at]!))))
  )
    at++;
  return at;
}

const HEADING =
  /^(?:heads|headed|leads|led|chairs|chaired|runs|ran|directs|directed|founded|manages|owns|edits)$/;

/** "…, who heads the Boat Owners' Union": a role in a clause. */
function withClause(words: readonly Word[], main: Phrase, from: number, to: number): Phrase {
  const verb = words[from + 1];
  if (!verb || !HEADING.test(verb.lower) || to - from < 3) return main;
  const body = parseSegment(words, from + 2, to, DEPTH - 1);
  const head = /^own/.test(verb.lower)
    ? 'owner'
    : /^found/.test(verb.lower)
      ? 'founder'
      : /^edit/.test(verb.lower)
        ? 'editor'
        : 'head';
  return { ...main, roles: [...main.roles, { text: head, head, words: [head], owner: null, body }] };
}

function parseSegment(words: readonly Word[], first: number, last: number, depth: number): Phrase {
  let from = first;
  while (from < last - 1 && (words[from]!.kind !== 'word' || LEADING.has(words[from]!.lower))) from++;
  const opening = words[from];
  if (!opening) return emptyPhrase(first, last);
  if (
    PRONOUNS.has(opening.lower) &&
    !/^\p{Lu}{2,}$/u.test(opening.text) &&
    (last - from === 1 || !DEFINITE.has(opening.lower)) &&
    !OWNER_PRONOUNS.has(opening.lower)
  )
    return { ...emptyPhrase(first, last), pronoun: opening.lower };
  if (last - from === 1 && QUANTITY.test(opening.lower)) return someOf(opening, first, last);
  if (OWNER_PRONOUNS.has(opening.lower)) {
    const owner = { ...emptyPhrase(from, from + 1), pronoun: opening.lower };
    if (last - from === 1) return owner;
    return parseOwned(words, from + 1, last, depth, owner, first);
  }
  const owner = ownerBefore(words, from, last);
  if (owner > from && depth > 0) {
    const holder = parseSegment(words, from, owner, depth - 1);
    if (!isClassifier(words, owner, last, holder))
      return parseOwned(words, owner + 1, last, depth, holder, first);
  }
  let determiner: Determiner = 'none';
  let start = from;
  while (
    start < last - 1 &&
    (DEFINITE.has(words[start]!.lower) ||
      INDEFINITE.has(words[start]!.lower) ||
      NUMBER.test(words[start]!.lower))
  ) {
    if (determiner === 'none') determiner = DEFINITE.has(words[start]!.lower) ? 'definite' : 'indefinite';
    start++;
  }
  const labelFrom = /^(?:the|a|an|this|that|these|those)$/.test(opening.lower) ? from + 1 : from;
  return parseCore(words, start, last, depth, determiner, null, first, Math.min(labelFrom, start));
}

const QUANTITY = /^(?:many|some|others|several|few|most|dozens|hundreds|thousands)$/;

/** "Many said": people, and no name. */
const someOf = (word: Word, first: number, last: number): Phrase => ({
  ...emptyPhrase(first, last),
  determiner: 'indefinite',
  plural: true,
  label: word.text,
  roles: [{ text: word.text, head: 'people', words: ['people'], owner: null, body: null }],
});

const parseOwned = (
  words: readonly Word[],
  from: number,
  last: number,
  depth: number,
  owner: Phrase,
  first: number,
): Phrase =>
  parseCore(words, Math.min(from, last), last, depth, 'definite', owner, first, Math.min(from, last));

/** Index of the last possessive ending before any preposition or clause, or -1. */
function ownerBefore(words: readonly Word[], from: number, last: number): number {
  let found = -1;
  for (let at = from; at < last - 1; at++) {
    const word = words[at]!;
    if (word.kind === 'owner') found = at;
    else if (
      found < 0 &&
      word.kind === 'word' &&
      !word.capital &&
      (PREPOSITIONS.has(word.lower) || CLAUSE_WORDS.has(word.lower)) &&
      at > from
    )
      return /^(?:of|for)$/.test(word.lower) ? laterOwner(words, at, last) : -1;
    else if (found >= 0 && (PREPOSITIONS.has(word.lower) || CLAUSE_WORDS.has(word.lower))) break;
  }
  return found;
}

/** "the Ministry of Defence's spokesman": an owner whose own name holds an "of". */
function laterOwner(words: readonly Word[], of: number, last: number): number {
  if (!words[of - 1]?.capital) return -1;
  for (let at = of + 1; at < Math.min(last - 1, of + 6); at++) {
    const word = words[at]!;
    if (word.kind === 'owner') return at;
    if (!word.capital && word.lower !== 'the' && word.lower !== 'and') return -1;
  }
  return -1;
}

/** "the prosecutor's office", "dockworkers' union": the first noun says what kind, it owns nothing. */
function isClassifier(words: readonly Word[], owner: number, last: number, holder: Phrase): boolean {
  if (
    words[owner]!.text.length > 1 &&
    isPersonPlural(words[owner - 1]!.lower) &&
    words[owner - 1]!.capital &&
    words[owner + 1]?.capital
  )
    return true;
  if (words[owner]!.text.length > 1) {
    const next = words[owner + 1]?.lower ?? '';
    return holder.name.length === 0 && !holder.owner && /^(?:office|offices)$/.test(next);
  }
  for (let at = owner + 1; at < last; at++) {
    const word = words[at]!;
    if (PREPOSITIONS.has(word.lower) || word.kind === 'mark') break;
    if (BODY_NOUNS.has(word.lower) || BODY_NOUNS.has(singular(word.lower))) return true;
  }
  return (
    !words[owner + 1] ||
    (words[owner - 1]!.capital && words[owner + 1]!.capital && !isPersonNoun(words[owner + 1]!.lower))
  );
}

function parseCore(
  words: readonly Word[],
  start: number,
  last: number,
  depth: number,
  determiner: Determiner,
  owner: Phrase | null,
  first: number,
  labelFrom: number,
): Phrase {
  const { end, acronym, naming } = coreEnd(words, start, last);
  const split = splitName(words, start, end);
  let name = nameWords(words.slice(split.name, split.nameEnd));
  let honorifics: readonly string[] = split.honorifics;
  const surname = words[start];
  if (
    name.length === 0 &&
    end - start === 1 &&
    surname?.capital &&
    determiner === 'none' &&
    !owner &&
    SURNAME_NOUNS.has(surname.lower)
  )
    name = [surname.text];
  if (naming >= 0 && depth > 0) {
    const named = parseSegment(words, naming, last, depth - 1);
    if (named.name.length > 0 || named.label) {
      name = named.name.length > 0 ? [...named.name] : named.label.split(' ');
      honorifics = named.honorifics;
    }
  }
  const bodyAt = end < last && belongs(words, end, last) ? end : -1;
  const body =
    bodyAt >= 0 && depth > 0
      ? parseSegment(words, bodyAt + 1, phraseEnd(words, bodyAt + 1, last), depth - 1)
      : null;
  const label = name.length > 0 ? name.join(' ') : labelOf(words, labelFrom, end, last);
  const roles: Role[] = [];
  const described = words
    .slice(start, split.name > start && name.length > 0 && naming < 0 ? split.name : end)
    .filter((word) => word.kind !== 'mark');
  const ofName = name.length > 0 && naming < 0;
  const titled =
    split.describedEnd > start ? words.slice(start, split.describedEnd) : ofName ? [] : described;
  if (titled.length > 0) roles.push(roleOf(titled, owner, body?.pronoun ? null : body));
  else if (ofName && body && !body.pronoun) roles.push({ text: '', head: '', words: [], owner: null, body });
  const headWord = words[end - 1]?.lower ?? '';
  const properWords = words.slice(start, end).filter((word) => word.kind === 'word');
  return {
    first,
    last,
    determiner,
    pronoun: null,
    owner,
    honorifics,
    name,
    acronym,
    roles,
    proper:
      properWords.length > 1 &&
      properWords.every(
        (word) => word.capital || isParticle(word.text) || /^(?:of|for|and|the|&)$/.test(word.lower),
      ),
    plural: ofName ? false : isPersonPlural(headWord) || (!isNoun(headWord) && /[^s]s$/.test(headWord)),
    label,
  };
}

const belongs = (words: readonly Word[], link: number, last: number): boolean => {
  const { lower } = words[link]!;
  if (BELONGING.has(lower)) return true;
  const named = words[link + 1]?.lower === 'the' ? link + 2 : link + 1;
  return BELONGING_BY_NAME.has(lower) && named < last && words[named]!.capital;
};

/** The words of a name, a possessive ending inside it kept with the word it ends: "Owners'". */
function nameWords(run: readonly Word[]): string[] {
  const name: string[] = [];
  for (const word of run) {
    if (word.kind === 'owner' && name.length > 0) name[name.length - 1] += word.text;
    else if (word.kind === 'owner' || !quoteMark(word)) name.push(word.text);
  }
  return name;
}

function roleOf(titled: readonly Word[], owner: Phrase | null, body: Phrase | null): Role {
  const kept = titled.filter((word) => word.kind !== 'mark');
  const head = kept[kept.length - 1];
  const of = kept.findIndex((word) => word.lower === 'of' || word.lower === 'for');
  const noun = of > 0 && isPersonNoun(kept[of - 1]!.lower) ? kept[of - 1]! : head;
  return {
    text: textOf(kept),
    head: singular(noun?.lower.replace(/\.$/, '') ?? ''),
    words: kept.map((word) => word.lower),
    owner,
    body,
  };
}

function textOf(kept: readonly Word[]): string {
  let text = '';
  for (const [index, word] of kept.entries()) {
    const before = kept[index - 1];
    text += before && word.start > before.end ? ` ${word.text}` : word.text;
  }
  return text;
}

/** Where the words of the phrase proper end, before any preposition, clause, or participle. */
function coreEnd(
  words: readonly Word[],
  start: number,
  last: number,
): { end: number; acronym: string | null; naming: number } {
  let acronym: string | null = null;
  for (let at = start; at < last; at++) {
    const word = words[at]!;
    if (word.text === '(') {
      const inner = words[at + 1];
      if (inner && words[at + 2]?.text === ')' && /^\p{Lu}[\p{Lu}\p{N}.-]+$/u.test(inner.text))
        acronym = inner.text;
      return { end: at, acronym, naming: -1 };
    }
    if (NAMING.test(word.lower) && at > start && !word.capital) {
      let naming = at + 1;
      while (naming < last && (NAMING_FILLER.test(words[naming]!.lower) || words[naming]!.kind === 'mark'))
        naming++;
      if (words[naming]?.capital && naming < last) return { end: at, acronym, naming };
    }
    if (word.kind === 'mark') {
      if (word.text === '&' && words[at + 1]?.capital) continue;
      if (quoteMark(word) && nicknameEnd(words, at, last) > 0) {
        at = nicknameEnd(words, at, last);
        continue;
      }
      return { end: at, acronym, naming: -1 };
    }
    if (word.kind === 'owner' || word.capital) continue;
    if (isParticle(word.text) && at > start && words[at - 1]!.capital && capitalSoon(words, at + 1, last))
      continue;
    if (
      PREPOSITIONS.has(word.lower) ||
      CLAUSE_WORDS.has(word.lower) ||
      (at > start && PRONOUNS.has(word.lower))
    ) {
      if (joinsName(words, start, at, last)) continue;
      return { end: at, acronym, naming: -1 };
    }
    if (at > start && isParticiple(word.lower) && isNoun(words[at - 1]!.lower) && !words[at + 1]?.capital)
      return { end: at, acronym, naming: -1 };
  }
  return { end: last, acronym, naming: -1 };
}

const IRREGULAR =
  /^(?:seen|held|known|given|made|drawn|shown|written|taken|hurt|sent|built|run|kept|led|caught|hit)$/;
const isParticiple = (lower: string): boolean =>
  (/(?:ed|ing)$/.test(lower) || IRREGULAR.test(lower)) && !isNoun(lower);

/** A particle that is also a verb, inside a name: "Jornal do Sul". */
const joinsCapitals = (words: readonly Word[], at: number, last: number): boolean =>
  isParticle(words[at]!.text) && words[at - 1]!.capital && at + 1 < last && words[at + 1]!.capital;

const capitalSoon = (words: readonly Word[], at: number, last: number): boolean =>
  at < last &&
  (words[at]!.capital || (isParticle(words[at]!.text) && at + 1 < last && words[at + 1]!.capital));

/** 'Giovanni "Vanni" Russo': index of the closing mark of a nickname of one or two words, or -1. */
function nicknameEnd(words: readonly Word[], at: number, last: number): number {
  for (let end = at + 2; end <= at + 3 && end < last; end++)
    if (quoteMark(words[end]!) && words[end + 1]?.capital && words[at + 1]!.capital && words[at - 1]?.capital)
      return end;
  return -1;
}

/** "Ministry of Defence", "Centre for Policy Studies", "Health and Safety Executive": one name over a small word. */
export function joinsName(words: readonly Word[], start: number, at: number, last: number): boolean {
  const small = words[at]!.lower;
  if (small !== 'of' && small !== 'for' && small !== 'and' && small !== 'on') return false;
  const before = words[at - 1];
  if (small === 'and' && before && isPersonNoun(before.lower) && secondOffice(words, at + 1, last))
    return true;
  if (!before?.capital || at === start) return false;
  const next = words[at + 1]?.lower === 'the' ? words[at + 2] : words[at + 1];
  if (!next?.capital || at + 1 >= last) return false;
  if (small === 'and') return joinedBefore(words, start, at);
  if (small === 'for' && isPersonNoun(before.lower)) return nameFollows(words, at + 1, last);
  if (small !== 'of' && !BODY_NOUNS.has(before.lower) && !CORPORATE_ENDINGS.has(before.lower)) return false;
  if (small === 'of' && words[at + 1]?.lower === 'the' && isPersonNoun(before.lower)) return true;
  return (
    BODY_NOUNS.has(before.lower) ||
    CORPORATE_ENDINGS.has(before.lower) ||
    isPersonNoun(before.lower) ||
    (at - start === 1 && small === 'of' && /^(?:bank|house|union|university)$/.test(before.lower))
  );
}

/** "MP for West Upton Jane Roe": a given name with another capital after it. */
function nameFollows(words: readonly Word[], from: number, last: number): boolean {
  for (let at = from + 1; at < Math.min(last - 1, from + 5) && words[at]!.capital; at++)
    if (words[at + 1]!.capital && genderOfFirstName(fold(words[at]!.text))) return true;
  return false;
}

/** "Cabinet spokesman and Media Minister Roe": one bearer of two offices. */
function secondOffice(words: readonly Word[], from: number, last: number): boolean {
  for (let at = from; at < Math.min(from + 4, last - 1); at++) {
    const word = words[at]!;
    if (word.kind !== 'word' || DEFINITE.has(word.lower) || PREPOSITIONS.has(word.lower)) return false;
    if (isPersonNoun(word.lower)) return words[at + 1]!.capital;
  }
  return false;
}

/** Within a body's name an "and" goes on only after "of" or "for": "Department of Health and Social Care". */
function joinedBefore(words: readonly Word[], start: number, at: number): boolean {
  for (let back = at - 1; back > start; back--) if (/^(?:of|for)$/.test(words[back]!.lower)) return true;
  return false;
}

interface Split {
  /** Words [start, describedEnd) are the role; [name, nameEnd) the name. */
  readonly describedEnd: number;
  readonly name: number;
  readonly nameEnd: number;
  readonly honorifics: readonly string[];
}

function splitName(words: readonly Word[], start: number, end: number): Split {
  let nameEnd = end;
  while (
    nameEnd - start > (isPersonNoun(words[nameEnd - 1]!.lower) ? 2 : 1) &&
    isPostNominal(words[nameEnd - 1]!.text) &&
    /^\p{Lu}/u.test(words[nameEnd - 1]!.text)
  )
    nameEnd--;
  let name = start;
  let of = -1;
  for (let at = start; at < nameEnd; at++) {
    const word = words[at]!;
    if (word.kind === 'mark' || word.kind === 'owner') continue;
    if (/^(?:of|for|and|the|on)$/.test(word.lower) && at > start) {
      if (word.lower === 'of' || word.lower === 'for') of = at;
      continue;
    }
    if (endsDescription(words, at, start, nameEnd)) name = at + 1;
  }
  if (of >= name && of > start && isPersonNoun(words[of - 1]!.lower))
    name = nameAfterOffice(words, of, nameEnd);
  let describedEnd = name;
  const honorifics: string[] = [];
  while (
    describedEnd > start &&
    (isHonorific(words[describedEnd - 1]!.text) ||
      isRank(words, start, describedEnd - 1) ||
      (honorifics.length > 0 && RANK_PREFIX.test(words[describedEnd - 1]!.lower))) &&
    name < nameEnd &&
    (isRank(words, start, describedEnd - 1) || !isRoleAlone(words, start, describedEnd))
  ) {
    honorifics.unshift(words[--describedEnd]!.text);
  }
  while (
    name < nameEnd &&
    (isHonorific(words[name]!.text) || words[name]!.lower === 'the') &&
    nameEnd - name > 1
  ) {
    if (words[name]!.lower !== 'the') honorifics.push(words[name]!.text);
    name++;
  }
  if (name < nameEnd && !isNameRun(words, name, nameEnd, start))
    return { describedEnd: end, name: end, nameEnd: end, honorifics };
  return { describedEnd, name, nameEnd, honorifics };
}

const RANK_PREFIX = /^(?:rear|vice|lieutenant|major|brigadier|air|first|second)$/;

/** A rank that follows another role. */
const isRank = (words: readonly Word[], start: number, at: number): boolean => {
  const word = words[at]!;
  if (at <= start || !word.capital || !RANKS.has(word.lower)) return false;
  const role = RANK_PREFIX.test(words[at - 1]!.lower) ? at - 2 : at - 1;
  return role >= start && isPersonNoun(words[role]!.lower) && !UNRANKED.test(words[role]!.lower);
};

/** With these a rank makes one title: "Chief Inspector". */
const UNRANKED = /^(?:chief|detective|deputy|vice|police)$/;

const isRoleAlone = (words: readonly Word[], start: number, end: number): boolean =>
  isPersonNoun(words[end - 1]!.lower) && end - start >= 1 && !/\.$/.test(words[end - 1]!.text);

/** The word at `at` belongs to what comes before the name: a common noun, a role, a rank. */
function endsDescription(words: readonly Word[], at: number, start: number, end: number): boolean {
  const word = words[at]!;
  if (word.text === 'NGO') return true;
  if (!word.capital)
    return !(isParticle(word.text) && capitalSoon(words, at + 1, end)) && !isNumber(word.lower);
  if (at + 1 >= end) return false;
  if (isHonorific(word.text)) return true;
  if (!isPersonNoun(word.lower) || bodyAhead(words, at + 1, end)) return false;
  return at > start || end - at > 1;
}

function bodyAhead(words: readonly Word[], from: number, end: number): boolean {
  const closing = words[end - 1]!;
  if (isPersonNoun(closing.lower) && !SURNAME_NOUNS.has(closing.lower)) return true;
  return (
    closing.capital &&
    closesBodyName(closing.text) &&
    end - from <= 2 &&
    !isPersonNoun(words[from - 2]?.lower ?? '')
  );
}

/** "Mayor of London Jane Roe": where the name starts after the office, or the end when the office is all there is. */
function nameAfterOffice(words: readonly Word[], of: number, end: number): number {
  for (let at = of + 2; at < end - 1; at++)
    if (words[at]!.capital && (isHonorific(words[at]!.text) || genderOfFirstName(fold(words[at]!.text))))
      return at;
  let run = end;
  while (run > of + 1 && words[run - 1]!.capital) run--;
  return end - run === 3 && end - of === 4 ? end - 2 : end;
}

/** Capitalised throughout, and not a bare role or a bare common noun with a capital ("the Minister", "the Guard"). */
function isNameRun(words: readonly Word[], from: number, to: number, start: number): boolean {
  const run = words.slice(from, to).filter((word) => word.kind === 'word');
  if (!run.some((word) => word.capital)) return false;
  const only = run[run.length - 1]!;
  if (run.length === 1 && from === start) return !isNoun(only.lower) && !isNoun(singular(only.lower));
  if (run.length > 1 && isPersonNoun(only.lower) && only.capital)
    return BODY_NOUNS.has(only.lower) || (SURNAME_NOUNS.has(only.lower) && !isPersonNoun(run[0]!.lower));
  return true;
}

/** The end of what a preposition governs, before a clause. */
function phraseEnd(words: readonly Word[], from: number, last: number): number {
  for (let at = from; at < last; at++) {
    const word = words[at]!;
    if (word.kind === 'mark' && word.text !== '&' && word.text !== '(' && word.text !== ')') return at;
    if (
      at > from &&
      !word.capital &&
      CLAUSE_WORDS.has(word.lower) &&
      word.lower !== 'and' &&
      !joinsCapitals(words, at, last)
    )
      return at;
  }
  return last;
}

function labelOf(words: readonly Word[], from: number, coreLast: number, last: number): string {
  let end = coreLast;
  for (let at = coreLast; at < last; at++) {
    const word = words[at]!;
    if (word.kind === 'mark' && word.text !== '&') break;
    if (CLAUSE_WORDS.has(word.lower) && !word.capital && !joinsCapitals(words, at, last)) break;
    if (at > coreLast && isParticiple(word.lower) && isNoun(words[at - 1]!.lower)) break;
    if (at === coreLast && !PREPOSITIONS.has(word.lower)) break;
    end = at + 1;
  }
  while (end > from && PREPOSITIONS.has(words[end - 1]!.lower)) end--;
  return textOf(
    words.slice(from, Math.max(end, from)).filter((word) => word.kind === 'owner' || !quoteMark(word)),
  );
}

function emptyPhrase(first: number, last: number): Phrase {
  return {
    first,
    last,
    determiner: 'none',
    pronoun: null,
    owner: null,
    honorifics: [],
    name: [],
    acronym: null,
    roles: [],
    proper: false,
    plural: false,
    label: '',
  };
}
